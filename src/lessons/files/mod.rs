//! Pictures of the reader's own.

pub mod describe;
