//! Curves over steps: the losses of a race, and whatever is measured of networks.

use std::borrow::Cow;

use plotters::style::Color;
use plotters::style::text_anchor::HPos;

use super::frame::Frame;
use super::label::{Placed, Room, Wanted, spread};
use super::layout::{EDGE, LossLayout, TITLE_RISE};
use super::pen::{Drawn, Pen, Spot};
use super::polyline::straightened;
use super::style::{LaneStyle, Palette};
use super::text::Voice;
use super::{axes, clip, marker};
use crate::math::{Point, Rect};
use crate::race::OutcomeKind;

/// Curves with what their panel needs to know besides its layout.
#[derive(Clone, Debug)]
pub struct Curves<'a> {
    /// What the vertical axis shows.
    pub title: &'a str,
    /// The name of a step.
    pub step: &'a str,
    /// The step that is shown.
    pub shown: usize,
    /// Whether a line marks the height of zero.
    pub has_zero_line: bool,
    /// Whether the name of a curve goes with its marker, until that has come to the right; else all
    /// names stand in the column there.
    pub names_ends: bool,
    /// What is said at the lower edge of what lies under it; nothing where it is empty.
    pub below: &'a str,
    /// The curves.
    pub curves: Vec<Curve<'a>>,
}

/// A curve.
#[derive(Clone, Debug)]
pub struct Curve<'a> {
    /// What it is called.
    pub name: Cow<'a, str>,
    /// How it looks.
    pub style: LaneStyle,
    /// Step and value, by rising steps; all that is recorded.
    pub points: Cow<'a, [(usize, f64)]>,
    /// How it has ended, once the shown step has come there.
    pub end: Option<OutcomeKind>,
}

/// From the left edge to the arrow to what lies below, and from there to the words.
const ARROW: (f64, f64) = (8.0, 7.0);

impl Curve<'_> {
    /// The points up to the shown step, and those from there on.
    fn split(&self, shown: usize) -> [&[(usize, f64)]; 2] {
        let now = self.points.partition_point(|&(at, _)| at <= shown);
        [&self.points[..now], &self.points[now.saturating_sub(1)..]]
    }
}

