//! What the lessons ask of a figure: an `impl` block each.

mod conventions;
mod data;
mod maps;
mod physics;
mod predict;
mod program;
mod questions;
mod rule;
mod share;
pub(super) mod space;

pub(super) use maps::Drawn;
