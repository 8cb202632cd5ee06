//! Ticks and numbers beside the frames of panels.

use plotters::style::text_anchor::HPos;

use crate::view::axis::Tick;
use crate::view::frame::Frame;
use crate::view::layout::{EDGE, LossLayout, NUMBER_DROP, TICK, TICK_GAP, TITLE_RISE};
use crate::view::pen::{Drawn, Pen};
use crate::view::style::Palette;
use crate::view::text::Voice;

/// Draws one tick below a frame, with its number.
pub(crate) fn draw_x_tick(pen: &Pen<'_>, frame: Frame, tick: &Tick, palette: &Palette) -> Drawn {
    let x = crisp(frame.left + tick.share * frame.width());
    let mark = [(x, frame.bottom), (x, frame.bottom + TICK)];
    pen.line(&mark, 1.0, palette.axis)?;
    let at = (x, frame.bottom + NUMBER_DROP);
    pen.text(&tick.label, at, Voice::Number, HPos::Center, palette.text)
}

/// Draws one tick beside a frame, with its number.
pub(crate) fn draw_y_tick(pen: &Pen<'_>, frame: Frame, tick: &Tick, palette: &Palette) -> Drawn {
    let y = crisp(frame.bottom - tick.share * frame.height());
    let mark = [(frame.left - TICK, y), (frame.left, y)];
    pen.line(&mark, 1.0, palette.axis)?;
    let at = (frame.left - TICK - TICK_GAP, y);
    pen.text(&tick.label, at, Voice::Number, HPos::Right, palette.text)
}

/// The nearest middle of a pixel.
pub(crate) fn crisp(place: f64) -> f64 {
    f64::floor(place) + 0.5
}

/// Draws grid, axes, ticks and numbers of the loss, and what the axes show.
pub(crate) fn draw_loss_axes(
    pen: &Pen<'_>,
    layout: &LossLayout,
    (title, step): (&str, &str),
    palette: &Palette,
) -> Drawn {
    let frame = layout.frame;
    for tick in &layout.y.ticks {
        let y = crisp(frame.bottom - tick.share * frame.height());
        pen.line(&[(frame.left, y), (frame.right, y)], 1.0, palette.grid)?;
    }
    for tick in &layout.y.ticks {
        draw_y_tick(pen, frame, tick, palette)?;
    }
    for share in &layout.y.minor {
        let y = crisp(frame.bottom - share * frame.height());
        let mark = [(frame.left - TICK / 2.0, y), (frame.left, y)];
        pen.line(&mark, 1.0, palette.axis)?;
    }
    for tick in &layout.x.ticks {
        draw_x_tick(pen, frame, tick, palette)?;
    }
    let corner = [
        (frame.left, frame.top),
        (frame.left, frame.bottom),
        (frame.right, frame.bottom),
    ];
    pen.line(&corner, 1.0, palette.axis)?;
    let above = (EDGE, frame.top - TITLE_RISE);
    pen.text(title, above, Voice::Number, HPos::Left, palette.text)?;
    if let Some(x) = layout.labels {
        let after = (x, frame.bottom + NUMBER_DROP);
        pen.text(step, after, Voice::Number, HPos::Left, palette.text)?;
    }
    Ok(())
}
