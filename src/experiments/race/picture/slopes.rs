//! The way down at many places of the map, as arrows.

use crate::experiments::race::picture::layout::MapLayout;
use crate::experiments::race::scene::Slope;
use crate::view::pen::{Drawn, Pen};
use crate::view::style::Palette;

/// Length of the arrow where it is steepest, as a share of the distance between places.
const LONGEST: f64 = 0.75;

/// An arrow shorter than this is a dot, in CSS pixels.
const SHORTEST: f64 = 2.5;

/// Length of a head, in CSS pixels.
const HEAD: f64 = 6.0;

/// Draws an arrow against the gradient at each place, in the direction in which a step of
/// gradient descent would go on this map. Its length grows with the root of the gradient's,
/// as most surfaces are too steep somewhere for the rest to be seen otherwise.
pub(crate) fn draw(
    pen: &Pen<'_>,
    slopes: &[Slope],
    layout: &MapLayout,
    palette: &Palette,
) -> Drawn {
    let steepest = slopes.iter().map(|slope| slope.gradient.length());
    let steepest = steepest.fold(0.0, f64::max);
    let (frame, domain) = (layout.frame, layout.domain());
    let apart = f64::sqrt(frame.width() * frame.height() / slopes.len().max(1) as f64);
    let longest = LONGEST * apart;
    for Slope { at, gradient } in slopes {
        let (x, y) = layout.spot(*at);
        let right = -gradient.x / domain.x.length() * frame.width();
        let down = gradient.y / domain.y.length() * frame.height();
        let reach = libm::hypot(right, down);
        let length = longest * f64::sqrt(gradient.length() / steepest);
        if !(length >= SHORTEST && reach > 0.0) {
            pen.disk((x, y), 1.25, palette.text)?;
            continue;
        }
        let (right, down) = (right / reach, down / reach);
        let on = |along: f64, aside: f64| {
            (
                x + right * along - down * aside,
                y + down * along + right * aside,
            )
        };
        let head = HEAD.min(length);
        pen.line(&[(x, y), on(length - head * 0.6, 0.0)], 1.25, palette.text)?;
        let base = length - head;
        let corners = [
            on(length, 0.0),
            on(base, head * 0.42),
            on(base, head * -0.42),
        ];
        pen.polygon(&corners, palette.text)?;
    }
    Ok(())
}
