//! Histograms of activations: a row for each of the initial weights, a column for each layer.

use plotters::style::Color;
use plotters::style::text_anchor::HPos;

use crate::experiments::network::describe as words;
use crate::experiments::network::scene::{Histogram, HistogramRow, Histograms};
use crate::experiments::network::words::NetworkMessages;
use crate::experiments::weight_init::describe::problem_name;
use crate::math::numeral::shortest;
use crate::view::frame::{Frame, Size};
use crate::view::layout::{EDGE, NUMBER_DROP, TICK_GAP, TITLE};
use crate::view::marker;
use crate::view::pen::{Area, Drawn, Pen, Spot};
use crate::view::style::{LaneStyle, Palette};
use crate::view::text::{SMALL, Voice};

/// Layers of the set, also before they are computed.
const LAYERS: usize = 5;

/// Height of the names of the layers.
const HEADS: f64 = 14.0;

/// Height of the line above a row.
const HEAD: f64 = 19.0;

/// Room below the rows for numbers.
const FOOT: f64 = NUMBER_DROP + SMALL / 2.0 + EDGE;

/// Room between two histograms of a row.
const GAP: f64 = 6.0;

/// From this height on there is room for what is written into a histogram.
const ROOMY: f64 = 26.0;

/// From this width on two texts have room side by side.
const WIDE: f64 = 78.0;

/// From one line of text to the next.
const LINE: f64 = 13.0;

/// The upper ends that a row can have, as shares of all activations.
const ENDS: [f64; 6] = [0.05, 0.1, 0.15, 0.25, 0.5, 1.0];

struct Layout {
    left: f64,
    right: f64,
    top: f64,
    row: f64,
}

impl Layout {
    fn new(n_rows: usize, size: Size) -> Option<Self> {
        let (left, right) = (
            EDGE + Voice::Number.width("100%") + TICK_GAP,
            size.width - EDGE - 1.0,
        );
        let top = TITLE + HEADS;
        let row = f64::floor((size.height - FOOT - top) / n_rows.max(1) as f64);
        let layout = Self {
            left,
            right,
            top,
            row,
        };
        let frame = layout.frame(0, 0);
        (frame.width() >= 12.0 && frame.height() >= 8.0).then_some(layout)
    }

    fn frame(&self, row: usize, layer: usize) -> Frame {
        let width = (self.right - self.left + GAP) / LAYERS as f64;
        let left = self.left + layer as f64 * width;
        let top = self.top + row as f64 * self.row;
        Frame {
            left,
            top: top + HEAD,
            right: left + width - GAP,
            bottom: top + self.row,
        }
        .snapped()
    }
}

/// Draws all rows.
pub(crate) fn draw(
    area: &dyn Area,
    histograms: &Histograms,
    messages: &NetworkMessages,
    palette: &Palette,
    size: Size,
) -> Drawn {
    let Some(layout) = Layout::new(histograms.rows.len(), size) else {
        return Ok(());
    };
    let pen = Pen::on(area);
    let title = words::histograms(histograms, messages);
    let above = (EDGE, TITLE / 2.0);
    pen.text(&title, above, Voice::Number, HPos::Left, palette.text)?;
    for layer in 0..LAYERS {
        let frame = layout.frame(0, layer);
        let name = (messages.weight_init.layer)(layer + 1);
        let at = (frame.center().0, TITLE + HEADS / 2.0);
        pen.text(&name, at, Voice::Number, HPos::Center, palette.text)?;
    }
    for (index, row) in histograms.rows.iter().enumerate() {
        draw_row(&pen, &layout, (index, row), messages, palette)?;
    }
    let ends = ends(histograms);
    for layer in 0..LAYERS {
        let frame = layout.frame(histograms.rows.len().saturating_sub(1), layer);
        let y = frame.bottom + NUMBER_DROP - 2.0;
        for (x, end, align) in [
            (frame.left, &ends[0], HPos::Left),
            (frame.right, &ends[1], HPos::Right),
        ] {
            pen.text(end, (x, y), Voice::Number, align, palette.text)?;
        }
    }
    Ok(())
}

/// Both ends of the axes.
pub(crate) fn ends(histograms: &Histograms) -> [String; 2] {
    let mut layers = histograms.rows.iter().flat_map(|row| &row.layers);
    let (low, high) = layers
        .next()
        .map_or((0.0, 1.0), |layer| (layer.lowest, layer.highest));
    [low, high].map(crate::view::number::readable)
}

