//! Numbers that carry their gradient: forward automatic differentiation.

use crate::math::Vec2;

/// A value with its derivatives by x and y.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Dual {
    pub(super) value: f64,
    pub(super) gradient: Vec2,
}

impl Dual {
    pub(super) const fn constant(value: f64) -> Self {
        Self {
            value,
            gradient: Vec2::ZERO,
        }
    }

    /// A function of this number, from its value and its slope there.
    ///
    /// What does not depend on x or y keeps the derivative 0 even where the slope is
    /// infinite, as that of a root at 0.
    pub(super) fn map(self, value: f64, slope: f64) -> Self {
        let along = |d: f64| if d == 0.0 { 0.0 } else { slope * d };
        Self {
            value,
            gradient: Vec2::new(along(self.gradient.x), along(self.gradient.y)),
        }
    }

    pub(super) fn add(self, other: Self) -> Self {
        Self {
            value: self.value + other.value,
            gradient: self.gradient + other.gradient,
        }
    }

    /// The same value, with the slopes in the middle between the two.
    pub(super) fn mean_with(self, other: Self) -> Self {
        let half = |a: f64, b: f64| 0.5 * a + 0.5 * b;
        let (a, b) = (self.gradient, other.gradient);
        Self {
            value: self.value,
            gradient: Vec2::new(half(a.x, b.x), half(a.y, b.y)),
        }
    }

    pub(super) fn negate(self) -> Self {
        Self {
            value: -self.value,
            gradient: -self.gradient,
        }
    }

    pub(super) fn multiply(self, other: Self) -> Self {
        Self {
            value: self.value * other.value,
            gradient: self.map(0.0, other.value).gradient + other.map(0.0, self.value).gradient,
        }
    }

    pub(super) fn divide(self, other: Self) -> Self {
        let value = self.value / other.value;
        let change = self.gradient + -other.map(0.0, value).gradient;
        let along = |d: f64| if d == 0.0 { 0.0 } else { d / other.value };
        Self {
            value,
            gradient: Vec2::new(along(change.x), along(change.y)),
        }
    }

    pub(super) fn power(self, exponent: Self) -> Self {
        let (base, n) = (self.value, exponent.value);
        if exponent.gradient == Vec2::ZERO {
            let slope = if n == 0.0 {
                0.0
            } else {
                n * raise(base, n - 1.0)
            };
            return self.map(raise(base, n), slope);
        }
        let value = raise(base, n);
        let by_base = self.map(0.0, n * raise(base, n - 1.0)).gradient;
        let by_exponent = exponent.map(0.0, value * libm::log(base)).gradient;
        Self {
            value,
            gradient: by_base + by_exponent,
        }
    }
}

/// A power. Small whole exponents are products, so that `x^2` is exactly `x*x`.
fn raise(base: f64, exponent: f64) -> f64 {
    const LARGEST_PRODUCT: f64 = 8.0;
    if exponent == f64::floor(exponent) && (1.0..=LARGEST_PRODUCT).contains(&exponent) {
        (1..exponent as u32).fold(base, |product, _| product * base)
    } else {
        libm::pow(base, exponent)
    }
}
