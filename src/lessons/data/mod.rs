//! The numbers of the record.

pub mod model;
