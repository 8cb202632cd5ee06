//! Predict, then see.

pub mod banner;
pub mod hidden_path;
pub mod model;
pub mod picture;
pub mod remark;
pub mod words;
