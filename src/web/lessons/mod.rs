//! What the lessons ask of a figure: an `impl` block each.

#[cfg(feature = "studies")]
mod batch;
mod conventions;
mod data;
#[cfg(feature = "studies")]
mod files;
mod maps;
mod physics;
mod predict;
mod program;
mod questions;
mod rule;
mod share;
pub(super) mod space;
#[cfg(feature = "studies")]
mod training_loop;

#[cfg(feature = "studies")]
pub(super) use batch::DrawnPictures;
pub(super) use maps::{Drawn, now};
