//! Storey 0: points, rectangles, contour lines, named tensors. Knows nothing of ours.

pub mod contour;
mod grid;
mod hessian;
pub mod numeral;
mod params;
mod point;
mod rect;

pub use grid::Grid;
pub use hessian::Hessian;
pub use params::{Mismatch, Params};
pub use point::{Point, Vec2};
pub use rect::{Rect, Span};
