//! Questions and answers on the section.

pub mod model;
pub mod words;
