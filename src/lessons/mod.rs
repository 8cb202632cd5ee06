//! The lessons, a folder each.

pub mod basins;
pub mod batch;
pub mod conventions;
pub mod data;
pub mod files;
pub mod maps;
pub mod physics;
pub mod predict;
pub mod program;
pub mod questions;
pub mod rates;
pub mod rule;
pub mod share;
pub mod training_loop;
