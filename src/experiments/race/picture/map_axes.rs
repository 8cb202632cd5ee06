//! Frame, ticks, numbers and names of the map.

use plotters::style::text_anchor::HPos;

use crate::experiments::race::picture::layout::MapLayout;
use crate::view::axes::{draw_x_tick, draw_y_tick};
use crate::view::axis::Tick;
use crate::view::layout::{NUMBER_DROP, TICK, TICK_GAP};
use crate::view::pen::{Drawn, Pen};
use crate::view::style::Palette;
use crate::view::text::Voice;

/// Draws frame, ticks, numbers and names of the map.
pub(crate) fn draw(pen: &Pen<'_>, layout: &MapLayout, palette: &Palette) -> Drawn {
    let frame = layout.frame;
    let (from, to) = ((frame.left, frame.top), (frame.right, frame.bottom));
    pen.rectangle(from, to, 1.0, palette.axis)?;
    for tick in &layout.x.ticks {
        draw_x_tick(pen, frame, tick, palette)?;
    }
    for tick in &layout.y.ticks {
        draw_y_tick(pen, frame, tick, palette)?;
    }
    // The name of an axis stands among its numbers, in the last gap.
    if let Some(share) = gap(&layout.x.ticks, frame.width()) {
        let at = (
            frame.left + share * frame.width(),
            frame.bottom + NUMBER_DROP,
        );
        pen.text("x", at, Voice::Variable, HPos::Center, palette.text)?;
    }
    if let Some(share) = gap(&layout.y.ticks, frame.height()) {
        let y = frame.bottom - share * frame.height();
        let at = (frame.left - TICK - TICK_GAP, y);
        pen.text("y", at, Voice::Variable, HPos::Right, palette.text)?;
    }
    Ok(())
}

/// The middle of the last two ticks, as a share of a length; `None` where there is no
/// room between their numbers.
fn gap(ticks: &[Tick], length: f64) -> Option<f64> {
    let [.., a, b] = ticks else {
        return None;
    };
    let is_wide = (b.share - a.share) * length >= 28.0;
    is_wide.then_some((a.share + b.share) / 2.0)
}
