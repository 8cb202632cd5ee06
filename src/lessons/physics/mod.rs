//! The ball in the valley.

pub mod model;
pub mod picture;
pub mod words;
