//! The loops in which the training of a network spends its time: products of matrices, and the
//! sums and element-wise functions of the layers.
//!
//! They are a crate of their own because cargo sets the optimization level of a crate, not of a
//! module: what a reader downloads is compiled for size, this crate for speed. A generic function
//! is compiled in the crate that calls it, so everything public here is a function of `f32` or of
//! `f64`, and none is inlined.
//!
//! Vectors come from the crate `wide`: vector instructions where the target has them, plain code
//! elsewhere. Sums are added up in the order of the inner index (in matrix products) or of the
//! rows, and nothing is fused, so that every target computes the same bits.
//!
//! Matrices are slices, row after row. m × n has m rows and n columns.
//!
//! ```
//! use descent_kernel::Scalar;
//!
//! // 1 × 2 times 2 × 3.
//! let (a, b) = ([1.0_f32, 2.0], [3.0, 4.0, 5.0, 6.0, 7.0, 8.0]);
//! let mut c = [0.0; 3];
//! f32::product(&a, &b, &mut c, 2, 3, &mut Vec::new());
//! assert_eq!(c, [15.0, 18.0, 21.0]);
//! ```

mod elements;
mod product;
mod vector;

use wide::{f32x4, f64x4};

mod sealed {
    pub trait Sealed {}
    impl Sealed for f32 {}
    impl Sealed for f64 {}
}

/// A type of numbers, `f32` or `f64`, with the loops over it.
///
/// Where the lengths of slices do not fit together a loop panics or leaves a part undone; it
/// never reads or writes beyond a slice. `scratch` is memory to work in, which grows as needed
/// and is worth keeping for the next product.
pub trait Scalar: sealed::Sealed + Sized {
    /// c = a · b, with a of m × `inner`, b of `inner` × `columns` and c of m × `columns`.
    fn product(
        a: &[Self],
        b: &[Self],
        c: &mut [Self],
        inner: usize,
        columns: usize,
        scratch: &mut Vec<Self>,
    );

    /// c = a · bᵀ, with a of m × `inner`, b of `columns` × `inner` and c of m × `columns`.
    fn times_transposed(
        a: &[Self],
        b: &[Self],
        c: &mut [Self],
        inner: usize,
        columns: usize,
        scratch: &mut Vec<Self>,
    );

    /// c = aᵀ · b, with a of k × `rows`, b of k × `columns` and c of `rows` × `columns`.
    fn transposed_times(
        a: &[Self],
        b: &[Self],
        c: &mut [Self],
        rows: usize,
        columns: usize,
        scratch: &mut Vec<Self>,
    );

    /// Adds `row`, of n, to each row of `matrix`, of m × n.
    fn add_to_rows(row: &[Self], matrix: &mut [Self]);

    /// `sums` = the sum of the rows of `matrix`, with `sums` of n and `matrix` of m × n.
    fn sum_rows(matrix: &[Self], sums: &mut [Self]);

    /// `sums` = the sum over the rows of (x − mean)², with x of m × n, `mean` and `sums` of n.
    fn sum_squared_deviations(x: &[Self], mean: &[Self], sums: &mut [Self]);

    /// `sums` = the sum over the rows of a ⊙ b, with a and b of m × n and `sums` of n.
    fn sum_products(a: &[Self], b: &[Self], sums: &mut [Self]);

    /// y = max(x, 0), of one length. NaN stays NaN, so that a run that overflows does not look
    /// healthy.
    fn relu(x: &[Self], y: &mut [Self]);

    /// ∂L/∂x of [`relu`](Self::relu): `g` where y > 0, and `g` · 0 elsewhere, all of one length.
    /// `g` is ∂L/∂y. It is a product, because NaN times 0 is NaN.
    fn relu_gradient(g: &[Self], y: &[Self], dx: &mut [Self]);

