//! The neural network: numbers of the book's programs, gradients, training, data.

#![allow(clippy::unwrap_used)]

mod data;
mod experiments;
mod files;
mod gradients;
mod layers;
mod reference;
mod regularization;
mod statistics;
mod training;

use descent_widget::nn::{Dataset, read_digits};

/// The digits as the labs get them: training and test data.
fn digits() -> (Dataset, Dataset) {
    read_digits(include_bytes!("../../data/digits/digits.idx"))
        .unwrap()
        .split_every(5)
}
