//! Section 6.5: random search for hyperparameters.

pub mod describe;
pub mod model;
pub mod picture;
pub mod ranges;
pub mod ranking;
pub mod trials;
pub mod words;
