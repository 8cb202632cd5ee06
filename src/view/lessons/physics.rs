//! The ball in the valley: a cross-section, the ball, and arrows for what moves it.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};
use plotters_backend::DrawingBackend;

use crate::lab::lessons::physics::Physics;
use crate::lab::scene::Rule;
use crate::lab::settings::{Choice, Coordinate};
use crate::locale::Messages;
use crate::locale::lessons::physics::PhysicsWords;
use crate::math::{Point, Rect, Span};
use crate::view::axis::Axis;
use crate::view::clip;
use crate::view::frame::{Frame, Size};
use crate::view::layout::{EDGE, NUMBER_DROP, TICK, TICK_GAP};
use crate::view::number::readable;
use crate::view::pen::{Drawn, Pen, Spot};
use crate::view::polyline::straightened;
use crate::view::style::{LaneStyle, Palette, Theme};
use crate::view::svg::Svg;
use crate::view::text::Voice;

/// Height of a row of arrows, and how many there are above the valley.
const ROW: f64 = 17.0;
const ROWS: f64 = 3.0;

/// Radius of the ball and of its earlier places, in CSS pixels.
const BALL: f64 = 8.5;
const EARLIER: f64 = 2.5;

/// The valley is cut off above this multiple of what four fifths of it stay below.
const TALLEST: f64 = 4.0;

/// Arrows shorter than this are not drawn; their numbers are.
const SHORTEST: f64 = 1.5;

/// What the force adds to the velocity, in symbols.
fn push_symbol(physics: &Physics) -> String {
    let is_average = physics.motion.is_some_and(|motion| motion.is_average);
    let share = if is_average { "(1 − α)" } else { "" };
    format!("−η{share} ∂f/∂{}", physics.cut.name())
}

/// Where the parts are.
struct Layout {
    frame: Frame,
    x: Axis,
    y: Axis,
    area: Rect,
}

/// One arrow of a row: its symbol, from where (as a distance from the ball), by how much,
/// its color, the width of its line.
struct Arrow {
    symbol: String,
    from: f64,
    by: f64,
    color: RGBColor,
    /// The color of its words.
    name: RGBColor,
    width: f64,
}

impl Layout {
    fn new(physics: &Physics, size: Size) -> Option<Self> {
        let frame = Frame {
            left: EDGE + 44.0,
            top: ROWS * ROW + 22.0,
            right: size.width - EDGE - 12.0,
            bottom: size.height - EDGE - NUMBER_DROP - 12.0,
        };
        let y = Axis::linear(losses(physics), (frame.height() / 30.0) as usize);
        let ends = Span::new(y.value(0.0), y.value(1.0));
        let area = Rect {
            x: physics.span,
            y: ends,
        };
        frame.is_large_enough().then(|| Self {
            x: Axis::exact(physics.span, (frame.width() / 52.0) as usize),
            frame,
            y,
            area,
        })
    }

    fn spot(&self, place: f64, loss: f64) -> Spot {
        let (x, y) = (self.area.x.share(place), self.area.y.share(loss));
        (
            self.frame.left + x * self.frame.width(),
            self.frame.bottom - y * self.frame.height(),
        )
    }
}

/// The losses to show: the valley, less walls that shoot up, and the ball's.
fn losses(physics: &Physics) -> Span {
    let mut valley: Vec<f64> = physics.profile.iter().map(|&(_, loss)| loss).collect();
    valley.sort_unstable_by(f64::total_cmp);
    let (ball_at, ball) = physics.ball();
    let low = valley.first().copied().unwrap_or(ball).min(ball);
    let most = valley.get(valley.len() * 4 / 5).copied().unwrap_or(ball);
    let high = valley.last().copied().unwrap_or(ball);
    let high = high.min(low + TALLEST * (most - low));
    let is_inside = physics.span.contains(ball_at);
    Span::new(low, if is_inside { high.max(ball) } else { high })
}

