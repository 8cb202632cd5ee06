//! What only explains: models of the lessons.

pub mod basins;
mod conventions;
mod csv;
pub mod equation;
mod maps;
pub mod physics;
pub mod predict;
pub mod questions;
pub mod rates;
pub mod rule;
mod share;
mod slopes;
mod veil;

pub use conventions::FormRun;
pub(super) use maps::Maps;
pub use share::Codes;
pub(super) use slopes::slopes;
pub use veil::Veil;

use super::Lab;
