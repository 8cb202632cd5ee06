//! Rastrigin's function.

use super::Surface;
use crate::math::{Point, Rect, Vec2};
use std::f64::consts::TAU;

/// f(x, y) = 20 + x² − 10 cos 2πx + y² − 10 cos 2πy, an egg box in a bowl.
///
/// Domain [−5.12, 5.12]²; minimum 0 at (0, 0), a local minimum near every pair of
/// whole numbers.
///
/// *Source:* Rastrigin, *Systems of extremal control* (1974).
#[derive(Clone, Copy, Debug)]
pub struct Rastrigin;

fn value_along(t: f64) -> f64 {
    10.0 + t * t - 10.0 * libm::cos(TAU * t)
}

fn slope_along(t: f64) -> f64 {
    2.0 * t + 10.0 * TAU * libm::sin(TAU * t)
}

impl Surface for Rastrigin {
    fn value(&self, Point { x, y }: Point) -> f64 {
        value_along(x) + value_along(y)
    }

    fn gradient(&self, Point { x, y }: Point) -> Vec2 {
        Vec2::new(slope_along(x), slope_along(y))
    }

    fn domain(&self) -> Rect {
        Rect::new(-5.12, 5.12, -5.12, 5.12)
    }

    fn minima(&self) -> &[Point] {
        const { &[Point::new(0.0, 0.0)] }
    }

    fn start(&self) -> Point {
        Point::new(-3.4, 2.7)
    }
}