fn draw_row(
    pen: &Pen<'_>,
    layout: &Layout,
    (index, row): (usize, &HistogramRow),
    messages: &NetworkMessages,
    palette: &Palette,
) -> Drawn {
    let look = crate::experiments::network::picture::style(row.look, palette);
    let first = layout.frame(index, 0);
    let middle = first.top - HEAD / 2.0;
    marker::draw(pen, (layout.left + 7.0, middle), &look, palette.ground)?;
    let name = words::name(messages, &row.name);
    let at = (layout.left + 18.0, middle);
    pen.text(&name, at, Voice::Label, HPos::Left, look.name)?;
    let mut used = at.0 + Voice::Label.width(&name) + 12.0;
    if let Some(problem) = row.problem {
        let text = problem_name(problem, messages);
        let width = Voice::Number.width(&text);
        if used + width <= layout.right {
            pen.text(
                &text,
                (used, middle),
                Voice::Number,
                HPos::Left,
                palette.ink,
            )?;
            used += width + 12.0;
        }
    }
    let fits = |text: &String| used + Voice::Number.width(text) <= layout.right;
    if let Some(text) = words::deviations(row, messages).filter(fits) {
        let at = (layout.right, middle);
        pen.text(&text, at, Voice::Number, HPos::Right, palette.text)?;
    }
    let most = highest(row);
    let end = shortest(most * 100.0) + "%";
    let at = (first.left - TICK_GAP, first.top + SMALL / 2.0 - 1.0);
    pen.text(&end, at, Voice::Number, HPos::Right, palette.text)?;
    for layer in 0..LAYERS {
        let frame = layout.frame(index, layer);
        let sides = [
            (frame.left, frame.bottom),
            (frame.left, frame.top),
            (frame.right, frame.top),
            (frame.right, frame.bottom),
        ];
        pen.line(&sides, 1.0, palette.grid)?;
        if let Some(histogram) = row.layers.get(layer) {
            draw_bars(pen, frame, histogram, most, &look, palette)?;
        }
        let foot = [(frame.left, frame.bottom), (frame.right, frame.bottom)];
        pen.line(&foot, 1.0, palette.axis)?;
    }
    Ok(())
}

/// The upper end of a row: where all bars fit but those at the ends, in which activations
/// pile up by tens of thousands.
fn highest(row: &HistogramRow) -> f64 {
    let inner = row.layers.iter().flat_map(|layer| {
        let inner = &layer.counts[1..layer.counts.len() - 1];
        inner.iter().map(|&count| share(layer, count))
    });
    let most = inner.fold(0.0, f64::max);
    let end = ENDS.into_iter().find(|&end| most <= end);
    end.unwrap_or(1.0)
}

/// Of all activations of the layer.
pub(crate) fn share(layer: &Histogram, count: u32) -> f64 {
    let inside = layer.counts.iter().sum::<u32>();
    f64::from(count) / f64::from(inside + layer.n_below + layer.n_above).max(1.0)
}

fn draw_bars(
    pen: &Pen<'_>,
    frame: Frame,
    histogram: &Histogram,
    most: f64,
    look: &LaneStyle,
    palette: &Palette,
) -> Drawn {
    let n = histogram.counts.len() as f64;
    let bars: Vec<(usize, f64)> = histogram
        .counts
        .iter()
        .enumerate()
        .filter(|(_, count)| **count > 0)
        .map(|(at, &count)| (at, share(histogram, count)))
        .collect();
    let x = |at: usize| frame.left + frame.width() * at as f64 / n;
    // Bars side by side are one shape: seams would show between them.
    for run in bars.chunk_by(|a, b| a.0 + 1 == b.0) {
        let mut outline: Vec<Spot> = Vec::new();
        for &(at, share) in run {
            // A bar that is not empty can be seen.
            let height = (share / most).min(1.0) * (frame.height() - 1.0);
            let top = frame.bottom - height.max(0.75);
            outline.extend([(x(at), top), (x(at + 1), top)]);
        }
        let (first, last) = (run[0].0, run[run.len() - 1].0);
        outline.extend([(x(last + 1), frame.bottom), (x(first), frame.bottom)]);
        pen.polygon(&outline, look.color.mix(0.85))?;
    }
    let cut = bars.iter().filter(|(_, share)| *share > most);
    for &(at, _) in cut.clone() {
        // A gap near the top says that the bar goes on.
        let y = frame.top + 5.0;
        pen.line(
            &[(x(at) - 1.0, y + 1.5), (x(at + 1) + 1.0, y - 1.5)],
            2.0,
            palette.ground,
        )?;
    }
    if frame.height() < ROOMY {
        return Ok(());
    }
    // The heights of what is cut: the highest bar of each half.
    let half = histogram.counts.len() / 2;
    let mut line = frame.top + 7.0;
    for is_left in [true, false] {
        let here = cut.clone().filter(|(at, _)| (*at < half) == is_left);
        let Some(&(at, share)) = here.max_by(|a, b| a.1.total_cmp(&b.1)) else {
            continue;
        };
        let (x, align) = match is_left {
            true => (x(at + 1) + 3.0, HPos::Left),
            false => (x(at) - 3.0, HPos::Right),
        };
        let text = rounded(share);
        pen.text(&text, (x, line), Voice::Label, align, palette.ink)?;
        if !is_left || frame.width() < WIDE {
            line += LINE;
        }
    }
    let is_beside = histogram.n_above > 0 && frame.width() >= WIDE;
    let second = if is_beside { frame.top + 7.0 } else { line };
    for (count, left, align) in [
        (histogram.n_below, true, HPos::Left),
        (histogram.n_above, false, HPos::Right),
    ] {
        if count == 0 {
            continue;
        }
        let share = rounded(share(histogram, count));
        let (text, x) = match left {
            true => (format!("←{share}"), frame.left + 2.0),
            false => (format!("{share}→"), frame.right - 2.0),
        };
        pen.text(&text, (x, second), Voice::Label, align, palette.ink)?;
    }
    Ok(())
}

/// In whole percent; what is neither nothing nor all is not printed as such.
fn rounded(share: f64) -> String {
    let percent = libm::round(share * 100.0);
    match () {
        () if percent < 1.0 => "<1%".to_owned(),
        () if percent > 99.0 && share < 1.0 => ">99%".to_owned(),
        () => shortest(percent) + "%",
    }
}
