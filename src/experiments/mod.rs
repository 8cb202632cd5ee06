//! The experiments of the chapter, a folder each.

pub mod batch_norm;
pub mod network;
pub mod presets;
pub mod race;
pub mod regularization;
pub mod search;
pub mod training;
pub mod weight_init;
