//! The terms of an update as arrows on the map, head to tail.

use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};
use plotters_backend::DrawingBackend;

use super::notation::arrow_text;
use crate::lab::lessons::equation::TermId;
use crate::lab::lessons::rule::{Arrow, Arrows};
use crate::lab::scene::{Lane, Scene};
use crate::view::clip;
use crate::view::frame::Frame;
use crate::view::layout::MapLayout;
use crate::view::pen::{Drawn, Pen, Spot};
use crate::view::style::{LaneStyle, Palette};
use crate::view::text::Voice;

/// How near a pointer has to be to an arrow, in CSS pixels.
const REACH: f64 = 9.0;

/// An arrow shorter than this has no name beside it unless it is lit, in CSS pixels.
const NAMED: f64 = 20.0;

/// Lengths of dashes and gaps of what is carried over from the steps before.
const CARRIED: [f64; 2] = [5.0, 3.0];

/// The visible part of an arrow in pixels.
#[derive(Clone, Copy, Debug)]
struct Shaft {
    tail: Spot,
    tip: Spot,
    /// Whether the tip is the arrow's own and not the edge of the frame.
    has_head: bool,
}

impl Shaft {
    fn of(arrow: &Arrow, layout: &MapLayout) -> Option<Self> {
        let (from, to) = clip::segment(arrow.from, arrow.to, layout.domain())?;
        Some(Self {
            tail: layout.spot(from),
            tip: layout.spot(to),
            has_head: to == arrow.to,
        })
    }

    fn length(&self) -> f64 {
        libm::hypot(self.tip.0 - self.tail.0, self.tip.1 - self.tail.1)
    }

    /// The unit vector from tail to tip; none where they are at one place.
    fn way(&self) -> Option<Spot> {
        let length = self.length();
        let way = |from: f64, to: f64| (to - from) / length;
        (length > 0.0).then(|| (way(self.tail.0, self.tip.0), way(self.tail.1, self.tip.1)))
    }

    fn middle(&self) -> Spot {
        (
            (self.tail.0 + self.tip.0) / 2.0,
            (self.tail.1 + self.tip.1) / 2.0,
        )
    }

    /// How far a place is from the line.
    fn distance(&self, at: Spot) -> f64 {
        let (dx, dy) = (self.tip.0 - self.tail.0, self.tip.1 - self.tail.1);
        let square = dx * dx + dy * dy;
        let along = (at.0 - self.tail.0) * dx + (at.1 - self.tail.1) * dy;
        let share = if square > 0.0 {
            (along / square).clamp(0.0, 1.0)
        } else {
            0.0
        };
        let near = (self.tail.0 + dx * share, self.tail.1 + dy * share);
        libm::hypot(at.0 - near.0, at.1 - near.1)
    }
}

/// The term whose arrow is at a place of the map; of two as near, the part comes before
/// the sum.
pub fn term_at(arrows: &Arrows, layout: &MapLayout, at: Spot) -> Option<TermId> {
    /// A part that much farther than the sum is taken for as near, in CSS pixels.
    const AS_NEAR: f64 = 1.0;
    let distance = |arrow: &Arrow| {
        let away = Shaft::of(arrow, layout)?.distance(at);
        let handicap = if arrow.is_sum { AS_NEAR } else { 0.0 };
        (away <= REACH).then_some((away + handicap, arrow.id))
    };
    let near = arrows.arrows.iter().filter_map(distance);
    near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, id)| id)
}

/// Draws the arrows of the scene, the sum below its parts.
///
/// They differ by width, dash and name, not by color alone; the lit one is wider and
/// has a casing, while the others fade.
pub(in crate::view) fn draw<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    scene: &Scene<'_>,
    layout: &MapLayout,
    palette: &Palette,
) -> Drawn<DB> {
    let Some((arrows, lane)) = shown(scene) else {
        return Ok(());
    };
    let sum_color = LaneStyle::of(lane, palette).color;
    let (sums, parts): (Vec<_>, Vec<_>) = (arrows.arrows.iter())
        .filter_map(|arrow| Some((arrow, Shaft::of(arrow, layout)?)))
        .partition(|(arrow, _)| arrow.is_sum);
    let drawn: Vec<(&Arrow, Shaft)> = sums.into_iter().chain(parts).collect();
    let color = |arrow: &Arrow| if arrow.is_sum { sum_color } else { palette.ink };
    for (arrow, shaft) in &drawn {
        draw_shaft(pen, arrow, shaft, arrows.lit, color(arrow), palette)?;
    }
    let start = arrows.arrows.first().map(|arrow| arrow.from);
    if let (Some(TermId::Params), Some(at)) = (arrows.lit, start.and_then(|p| layout.to_pixel(p))) {
        pen.circle(at, 9.0, 6.0, palette.ground)?;
        pen.circle(at, 9.0, 3.0, palette.ink)?;
    }
    for (arrow, shaft) in &drawn {
        let is_lit = arrows.lit == Some(arrow.id);
        if is_lit || shaft.length() >= NAMED {
            let name = arrow_text(&lane.hyperparameters, arrow.id);
            let at = name_place(&name, shaft, center(&drawn), layout);
            pen.text(&name, at, Voice::Label, HPos::Center, color(arrow))?;
        }
    }
    Ok(())
}

fn shown<'a, 'b>(scene: &'a Scene<'b>) -> Option<(&'a Arrows, &'a Lane<'b>)> {
    let arrows = scene.arrows.as_ref()?;
    Some((arrows, scene.lanes.get(arrows.lane)?))
}

