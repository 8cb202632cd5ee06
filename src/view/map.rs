//! The map: contour lines below, the paths of the lanes above.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::style::Color;
use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use super::axis::Tick;
use super::clip;
use super::label::Room;
use super::layout::{Frame, MapLayout, NUMBER_DROP, TICK, TICK_GAP};
use super::marker;
use super::pen::{Drawn, Pen, Spot};
use super::style::{LaneStyle, Palette};
use super::text::Voice;
use crate::lab::scene::{Lane, Scene};
use crate::math::Point;

/// How the start looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// A ring, for a picture that cannot be moved.
    Mark,
    /// A ring with arrows, which can be dragged.
    Handle,
}

/// Draws contour lines, frame, axes and minima.
///
/// # Errors
/// Those of the backend.
pub fn draw_ground<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    scene: &Scene<'_>,
    layout: &MapLayout,
    palette: &Palette,
) -> Drawn<DB> {
    let pen = Pen::on(area);
    draw_contours(&pen, scene, layout, palette)?;
    let frame = layout.frame;
    let (from, to) = ((frame.left, frame.top), (frame.right, frame.bottom));
    pen.rectangle(from, to, 1.0, palette.axis)?;
    draw_axes(&pen, layout, palette)?;
    for &minimum in scene.minima {
        if let Some((x, y)) = layout.to_pixel(minimum) {
            let arm = 6.5;
            let cross = [[(x - arm, y), (x + arm, y)], [(x, y - arm), (x, y + arm)]];
            for line in &cross {
                pen.line(line, 4.5, palette.ground)?;
            }
            for line in &cross {
                pen.line(line, 1.5, palette.ink)?;
            }
        }
    }
    Ok(())
}

fn draw_contours<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    scene: &Scene<'_>,
    layout: &MapLayout,
    palette: &Palette,
) -> Drawn<DB> {
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

fn draw_axes<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    layout: &MapLayout,
    palette: &Palette,
) -> Drawn<DB> {
    let frame = layout.frame;
    for tick in &layout.x.ticks {
        draw_x_tick(pen, frame, tick, palette)?;
    }
    for tick in &layout.y.ticks {
        draw_y_tick(pen, frame, tick, palette)?;
    }
    // The name of an axis stands among its numbers, in the last gap.
    let x = gap(&layout.x.ticks, |share| frame.left + share * frame.width());
    let below = frame.bottom + NUMBER_DROP;
    pen.text("x", (x, below), Voice::Variable, HPos::Center, palette.text)?;
    let y = gap(&layout.y.ticks, |share| {
        frame.bottom - share * frame.height()
    });
    let beside = frame.left - TICK - TICK_GAP;
    pen.text("y", (beside, y), Voice::Variable, HPos::Right, palette.text)
}

/// Draws one tick below a frame, with its number.
pub(super) fn draw_x_tick<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    frame: Frame,
    tick: &Tick,
    palette: &Palette,
) -> Drawn<DB> {
    let x = crisp(frame.left + tick.share * frame.width());
    let mark = [(x, frame.bottom), (x, frame.bottom + TICK)];
    pen.line(&mark, 1.0, palette.axis)?;
    let at = (x, frame.bottom + NUMBER_DROP);
    pen.text(&tick.label, at, Voice::Number, HPos::Center, palette.text)
}

/// Draws one tick beside a frame, with its number.
pub(super) fn draw_y_tick<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    frame: Frame,
    tick: &Tick,
    palette: &Palette,
) -> Drawn<DB> {
    let y = crisp(frame.bottom - tick.share * frame.height());
    let mark = [(frame.left - TICK, y), (frame.left, y)];
    pen.line(&mark, 1.0, palette.axis)?;
    let at = (frame.left - TICK - TICK_GAP, y);
    pen.text(&tick.label, at, Voice::Number, HPos::Right, palette.text)
}

/// The nearest middle of a pixel.
pub(super) fn crisp(place: f64) -> f64 {
    libm::floor(place) + 0.5
}

/// The place in the middle of the last two ticks.
fn gap(ticks: &[Tick], place: impl Fn(f64) -> f64) -> f64 {
    match ticks {
        [.., a, b] => place((a.share + b.share) / 2.0),
        _ => place(1.0),
    }
}

/// The line without the corners at which it does not turn enough to be seen.
fn straightened(line: &[Spot]) -> Vec<Spot> {
    let mut kept: Vec<Spot> = Vec::with_capacity(line.len());
    let mut from = 0;
    for to in 1..line.len() {
        let skipped = &line[from + 1..to];
        let strays = |&&at: &&Spot| stray(at, line[from], line[to]) > 0.07;
        if from == 0 && kept.is_empty() {
            kept.push(line[0]);
        }
        if skipped.iter().find(strays).is_some() {
            from = to - 1;
            kept.push(line[from]);
        }
    }
    kept.extend(line.last());
    kept
}

/// How far a point is from the line through two others.
fn stray(at: Spot, from: Spot, to: Spot) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = libm::hypot(dx, dy);
    if length == 0.0 {
        return libm::hypot(at.0 - from.0, at.1 - from.1);
    }
    ((at.0 - from.0) * dy - (at.1 - from.1) * dx).abs() / length
}

