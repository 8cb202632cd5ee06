//! The contours of the surface: a band of color between each two levels, their lines, and the
//! values of a few.

use plotters::style::text_anchor::HPos;

use crate::experiments::race::picture::layout::MapLayout;
use crate::experiments::race::scene::Scene;
use crate::math::contour::Contour;
use crate::view::clip;
use crate::view::frame::Frame;
use crate::view::number::readable;
use crate::view::occupancy::Crowd;
use crate::view::pen::{Drawn, Pen, Spot};
use crate::view::polyline::{straightened, straightened_edge};
use crate::view::style::Palette;
use crate::view::text::Voice;

/// Fills the bands, the lower the more saturated. Where the surface has no value nothing is filled.
pub(crate) fn fill(
    pen: &Pen<'_>,
    scene: &Scene<'_>,
    layout: &MapLayout,
    palette: &Palette,
) -> Drawn {
    let contours = scene.contours;
    let n = contours.levels.len();
    let levels = contours.levels.iter().map(|contour| &contour.outlines);
    let above = std::iter::once(&contours.domain).chain(levels);
    // Each is painted over those below it.
    for (rank, outlines) in above.enumerate() {
        let rings = outlines.iter().map(|ring| layout.spots(ring));
        let rings: Vec<Vec<Spot>> = rings.map(|ring| straightened_edge(&ring)).collect();
        if !rings.is_empty() {
            pen.polygon(&connected(&rings), palette.band(rank, n))?;
        }
    }
    Ok(())
}

/// One outline of all rings, whose directions tell what is inside: from each ring a way leads to
/// the next one, and from the last one back, so that no way encloses anything.
fn connected(rings: &[Vec<Spot>]) -> Vec<Spot> {
    let back = rings.iter().rev().skip(1);
    let back = back.filter_map(|ring| ring.first());
    rings.iter().flatten().chain(back).copied().collect()
}

/// Draws all contour lines, the lower the darker.
pub(crate) fn draw(
    pen: &Pen<'_>,
    scene: &Scene<'_>,
    layout: &MapLayout,
    palette: &Palette,
) -> Drawn {
    let levels = &scene.contours.levels;
    // From the highest to the lowest, so that the darker lines lie above.
    for (rank, contour) in levels.iter().enumerate().rev() {
        let color = palette.contour(rank, levels.len());
        for line in &contour.lines {
            for piece in clip::path(line, layout.domain()) {
                pen.line(&straightened(&layout.spots(&piece.points)), 1.0, color)?;
            }
        }
    }
    Ok(())
}

/// Every so many levels have their value written, from that rank on: lower down are the ends of
/// the paths and their names.
const VALUE_EVERY: usize = 3;
const FIRST_VALUE: usize = 4;

/// Off the way to the upper right corner a value goes so many CSS pixels to have one cell less of
/// the contour lines under it.
const CROWDED: f64 = 6.0;

/// Writes the values of a few levels where their lines pass between the middle and the upper
/// right corner.
pub(crate) fn write_values(
    pen: &Pen<'_>,
    scene: &Scene<'_>,
    layout: &MapLayout,
    palette: &Palette,
) -> Drawn {
    let n = scene.contours.levels.len();
    let lines = |contour: &Contour| -> Vec<Vec<Spot>> {
        let lines = contour.lines.iter();
        lines.map(|line| layout.spots(line)).collect()
    };
    let levels: Vec<Vec<Vec<Spot>>> = scene.contours.levels.iter().map(lines).collect();
    let mut places = ValuePlaces {
        frame: layout.frame,
        crowd: Crowd::new(layout.frame),
        taken: Vec::new(),
    };
    for line in levels.iter().flatten() {
        places.crowd.mark(line);
    }
    for rank in (FIRST_VALUE..n).step_by(VALUE_EVERY) {
        let text = readable(scene.contours.levels[rank].level);
        let size = (Voice::Number.width(&text) + 4.0, Voice::Number.size() + 1.0);
        let Some(room) = places.take(&levels[rank], size) else {
            continue;
        };
        let corners = [(room.left, room.top), (room.right, room.bottom)];
        pen.fill(corners[0], corners[1], palette.band(rank + 1, n))?;
        let at = room.center();
        pen.text(&text, at, Voice::Number, HPos::Center, palette.text)?;
    }
    Ok(())
}

/// Where the values of levels may stand.
struct ValuePlaces {
    frame: Frame,
    /// All contour lines.
    crowd: Crowd,
    taken: Vec<Frame>,
}

impl ValuePlaces {
    /// Takes the best room for a text of this size on one of a level's lines.
    fn take(&mut self, lines: &[Vec<Spot>], (width, height): (f64, f64)) -> Option<Frame> {
        let (middle, corner) = (self.frame.center(), (self.frame.right, self.frame.top));
        let way = (corner.0 - middle.0, corner.1 - middle.1);
        let length = f64::sqrt(way.0 * way.0 + way.1 * way.1);
        let room = |at: Spot| Frame::around(at, width + 4.0, height + 2.0);
        let is_free = |&at: &Spot| {
            at.0 > middle.0
                && at.1 < middle.1
                && self.frame.encloses(room(at))
                && !self.taken.iter().any(|other| other.overlaps(room(at)))
        };
        let cost = |at: Spot| {
            let (dx, dy) = (at.0 - middle.0, at.1 - middle.1);
            let off = (dx * way.1 - dy * way.0).abs() / length;
            off + CROWDED * f64::from(self.crowd.under(room(at)))
        };
        // On a ring that is hardly larger than the text nobody would see the ring.
        let long = lines.iter().filter(|line| extent(line) > 2.0 * width);
        let free = long.flatten().copied().filter(is_free);
        let costs = free.map(|at| (cost(at), at));
        let (_, at) = costs.min_by(|a, b| a.0.total_cmp(&b.0))?;
        self.taken.push(room(at));
        Some(Frame::around(at, width, height))
    }
}

/// How far a line reaches from left to right, in CSS pixels.
fn extent(line: &[Spot]) -> f64 {
    let x = line.iter().map(|&(x, _)| x);
    let low = x.clone().fold(f64::INFINITY, f64::min);
    x.fold(f64::NEG_INFINITY, f64::max) - low
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(ring: &[Spot]) -> f64 {
        let next = ring.iter().cycle().skip(1);
        let parts = ring.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1);
        parts.sum::<f64>() / 2.0
    }

    #[test]
    fn ways_between_rings_enclose_nothing() {
        let square = |x: f64, half: f64| {
            let corners = [
                (-1.0, -1.0),
                (1.0, -1.0),
                (1.0, 1.0),
                (-1.0, 1.0),
                (-1.0, -1.0),
            ];
            corners.map(|(dx, dy)| (x + dx * half, dy * half)).to_vec()
        };
        let mut hole = square(0.0, 2.0);
        hole.reverse();
        let rings = [square(0.0, 5.0), hole, square(20.0, 1.0), square(31.0, 3.0)];
        let whole = connected(&rings);
        assert_eq!(
            area(&whole),
            rings.iter().map(|ring| area(ring)).sum::<f64>()
        );
        assert_eq!(area(&whole), 100.0 - 16.0 + 4.0 + 36.0);
        assert_eq!(whole.first(), whole.last());
        assert!(connected(&[]).is_empty());
    }
}
