//! The smoothing of the book's loss curves.

/// Half of the window.
const REACH: usize = 5;

/// The loss curve as the book draws it: each value is the mean of the 11 around it,
/// weighted by a Kaiser window with β = 2. Beyond its ends the curve is mirrored, as
/// the book does it: at the end the last value is repeated, at the start the first is
/// not.
///
/// As long as `values`. Curves of fewer than six values mirror what they have.
///
/// ```
/// use descent_widget::nn::smooth_curve;
///
/// assert!(smooth_curve(&[2.0; 20]).iter().all(|y| (y - 2.0_f64).abs() < 1e-12));
/// ```
///
/// *Source:* `smooth_curve` of the book's programs.
pub fn smooth_curve(values: &[f64]) -> Vec<f64> {
    let weights = kaiser();
    let n = values.len();
    let value = |at: isize| -> f64 {
        let mirrored = if at < 0 {
            at.unsigned_abs().min(n - 1)
        } else if at.unsigned_abs() < n {
            at.unsigned_abs()
        } else {
            (2 * n - 1).saturating_sub(at.unsigned_abs())
        };
        values[mirrored]
    };
    (0..n as isize)
        .map(|center| {
            let window = center - REACH as isize..=center + REACH as isize;
            window.zip(weights).map(|(at, w)| w * value(at)).sum()
        })
        .collect()
}

/// The weights of the window; their sum is 1.
fn kaiser() -> [f64; 2 * REACH + 1] {
    const BETA: f64 = 2.0;
    let weights: [f64; 2 * REACH + 1] = std::array::from_fn(|at| {
        let place = (at as f64 - REACH as f64) / REACH as f64;
        bessel(BETA * (1.0 - place * place).sqrt())
    });
    let sum: f64 = weights.iter().sum();
    weights.map(|weight| weight / sum)
}

/// The modified Bessel function I₀, by its power series, for arguments up to about 10.
fn bessel(x: f64) -> f64 {
    let quarter_square = x * x / 4.0;
    let terms = (1..40).scan(1.0, |term, k: i32| {
        *term *= quarter_square / f64::from(k * k);
        Some(*term)
    });
    1.0 + terms.sum::<f64>()
}
