//! The map of hyperparameters as a picture and in words.

use plotters::style::Color;
use plotters::style::text_anchor::HPos;

use crate::experiments::race::names as words;
use crate::experiments::race::scene::{Key, OutcomeKind};
use crate::lessons::rates::model::{Cell, PER_DECADE, Rates, Rows, Stability};
use crate::lessons::rates::words::{BoundWords, CellEnding, RatesWords};
use crate::math::Span;
use crate::view::axis::{Axis, Tick};
use crate::view::controls;
use crate::view::layout::{EDGE, TICK, TICK_GAP, TITLE_RISE};
use crate::view::number::{exact, readable};
use crate::view::pen::{Area, Drawn, Pen, Spot};
use crate::view::raster::{Fill, Raster, shade};
use crate::view::style::{LaneStyle, Palette};
use crate::view::text::Voice;
use crate::view::words::FigureWords;
use crate::view::{Frame, Size, axes, marker};

/// What the colors stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Metric {
    /// The loss at the end.
    #[default]
    Loss,
    /// The step since which the run rests at a minimum.
    Steps,
}

/// Where the parts of the map are.
#[derive(Clone, Debug)]
pub struct RatesLayout {
    /// The area of the cells.
    pub frame: Frame,
    columns: usize,
    rows: usize,
    x: Vec<Tick>,
    y: Vec<Tick>,
}

/// The scale that the colors have.
struct Shades {
    /// Axis of the scale; `None` where there is nothing to show.
    axis: Option<Axis>,
}

/// Width of the bar with the scale of colors.
const BAR: f64 = 12.0;

/// Room for the bar, its numbers and what is between it and the cells.
const SCALE_ROOM: f64 = 64.0;

/// Height of the row above the frame, and of the one below.
const HEAD: f64 = 22.0;
const FOOT: f64 = 22.0;

/// Room for the numbers at the left.
const LEFT: f64 = 46.0;

impl RatesLayout {
    /// The layout of a map of this size; `None` where it is too small.
    pub fn new(rates: &Rates<'_>, size: Size) -> Option<Self> {
        let frame = Frame {
            left: LEFT,
            top: HEAD,
            right: size.width - SCALE_ROOM,
            bottom: size.height - FOOT,
        };
        let plan = rates.chart.plan();
        let (columns, rows) = (plan.rates.len(), plan.rows.len());
        let middle = |place: f64, n: usize| (place + 0.5) / n as f64;
        let tick = |share: f64, label: String| {
            (0.0..=1.0)
                .contains(&share)
                .then_some(Tick { share, label })
        };
        let decades = (-6..=1).filter_map(|exponent| {
            let rate = libm::exp10(f64::from(exponent));
            tick(middle(rates.place_of_rate(rate), columns), readable(rate))
        });
        let y = match &plan.rows {
            Rows::Key(..) => [0.0, 0.5, 0.9, 0.95, 0.99, 0.995]
                .into_iter()
                .filter_map(|value| {
                    let place = -libm::log10(1.0 - value) * PER_DECADE;
                    tick(middle(place, rows), readable(value))
                })
                .collect(),
            Rows::Steps(steps) => {
                let last = steps.last().copied().unwrap_or(1);
                let axis = Axis::counts(last, 6);
                let ticks = axis.ticks.into_iter().filter_map(|Tick { share, label }| {
                    let scale = last.max(2) as f64 / last.max(1) as f64;
                    tick(middle(share * scale * (rows - 1) as f64, rows), label)
                });
                ticks.collect()
            }
        };
        let frame = frame.snapped();
        frame.is_drawable().then(|| Self {
            frame,
            columns,
            rows,
            x: decades.collect(),
            y,
        })
    }

    /// The cell at a place of the panel; the nearest one outside of the frame.
    pub fn cell_at(&self, (x, y): (f64, f64)) -> (usize, usize) {
        let Frame { left, bottom, .. } = self.frame;
        let index = |share: f64, n: usize| ((share * n as f64).max(0.0) as usize).min(n - 1);
        (
            index((x - left) / self.frame.width(), self.columns),
            index((bottom - y) / self.frame.height(), self.rows),
        )
    }

    fn x_of(&self, place: f64) -> f64 {
        self.frame.left + (place + 0.5) / self.columns as f64 * self.frame.width()
    }

    fn y_of(&self, place: f64) -> f64 {
        self.frame.bottom - (place + 0.5) / self.rows as f64 * self.frame.height()
    }
}

impl Shades {
    fn of(rates: &Rates<'_>, metric: Metric) -> Self {
        let mut range: Option<Span> = None;
        let all = rates.chart.cells().values();
        for value in all.filter_map(|cell| shown(cell, metric)) {
            let span = range.unwrap_or(Span::new(value, value));
            range = Some(Span::new(span.low.min(value), span.high.max(value)));
        }
        let axis = range.map(|range| {
            if range.low < 0.0 {
                return Axis::exact(range, 5);
            }
            // A loss of exactly 0 has the darkest color; so has all that is a great deal
            // smaller than the largest.
            let high = if range.high > 0.0 { range.high } else { 1.0 };
            Axis::log(Span::new(range.low.max(high * FAINTEST), high), 5)
        });
        Self { axis }
    }

