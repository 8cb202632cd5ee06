//! The paths upon the surface, the start, the minima, the names.

use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};

use crate::experiments::race::picture::map::{
    CROSS, Start, draw_arrow, draw_minimum, draw_minimum_arms, draw_start, weight,
};
use crate::experiments::race::picture::space::mesh::shares;
use crate::experiments::race::picture::space::projection::{Place, SpaceLayout};
use crate::experiments::race::scene::{Lane, Scene};
use crate::math::Point;
use crate::view::label::{Placed, Room, Wanted};
use crate::view::pen::{Drawn, Pen, Spot};
use crate::view::polyline::straightened;
use crate::view::style::{LaneStyle, Palette};
use crate::view::text::Voice;
use crate::view::{clip, marker};

/// Samples of a line for each cell of the mesh that it crosses.
const PER_CELL: f64 = 1.5;

/// Dots this close, in CSS pixels, cannot be told apart.
const SAME: f64 = 0.2;

/// A stretch of a path that is in the box, and whether the surface hides it.
struct Stretch {
    spots: Vec<Spot>,
    is_hidden: bool,
}

/// A lane with its looks and its whole path, cut at the shown step.
struct Actor<'a> {
    lane: &'a Lane<'a>,
    look: LaneStyle,
    now: usize,
    past: Vec<Stretch>,
    future: Vec<Stretch>,
}

/// Draws everything that moves.
pub(crate) fn draw(
    pen: &Pen<'_>,
    scene: &Scene<'_>,
    layout: &SpaceLayout,
    palette: &Palette,
    start: Start,
) -> Drawn {
    let actor = |lane| Actor::of(lane, scene, layout, palette);
    let actors: Vec<Actor<'_>> = scene.lanes.iter().filter_map(actor).collect();
    for actor in &actors {
        for stretch in actor.future.iter().filter(|stretch| !stretch.is_hidden) {
            pen.line(&stretch.spots, 1.25, actor.look.color.mix(0.3))?;
        }
    }
    for actor in &actors {
        actor.draw_past(pen, scene, layout, palette)?;
    }
    let minima = scene
        .minima
        .iter()
        .filter(|&&point| scene.domain.contains(point));
    let minima = minima.map(|&point| layout.on_surface(point));
    let minima = minima.filter(|&place| !layout.is_hidden(place));
    let minima: Vec<Spot> = minima.map(|place| layout.spot(place)).collect();
    for &at in &minima {
        draw_minimum(pen, at, palette)?;
    }
    if scene.domain.contains(scene.start) {
        let place = layout.on_surface(scene.start);
        if place.up <= 1.0 {
            draw_start(pen, layout.spot(place), palette, start)?;
        }
    }
    let labels = place_labels(scene, layout, &actors);
    for (_, placed, color) in &labels {
        if let Some((from, to)) = placed.leader {
            pen.line(&[from, to], 3.0, palette.ground.mix(0.8))?;
            pen.line(&[from, to], 1.0, *color)?;
        }
    }
    for actor in &actors {
        actor.draw_current(pen, scene.playhead, layout, palette)?;
    }
    for &at in &minima {
        draw_minimum_arms(pen, at, palette)?;
    }
    for (name, placed, color) in &labels {
        let at = placed.frame.center();
        pen.text(name, at, Voice::Label, HPos::Center, *color)?;
    }
    let place = |point: Point| {
        let place = layout.on_surface(point);
        (layout.domain.contains(point) && place.up <= 1.0).then(|| layout.spot(place))
    };
    let mut marks = scene.marks.iter();
    marks.try_for_each(|mark| mark.draw_in_space(pen, layout.frame, &place, palette))
}

