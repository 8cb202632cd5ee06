//! A grid of small pictures with accuracies by iteration, one for each scale.

use plotters::style::Color;
use plotters::style::text_anchor::HPos;

use crate::experiments::network::describe as words;
use crate::experiments::network::picture::{self, draw_cross};
use crate::experiments::network::scene::{Cell, Curve, Grid, Measure, NetworkScene, Picture};
use crate::experiments::network::words::NetworkMessages;
use crate::math::joined;
use crate::view::axes;
use crate::view::frame::{Frame, Size};
use crate::view::layout::{EDGE, NUMBER_DROP, TICK_GAP, TITLE};
use crate::view::pen::{Area, Drawn, Pen, Spot};
use crate::view::polyline::straightened;
use crate::view::style::Palette;
use crate::view::text::{SMALL, Voice};

/// Cells of a row: as many as leave each the most room, the fewest first.
const COLUMNS: [usize; 3] = [4, 8, 16];

/// A cell of this height needs no more cells beside it.
const ROOMY: f64 = 14.0;

/// The least width and height of a cell.
const LEAST: (f64, f64) = (12.0, 8.0);

/// Height of the line above a cell, and the same where the panel is low.
const HEAD: f64 = 16.0;
const LOW_HEAD: f64 = 12.5;

/// A row of this height has room for the usual line above it.
const LOW_ROW: f64 = 48.0;

/// A cell of this height has room for both numbers of its axis.
const TWO_NUMBERS: f64 = 22.0;

/// Room between two cells of a row.
const GAP: f64 = 8.0;

/// Room below the cells for numbers.
const FOOT: f64 = NUMBER_DROP + SMALL / 2.0 + EDGE;

/// Where the cells are.
struct Layout {
    columns: usize,
    width: f64,
    height: f64,
    head: f64,
}

impl Layout {
    /// In low panels more cells stand in a row.
    fn new(n: usize, size: Size) -> Option<Self> {
        let all = COLUMNS.map(|columns| {
            let rows = n.div_ceil(columns).max(1) as f64;
            let height = f64::floor((size.height - FOOT - TITLE) / rows);
            Self {
                columns,
                width: (size.width - EDGE - 1.0 - left() + GAP) / columns as f64,
                height,
                head: if height < LOW_ROW { LOW_HEAD } else { HEAD },
            }
        });
        let side = |it: &Self| f64::min(it.width - GAP, it.height - it.head);
        let mut all = all.into_iter();
        let first = all.next()?;
        let best = match first.height - first.head >= ROOMY {
            true => first,
            false => all.fold(first, |best, it| match side(&it) > side(&best) {
                true => it,
                false => best,
            }),
        };
        let frame = best.frame(0);
        (frame.width() >= LEAST.0 && frame.height() >= LEAST.1).then_some(best)
    }

    fn frame(&self, index: usize) -> Frame {
        let (column, row) = (index % self.columns, index / self.columns);
        let (x, y) = (
            left() + column as f64 * self.width,
            TITLE + row as f64 * self.height,
        );
        let frame = Frame {
            left: x,
            top: y + self.head,
            right: x + self.width - GAP,
            bottom: y + self.height,
        };
        frame.snapped()
    }
}

/// Room at the left for numbers.
fn left() -> f64 {
    EDGE + Voice::Number.width("0") + TICK_GAP + 2.0
}

/// The cell under a place of the panel.
pub(crate) fn cell_at(grid: &Grid, size: Size, at: Spot) -> Option<&Cell> {
    let layout = Layout::new(grid.cells.len(), size)?;
    let mut cells = grid.cells.iter().enumerate();
    let found = cells.find(|(index, _)| {
        let frame = layout.frame(*index);
        Frame {
            left: frame.left - GAP / 2.0,
            top: frame.top - layout.head,
            right: frame.right + GAP / 2.0,
            bottom: frame.bottom,
        }
        .contains(at)
    });
    found.map(|(_, cell)| cell)
}

