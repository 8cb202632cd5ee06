//! Links, code and files to take along.

pub mod model;
pub mod words;