impl<'a> Actor<'a> {
    fn of(
        lane: &'a Lane<'a>,
        scene: &Scene<'_>,
        layout: &SpaceLayout,
        palette: &Palette,
    ) -> Option<Self> {
        let now = lane.entry(scene.playhead)?;
        let (points, losses) = (&lane.trajectory.points, &lane.trajectory.losses);
        Some(Self {
            lane,
            look: LaneStyle::of(lane, palette),
            now,
            past: stretches(&points[..=now], &losses[..=now], layout),
            future: match scene.shows_future {
                true => stretches(&points[now..], &losses[now..], layout),
                false => Vec::new(),
            },
        })
    }

    fn draw_past(
        &self,
        pen: &Pen<'_>,
        scene: &Scene<'_>,
        layout: &SpaceLayout,
        palette: &Palette,
    ) -> Drawn {
        let (width, radius) = weight(scene.steps);
        let color = self.look.color;
        let (hidden, seen): (Vec<_>, Vec<_>) = self.past.iter().partition(|it| it.is_hidden);
        for stretch in hidden {
            pen.line(&stretch.spots, 1.0, color.mix(0.4))?;
        }
        for stretch in &seen {
            pen.line(&stretch.spots, width + 2.0, palette.ground)?;
        }
        for stretch in &seen {
            pen.dashed(&stretch.spots, self.look.dash, width, color.to_rgba())?;
        }
        let record = self.lane.trajectory;
        let mut last: Option<Spot> = None;
        for step in 0..=self.now {
            let Some(place) = layout.recorded(record.points[step], record.losses[step]) else {
                continue;
            };
            let at = layout.spot(place);
            let is_same = |(x, y): Spot| (x - at.0).abs() < SAME && (y - at.1).abs() < SAME;
            if !last.is_some_and(is_same) && !layout.is_hidden(place) {
                pen.disk(at, radius, color)?;
                last = Some(at);
            }
        }
        Ok(())
    }

    fn draw_current(
        &self,
        pen: &Pen<'_>,
        playhead: usize,
        layout: &SpaceLayout,
        palette: &Palette,
    ) -> Drawn {
        let record = self.lane.trajectory;
        match layout.recorded(record.points[self.now], record.losses[self.now]) {
            Some(place) => {
                let at = layout.spot(place);
                if let Some(end) = self.lane.end(playhead) {
                    marker::draw_end(pen, at, &self.look, palette.ground, end)?;
                }
                marker::draw(pen, at, &self.look, palette.ground)
            }
            None => match departure(&record.points[..=self.now], layout) {
                Some((at, way)) => draw_arrow(pen, at, way, &self.look, palette),
                None => Ok(()),
            },
        }
    }

    /// Where it is now on the panel, or where its path has left the box.
    fn spot(&self, layout: &SpaceLayout) -> Option<Spot> {
        let record = self.lane.trajectory;
        match layout.recorded(record.points[self.now], record.losses[self.now]) {
            Some(place) => Some(layout.spot(place)),
            None => Some(departure(&record.points[..=self.now], layout)?.0),
        }
    }
}

