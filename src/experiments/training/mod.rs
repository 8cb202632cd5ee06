//! Section 6.1.8: the rules of the race train a network.

pub mod describe;
pub mod model;
pub mod picture;
pub mod predictions;
pub mod words;
