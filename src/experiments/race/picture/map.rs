//! The map: contours below, the paths of the lanes above.

use std::borrow::Cow;

use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};

use crate::experiments::race::names as words;
use crate::experiments::race::picture::contours;
use crate::experiments::race::picture::layout::MapLayout;
use crate::experiments::race::picture::map_axes;
use crate::experiments::race::scene::{Lane, Scene};
use crate::math::Point;
use crate::view::label::{Placed, Room, Wanted};
use crate::view::layout::TITLE_RISE;
use crate::view::pen::{Area, Drawn, Pen, Spot};
use crate::view::polyline::straightened;
use crate::view::style::{LaneStyle, Palette};
use crate::view::text::Voice;
use crate::view::{clip, marker};

/// How the start looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// A ring, for a picture that cannot be moved.
    Mark,
    /// A ring with arrows, which can be dragged.
    Handle,
}

/// Draws contours, frame and axes.
///
/// # Errors
/// Those of the backend.
pub fn draw_ground(
    area: &dyn Area,
    scene: &Scene<'_>,
    layout: &MapLayout,
    palette: &Palette,
) -> Drawn {
    let pen = Pen::on(area);
    contours::fill(&pen, scene, layout, palette)?;
    contours::draw(&pen, scene, layout, palette)?;
    contours::write_values(&pen, scene, layout, palette)?;
    crate::experiments::race::picture::slopes::draw(&pen, &scene.slopes, layout, palette)?;
    map_axes::draw(&pen, layout, palette)?;
    let title = format!("f(x, y) = {}", words::shown_formula(scene));
    let fits = Voice::Number.width(&title) <= layout.frame.width();
    if layout.is_titled && fits {
        let at = (layout.frame.left, layout.frame.top - TITLE_RISE);
        pen.text(&title, at, Voice::Number, HPos::Left, palette.text)?;
    }
    Ok(())
}

/// Draws the paths up to the playhead, what is to come of them faintly, and the start. Names go
/// with the markers.
///
/// # Errors
/// Those of the backend.
pub fn draw_actors(
    area: &dyn Area,
    scene: &Scene<'_>,
    layout: &MapLayout,
    palette: &Palette,
    start: Start,
) -> Drawn {
    let pen = Pen::on(area);
    let actors = actors(scene, layout, palette);
    for actor in &actors {
        for line in &actor.future {
            pen.line(line, 1.25, actor.look.color.mix(0.3))?;
        }
    }
    for actor in &actors {
        draw_past(&pen, scene, layout, palette, actor)?;
    }
    let minima = || scene.minima.iter().filter_map(|&p| layout.to_pixel(p));
    for at in minima() {
        draw_minimum(&pen, at, palette)?;
    }
    if let Some(at) = layout.to_pixel(scene.start) {
        draw_start(&pen, at, palette, start)?;
    }
    let labels = place_labels(scene, layout, &actors);
    for (color, leader) in labels
        .iter()
        .filter_map(|label| Some((label.color, label.placed.leader?)))
    {
        let line = [leader.0, leader.1];
        pen.line(&line, 3.0, palette.ground.mix(0.8))?;
        pen.line(&line, 1.0, color)?;
    }
    for actor in &actors {
        draw_current(&pen, scene, layout, palette, actor)?;
    }
    for at in minima() {
        draw_minimum_arms(&pen, at, palette)?;
    }
    for label in &labels {
        let at = label.placed.frame.center();
        pen.text(label.name, at, Voice::Label, HPos::Center, label.color)?;
    }
    let mut marks = scene.marks.iter();
    marks.try_for_each(|mark| mark.draw_on_map(&pen, scene, layout, palette))
}

/// A lane with its looks and the visible pieces of its path, cut at the shown step.
struct Actor<'a> {
    lane: &'a Lane<'a>,
    look: LaneStyle,
    now: usize,
    past: Vec<Vec<Spot>>,
    future: Vec<Vec<Spot>>,
}

