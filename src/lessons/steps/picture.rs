//! The lengths of the steps along x above those along y, on one logarithmic axis.

use plotters::drawing::IntoDrawingArea;
use plotters::style::Color;
use plotters::style::text_anchor::HPos;

use crate::experiments::race::choices::Coordinate;
use crate::lab::settings::Choice;
use crate::lessons::steps::model::{LaneUpdates, Longest, UpdateLengths};
use crate::lessons::steps::words::{StepsWords, UpdateWords, UpdatesWords};
use crate::math::Span;
use crate::view::axis::Axis;
use crate::view::curves::{Curve, Curves};
use crate::view::frame::Size;
use crate::view::layout::{LossLayout, ShownScale};
use crate::view::number::{readable, rounded};
use crate::view::pen::{Area, Drawn, Pen, Spot, units};
use crate::view::style::{LaneStyle, Palette, Theme};
use crate::view::svg::Svg;
use crate::view::text::Voice;
use crate::view::words::FigureWords;

const AXES: [Coordinate; 2] = [Coordinate::X, Coordinate::Y];

/// Room between the two panels.
const GAP: f64 = 10.0;

/// Draws the picture.
///
/// # Errors
/// Those of the backend.
pub fn draw(
    area: &dyn Area,
    shown: &UpdateLengths,
    words: &FigureWords,
    size: Size,
    palette: &Palette,
) -> Drawn {
    let each = Size::new(size.width, (size.height - GAP) / 2.0);
    let axis = axis(shown, LossLayout::n_heights(each));
    let names = shown.lanes.iter().map(|lane| &*lane.name);
    let scale = (axis, ShownScale::Log);
    let step = words.labels.step;
    let Some(layout) = LossLayout::framed(scale, shown.steps, names, step, each) else {
        return Ok(());
    };
    let extent = (units(each.width), units(each.height));
    for (rank, along) in AXES.into_iter().enumerate() {
        let top = rank as f64 * (each.height + GAP);
        let part = area.part((0, units(top)), extent);
        draw_panel(&Pen::on(&*part), shown, along, &layout, words, palette)?;
    }
    Ok(())
}

/// The picture as SVG, with a title and a description.
pub fn svg(
    shown: &UpdateLengths,
    figure: &FigureWords,
    words: &StepsWords,
    size: Size,
    theme: Theme,
) -> String {
    let palette = theme.palette();
    let description = [sentences(shown, words), others(shown, words)].concat();
    let mut text = String::new();
    let svg = Svg::new(&mut text, size, palette.ground).titled(
        figure.tag,
        words.title,
        &description.join(" "),
    );
    {
        let area = svg.into_drawing_area();
        // Writing to a string cannot fail.
        let _ = Pen::on(&area).fill((0.0, 0.0), (size.width, size.height), palette.ground);
        let _ = draw(&area, shown, figure, size, palette);
        let _ = area.present();
    }
    text
}

fn draw_panel(
    pen: &Pen<'_>,
    shown: &UpdateLengths,
    along: Coordinate,
    layout: &LossLayout,
    words: &FigureWords,
    palette: &Palette,
) -> Drawn {
    let title = format!("|Δ{}| ({})", along.name(), words.log);
    let style = |lane: &LaneUpdates| LaneStyle::new(lane.rule, lane.variant, palette);
    let curve = |lane: &LaneUpdates| {
        let lengths = lane.along(along, usize::MAX).map(f64::abs);
        let points = lengths
            .enumerate()
            .map(|(index, length)| (index + 1, length));
        Curve {
            name: lane.name.clone().into(),
            style: style(lane),
            points: points.collect::<Vec<_>>().into(),
            end: None,
        }
    };
    let curves = Curves {
        title: &title,
        step: words.labels.step,
        shown: shown.playhead,
        has_zero_line: false,
        names_ends: true,
        below: "",
        curves: shown.lanes.iter().map(curve).collect(),
    };
    curves.draw_axes(pen, layout, palette)?;
    if let Some(lane) = shown.lane() {
        draw_rate(pen, lane, layout, &style(lane), palette)?;
    }
    curves.draw(pen, layout, palette)
}

