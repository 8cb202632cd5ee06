//! Positions of a slider, whole numbers from 0, and the values they stand for.

use crate::math::Span;
use crate::math::numeral::decimals;

/// How a slider's positions are spread over its range. Each stands for another value, and all
/// values are short decimals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scale {
    /// Equal steps.
    Even(Even),
    /// Rungs of the ladder, about equal factors.
    Ladder {
        /// The rung at position 0.
        low: i32,
        /// The rung at the last position.
        high: i32,
    },
    /// The same, with equal small steps in the middle.
    Refined {
        /// The rung at position 0.
        low: i32,
        /// How many rungs lie below the small steps.
        n_below: u32,
        /// The small steps.
        fine: Even,
        /// The first rung above the small steps.
        above: i32,
        /// The rung at the last position.
        high: i32,
    },
    /// 0, and then 1 minus the rungs down to a finest distance: the closer to 1, the finer.
    NearOne {
        /// The finest distance is 10 to minus this.
        digits: i32,
    },
    /// 1 to 100 by ones, then to 1000 by tens, then to 10000 by hundreds.
    Count,
}

/// Multiples of `1 / per_unit` from `low / per_unit` on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Even {
    /// The multiple at position 0.
    low: i64,
    /// The last position.
    positions: u32,
    /// How many positions make one unit.
    per_unit: f64,
}

/// Rungs of a decade: 1, 1.1 … 2, 2.25 … 5, 5.5 … 10.
const PER_DECADE: i32 = 32;

/// The part of a stability bound above and below it that has small steps, of at most a hundredth
/// of the bound.
const NEAR_BOUND: f64 = 0.1;

/// A rung of the ladder of short decimals, by its number; the one of number 0 is 1.
fn rung(number: i32) -> f64 {
    let hundredths = match number.rem_euclid(PER_DECADE) {
        it @ ..10 => 100 + 10 * it,
        it @ 10..22 => 200 + 25 * (it - 10),
        it => 500 + 50 * (it - 22),
    };
    // Powers that are whole numbers are exact, so that the rung is the nearest to its decimals.
    let exponent = number.div_euclid(PER_DECADE) - 2;
    let unit = libm::exp10(f64::from(exponent.abs()));
    match exponent {
        0.. => f64::from(hundredths) * unit,
        _ => f64::from(hundredths) / unit,
    }
}

/// The number of the highest rung that is not above a value, which is positive and finite.
fn rung_below(value: f64) -> i32 {
    let decade = libm::floor(libm::log10(value)) as i32;
    let mut number = decade * PER_DECADE;
    // Logarithms may err on either side of a power of ten.
    while rung(number) > value {
        number -= 1;
    }
    while rung(number + 1) <= value {
        number += 1;
    }
    number
}

/// The number of the lowest rung that is not below a value.
fn rung_above(value: f64) -> i32 {
    let below = rung_below(value);
    below + i32::from(rung(below) < value)
}

/// A positive number as a factor from 1 to 10 and the exponent of a power of ten.
fn scientific(value: f64) -> (f64, f64) {
    let exponent = f64::floor(libm::log10(value) + 1e-9);
    (value / libm::exp10(exponent), exponent)
}

impl Even {
    /// The multiples of a step that lie in a span; the step is a digit times a power of ten.
    fn over(span: Span, (digit, exponent): (f64, f64)) -> Self {
        // Written as a division, so that the multiples are the nearest to their decimals.
        let per_unit = libm::exp10(-exponent) / digit;
        let low = f64::ceil(span.low * per_unit - 1e-6);
        let high = f64::floor(span.high * per_unit + 1e-6);
        Self {
            low: low as i64,
            positions: (high - low) as u32,
            per_unit,
        }
    }

    fn value(self, position: u32) -> f64 {
        let multiple = (self.low + i64::from(position)) as f64;
        match self.per_unit {
            1.0.. => multiple / self.per_unit,
            // Steps of ten and more are whole, their inverses are not.
            _ => multiple * libm::round(1.0 / self.per_unit),
        }
    }
}

impl Scale {
    /// The multiples of `1 / per_unit` from the one of `low` on.
    pub(crate) const fn multiples(low: i64, positions: u32, per_unit: f64) -> Self {
        Self::Even(Even {
            low,
            positions,
            per_unit,
        })
    }

    /// An even scale over a span, in about 200 steps of 1, 2 or 5 times a power of ten.
    pub fn even(span: Span) -> Self {
        let (lead, exponent) = scientific(span.length() / 200.0);
        let mut steps = [1.0, 2.0, 5.0].into_iter();
        let step = steps.find(|&step| step >= lead * 0.999).unwrap_or(10.0);
        Self::Even(Even::over(span, (step, exponent)))
    }

    /// From a power of ten to another.
    pub(crate) const fn decades(low: i32, high: i32) -> Self {
        Self::Ladder {
            low: low * PER_DECADE,
            high: high * PER_DECADE,
        }
    }

    /// Learning rates. Where a stability bound is known, the two decades up to twice the bound,
    /// with small steps close to it, and down to a fifth of the usual rates; else from a tenth of
    /// the usual rates to ten times as much.
    pub fn rates(bound: Option<f64>, usual: Span) -> Self {
        let Some(bound) = bound else {
            return Self::Ladder {
                low: rung_above(usual.low / 10.0),
                high: rung_below(usual.high * 10.0),
            };
        };
        let near = Span::new(bound * (1.0 - NEAR_BOUND), bound * (1.0 + NEAR_BOUND));
        let (lead, exponent) = scientific(bound / 100.0);
        let mut steps = [5.0, 2.0].into_iter();
        let step = steps.find(|&step| step <= lead * 1.001).unwrap_or(1.0);
        let fine = Even::over(near, (step, exponent));
        let low = rung_above(f64::min(bound / 50.0, usual.low / 5.0));
        Self::Refined {
            low,
            n_below: (rung_above(fine.value(0)) - low) as u32,
            fine,
            above: rung_below(fine.value(fine.positions)) + 1,
            high: rung_below(bound * 2.0),
        }
    }

