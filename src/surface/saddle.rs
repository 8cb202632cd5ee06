//! A saddle.

use super::Surface;
use crate::math::{Hessian, Point, Rect, Vec2};

/// f(x, y) = x² − y², which falls for ever along y and has no minimum.
///
/// Domain [−2, 2]². The gradient is zero at (0, 0), the saddle point: a run that
/// starts on the line y = 0 ends there, any other one leaves along y.
#[derive(Clone, Copy, Debug)]
pub struct Saddle;

impl Surface for Saddle {
    fn value(&self, Point { x, y }: Point) -> f64 {
        x * x - y * y
    }

    fn gradient(&self, Point { x, y }: Point) -> Vec2 {
        Vec2::new(2.0 * x, -2.0 * y)
    }

    fn curvature(&self) -> Option<Hessian> {
        Some(Hessian::new(2.0, 0.0, -2.0))
    }

    fn domain(&self) -> Rect {
        Rect::new(-2.0, 2.0, -2.0, 2.0)
    }

    fn minima(&self) -> &[Point] {
        &[]
    }

    fn start(&self) -> Point {
        Point::new(-1.5, 0.001)
    }
}
