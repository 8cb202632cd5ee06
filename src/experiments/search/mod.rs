//! Section 6.5: random search for hyperparameters.

pub mod decades;
pub mod describe;
pub mod model;
pub mod picture;
pub mod ranking;
pub mod settings;
pub mod trials;
pub mod words;
