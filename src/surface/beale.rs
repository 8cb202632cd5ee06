//! Beale's function.

use super::Surface;
use crate::math::{Point, Rect, Vec2};

/// f(x, y) = (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)², a flat
/// plain between steep corners.
///
/// Domain [−4.5, 4.5]²; minimum 0 at (3, 0.5).
///
/// *Source:* Beale, *On an iterative method for finding a local minimum of a
/// function of more than one variable* (1958).
#[derive(Clone, Copy, Debug)]
pub struct Beale;

/// The three residuals, all of the form c − x + x yⁿ.
fn residuals(Point { x, y }: Point) -> [f64; 3] {
    [
        1.5 - x + x * y,
        2.25 - x + x * y * y,
        2.625 - x + x * y * y * y,
    ]
}

impl Surface for Beale {
    fn value(&self, at: Point) -> f64 {
        let [a, b, c] = residuals(at);
        a * a + b * b + c * c
    }

    fn gradient(&self, at: Point) -> Vec2 {
        let [a, b, c] = residuals(at);
        let Point { x, y } = at;
        Vec2::new(
            2.0 * (a * (y - 1.0) + b * (y * y - 1.0) + c * (y * y * y - 1.0)),
            2.0 * x * (a + 2.0 * b * y + 3.0 * c * y * y),
        )
    }

    fn domain(&self) -> Rect {
        Rect::new(-4.5, 4.5, -4.5, 4.5)
    }

    fn minima(&self) -> &[Point] {
        const { &[Point::new(3.0, 0.5)] }
    }

    fn start(&self) -> Point {
        Point::new(1.0, 1.5)
    }
}