impl Curves<'_> {
    /// Draws the axes and the names of what they show.
    ///
    /// # Errors
    /// Those of the backend.
    pub fn draw_axes(&self, pen: &Pen<'_>, layout: &LossLayout, palette: &Palette) -> Drawn {
        axes::draw_loss_axes(pen, layout, (self.title, self.step), palette)?;
        if let (true, Some(zero)) = (self.has_zero_line, layout.y_of(0.0)) {
            let (left, right) = (layout.frame.left, layout.frame.right);
            let zero = axes::crisp(zero);
            pen.line(&[(left, zero), (right, zero)], 1.0, palette.axis)?;
        }
        Ok(())
    }

    /// Draws the curves up to the shown step, what is to come of them faintly, and the playhead.
    ///
    /// # Errors
    /// Those of the backend.
    pub fn draw(&self, pen: &Pen<'_>, layout: &LossLayout, palette: &Palette) -> Drawn {
        self.draw_playhead(pen, layout, palette)?;
        for curve in &self.curves {
            for line in lines(curve.split(self.shown)[1], layout) {
                pen.line(&line, 1.25, curve.style.color.mix(0.3))?;
            }
        }
        for curve in &self.curves {
            let lines = lines(curve.split(self.shown)[0], layout);
            for line in &lines {
                pen.line(line, 3.5, palette.ground)?;
            }
            for line in &lines {
                pen.dashed(line, curve.style.dash, 1.75, curve.style.color.to_rgba())?;
            }
        }
        for curve in &self.curves {
            if let Some(&now) = curve.split(self.shown)[0].last() {
                draw_now(pen, curve, now, layout, palette)?;
            }
        }
        self.draw_names(pen, layout)?;
        self.draw_below(pen, layout, palette)
    }

    /// How much room it takes to say what lies under the lower edge.
    pub(crate) fn below_width(text: &str) -> f64 {
        2.0 * (ARROW.0 + ARROW.1) + Voice::Label.width(text)
    }

    /// Says what lies under the lower edge, with an arrow to it.
    fn draw_below(&self, pen: &Pen<'_>, layout: &LossLayout, palette: &Palette) -> Drawn {
        if self.below.is_empty() {
            return Ok(());
        }
        let (x, bottom) = (layout.frame.left + ARROW.0, layout.frame.bottom);
        let arrow = [(x, bottom - 14.0), (x, bottom - 4.0)];
        pen.line(&arrow, 1.25, palette.text)?;
        let head = [
            (x - 3.5, bottom - 7.0),
            (x + 3.5, bottom - 7.0),
            (x, bottom - 2.0),
        ];
        pen.polygon(&head, palette.text)?;
        let at = (x + ARROW.1, bottom - 9.0);
        pen.text(self.below, at, Voice::Label, HPos::Left, palette.text)
    }

    /// Draws the playhead with its name, beside the title of the axis.
    fn draw_playhead(&self, pen: &Pen<'_>, layout: &LossLayout, palette: &Palette) -> Drawn {
        /// Room between the name of the axis and that of the playhead.
        const TITLE_GAP: f64 = 10.0;
        /// So far the name of the playhead may stand beside it to make room for that of the axis.
        const MAX_ASIDE: f64 = 110.0;

        let frame = layout.frame;
        let x = axes::crisp(layout.x_of(self.shown));
        let line = [(x, frame.top - 5.0), (x, frame.bottom)];
        pen.line(&line, 1.0, palette.ink.mix(0.65))?;
        let text = format!("{} {}", self.step, self.shown);
        let half = Voice::Number.width(&text) / 2.0;
        let least = EDGE + Voice::Number.width(self.title) + TITLE_GAP + half;
        let most = frame.right.max(layout.labels.unwrap_or(0.0)) - half;
        let at = (x.min(most).max(least), frame.top - TITLE_RISE);
        if at.0 - x > MAX_ASIDE || least > most {
            return Ok(());
        }
        pen.text(&text, at, Voice::Number, HPos::Center, palette.ink)
    }

    /// Names each curve at the height of its end in the column at the right, or beside its end.
    fn draw_names(&self, pen: &Pen<'_>, layout: &LossLayout) -> Drawn {
        let Some(column) = layout.labels else {
            return Ok(());
        };
        let frame = layout.frame;
        let is_late = |at: &Spot| frame.right - at.0 < 24.0;
        let ends = self.curves.iter().filter_map(|curve| {
            let named = match self.names_ends {
                true => curve.split(self.shown)[0].last(),
                false => curve.points.last(),
            };
            let at = match named {
                Some(&last) => spot_or_edge(last, layout)?.0,
                // What ended before there was anything to draw has its name all the same.
                None => curve.end.map(|_| (frame.left, frame.top + 4.0))?,
            };
            Some((curve, at))
        });
        let (listed, early): (Vec<_>, Vec<_>) =
            ends.partition(|(_, at)| is_late(at) || !self.names_ends);
        let wanted: Vec<f64> = listed.iter().map(|(_, at)| at.1).collect();
        let heights = spread(&wanted, 14.5, (frame.top + 4.0, frame.bottom - 4.0));
        for ((curve, at), height) in listed.iter().zip(heights) {
            // A leader as long as the panel would cross the other curves.
            if is_late(at) {
                let leader = [(at.0 + 8.0, at.1), (column - 3.0, height)];
                pen.line(&leader, 1.0, curve.style.color)?;
            }
            let at = (column, height);
            pen.text(&curve.name, at, Voice::Label, HPos::Left, curve.style.name)?;
        }
        if early.is_empty() {
            return Ok(());
        }
        let mut room = Room::new(frame.inset(1.0));
        for (curve, _) in early.iter().chain(&listed) {
            for line in lines(&curve.points, layout) {
                room.crowd(&line);
            }
        }
        for (_, at) in &early {
            room.take_disk(*at, marker::REACH);
        }
        let wanted = early
            .iter()
            .map(|(curve, at)| Wanted::name(&curve.name, *at));
        let wanted: Vec<Wanted> = wanted.collect();
        for ((curve, _), placed) in early.iter().zip(room.place(&wanted)) {
            let Some(Placed { frame, leader }) = placed else {
                continue;
            };
            if let Some((from, to)) = leader {
                pen.line(&[from, to], 1.0, curve.style.color)?;
            }
            let (name, color) = (&curve.name, curve.style.name);
            pen.text(name, frame.center(), Voice::Label, HPos::Center, color)?;
        }
        Ok(())
    }
}