/// Draws the learning rate of the chosen lane, dashed, with its symbol at the end.
fn draw_rate(
    pen: &Pen<'_>,
    lane: &LaneUpdates,
    layout: &LossLayout,
    look: &LaneStyle,
    palette: &Palette,
) -> Drawn {
    let frame = layout.frame;
    // Each stands for the whole of its step, so that a change of the rate is one at a step.
    let ends = lane.rates.iter().enumerate();
    let ends = ends.flat_map(|(index, &rate)| [(index, rate), (index + 1, rate)]);
    let line: Vec<Spot> = ends
        .filter_map(|(step, rate)| Some((layout.x_of(step), layout.y_of(rate)?)))
        .filter(|&spot| frame.contains(spot))
        .collect();
    let Some(&(x, y)) = line.last() else {
        return Ok(());
    };
    pen.dashed(&line, &[2.0, 4.0], 1.5, palette.ink.mix(0.8))?;
    // Between the frame and the names, where there are any.
    let aside = if layout.labels.is_some() { 7.0 } else { -7.0 };
    let at = (x + aside, y);
    pen.text("η", at, Voice::Label, HPos::Center, look.name)
}

/// So many times the usual longest step, or as small a part of it, has a place on the axis.
const REACH: f64 = 1e3;

/// One axis for both panels, with the lengths and the learning rate on it. What is far longer or
/// shorter is at its edges: a run that diverges would flatten the others, and so would one that
/// has converged.
fn axis(shown: &UpdateLengths, n: usize) -> Axis {
    let both = |lane| AXES.map(|along| LaneUpdates::along(lane, along, usize::MAX));
    let lengths = shown.lanes.iter().flat_map(both).flatten().map(f64::abs);
    let rates = shown.lane().into_iter();
    let rates = rates.flat_map(|lane| lane.rates.iter().copied());
    let all = lengths.chain(rates).filter(|&it| it > 0.0);
    let (low, high) = all.fold((f64::INFINITY, 0.0), |(low, high), it| {
        (it.min(low), it.max(high))
    });
    let longest = |lane: &LaneUpdates| {
        let along = AXES.map(|it| lane.longest(it, usize::MAX).map_or(0.0, |it| it.length));
        along[0].max(along[1])
    };
    let usual = shown.lanes.iter().map(longest).filter(|&it| it > 0.0);
    let usual = usual.fold(f64::INFINITY, f64::min);
    match low <= high {
        true => Axis::log(
            Span::new(low.max(usual / REACH).min(high), high.min(usual * REACH)),
            n,
        ),
        false => Axis::log(Span::new(0.1, 1.0), n),
    }
}

/// What is seen of the chosen lane: the update that led to the shown step, and all up to it.
pub fn sentences(shown: &UpdateLengths, words: &StepsWords) -> Vec<String> {
    let Some(lane) = shown.lane() else {
        return Vec::new();
    };
    let step = shown.playhead.min(lane.updates.len());
    let Some(before) = step.checked_sub(1) else {
        return vec![(words.start)(&lane.name)];
    };
    let (update, rate) = (lane.updates[before], lane.rates[before]);
    let now = (words.update)(&UpdateWords {
        name: lane.name.clone(),
        step,
        change: [update.x, update.y].map(|it| rounded(it, 3)),
        rate: readable(rate),
    });
    let all = summary(lane, step, words);
    std::iter::once(now).chain(all).collect()
}

/// The same of all other lanes up to the shown step, for those who do not see the picture.
pub fn others(shown: &UpdateLengths, words: &StepsWords) -> Vec<String> {
    let lanes = shown.lanes.iter().enumerate();
    let others = lanes.filter(|&(index, _)| shown.chosen != Some(index));
    let summary = |(_, lane): (usize, &LaneUpdates)| {
        summary(lane, shown.playhead.min(lane.updates.len()), words)
    };
    others.filter_map(summary).collect()
}

fn summary(lane: &LaneUpdates, step: usize, words: &StepsWords) -> Option<String> {
    let [x, y] = AXES.map(|axis| lane.longest(axis, step));
    let (x, y) = x.zip(y)?;
    let of_rate = |it: Longest| it.of_rate.map(|it| rounded(it, 3));
    Some((words.updates)(&UpdatesWords {
        name: lane.name.clone(),
        step,
        longest: [x, y].map(|it| rounded(it.length, 3)),
        of_rate: of_rate(x).zip(of_rate(y)).map(|(x, y)| [x, y]),
        turns: AXES.map(|axis| lane.turns(axis, step)),
    }))
}