/// A path upon the surface, in stretches that can be seen and such that cannot.
fn stretches(points: &[Point], losses: &[f64], layout: &SpaceLayout) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    let mut is_open = false;
    let put = |place: Place, found: &mut Vec<Stretch>, is_open: &mut bool| {
        if place.up.is_nan() || place.up > 1.0 {
            *is_open = false;
            return;
        }
        let (spot, is_hidden) = (layout.spot(place), layout.is_hidden(place));
        match found.last_mut() {
            Some(open) if *is_open && open.is_hidden == is_hidden => open.spots.push(spot),
            last => {
                let joint = last.filter(|_| *is_open).and_then(|open| open.spots.last());
                let spots = joint.copied().into_iter().chain([spot]).collect();
                found.push(Stretch { spots, is_hidden });
                *is_open = true;
            }
        }
    };
    let recorded = |step: usize| {
        let (x, y) = shares(layout.domain, points[step]);
        Place::new(x, y, layout.mesh.heights.share(losses[step]))
    };
    for (step, pair) in points.windows(2).enumerate() {
        let Some((from, to)) = clip::segment(pair[0], pair[1], layout.domain) else {
            is_open = false;
            continue;
        };
        if !is_open || from != pair[0] {
            is_open = is_open && from == pair[0];
            let first = if from == pair[0] {
                recorded(step)
            } else {
                layout.on_surface(from)
            };
            put(first, &mut found, &mut is_open);
        }
        let shares = |point| shares(layout.domain, point);
        let ((x0, y0), (x1, y1)) = (shares(from), shares(to));
        let cells = (x1 - x0).abs().max((y1 - y0).abs()) * layout.mesh.n_cells() as f64;
        let n = (cells * PER_CELL) as usize + 1;
        for k in 1..n {
            let between = from.lerp(to, k as f64 / n as f64);
            put(layout.on_surface(between), &mut found, &mut is_open);
        }
        let is_whole = to == pair[1];
        let last = if is_whole {
            recorded(step + 1)
        } else {
            layout.on_surface(to)
        };
        put(last, &mut found, &mut is_open);
        is_open = is_open && is_whole;
    }
    for stretch in &mut found {
        stretch.spots = straightened(&stretch.spots);
    }
    found.retain(|stretch| stretch.spots.len() > 1);
    found
}

/// Where a path that ends outside left the box, and in which direction on the panel.
fn departure(points: &[Point], layout: &SpaceLayout) -> Option<(Spot, Spot)> {
    let last = *points.last()?;
    let top = |point: Point| {
        let place = layout.on_surface(point);
        let up = if place.up.is_finite() {
            place.up.min(1.0)
        } else {
            1.0
        };
        layout.spot(Place { up, ..place })
    };
    if layout.domain.contains(last) {
        // It is above the box.
        return Some((top(last), (0.0, -1.0)));
    }
    let (from, at) = match clip::exit(points, layout.domain) {
        Some((from, at)) => (top(from), top(at)),
        None => (top(layout.domain.center()), top(layout.domain.clamp(last))),
    };
    let (dx, dy) = (at.0 - from.0, at.1 - from.1);
    let length = libm::hypot(dx, dy);
    let way = if length > 0.0 {
        (dx / length, dy / length)
    } else {
        (0.0, -1.0)
    };
    Some((at, way))
}

/// Names each lane at its marker, where there is room.
fn place_labels<'a>(
    scene: &Scene<'_>,
    layout: &SpaceLayout,
    actors: &[Actor<'a>],
) -> Vec<(&'a str, Placed, RGBColor)> {
    if layout.is_small() {
        return Vec::new();
    }
    let mut room = Room::new(layout.frame.inset(3.0));
    let ends: Vec<Option<Spot>> = actors.iter().map(|actor| actor.spot(layout)).collect();
    for end in ends.iter().flatten() {
        room.take_disk(*end, marker::REACH);
    }
    let minima = scene.minima.iter().map(|&point| (point, CROSS));
    let fixed = minima.chain([(scene.start, 9.0)]);
    for (point, radius) in fixed.filter(|&(point, _)| scene.domain.contains(point)) {
        let place = layout.on_surface(point);
        if place.up <= 1.0 {
            room.take_disk(layout.spot(place), radius);
        }
    }
    for stretch in actors
        .iter()
        .flat_map(|actor| actor.past.iter().chain(&actor.future))
    {
        room.crowd(&stretch.spots);
    }
    let present = actors
        .iter()
        .zip(&ends)
        .filter_map(|(actor, end)| Some((actor, (*end)?)));
    let (named, wanted): (Vec<_>, Vec<_>) = present
        .map(|(actor, end)| (actor, Wanted::name(&actor.lane.name, end)))
        .unzip();
    let places = room.place(&wanted);
    named
        .into_iter()
        .zip(places)
        .filter_map(|(actor, placed)| Some((actor.lane.name.as_str(), placed?, actor.look.name)))
        .collect()
}
