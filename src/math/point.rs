//! A place and a change of place.

use std::ops::{Add, AddAssign, Mul, Neg, Sub};

/// A place on the plane of the two parameters, (x, y).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// First parameter.
    pub x: f64,
    /// Second parameter.
    pub y: f64,
}

/// A change of place: a gradient, a velocity, a step.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Vec2 {
    /// Component along x.
    pub x: f64,
    /// Component along y.
    pub y: f64,
}

impl Point {
    /// The point (x, y).
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Whether both coordinates are finite.
    #[inline(always)]
    pub const fn is_finite(self) -> bool {
        self.x.is_finite() && self.y.is_finite()
    }

    /// The point at the share `t` of the way from `self` to `other`.
    pub fn lerp(self, other: Self, t: f64) -> Self {
        self + (other - self) * t
    }
}

impl Vec2 {
    /// The zero vector.
    pub const ZERO: Self = Self::new(0.0, 0.0);

    /// The vector (x, y).
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The dot product.
    pub fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y
    }

    /// The Euclidean length; finite wherever the true length is.
    pub fn length(self) -> f64 {
        f64::sqrt(self.x * self.x + self.y * self.y)
    }

    /// Whether both components are finite.
    #[inline(always)]
    pub const fn is_finite(self) -> bool {
        self.x.is_finite() && self.y.is_finite()
    }
}

impl Sub for Point {
    type Output = Vec2;
    #[inline(always)]
    fn sub(self, other: Self) -> Vec2 {
        Vec2::new(self.x - other.x, self.y - other.y)
    }
}

impl Add<Vec2> for Point {
    type Output = Self;
    #[inline(always)]
    fn add(self, change: Vec2) -> Self {
        Self::new(self.x + change.x, self.y + change.y)
    }
}

impl Add for Vec2 {
    type Output = Self;
    #[inline(always)]
    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }
}

impl AddAssign<Vec2> for Point {
    #[inline(always)]
    fn add_assign(&mut self, change: Vec2) {
        *self = *self + change;
    }
}

impl Mul<f64> for Vec2 {
    type Output = Self;
    #[inline(always)]
    fn mul(self, factor: f64) -> Self {
        Self::new(self.x * factor, self.y * factor)
    }
}

impl Neg for Vec2 {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        Self::new(-self.x, -self.y)
    }
}
