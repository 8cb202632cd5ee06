//! The two floating-point types that parameters are stored in.

use std::fmt::Debug;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Sub, SubAssign};

use descent_kernel::Scalar;

/// `f64`, in which the book computes, or `f32`, in which a network trains twice as
/// fast: a vector register holds twice as many.
///
/// All functions give the same bits natively and in every browser: the root is
/// exactly rounded by IEEE 754 like the four operations, the rest comes from `libm`.
pub trait Real:
    Scalar
    + Copy
    + Debug
    + Default
    + PartialOrd
    + Into<f64>
    + From<u8>
    + Send
    + Sync
    + Sum
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + AddAssign
    + SubAssign
    + MulAssign
    + DivAssign
    + 'static
{
    /// 0.
    const ZERO: Self;
    /// 1.
    const ONE: Self;

    /// The nearest number of this type.
    fn from_f64(value: f64) -> Self;

    /// √x, exactly rounded.
    fn square_root(self) -> Self;

    /// eˣ.
    fn exponential(self) -> Self;

    /// The natural logarithm.
    fn logarithm(self) -> Self;

    /// The hyperbolic tangent.
    fn hyperbolic_tangent(self) -> Self;

    /// Whether the number is neither infinite nor NaN.
    fn is_finite(self) -> bool;
}

macro_rules! real {
    ($type:ident, $exp:ident, $log:ident, $tanh:ident) => {
        impl Real for $type {
            const ZERO: Self = 0.0;
            const ONE: Self = 1.0;

            #[inline]
            fn from_f64(value: f64) -> Self {
                value as Self
            }

            // The instruction of the machine: `libm` computes the same digits bit by
            // bit where it may not use it, which a step of Adam cannot afford.
            #[inline]
            fn square_root(self) -> Self {
                self.sqrt()
            }

            #[inline]
            fn exponential(self) -> Self {
                libm::$exp(self)
            }

            #[inline]
            fn logarithm(self) -> Self {
                libm::$log(self)
            }

            #[inline]
            fn hyperbolic_tangent(self) -> Self {
                libm::$tanh(self)
            }

            #[inline]
            fn is_finite(self) -> bool {
                $type::is_finite(self)
            }
        }
    };
}

real!(f64, exp, log, tanh);
real!(f32, expf, logf, tanhf);
