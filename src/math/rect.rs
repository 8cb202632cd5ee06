//! Closed intervals and axis-parallel rectangles of the parameter plane.

use super::Point;
use super::numeral::decimals;

/// A closed interval with `low <= high`, both finite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// A rectangle of the parameter plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Extent along x.
    pub x: Span,
    /// Extent along y.
    pub y: Span,
}

impl Span {
    /// The interval from `low` to `high`.
    pub const fn new(low: f64, high: f64) -> Self {
        Self { low, high }
    }

    /// `high - low`.
    pub fn length(self) -> f64 {
        self.high - self.low
    }

    /// Whether `value` lies in the interval; NaN does not.
    pub fn contains(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }

    /// The place at the share `t` of the way from `low` to `high`.
    pub fn at(self, t: f64) -> f64 {
        self.low + self.length() * t
    }

    /// `value`, rounded to a decimal that is between a thousandth and a ten-thousandth
    /// of the interval: no screen shows the difference, and it can be read and typed.
    pub fn snap(self, value: f64) -> f64 {
        decimals(value, 3 - f64::floor(libm::log10(self.length())) as i32)
    }

    /// The nearest value of the interval; NaN stays NaN.
    ///
    /// `f64::clamp` panics where the ends are out of order, and the message links the printing of
    /// floating-point numbers: a tenth of what the race weighs.
    pub fn clamp(self, value: f64) -> f64 {
        match value {
            value if value < self.low => self.low,
            value if value > self.high => self.high,
            value => value,
        }
    }

    /// Where `value` lies, as a share of the way from `low` to `high`.
    pub fn share(self, value: f64) -> f64 {
        (value - self.low) / self.length()
    }
}

impl Rect {
    /// The rectangle `[x0, x1] × [y0, y1]`.
    pub const fn new(x0: f64, x1: f64, y0: f64, y1: f64) -> Self {
        Self {
            x: Span::new(x0, x1),
            y: Span::new(y0, y1),
        }
    }

    /// Whether the point lies in the rectangle.
    pub fn contains(self, point: Point) -> bool {
        self.x.contains(point.x) && self.y.contains(point.y)
    }

    /// The center.
    pub fn center(self) -> Point {
        Point::new(self.x.at(0.5), self.y.at(0.5))
    }

    /// The nearest point of the rectangle.
    pub fn clamp(self, point: Point) -> Point {
        Point::new(self.x.clamp(point.x), self.y.clamp(point.y))
    }

    /// How far out a point lies: 0 at the center, 1 on the border, 2 at twice
    /// the distance of the border (the larger of the two axes counts).
    pub fn reach(self, point: Point) -> f64 {
        let center = self.center();
        let x = (point.x - center.x).abs() / (self.x.length() / 2.0);
        let y = (point.y - center.y).abs() / (self.y.length() / 2.0);
        x.max(y)
    }
}