    /// Batch normalization: x̂ = (x − mean) / deviation and y = γ x̂ + β, with x, x̂ and y of
    /// m × n, the others of n.
    fn normalize(
        x: &[Self],
        mean: &[Self],
        deviation: &[Self],
        gamma: &[Self],
        beta: &[Self],
        normalized: &mut [Self],
        y: &mut [Self],
    );

    /// ∂L/∂x of [`normalize`](Self::normalize), where mean and deviation are those of the m rows:
    /// γ / deviation · (g − (Σ g + x̂ Σ g x̂) / m), with g = ∂L/∂y, x̂ and ∂L/∂x of m × n, the others
    /// of n. The two sums, over the rows, are ∂L/∂β and ∂L/∂γ.
    fn normalize_gradient(
        g: &[Self],
        normalized: &[Self],
        beta_gradient: &[Self],
        gamma_gradient: &[Self],
        deviation: &[Self],
        gamma: &[Self],
        dx: &mut [Self],
    );
}

macro_rules! scalar {
    ($type:ty, $vector:ty) => {
        impl Scalar for $type {
            #[inline(never)]
            fn product(
                a: &[Self],
                b: &[Self],
                c: &mut [Self],
                inner: usize,
                columns: usize,
                scratch: &mut Vec<Self>,
            ) {
                product::product::<$vector>(a, b, c, inner, columns, scratch);
            }

            #[inline(never)]
            fn times_transposed(
                a: &[Self],
                b: &[Self],
                c: &mut [Self],
                inner: usize,
                columns: usize,
                scratch: &mut Vec<Self>,
            ) {
                product::times_transposed::<$vector>(a, b, c, inner, columns, scratch);
            }

            #[inline(never)]
            fn transposed_times(
                a: &[Self],
                b: &[Self],
                c: &mut [Self],
                rows: usize,
                columns: usize,
                scratch: &mut Vec<Self>,
            ) {
                product::transposed_times::<$vector>(a, b, c, rows, columns, scratch);
            }

            #[inline(never)]
            fn add_to_rows(row: &[Self], matrix: &mut [Self]) {
                elements::add_to_rows::<$vector>(row, matrix);
            }

            #[inline(never)]
            fn sum_rows(matrix: &[Self], sums: &mut [Self]) {
                elements::sum_rows::<$vector>(matrix, sums);
            }

            #[inline(never)]
            fn sum_squared_deviations(x: &[Self], mean: &[Self], sums: &mut [Self]) {
                elements::sum_squared_deviations::<$vector>(x, mean, sums);
            }

            #[inline(never)]
            fn sum_products(a: &[Self], b: &[Self], sums: &mut [Self]) {
                elements::sum_products::<$vector>(a, b, sums);
            }

            #[inline(never)]
            fn relu(x: &[Self], y: &mut [Self]) {
                elements::relu::<$vector>(x, y);
            }

            #[inline(never)]
            fn relu_gradient(g: &[Self], y: &[Self], dx: &mut [Self]) {
                elements::relu_gradient::<$vector>(g, y, dx);
            }

            #[inline(never)]
            fn normalize(
                x: &[Self],
                mean: &[Self],
                deviation: &[Self],
                gamma: &[Self],
                beta: &[Self],
                normalized: &mut [Self],
                y: &mut [Self],
            ) {
                elements::normalize::<$vector>(x, mean, deviation, normalized);
                elements::scale_and_shift::<$vector>(normalized, gamma, beta, y);
            }

            #[inline(never)]
            fn normalize_gradient(
                g: &[Self],
                normalized: &[Self],
                beta_gradient: &[Self],
                gamma_gradient: &[Self],
                deviation: &[Self],
                gamma: &[Self],
                dx: &mut [Self],
            ) {
                let sums = [beta_gradient, gamma_gradient];
                let n_rows = (g.len() / gamma.len()) as Self;
                let rest = [deviation, gamma];
                elements::normalize_gradient::<$vector>([g, normalized], sums, rest, n_rows, dx);
            }
        }
    };
}

scalar!(f32, f32x4);
scalar!(f64, f64x4);