/// All lanes that have a start.
fn actors<'a>(scene: &'a Scene<'_>, layout: &MapLayout, palette: &Palette) -> Vec<Actor<'a>> {
    let actor = |lane: &'a Lane<'a>| {
        let now = lane.entry(scene.playhead)?;
        let points = &lane.trajectory.points;
        Some(Actor {
            lane,
            look: LaneStyle::of(lane, palette),
            now,
            past: visible(&points[..=now], layout),
            future: match scene.shows_future {
                true => visible(&points[now..], layout),
                false => Vec::new(),
            },
        })
    };
    scene.lanes.iter().filter_map(actor).collect()
}

impl Actor<'_> {
    fn points(&self) -> &[Point] {
        &self.lane.trajectory.points
    }

    /// The visible pieces of all that is drawn of the path. Those before and after the shown step
    /// have other corners.
    fn whole(&self, scene: &Scene<'_>, layout: &MapLayout) -> Cow<'_, [Vec<Spot>]> {
        match self.now + 1 == self.points().len() || !scene.shows_future {
            true => (&self.past).into(),
            false => visible(self.points(), layout).into(),
        }
    }
}

fn draw_past(
    pen: &Pen<'_>,
    scene: &Scene<'_>,
    layout: &MapLayout,
    palette: &Palette,
    actor: &Actor<'_>,
) -> Drawn {
    let (lines, look) = (&actor.past, &actor.look);
    let points = &actor.points()[..=actor.now];
    let (width, radius) = weight(scene.steps);
    for line in lines {
        pen.line(line, width + 2.0, palette.ground)?;
    }
    for line in lines {
        pen.dashed(line, look.dash, width, look.color.to_rgba())?;
    }
    let mut last: Option<Spot> = None;
    for at in points.iter().filter_map(|&point| layout.to_pixel(point)) {
        // A dot upon a dot of its own color adds nothing, as where a run has converged.
        let is_same = |(x, y): Spot| (x - at.0).abs() < SAME && (y - at.1).abs() < SAME;
        if !last.is_some_and(is_same) {
            pen.disk(at, radius, look.color)?;
            last = Some(at);
        }
    }
    Ok(())
}

/// Dots this close, in CSS pixels, cannot be told apart.
const SAME: f64 = 0.2;

/// Width of a path and radius of the dot at each step: many steps want finer ones.
pub(crate) fn weight(steps: usize) -> (f64, f64) {
    match steps {
        0..=60 => (1.5, 2.5),
        61..=150 => (1.5, 2.0),
        151..=600 => (1.25, 1.5),
        _ => (1.0, 1.125),
    }
}

/// The visible pieces of a path, in pixels.
fn visible(points: &[Point], layout: &MapLayout) -> Vec<Vec<Spot>> {
    let spots = |piece: clip::Piece| -> Vec<Spot> {
        piece.points.into_iter().map(|p| layout.spot(p)).collect()
    };
    let pieces = clip::path(points, layout.domain()).into_iter();
    pieces.map(|piece| straightened(&spots(piece))).collect()
}

/// How far the cross at a minimum reaches, in CSS pixels.
pub(crate) const CROSS: f64 = 13.0;

/// From there on it is not under a marker.
const OUTSIDE: f64 = 7.5;

/// The cross at a minimum, over the paths.
pub(crate) fn draw_minimum(pen: &Pen<'_>, at: Spot, palette: &Palette) -> Drawn {
    draw_cross(pen, at, 0.0, palette)
}

/// What of it sticks out from under a marker, over the marker's ring.
pub(crate) fn draw_minimum_arms(pen: &Pen<'_>, at: Spot, palette: &Palette) -> Drawn {
    draw_cross(pen, at, OUTSIDE, palette)
}