    fn share(&self, value: f64) -> f64 {
        let axis = self.axis.as_ref();
        axis.and_then(|axis| axis.share(value)).unwrap_or(0.0)
    }
}

/// Losses smaller than this share of the largest have one color.
const FAINTEST: f64 = 1e-16;

/// The number that the color of a cell stands for; `None` where it is shown by a pattern.
fn shown(cell: &Cell, metric: Metric) -> Option<f64> {
    let kind = cell.outcome.kind;
    match metric {
        Metric::Loss => (!kind.is_lost()).then_some(cell.loss),
        Metric::Steps => (kind == OutcomeKind::Converged).then(|| cell.outcome.step.max(1) as f64),
    }
}

/// The cells as pixels.
pub fn raster(rates: &Rates<'_>, metric: Metric, palette: &Palette) -> Raster {
    let shades = Shades::of(rates, metric);
    Raster::of(rates.chart.cells(), palette, |cell| {
        if cell.loss.is_nan() {
            return None;
        }
        Some(match shown(cell, metric) {
            Some(value) => Fill::Shade(shades.share(value)),
            None if cell.outcome.kind.is_lost() => Fill::Hatched,
            None => Fill::Dotted,
        })
    })
}

/// Draws the cells as rectangles, where no browser scales the pixels up.
///
/// # Errors
/// Those of the backend.
pub fn draw_cells(
    area: &dyn Area,
    rates: &Rates<'_>,
    metric: Metric,
    layout: &RatesLayout,
    palette: &Palette,
) -> Drawn {
    raster(rates, metric, palette).draw(&Pen::on(area), layout.frame)
}

/// Draws everything but the cells: axes, the scale of colors, the stability bound, where
/// the lane stands.
///
/// # Errors
/// Those of the backend.
pub fn draw_marks(
    area: &dyn Area,
    rates: &Rates<'_>,
    metric: Metric,
    layout: &RatesLayout,
    figure: &FigureWords,
    palette: &Palette,
) -> Drawn {
    let pen = Pen::on(area);
    let frame = layout.frame;
    let (from, to) = ((frame.left, frame.top), (frame.right, frame.bottom));
    pen.rectangle(from, to, 1.0, palette.axis)?;
    for tick in &layout.x {
        axes::draw_x_tick(&pen, frame, tick, palette)?;
    }
    for tick in &layout.y {
        axes::draw_y_tick(&pen, frame, tick, palette)?;
    }
    let above = frame.top - TITLE_RISE;
    let [across, up] = symbols(rates, figure);
    let at = (frame.left - TICK - TICK_GAP, above);
    pen.text(&up, at, Voice::Number, HPos::Center, palette.text)?;
    let at = (frame.right + TICK_GAP + TICK, frame.bottom + FOOT / 2.0);
    pen.text(&across, at, Voice::Number, HPos::Left, palette.text)?;
    draw_scale(&pen, rates, metric, frame, figure, palette)?;
    draw_bound(&pen, rates, layout, palette)?;
    draw_lane(&pen, rates, layout, palette)
}

fn draw_scale(
    pen: &Pen<'_>,
    rates: &Rates<'_>,
    metric: Metric,
    frame: Frame,
    figure: &FigureWords,
    palette: &Palette,
) -> Drawn {
    let Some(axis) = Shades::of(rates, metric).axis else {
        return Ok(());
    };
    let (left, right) = (frame.right + 10.0, frame.right + 10.0 + BAR);
    let n = 48;
    for part in 0..n {
        let y = |part: usize| frame.bottom - frame.height() * part as f64 / f64::from(n as u32);
        let color = shade((part as f64 + 0.5) / f64::from(n as u32));
        // Down to the foot, under the parts below, which come first: no seam shows.
        pen.fill((left, y(part + 1)), (right, y(part) + 0.5), color)?;
    }
    for tick in &axis.ticks {
        let y = axes::crisp(frame.bottom - tick.share * frame.height());
        pen.line(&[(right, y), (right + TICK, y)], 1.0, palette.axis)?;
        let at = (right + TICK + TICK_GAP, y);
        pen.text(&tick.label, at, Voice::Number, HPos::Left, palette.text)?;
    }
    let words = match metric {
        Metric::Loss => figure.labels.loss,
        Metric::Steps => figure.labels.step,
    };
    let at = (
        right + SCALE_ROOM - 10.0 - BAR - EDGE,
        frame.top - TITLE_RISE,
    );
    pen.text(words, at, Voice::Number, HPos::Right, palette.text)
}

