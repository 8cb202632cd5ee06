//! Pictures of the reader's own.

pub mod describe;
pub mod words;
