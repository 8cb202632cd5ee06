//! Four numbers that are computed with at once.

use std::ops::{Add, Div, Mul, Sub};

use wide::{f32x4, f64x4};

/// Numbers in a vector.
pub(crate) const LANES: usize = 4;

/// Four numbers, made of one that is repeated or of four. Every operation is that of the numbers,
/// rounded in the same way.
pub(crate) trait Vector:
    Copy
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + From<Self::Number>
    + From<[Self::Number; LANES]>
    + Into<[Self::Number; LANES]>
{
    /// `f32` or `f64`.
    type Number: Copy + Default;

    /// max(x, 0); NaN stays NaN.
    fn relu(self) -> Self;

    /// 1 where x > 0, else 0.
    fn is_positive(self) -> Self;
}

macro_rules! vector {
    ($number:ty, $vector:ty) => {
        impl Vector for $vector {
            type Number = $number;

            #[inline(always)]
            fn relu(self) -> Self {
                self.simd_le(Self::ZERO).select(Self::ZERO, self)
            }

            #[inline(always)]
            fn is_positive(self) -> Self {
                self.simd_gt(Self::ZERO).select(Self::ONE, Self::ZERO)
            }
        }
    };
}

vector!(f32, f32x4);
vector!(f64, f64x4);
