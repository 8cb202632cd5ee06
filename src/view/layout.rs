//! Where the parts of a panel with curves are, and what all panels keep to.

use crate::view::axis::Axis;
use crate::view::frame::{Frame, Size};
use crate::view::text::{SMALL, Voice};

/// The parts of the loss panel.
#[derive(Clone, Debug, PartialEq)]
pub struct LossLayout {
    /// The area of the curves.
    pub frame: Frame,
    steps: usize,
    pub(crate) x: Axis,
    pub(crate) y: Axis,
    pub(crate) scale: ShownScale,
    /// Where the labels at the right begin; `None` where there is no room for any.
    pub(crate) labels: Option<f64>,
}

/// The scale that the loss axis has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShownScale {
    /// Logarithmic.
    Log,
    /// Linear, as asked.
    Linear,
    /// Linear although the other was asked for: some loss is negative.
    LinearForNegative,
}

/// Room between a panel's edge and what is next to it.
pub(crate) const EDGE: f64 = 2.0;

/// Length of the ticks.
pub(crate) const TICK: f64 = 4.0;

/// From a tick to its number.
pub(crate) const TICK_GAP: f64 = 3.0;

/// From the lower end of the frame to the middle of the numbers.
pub(crate) const NUMBER_DROP: f64 = TICK + TICK_GAP + SMALL / 2.0;

/// Height of the row of numbers under the frame.
pub(crate) const FOOT: f64 = NUMBER_DROP + SMALL / 2.0 + EDGE;

/// Room above the frame where nothing is written.
pub(crate) const HEAD: f64 = 8.0;

/// Height of the row above a frame with a title.
pub(crate) const TITLE: f64 = 22.0;

/// From the frame up to the middle of that row.
pub(crate) const TITLE_RISE: f64 = TITLE - SMALL / 2.0 - EDGE;

/// From the frame of the loss to the labels at its right.
const LEADER: f64 = 14.0;

impl LossLayout {
    /// How many numbers the vertical axis of a panel of this size has room for.
    pub(crate) fn n_heights(size: Size) -> usize {
        n_ticks(size.height - FOOT - TITLE, 34.0, 9)
    }

    /// A panel with this vertical axis over so many steps, and room for these names.
    pub(crate) fn framed<'a>(
        (y, scale): (Axis, ShownScale),
        steps: usize,
        names: impl Iterator<Item = &'a str>,
        step: &str,
        size: Size,
    ) -> Option<Self> {
        let (top, bottom) = (TITLE, size.height - FOOT);
        let left = EDGE + widest(&y) + TICK_GAP + TICK;
        let names = names.map(|name| Voice::Label.width(name));
        let column = names.fold(Voice::Number.width(step), f64::max) + EDGE;
        let roomy = size.width - left - LEADER - column >= 96.0 && bottom - top >= 64.0;
        let right = if roomy {
            size.width - LEADER - column
        } else {
            size.width - HEAD - EDGE
        };
        let counts = |width: f64| Axis::counts(steps, n_ticks(width, 44.0, 11)).thinned(width);
        let frame = Frame {
            left,
            top,
            right,
            bottom,
        };
        let frame = match roomy {
            true => frame,
            false => frame.with_room_for(&counts(frame.width()), size.width),
        };
        let frame = frame.snapped();
        let x = counts(frame.width());
        frame.is_drawable().then_some(Self {
            frame,
            steps,
            x,
            y,
            scale,
            labels: roomy.then_some(frame.right + LEADER),
        })
    }

    /// The step nearest to a place of the panel, from the first to the last one.
    pub fn step_at(&self, x: f64) -> usize {
        let share = (x - self.frame.left) / self.frame.width();
        let step = libm::round(self.x.value(share));
        (step.max(0.0) as usize).min(self.steps)
    }

    /// The numbers at the two axes, x first.
    pub fn tick_labels(&self) -> [Vec<&str>; 2] {
        [self.x.labels(), self.y.labels()]
    }

    /// Which scale the loss axis has.
    pub fn scale(&self) -> ShownScale {
        self.scale
    }

    /// How far from the left a step is.
    pub(crate) fn x_of(&self, step: usize) -> f64 {
        let share = self.x.share(step as f64).unwrap_or(0.0);
        self.frame.left + share * self.frame.width()
    }

    /// Whether a loss lies below the axis, which ends there.
    pub fn is_below(&self, loss: f64) -> bool {
        let share = self.y.share(loss);
        share.map_or(loss == 0.0, |share| share < 0.0)
    }

    /// How far from the top a loss is; `None` for what has no height. It may lie outside of the
    /// frame.
    pub(crate) fn y_of(&self, loss: f64) -> Option<f64> {
        let share = self.y.share(loss)?;
        Some(self.frame.bottom - share * self.frame.height())
    }
}

impl Frame {
    /// The frame, made so narrow that in a panel of this width all numbers under it are whole.
    pub(crate) fn with_room_for(self, axis: &Axis, width: f64) -> Self {
        let (mut left, mut right) = (self.left, self.right);
        for tick in &axis.ticks {
            let half = Voice::Number.width(&tick.label) / 2.0;
            let at = self.left + tick.share * self.width();
            left = left.max(self.left + EDGE + half - at);
            right = right.min(self.right + width - EDGE - half - at);
        }
        Self {
            left,
            right,
            ..self
        }
    }
}

/// How many ticks fit into a length.
pub(crate) fn n_ticks(length: f64, room: f64, most: usize) -> usize {
    ((length / room).max(0.0).min(most as f64) as usize + 1).min(most)
}

pub(crate) fn widest(axis: &Axis) -> f64 {
    let widths = axis
        .ticks
        .iter()
        .map(|tick| Voice::Number.width(&tick.label));
    widths.fold(0.0, f64::max)
}
