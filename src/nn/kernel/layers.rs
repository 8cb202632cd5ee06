//! The loops of the layers that are no products.

use super::{Scalar, Task};

/// Runs one of them on rows of so many columns.
///
/// # Panics
/// Where it takes or gives something else.
pub(super) fn run<T: Scalar>(
    task: Task,
    inputs: &[&[T]],
    outputs: &mut [&mut [T]],
    columns: usize,
) {
    match (task, inputs, outputs) {
        (Task::AddToRows, [row], [rows]) => {
            for own in rows.chunks_exact_mut(columns) {
                add(own, row);
            }
        }
        (Task::SumRows, [rows], [sum]) => {
            sum.fill(T::default());
            for row in rows.chunks_exact(columns) {
                add(sum, row);
            }
        }
        (Task::SumSquares, [rows, from], [sum]) => {
            sum.fill(T::default());
            for row in rows.chunks_exact(columns) {
                for ((sum, &x), &from) in sum.iter_mut().zip(row).zip(*from) {
                    *sum += (x - from) * (x - from);
                }
            }
        }
        (Task::SumProducts, [rows, others], [sum]) => {
            sum.fill(T::default());
            let pairs = rows.chunks_exact(columns).zip(others.chunks_exact(columns));
            for (row, other) in pairs {
                for ((sum, &a), &b) in sum.iter_mut().zip(row).zip(other) {
                    *sum += a * b;
                }
            }
        }
        (Task::Rectify, [x], [y]) => {
            for (y, &x) in y.iter_mut().zip(*x) {
                // NaN stays NaN, so that a run that overflows does not look healthy.
                *y = if x <= T::default() { T::default() } else { x };
            }
        }
        (Task::RectifyBack, [g, y], [dx]) => {
            for ((dx, &g), &y) in dx.iter_mut().zip(*g).zip(*y) {
                // A product, because NaN times 0 is NaN.
                *dx = g * T::from(u8::from(y > T::default()));
            }
        }
        (Task::Normalize, &[x, mean, deviation, gamma, beta], [normalized, y]) => {
            let (mean, deviation) = (&mean[..columns], &deviation[..columns]);
            let (gamma, beta) = (&gamma[..columns], &beta[..columns]);
            let rows = normalized.chunks_exact_mut(columns);
            let rows = rows.zip(y.chunks_exact_mut(columns));
            for ((normalized, y), x) in rows.zip(x.chunks_exact(columns)) {
                for at in 0..columns {
                    normalized[at] = (x[at] - mean[at]) / deviation[at];
                    let mut shifted = gamma[at] * normalized[at];
                    shifted += beta[at];
                    y[at] = shifted;
                }
            }
        }
        (Task::NormalizeBack, &[g, normalized, sums, products, deviation, gamma, &[n]], [dx]) => {
            let (sums, products) = (&sums[..columns], &products[..columns]);
            let (deviation, gamma) = (&deviation[..columns], &gamma[..columns]);
            let rows = dx.chunks_exact_mut(columns).zip(g.chunks_exact(columns));
            for ((dx, g), normalized) in rows.zip(normalized.chunks_exact(columns)) {
                for at in 0..columns {
                    let mut sum = sums[at];
                    sum += normalized[at] * products[at];
                    dx[at] = gamma[at] / deviation[at] * (g[at] - sum / n);
                }
            }
        }
        _ => unreachable!("every task says what it takes and gives"),
    }
}

fn add<T: Scalar>(sums: &mut [T], row: &[T]) {
    for (sum, &value) in sums.iter_mut().zip(row) {
        *sum += value;
    }
}
