//! The contours of the surface: a band of color between each two levels, their lines, and the
//! values of a few.

use plotters::style::RGBColor;
use plotters::style::text_anchor::HPos;

use crate::experiments::race::picture::layout::MapLayout;
use crate::experiments::race::scene::Scene;
use crate::math::contour::{Contour, Line};
use crate::view::clip;
use crate::view::frame::Frame;
use crate::view::number::readable;
use crate::view::occupancy::Crowd;
use crate::view::pen::{Drawn, Pen, Spot};
use crate::view::polyline::straightened;
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
    let all = std::iter::once(&contours.domain).chain(levels).enumerate();
    let mut outlines: Vec<Outline> = all
        .flat_map(|(rank, lines)| lines.iter().map(move |line| (rank, line)))
        .map(|(rank, line)| {
            let corners = layout.spots(line);
            Outline {
                // Above the level inside of an outline, below it inside of a hole.
                color: match area(line) > 0.0 {
                    true => palette.band(rank, n),
                    false => rank
                        .checked_sub(1)
                        .map_or(palette.ground, |below| palette.band(below, n)),
                },
                area: area(line).abs(),
                corners,
            }
        })
        .collect();
    // What lies inside of another is smaller, and is painted over it.
    outlines.sort_by(|a, b| b.area.total_cmp(&a.area));
    let mut outlines = outlines.iter();
    outlines.try_for_each(|it| pen.polygon(&straightened(&it.corners), it.color))
}

/// A closed line that is filled.
struct Outline {
    corners: Vec<Spot>,
    color: RGBColor,
    area: f64,
}

/// The area within a closed line, positive where it runs counterclockwise.
fn area(line: &Line) -> f64 {
    let parts = line.windows(2).map(|pair| {
        let ([from, to], origin) = ([pair[0], pair[1]], line[0]);
        (from.x - origin.x) * (to.y - origin.y) - (to.x - origin.x) * (from.y - origin.y)
    });
    parts.sum::<f64>() / 2.0
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
