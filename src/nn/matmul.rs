//! Products of matrices: nearly all of the time that training takes.
//!
//! A tile of 4 × 8 results is kept in registers while both factors stream past. The
//! right factor is first copied into panels of 8 columns (4 for a narrow rest), so
//! that the inner loop reads it in one run. The tile is written as plain arrays,
//! which the compiler turns into vector instructions at optimization level 3, but
//! not below it. Products are added up in the order of the inner index
//! and without fused operations, so that every target computes the same bits.

use crate::math::Real;

/// Rows of a tile.
const TILE_ROWS: usize = 4;
/// Columns of a tile and of a panel.
const WIDE: usize = 8;
/// Columns of the last panel where no more are left.
const NARROW: usize = 4;

/// Multiplies matrices; holds the memory for their panels from product to product.
///
/// Matrices are slices, row after row. The sizes m, k and n below follow from the
/// lengths of the slices and the given widths.
#[derive(Clone, Debug, Default)]
pub struct MatMul<T> {
    panels: Vec<T>,
    strip: Vec<[T; TILE_ROWS]>,
}

impl<T: Real> MatMul<T> {
    /// Holds no memory yet.
    pub const fn new() -> Self {
        Self {
            panels: Vec::new(),
            strip: Vec::new(),
        }
    }

    /// c = a · b, of m × n, with a of m × k and b of k × n.
    ///
    /// # Panics
    /// Where the lengths do not fit `inner` (k) and `columns` (n).
    pub fn product(&mut self, a: &[T], b: &[T], c: &mut [T], inner: usize, columns: usize) {
        check(a.len(), b.len(), c.len(), inner, columns);
        self.pack(b, columns);
        self.stream_rows(a, c, inner, columns);
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
        self.panels.clear();
        for panel in panels(columns) {
            let rows = &b[panel.start * inner..panel.filled().end * inner];
            for at in 0..inner {
                let column = rows.iter().skip(at).step_by(inner);
                self.panels.extend(column);
                self.panels
                    .extend(std::iter::repeat_n(T::ZERO, panel.padding()));
            }
        }
        self.stream_rows(a, c, inner, columns);
    }

    /// c = aᵀ · b, of m × n, with a of k × m and b of k × n.
    ///
    /// # Panics
    /// Where the lengths do not fit `rows` (m) and `columns` (n).
    pub fn transposed_times(&mut self, a: &[T], b: &[T], c: &mut [T], rows: usize, columns: usize) {
        let inner = a.len() / rows;
        check(a.len(), b.len(), c.len(), inner, columns);
        assert_eq!(c.len(), rows * columns, "one result for each pair");
        self.pack(b, columns);
        for (tile, c) in c.chunks_mut(TILE_ROWS * columns).enumerate() {
            let first = tile * TILE_ROWS;
            self.strip.clear();
            self.strip
                .extend(a.chunks_exact(rows).map(|row| lanes(&row[first..])));
            let mut rest = self.panels.as_slice();
            for panel in panels(columns) {
                let (values, after) = rest.split_at(panel.width * inner);
                rest = after;
                let (c, n) = (&mut c[panel.start..], panel.n_filled);
                if panel.width == WIDE {
                    store::<T, WIDE>(c, columns, n, &tile_of_strip(&self.strip, values));
                } else {
                    store::<T, NARROW>(c, columns, n, &tile_of_strip(&self.strip, values));
                }
            }
        }
    }

    /// Copies the right factor into panels.
    fn pack(&mut self, b: &[T], columns: usize) {
        self.panels.clear();
        for panel in panels(columns) {
            for row in b.chunks_exact(columns) {
                self.panels.extend_from_slice(&row[panel.filled()]);
                self.panels
                    .extend(std::iter::repeat_n(T::ZERO, panel.padding()));
            }
        }
    }

