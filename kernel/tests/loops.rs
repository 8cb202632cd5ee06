//! Every loop against its definition, to the last bit, for sizes around those of a tile and of a
//! vector.

use std::fmt::Debug;
use std::ops::{Add, Div, Mul, Sub};

use descent_kernel::Scalar;

/// What the definitions are written with.
trait Number:
    Scalar
    + Copy
    + Debug
    + PartialOrd
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
{
    fn of(value: f64) -> Self;

    /// The bits, the same for every NaN.
    fn bits(self) -> u64;
}

macro_rules! number {
    ($type:ty) => {
        impl Number for $type {
            fn of(value: f64) -> Self {
                value as Self
            }

            fn bits(self) -> u64 {
                if self.is_nan() {
                    u64::MAX
                } else {
                    u64::from(self.to_bits())
                }
            }
        }
    };
}
number!(f32);
number!(f64);

/// Rows and columns of matrices: below, at and above multiples of a vector and of a tile.
const ROWS: [usize; 8] = [1, 2, 3, 4, 5, 8, 9, 100];
const COLUMNS: [usize; 12] = [1, 2, 3, 4, 5, 7, 8, 9, 10, 12, 17, 50];

fn random<T: Number>(rng: &mut fastrand::Rng, n: usize) -> Vec<T> {
    (0..n).map(|_| T::of(rng.f64() * 2.0 - 1.0)).collect()
}

/// Random numbers, with every tenth one of those that are often forgotten.
fn wild<T: Number>(rng: &mut fastrand::Rng, n: usize) -> Vec<T> {
    let special = [f64::NAN, f64::INFINITY, -f64::INFINITY, 0.0, -0.0];
    let mut values = random(rng, n);
    for value in &mut values {
        if rng.u8(..10) == 0 {
            *value = T::of(special[rng.usize(..special.len())]);
        }
    }
    values
}

/// A result to be overwritten.
fn unset<T: Number>(n: usize) -> Vec<T> {
    vec![T::of(f64::NAN); n]
}

#[track_caller]
fn check<T: Number>(found: &[T], expected: impl Iterator<Item = T>, what: &str) {
    let bits = |values: &[T]| values.iter().map(|it| it.bits()).collect::<Vec<_>>();
    let expected: Vec<T> = expected.collect();
    assert_eq!(
        bits(found),
        bits(&expected),
        "{what}: {found:?}, not {expected:?}"
    );
}

fn sum<T: Number>(values: impl Iterator<Item = T>) -> T {
    values.fold(T::of(0.0), |sum, value| sum + value)
}

fn transposed<T: Number>(a: &[T], columns: usize) -> Vec<T> {
    let rows = a.len() / columns;
    (0..a.len())
        .map(|at| a[at % rows * columns + at / rows])
        .collect()
}

/// All three products of one size, with memory that others have used.
fn check_products<T: Number>(m: usize, k: usize, n: usize, scratch: &mut Vec<T>) {
    let rng = &mut fastrand::Rng::with_seed((m * 10_000 + k * 100 + n) as u64);
    let (a, b) = (random::<T>(rng, m * k), random::<T>(rng, k * n));
    let product = |at: usize| sum((0..k).map(|p| a[at / n * k + p] * b[p * n + at % n]));
    let mut c = unset(m * n);
    T::product(&a, &b, &mut c, k, n, scratch);
    check(&c, (0..m * n).map(product), &format!("{m} × {k} × {n}"));
    c.fill(T::of(f64::NAN));
    T::times_transposed(&a, &transposed(&b, n), &mut c, k, n, scratch);
    check(&c, (0..m * n).map(product), &format!("{m} × {k} × {n}, bᵀ"));
    c.fill(T::of(f64::NAN));
    T::transposed_times(&transposed(&a, k), &b, &mut c, m, n, scratch);
    check(&c, (0..m * n).map(product), &format!("{m} × {k} × {n}, aᵀ"));
}

fn check_all_products<T: Number>() {
    let scratch = &mut Vec::new();
    for m in 1..10 {
        for n in 1..19 {
            for k in [1, 7, 8] {
                check_products::<T>(m, k, n, scratch);
            }
        }
    }
    check_products::<T>(100, 64, 50, scratch);
    check_products::<T>(100, 50, 10, scratch);
    check_products::<T>(33, 100, 100, scratch);
}

#[test]
fn products_add_up_in_the_order_of_the_inner_index() {
    check_all_products::<f32>();
    check_all_products::<f64>();
}

/// Runs a check for every size of a matrix.
fn for_all_sizes(mut check: impl FnMut(usize, usize, &mut fastrand::Rng)) {
    let rng = &mut fastrand::Rng::with_seed(1);
    for m in ROWS {
        for n in COLUMNS {
            check(m, n, rng);
        }
    }
}

