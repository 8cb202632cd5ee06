//! The book's anisotropic function.

use super::Surface;
use crate::math::{Hessian, Point, Rect, Vec2};

/// f(x, y) = x²/20 + y², twenty times as steep along y as along x.
///
/// Domain [−10, 10] × [−5, 5]; minimum 0 at (0, 0).
///
/// *Source:* Saito, *Deep Learning from Scratch*, 6.1.3 (equation 6.2).
#[derive(Clone, Copy, Debug)]
pub struct Ravine;

impl Surface for Ravine {
    fn value(&self, Point { x, y }: Point) -> f64 {
        x * x / 20.0 + y * y
    }

    fn gradient(&self, Point { x, y }: Point) -> Vec2 {
        Vec2::new(x / 10.0, 2.0 * y)
    }

    fn curvature(&self) -> Option<Hessian> {
        Some(Hessian::new(0.1, 0.0, 2.0))
    }

    fn domain(&self) -> Rect {
        Rect::new(-10.0, 10.0, -5.0, 5.0)
    }

    fn minima(&self) -> &[Point] {
        const { &[Point::new(0.0, 0.0)] }
    }

    fn start(&self) -> Point {
        Point::new(-7.0, 2.0)
    }
}
