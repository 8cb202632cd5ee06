//! What the lessons ask of a figure: an `impl` block each.

mod conventions;
mod data;
mod program;
mod questions;
mod rule;
mod share;
