//! What the experiments on networks share.

#[cfg(feature = "lessons")]
pub mod controls;
#[cfg(feature = "lessons")]
pub mod curves;
#[cfg(feature = "lessons")]
pub mod data;
#[cfg(feature = "lessons")]
pub mod describe;
#[cfg(feature = "lessons")]
pub mod inits;
#[cfg(feature = "lessons")]
pub mod model;
#[cfg(feature = "lessons")]
pub mod picture;
#[cfg(feature = "lessons")]
pub mod scene;
pub mod settings;
pub mod words;
