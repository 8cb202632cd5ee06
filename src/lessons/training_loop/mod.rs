//! The loop that trains a network.

pub mod listing;
pub mod words;
