//! Curves over the steps of an experiment.

use crate::experiments::network::describe as words;
use crate::experiments::network::scene::{
    About, Curve, Curves, Digits, LossScale, Measure, Name, NetworkScene,
};
use crate::experiments::network::words::NetworkMessages;
use crate::experiments::network::{gap, picture};
use crate::experiments::training::picture::Strip;
use crate::math::{Span, joined};
use crate::race::OutcomeKind;
use crate::view;
use crate::view::axis::Axis;
use crate::view::frame::Size;
use crate::view::layout::{EDGE, LossLayout, ShownScale};
use crate::view::pen::{Area, Drawn, Pen};
use crate::view::style::Palette;
use crate::view::text::Voice;
use plotters::style::Color;
use plotters::style::text_anchor::HPos;

/// Names take no more than this share of a panel's width, where there are shorter ones.
const WIDEST: f64 = 0.3;

/// The layout of a panel; `None` where it is too small.
pub(crate) fn layout(
    scene: &NetworkScene,
    curves: &Curves,
    messages: &NetworkMessages,
    size: Size,
) -> Option<LossLayout> {
    let (size, _) = parts(scene, curves, size);
    let names = names(curves, messages, size);
    let axis = axis(scene, curves, LossLayout::n_heights(size));
    let step = messages.network.iteration;
    let names = names.iter().map(String::as_str);
    LossLayout::framed(axis, scene.axis_end(), names, step, size)
}

