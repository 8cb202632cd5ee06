//! Products of matrices.
//!
//! A tile of 4 × 8 results stays in registers while both factors stream past. The right factor is
//! first copied into panels of 8 columns (4 for a narrow rest), so that the inner loop reads it in
//! one run.
//!
//! Larger tiles and loops unrolled by hand are a quarter to a third slower in Chromium, which runs
//! out of registers.

use crate::vector::{LANES, Vector};

/// Rows of a tile.
const TILE_ROWS: usize = 4;
/// Vectors in a row of a tile and of a panel.
const WIDE: usize = 2;
/// The same in the last panel where no more are needed.
const NARROW: usize = 1;

/// c = a · b.
pub(crate) fn product<V: Vector>(
    a: &[V::Number],
    b: &[V::Number],
    c: &mut [V::Number],
    inner: usize,
    columns: usize,
    scratch: &mut Vec<V::Number>,
) {
    let packed = memory(scratch, panels_len(inner, columns));
    pack::<V>(b, packed, inner, columns);
    stream_rows::<V>(a, packed, c, inner, columns);
}

/// c = a · bᵀ.
pub(crate) fn times_transposed<V: Vector>(
    a: &[V::Number],
    b: &[V::Number],
    c: &mut [V::Number],
    inner: usize,
    columns: usize,
    scratch: &mut Vec<V::Number>,
) {
    let packed = memory(scratch, panels_len(inner, columns));
    let mut rest = &mut *packed;
    for panel in panels(columns) {
        let rows = &b[panel.start * inner..(panel.start + panel.n_filled) * inner];
        let (values, after) = rest.split_at_mut(panel.width * inner);
        rest = after;
        if panel.width == WIDE * LANES {
            interleave::<V::Number, { WIDE * LANES }>(rows, values, inner);
        } else {
            interleave::<V::Number, { NARROW * LANES }>(rows, values, inner);
        }
    }
    stream_rows::<V>(a, packed, c, inner, columns);
}

/// c = aᵀ · b.
pub(crate) fn transposed_times<V: Vector>(
    a: &[V::Number],
    b: &[V::Number],
    c: &mut [V::Number],
    rows: usize,
    columns: usize,
    scratch: &mut Vec<V::Number>,
) {
    let inner = a.len() / rows;
    let panels_len = panels_len(inner, columns);
    let memory = memory(scratch, panels_len + inner * TILE_ROWS);
    let (packed, strip) = memory.split_at_mut(panels_len);
    pack::<V>(b, packed, inner, columns);
    let (strip, _) = strip.as_chunks_mut::<TILE_ROWS>();
    for (tile, c) in c.chunks_mut(TILE_ROWS * columns).enumerate() {
        let first = tile * TILE_ROWS;
        for (values, row) in strip.iter_mut().zip(a.chunks_exact(rows)) {
            *values = first_of(&row[first..]);
        }
        let mut rest = &*packed;
        for panel in panels(columns) {
            let (values, after) = rest.split_at(panel.width * inner);
            rest = after;
            let (c, n) = (&mut c[panel.start..], panel.n_filled);
            if panel.width == WIDE * LANES {
                tile_of_strip::<V, WIDE>(strip, values, c, columns, n);
            } else {
                tile_of_strip::<V, NARROW>(strip, values, c, columns, n);
            }
        }
    }
}

/// So much of the memory, whatever it holds.
fn memory<T: Copy + Default>(scratch: &mut Vec<T>, length: usize) -> &mut [T] {
    if scratch.len() < length {
        scratch.resize(length, T::default());
    }
    &mut scratch[..length]
}

/// The numbers in the panels of a right factor of `inner` × `columns`.
fn panels_len(inner: usize, columns: usize) -> usize {
    inner * columns.next_multiple_of(NARROW * LANES)
}

/// Some columns of the right factor.
#[derive(Clone, Copy)]
struct Panel {
    start: usize,
    n_filled: usize,
    width: usize,
}

fn panels(columns: usize) -> impl Iterator<Item = Panel> {
    (0..columns).step_by(WIDE * LANES).map(move |start| {
        let n_filled = (columns - start).min(WIDE * LANES);
        let is_narrow = n_filled <= NARROW * LANES;
        Panel {
            start,
            n_filled,
            width: if is_narrow { NARROW } else { WIDE } * LANES,
        }
    })
}

/// Copies a right factor of `inner` × `columns` into panels.
fn pack<V: Vector>(b: &[V::Number], packed: &mut [V::Number], inner: usize, columns: usize) {
    let mut rest = packed;
    for panel in panels(columns) {
        let (values, after) = rest.split_at_mut(panel.width * inner);
        rest = after;
        let rows = b.chunks_exact(columns).map(|row| &row[panel.start..]);
        if panel.width == WIDE * LANES {
            pack_panel::<V::Number, { WIDE * LANES }>(rows, values);
        } else {
            pack_panel::<V::Number, { NARROW * LANES }>(rows, values);
        }
    }
}

