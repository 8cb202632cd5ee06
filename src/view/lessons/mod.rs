//! The lessons as pictures and words.

pub mod arrows;
pub mod basins;
pub mod notation;
pub mod numpy;
pub mod physics;
pub mod predict;
pub mod program;
pub mod raster;
pub mod rates;
pub mod rule;
pub(super) mod slopes;
pub mod space;
pub mod sums;
pub mod tied;
