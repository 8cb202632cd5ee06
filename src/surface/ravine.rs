//! The book's anisotropic function, and its kin of any condition number.

use super::Surface;
use crate::math::{Hessian, Point, Rect, Vec2};

/// f(x, y) = x²/20 + y², twenty times as steep along y as along x.
///
/// Domain [−10, 10] × [−5, 5]; minimum 0 at (0, 0). The [`Valley`] with κ = 20.
///
/// *Source:* Saito, *Deep Learning from Scratch*, 6.1.3 (equation 6.2).
#[derive(Clone, Copy, Debug)]
pub struct Ravine;

/// f(x, y) = x²/κ + y²: a round bowl for κ = 1, the narrower the larger κ.
///
/// Domain [−10, 10] × [−5, 5]; minimum 0 at (0, 0). Its curvatures are 2/κ along x
/// and 2 along y, so that κ is the condition number of the Hessian matrix.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Valley {
    /// Condition number κ, from 1.
    pub condition: f64,
}

impl Valley {
    /// The book's.
    pub const BOOK: Self = Self { condition: 20.0 };
}

impl Surface for Valley {
    #[inline(always)]
    fn value(&self, Point { x, y }: Point) -> f64 {
        x * x / self.condition + y * y
    }

    #[inline(always)]
    fn gradient(&self, Point { x, y }: Point) -> Vec2 {
        Vec2::new(2.0 * x / self.condition, 2.0 * y)
    }

    fn curvature(&self) -> Option<Hessian> {
        Some(Hessian::new(2.0 / self.condition, 0.0, 2.0))
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

impl Surface for Ravine {
    fn value(&self, at: Point) -> f64 {
        Valley::BOOK.value(at)
    }

    fn gradient(&self, at: Point) -> Vec2 {
        Valley::BOOK.gradient(at)
    }

    fn curvature(&self) -> Option<Hessian> {
        Valley::BOOK.curvature()
    }

    fn domain(&self) -> Rect {
        Valley::BOOK.domain()
    }

    fn minima(&self) -> &[Point] {
        const { &[Point::new(0.0, 0.0)] }
    }

    fn start(&self) -> Point {
        Valley::BOOK.start()
    }
}