/// The bound, a dashed line through the rows.
fn draw_bound(pen: &Pen<'_>, rates: &Rates<'_>, layout: &RatesLayout, palette: &Palette) -> Drawn {
    let frame = layout.frame;
    let mut line: Vec<Spot> = Vec::new();
    for (row, rate) in rates.bounds.iter().enumerate() {
        let Some(rate) = rate else {
            continue;
        };
        let at = (
            layout.x_of(rates.place_of_rate(*rate)),
            layout.y_of(row as f64),
        );
        if frame.contains(at) {
            line.push(at);
        }
    }
    let (Some(&first), Some(&last)) = (line.first(), line.last()) else {
        return Ok(());
    };
    // From edge to edge where it runs straight up.
    if (first.0 - last.0).abs() < 1.0 {
        line.insert(0, (first.0, frame.bottom));
        line.push((last.0, frame.top));
    }
    pen.line(&line, 4.0, palette.ground)?;
    pen.dashed(&line, &[7.0, 4.0], 2.0, palette.ink.to_rgba())
}

/// The lane's marker where it stands.
fn draw_lane(pen: &Pen<'_>, rates: &Rates<'_>, layout: &RatesLayout, palette: &Palette) -> Drawn {
    let at = (
        layout.x_of(rates.place_of_rate(rates.lane.value(Key::Lr))),
        layout.y_of(rates.place_of_second()),
    );
    if !layout.frame.contains(at) {
        return Ok(());
    }
    let look = LaneStyle::new(rates.lane.rule(), 0, palette);
    pen.circle(at, 10.0, 4.0, palette.ground)?;
    pen.circle(at, 10.0, 2.0, palette.ink)?;
    marker::draw(pen, at, &look, palette.ground)
}

/// What the two axes are, as symbols; the step as a word.
fn symbols(rates: &Rates<'_>, figure: &FigureWords) -> [String; 2] {
    let up = match &rates.chart.plan().rows {
        Rows::Key(key, _) => key.symbol(),
        Rows::Steps(_) => figure.labels.step,
    };
    [Key::Lr.symbol().to_owned(), up.to_owned()]
}

/// What the two axes are, in words.
pub fn axis_names(rates: &Rates<'_>, figure: &FigureWords) -> [&'static str; 2] {
    let up = match &rates.chart.plan().rows {
        Rows::Key(key, _) => controls::key(figure, *key),
        Rows::Steps(_) => figure.labels.step,
    };
    [controls::key(figure, Key::Lr), up]
}

/// What the lane says with its numbers.
pub fn sentence(rates: &Rates<'_>, words: &RatesWords) -> String {
    let rate = format!("η = {}", exact(rates.lane.value(Key::Lr)));
    let plan = rates.chart.plan();
    let (numbers, shown) = match &plan.rows {
        Rows::Key(key, _) => {
            let second = exact(rates.lane.value(*key));
            (format!("{rate}, {} = {second}", key.symbol()), plan.steps)
        }
        Rows::Steps(_) => (rate, rates.step),
    };
    let Some(Cell { loss, outcome }) = rates.here else {
        return (words.cell)(&numbers, "", CellEnding::NoStart);
    };
    let ending = match outcome.kind {
        _ if shown < outcome.step => CellEnding::After(shown),
        OutcomeKind::Moving => CellEnding::After(shown),
        OutcomeKind::Converged => CellEnding::Converged(outcome.step),
        OutcomeKind::Diverged => CellEnding::Diverged(outcome.step),
        OutcomeKind::Stalled => CellEnding::Stalled(outcome.step),
        OutcomeKind::Undefined => CellEnding::Stopped(outcome.step),
    };
    (words.cell)(&numbers, &readable(loss), ending)
}

/// The number of a row as it is read out.
pub fn second_text(rates: &Rates<'_>) -> String {
    match &rates.chart.plan().rows {
        Rows::Key(key, _) => exact(rates.lane.value(*key)),
        Rows::Steps(_) => rates.step.to_string(),
    }
}

/// The name of the map for those who do not see it.
pub fn name(rates: &Rates<'_>, metric: Metric, figure: &FigureWords, words: &RatesWords) -> String {
    let shown = match metric {
        Metric::Loss => words.labels.rates_loss,
        Metric::Steps => words.labels.rates_steps,
    };
    let axes = axis_names(rates, figure).join(", ");
    let title = rates.lane.rule().title();
    (words.map)(title, &axes, shown, rates.chart.is_complete())
}

/// What the patterns mean.
pub fn legend(metric: Metric, words: &RatesWords) -> String {
    let labels = &words.labels;
    match metric {
        Metric::Loss => [labels.rates_dark_loss, labels.rates_diverged].join(" · "),
        Metric::Steps => {
            let words = [
                labels.rates_dark_steps,
                labels.rates_diverged,
                labels.rates_underway,
            ];
            words.join(" · ")
        }
    }
}

/// What is known of the stability bound, and what happens on both its sides.
pub fn bound(rates: &Rates<'_>, words: &RatesWords) -> String {
    let said = words.bound;
    match &rates.stability {
        Stability::Known(bound) => said(&BoundWords::Known(
            &readable(bound.rate),
            words::bound_formula(bound.rule, bound.forms),
            &readable(bound.curvature),
        )),
        Stability::Adaptive => said(&BoundWords::Adaptive),
        Stability::ManyCurvatures => said(&BoundWords::ManyCurvatures),
        Stability::Downward => said(&BoundWords::Downward),
        Stability::Unbounded => String::new(),
    }
}
