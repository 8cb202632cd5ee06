//! The ball in the valley: a cross-section, the ball, and arrows for what moves it.

mod rows;

use plotters::drawing::IntoDrawingArea;
use plotters::style::Color;
use plotters::style::text_anchor::HPos;

use crate::experiments::race::choices::Coordinate;
use crate::experiments::race::scene::Rule;
use crate::lab::settings::Choice;
use crate::lessons::physics::model::Physics;
use crate::lessons::physics::words::{BallWords, PhysicsWords};
use crate::math::{Point, Rect, Span};
use crate::view::axis::Axis;
use crate::view::clip;
use crate::view::frame::{Frame, Size};
use crate::view::layout::{EDGE, NUMBER_DROP, TICK, TICK_GAP, widest};
use crate::view::number::readable;
use crate::view::pen::{Area, Drawn, Pen, Spot};
use crate::view::polyline::straightened;
use crate::view::style::{LaneStyle, Palette, Theme};
use crate::view::svg::Svg;
use crate::view::text::Voice;
use crate::view::words::FigureWords;

/// Radius of the ball and of its earlier places, in CSS pixels.
const BALL: f64 = 8.5;
const EARLIER: f64 = 2.5;

/// The valley is cut off above this multiple of what four fifths of it stay below.
const TALLEST: f64 = 4.0;

/// Room for the numbers beside the valley, unless they need more.
const COLUMN: f64 = 44.0;

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
    /// The panel's right end for words.
    end: f64,
    /// Whether each word has a line of its own, whatever its number just is.
    is_narrow: bool,
}

