//! Products of matrices: nearly all of the time that training takes.

use crate::math::Real;

/// Multiplies matrices; holds the memory for it from product to product.
///
/// Matrices are slices, row after row. The sizes m, k and n below follow from the
/// lengths of the slices and the given widths.
#[derive(Clone, Debug, Default)]
pub struct MatMul<T> {
    scratch: Vec<T>,
}

impl<T: Real> MatMul<T> {
    /// Holds no memory yet.
    pub const fn new() -> Self {
        Self {
            scratch: Vec::new(),
        }
    }

    /// c = a · b, of m × n, with a of m × k and b of k × n.
    ///
    /// # Panics
    /// Where the lengths do not fit `inner` (k) and `columns` (n).
    pub fn product(&mut self, a: &[T], b: &[T], c: &mut [T], inner: usize, columns: usize) {
        check(a.len(), b.len(), c.len(), inner, columns);
        T::product(a, b, c, inner, columns, &mut self.scratch);
    }

    /// c = a · bᵀ, of m × n, with a of m × k and b of n × k.
    ///
    /// # Panics
    /// Where the lengths do not fit `inner` (k) and `columns` (n).
    pub fn times_transposed(
        &mut self,
        a: &[T],
        b: &[T],
        c: &mut [T],
        inner: usize,
        columns: usize,
    ) {
        check(a.len(), b.len(), c.len(), inner, columns);
        T::times_transposed(a, b, c, inner, columns, &mut self.scratch);
    }

    /// c = aᵀ · b, of m × n, with a of k × m and b of k × n.
    ///
    /// # Panics
    /// Where the lengths do not fit `rows` (m) and `columns` (n).
    pub fn transposed_times(&mut self, a: &[T], b: &[T], c: &mut [T], rows: usize, columns: usize) {
        let inner = a.len() / rows;
        check(a.len(), b.len(), c.len(), inner, columns);
        assert_eq!(c.len(), rows * columns, "one result for each pair");
        T::transposed_times(a, b, c, rows, columns, &mut self.scratch);
    }
}

fn check(a: usize, b: usize, c: usize, inner: usize, columns: usize) {
    assert_eq!(b, inner * columns, "the factors share the inner size");
    assert_eq!(a * columns, c * inner, "one result for each pair");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::Rng;

    fn random(rng: &mut Rng, n: usize) -> Vec<f64> {
        (0..n).map(|_| rng.normal()).collect()
    }

    fn transposed(a: &[f64], columns: usize) -> Vec<f64> {
        let rows = a.len() / columns;
        (0..a.len())
            .map(|at| a[at % rows * columns + at / rows])
            .collect()
    }

    /// All three products against the definition, for one size.
    #[track_caller]
    fn check(m: usize, k: usize, n: usize) {
        let mut rng = Rng::new((m * 10_000 + k * 100 + n) as u64);
        let (a, b) = (random(&mut rng, m * k), random(&mut rng, k * n));
        let expected: Vec<f64> = (0..m * n)
            .map(|at| {
                let (row, column) = (at / n, at % n);
                (0..k).map(|p| a[row * k + p] * b[p * n + column]).sum()
            })
            .collect();
        let mut matmul = MatMul::new();
        let mut compare = |multiply: &dyn Fn(&mut MatMul<f64>, &mut [f64])| {
            let mut c = vec![f64::NAN; m * n];
            multiply(&mut matmul, &mut c);
            assert_eq!(c, expected, "{m} × {k} × {n}");
        };
        compare(&|matmul, c| matmul.product(&a, &b, c, k, n));
        let b_transposed = transposed(&b, n);
        compare(&|matmul, c| matmul.times_transposed(&a, &b_transposed, c, k, n));
        let a_transposed = transposed(&a, k);
        compare(&|matmul, c| matmul.transposed_times(&a_transposed, &b, c, m, n));
    }

    #[test]
    fn every_size_around_the_tile_is_the_definition() {
        for m in 1..10 {
            for n in 1..19 {
                check(m, 1, n);
                check(m, 7, n);
            }
        }
    }

    #[test]
    fn the_sizes_of_the_networks_are_the_definition() {
        check(100, 64, 50);
        check(100, 50, 10);
        check(33, 100, 100);
    }

    #[test]
    fn memory_is_used_again() {
        let mut matmul = MatMul::new();
        let mut c = vec![0.0_f32; 100 * 50];
        let (a, b) = (vec![1.0; 100 * 64], vec![1.0; 64 * 50]);
        matmul.product(&a, &b, &mut c, 64, 50);
        let capacity = matmul.scratch.capacity();
        matmul.product(&a, &b, &mut c, 64, 50);
        assert_eq!(capacity, matmul.scratch.capacity());
        assert!(c.iter().all(|&value| value == 64.0));
    }
}
