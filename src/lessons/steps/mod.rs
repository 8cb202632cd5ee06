//! How long the steps are along each axis.

pub mod model;
pub mod picture;
pub mod words;
