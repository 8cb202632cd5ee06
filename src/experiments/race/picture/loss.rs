//! The loss of each lane against the step.

use crate::experiments::race::scene::{Lane, Scene};
use crate::math::joined;
use crate::view::curves::{Curve, Curves};
use crate::view::layout::{LossLayout, ShownScale};
use crate::view::pen::{Area, Drawn, Pen};
use crate::view::style::{LaneStyle, Palette};
use crate::view::words::FigureWords;

/// Draws the axes and the names of what they show.
///
/// # Errors
/// Those of the backend.
pub fn draw_ground(
    area: &dyn Area,
    layout: &LossLayout,
    words: &FigureWords,
    palette: &Palette,
) -> Drawn {
    let title = title(layout, words);
    panel(&title, words, 0, Vec::new(), "").draw_axes(&Pen::on(area), layout, palette)
}

/// Draws the curves up to the playhead, what is to come of them faintly, and the playhead.
///
/// # Errors
/// Those of the backend.
pub fn draw_actors(
    area: &dyn Area,
    scene: &Scene<'_>,
    layout: &LossLayout,
    words: &FigureWords,
    palette: &Palette,
) -> Drawn {
    let title = title(layout, words);
    let curve = |lane: &Lane<'_>| {
        let shown = match scene.shows_future {
            true => usize::MAX,
            false => scene.playhead + 1,
        };
        let losses = lane.trajectory.losses.iter().copied().take(shown);
        Curve {
            name: lane.name.clone().into(),
            style: LaneStyle::of(lane, palette),
            points: losses.enumerate().collect::<Vec<_>>().into(),
            end: lane.end(scene.playhead),
        }
    };
    let curves = scene.lanes.iter().map(curve).collect();
    let is_below = |lane: &&Lane<'_>| {
        let mut losses = lane.trajectory.losses.iter();
        losses.any(|&loss| layout.is_below(loss))
    };
    let below: Vec<&str> = (scene.lanes.iter().filter(is_below))
        .map(|lane| &*lane.name)
        .collect();
    let [what, colon] = words.below;
    let named = joined(&[what, colon, &joined(&below, ", ")], "");
    let below = match below.is_empty() {
        true => "",
        // The arrows in the colors of the lanes say the same.
        false if Curves::below_width(&named) > layout.frame.width() => what,
        false => &named,
    };
    panel(&title, words, scene.playhead, curves, below).draw(&Pen::on(area), layout, palette)
}

fn panel<'a>(
    title: &'a str,
    words: &FigureWords,
    shown: usize,
    curves: Vec<Curve<'a>>,
    below: &'a str,
) -> Curves<'a> {
    Curves {
        title,
        step: words.labels.step,
        shown,
        has_zero_line: false,
        names_ends: true,
        below,
        curves,
    }
}

/// What the vertical axis shows.
fn title(layout: &LossLayout, words: &FigureWords) -> String {
    match layout.scale {
        ShownScale::Log => format!("{} ({})", words.labels.loss, words.log),
        ShownScale::Linear => words.labels.loss.to_owned(),
        ShownScale::LinearForNegative => words.linear_because_negative.to_owned(),
    }
}