/// Draws the paths up to the playhead, what is to come of them faintly, and the start.
///
/// # Errors
/// Those of the backend.
pub fn draw_actors<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    scene: &Scene<'_>,
    layout: &MapLayout,
    palette: &Palette,
    start: Start,
) -> Drawn<DB> {
    let pen = Pen::on(area);
    let looks: Vec<(&Lane<'_>, LaneStyle)> = scene
        .lanes
        .iter()
        .map(|lane| (lane, LaneStyle::of(lane, palette)))
        .collect();
    for (lane, look) in &looks {
        draw_future(&pen, scene, layout, lane, look)?;
    }
    for (lane, look) in &looks {
        draw_past(&pen, scene, layout, palette, (lane, look))?;
    }
    if let Some(at) = layout.to_pixel(scene.start) {
        draw_start(&pen, at, palette, start)?;
    }
    for (lane, look) in &looks {
        draw_current(&pen, scene, layout, palette, (lane, look))?;
    }
    draw_labels(&pen, scene, layout, palette, &looks)
}

fn draw_future<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    scene: &Scene<'_>,
    layout: &MapLayout,
    lane: &Lane<'_>,
    look: &LaneStyle,
) -> Drawn<DB> {
    let Some(now) = lane.entry(scene.playhead) else {
        return Ok(());
    };
    for line in visible(&lane.trajectory.points[now..], layout) {
        pen.line(&line, 1.25, look.color.mix(0.3))?;
    }
    Ok(())
}

fn draw_past<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    scene: &Scene<'_>,
    layout: &MapLayout,
    palette: &Palette,
    (lane, look): (&Lane<'_>, &LaneStyle),
) -> Drawn<DB> {
    let Some(now) = lane.entry(scene.playhead) else {
        return Ok(());
    };
    let points = &lane.trajectory.points[..=now];
    let lines = visible(points, layout);
    let (width, radius) = weight(scene.steps);
    for line in &lines {
        pen.line(line, width + 2.0, palette.ground.mix(0.8))?;
    }
    for line in &lines {
        pen.dashed(line, look.dash, width, look.color.to_rgba())?;
    }
    let mut before = None;
    for &point in points {
        let at = layout.to_pixel(point);
        if let (Some(at), true) = (at, at != before) {
            pen.disk(at, radius, look.color)?;
        }
        before = at;
    }
    Ok(())
}

/// Width of a path and radius of the dot at each step: many steps want finer ones.
fn weight(steps: usize) -> (f64, f64) {
    match steps {
        0..=60 => (1.5, 2.5),
        61..=150 => (1.5, 2.0),
        151..=600 => (1.25, 1.5),
        _ => (1.0, 1.125),
    }
}

/// The visible pieces of a path, in pixels.
fn visible(points: &[Point], layout: &MapLayout) -> Vec<Vec<Spot>> {
    clip::path(points, layout.domain())
        .into_iter()
        .map(|piece| piece.points.into_iter().map(|p| layout.spot(p)).collect())
        .collect()
}

fn draw_start<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    at: Spot,
    palette: &Palette,
    start: Start,
) -> Drawn<DB> {
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

fn draw_current<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    scene: &Scene<'_>,
    layout: &MapLayout,
    palette: &Palette,
    (lane, look): (&Lane<'_>, &LaneStyle),
) -> Drawn<DB> {
    let Some(now) = lane.entry(scene.playhead) else {
        return Ok(());
    };
    match layout.to_pixel(lane.trajectory.points[now]) {
        Some(at) => marker::draw(pen, at, look, palette.ground),
        None => match departure(&lane.trajectory.points[..=now], layout) {
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
    let length = libm::hypot(dx, dy);
    if length > 0.0 {
        return Some((at, (dx / length, dy / length)));
    }
    let to_right = at.0 > (frame.left + frame.right) / 2.0;
    Some((at, (if to_right { 1.0 } else { -1.0 }, 0.0)))
}

fn draw_arrow<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    at: Spot,
    (dx, dy): Spot,
    look: &LaneStyle,
    palette: &Palette,
) -> Drawn<DB> {
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

/// Names each lane at the end of its whole path. There it keeps its place while the
/// playhead moves.
fn draw_labels<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    scene: &Scene<'_>,
    layout: &MapLayout,
    palette: &Palette,
    looks: &[(&Lane<'_>, LaneStyle)],
) -> Drawn<DB> {
    let mut room = Room::new(layout.frame.inset(3.0));
    let ends: Vec<Option<Spot>> = looks
        .iter()
        .map(|(lane, _)| {
            let points = &lane.trajectory.points;
            let inside = layout.to_pixel(*points.last()?);
            inside.or_else(|| Some(departure(points, layout)?.0))
        })
        .collect();
    for end in ends.iter().flatten() {
        room.take_disk(*end, marker::REACH);
    }
    let fixed = scene.minima.iter().chain([&scene.start]);
    for spot in fixed.filter_map(|&point| layout.to_pixel(point)) {
        room.take_disk(spot, 9.0);
    }
    for (lane, _) in looks {
        for line in visible(&lane.trajectory.points, layout) {
            room.crowd(&line);
        }
    }
    let placed: Vec<_> = looks
        .iter()
        .zip(&ends)
        .filter_map(|((lane, look), end)| {
            let size = (Voice::Label.width(&lane.name) + 2.0, 15.0);
            Some((lane, look, room.place((*end)?, size)?))
        })
        .collect();
    for (_, look, placed) in &placed {
        if let Some((from, to)) = placed.leader {
            pen.line(&[from, to], 3.0, palette.ground.mix(0.8))?;
            pen.line(&[from, to], 1.0, look.color)?;
        }
    }
    for (lane, look, placed) in &placed {
        let at = placed.frame.center();
        pen.text(&lane.name, at, Voice::Label, HPos::Center, look.color)?;
    }
    Ok(())
}
