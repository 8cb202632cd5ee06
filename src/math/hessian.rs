//! Second derivatives of a function of two parameters.

use super::Vec2;

/// The symmetric matrix of second derivatives, in loss per squared unit of the parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hessian {
    /// ∂²L/∂x².
    pub xx: f64,
    /// ∂²L/∂x∂y.
    pub xy: f64,
    /// ∂²L/∂y².
    pub yy: f64,
}

impl Hessian {
    /// The matrix of these entries.
    pub const fn new(xx: f64, xy: f64, yy: f64) -> Self {
        Self { xx, xy, yy }
    }

    /// The two eigenvalues, the lower first: the curvatures along the directions in
    /// which the function curves least and most.
    pub fn eigenvalues(self) -> [f64; 2] {
        if self.xy == 0.0 {
            return [self.xx.min(self.yy), self.xx.max(self.yy)];
        }
        let mean = (self.xx + self.yy) / 2.0;
        let half = (self.xx - self.yy) / 2.0;
        let radius = f64::sqrt(half * half + self.xy * self.xy);
        [mean - radius, mean + radius]
    }

    /// The directions of these curvatures, of length 1, in the same order.
    pub fn axes(self) -> [Vec2; 2] {
        let (x, y) = (Vec2::new(1.0, 0.0), Vec2::new(0.0, 1.0));
        if self.xy == 0.0 {
            return if self.xx <= self.yy { [x, y] } else { [y, x] };
        }
        // Of the two rows of H − λ the one that does not cancel.
        let half = (self.xx - self.yy) / 2.0;
        let root = f64::sqrt(half * half + self.xy * self.xy);
        let across = if half > 0.0 {
            Vec2::new(half + root, self.xy)
        } else {
            Vec2::new(self.xy, root - half)
        };
        let most = across * (1.0 / across.length());
        [Vec2::new(-most.y, most.x), most]
    }
}
