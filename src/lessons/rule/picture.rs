//! The terms of an update as arrows on the map, head to tail.

use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};

use crate::experiments::race::picture::layout::MapLayout;
use crate::experiments::race::picture::{MapMark, Mark};
use crate::experiments::race::scene::{Lane, Scene};
use crate::lessons::rule::equation::TermId;
use crate::lessons::rule::model::{Arrow, Arrows};
use crate::lessons::rule::notation::arrow_text;
use crate::math::Span;
use crate::view::clip;
use crate::view::frame::{Frame, Size};
use crate::view::pen::{Area, Drawn, Pen, Spot};
use crate::view::style::{LaneStyle, Palette};
use crate::view::text::Voice;
use std::rc::Rc;

/// How near a pointer has to be to an arrow, in CSS pixels.
const REACH: f64 = 9.0;

/// An arrow shorter than this has no name beside it unless it is lit, in CSS pixels.
const NAMED: f64 = 20.0;

/// Room for names around the arrows of a close-up, in CSS pixels.
const CLOSE_UP_EDGE: f64 = 26.0;

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

/// Arrows as they stand in a panel, the sum first so that its parts lie upon it.
#[derive(Clone, Debug)]
pub struct Shown<'a> {
    lane: &'a Lane<'a>,
    lit: Option<TermId>,
    start: Option<Spot>,
    drawn: Vec<(Arrow, Shaft)>,
    frame: Frame,
    /// How much larger than on the map they are.
    pub zoom: f64,
}

impl<'a> Shown<'a> {
    /// The arrows on the map, cut at its frame; `None` while the lesson is closed.
    pub fn on_map(scene: &'a Scene<'a>, layout: &MapLayout) -> Option<Self> {
        let arrows = scene.mark::<Arrows>()?;
        let start = arrows.arrows.first().map(|arrow| arrow.from);
        Some(Self {
            lane: scene.lanes.get(arrows.lane)?,
            lit: arrows.lit,
            start: start.and_then(|point| layout.to_pixel(point)),
            drawn: sums_first(arrows, |arrow| Shaft::of(arrow, layout)),
            frame: layout.frame,
            zoom: 1.0,
        })
    }

    /// The same arrows alone, as large as a panel of that size lets them be, in the
    /// proportions of the map; `None` where there is none with a length.
    pub fn close_up(scene: &'a Scene<'a>, layout: &MapLayout, size: Size) -> Option<Self> {
        let arrows = scene.mark::<Arrows>()?;
        let frame = Frame {
            left: 0.0,
            top: 0.0,
            right: size.width,
            bottom: size.height,
        };
        let room = frame.inset(CLOSE_UP_EDGE);
        let ends: Vec<Spot> = arrows
            .arrows
            .iter()
            .flat_map(|arrow| [layout.spot(arrow.from), layout.spot(arrow.to)])
            .collect();
        let span = |at: fn(&Spot) -> f64| {
            let values = || ends.iter().map(at);
            let low = values().fold(f64::INFINITY, f64::min);
            (low, values().fold(f64::NEG_INFINITY, f64::max))
        };
        let (x, y) = (span(|spot| spot.0), span(|spot| spot.1));
        let (width, height) = (x.1 - x.0, y.1 - y.0);
        let zoom = (room.width() / width).min(room.height() / height);
        if !(zoom.is_finite() && zoom > 0.0 && room.is_drawable()) {
            return None;
        }
        let middle = ((x.0 + x.1) / 2.0, (y.0 + y.1) / 2.0);
        let place = |point| {
            let (px, py) = layout.spot(point);
            let (cx, cy) = frame.center();
            (cx + (px - middle.0) * zoom, cy + (py - middle.1) * zoom)
        };
        let shaft = |arrow: &Arrow| {
            Some(Shaft {
                tail: place(arrow.from),
                tip: place(arrow.to),
                has_head: true,
            })
        };
        Some(Self {
            lane: scene.lanes.get(arrows.lane)?,
            lit: arrows.lit,
            start: arrows.arrows.first().map(|arrow| place(arrow.from)),
            drawn: sums_first(arrows, shaft),
            frame,
            zoom,
        })
    }