impl Layout {
    fn new(physics: &Physics, size: Size) -> Option<Self> {
        let end = size.width - EDGE;
        let is_narrow = rows::are_narrow(physics, end);
        let mut frame = Frame {
            left: EDGE + COLUMN,
            top: rows::height(is_narrow) + 22.0,
            right: size.width - EDGE - 12.0,
            bottom: size.height - EDGE - NUMBER_DROP - 12.0,
        };
        let y = Axis::linear(losses(physics), (frame.height() / 30.0) as usize);
        frame.left = frame.left.max(EDGE + widest(&y) + TICK_GAP + TICK);
        let x = |width: f64| Axis::exact(physics.span, (width / 52.0) as usize).thinned(width);
        let frame = frame.with_room_for(&x(frame.width()), size.width);
        let ends = Span::new(y.value(0.0), y.value(1.0));
        let area = Rect {
            x: physics.span,
            y: ends,
        };
        frame.is_drawable().then(|| Self {
            x: x(frame.width()),
            frame,
            y,
            area,
            end,
            is_narrow,
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
pub fn draw(
    area: &dyn Area,
    physics: &Physics,
    words: &FigureWords,
    size: Size,
    palette: &Palette,
) -> Drawn {
    let Some(layout) = Layout::new(physics, size) else {
        return Ok(());
    };
    let pen = Pen::on(area);
    let look = LaneStyle::new(physics.rule, physics.variant, palette);
    draw_valley(&pen, physics, &layout, palette)?;
    draw_axes(&pen, physics, words, &layout, palette)?;
    draw_trail(&pen, physics, &layout, &look, palette)?;
    rows::draw(&pen, physics, &layout, &look, palette)?;
    draw_ball(&pen, physics, &layout, &look, palette)
}

/// The picture as SVG, with a title and a description.
pub fn svg(
    physics: &Physics,
    figure: &FigureWords,
    words: &PhysicsWords,
    size: Size,
    theme: Theme,
) -> String {
    let palette = theme.palette();
    let mut text = String::new();
    let svg = Svg::new(&mut text, size, palette.ground).titled(
        figure.tag,
        &title(physics, words),
        &sentences(physics, words).join(" "),
    );
    {
        let area = svg.into_drawing_area();
        let pen = Pen::on(&area);
        // Writing to a string cannot fail.
        let _ = pen.fill((0.0, 0.0), (size.width, size.height), palette.ground);
        let _ = draw(&area, physics, figure, size, palette);
        let _ = area.present();
    }
    text
}

/// The name of the picture.
pub fn title(physics: &Physics, words: &PhysicsWords) -> String {
    (words.title)(&physics.name, physics.cut.name())
}

/// What happens to the ball, with its numbers.
pub fn sentences(physics: &Physics, words: &PhysicsWords) -> Vec<String> {
    let (place, loss) = physics.ball();
    let ball = BallWords {
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
    let mut said = vec![(words.ball)(&ball)];
    said.extend((words.motion)(&ball));
    said
}

fn draw_valley(pen: &Pen<'_>, physics: &Physics, layout: &Layout, palette: &Palette) -> Drawn {
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

fn draw_axes(
    pen: &Pen<'_>,
    physics: &Physics,
    words: &FigureWords,
    layout: &Layout,
    palette: &Palette,
) -> Drawn {
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
    let title = format!("{} {other}", words.labels.loss);
    pen.text(&title, at, Voice::Number, HPos::Left, palette.text)
}

/// Draws the way of the ball on the ground, where the earlier places are on this cut: their losses
/// were those of other cuts, over or under this ground.
fn draw_trail(
    pen: &Pen<'_>,
    physics: &Physics,
    layout: &Layout,
    look: &LaneStyle,
    palette: &Palette,
) -> Drawn {
    let places = physics.trail.iter().map(|&(place, _)| place);
    let (least, most) = places
        .clone()
        .fold((f64::INFINITY, -f64::INFINITY), |ends, at| {
            (at.min(ends.0), at.max(ends.1))
        });
    let ends = [least, most].map(|at| Some((at, physics.ground(at)?)));
    let inner = physics.profile.iter().copied();
    let inner = inner.filter(|&(at, _)| least < at && at < most);
    let [first, last] = ends.map(|end| end.into_iter());
    let way = first.chain(inner).chain(last);
    let way: Vec<Point> = way.map(|(at, loss)| Point::new(at, loss)).collect();
    for piece in clip::path(&way, layout.area) {
        let spots = piece.points.iter().map(|at| layout.spot(at.x, at.y));
        let line = straightened(&spots.collect::<Vec<Spot>>());
        pen.line(&line, 3.0, look.color.mix(0.35))?;
    }
    for at in earlier(physics).filter(|&at| layout.area.contains(at)) {
        let spot = layout.spot(at.x, at.y);
        pen.disk(spot, EARLIER + 1.0, palette.ground)?;
        pen.disk(spot, EARLIER, look.color)?;
    }
    Ok(())
}

/// The places of the steps before the shown one, on the ground of this cut.
fn earlier(physics: &Physics) -> impl Iterator<Item = Point> {
    let n = physics.trail.len().saturating_sub(1);
    let places = physics.trail[..n].iter().map(|&(place, _)| place);
    places.filter_map(|place| Some(Point::new(place, physics.ground(place)?)))
}

fn draw_ball(
    pen: &Pen<'_>,
    physics: &Physics,
    layout: &Layout,
    look: &LaneStyle,
    palette: &Palette,
) -> Drawn {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lab::Lab;

    #[test]
    fn the_trail_of_the_ball_lies_on_the_ground() {
        for query in ["preset=book-6-4", "lane=2&cut=y", "lane=1&surface=beale"] {
            for step in [1, 6, 19, 30] {
                let mut lab = Lab::new();
                lab.set_query(&[query, &format!("step={step}")].join("&"));
                let physics = lab.physics().expect("a start with a loss");
                let loss = |place: f64| {
                    let at = match physics.cut {
                        Coordinate::X => Point::new(place, physics.other),
                        Coordinate::Y => Point::new(physics.other, place),
                    };
                    lab.settings().loss().value(at)
                };
                let height = losses(&physics).length();
                let dots: Vec<Point> = earlier(&physics).collect();
                assert!(!dots.is_empty(), "{query} {step}");
                for dot in dots.iter().filter(|dot| layout_has(&physics, **dot)) {
                    let off = (dot.y - loss(dot.x)).abs() / height;
                    assert!(off < 0.005, "{query} {step}: {dot:?} is off by {off}");
                }
            }
        }
    }

    fn layout_has(physics: &Physics, at: Point) -> bool {
        let layout = Layout::new(physics, Size::new(640.0, 260.0));
        layout.is_some_and(|layout| layout.area.contains(at))
    }
}
