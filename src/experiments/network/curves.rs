//! Curves over the steps of an experiment.

use crate::experiments::network::describe as words;
use crate::experiments::network::picture;
use crate::experiments::network::scene::{Curve, Curves, LossScale, Measure, NetworkScene};
use crate::experiments::network::words::NetworkMessages;
use crate::math::Span;
use crate::view;
use crate::view::axis::Axis;
use crate::view::frame::Size;
use crate::view::layout::{LossLayout, ShownScale};
use crate::view::pen::{Area, Drawn, Pen};
use crate::view::style::Palette;

/// The layout of a panel; `None` where it is too small.
pub(crate) fn layout(
    scene: &NetworkScene,
    curves: &Curves,
    messages: &NetworkMessages,
    size: Size,
) -> Option<LossLayout> {
    let names: Vec<String> = curves
        .curves
        .iter()
        .map(|curve| words::name(messages, &curve.name))
        .collect();
    let axis = axis(curves, LossLayout::n_heights(size));
    let step = messages.network.iteration;
    let names = names.iter().map(String::as_str);
    LossLayout::framed(axis, scene.n_steps, names, step, size)
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
    let curve = |curve: &'_ Curve| view::curves::Curve {
        name: words::name(messages, &curve.name).into(),
        style: picture::style(curve.look, palette),
        points: curve.points.clone().into(),
        end: None,
    };
    let title = words::axis(messages, curves.measure, layout.scale);
    let panel = view::curves::Curves {
        title: &title,
        step: messages.network.iteration,
        shown: scene.shown,
        has_zero_line: curves.measure == Measure::Difference,
        names_ends: false,
        below: "",
        curves: curves.curves.iter().map(curve).collect(),
    };
    let pen = Pen::on(area);
    panel.draw_axes(&pen, &layout, palette)?;
    panel.draw(&pen, &layout, palette)
}
