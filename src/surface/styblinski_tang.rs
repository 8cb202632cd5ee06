//! The function of Styblinski and Tang.

use super::Surface;
use crate::math::{Point, Rect, Vec2};

/// f(x, y) = (x⁴ − 16x² + 5x + y⁴ − 16y² + 5y) / 2, four basins of different depth.
///
/// Domain [−5, 5]²; minimum −78.33 at (−2.9035, −2.9035).
///
/// *Source:* Styblinski and Tang, *Experiments in nonconvex optimization* (1990).
#[derive(Clone, Copy, Debug)]
pub struct StyblinskiTang;

fn value_along(t: f64) -> f64 {
    let square = t * t;
    (square * square - 16.0 * square + 5.0 * t) / 2.0
}

fn slope_along(t: f64) -> f64 {
    2.0 * t * t * t - 16.0 * t + 2.5
}

impl Surface for StyblinskiTang {
    fn value(&self, Point { x, y }: Point) -> f64 {
        value_along(x) + value_along(y)
    }

    fn gradient(&self, Point { x, y }: Point) -> Vec2 {
        Vec2::new(slope_along(x), slope_along(y))
    }

    fn domain(&self) -> Rect {
        Rect::new(-5.0, 5.0, -5.0, 5.0)
    }

    fn minima(&self) -> &[Point] {
        const { &[Point::new(-2.903534027771177, -2.903534027771177)] }
    }

    fn start(&self) -> Point {
        Point::new(0.5, 4.0)
    }
}