/// Draws the picture.
///
/// # Errors
/// Those of the backend.
pub fn draw<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    physics: &Physics,
    messages: &Messages,
    size: Size,
    palette: &Palette,
) -> Drawn<DB> {
    let Some(layout) = Layout::new(physics, size) else {
        return Ok(());
    };
    let pen = Pen::on(area);
    let look = LaneStyle::new(physics.rule, physics.variant, palette);
    draw_valley(&pen, physics, &layout, palette)?;
    draw_axes(&pen, physics, messages, &layout, palette)?;
    draw_trail(&pen, physics, &layout, &look, palette)?;
    draw_arrows(&pen, physics, &layout, &look, palette)?;
    draw_ball(&pen, physics, &layout, &look, palette)
}

/// The picture as SVG, with a title and a description.
pub fn svg(physics: &Physics, messages: &Messages, size: Size, theme: Theme) -> String {
    let palette = theme.palette();
    let mut text = String::new();
    let svg = Svg::new(&mut text, size, palette.ground).titled(
        messages.tag,
        &title(physics, messages),
        &sentences(physics, messages).join(" "),
    );
    {
        let area = svg.into_drawing_area();
        let pen = Pen::on(&area);
        // Writing to a string cannot fail.
        let _ = pen.fill((0.0, 0.0), (size.width, size.height), palette.ground);
        let _ = draw(&area, physics, messages, size, palette);
        let _ = area.present();
    }
    text
}

/// The name of the picture.
pub fn title(physics: &Physics, messages: &Messages) -> String {
    (messages.lesson.physics.title)(&physics.name, physics.cut.name())
}

/// What happens to the ball, with its numbers.
pub fn sentences(physics: &Physics, messages: &Messages) -> Vec<String> {
    let (place, loss) = physics.ball();
    let words = PhysicsWords {
        name: physics.name.clone(),
        cut: physics.cut.name(),
        step: physics.step,
        place: readable(place),
        other: readable(physics.other),
        loss: readable(loss),
        force: readable(-physics.gradient),
        rate: readable(physics.rate),
        next: physics.next.map(readable),
        momentum: physics.motion.map(|motion| readable(motion.momentum)),
        velocity: physics.motion.map(|motion| readable(motion.velocity)),
        kept: physics.motion.map(|motion| readable(motion.kept)),
        push: physics.push().map(readable),
        push_symbol: push_symbol(physics),
        next_velocity: physics.motion.and_then(|motion| motion.next).map(readable),
        half_life: physics.motion.and_then(|motion| motion.half_life()),
        is_sgd: physics.rule == Rule::Sgd,
    };
    let mut said = vec![(messages.lesson.physics.ball)(&words)];
    said.extend((messages.lesson.physics.motion)(&words));
    said
}

fn draw_valley<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    physics: &Physics,
    layout: &Layout,
    palette: &Palette,
) -> Drawn<DB> {
    let points: Vec<Point> = physics
        .profile
        .iter()
        .map(|&(place, loss)| Point::new(place, loss))
        .collect();
    let pieces = clip::path(&points, layout.area);
    let lines: Vec<Vec<Spot>> = pieces
        .iter()
        .map(|piece| {
            let spots = piece.points.iter().map(|at| layout.spot(at.x, at.y));
            straightened(&spots.collect::<Vec<Spot>>())
        })
        .collect();
    for line in &lines {
        let mut ground = line.clone();
        let ends = [line.last(), line.first()].into_iter().flatten();
        ground.extend(ends.map(|&(x, _)| (x, layout.frame.bottom)));
        pen.polygon(&ground, palette.relief_low)?;
    }
    for line in &lines {
        pen.line(line, 1.75, palette.text)?;
    }
    Ok(())
}

