//! The line, dash and marker of a lane, small, for beside its name.

use plotters::style::Color;

use super::frame::Size;
use super::marker;
use super::pen::{Area, Drawn, Pen};
use super::style::{LaneStyle, Palette};

/// The size of a swatch in CSS pixels.
pub const SWATCH: Size = Size::new(36.0, 16.0);

/// Draws the swatch of a lane; the ground stays as it is.
///
/// # Errors
/// Those of the backend.
pub fn draw_swatch(area: &dyn Area, look: &LaneStyle, palette: &Palette) -> Drawn {
    let pen = Pen::on(area);
    let middle = SWATCH.height / 2.0;
    let line = [(1.0, middle), (SWATCH.width - 1.0, middle)];
    pen.dashed(&line, look.dash, 2.0, look.color.to_rgba())?;
    marker::draw(&pen, (SWATCH.width / 2.0, middle), look, palette.ground)
}