    /// The last position.
    pub fn positions(self) -> u32 {
        match self {
            Self::Even(even) => even.positions,
            Self::Ladder { low, high } => (high - low) as u32,
            Self::Refined {
                n_below,
                fine,
                above,
                high,
                ..
            } => n_below + fine.positions + (high + 1 - above) as u32,
            Self::NearOne { digits } => (digits * PER_DECADE) as u32,
            Self::Count => 279,
        }
    }

    /// The value at a position; positions past the last count as the last.
    pub fn value(self, position: u32) -> f64 {
        let position = position.min(self.positions());
        let number = position as i32;
        match self {
            Self::Even(even) => even.value(position),
            Self::Ladder { low, .. } => rung(low + number),
            Self::Refined { low, n_below, .. } if position < n_below => rung(low + number),
            Self::Refined {
                n_below,
                fine,
                above,
                ..
            } => match position - n_below {
                it if it <= fine.positions => fine.value(it),
                it => rung(above + (it - fine.positions - 1) as i32),
            },
            Self::NearOne { .. } => decimals(1.0 - rung(-number), 10),
            Self::Count => f64::from(match position {
                0..=99 => position + 1,
                100..=189 => 100 + (position - 99) * 10,
                _ => 1000 + (position - 189) * 100,
            }),
        }
    }

    /// How many positions stand for less than a value.
    pub fn n_below(self, value: f64) -> u32 {
        let (mut low, mut high) = (0, self.positions() + 1);
        while low < high {
            let middle = low + (high - low) / 2;
            match self.value(middle) < value {
                true => low = middle + 1,
                false => high = middle,
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<Scale> {
        let mut all = vec![
            Scale::even(Span::new(-10.0, 10.0)),
            Scale::even(Span::new(-5.12, 5.12)),
            Scale::even(Span::new(9999.99, 10000.0)),
            Scale::even(Span::new(-1e6, 1e6)),
            Scale::multiples(-200, 400, 1e-4),
            Scale::Count,
            Scale::decades(-10, 3),
            Scale::NearOne { digits: 4 },
        ];
        for usual in [1e-4, 0.01, 0.95, 20.0] {
            let usual = Span::new(usual, usual * 1.5);
            all.push(Scale::rates(None, usual));
            for bound in [1e-6, 0.0123, 0.111, 0.679, 0.999, 1.0, 1.9, 19.0, 3e5] {
                all.push(Scale::rates(Some(bound), usual));
            }
        }
        all
    }

    #[test]
    fn every_position_has_a_value_of_its_own_and_is_found_again() {
        for scale in all() {
            let mut before = f64::NEG_INFINITY;
            for position in 0..=scale.positions() {
                let value = scale.value(position);
                assert!(
                    value > before,
                    "{scale:?} at {position}: {value} after {before}"
                );
                assert_eq!(scale.n_below(value), position, "{scale:?} at {value}");
                before = value;
            }
        }
    }

    #[test]
    fn values_are_short_decimals() {
        for scale in all() {
            for position in 0..=scale.positions() {
                let value = scale.value(position);
                let value = match scale {
                    Scale::NearOne { .. } => decimals(1.0 - value, 10),
                    _ => value.abs(),
                };
                let digits = format!("{value:e}").split('e').next().unwrap().len();
                let is_narrow = matches!(scale, Scale::Even(_)) && value > 9999.0;
                assert!(digits <= 5 || is_narrow, "{scale:?} at {value}");
            }
        }
        assert_eq!(Scale::decades(-10, 3).value(0), 1e-10);
        assert_eq!(Scale::decades(-10, 3).value(13 * 32), 1e3);
    }

    #[test]
    fn the_slider_of_a_rate_covers_two_decades_and_is_finer_near_the_bound() {
        let scale = Scale::rates(Some(1.0), Span::new(0.95, 0.95));
        assert_eq!((scale.value(0), scale.value(999)), (0.02, 2.0));
        let at = |value: f64| scale.value(scale.n_below(value));
        for rate in [0.1, 0.5, 0.9, 0.91, 0.95, 0.99, 1.0, 1.01, 1.02, 1.1, 1.2] {
            assert_eq!(at(rate), rate);
        }
        // A narrow slider has a pixel or more for each.
        assert!(scale.positions() < 90, "{}", scale.positions());
        // A usual rate far below the bound is on it too.
        let far = Scale::rates(Some(19.0), Span::new(0.1, 0.1));
        assert_eq!((far.value(0), far.value(999)), (0.02, 37.5));
        let none = Scale::rates(None, Span::new(0.3, 0.3));
        assert_eq!((none.value(0), none.value(999)), (0.03, 3.0));
    }

    #[test]
    fn the_count_scale_covers_one_to_ten_thousand() {
        assert_eq!(Scale::Count.value(0), 1.0);
        assert_eq!(Scale::Count.value(Scale::Count.positions()), 10_000.0);
        assert_eq!(Scale::Count.value(Scale::Count.n_below(30.0)), 30.0);
    }
}