fn draw_axes<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    physics: &Physics,
    messages: &Messages,
    layout: &Layout,
    palette: &Palette,
) -> Drawn<DB> {
    let frame = layout.frame;
    let floor = [(frame.left, frame.bottom), (frame.right, frame.bottom)];
    let side = [(frame.left, frame.top), (frame.left, frame.bottom)];
    for line in [floor, side] {
        pen.line(&line, 1.0, palette.axis)?;
    }
    for tick in &layout.x.ticks {
        let x = frame.left + tick.share * frame.width();
        pen.line(
            &[(x, frame.bottom), (x, frame.bottom + TICK)],
            1.0,
            palette.axis,
        )?;
        let at = (x, frame.bottom + NUMBER_DROP);
        pen.text(&tick.label, at, Voice::Number, HPos::Center, palette.text)?;
    }
    for tick in &layout.y.ticks {
        let y = frame.bottom - tick.share * frame.height();
        pen.line(
            &[(frame.left - TICK, y), (frame.left, y)],
            1.0,
            palette.axis,
        )?;
        let at = (frame.left - TICK - TICK_GAP, y);
        pen.text(&tick.label, at, Voice::Number, HPos::Right, palette.text)?;
    }
    let name = physics.cut.name();
    let at = (frame.right, frame.bottom - 9.0);
    pen.text(name, at, Voice::Variable, HPos::Right, palette.text)?;
    let at = (EDGE, frame.top - 10.0);
    let other = match physics.cut {
        Coordinate::X => format!("f(x, {})", readable(physics.other)),
        Coordinate::Y => format!("f({}, y)", readable(physics.other)),
    };
    let title = format!("{} {other}", messages.labels.loss);
    pen.text(&title, at, Voice::Number, HPos::Left, palette.text)
}

fn draw_trail<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    physics: &Physics,
    layout: &Layout,
    look: &LaneStyle,
    palette: &Palette,
) -> Drawn<DB> {
    let earlier = physics.trail.len().saturating_sub(1);
    let points = physics
        .trail
        .iter()
        .map(|&(place, loss)| Point::new(place, loss));
    let points: Vec<Point> = points.collect();
    for piece in clip::path(&points, layout.area) {
        let line: Vec<Spot> = piece
            .points
            .iter()
            .map(|at| layout.spot(at.x, at.y))
            .collect();
        pen.line(&straightened(&line), 1.0, look.color.mix(0.35))?;
    }
    for at in points
        .iter()
        .take(earlier)
        .filter(|&&at| layout.area.contains(at))
    {
        let spot = layout.spot(at.x, at.y);
        pen.disk(spot, EARLIER + 1.0, palette.ground)?;
        pen.disk(spot, EARLIER, look.color)?;
    }
    Ok(())
}

/// Three rows: the velocity; what friction leaves of it and what the force adds; the sum.
/// All are stretched alike, by a factor that stands beside them.
fn draw_arrows<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    physics: &Physics,
    layout: &Layout,
    look: &LaneStyle,
    palette: &Palette,
) -> Drawn<DB> {
    let (place, loss) = physics.ball();
    let rows = arrows(physics, look, palette);
    if !layout.area.x.contains(place) || rows.iter().all(Vec::is_empty) {
        return Ok(());
    }
    let (x, y) = layout.spot(place, loss);
    pen.line(&[(x, 4.0), (x, y - 2.0 * BALL)], 1.0, palette.axis)?;
    let per_unit = layout.frame.width() / layout.area.x.length();
    let stretch = stretch(&rows, per_unit, layout.frame.width());
    for (rank, row) in rows.iter().enumerate() {
        let y = ROW * (rank as f64 + 0.5) + 3.0;
        draw_row(pen, layout, row, (x, y), per_unit * stretch)?;
    }
    let at = (layout.frame.right, layout.frame.top - 10.0);
    let words = format!("→ ×{}", readable(stretch));
    pen.text(&words, at, Voice::Number, HPos::Right, palette.text)
}

fn arrows(physics: &Physics, look: &LaneStyle, palette: &Palette) -> [Vec<Arrow>; 3] {
    let arrow = |symbol: &str, from, by, (color, name), width| Arrow {
        symbol: symbol.to_owned(),
        from,
        by,
        color,
        name,
        width,
    };
    let (lane, ink) = ((look.color, look.name), (palette.ink, palette.ink));
    let Some(motion) = physics.motion else {
        let symbol = format!("Δ{}", physics.cut.name());
        let next = physics.next.map(|next| arrow(&symbol, 0.0, next, ink, 2.0));
        return [Vec::new(), Vec::new(), next.into_iter().collect()];
    };
    let push = physics.push();
    let push = push.map(|push| arrow(&push_symbol(physics), motion.kept, push, ink, 2.0));
    let next = motion.next.map(|next| arrow("v′", 0.0, next, lane, 3.5));
    let kept = arrow("αv", 0.0, motion.kept, lane, 2.0);
    [
        vec![arrow("v", 0.0, motion.velocity, lane, 3.5)],
        [kept].into_iter().chain(push).collect(),
        next.into_iter().collect(),
    ]
}

