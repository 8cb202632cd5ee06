//! Section 6.2: initial weights, activations and training.

pub mod describe;
pub mod model;
pub mod picture;
pub mod words;
