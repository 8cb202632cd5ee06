//! The contour lines of the surface.

use crate::experiments::race::picture::layout::MapLayout;
use crate::experiments::race::scene::Scene;
use crate::view::clip;
use crate::view::pen::{Drawn, Pen, Spot};
use crate::view::polyline::straightened;
use crate::view::style::Palette;

/// Draws all contour lines, the lower the darker.
pub(crate) fn draw(
    pen: &Pen<'_>,
    scene: &Scene<'_>,
    layout: &MapLayout,
    palette: &Palette,
) -> Drawn {
    let n = scene.contours.len();
    // From the highest to the lowest, so that the darker lines lie above.
    for (rank, contour) in scene.contours.iter().enumerate().rev() {
        let color = palette.contour(rank, n);
        for line in &contour.lines {
            for piece in clip::path(line, layout.domain()) {
                let spots: Vec<Spot> = piece.points.iter().map(|&p| layout.spot(p)).collect();
                pen.line(&straightened(&spots), 1.0, color)?;
            }
        }
    }
    Ok(())
}