/// The largest of 1, 2, 5, 10 … by which the arrows can be stretched while the longest
/// of them takes a quarter of the width at most.
fn stretch(rows: &[Vec<Arrow>; 3], per_unit: f64, width: f64) -> f64 {
    let reach = |arrow: &Arrow| (arrow.from + arrow.by).abs().max(arrow.by.abs());
    let longest = rows.iter().flatten().map(reach).fold(0.0, f64::max) * per_unit;
    let factors = [500.0, 200.0, 100.0, 50.0, 20.0, 10.0, 5.0, 2.0];
    let fits = |factor: &f64| longest * factor <= width / 4.0;
    factors.into_iter().find(fits).unwrap_or(1.0)
}

fn draw_row<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    layout: &Layout,
    row: &[Arrow],
    (origin, y): Spot,
    per_unit: f64,
) -> Drawn<DB> {
    let frame = layout.frame;
    let shown = |x: f64| x.clamp(frame.left, frame.right);
    let (mut low, mut high) = (origin, origin);
    for arrow in row {
        let from = origin + arrow.from * per_unit;
        let to = origin + (arrow.from + arrow.by) * per_unit;
        (low, high) = (low.min(shown(to)), high.max(shown(to)));
        let length = (to - from).abs();
        if length < SHORTEST {
            pen.disk((shown(from), y), 1.5, arrow.color)?;
            continue;
        }
        let way = if to > from { 1.0 } else { -1.0 };
        let head = length.min(8.0);
        let is_whole = shown(to) == to;
        let end = if is_whole {
            to - way * head * 0.7
        } else {
            shown(to)
        };
        pen.line(&[(shown(from), y), (end, y)], arrow.width, arrow.color)?;
        if is_whole {
            let base = to - way * head;
            let half = head * 0.56;
            pen.polygon(&[(to, y), (base, y - half), (base, y + half)], arrow.color)?;
        }
    }
    let words = row
        .iter()
        .map(|arrow| format!("{} = {}", arrow.symbol, readable(arrow.by)));
    let words: Vec<String> = words.collect();
    let widths: Vec<f64> = words
        .iter()
        .map(|word| Voice::Label.width(word) + 12.0)
        .collect();
    let width: f64 = widths.iter().sum();
    let after = high + 10.0;
    let fits_after = after + width <= frame.right;
    // Where neither side has room for all, the first stands before the arrows.
    let is_split = !fits_after && low - width < EDGE && widths.len() > 1;
    let mut x = match widths.first() {
        _ if fits_after => after,
        Some(first) if is_split => (low - first).max(EDGE),
        _ => (low - width).max(EDGE),
    };
    for (rank, (arrow, word)) in row.iter().zip(&words).enumerate() {
        if is_split && rank == 1 {
            x = x.max(after);
        }
        pen.text(word, (x, y), Voice::Label, HPos::Left, arrow.name)?;
        x += widths[rank];
    }
    Ok(())
}

fn draw_ball<DB: DrawingBackend>(
    pen: &Pen<'_, DB>,
    physics: &Physics,
    layout: &Layout,
    look: &LaneStyle,
    palette: &Palette,
) -> Drawn<DB> {
    let (place, loss) = physics.ball();
    if !layout.area.contains(Point::new(place, loss)) {
        return Ok(());
    }
    // The ball rests on the slope: its middle is off the point of contact, uprightly to it.
    let at = layout.spot(place, loss);
    let beside = layout.spot(place + layout.area.x.length() * 1e-3, loss);
    let per_unit = (beside.0 - at.0) / (layout.area.x.length() * 1e-3);
    let per_loss = layout.frame.height() / layout.area.y.length();
    let slope = physics.gradient * per_loss / per_unit;
    let length = libm::sqrt(1.0 + slope * slope);
    let middle = (at.0 - slope / length * BALL, at.1 - BALL / length);
    pen.disk(middle, BALL + 1.75, palette.ground)?;
    pen.disk(middle, BALL, look.color)?;
    let light = (middle.0 - BALL * 0.32, middle.1 - BALL * 0.36);
    pen.disk(light, BALL * 0.27, palette.ground.mix(0.75))?;
    pen.disk(at, 2.0, palette.ink)
}
