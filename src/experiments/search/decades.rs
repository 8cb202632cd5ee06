//! How many trials fell into each power of ten of the learning rate.

use super::trials::{Finding, Trials};
use crate::nn::{LogUniform, Sampling};

/// A power of ten of a range, or what the range has of one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decade {
    /// From where to where.
    pub range: LogUniform,
    /// How many trials fell into it.
    pub n: usize,
}

/// The decade in which most of the best trials lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GoodDecade {
    /// The decade, and how many trials fell into it.
    pub decade: Decade,
    /// Of how many trials.
    pub n_trials: usize,
    /// How many of the best ones are among them.
    pub n_best: usize,
    /// Of how many.
    pub n_all_best: usize,
    /// The share that is expected there of trials that are drawn on a log scale, and uniformly.
    pub expected: [f64; 2],
}

/// Ends of decades that differ by less are the same.
const ROUNDING: f64 = 1e-9;

/// The decades of a range, from the lowest to the highest.
pub(crate) fn decades(range: LogUniform) -> Vec<LogUniform> {
    let mut decades = Vec::new();
    let mut lowest = range.lowest;
    while lowest < range.highest - ROUNDING {
        let next = f64::floor(lowest + 1.0 + ROUNDING);
        let highest = next.min(range.highest);
        decades.push(LogUniform::new(lowest, highest));
        lowest = highest;
    }
    decades
}

/// The share of a range's values that are expected in a part of it, drawn on a log scale and
/// uniformly.
pub(crate) fn expected(range: LogUniform, part: LogUniform) -> [f64; 2] {
    [Sampling::Log, Sampling::Uniform].map(|sampling| range.share(part, sampling))
}

impl Trials {
    /// The decades of the learning rates, with the trials that fell into each.
    pub fn decades(&self) -> Vec<Decade> {
        let ranges = decades(self.rates);
        let mut counts = vec![0; ranges.len()];
        for &place in &self.ranking {
            counts[decade_of(self.all[place].rate, &ranges)] += 1;
        }
        let both = ranges.into_iter().zip(counts);
        both.map(|(range, n)| Decade { range, n }).collect()
    }

    /// The decade in which most of the best trials lie; `None` while there are too few to tell.
    pub fn good_decade(&self) -> Option<GoodDecade> {
        let n_all_best = self.n_best();
        if self.n_shown < Finding::FEWEST {
            return None;
        }
        let all = self.decades();
        let ranges: Vec<LogUniform> = all.iter().map(|decade| decade.range).collect();
        let mut counts = vec![0; all.len()];
        for &place in &self.ranking[..n_all_best] {
            counts[decade_of(self.all[place].rate, &ranges)] += 1;
        }
        let most = (0..all.len()).max_by_key(|&it| counts[it])?;
        Some(GoodDecade {
            decade: all[most],
            n_trials: self.n_shown,
            n_best: counts[most],
            n_all_best,
            expected: expected(self.rates, all[most].range),
        })
    }
}

/// The place of a value's decade.
fn decade_of(value: f64, ranges: &[LogUniform]) -> usize {
    let exponent = libm::log10(value);
    let n = ranges.partition_point(|range| range.highest <= exponent);
    n.min(ranges.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decades_end_at_powers_of_ten_and_at_the_ends_of_the_range() {
        let ends = |low: f64, high: f64| -> Vec<(f64, f64)> {
            let all = decades(LogUniform::new(low, high)).into_iter();
            all.map(|it| (it.lowest, it.highest)).collect()
        };
        assert_eq!(ends(-3.0, -1.0), [(-3.0, -2.0), (-2.0, -1.0)]);
        assert_eq!(ends(-2.5, -1.5), [(-2.5, -2.0), (-2.0, -1.5)]);
        assert_eq!(ends(-2.7, -2.2), [(-2.7, -2.2)]);
        // An end that came from a logarithm may be a little off.
        assert_eq!(ends(-2.0 - 1e-12, -1.0).len(), 1);
    }

    #[test]
    fn evenly_drawn_values_crowd_in_the_highest_decade() {
        let [log, uniform] = expected(LogUniform::new(-6.0, 0.0), LogUniform::new(-3.0, -2.0));
        assert!((log - 1.0 / 6.0).abs() < 1e-12);
        assert!((uniform - 0.009 / (1.0 - 1e-6)).abs() < 1e-12);
    }
}
