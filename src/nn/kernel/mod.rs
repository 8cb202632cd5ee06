//! The loops in which training spends its time.
//!
//! A tile of 4 × 8 results is kept in registers while both factors stream past. The
//! right factor is first copied into panels of 8 columns (4 for a narrow rest), so
//! that the inner loop reads it in one run. The tile is written as plain arrays,
//! which the compiler turns into vector instructions at optimization level 3, but
//! not below it. Products are added up in the order of the inner index
//! and without fused operations, so that every target computes the same bits.
//!
//! This file and `layers.rs` know nothing of the crate, so that they can also be
//! compiled alone, for speed: see `xtask/kernel`. Matrices are slices, row after row. The sizes m, k and n
//! follow from the lengths of the slices and the given widths. `scratch` is memory to work
//! in, as much as [`scratch_len`] says.

mod layers;

use core::ops::{AddAssign, Div, Mul, Sub};

/// A number that can be computed with.
pub(super) trait Scalar:
    Copy
    + Default
    + PartialOrd
    + AddAssign
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + From<u8>
{
}
impl<T> Scalar for T where
    T: Copy
        + Default
        + PartialOrd
        + AddAssign
        + Sub<Output = T>
        + Mul<Output = T>
        + Div<Output = T>
        + From<u8>
{
}

/// A loop, with what it takes and gives. Rows are as long as the second width says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Task {
    /// [a, b] to [a · b, scratch]; the widths are k and n.
    Product,
    /// [a, b] to [a · bᵀ, scratch]; the widths are k and n.
    TimesTransposed,
    /// [a, b] to [aᵀ · b, scratch]; the widths are m and n.
    TransposedTimes,
    /// [row] to [rows], to each of which it is added.
    AddToRows,
    /// [rows] to [their sum].
    SumRows,
    /// [rows, row] to [the sum of the squares of what the rows differ by].
    SumSquares,
    /// [rows, other rows] to [the sum of their products].
    SumProducts,
    /// [x] to [max(x, 0)].
    Rectify,
    /// [g, y] to [g where y > 0, and 0].
    RectifyBack,
    /// [x, mean, deviation, γ, β] to [x̂, y] of batch normalization.
    Normalize,
    /// [∂L/∂y, x̂, Σ ∂L/∂y, Σ x̂ ∂L/∂y, deviation, γ, number of rows] to [∂L/∂x].
    NormalizeBack,
}

/// Runs a loop.
///
/// # Panics
/// Where it takes or gives something else.
pub(super) fn run<T: Scalar>(
    task: Task,
    inputs: &[&[T]],
    outputs: &mut [&mut [T]],
    [width, columns]: [usize; 2],
) {
    match (task, inputs, outputs) {
        (Task::Product, [a, b], [c, scratch]) => product((a, b, c), scratch, width, columns),
        (Task::TimesTransposed, [a, b], [c, scratch]) => {
            times_transposed((a, b, c), scratch, width, columns);
        }
        (Task::TransposedTimes, [a, b], [c, scratch]) => {
            transposed_times((a, b, c), scratch, width, columns);
        }
        (task, inputs, outputs) => layers::run(task, inputs, outputs, columns),
    }
}

/// Rows of a tile.
const TILE_ROWS: usize = 4;
/// Columns of a tile and of a panel.
const WIDE: usize = 8;
/// Columns of the last panel where no more are left.
const NARROW: usize = 4;

/// The length of the scratch memory for a product of these sizes k and n.
pub(super) const fn scratch_len(inner: usize, columns: usize) -> usize {
    inner * (columns.next_multiple_of(NARROW) + TILE_ROWS)
}

/// c = a · b, of m × n, with a of m × k and b of k × n.
fn product<T: Scalar>(
    (a, b, c): (&[T], &[T], &mut [T]),
    scratch: &mut [T],
    inner: usize,
    columns: usize,
) {
    let panels = pack(b, scratch, inner, columns);
    stream_rows(a, panels, c, inner, columns);
}

/// c = a · bᵀ, of m × n, with a of m × k and b of n × k.
fn times_transposed<T: Scalar>(
    (a, b, c): (&[T], &[T], &mut [T]),
    scratch: &mut [T],
    inner: usize,
    columns: usize,
) {
    let mut rest = &mut *scratch;
    for panel in panels(columns) {
        let rows = &b[panel.start * inner..(panel.start + panel.n_filled) * inner];
        let (values, after) = rest.split_at_mut(panel.width * inner);
        rest = after;
        if panel.width == WIDE {
            interleave::<T, WIDE>(rows, values, inner);
        } else {
            interleave::<T, NARROW>(rows, values, inner);
        }
    }
    stream_rows(a, scratch, c, inner, columns);
}

/// c = aᵀ · b, of m × n, with a of k × m and b of k × n.
fn transposed_times<T: Scalar>(
    (a, b, c): (&[T], &[T], &mut [T]),
    scratch: &mut [T],
    rows: usize,
    columns: usize,
) {
    let inner = a.len() / rows;
    let (panels_memory, strip) = scratch.split_at_mut(inner * columns.next_multiple_of(NARROW));
    pack(b, panels_memory, inner, columns);
    let (strip, _) = strip.as_chunks_mut::<TILE_ROWS>();
    for (tile, c) in c.chunks_mut(TILE_ROWS * columns).enumerate() {
        let first = tile * TILE_ROWS;
        for (lanes_now, row) in strip.iter_mut().zip(a.chunks_exact(rows)) {
            *lanes_now = lanes(&row[first..]);
        }
        let mut rest = &*panels_memory;
        for panel in panels(columns) {
            let (values, after) = rest.split_at(panel.width * inner);
            rest = after;
            let (c, n) = (&mut c[panel.start..], panel.n_filled);
            if panel.width == WIDE {
                tile_of_strip::<T, WIDE>(&strip[..inner], values, c, columns, n);
            } else {
                tile_of_strip::<T, NARROW>(&strip[..inner], values, c, columns, n);
            }
        }
    }
}

