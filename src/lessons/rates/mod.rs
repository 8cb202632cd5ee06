//! What comes of every learning rate.

pub mod model;
pub mod picture;
pub mod words;
