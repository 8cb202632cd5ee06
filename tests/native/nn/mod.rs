//! The neural network: numbers of the book's programs, gradients, training, data.

mod data;
mod experiments;
mod files;
mod gradients;
mod layers;
mod reference;
mod regularization;
mod soak;
mod statistics;
mod training;
