//! Curves over the steps of an experiment.

use crate::experiments::network::describe as words;
use crate::experiments::network::scene::{
    About, Curve, Curves, LossScale, Measure, Name, NetworkScene,
};
use crate::experiments::network::words::NetworkMessages;
use crate::experiments::network::{gap, picture};
use crate::math::{Span, joined};
use crate::race::OutcomeKind;
use crate::view;
use crate::view::axis::Axis;
use crate::view::frame::Size;
use crate::view::layout::{LossLayout, ShownScale};
use crate::view::pen::{Area, Drawn, Pen};
use crate::view::style::Palette;
use crate::view::text::Voice;

/// Names take no more than this share of a panel's width, where there are shorter ones.
const WIDEST: f64 = 0.3;

/// The layout of a panel; `None` where it is too small.
pub(crate) fn layout(
    scene: &NetworkScene,
    curves: &Curves,
    messages: &NetworkMessages,
    size: Size,
) -> Option<LossLayout> {
    let names = names(curves, messages, size);
    let axis = axis(curves, LossLayout::n_heights(size));
    let step = messages.network.iteration;
    let names = names.iter().map(String::as_str);
    LossLayout::framed(axis, scene.n_steps, names, step, size)
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

fn axis(curves: &Curves, n: usize) -> (Axis, ShownScale) {
    if !matches!(curves.measure, Measure::Loss | Measure::Difference) {
        return (Axis::exact(Span::new(0.0, 1.0), n), ShownScale::Linear);
    }
    let values = curves.curves.iter().flat_map(|curve| &curve.points);
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
    let title = title(scene, curves, messages, layout.scale);
    let panel = view::curves::Curves {
        title: &title,
        step: messages.network.iteration,
        shown: scene.shown,
        has_zero_line: curves.measure == Measure::Difference,
        names_ends: false,
        below: "",
        curves: curves.curves.iter().zip(names).map(curve).collect(),
    };
    let pen = Pen::on(area);
    panel.draw_axes(&pen, &layout, palette)?;
    gap::draw_band(&pen, &layout, scene, curves, palette)?;
    picture::draw_progress(&pen, scene, messages, palette, layout.frame)?;
    panel.draw(&pen, &layout, palette)?;
    gap::draw_notes(&pen, &layout, scene, curves, messages, palette)
}

/// What the height is, after the name of the network where it is of one alone.
fn title(
    scene: &NetworkScene,
    curves: &Curves,
    messages: &NetworkMessages,
    scale: ShownScale,
) -> String {
    let axis = words::axis(messages, curves.measure, scale);
    match curves.about {
        About::Networks => axis,
        About::Lane(_) => joined(&[&words::lane_name(scene, curves, messages), &axis], ": "),
        About::With(function) => joined(&[&axis, words::activation(messages, function)], " · "),
    }
}