/// Writes the first values of all rows one after another, zeros where a row is shorter.
#[inline(always)]
fn pack_panel<'a, T: Copy + Default + 'a, const WIDTH: usize>(
    rows: impl Iterator<Item = &'a [T]>,
    values: &mut [T],
) {
    let (values, _) = values.as_chunks_mut::<WIDTH>();
    for (values, row) in values.iter_mut().zip(rows) {
        *values = first_of(row);
    }
}

/// Writes rows of this length value beside value, zeros where one is missing.
#[inline(never)]
fn interleave<T: Copy + Default, const WIDTH: usize>(rows: &[T], values: &mut [T], length: usize) {
    let (values, _) = values.as_chunks_mut::<WIDTH>();
    if rows.len() == WIDTH * length {
        let rows: [&[T]; WIDTH] = std::array::from_fn(|row| &rows[row * length..][..length]);
        for (at, values) in values.iter_mut().enumerate() {
            *values = rows.map(|row| row[at]);
        }
    } else {
        for (at, values) in values.iter_mut().enumerate() {
            let value = |row| rows.get(row * length + at).copied();
            *values = std::array::from_fn(|row| value(row).unwrap_or_default());
        }
    }
}

/// The product of a with the packed panels.
fn stream_rows<V: Vector>(
    a: &[V::Number],
    packed: &[V::Number],
    c: &mut [V::Number],
    inner: usize,
    columns: usize,
) {
    let mut rest = packed;
    for panel in panels(columns) {
        let (values, after) = rest.split_at(panel.width * inner);
        rest = after;
        let tiles = a.chunks(TILE_ROWS * inner);
        for (a, c) in tiles.zip(c.chunks_mut(TILE_ROWS * columns)) {
            let (c, n) = (&mut c[panel.start..], panel.n_filled);
            if panel.width == WIDE * LANES {
                tile_of_rows::<V, WIDE>(a, values, inner, c, columns, n);
            } else {
                tile_of_rows::<V, NARROW>(a, values, inner, c, columns, n);
            }
        }
    }
}

/// The first values of a row, zeros where it ends.
#[inline(always)]
fn first_of<T: Copy + Default, const N: usize>(row: &[T]) -> [T; N] {
    match row.first_chunk() {
        Some(values) => *values,
        None => std::array::from_fn(|at| row.get(at).copied().unwrap_or_default()),
    }
}

/// Writes the tile of up to four rows of the left factor, one after another in `a`.
#[inline(never)]
fn tile_of_rows<V: Vector, const VECTORS: usize>(
    a: &[V::Number],
    panel: &[V::Number],
    inner: usize,
    c: &mut [V::Number],
    columns: usize,
    n_filled: usize,
) {
    // A missing row is replaced by the last one; its results are not stored.
    let last = a.len() / inner - 1;
    let [a0, a1, a2, a3] = [0, 1, 2, 3].map(|row: usize| &a[row.min(last) * inner..][..inner]);
    let panel = panel.as_chunks::<LANES>().0.as_chunks::<VECTORS>().0;
    let mut tile = [[V::from(V::Number::default()); VECTORS]; TILE_ROWS];
    for ((((b, &a0), &a1), &a2), &a3) in panel.iter().zip(a0).zip(a1).zip(a2).zip(a3) {
        add_outer_product(&mut tile, [a0, a1, a2, a3], b);
    }
    store(c, columns, n_filled, tile);
}

/// Writes the tile of a strip of four columns of a left factor that is used transposed.
#[inline(never)]
fn tile_of_strip<V: Vector, const VECTORS: usize>(
    strip: &[[V::Number; TILE_ROWS]],
    panel: &[V::Number],
    c: &mut [V::Number],
    columns: usize,
    n_filled: usize,
) {
    let panel = panel.as_chunks::<LANES>().0.as_chunks::<VECTORS>().0;
    let mut tile = [[V::from(V::Number::default()); VECTORS]; TILE_ROWS];
    for (b, &a) in panel.iter().zip(strip) {
        add_outer_product(&mut tile, a, b);
    }
    store(c, columns, n_filled, tile);
}

#[inline(always)]
fn add_outer_product<V: Vector, const VECTORS: usize>(
    tile: &mut [[V; VECTORS]; TILE_ROWS],
    a: [V::Number; TILE_ROWS],
    b: &[[V::Number; LANES]; VECTORS],
) {
    let b = b.map(V::from);
    for (row, a) in tile.iter_mut().zip(a) {
        let a = V::from(a);
        for (sum, b) in row.iter_mut().zip(b) {
            *sum = *sum + a * b;
        }
    }
}

#[inline(always)]
fn store<V: Vector, const VECTORS: usize>(
    c: &mut [V::Number],
    columns: usize,
    n_filled: usize,
    tile: [[V; VECTORS]; TILE_ROWS],
) {
    for (c, row) in c.chunks_mut(columns).zip(tile) {
        let c = &mut c[..n_filled];
        // Every place of the tile is named by a constant, so that it stays in registers.
        for at in 0..VECTORS {
            let c = &mut c[at * LANES..];
            let values: [V::Number; LANES] = row[at].into();
            match c.first_chunk_mut() {
                Some(c) => *c = values,
                None => c.copy_from_slice(&values[..c.len()]),
            }
        }
    }
}
