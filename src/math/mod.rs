//! Points, rectangles, contour lines, named tensors, random numbers. Knows
//! nothing of ours.

pub mod contour;
mod grid;
mod hessian;
pub mod levels;
pub mod numeral;
mod params;
mod point;
mod progressive_grid;
mod real;
mod rect;
mod rng;
mod signs;
mod text;

pub use grid::Grid;
pub use hessian::Hessian;
pub use params::{Mismatch, Params};
pub use point::{Point, Vec2};
pub use progressive_grid::ProgressiveGrid;
pub use real::Real;
pub use rect::{Rect, Span};
pub use rng::Rng;
pub use signs::sign_changes;
pub use text::joined;
