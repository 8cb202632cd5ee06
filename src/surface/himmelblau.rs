//! Himmelblau's function.

use super::Surface;
use crate::math::{Point, Rect, Vec2};

/// f(x, y) = (x² + y − 11)² + (x + y² − 7)², four minima of the same depth.
///
/// Domain [−5, 5]²; minimum 0 at (3, 2) and at three irrational points.
///
/// *Source:* Himmelblau, *Applied nonlinear programming* (1972).
#[derive(Clone, Copy, Debug)]
pub struct Himmelblau;

impl Surface for Himmelblau {
    fn value(&self, Point { x, y }: Point) -> f64 {
        let (a, b) = (x * x + y - 11.0, x + y * y - 7.0);
        a * a + b * b
    }

    fn gradient(&self, Point { x, y }: Point) -> Vec2 {
        let (a, b) = (x * x + y - 11.0, x + y * y - 7.0);
        Vec2::new(4.0 * x * a + 2.0 * b, 2.0 * a + 4.0 * y * b)
    }

    fn domain(&self) -> Rect {
        Rect::new(-5.0, 5.0, -5.0, 5.0)
    }

    fn minima(&self) -> &[Point] {
        const {
            &[
                Point::new(3.0, 2.0),
                Point::new(-2.805118086952745, 3.131312518250573),
                Point::new(-3.779310253377747, -3.2831859912861696),
                Point::new(3.5844283403304917, -1.8481265269644036),
            ]
        }
    }

    fn start(&self) -> Point {
        Point::new(-0.5, -0.5)
    }
}