    /// The term whose arrow is at a place; of two as near, the part comes before the sum.
    pub fn term_at(&self, at: Spot) -> Option<TermId> {
        /// A part that much farther than the sum is taken for as near, in CSS pixels.
        const AS_NEAR: f64 = 1.0;
        let distance = |(arrow, shaft): &(Arrow, Shaft)| {
            let away = shaft.distance(at);
            let handicap = if arrow.is_sum { AS_NEAR } else { 0.0 };
            (away <= REACH).then_some((away + handicap, arrow.id))
        };
        let near = self.drawn.iter().filter_map(distance);
        near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, id)| id)
    }

    /// Draws the arrows.
    ///
    /// They differ by width, dash and name, not by color alone; the lit one is wider and
    /// has a casing, while the others fade.
    fn draw(&self, pen: &Pen<'_>, palette: &Palette) -> Drawn {
        let look = LaneStyle::of(self.lane, palette);
        let color = |arrow: &Arrow, own| match arrow.is_sum {
            true => own,
            false => palette.ink,
        };
        for (arrow, shaft) in &self.drawn {
            draw_shaft(
                pen,
                arrow,
                shaft,
                self.lit,
                color(arrow, look.color),
                palette,
            )?;
        }
        if let (Some(TermId::Params), Some(at)) = (self.lit, self.start) {
            pen.circle(at, 9.0, 6.0, palette.ground)?;
            pen.circle(at, 9.0, 3.0, palette.ink)?;
        }
        for (arrow, shaft) in &self.drawn {
            let is_lit = self.lit == Some(arrow.id);
            if is_lit || shaft.length() >= NAMED {
                let name = arrow_text(&self.lane.hyperparameters, arrow.id);
                let at = name_place(&name, shaft, center(&self.drawn), self.frame);
                pen.text(
                    &name,
                    at,
                    Voice::Label,
                    HPos::Center,
                    color(arrow, look.name),
                )?;
            }
        }
        Ok(())
    }
}

fn sums_first(arrows: &Arrows, shaft: impl Fn(&Arrow) -> Option<Shaft>) -> Vec<(Arrow, Shaft)> {
    let (sums, parts): (Vec<_>, Vec<_>) = (arrows.arrows.iter())
        .filter_map(|arrow| Some((*arrow, shaft(arrow)?)))
        .partition(|(arrow, _)| arrow.is_sum);
    sums.into_iter().chain(parts).collect()
}

impl Mark for Arrows {
    fn draw_on_map(
        &self,
        pen: &Pen<'_>,
        scene: &Scene<'_>,
        layout: &MapLayout,
        palette: &Palette,
    ) -> Drawn {
        Shown::on_map(scene, layout).map_or(Ok(()), |shown| shown.draw(pen, palette))
    }
}

/// The arrows of the chosen lane, while the lesson on the rule or on its program is open.
pub static ARROWS: MapMark = MapMark(|lab| Some(Rc::new(lab.arrows()?)));

/// Draws the arrows alone and large.
///
/// # Errors
/// Those of the backend.
pub fn draw_close_up(area: &dyn Area, shown: &Shown<'_>, palette: &Palette) -> Drawn {
    let pen = Pen::on(area);
    if let Some(at) = shown.start {
        pen.circle(at, 4.0, 2.0, palette.ink)?;
    }
    shown.draw(&pen, palette)
}

