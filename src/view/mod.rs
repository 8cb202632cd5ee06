//! A scene becomes a picture, and words.
//!
//! The picture has two panels, the map of the surface and the curves of the loss, each
//! in two layers: the ground (contour lines, axes) and the actors (paths, markers,
//! playhead). All of it draws on an [`Area`](pen::Area), whatever backend of plotters is
//! behind it, in units of an eighth of a CSS pixel ([`SUBPIXEL`]): backends take whole
//! numbers only, and whole pixels would turn smooth lines into stairs.
//!
//! Ticks, clipping and text widths are ours, and plotters sees finite numbers within
//! the panel only. See `ARCHITECTURE.md` for what its own do with a diverging run.

pub(crate) mod axes;
pub(crate) mod axis;
pub(crate) mod clip;
pub mod controls;
pub mod curves;
pub(crate) mod decimal;
pub mod figure;
pub(crate) mod frame;
pub(crate) mod label;
pub mod layout;
pub(crate) mod marker;
pub mod non_breaking;
pub mod number;
pub(crate) mod occupancy;
pub mod pen;
#[cfg(feature = "png")]
pub(crate) mod png;
pub(crate) mod polyline;
pub mod raster;
pub mod sentence;
pub(crate) mod style;
pub(crate) mod svg;
pub(crate) mod swatch;
pub mod text;
pub mod words;

pub use figure::{Figure, draw_figure, figure_svg};
pub use frame::{Frame, Size};
pub use pen::Drawn;
#[cfg(feature = "png")]
pub use png::{PngError, png};
pub use style::{LaneStyle, Marker, Palette, Theme};
pub use svg::Svg;
pub use swatch::{SWATCH, draw_swatch};

/// How many units of a drawing backend make one CSS pixel.
pub const SUBPIXEL: u32 = 8;