/// Copies the right factor into panels; gives them.
fn pack<'a, T: Scalar>(b: &[T], scratch: &'a mut [T], inner: usize, columns: usize) -> &'a [T] {
    let mut rest = &mut *scratch;
    for panel in panels(columns) {
        let (values, after) = rest.split_at_mut(panel.width * inner);
        rest = after;
        let rows = b.chunks_exact(columns);
        for (values, row) in values.chunks_exact_mut(panel.width).zip(rows) {
            let (filled, padding) = values.split_at_mut(panel.n_filled);
            filled.copy_from_slice(&row[panel.start..][..panel.n_filled]);
            padding.fill(T::default());
        }
    }
    scratch
}

/// Writes rows of this length value beside value, zeros where one is missing.
#[inline(never)]
fn interleave<T: Scalar, const WIDTH: usize>(rows: &[T], values: &mut [T], length: usize) {
    let (values, _) = values.as_chunks_mut::<WIDTH>();
    if rows.len() == WIDTH * length {
        let rows: [&[T]; WIDTH] = core::array::from_fn(|row| &rows[row * length..][..length]);
        for (at, values) in values.iter_mut().enumerate() {
            *values = rows.map(|row| row[at]);
        }
    } else {
        for (at, values) in values.iter_mut().enumerate() {
            let value = |row| rows.get(row * length + at).copied();
            *values = core::array::from_fn(|row| value(row).unwrap_or_default());
        }
    }
}

/// The product of a with the packed panels.
fn stream_rows<T: Scalar>(a: &[T], packed: &[T], c: &mut [T], inner: usize, columns: usize) {
    let mut rest = packed;
    for panel in panels(columns) {
        let (values, after) = rest.split_at(panel.width * inner);
        rest = after;
        let tiles = a.chunks(TILE_ROWS * inner);
        for (a, c) in tiles.zip(c.chunks_mut(TILE_ROWS * columns)) {
            let (c, n) = (&mut c[panel.start..], panel.n_filled);
            if panel.width == WIDE {
                tile_of_rows::<T, WIDE>(a, values, inner, c, columns, n);
            } else {
                tile_of_rows::<T, NARROW>(a, values, inner, c, columns, n);
            }
        }
    }
}

/// Some columns of the right factor.
#[derive(Clone, Copy)]
struct Panel {
    start: usize,
    n_filled: usize,
    width: usize,
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

/// The first values of a row, zeros where it ends.
fn lanes<T: Scalar>(row: &[T]) -> [T; TILE_ROWS] {
    match row.first_chunk() {
        Some(lanes) => *lanes,
        None => core::array::from_fn(|at| row.get(at).copied().unwrap_or_default()),
    }
}

/// Puts down the tile of up to four rows of the left factor, one after another in `a`.
#[inline(never)]
fn tile_of_rows<T: Scalar, const WIDTH: usize>(
    a: &[T],
    panel: &[T],
    inner: usize,
    c: &mut [T],
    columns: usize,
    n_filled: usize,
) {
    // A missing row is replaced by the last one; its results are not stored.
    let last = a.len() / inner - 1;
    let [a0, a1, a2, a3] = [0, 1, 2, 3].map(|row: usize| &a[row.min(last) * inner..][..inner]);
    let mut tile = [[T::default(); WIDTH]; TILE_ROWS];
    let (panel, _) = panel.as_chunks::<WIDTH>();
    for ((((b, &a0), &a1), &a2), &a3) in panel.iter().zip(a0).zip(a1).zip(a2).zip(a3) {
        add_outer_product(&mut tile, [a0, a1, a2, a3], b);
    }
    store(c, columns, n_filled, &tile);
}

/// Puts down the tile of a strip of four columns of a left factor that is used transposed.
#[inline(never)]
fn tile_of_strip<T: Scalar, const WIDTH: usize>(
    strip: &[[T; TILE_ROWS]],
    panel: &[T],
    c: &mut [T],
    columns: usize,
    n_filled: usize,
) {
    let mut tile = [[T::default(); WIDTH]; TILE_ROWS];
    let (panel, _) = panel.as_chunks::<WIDTH>();
    for (b, &a) in panel.iter().zip(strip) {
        add_outer_product(&mut tile, a, b);
    }
    store(c, columns, n_filled, &tile);
}

#[inline(always)]
fn add_outer_product<T: Scalar, const WIDTH: usize>(
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
fn store<T: Scalar, const WIDTH: usize>(
    c: &mut [T],
    columns: usize,
    n_filled: usize,
    tile: &[[T; WIDTH]; TILE_ROWS],
) {
    for (c, row) in c.chunks_mut(columns).zip(tile) {
        // Every place of the tile is named by a constant, so that it stays in registers.
        for column in 0..WIDTH {
            if column < n_filled {
                c[column] = row[column];
            }
        }
    }
}
