//! What the lessons ask of a figure: an `impl` block each.

mod batch;
mod conventions;
mod data;
mod files;
mod maps;
mod physics;
mod predict;
mod program;
mod questions;
mod rule;
mod share;
pub(super) mod space;
mod training_loop;

pub(super) use batch::DrawnPictures;
pub(super) use maps::{Drawn, now};
