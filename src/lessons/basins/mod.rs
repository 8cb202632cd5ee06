//! Where every start leads.

pub mod model;
pub mod picture;
pub mod words;
