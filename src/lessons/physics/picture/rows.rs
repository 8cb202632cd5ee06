//! The arrows above the ball, with their words.

use plotters::style::RGBColor;
use plotters::style::text_anchor::HPos;

use crate::lab::settings::Choice;
use crate::lessons::physics::model::Physics;
use crate::lessons::physics::picture::{BALL, Layout, push_symbol};
use crate::math::Span;
use crate::view::layout::EDGE;
use crate::view::number::readable;
use crate::view::pen::{Drawn, Pen, Spot};
use crate::view::style::{LaneStyle, Palette};
use crate::view::text::Voice;

/// Arrows shorter than this are not drawn; their numbers are.
const SHORTEST: f64 = 1.5;

/// About the longest number beside an arrow.
const LONG: &str = "−8.888×10⁻⁸⁸";

/// Between the words of two arrows.
const WORD_GAP: f64 = 12.0;

/// Height of a row of arrows, and how many there are above the valley.
const ROW: f64 = 17.0;
const ROWS: f64 = 3.0;

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

/// Whether each word has a line of its own, so that it stays in a panel that ends here,
/// whatever its number just is.
pub(crate) fn are_narrow(physics: &Physics, end: f64) -> bool {
    let both = format!("αv = {LONG}{} = {LONG}", push_symbol(physics));
    physics.motion.is_some() && EDGE + Voice::Label.width(&both) + WORD_GAP > end
}

/// How high all rows are together.
pub(crate) fn height(is_narrow: bool) -> f64 {
    ROW * if is_narrow { ROWS + 1.0 } else { ROWS }
}

impl Layout {
    /// How high a row of arrows is with its words.
    fn height(&self, row: &[Arrow]) -> f64 {
        let lines = if self.is_narrow { row.len().max(1) } else { 1 };
        ROW * lines as f64
    }

    /// Where the words beside arrows from `low` to `high` begin: after them, before them,
    /// the first before and the rest after, and never outside of the panel.
    fn words(&self, widths: &[f64], (low, high): (f64, f64)) -> Vec<f64> {
        let width: f64 = widths.iter().map(|width| width + WORD_GAP).sum();
        let after = high + 10.0;
        let fits_after = after + width <= self.frame.right;
        let is_split = !fits_after && low - width < EDGE && widths.len() > 1;
        let first = widths.first().map_or(0.0, |width| width + WORD_GAP);
        let before = low - width;
        let mut next = match is_split {
            true => (low - first).max(EDGE),
            // Where neither side has room, the backward pass below moves it to the right end.
            false if fits_after || before < EDGE => after,
            false => before,
        };
        let mut places = Vec::with_capacity(widths.len());
        for (rank, width) in widths.iter().enumerate() {
            if is_split && rank == 1 {
                next = next.max(after);
            }
            places.push(next);
            next += width + WORD_GAP;
        }
        let mut end = self.end;
        for (place, width) in places.iter_mut().zip(widths).rev() {
            *place = place.min(end - width).max(EDGE);
            end = *place - WORD_GAP;
        }
        places
    }
}

/// Three rows: the velocity; what friction leaves of it and what the force adds; the sum.
/// All are stretched alike, by a factor that stands beside them.
pub(crate) fn draw(
    pen: &Pen<'_>,
    physics: &Physics,
    layout: &Layout,
    look: &LaneStyle,
    palette: &Palette,
) -> Drawn {
    let (place, loss) = physics.ball();
    let rows = arrows(physics, look, palette);
    if !layout.area.x.contains(place) || rows.iter().all(Vec::is_empty) {
        return Ok(());
    }
    let (x, y) = layout.spot(place, loss);
    pen.line(&[(x, 4.0), (x, y - 2.0 * BALL)], 1.0, palette.axis)?;
    let per_unit = layout.frame.width() / layout.area.x.length();
    let stretch = stretch(&rows, per_unit, layout.frame.width());
    let mut y = ROW * 0.5 + 3.0;
    for row in &rows {
        draw_row(pen, layout, row, (x, y), per_unit * stretch)?;
        y += layout.height(row);
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

fn draw_row(
    pen: &Pen<'_>,
    layout: &Layout,
    row: &[Arrow],
    (origin, y): Spot,
    per_unit: f64,
) -> Drawn {
    let frame = layout.frame;
    let shown = |x: f64| Span::new(frame.left, frame.right).clamp(x);
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
    let widths = words.iter().map(|word| Voice::Label.width(word));
    let widths: Vec<f64> = widths.collect();
    // In a narrow panel the second word stands on a line of its own under the first.
    let spots: Vec<Spot> = if layout.is_narrow {
        let each = widths.iter().zip(0..);
        each.flat_map(|(&width, line)| {
            let places = layout.words(&[width], (low, high));
            places
                .into_iter()
                .map(move |x| (x, y + f64::from(line) * ROW))
        })
        .collect()
    } else {
        let places = layout.words(&widths, (low, high)).into_iter();
        places.map(|x| (x, y)).collect()
    };
    for ((arrow, word), &at) in row.iter().zip(&words).zip(&spots) {
        pen.text(word, at, Voice::Label, HPos::Left, arrow.name)?;
    }
    Ok(())
}
