//! Section 6.4: overfitting, weight decay, dropout.

pub mod describe;
pub mod model;
pub mod words;
