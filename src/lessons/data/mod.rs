//! The numbers of the record.

pub mod model;
pub mod words;
