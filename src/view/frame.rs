//! Sizes and rectangles in CSS pixels.

use super::clip;
use super::pen::Spot;
use crate::math::{Point, Rect, Span};

/// Width and height of a panel in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// A rectangle of a panel in CSS pixels from its top-left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

/// The least extent of a frame in which a picture can be understood.
const LEAST: f64 = 24.0;

/// The largest extent of a picture, in CSS pixels: what every browser allows a canvas.
pub(crate) const MOST: f64 = 16_384.0;

impl Size {
    /// The size of these extents: what is not a number or less than 0 becomes 0, and what no
    /// browser allows a canvas becomes the most that it does. So all that is laid out is finite.
    pub const fn new(width: f64, height: f64) -> Self {
        const fn possible(extent: f64) -> f64 {
            match extent {
                MOST.. => MOST,
                0.0.. => extent,
                _ => 0.0,
            }
        }
        Self {
            width: possible(width),
            height: possible(height),
        }
    }

    /// How much larger than in a small panel everything in one of this size is drawn: from 1 up to
    /// 1.5, at which text is 18 CSS pixels high, for the last row of a lecture hall.
    pub fn zoom(self) -> f64 {
        let room = (self.width / 430.0).min(self.height / 460.0);
        Span::new(1.0, 1.5).clamp(room)
    }

    /// Whole device pixels, `ratio` to a CSS pixel, at most what every browser allows.
    pub fn pixels(self, ratio: f64) -> (u32, u32) {
        let pixels = |length: f64| libm::round((length * ratio).clamp(0.0, MOST)) as u32;
        (pixels(self.width), pixels(self.height))
    }
}

impl Frame {
    /// The rectangle of this size round a center.
    pub(crate) fn around((x, y): Spot, width: f64, height: f64) -> Self {
        Self {
            left: x - width / 2.0,
            top: y - height / 2.0,
            right: x + width / 2.0,
            bottom: y + height / 2.0,
        }
    }

    /// Right edge minus left edge.
    pub fn width(self) -> f64 {
        self.right - self.left
    }

    /// Lower edge minus upper edge.
    pub fn height(self) -> f64 {
        self.bottom - self.top
    }

    /// The middle.
    pub(crate) fn center(self) -> Spot {
        (
            (self.left + self.right) / 2.0,
            (self.top + self.bottom) / 2.0,
        )
    }

    /// Whether the place lies within.
    pub(crate) fn contains(self, (x, y): Spot) -> bool {
        self.left <= x && x <= self.right && self.top <= y && y <= self.bottom
    }

    pub(crate) fn encloses(self, other: Self) -> bool {
        self.contains((other.left, other.top)) && self.contains((other.right, other.bottom))
    }

    pub(crate) fn overlaps(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether the line from `a` to `b` runs through.
    pub(crate) fn touches(self, a: Spot, b: Spot) -> bool {
        let area = Rect::new(self.left, self.right, self.top, self.bottom);
        let point = |(x, y): Spot| Point::new(x, y);
        clip::segment(point(a), point(b), area).is_some()
    }

    /// The place of the rectangle that is nearest to a point outside.
    pub(crate) fn nearest(self, (x, y): Spot) -> Spot {
        (
            Span::new(self.left, self.right).clamp(x),
            Span::new(self.top, self.bottom).clamp(y),
        )
    }

    /// The rectangle, made smaller on all sides.
    pub(crate) fn inset(self, by: f64) -> Self {
        Self {
            left: self.left + by,
            top: self.top + by,
            right: self.right - by,
            bottom: self.bottom - by,
        }
    }

    /// Moves the edges to the middles of pixels, where thin lines are crisp.
    pub(crate) fn snapped(self) -> Self {
        let snap = |edge: f64| f64::floor(edge) + 0.5;
        Self {
            left: snap(self.left),
            top: snap(self.top),
            right: snap(self.right),
            bottom: snap(self.bottom),
        }
    }

    /// Whether a picture in it can be drawn and understood.
    pub(crate) fn is_drawable(self) -> bool {
        let possible = LEAST..=MOST;
        possible.contains(&self.width()) && possible.contains(&self.height())
    }

    /// The largest rectangle of the given shape in the middle of this one.
    pub(crate) fn fitted(self, aspect: f64) -> Self {
        let width = self.width().min(self.height() * aspect);
        let height = self.height().min(self.width() / aspect);
        Self::around(self.center(), width, height)
    }
}