    /// The product of a with the packed panels.
    fn stream_rows(&self, a: &[T], c: &mut [T], inner: usize, columns: usize) {
        let mut rest = self.panels.as_slice();
        for panel in panels(columns) {
            let (values, after) = rest.split_at(panel.width * inner);
            rest = after;
            let tiles = a.chunks(TILE_ROWS * inner);
            for (a, c) in tiles.zip(c.chunks_mut(TILE_ROWS * columns)) {
                let (c, n) = (&mut c[panel.start..], panel.n_filled);
                if panel.width == WIDE {
                    store::<T, WIDE>(c, columns, n, &tile_of_rows(a, values, inner));
                } else {
                    store::<T, NARROW>(c, columns, n, &tile_of_rows(a, values, inner));
                }
            }
        }
    }
}

/// Some columns of the right factor.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Panel {
    start: usize,
    n_filled: usize,
    width: usize,
}

impl Panel {
    fn filled(self) -> std::ops::Range<usize> {
        self.start..self.start + self.n_filled
    }

    fn padding(self) -> usize {
        self.width - self.n_filled
    }
}

fn panels(columns: usize) -> impl Iterator<Item = Panel> {
    (0..columns).step_by(WIDE).map(move |start| {
        let n_filled = (columns - start).min(WIDE);
        let width = if n_filled > NARROW { WIDE } else { NARROW };
        Panel {
            start,
            n_filled,
            width,
        }
    })
}

fn check(a: usize, b: usize, c: usize, inner: usize, columns: usize) {
    assert_eq!(b, inner * columns, "the factors share the inner size");
    assert_eq!(a * columns, c * inner, "one result for each pair");
}

/// The first values of a row, zeros where it ends.
fn lanes<T: Real>(row: &[T]) -> [T; TILE_ROWS] {
    match row.first_chunk() {
        Some(lanes) => *lanes,
        None => std::array::from_fn(|at| row.get(at).copied().unwrap_or_default()),
    }
}

/// The tile of up to four rows of the left factor, one after another in `a`.
#[inline(never)]
fn tile_of_rows<T: Real, const WIDTH: usize>(
    a: &[T],
    panel: &[T],
    inner: usize,
) -> [[T; WIDTH]; TILE_ROWS] {
    // A missing row is replaced by the last one; its results are not stored.
    let last = a.len() / inner - 1;
    let [a0, a1, a2, a3] = [0, 1, 2, 3].map(|row: usize| &a[row.min(last) * inner..][..inner]);
    let mut tile = [[T::ZERO; WIDTH]; TILE_ROWS];
    let (panel, _) = panel.as_chunks::<WIDTH>();
    for ((((b, &a0), &a1), &a2), &a3) in panel.iter().zip(a0).zip(a1).zip(a2).zip(a3) {
        add_outer_product(&mut tile, [a0, a1, a2, a3], b);
    }
    tile
}

/// The tile of a strip of four columns of a left factor that is used transposed.
#[inline(never)]
fn tile_of_strip<T: Real, const WIDTH: usize>(
    strip: &[[T; TILE_ROWS]],
    panel: &[T],
) -> [[T; WIDTH]; TILE_ROWS] {
    let mut tile = [[T::ZERO; WIDTH]; TILE_ROWS];
    let (panel, _) = panel.as_chunks::<WIDTH>();
    for (b, &a) in panel.iter().zip(strip) {
        add_outer_product(&mut tile, a, b);
    }
    tile
}

#[inline(always)]
fn add_outer_product<T: Real, const WIDTH: usize>(
    tile: &mut [[T; WIDTH]; TILE_ROWS],
    a: [T; TILE_ROWS],
    b: &[T; WIDTH],
) {
    for row in 0..TILE_ROWS {
        for column in 0..WIDTH {
            tile[row][column] += a[row] * b[column];
        }
    }
}

#[inline(always)]
fn store<T: Real, const WIDTH: usize>(
    c: &mut [T],
    columns: usize,
    n_filled: usize,
    tile: &[[T; WIDTH]; TILE_ROWS],
) {
    for (c, row) in c.chunks_mut(columns).zip(tile) {
        match c.first_chunk_mut() {
            Some(c) if n_filled == WIDTH => *c = *row,
            _ => c[..n_filled].copy_from_slice(&row[..n_filled]),
        }
    }
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
        let capacity = matmul.panels.capacity();
        matmul.product(&a, &b, &mut c, 64, 50);
        assert_eq!(capacity, matmul.panels.capacity());
        assert!(c.iter().all(|&value| value == 64.0));
    }
}
