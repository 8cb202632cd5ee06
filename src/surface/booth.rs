//! Booth's function.

use super::Surface;
use crate::math::{Hessian, Point, Rect, Vec2};

/// f(x, y) = (x + 2y − 7)² + (2x + y − 5)², a valley that lies askew to the axes.
///
/// Domain [−10, 10]²; minimum 0 at (1, 3). Along the diagonals the curvature is
/// 18 and 2.
///
/// *Source:* Booth's function in Jamil and Yang, *A literature survey of benchmark
/// functions for global optimization problems* (2013), no. 26.
#[derive(Clone, Copy, Debug)]
pub struct Booth;

impl Surface for Booth {
    fn value(&self, Point { x, y }: Point) -> f64 {
        let (a, b) = (x + 2.0 * y - 7.0, 2.0 * x + y - 5.0);
        a * a + b * b
    }

    fn gradient(&self, Point { x, y }: Point) -> Vec2 {
        let (a, b) = (x + 2.0 * y - 7.0, 2.0 * x + y - 5.0);
        Vec2::new(2.0 * a + 4.0 * b, 4.0 * a + 2.0 * b)
    }

    fn curvature(&self) -> Option<Hessian> {
        Some(Hessian::new(10.0, 8.0, 10.0))
    }

    fn domain(&self) -> Rect {
        Rect::new(-10.0, 10.0, -10.0, 10.0)
    }

    fn minima(&self) -> &[Point] {
        const { &[Point::new(1.0, 3.0)] }
    }

    fn start(&self) -> Point {
        Point::new(-8.0, -6.0)
    }
}