/// Draws all cells.
pub(crate) fn draw(
    area: &dyn Area,
    scene: &NetworkScene,
    grid: &Grid,
    messages: &NetworkMessages,
    palette: &Palette,
    size: Size,
) -> Drawn {
    let pen = Pen::on(area);
    let n = grid.cells.len();
    let Some(layout) = Layout::new(n, size) else {
        return Ok(());
    };
    let title = words::measured(messages, Measure::TrainAccuracy);
    let above = (EDGE, TITLE / 2.0);
    pen.text(title, above, Voice::Number, HPos::Left, palette.text)?;
    let chosen = grid.cells.iter().position(|cell| cell.name == grid.chosen);
    for (index, cell) in grid.cells.iter().enumerate() {
        let frame = layout.frame(index);
        let is_chosen = cell.name == grid.chosen;
        // In narrow cells every other one has its name, and the chosen one instead of its neighbors.
        let is_beside = chosen.is_some_and(|chosen| chosen.abs_diff(index) == 1);
        let is_named = layout.columns == COLUMNS[0] || (index % 2 == 0 && !is_beside);
        let names = (is_chosen, is_chosen || is_named);
        draw_before(&pen, scene, cell, (index, frame), palette)?;
        draw_cell(&pen, scene, cell, names, (index, frame), palette)?;
        if is_waiting(cell) {
            let waiting = messages.batch_norm.waiting;
            let fits = Voice::Number.width(waiting) < frame.width() - 4.0;
            let text = if fits { waiting } else { "…" };
            let at = frame.center();
            pen.text(text, at, Voice::Number, HPos::Center, palette.text)?;
        }
        let is_first = index % layout.columns == 0;
        // Narrow cells have no room for the number under each.
        let has_number = is_first || layout.columns == COLUMNS[0];
        let is_outer = (is_first, has_number && index + layout.columns >= n);
        if frame.height() >= TWO_NUMBERS {
            draw_numbers(&pen, frame, is_outer, scene.n_steps, palette)?;
            continue;
        }
        // All rows share the numbers at the ends of the column.
        draw_numbers(&pen, frame, (false, is_outer.1), scene.n_steps, palette)?;
        let x = frame.left - TICK_GAP - 1.0;
        let ends = [
            (index == 0, frame.top + 4.0, "1"),
            (is_first && is_outer.1, frame.bottom - 4.0, "0"),
        ];
        for (_, y, text) in ends.into_iter().filter(|(is_end, ..)| *is_end) {
            pen.text(text, (x, y), Voice::Number, HPos::Right, palette.text)?;
        }
    }
    Ok(())
}

/// Whether nothing is computed of it yet.
pub(crate) fn is_waiting(cell: &Cell) -> bool {
    let has_none = |curve: &Curve| curve.points.is_empty() && curve.diverged.is_none();
    cell.curves.iter().all(has_none)
}

/// Draws what the run before had in a cell that has not come as far, in gray.
fn draw_before(
    pen: &Pen<'_>,
    scene: &NetworkScene,
    cell: &Cell,
    (index, frame): (usize, Frame),
    palette: &Palette,
) -> Drawn {
    let last = |cell: &Cell| {
        let ends = cell.curves.iter().filter_map(|curve| curve.points.last());
        ends.map(|&(step, _)| step).max()
    };
    let before = match scene.previous.as_ref().map(|previous| &previous.second) {
        Some(Picture::Grid(grid)) => grid.cells.get(index),
        _ => None,
    };
    let Some(before) = before.filter(|before| last(before) > last(cell)) else {
        return Ok(());
    };
    for curve in &before.curves {
        let points = &curve.points[..curve.n_until(scene.n_steps)];
        let dash = dash(picture::style(curve.look, palette).dash);
        let gray = palette.axis.mix(0.85);
        pen.dashed(&spots(scene, points, frame), dash, 1.0, gray)?;
    }
    Ok(())
}