/// Where a value is, be it outside of the frame.
fn spot((step, value): (usize, f64), layout: &LossLayout) -> Option<Spot> {
    Some((layout.x_of(step), layout.y_of(value)?))
}

/// Where a value is in the frame, and whether that is in the place of one above (1) or below it
/// (−1), at its edge. A value of exactly 0 is below a logarithmic axis.
fn spot_or_edge(point: (usize, f64), layout: &LossLayout) -> Option<(Spot, i8)> {
    let frame = layout.frame;
    let floor = (point.1 == 0.0).then_some((layout.x_of(point.0), f64::INFINITY));
    let (x, y) = spot(point, layout).or(floor)?;
    Some(match y {
        y if y > frame.bottom + EDGE => ((x, frame.bottom), -1),
        y if y < frame.top - EDGE => ((x, frame.top), 1),
        y => ((x, y), 0),
    })
}

/// A curve in pieces: a value without a place on the axis breaks it. Before one of exactly 0
/// it falls off the lower edge.
pub(crate) fn lines(points: &[(usize, f64)], layout: &LossLayout) -> Vec<Vec<Spot>> {
    let mut pieces: Vec<Vec<Spot>> = Vec::new();
    let mut piece: Vec<Spot> = Vec::new();
    for &point in points {
        if let Some(spot) = spot(point, layout) {
            piece.push(spot);
            continue;
        }
        if !piece.is_empty() {
            piece.extend(spot_or_edge(point, layout).map(|(at, _)| at));
            pieces.push(std::mem::take(&mut piece));
        }
    }
    pieces.push(piece);
    let frame = layout.frame;
    let is_inside = |&(_, y): &Spot| frame.top - EDGE <= y && y <= frame.bottom + EDGE;
    let pieces = pieces
        .into_iter()
        .flat_map(|piece| match piece.iter().all(is_inside) {
            true => vec![piece],
            false => cut(&piece, frame),
        });
    pieces.map(|piece| straightened(&piece)).collect()
}

/// The pieces of a line within the heights of a frame.
fn cut(line: &[Spot], frame: Frame) -> Vec<Vec<Spot>> {
    let points: Vec<Point> = line.iter().map(|&(x, y)| Point::new(x, y)).collect();
    let area = Rect::new(frame.left, frame.right, frame.top, frame.bottom);
    let pieces = clip::path(&points, area).into_iter();
    pieces
        .map(|piece| piece.points.iter().map(|at| (at.x, at.y)).collect())
        .collect()
}

/// Draws the marker, or an arrow to where it is beyond the frame.
fn draw_now(
    pen: &Pen<'_>,
    curve: &Curve<'_>,
    now: (usize, f64),
    layout: &LossLayout,
    palette: &Palette,
) -> Drawn {
    let Some(((x, y), side)) = spot_or_edge(now, layout) else {
        return Ok(());
    };
    if side == 0 {
        if let Some(end) = curve.end {
            marker::draw_end(pen, (x, y), &curve.style, palette.ground, end)?;
        }
        return marker::draw(pen, (x, y), &curve.style, palette.ground);
    }
    let out = f64::from(-side);
    let arrow = [
        (x - 6.0, y - 7.0 * out),
        (x + 6.0, y - 7.0 * out),
        (x, y + 4.0 * out),
    ];
    pen.polygon(&arrow, curve.style.color)
}