fn draw_cross(pen: &Pen<'_>, (x, y): Spot, from: f64, palette: &Palette) -> Drawn {
    // The outline, whose ends are round, leaves what the arm joins.
    let lines = [
        (from + from.min(2.0), 4.0, palette.ground),
        (from, 1.5, palette.ink),
    ];
    for (from, width, color) in lines {
        for (dx, dy) in [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)] {
            let arm = [from, CROSS].map(|out| (x + dx * out, y + dy * out));
            pen.line(&arm, width, color)?;
        }
    }
    Ok(())
}

pub(crate) fn draw_start(pen: &Pen<'_>, at: Spot, palette: &Palette, start: Start) -> Drawn {
    let radius = 7.5;
    pen.circle(at, radius, 5.0, palette.ground)?;
    pen.circle(at, radius, 2.0, palette.ink)?;
    if start == Start::Mark {
        return Ok(());
    }
    for (dx, dy) in [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)] {
        let arrow = |base: f64, tip: f64, half: f64| {
            let place =
                |out: f64, side: f64| (at.0 + dx * out - dy * side, at.1 + dy * out + dx * side);
            [place(base, half), place(tip, 0.0), place(base, -half)]
        };
        pen.polygon(&arrow(radius + 1.5, radius + 8.0, 5.5), palette.ground)?;
        pen.polygon(&arrow(radius + 2.75, radius + 6.25, 3.5), palette.ink)?;
    }
    Ok(())
}

fn draw_current(
    pen: &Pen<'_>,
    scene: &Scene<'_>,
    layout: &MapLayout,
    palette: &Palette,
    Actor {
        lane, look, now, ..
    }: &Actor<'_>,
) -> Drawn {
    match layout.to_pixel(lane.trajectory.points[*now]) {
        Some(at) => {
            if let Some(end) = lane.end(scene.playhead) {
                marker::draw_end(pen, at, look, palette.ground, end)?;
            }
            marker::draw(pen, at, look, palette.ground)
        }
        None => match departure(&lane.trajectory.points[..=*now], layout) {
            Some((at, way)) => draw_arrow(pen, at, way, look, palette),
            None => Ok(()),
        },
    }
}

/// Where a path that ends outside left the frame, and in which direction (a unit
/// vector): that of its last visible piece. A path of which nothing is visible is
/// pointed to from the middle.
fn departure(points: &[Point], layout: &MapLayout) -> Option<(Spot, Spot)> {
    let (domain, frame) = (layout.domain(), layout.frame);
    let (from, at) = match clip::exit(points, domain) {
        Some((from, at)) => (layout.spot(from), layout.spot(at)),
        None => {
            let center = layout.spot(domain.center());
            (center, layout.spot(domain.clamp(*points.last()?)))
        }
    };
    let (dx, dy) = (at.0 - from.0, at.1 - from.1);
    let length = f64::sqrt(dx * dx + dy * dy);
    if length > 0.0 {
        return Some((at, (dx / length, dy / length)));
    }
    let to_right = at.0 > (frame.left + frame.right) / 2.0;
    Some((at, (if to_right { 1.0 } else { -1.0 }, 0.0)))
}

pub(crate) fn draw_arrow(
    pen: &Pen<'_>,
    at: Spot,
    (dx, dy): Spot,
    look: &LaneStyle,
    palette: &Palette,
) -> Drawn {
    let place = |out: f64, side: f64| (at.0 + dx * out - dy * side, at.1 + dy * out + dx * side);
    let head = |grow: f64| {
        [
            place(-11.0 - grow, 6.0 + grow * 1.6),
            place(1.0 + grow * 2.0, 0.0),
            place(-11.0 - grow, -6.0 - grow * 1.6),
            place(-8.0 - grow, 0.0),
        ]
    };
    pen.polygon(&head(1.5), palette.ground)?;
    pen.polygon(&head(0.0), look.color)
}

/// The name of a lane and where it stands.
struct Label<'a> {
    name: &'a str,
    color: RGBColor,
    placed: Placed,
}