fn draw_shaft<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    arrow: &Arrow,
    shaft: &Shaft,
    lit: Option<TermId>,
    color: RGBColor,
    palette: &Palette,
) -> Drawn<DB> {
    let Some((dx, dy)) = shaft.way() else {
        return Ok(());
    };
    let is_lit = lit == Some(arrow.id);
    let width: f64 = match (arrow.is_sum, is_lit) {
        (true, false) => 3.5,
        (true, true) => 5.5,
        (false, false) => 2.0,
        (false, true) => 4.0,
    };
    let fades = lit.is_some_and(|lit| lit != arrow.id && lit != TermId::Params);
    let paint = color.mix(if fades { 0.45 } else { 1.0 });
    let length = shaft.length();
    let head = if shaft.has_head {
        (6.0 + width * 1.5).min(length)
    } else {
        0.0
    };
    let place = |back: f64, side: f64| {
        (
            shaft.tip.0 - dx * back - dy * side,
            shaft.tip.1 - dy * back + dx * side,
        )
    };
    // The line ends within the head, whose tip would be blunt otherwise.
    let line = [shaft.tail, place(head * 0.7, 0.0)];
    let half = head * 0.48;
    if is_lit {
        pen.line(&line, width + 5.0, palette.ground)?;
    } else {
        pen.line(&line, width + 2.0, palette.ground.mix(0.8))?;
    }
    if arrow.id == TermId::Carried {
        pen.dashed(&line, &CARRIED, width, paint)?;
    } else {
        pen.line(&line, width, paint)?;
    }
    if head > 0.0 {
        pen.polygon(
            &[place(head, half), place(0.0, 0.0), place(head, -half)],
            paint,
        )?;
    }
    Ok(())
}

/// The middle of all arrows: names stand on the far side of it.
fn center(drawn: &[(&Arrow, Shaft)]) -> Spot {
    let n = drawn.len().max(1) as f64;
    let sum = drawn.iter().fold((0.0, 0.0), |sum: Spot, (_, shaft)| {
        let (x, y) = shaft.middle();
        (sum.0 + x, sum.1 + y)
    });
    (sum.0 / n, sum.1 / n)
}

/// Where the name of an arrow stands: beside its middle, within the frame.
fn name_place(name: &str, shaft: &Shaft, center: Spot, layout: &MapLayout) -> Spot {
    let (dx, dy) = shaft.way().unwrap_or((1.0, 0.0));
    let middle = shaft.middle();
    let (width, height) = (Voice::Label.width(name), Voice::Label.size() + 2.0);
    let out = (dy, -dx);
    let turned = (middle.0 - center.0) * out.0 + (middle.1 - center.1) * out.1;
    // A single arrow has its name above.
    let is_turned = turned < -0.01 || (turned.abs() <= 0.01 && out.1 > 0.0);
    let side = if is_turned { -1.0 } else { 1.0 };
    let reach = 6.0 + (out.0.abs() * width + out.1.abs() * height) / 2.0;
    let at = (
        middle.0 + out.0 * side * reach,
        middle.1 + out.1 * side * reach,
    );
    let room: Frame = layout.frame.inset(3.0);
    let within = |value: f64, low: f64, high: f64, half: f64| {
        if high - low > 2.0 * half {
            value.clamp(low + half, high - half)
        } else {
            (low + high) / 2.0
        }
    };
    (
        within(at.0, room.left, room.right, width / 2.0),
        within(at.1, room.top, room.bottom, height / 2.0),
    )
}

/// Where an arrow's middle is on the map, for tests and for who points by script.
pub fn middle_of(arrows: &Arrows, layout: &MapLayout, id: TermId) -> Option<Spot> {
    let arrow = arrows.arrows.iter().find(|arrow| arrow.id == id)?;
    Some(Shaft::of(arrow, layout)?.middle())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lab::Lab;
    use crate::view::Size;

    #[track_caller]
    fn check_hits(query: &str) {
        let mut lab = Lab::new();
        lab.set_query(query);
        let scene = lab.scene();
        let layout = MapLayout::new(&scene, Size::new(640.0, 420.0)).expect("a map of this size");
        let arrows = scene.arrows.as_ref().expect("arrows");
        assert!(!arrows.arrows.is_empty(), "{query}");
        for arrow in &arrows.arrows {
            let at = middle_of(arrows, &layout, arrow.id).expect("an arrow in the picture");
            let found = term_at(arrows, &layout, at);
            // A part may lie along the sum and then comes first.
            let is_right = found == Some(arrow.id) || (arrow.is_sum && found.is_some());
            assert!(is_right, "{found:?} {arrow:?}: {query}");
        }
        assert_eq!(term_at(arrows, &layout, (-100.0, -100.0)), None);
    }

    #[test]
    fn an_arrow_is_found_where_it_is_drawn() {
        check_hits("lessons=rule&step=1");
        check_hits("lessons=rule&lane=2&step=4");
        check_hits("lessons=rule&lane=3&step=1");
        check_hits("lessons=rule&optimizers=nesterov&step=4");
    }

    #[test]
    fn arrows_are_there_only_while_the_lesson_is_open() {
        let mut lab = Lab::new();
        assert!(lab.scene().arrows.is_none());
        lab.set_query("lessons=rule");
        assert!(lab.scene().arrows.is_some());
    }

    #[test]
    fn an_arrow_that_leaves_the_frame_ends_at_its_edge_without_a_head() {
        let mut lab = Lab::new();
        lab.set_query("lessons=rule&optimizers=sgd:lr=3&step=1");
        let scene = lab.scene();
        let layout = MapLayout::new(&scene, Size::new(640.0, 420.0)).expect("a map of this size");
        let arrow = scene.arrows.as_ref().expect("arrows").arrows[0];
        let shaft = Shaft::of(&arrow, &layout).expect("an arrow in the picture");
        assert!(!shaft.has_head);
        assert!(layout.domain().contains(layout.to_point(shaft.tail)));
    }
}
