//! Loss surfaces over two parameters, one file each.
//!
//! Every surface states its formula, the domain that a picture of it shows, its
//! global minima and its exact gradient.

mod beale;
mod booth;
mod catalogue;
pub mod formula;
mod himmelblau;
mod rastrigin;
mod ravine;
mod rosenbrock;
mod saddle;
mod styblinski_tang;

pub use beale::Beale;
pub use booth::Booth;
pub use catalogue::Catalogue;
pub use formula::Formula;
pub use himmelblau::Himmelblau;
pub use rastrigin::Rastrigin;
pub use ravine::{Ravine, Valley};
pub use rosenbrock::Rosenbrock;
pub use saddle::Saddle;
pub use styblinski_tang::StyblinskiTang;

use crate::math::{Hessian, Point, Rect, Vec2};

/// Why loss and gradient at a point are not both numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The loss or its gradient is too large a number.
    TooLarge,
    /// The loss is not defined there: a root of a negative number, a division by zero.
    UndefinedLoss,
    /// The loss has a value there, but no gradient, as √x at 0.
    UndefinedGradient,
    /// The loss has a value there, but what its gradient is computed from is too large, as in
    /// 1/(1 + exp(2000)).
    LargeWithin,
}

/// A loss surface L(x, y).
pub trait Surface {
    /// The loss at a point. Not finite where the formula overflows or is undefined.
    fn value(&self, at: Point) -> f64;

    /// The exact gradient (∂L/∂x, ∂L/∂y) at a point.
    fn gradient(&self, at: Point) -> Vec2;

    /// Loss and gradient at a point, the same as one by one.
    fn sample(&self, at: Point) -> (f64, Vec2) {
        (self.value(at), self.gradient(at))
    }

    /// Why loss and gradient at a point are not both finite. Here for a surface that is
    /// defined everywhere.
    fn trouble(&self, _at: Point) -> Trouble {
        Trouble::TooLarge
    }

    /// The second derivatives, where they are the same everywhere: of a function of
    /// the second degree. `None` for any other.
    fn curvature(&self) -> Option<Hessian> {
        None
    }

    /// The part of the plane that a picture shows; a run may leave it.
    fn domain(&self) -> Rect;

    /// All global minima; none where they are not known or do not exist.
    fn minima(&self) -> &[Point];

    /// A start from which the surface shows what it is known for.
    fn start(&self) -> Point;
}
