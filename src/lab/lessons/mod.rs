//! What only explains: models of the lessons.

mod conventions;
mod csv;
pub mod equation;
pub mod physics;
pub mod predict;
pub mod questions;
pub mod rule;
mod share;

pub use conventions::FormRun;
pub use share::Codes;

use super::Lab;
