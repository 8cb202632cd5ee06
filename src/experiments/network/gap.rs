//! The gap between the training and the test accuracy of one network, shaded and said.

use plotters::style::Color;
use plotters::style::text_anchor::HPos;

use super::{describe, picture};
use crate::experiments::network::scene::{Curves, NetworkScene};
use crate::experiments::network::words::NetworkMessages;
use crate::view::layout::LossLayout;
use crate::view::pen::{Drawn, Pen, Spot};
use crate::view::style::Palette;
use crate::view::text::Voice;

/// How much of the color of the network the gap has up to the shown step, and after it.
const SHADES: [f64; 2] = [0.3, 0.1];

/// From one line of text to the next.
const LINE: f64 = 17.0;

/// From the frame to the lines of text.
const MARGIN: f64 = 8.0;

/// Height that is kept for how far the training is.
const PROGRESS: f64 = 22.0;

/// An accuracy above which there is room under the curves for some lines of text.
const HIGH: f64 = 0.45;

/// Shades what lies between the two curves: in the color of the network where the training
/// accuracy is the higher one, gray where it is the lower one.
pub(crate) fn draw_band(
    pen: &Pen<'_>,
    layout: &LossLayout,
    scene: &NetworkScene,
    curves: &Curves,
    palette: &Palette,
) -> Drawn {
    let (Some(_), [train, test]) = (curves.lane(), &curves.curves[..]) else {
        return Ok(());
    };
    let both = train.points.iter().zip(&test.points);
    let both: Vec<(usize, [f64; 2])> = both.map(|(a, b)| (a.0, [a.1, b.1])).collect();
    let now = train.n_until(scene.shown);
    let parts = [&both[..now], &both[now.saturating_sub(1)..]];
    let color = picture::style(train.look, palette).color;
    for (part, shade) in parts.into_iter().zip(SHADES) {
        for (is_gap, outline) in outlines(part, layout) {
            let color = if is_gap { color } else { palette.text };
            pen.polygon(&outline, color.mix(shade))?;
        }
    }
    Ok(())
}

/// The areas between two curves, with whether the first is the upper one there.
fn outlines(points: &[(usize, [f64; 2])], layout: &LossLayout) -> Vec<(bool, Vec<Spot>)> {
    let spot = |step: f64, value: f64| -> Option<Spot> {
        let x = layout.x_of(0) + (layout.x_of(1) - layout.x_of(0)) * step;
        Some((x, layout.y_of(value)?))
    };
    let mut outlines = Vec::new();
    // The first curve from left to right; the second one goes back.
    let (mut upper, mut lower): (Vec<Spot>, Vec<Spot>) = (Vec::new(), Vec::new());
    let mut before: Option<(f64, [f64; 2])> = None;
    let close = |is_gap: bool, there: &mut Vec<Spot>, back: &mut Vec<Spot>, all: &mut Vec<_>| {
        let mut outline = std::mem::take(there);
        outline.extend(std::mem::take(back).into_iter().rev());
        if outline.len() > 2 {
            all.push((is_gap, outline));
        }
    };
    for &(step, values) in points {
        let step = step as f64;
        if let Some((at, old)) = before {
            let (was, is) = (old[0] - old[1], values[0] - values[1]);
            if was * is < 0.0 {
                let share = was / (was - is);
                let crossing = spot(
                    at + (step - at) * share,
                    old[0] + (values[0] - old[0]) * share,
                );
                upper.extend(crossing);
                close(was > 0.0, &mut upper, &mut lower, &mut outlines);
                upper.extend(crossing);
            }
        }
        if let (Some(a), Some(b)) = (spot(step, values[0]), spot(step, values[1])) {
            upper.push(a);
            lower.push(b);
        }
        before = Some((step, values));
    }
    // An area that has come from 0 is named by where it goes.
    let is_gap = before.is_some_and(|(_, values)| values[0] >= values[1]);
    close(is_gap, &mut upper, &mut lower, &mut outlines);
    outlines
}

/// Says how large the gap is at the shown step, and what the test accuracy has gained.
pub(crate) fn draw_notes(
    pen: &Pen<'_>,
    layout: &LossLayout,
    scene: &NetworkScene,
    curves: &Curves,
    messages: &NetworkMessages,
    palette: &Palette,
) -> Drawn {
    let frame = layout.frame;
    let notes = describe::notes(scene, curves, messages);
    let last = curves.curves.iter().filter_map(|curve| curve.points.last());
    let is_high = last.into_iter().all(|&(_, value)| value > HIGH);
    let n = notes.iter().flatten().count();
    let height = LINE * n as f64;
    let top = match is_high {
        true => frame.bottom - PROGRESS - height,
        false => frame.top + MARGIN,
    };
    let (strong, quiet) = ((Voice::Label, palette.ink), (Voice::Number, palette.text));
    // The reason explains the number above it.
    let looks = notes.into_iter().zip([strong, quiet, strong]);
    let lines = looks.filter_map(|(note, look)| Some((note?, look)));
    for (index, (note, (voice, color))) in lines.enumerate() {
        let at = (frame.right - MARGIN, top + LINE * (index as f64 + 0.5));
        pen.text(&note, at, voice, HPos::Right, color)?;
    }
    Ok(())
}
