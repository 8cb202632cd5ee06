//! The rule as a program, and the run as a script.

pub mod listing;
pub mod script;
pub mod words;