/// The extent of the curves of a panel, and the strip with a mini-batch under them.
pub(crate) fn parts<'a>(
    scene: &'a NetworkScene,
    curves: &Curves,
    size: Size,
) -> (Size, Option<(Strip, &'a Digits)>) {
    let digits = scene.digits.as_ref().filter(|_| scene.is_first(curves));
    let strip = digits.and_then(|digits| Some((Strip::of(digits, size)?, digits)));
    let height = strip.map_or(size.height, |(strip, _)| strip.top);
    (Size::new(size.width, height), strip)
}

/// The names beside the curves: short ones where the others would leave too little room. A curve
/// without a point says why.
fn names(curves: &Curves, messages: &NetworkMessages, size: Size) -> Vec<String> {
    let all = |name: &dyn Fn(&Name) -> String| -> Vec<String> {
        let named = |curve: &Curve| match curve.points.is_empty() && curve.diverged.is_some() {
            true => joined(&[&name(&curve.name), messages.network.diverged], ": "),
            false => name(&curve.name),
        };
        curves.curves.iter().map(named).collect()
    };
    let long = all(&|name| words::name(messages, name));
    let widths = long.iter().map(|name| Voice::Label.width(name));
    let is_one = curves.lane().is_some();
    match is_one || widths.fold(0.0, f64::max) > WIDEST * size.width {
        true => all(&|name| words::short_name(messages, name)),
        false => long,
    }
}

fn axis(scene: &NetworkScene, curves: &Curves, n: usize) -> (Axis, ShownScale) {
    let all = || curves.curves.iter().chain(scene.before(curves));
    match curves.measure {
        Measure::Loss | Measure::Difference => {}
        Measure::TestAccuracy => {
            let late = scene.n_done.max(1) / 3;
            let points = all().flat_map(|curve| &curve.points);
            let points = points.filter(|&&(step, _)| step >= late);
            let low = floor(points.map(|&(_, share)| share));
            return (Axis::exact(Span::new(low, 1.0), n), ShownScale::Linear);
        }
        Measure::TrainAccuracy | Measure::Accuracy => {
            return (Axis::exact(Span::new(0.0, 1.0), n), ShownScale::Linear);
        }
    }
    let values = all().flat_map(|curve| &curve.points);
    let values = values
        .map(|&(_, value)| value)
        .filter(|value| value.is_finite());
    let range = values.fold(None, |range: Option<Span>, value| {
        let range = range.unwrap_or(Span::new(value, value));
        Some(Span::new(range.low.min(value), range.high.max(value)))
    });
    if curves.measure == Measure::Difference {
        // No difference is always on it, and what is hardly any does not fill it.
        let range = range.unwrap_or(Span::new(0.0, 0.0));
        let range = Span::new(range.low.min(0.0), range.high.max(0.1));
        return (Axis::linear(range, n), ShownScale::Linear);
    }
    let range = range.unwrap_or(Span::new(0.1, 2.5));
    match curves.scale {
        LossScale::Log if range.low > 0.0 => (Axis::losses(range, range.high, n), ShownScale::Log),
        LossScale::Log | LossScale::Linear => (Axis::linear(range, n), ShownScale::Linear),
    }
}

/// Where an axis of accuracies begins: near 1 where all that counts is there, so that it can be told
/// apart.
fn floor(shares: impl Iterator<Item = f64>) -> f64 {
    let lowest = shares.fold(f64::NAN, f64::min);
    let floors = [0.9, 0.8, 0.5].into_iter();
    floors.fold(0.0, |floor, it| {
        f64::max(floor, if it < lowest { it } else { 0.0 })
    })
}

/// Draws the axes and the curves: strong up to the shown step, faint after it.
pub(crate) fn draw(
    area: &dyn Area,
    scene: &NetworkScene,
    curves: &Curves,
    messages: &NetworkMessages,
    palette: &Palette,
    size: Size,
) -> Drawn {
    let Some(layout) = layout(scene, curves, messages, size) else {
        return Ok(());
    };
    let names = names(curves, messages, size);
    let curve = |(curve, name): (&'_ Curve, String)| view::curves::Curve {
        name: name.into(),
        style: picture::style(curve.look, palette),
        points: curve.points.clone().into(),
        end: (curve.diverged_by(scene.shown)).map(|_| OutcomeKind::Diverged),
    };
    let title = title(scene, curves, messages, &layout, size);
    let below = below(scene, curves, messages, &layout);
    let panel = view::curves::Curves {
        title: &title,
        step: messages.network.iteration,
        shown: scene.shown,
        has_zero_line: curves.measure == Measure::Difference,
        names_ends: false,
        below: &below,
        curves: curves.curves.iter().zip(names).map(curve).collect(),
    };
    let pen = Pen::on(area);
    panel.draw_axes(&pen, &layout, palette)?;
    gap::draw_band(&pen, &layout, scene, curves, palette)?;
    draw_before(&pen, scene, curves, palette, &layout)?;
    panel.draw(&pen, &layout, palette)?;
    if is_empty(curves) {
        let (text, at) = (messages.network.not_measured, layout.frame.center());
        pen.text(text, at, Voice::Label, HPos::Center, palette.text)?;
    }
    if let (_, Some((strip, digits))) = parts(scene, curves, size) {
        strip.draw(&pen, digits, messages.training, palette)?;
    }
    gap::draw_notes(&pen, &layout, scene, curves, messages, palette)
}

/// Whether there is nothing to be seen of any network yet.
fn is_empty(curves: &Curves) -> bool {
    let is_waiting = |curve: &Curve| curve.points.is_empty() && curve.diverged.is_none();
    curves.curves.iter().all(is_waiting)
}

/// Whose values lie below the axis.
fn below(
    scene: &NetworkScene,
    curves: &Curves,
    messages: &NetworkMessages,
    layout: &LossLayout,
) -> String {
    let is_below = |curve: &&Curve| {
        let shown = &curve.points[..curve.n_until(scene.n_done)];
        shown.iter().any(|&(_, value)| layout.is_below(value))
    };
    let below = curves.curves.iter().filter(is_below);
    let below: Vec<String> = below
        .map(|it| words::short_name(messages, &it.name))
        .collect();
    let [what, colon] = messages.figure.below;
    let named = joined(&[what, colon, &joined(&below, ", ")], "");
    match below.is_empty() {
        true => String::new(),
        false if view::curves::Curves::below_width(&named) > layout.frame.width() => {
            what.to_owned()
        }
        false => named,
    }
}

/// What the vertical axis shows, after the name of the network where it is of one alone; after that how far an experiment is that is not complete, and what
/// the gray curves are. Above the frame they are in no curve's way.
fn title(
    scene: &NetworkScene,
    curves: &Curves,
    messages: &NetworkMessages,
    layout: &LossLayout,
    size: Size,
) -> String {
    let axis = words::axis(messages, curves.measure, layout.scale);
    let mut title = match curves.about {
        About::Networks => axis,
        About::Lane(_) => joined(&[&words::lane_name(scene, curves, messages), &axis], ": "),
        About::With(function) => joined(&[&axis, words::activation(messages, function)], " · "),
    };
    let has_before = !scene.before(curves).is_empty();
    let previous = has_before.then(|| messages.network.previous.to_owned());
    let progress = words::progress(scene, messages);
    for more in previous.into_iter().chain(progress) {
        let longer = joined(&[&title, &more], " · ");
        if Voice::Number.width(&longer) <= size.width - 2.0 * EDGE {
            title = longer;
        }
    }
    title
}

/// Draws the run before in gray, with its dashes.
fn draw_before(
    pen: &Pen<'_>,
    scene: &NetworkScene,
    curves: &Curves,
    palette: &Palette,
    layout: &LossLayout,
) -> Drawn {
    let gray = palette.axis.mix(0.85);
    for curve in scene.before(curves) {
        let points = &curve.points[..curve.n_until(scene.axis_end())];
        let dash = picture::style(curve.look, palette).dash;
        for line in view::curves::lines(points, layout) {
            pen.dashed(&line, dash, 1.25, gray)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_of_accuracies_begins_at_the_last_round_number_below_all_that_counts() {
        for (shares, expect) in [
            (vec![0.97, 0.93], 0.9),
            (vec![0.99, 0.9], 0.8),
            (vec![0.6, 0.95], 0.5),
            (vec![0.1], 0.0),
            (Vec::new(), 0.0),
        ] {
            assert_eq!(floor(shares.into_iter()), expect);
        }
    }
}
