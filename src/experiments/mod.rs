//! The experiments of the chapter, a folder each.

#[cfg(feature = "lessons")]
pub mod batch_norm;
/// What it says.
#[cfg(not(feature = "lessons"))]
pub mod batch_norm {
    pub mod words;
}
pub mod network;
pub mod race;
#[cfg(feature = "lessons")]
pub mod regularization;
/// What it says.
#[cfg(not(feature = "lessons"))]
pub mod regularization {
    pub mod words;
}
#[cfg(feature = "lessons")]
pub mod search;
/// What it says.
#[cfg(not(feature = "lessons"))]
pub mod search {
    pub mod words;
}
#[cfg(feature = "lessons")]
pub mod training;
/// What it says.
#[cfg(not(feature = "lessons"))]
pub mod training {
    pub mod words;
}
#[cfg(feature = "lessons")]
pub mod weight_init;
/// What it says.
#[cfg(not(feature = "lessons"))]
pub mod weight_init {
    pub mod words;
}
