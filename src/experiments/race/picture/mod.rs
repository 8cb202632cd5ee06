//! The race as a picture: the map, the landscape in space, the losses.

pub mod contours;
pub mod layout;
pub mod loss;
pub mod map;
pub mod occupancy;
#[cfg(feature = "lessons")]
pub mod slopes;
#[cfg(feature = "lessons")]
pub mod space;