/// Names each lane at its marker, or where its path has left the frame.
fn place_labels<'a>(
    scene: &Scene<'_>,
    layout: &MapLayout,
    actors: &'a [Actor<'_>],
) -> Vec<Label<'a>> {
    let mut room = Room::new(layout.frame.inset(3.0));
    let end = |actor: &'a Actor<'_>| {
        let points = &actor.points()[..=actor.now];
        let inside = layout.to_pixel(*points.last()?);
        let end = inside.or_else(|| Some(departure(points, layout)?.0))?;
        Some((actor, end))
    };
    let ends: Vec<(&Actor<'_>, Spot)> = actors.iter().filter_map(end).collect();
    for (_, end) in &ends {
        room.take_disk(*end, marker::REACH);
    }
    for spot in scene.minima.iter().filter_map(|&p| layout.to_pixel(p)) {
        room.take_disk(spot, CROSS);
    }
    if let Some(spot) = layout.to_pixel(scene.start) {
        room.take_disk(spot, 9.0);
    }
    for actor in actors {
        for line in &*actor.whole(scene, layout) {
            room.crowd(line);
        }
    }
    let wanted = ends
        .iter()
        .map(|(actor, end)| Wanted::name(&actor.lane.name, *end));
    let wanted: Vec<Wanted> = wanted.collect();
    let places = room.place(&wanted);
    let labels = ends.iter().zip(places).filter_map(|((actor, _), placed)| {
        Some(Label {
            name: &actor.lane.name,
            color: actor.look.name,
            placed: placed?,
        })
    });
    labels.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lab::Lab;
    use crate::view::{Frame, Size, Theme};

    #[track_caller]
    fn check_labels(query: &str, size: Size) {
        let mut lab = Lab::new();
        lab.set_query(query);
        let scene = lab.scene();
        let layout = MapLayout::new(&scene, size).expect("a map of this size");
        let actors = actors(&scene, &layout, Theme::Light.palette());
        let labels = place_labels(&scene, &layout, &actors);
        assert_eq!(labels.len(), scene.lanes.len());
        let frames: Vec<Frame> = labels.iter().map(|label| label.placed.frame).collect();
        for (rank, frame) in frames.iter().enumerate() {
            assert!(layout.frame.encloses(*frame));
            assert!(frames[..rank].iter().all(|other| !frame.overlaps(*other)));
            let start = layout.spot(scene.start);
            assert!(!frame.contains(start));
        }
    }

    #[test]
    fn the_labels_of_the_book_do_not_overlap() {
        for size in [
            Size::new(320.0, 260.0),
            Size::new(480.0, 360.0),
            Size::new(900.0, 600.0),
        ] {
            check_labels("", size);
            check_labels("optimizers=sgd:lr=1.05 momentum adagrad adam", size);
            check_labels(
                "steps=500&optimizers=sgd momentum nesterov adagrad rmsprop adam",
                size,
            );
        }
    }

    #[test]
    fn names_go_with_the_markers_while_it_plays() {
        for step in [1, 7, 20, 29] {
            let mut lab = Lab::new();
            lab.set_query(&format!("step={step}"));
            let scene = lab.scene();
            let layout = MapLayout::new(&scene, Size::new(480.0, 360.0)).expect("a map");
            let actors = actors(&scene, &layout, Theme::Light.palette());
            let labels = place_labels(&scene, &layout, &actors);
            assert_eq!(labels.len(), actors.len());
            for (label, actor) in labels.iter().zip(&actors) {
                let marker = layout.spot(actor.points()[step]);
                let name = label.placed.frame;
                let beside = (name.left - marker.0).max(marker.0 - name.right);
                let over = (name.top - marker.1).max(marker.1 - name.bottom);
                assert!(
                    beside.max(over) < 60.0,
                    "{} at {step}: {name:?}",
                    label.name
                );
                let is_led = label.placed.leader.is_some();
                assert!(
                    beside.max(over) < 20.0 || is_led,
                    "{} at {step}",
                    label.name
                );
            }
        }
    }
}
