//! The loss of each lane against the step.

use plotters::style::Color;
use plotters::style::text_anchor::HPos;

use crate::experiments::race::picture::layout::{EDGE, LossLayout, ShownScale, TITLE_RISE};
use crate::experiments::race::scene::{Lane, Scene};
use crate::locale::words::FigureWords;
use crate::view::label::{Placed, Room, Wanted, spread};
use crate::view::pen::{Area, Drawn, Pen, Spot};
use crate::view::polyline::straightened;
use crate::view::style::{LaneStyle, Palette};
use crate::view::text::Voice;
use crate::view::{axes, marker};

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
    let names = (&*title(layout, words), words.labels.step);
    axes::draw_loss_axes(&Pen::on(area), layout, names, palette)
}

/// What the vertical axis shows.
fn title(layout: &LossLayout, words: &FigureWords) -> String {
    match layout.scale {
        ShownScale::Log => format!("{} ({})", words.labels.loss, words.log),
        ShownScale::Linear => words.labels.loss.to_owned(),
        ShownScale::LinearForNegative => words.linear_because_negative.to_owned(),
    }
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
    let pen = Pen::on(area);
    let title = title(layout, words);
    let step = (scene.playhead, words.labels.step);
    draw_playhead(&pen, layout, &title, step, palette)?;
    let looks: Vec<(&Lane<'_>, LaneStyle)> = scene
        .lanes
        .iter()
        .map(|lane| (lane, LaneStyle::of(lane, palette)))
        .collect();
    for (lane, look) in &looks {
        if let Some(now) = lane.entry(scene.playhead) {
            let losses = &lane.trajectory.losses;
            for line in curves(losses, now..losses.len(), layout) {
                pen.line(&line, 1.25, look.color.mix(0.3))?;
            }
        }
    }
    for (lane, look) in &looks {
        if let Some(now) = lane.entry(scene.playhead) {
            let lines = curves(&lane.trajectory.losses, 0..now + 1, layout);
            for line in &lines {
                pen.line(line, 3.5, palette.ground)?;
            }
            for line in &lines {
                pen.dashed(line, look.dash, 1.75, look.color.to_rgba())?;
            }
        }
    }
    for (lane, look) in &looks {
        if let Some(now) = lane.entry(scene.playhead) {
            draw_current(&pen, scene, layout, palette, (lane, look), now)?;
        }
    }
    draw_labels(&pen, layout, &looks)
}

/// Draws the playhead with its name, beside the title of the axis.
pub(crate) fn draw_playhead(
    pen: &Pen<'_>,
    layout: &LossLayout,
    title: &str,
    (at, step): (usize, &str),
    palette: &Palette,
) -> Drawn {
    let frame = layout.frame;
    let x = axes::crisp(layout.x_of(at));
    let line = [(x, frame.top - 5.0), (x, frame.bottom)];
    pen.line(&line, 1.0, palette.ink.mix(0.65))?;
    let text = format!("{step} {at}");
    let half = Voice::Number.width(&text) / 2.0;
    let least = EDGE + Voice::Number.width(title) + TITLE_GAP + half;
    let most = frame.right.max(layout.labels.unwrap_or(0.0)) - half;
    let at = (x.min(most).max(least), frame.top - TITLE_RISE);
    if at.0 - x > MAX_ASIDE {
        return Ok(());
    }
    pen.text(&text, at, Voice::Number, HPos::Center, palette.ink)
}

/// Room between the name of the axis and that of the playhead.
const TITLE_GAP: f64 = 10.0;

/// So far the name of the playhead may stand beside it to make room for that of the axis.
const MAX_ASIDE: f64 = 110.0;

/// The curve over some steps, in pieces: a loss without a place on the axis breaks it.
/// On a logarithmic axis that is a loss of exactly 0; the curve falls off the lower
/// edge there.
fn curves(losses: &[f64], steps: std::ops::Range<usize>, layout: &LossLayout) -> Vec<Vec<Spot>> {
    let mut pieces: Vec<Vec<Spot>> = Vec::new();
    let mut piece: Vec<Spot> = Vec::new();
    for step in steps {
        let x = layout.x_of(step);
        if let Some(y) = layout.y_of(losses[step]) {
            piece.push((x, y));
            continue;
        }
        if !piece.is_empty() {
            if losses[step] == 0.0 {
                piece.push((x, layout.frame.bottom));
            }
            pieces.push(straightened(&piece));
            piece.clear();
        }
    }
    pieces.push(straightened(&piece));
    pieces
}

fn draw_current(
    pen: &Pen<'_>,
    scene: &Scene<'_>,
    layout: &LossLayout,
    palette: &Palette,
    (lane, look): (&Lane<'_>, &LaneStyle),
    now: usize,
) -> Drawn {
    let x = layout.x_of(now);
    let Some(y) = layout.y_of(lane.trajectory.losses[now]) else {
        let bottom = layout.frame.bottom;
        let down = [
            (x - 6.0, bottom - 7.0),
            (x + 6.0, bottom - 7.0),
            (x, bottom + 4.0),
        ];
        return pen.polygon(&down, look.color);
    };
    if let Some(end) = lane.end(scene.playhead) {
        marker::draw_end(pen, (x, y), look, palette.ground, end)?;
    }
    marker::draw(pen, (x, y), look, palette.ground)
}

/// Names each curve at its end: in the column at the right, or beside the end where the
/// run broke off early.
fn draw_labels(pen: &Pen<'_>, layout: &LossLayout, looks: &[(&Lane<'_>, LaneStyle)]) -> Drawn {
    let Some(column) = layout.labels else {
        return Ok(());
    };
    let frame = layout.frame;
    let end = |lane: &Lane<'_>| {
        let last = lane.trajectory.losses.len().checked_sub(1)?;
        let y = layout.y_of(lane.trajectory.losses[last]);
        Some((layout.x_of(last), y.unwrap_or(frame.bottom)))
    };
    let ends = looks
        .iter()
        .filter_map(|(lane, look)| Some((*lane, look, end(lane)?)));
    let (late, early): (Vec<_>, Vec<_>) = ends.partition(|(.., at)| frame.right - at.0 < 24.0);
    let wanted: Vec<f64> = late.iter().map(|(.., at)| at.1).collect();
    let heights = spread(&wanted, 14.5, (frame.top + 4.0, frame.bottom - 4.0));
    for ((lane, look, at), height) in late.iter().zip(heights) {
        let leader = [(at.0 + 8.0, at.1), (column - 3.0, height)];
        pen.line(&leader, 1.0, look.color)?;
        let at = (column, height);
        pen.text(&lane.name, at, Voice::Label, HPos::Left, look.name)?;
    }
    let mut room = Room::new(frame.inset(1.0));
    for (lane, ..) in early.iter().chain(&late) {
        let losses = &lane.trajectory.losses;
        for line in curves(losses, 0..losses.len(), layout) {
            room.crowd(&line);
        }
    }
    for (.., at) in &early {
        room.take_disk(*at, marker::REACH);
    }
    let wanted: Vec<Wanted> = early
        .iter()
        .map(|(lane, _, at)| Wanted::name(&lane.name, *at))
        .collect();
    for ((lane, look, _), placed) in early.iter().zip(room.place(&wanted)) {
        let Some(Placed { frame, leader }) = placed else {
            continue;
        };
        if let Some((from, to)) = leader {
            pen.line(&[from, to], 1.0, look.color)?;
        }
        let at = frame.center();
        pen.text(&lane.name, at, Voice::Label, HPos::Center, look.name)?;
    }
    Ok(())
}
