//! Places where the gradient vanishes, found from a point nearby.

use crate::math::{Hessian, Point, Vec2};
use crate::surface::Surface;

/// The second derivatives are differences of the gradient over this share of the scale.
const DIFFERENCE: f64 = 1e-5;

/// A direction in which the surface curves by less than this share of what it does across it
/// counts as one in which it does not curve, and a slope along it by that share as none.
const FLAT: f64 = 1e-9;

/// Newton's steps that refine a minimum at most: enough for one of the fourth degree.
const N_REFINEMENTS: usize = 8;

/// How the surface curves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Upward in all directions.
    Bowl,
    /// Downward in some direction.
    Saddle,
    /// Not at all in some direction, and downward in none.
    Flat,
}

/// What gradient and second derivatives at a point tell of the place near it where the
/// gradient vanishes: Newton's step.
#[derive(Clone, Copy, Debug)]
pub(super) struct Critical {
    /// The place.
    pub(super) at: Point,
    /// How far from the point it is.
    pub(super) distance: f64,
    /// How the surface curves.
    pub(super) shape: Shape,
    /// The directions of least and most curvature, of length 1.
    axes: [Vec2; 2],
    /// The largest curvature, in loss per squared unit.
    pub(super) curvature: f64,
}

impl Critical {
    /// Looks around a point; `scale` is a length on which the surface looks as it does.
    /// `None` where it has a slope along which it does not curve, or where numbers are missing.
    pub(super) fn near(surface: &dyn Surface, point: Point, scale: f64) -> Option<Self> {
        let slope = |dx: f64, dy: f64| surface.gradient(point + Vec2::new(dx, dy));
        let h = scale * DIFFERENCE;
        let along_x = (slope(h, 0.0) + -slope(-h, 0.0)) * (0.5 / h);
        let along_y = (slope(0.0, h) + -slope(0.0, -h)) * (0.5 / h);
        let hessian = Hessian::new(along_x.x, (along_x.y + along_y.x) / 2.0, along_y.y);
        let axes = hessian.axes();
        let curvatures = hessian.eigenvalues();
        let largest = curvatures[0].abs().max(curvatures[1].abs());
        let gradient = slope(0.0, 0.0);
        if !largest.is_finite() || !gradient.is_finite() {
            return None;
        }
        let mut step = Vec2::ZERO;
        let mut shape = Shape::Bowl;
        for (axis, curvature) in axes.into_iter().zip(curvatures) {
            let along = gradient.dot(axis);
            if curvature.abs() > FLAT * largest {
                step = step + axis * (-along / curvature);
                if curvature < 0.0 {
                    shape = Shape::Saddle;
                }
            } else if along.abs() > FLAT * gradient.length() {
                return None;
            } else if shape == Shape::Bowl {
                shape = Shape::Flat;
            }
        }
        let distance = step.length();
        distance.is_finite().then_some(Self {
            at: point + step,
            distance,
            shape,
            axes,
            curvature: curvatures[1],
        })
    }

    /// The same minimum, within `exact` if a few of Newton's steps reach that; other places
    /// stay as they are.
    pub(super) fn refined(self, surface: &dyn Surface, scale: f64, exact: f64) -> Self {
        let mut best = self;
        for _ in 0..N_REFINEMENTS {
            if best.shape != Shape::Bowl || best.distance <= exact {
                break;
            }
            match Self::near(surface, best.at, scale) {
                Some(next) if next.shape == Shape::Bowl && next.distance < best.distance => {
                    best = next;
                }
                _ => break,
            }
        }
        best
    }

    /// Whether the surface rises to all sides at that distance, as it does around a minimum
    /// and around no inflection; and much more than at the place, as around no kink that lies
    /// near it only.
    pub(super) fn rises_around(&self, surface: &dyn Surface, distance: f64) -> bool {
        let here = surface.gradient(self.at);
        let rises = |way: Vec2| {
            let slope = surface.gradient(self.at + way * distance).dot(way);
            slope > 4.0 * here.dot(way).abs()
        };
        self.axes
            .into_iter()
            .all(|axis| rises(axis) && rises(-axis))
    }

    /// Whether the surface falls at that distance to either side along the direction in which
    /// it curves least, as it does at an inflection.
    pub(super) fn falls_beside(&self, surface: &dyn Surface, distance: f64) -> bool {
        let falls = |way: Vec2| surface.gradient(self.at + way * distance).dot(way) < 0.0;
        falls(self.axes[0]) || falls(-self.axes[0])
    }

    /// The direction in which the surface curves least.
    pub(super) fn lowest_axis(&self) -> Vec2 {
        self.axes[0]
    }
}
