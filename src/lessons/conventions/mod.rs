//! The forms in which books and libraries write the same rule.

pub mod model;
pub mod words;