/// Where points lie in a cell. Curves stay within the frame also where they run along it.
fn spots(scene: &NetworkScene, points: &[(usize, f64)], frame: Frame) -> Vec<Spot> {
    let spots: Vec<Spot> = points.iter().map(|&it| spot(scene, it, frame)).collect();
    straightened(&spots)
}

fn spot(scene: &NetworkScene, (step, share): (usize, f64), frame: Frame) -> Spot {
    let (top, bottom) = (frame.top + 3.0, frame.bottom - 2.0);
    let y = bottom - share.clamp(0.0, 1.0) * (bottom - top);
    (x_of(scene, step, frame), y)
}

fn x_of(scene: &NetworkScene, step: usize, frame: Frame) -> f64 {
    frame.left + frame.width() * step as f64 / scene.n_steps.max(1) as f64
}

/// Draws the ends of the two axes of a cell: accuracies where it is the first of its row, steps
/// where none is below it.
pub(crate) fn draw_numbers(
    pen: &Pen<'_>,
    frame: Frame,
    (is_first, is_last): (bool, bool),
    last: usize,
    palette: &Palette,
) -> Drawn {
    if is_first {
        let x = frame.left - TICK_GAP - 1.0;
        for (y, text) in [(frame.top + 4.0, "1"), (frame.bottom - 4.0, "0")] {
            pen.text(text, (x, y), Voice::Number, HPos::Right, palette.text)?;
        }
    }
    if is_last {
        let y = frame.bottom + NUMBER_DROP - 2.0;
        let last = last.to_string();
        for (x, text, align) in [
            (frame.left, "0", HPos::Left),
            (frame.right, &*last, HPos::Right),
        ] {
            pen.text(text, (x, y), Voice::Number, align, palette.text)?;
        }
    }
    Ok(())
}

fn draw_cell(
    pen: &Pen<'_>,
    scene: &NetworkScene,
    cell: &Cell,
    (is_chosen, has_name): (bool, bool),
    (index, frame): (usize, Frame),
    palette: &Palette,
) -> Drawn {
    let (voice, color, width, edge) = if is_chosen {
        (Voice::Label, palette.ink, 2.0, palette.ink)
    } else {
        (Voice::Number, palette.text, 1.0, palette.axis)
    };
    let at = (frame.center().0, frame.top - LOW_HEAD / 2.0);
    if has_name {
        // The first one says what the numbers are.
        let symbol = if index == 0 { "σ = " } else { "" };
        let name = joined(&[symbol, &cell.value], "");
        pen.text(&name, at, voice, HPos::Center, color)?;
    }
    let (from, to) = ((frame.left, frame.top), (frame.right, frame.bottom));
    pen.rectangle(from, to, width, edge)?;
    let middle = axes::crisp(frame.center().1);
    let line = [(frame.left + 1.0, middle), (frame.right - 1.0, middle)];
    pen.line(&line, 1.0, palette.grid)?;
    let now = axes::crisp(x_of(scene, scene.shown, frame));
    let playhead = [(now, frame.top), (now, frame.bottom)];
    pen.line(&playhead, 1.0, palette.ink.mix(0.4))?;
    for curve in &cell.curves {
        let look = picture::style(curve.look, palette);
        let n = curve.n_until(scene.shown);
        let rest = spots(scene, &curve.points[n.saturating_sub(1)..], frame);
        pen.line(&rest, 1.0, look.color.mix(0.3))?;
        let done = spots(scene, &curve.points[..n], frame);
        pen.dashed(&done, dash(look.dash), 1.5, look.color.to_rgba())?;
        if let Some(step) = curve.diverged_by(scene.shown) {
            let end = curve.points.last().copied().unwrap_or((step, 0.0));
            let at = spot(scene, end, frame);
            draw_cross(pen, at, palette)?;
        }
    }
    Ok(())
}

/// Dashes that can be told from a line within a small picture.
const fn dash(dash: &'static [f64]) -> &'static [f64] {
    if dash.is_empty() { &[] } else { &[4.0, 2.5] }
}
