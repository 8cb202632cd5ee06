//! The shape at the current point of a lane.

use plotters::style::RGBColor;

use crate::race::OutcomeKind;
use crate::view::pen::{Drawn, Pen, Spot};
use crate::view::style::{LaneStyle, Marker};

/// How far markers reach from their center, with their outline, in CSS pixels.
pub(crate) const REACH: f64 = 7.0;

/// Draws the marker of a lane, set apart from what is under it by an outline of the ground.
pub(crate) fn draw(pen: &Pen<'_>, at: Spot, look: &LaneStyle, ground: RGBColor) -> Drawn {
    let size = 5.25;
    shape(pen, at, look.marker, size, 1.75, ground)?;
    shape(pen, at, look.marker, size, 0.0, look.color)?;
    if look.hollow {
        shape(pen, at, look.marker, size, -2.0, ground)?;
    }
    Ok(())
}

/// Draws, around the marker, how the run has ended: a ring where it converged, a bar
/// under it where it stalled, rays where it diverged or broke off.
pub(crate) fn draw_end(
    pen: &Pen<'_>,
    at: Spot,
    look: &LaneStyle,
    ground: RGBColor,
    end: OutcomeKind,
) -> Drawn {
    let (x, y) = at;
    let rays = [(1.0, 1.0), (1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)]
        .map(|(dx, dy)| [(x + dx * 5.0, y + dy * 5.0), (x + dx * 9.5, y + dy * 9.5)]);
    let bar = [(x - 9.0, y + 11.0), (x + 9.0, y + 11.0)];
    for (width, color) in [(5.0, ground), (2.0, look.color)] {
        match end {
            OutcomeKind::Converged => pen.circle(at, 10.5, width, color)?,
            OutcomeKind::Stalled => pen.line(&bar, width, color)?,
            OutcomeKind::Diverged | OutcomeKind::Undefined => {
                for ray in &rays {
                    pen.line(ray, width, color)?;
                }
            }
            OutcomeKind::Moving => {}
        }
    }
    Ok(())
}

/// Fills the shape, every edge moved outward by `grow`.
fn shape(pen: &Pen<'_>, at: Spot, marker: Marker, size: f64, grow: f64, color: RGBColor) -> Drawn {
    // Radii of the corners that give all shapes about the same area; a corner moves
    // farther than the edges beside it.
    match marker {
        Marker::Circle => pen.disk(at, size + grow, color),
        Marker::Square => pen.polygon(&corners(at, 4, 45.0, size * 1.25 + grow * 1.41), color),
        Marker::Diamond => pen.polygon(&corners(at, 4, 0.0, size * 1.32 + grow * 1.41), color),
        Marker::Triangle => pen.polygon(&corners(at, 3, 90.0, size * 1.4 + grow * 2.0), color),
        Marker::Wedge => pen.polygon(&corners(at, 3, -90.0, size * 1.4 + grow * 2.0), color),
        Marker::Star => pen.polygon(&star(at, size * 1.45 + grow * 1.9), color),
    }
}

fn corner((x, y): Spot, degrees: f64, radius: f64) -> Spot {
    let angle = degrees.to_radians();
    (x + radius * libm::cos(angle), y - radius * libm::sin(angle))
}

fn corners(at: Spot, n: usize, first: f64, radius: f64) -> Vec<Spot> {
    let turn = 360.0 / n as f64;
    (0..n)
        .map(|k| corner(at, first + turn * k as f64, radius))
        .collect()
}

fn star(at: Spot, radius: f64) -> Vec<Spot> {
    (0..10)
        .map(|k| {
            let share = if k % 2 == 0 { 1.0 } else { 0.48 };
            corner(at, 90.0 + 36.0 * f64::from(k), radius * share)
        })
        .collect()
}
