//! The learning rate with which a rule does best.

use super::{Conditions, final_loss};
use crate::math::{Point, numeral};
use crate::optim::{Hyperparameters, Key};
use crate::surface::Surface;

/// The lowest rate of the sweep is 10 to this.
const LOW: f64 = -4.0;

/// Decades from the lowest rate to the highest.
const DECADES: usize = 5;

/// Up to this many steps the sweep is fine.
const FINE_STEPS: usize = 1000;

/// The rates of the sweep for runs of that many steps, rising: 0.0001 to 10, equal
/// factors apart, rounded to two digits. There are 61 of them, and 11 for runs of
/// more than a thousand steps, so that a sweep stays within about a hundred thousand
/// updates.
pub fn sweep(n_steps: usize) -> impl Iterator<Item = f64> {
    let per_decade = if n_steps <= FINE_STEPS { 12 } else { 2 };
    (0..=DECADES * per_decade)
        .map(move |index| numeral::power(LOW + index as f64 / per_decade as f64, 2))
}

/// The rate of the [`sweep`] with which the loss after `n_steps` is lowest, the lower
/// one of equals. `None` where no rate brings the run to its end.
pub fn best_rate(
    surface: &dyn Surface,
    start: Point,
    lane: &Hyperparameters,
    n_steps: usize,
    conditions: &Conditions,
) -> Option<f64> {
    let mut best: Option<(f64, f64)> = None;
    for rate in sweep(n_steps) {
        let tried = lane.with(Key::Lr, rate);
        if let Some(loss) = final_loss(surface, start, &tried, n_steps, conditions)
            && best.is_none_or(|(_, lowest)| loss < lowest)
        {
            best = Some((rate, loss));
        }
    }
    best.map(|(rate, _)| rate)
}
