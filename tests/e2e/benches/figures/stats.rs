//! What is said of many measurements of one thing.

use serde_json::Value;

/// The middle one.
pub(crate) fn median(samples: &[f64]) -> f64 {
    percentile(samples, 50.0)
}

/// The one that `percent` of all do not exceed.
///
/// # Panics
///
/// Where there is none.
pub(crate) fn percentile(samples: &[f64], percent: f64) -> f64 {
    assert!(!samples.is_empty(), "nothing was measured");
    let mut sorted = samples.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (percent / 100.0 * sorted.len() as f64).ceil() as usize;
    sorted[rank.clamp(1, sorted.len()) - 1]
}

/// The numbers of a JSON array that a page returned.
///
/// # Panics
///
/// Where it is none, or holds something else.
pub(crate) fn numbers(value: &Value) -> Vec<f64> {
    let array = value.as_array().expect("the page returns an array");
    let number = |it: &Value| it.as_f64().expect("the page returns numbers");
    array.iter().map(number).collect()
}
