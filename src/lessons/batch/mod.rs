//! The pictures of a mini-batch, and those that a network takes for others.

pub mod picture;
pub mod words;
