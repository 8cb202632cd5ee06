//! Section 6.3: what batch normalization makes of initial weights.

pub mod describe;
pub mod model;
pub mod picture;
pub mod words;
