//! The experiments of the chapter, a folder each.

#[cfg(feature = "lessons")]
pub mod batch_norm;
pub mod network;
pub mod race;
#[cfg(feature = "lessons")]
pub mod regularization;
#[cfg(feature = "lessons")]
pub mod search;
#[cfg(feature = "lessons")]
pub mod training;
#[cfg(feature = "lessons")]
pub mod weight_init;
