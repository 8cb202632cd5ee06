//! Rosenbrock's banana.

use super::Surface;
use crate::math::{Point, Rect, Vec2};

/// f(x, y) = (1 − x)² + 100 (y − x²)², a curved valley with a nearly flat floor.
///
/// Domain [−2, 2] × [−1, 3]; minimum 0 at (1, 1).
///
/// *Source:* Rosenbrock, *An automatic method for finding the greatest or least
/// value of a function* (1960).
#[derive(Clone, Copy, Debug)]
pub struct Rosenbrock;

impl Surface for Rosenbrock {
    fn value(&self, Point { x, y }: Point) -> f64 {
        let (a, b) = (1.0 - x, y - x * x);
        a * a + 100.0 * b * b
    }

    fn gradient(&self, Point { x, y }: Point) -> Vec2 {
        let (a, b) = (1.0 - x, y - x * x);
        Vec2::new(-2.0 * a - 400.0 * x * b, 200.0 * b)
    }

    fn domain(&self) -> Rect {
        Rect::new(-2.0, 2.0, -1.0, 3.0)
    }

    fn minima(&self) -> &[Point] {
        const { &[Point::new(1.0, 1.0)] }
    }

    fn start(&self) -> Point {
        Point::new(-1.2, 1.0)
    }
}