fn check_sums<T: Number>() {
    for_all_sizes(|m, n, rng| {
        let (x, other) = (wild::<T>(rng, m * n), wild::<T>(rng, m * n));
        let row = wild::<T>(rng, n);
        let rows = |column: usize| (0..m).map(move |row| row * n + column);

        let mut matrix = x.clone();
        T::add_to_rows(&row, &mut matrix);
        check(
            &matrix,
            (0..m * n).map(|at| x[at] + row[at % n]),
            "add_to_rows",
        );

        let mut sums = unset(n);
        T::sum_rows(&x, &mut sums);
        let of_rows = (0..n).map(|column| sum(rows(column).map(|at| x[at])));
        check(&sums, of_rows, "sum_rows");

        let deviation = |at: usize| x[at] - row[at % n];
        T::sum_squared_deviations(&x, &row, &mut sums);
        let of_squares =
            (0..n).map(|column| sum(rows(column).map(|at| deviation(at) * deviation(at))));
        check(&sums, of_squares, "sum_squared_deviations");

        T::sum_products(&x, &other, &mut sums);
        let of_products = (0..n).map(|column| sum(rows(column).map(|at| x[at] * other[at])));
        check(&sums, of_products, "sum_products");
    });
}

#[test]
fn sums_add_up_in_the_order_of_the_rows() {
    check_sums::<f32>();
    check_sums::<f64>();
}

fn check_relu<T: Number>() {
    let zero = T::of(0.0);
    let rng = &mut fastrand::Rng::with_seed(2);
    for n in 0..40 {
        let (x, g) = (wild::<T>(rng, n), wild::<T>(rng, n));
        let mut y = unset(n);
        T::relu(&x, &mut y);
        let cut = x.iter().map(|&x| if x <= zero { zero } else { x });
        check(&y, cut, "relu");

        let mut dx = unset(n);
        T::relu_gradient(&g, &y, &mut dx);
        let slope = |y: T| T::of(if y > zero { 1.0 } else { 0.0 });
        let products = g.iter().zip(&y).map(|(&g, &y)| g * slope(y));
        check(&dx, products, "relu_gradient");
    }
}

#[test]
fn relu_is_the_definition() {
    check_relu::<f32>();
    check_relu::<f64>();
}

fn check_overflow<T: Number>() {
    let nan = T::of(f64::NAN);
    let mut y = unset(5);
    T::relu(&[nan, T::of(-1.0), T::of(2.0), T::of(-0.0), nan], &mut y);
    let expected = [f64::NAN, 0.0, 2.0, 0.0, f64::NAN].map(T::of);
    check(&y, expected.into_iter(), "relu");
    let mut dx = unset(5);
    let zero = [T::of(0.0); 5];
    T::relu_gradient(&[nan, T::of(1.0), nan, T::of(3.0), nan], &zero, &mut dx);
    let expected = [f64::NAN, 0.0, f64::NAN, 0.0, f64::NAN].map(T::of);
    check(&dx, expected.into_iter(), "relu_gradient");
}

#[test]
fn an_overflow_goes_through_relu_and_back() {
    check_overflow::<f32>();
    check_overflow::<f64>();
}

fn check_normalization<T: Number>() {
    for_all_sizes(|m, n, rng| {
        let (x, g) = (wild::<T>(rng, m * n), wild::<T>(rng, m * n));
        let [mean, deviation, gamma, beta] = [0; 4].map(|_| wild::<T>(rng, n));
        let (mut normalized, mut y) = (unset(m * n), unset(m * n));
        T::normalize(
            &x,
            &mean,
            &deviation,
            &gamma,
            &beta,
            &mut normalized,
            &mut y,
        );
        let expected = (0..m * n).map(|at| (x[at] - mean[at % n]) / deviation[at % n]);
        check(&normalized, expected, "normalize, x̂");
        let shifted = (0..m * n).map(|at| gamma[at % n] * normalized[at] + beta[at % n]);
        check(&y, shifted, "normalize, y");

        let [sums, products] = [0; 2].map(|_| wild::<T>(rng, n));
        let mut dx = unset(m * n);
        T::normalize_gradient(
            &g,
            &normalized,
            &sums,
            &products,
            &deviation,
            &gamma,
            &mut dx,
        );
        let expected = (0..m * n).map(|at| {
            let unit = at % n;
            let mean = (sums[unit] + normalized[at] * products[unit]) / T::of(m as f64);
            gamma[unit] / deviation[unit] * (g[at] - mean)
        });
        check(&dx, expected, "normalize_gradient");
    });
}

#[test]
fn batch_normalization_is_the_definition() {
    check_normalization::<f32>();
    check_normalization::<f64>();
}
