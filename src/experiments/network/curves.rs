//! Curves over the steps of an experiment.

use plotters::style::Color;
use plotters::style::text_anchor::HPos;

use crate::experiments::network::describe as words;
use crate::experiments::network::scene::{Curve, Curves, LossScale, Measure, StudyScene};
use crate::experiments::network::words::StudyWords;
use crate::experiments::race::picture::layout::{LossLayout, ShownScale};
use crate::experiments::race::picture::loss::draw_playhead;
use crate::math::Span;
use crate::view::axes;
use crate::view::axis::Axis;
use crate::view::frame::Size;
use crate::view::label::spread;
use crate::view::marker;
use crate::view::pen::{Area, Drawn, Pen, Spot};
use crate::view::polyline::straightened;
use crate::view::style::{LaneStyle, Palette};
use crate::view::text::Voice;

/// The layout of a panel; `None` where it is too small.
pub(crate) fn layout(
    scene: &StudyScene,
    curves: &Curves,
    messages: &StudyWords,
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
        LossScale::Log if range.low > 0.0 => (Axis::log(range, n), ShownScale::Log),
        LossScale::Log | LossScale::Linear => (Axis::linear(range, n), ShownScale::Linear),
    }
}

/// Draws the axes and the curves: strong up to the shown step, faint after it.
pub(crate) fn draw(
    area: &dyn Area,
    scene: &StudyScene,
    curves: &Curves,
    messages: &StudyWords,
    palette: &Palette,
    size: Size,
) -> Drawn {
    let Some(layout) = layout(scene, curves, messages, size) else {
        return Ok(());
    };
    let pen = Pen::on(area);
    let title = words::axis(messages, curves.measure, layout.scale);
    let step = messages.network.iteration;
    axes::draw_loss_axes(&pen, &layout, (&title, step), palette)?;
    if let (Measure::Difference, Some(zero)) = (curves.measure, layout.y_of(0.0)) {
        let (left, right) = (layout.frame.left, layout.frame.right);
        let zero = axes::crisp(zero);
        pen.line(&[(left, zero), (right, zero)], 1.0, palette.axis)?;
    }
    draw_playhead(&pen, &layout, &title, (scene.shown, step), palette)?;
    let looks = curves.curves.iter();
    let looks: Vec<(&Curve, LaneStyle)> = looks
        .map(|curve| {
            (
                curve,
                crate::experiments::network::picture::style(curve.look, palette),
            )
        })
        .collect();
    for (curve, look) in &looks {
        let now = curve.n_until(scene.shown);
        let rest = &curve.points[now.saturating_sub(1)..];
        for line in lines(rest, &layout) {
            pen.line(&line, 1.25, look.color.mix(0.3))?;
        }
    }
    for (curve, look) in &looks {
        let lines = lines(&curve.points[..curve.n_until(scene.shown)], &layout);
        for line in &lines {
            pen.line(line, 3.5, palette.ground)?;
        }
        for line in &lines {
            pen.dashed(line, look.dash, 1.75, look.color.to_rgba())?;
        }
    }
    for (curve, look) in &looks {
        let now = curve.points[..curve.n_until(scene.shown)].last();
        if let Some(at) = now.and_then(|&point| spot(point, &layout)) {
            marker::draw(&pen, at, look, palette.ground)?;
        }
    }
    draw_names(&pen, &looks, messages, &layout)
}

fn spot((step, value): (usize, f64), layout: &LossLayout) -> Option<Spot> {
    Some((layout.x_of(step), layout.y_of(value)?))
}

/// The curve in pieces: a value without a place on the axis breaks it.
fn lines(points: &[(usize, f64)], layout: &LossLayout) -> Vec<Vec<Spot>> {
    let mut pieces = vec![Vec::new()];
    for &point in points {
        match (spot(point, layout), pieces.last_mut()) {
            (Some(spot), Some(piece)) => piece.push(spot),
            _ => pieces.push(Vec::new()),
        }
    }
    pieces.iter().map(|piece| straightened(piece)).collect()
}

/// Names each curve in the column at the right, at the height of its end.
fn draw_names(
    pen: &Pen<'_>,
    looks: &[(&Curve, LaneStyle)],
    messages: &StudyWords,
    layout: &LossLayout,
) -> Drawn {
    let Some(column) = layout.labels else {
        return Ok(());
    };
    let frame = layout.frame;
    let ends = looks.iter().filter_map(|(curve, look)| {
        let at = spot(*curve.points.last()?, layout)?;
        Some((*curve, look, at))
    });
    let ends: Vec<_> = ends.collect();
    let wanted: Vec<f64> = ends.iter().map(|(.., at)| at.1).collect();
    let heights = spread(&wanted, 14.5, (frame.top + 4.0, frame.bottom - 4.0));
    for ((curve, look, at), height) in ends.into_iter().zip(heights) {
        // A leader as long as the panel would cross the other curves.
        if frame.right - at.0 < 24.0 {
            let leader = [(at.0 + 8.0, at.1), (column - 3.0, height)];
            pen.line(&leader, 1.0, look.color)?;
        }
        let name = words::name(messages, &curve.name);
        pen.text(&name, (column, height), Voice::Label, HPos::Left, look.name)?;
    }
    Ok(())
}
