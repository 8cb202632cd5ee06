//! Sums over rows and functions of single elements.

use crate::vector::{LANES, Vector};

pub(crate) fn add_to_rows<V: Vector>(row: &[V::Number], matrix: &mut [V::Number]) {
    for own in matrix.chunks_exact_mut(row.len()) {
        update(own, [row], |own: V, [value]| own + value);
    }
}

pub(crate) fn sum_rows<V: Vector>(matrix: &[V::Number], sums: &mut [V::Number]) {
    sums.fill(V::Number::default());
    for row in matrix.chunks_exact(sums.len()) {
        update(sums, [row], |sum: V, [value]| sum + value);
    }
}

pub(crate) fn sum_squared_deviations<V: Vector>(
    x: &[V::Number],
    mean: &[V::Number],
    sums: &mut [V::Number],
) {
    sums.fill(V::Number::default());
    for x in x.chunks_exact(sums.len()) {
        update(sums, [x, mean], |sum: V, [x, mean]| {
            sum + (x - mean) * (x - mean)
        });
    }
}

pub(crate) fn sum_products<V: Vector>(a: &[V::Number], b: &[V::Number], sums: &mut [V::Number]) {
    sums.fill(V::Number::default());
    let columns = sums.len();
    for (a, b) in a.chunks_exact(columns).zip(b.chunks_exact(columns)) {
        update(sums, [a, b], |sum: V, [a, b]| sum + a * b);
    }
}

pub(crate) fn relu<V: Vector>(x: &[V::Number], y: &mut [V::Number]) {
    update(y, [x], |_, [x]: [V; 1]| x.relu());
}

pub(crate) fn relu_gradient<V: Vector>(g: &[V::Number], y: &[V::Number], dx: &mut [V::Number]) {
    update(dx, [g, y], |_, [g, y]: [V; 2]| g * y.is_positive());
}

/// (x − mean) / deviation.
pub(crate) fn normalize<V: Vector>(
    x: &[V::Number],
    mean: &[V::Number],
    deviation: &[V::Number],
    normalized: &mut [V::Number],
) {
    let columns = mean.len();
    let rows = normalized.chunks_exact_mut(columns);
    for (normalized, x) in rows.zip(x.chunks_exact(columns)) {
        let inputs = [x, mean, deviation];
        update(normalized, inputs, |_, [x, mean, deviation]: [V; 3]| {
            (x - mean) / deviation
        });
    }
}

/// γ x̂ + β.
pub(crate) fn scale_and_shift<V: Vector>(
    normalized: &[V::Number],
    gamma: &[V::Number],
    beta: &[V::Number],
    y: &mut [V::Number],
) {
    let columns = gamma.len();
    let rows = y.chunks_exact_mut(columns);
    for (y, normalized) in rows.zip(normalized.chunks_exact(columns)) {
        let inputs = [normalized, gamma, beta];
        update(y, inputs, |_, [normalized, gamma, beta]: [V; 3]| {
            gamma * normalized + beta
        });
    }
}

/// γ / deviation · (g − (Σ g + x̂ Σ g x̂) / m).
pub(crate) fn normalize_gradient<V: Vector>(
    [g, normalized]: [&[V::Number]; 2],
    [sums, products]: [&[V::Number]; 2],
    [deviation, gamma]: [&[V::Number]; 2],
    n_rows: V::Number,
    dx: &mut [V::Number],
) {
    let n_rows = V::from(n_rows);
    let columns = gamma.len();
    let rows = g
        .chunks_exact(columns)
        .zip(normalized.chunks_exact(columns));
    for (dx, (g, normalized)) in dx.chunks_exact_mut(columns).zip(rows) {
        let inputs = [g, normalized, sums, products, deviation, gamma];
        update(dx, inputs, |_, inputs: [V; 6]| {
            let [g, normalized, sum, product, deviation, gamma] = inputs;
            gamma / deviation * (g - (sum + normalized * product) / n_rows)
        });
    }
}

/// Replaces every element of `outputs` by a function of it and of those at the same place of the
/// inputs, which are as long.
#[inline(always)]
fn update<V: Vector, const N: usize>(
    outputs: &mut [V::Number],
    inputs: [&[V::Number]; N],
    function: impl Fn(V, [V; N]) -> V,
) {
    let length = outputs.len();
    let inputs = inputs.map(|input| input[..length].as_chunks::<LANES>());
    let vectors = inputs.map(|(vectors, _)| vectors);
    let (outputs, last) = outputs.as_chunks_mut::<LANES>();
    let n_vectors = outputs.len();
    let vectors = vectors.map(|vectors| &vectors[..n_vectors]);
    for (at, output) in outputs.iter_mut().enumerate() {
        let inputs = vectors.map(|vectors| V::from(vectors[at]));
        *output = function(V::from(*output), inputs).into();
    }
    if !last.is_empty() {
        let inputs = inputs.map(|(_, last)| V::from(padded(last)));
        let values: [V::Number; LANES] = function(V::from(padded(last)), inputs).into();
        last.copy_from_slice(&values[..last.len()]);
    }
}

/// Up to three numbers, and zeros.
#[inline(always)]
fn padded<T: Copy + Default>(numbers: &[T]) -> [T; LANES] {
    std::array::from_fn(|at| numbers.get(at).copied().unwrap_or_default())
}