fn draw_shaft(
    pen: &Pen<'_>,
    arrow: &Arrow,
    shaft: &Shaft,
    lit: Option<TermId>,
    color: RGBColor,
    palette: &Palette,
) -> Drawn {
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
fn center(drawn: &[(Arrow, Shaft)]) -> Spot {
    let n = drawn.len().max(1) as f64;
    let sum = drawn.iter().fold((0.0, 0.0), |sum: Spot, (_, shaft)| {
        let (x, y) = shaft.middle();
        (sum.0 + x, sum.1 + y)
    });
    (sum.0 / n, sum.1 / n)
}

/// Where the name of an arrow stands: beside its middle, within the frame.
fn name_place(name: &str, shaft: &Shaft, center: Spot, frame: Frame) -> Spot {
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
    let room = frame.inset(3.0);
    let within = |value: f64, low: f64, high: f64, half: f64| {
        if high - low > 2.0 * half {
            Span::new(low + half, high - half).clamp(value)
        } else {
            (low + high) / 2.0
        }
    };
    (
        within(at.0, room.left, room.right, width / 2.0),
        within(at.1, room.top, room.bottom, height / 2.0),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lab::Lab;

    #[track_caller]
    fn check_found(shown: &Shown<'_>, query: &str) {
        assert!(!shown.drawn.is_empty(), "{query}");
        for (arrow, shaft) in &shown.drawn {
            let found = shown.term_at(shaft.middle());
            // A part may lie along the sum and then comes first.
            let is_right = found == Some(arrow.id) || (arrow.is_sum && found.is_some());
            assert!(is_right, "{found:?} {arrow:?}: {query}");
        }
        assert_eq!(shown.term_at((-100.0, -100.0)), None);
    }

    #[track_caller]
    fn check_hits(query: &str) {
        let mut lab = Lab::new();
        lab.set_query(query);
        let scene = lab.scene();
        let layout = MapLayout::new(&scene, Size::new(640.0, 420.0)).expect("a map of this size");
        check_found(&Shown::on_map(&scene, &layout).expect("arrows"), query);
        let size = Size::new(300.0, 200.0);
        let close = Shown::close_up(&scene, &layout, size).expect("arrows");
        check_found(&close, query);
        let inside = |spot: Spot| close.frame.contains(spot);
        assert!(
            close
                .drawn
                .iter()
                .all(|(_, it)| inside(it.tail) && inside(it.tip))
        );
    }

    #[test]
    fn an_arrow_is_found_where_it_is_drawn() {
        check_hits("lessons=rule&step=1");
        check_hits("lessons=rule&lane=2&step=4");
        check_hits("lessons=rule&lane=2&step=29");
        check_hits("lessons=rule&lane=4&step=20");
        check_hits("lessons=rule&optimizers=sgd:lr=3&step=4");
        check_hits("lessons=rule&lane=3&step=1");
        check_hits("lessons=rule&optimizers=nesterov&step=4");
    }

    #[test]
    fn arrows_without_length_have_no_close_up() {
        let mut lab = Lab::new();
        lab.set_query("lessons=rule&start=0 0");
        let scene = lab.scene();
        let layout = MapLayout::new(&scene, Size::new(640.0, 420.0)).expect("a map of this size");
        assert!(Shown::close_up(&scene, &layout, Size::new(300.0, 200.0)).is_none());
    }

    #[test]
    fn arrows_are_there_only_while_the_lesson_is_open() {
        let mut lab = Lab::new();
        assert!(lab.scene().mark::<Arrows>().is_none());
        lab.set_query("lessons=rule");
        assert!(lab.scene().mark::<Arrows>().is_some());
    }

    #[test]
    fn an_arrow_that_leaves_the_frame_ends_at_its_edge_without_a_head() {
        let mut lab = Lab::new();
        lab.set_query("lessons=rule&optimizers=sgd:lr=3&step=1");
        let scene = lab.scene();
        let layout = MapLayout::new(&scene, Size::new(640.0, 420.0)).expect("a map of this size");
        let arrow = scene.mark::<Arrows>().expect("arrows").arrows[0];
        let shaft = Shaft::of(&arrow, &layout).expect("an arrow in the picture");
        assert!(!shaft.has_head);
        assert!(layout.domain().contains(layout.to_point(shaft.tail)));
    }
}
