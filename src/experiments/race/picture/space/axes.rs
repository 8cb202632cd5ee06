//! The box round the surface: back walls, ticks and numbers.

use plotters::style::text_anchor::HPos;

use crate::experiments::race::picture::space::projection::{Place, SpaceLayout};
use crate::math::Span;
use crate::view::axis::{Axis, Tick};
use crate::view::layout::{TICK, TICK_GAP};
use crate::view::pen::{Drawn, Pen, Spot};
use crate::view::style::Palette;
use crate::view::text::{SMALL, Voice};

/// Room along an edge for each number on it.
const PER_NUMBER: f64 = 34.0;

/// An edge that looks shorter than this has no numbers.
const SHORTEST: f64 = 56.0;

/// A box that looks lower than this has no numbers for its height.
const LOWEST: f64 = 32.0;

/// From a number to the name of its axis.
const NAME: f64 = 15.0;

/// Draws the walls behind the surface, with a line for each numbered loss.
pub(crate) fn draw_walls(pen: &Pen<'_>, layout: &SpaceLayout, palette: &Palette) -> Drawn {
    let (x, y) = layout.near();
    let round = |up: f64| {
        [(1.0 - x, y), (1.0 - x, 1.0 - y), (x, 1.0 - y)]
            .map(|(x, y)| layout.spot(Place::new(x, y, up)))
    };
    for tick in heights(layout) {
        pen.line(&round(tick.share), 1.0, palette.grid)?;
    }
    pen.line(&round(1.0), 1.0, palette.grid)?;
    let back = [0.0, 1.0].map(|up| layout.spot(Place::new(1.0 - x, 1.0 - y, up)));
    pen.line(&back, 1.0, palette.grid)?;
    for (x, y) in [(1.0 - x, y), (x, 1.0 - y)] {
        let side = [0.0, 1.0].map(|up| layout.spot(Place::new(x, y, up)));
        pen.line(&side, 1.0, palette.axis)?;
    }
    Ok(())
}

/// Draws the edges of the floor that the reader sees, and the numbers along all axes.
pub(crate) fn draw(pen: &Pen<'_>, layout: &SpaceLayout, loss: &str, palette: &Palette) -> Drawn {
    let (x, y) = layout.near();
    let floor = |x: f64, y: f64| layout.spot(Place::new(x, y, 0.0));
    pen.line(
        &[floor(1.0 - x, y), floor(x, y), floor(x, 1.0 - y)],
        1.0,
        palette.axis,
    )?;
    let along_x = |share: f64| floor(share, y);
    let along_y = |share: f64| floor(x, share);
    let beyond = |near: f64| if near == 0.0 { -0.1 } else { 1.1 };
    let out_x = way(along_x(0.5), floor(0.5, beyond(y)));
    let out_y = way(along_y(0.5), floor(beyond(x), 0.5));
    draw_edge(pen, ("x", layout.domain.x), along_x, out_x, palette)?;
    draw_edge(pen, ("y", layout.domain.y), along_y, out_y, palette)?;
    draw_heights(pen, layout, loss, palette)
}

fn heights(layout: &SpaceLayout) -> Vec<Tick> {
    let tall = layout.tall();
    if tall >= LOWEST {
        layout.mesh.heights.ticks(tall)
    } else {
        Vec::new()
    }
}

/// The direction from one spot to another; down where they are one.
fn way(from: Spot, to: Spot) -> Spot {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = libm::hypot(dx, dy);
    if length > 1e-6 {
        (dx / length, dy / length)
    } else {
        (0.0, 1.0)
    }
}

fn draw_edge(
    pen: &Pen<'_>,
    (name, span): (&str, Span),
    edge: impl Fn(f64) -> Spot,
    out: Spot,
    palette: &Palette,
) -> Drawn {
    let (from, to) = (edge(0.0), edge(1.0));
    let length = libm::hypot(to.0 - from.0, to.1 - from.1);
    let off = |at: Spot, by: f64| (at.0 + out.0 * by, at.1 + out.1 * by);
    let align = match out.0 {
        aside if aside > 0.35 => HPos::Left,
        aside if aside < -0.35 => HPos::Right,
        _ => HPos::Center,
    };
    if length >= SHORTEST {
        let axis = Axis::exact(span, (length / PER_NUMBER) as usize);
        for tick in &axis.ticks {
            let at = edge(tick.share);
            pen.line(&[at, off(at, TICK)], 1.0, palette.axis)?;
            let at = off(at, TICK + TICK_GAP + SMALL / 2.0);
            pen.text(&tick.label, at, Voice::Number, align, palette.text)?;
        }
    }
    // Beside the numbers, in the middle of the edge.
    let number = if matches!(align, HPos::Center) {
        SMALL
    } else {
        Voice::Number.width("−10")
    };
    let at = off(edge(0.5), TICK + TICK_GAP + number + NAME);
    pen.text(name, at, Voice::Variable, align, palette.text)
}

fn draw_heights(pen: &Pen<'_>, layout: &SpaceLayout, name: &str, palette: &Palette) -> Drawn {
    if layout.tall() < LOWEST {
        return Ok(());
    }
    let (x, y) = layout.near();
    let sides = [(1.0 - x, y), (x, 1.0 - y)];
    let at = |(x, y): (f64, f64), up: f64| layout.spot(Place::new(x, y, up));
    let left = if at(sides[0], 0.0).0 < at(sides[1], 0.0).0 {
        sides[0]
    } else {
        sides[1]
    };
    for tick in heights(layout) {
        let (x, y) = at(left, tick.share);
        pen.line(&[(x - TICK, y), (x, y)], 1.0, palette.axis)?;
        let at = (x - TICK - TICK_GAP, y);
        pen.text(&tick.label, at, Voice::Number, HPos::Right, palette.text)?;
    }
    let (x, y) = at(left, 1.0);
    // Beside the surface where there is room.
    let least = layout.frame.left + Voice::Number.width(name);
    let at = (x.max(least), y - SMALL - 2.0);
    pen.text(name, at, Voice::Number, HPos::Right, palette.text)
}
