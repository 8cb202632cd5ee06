//! Positions of a slider, whole numbers from 0, and the values they stand for.

use crate::math::Span;
use crate::math::numeral::{decimals, power};

/// How a slider's positions are spread over its range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scale {
    /// Multiples of `1 / per_unit` from `low / per_unit` on.
    Even {
        /// The multiple at position 0.
        low: i64,
        /// The last position.
        positions: u32,
        /// How many positions make one unit.
        per_unit: f64,
    },
    /// Equal factors, 40 to a decade, rounded to two digits.
    Log {
        /// Exponent of the lowest value.
        low: i32,
        /// Exponent of the highest value.
        high: i32,
    },
    /// 0, and then 1 − 10^−p: the closer to 1, the finer. Rounded so that the
    /// distance from 1 has two digits.
    NearOne {
        /// The finest distance is 10 to minus this.
        digits: i32,
    },
    /// 1 to 100 by ones, then to 1000 by tens, then to 10000 by hundreds.
    Count,
}

const PER_DECADE: f64 = 40.0;

impl Scale {
    /// The multiples of `1 / per_unit` from the one of `low` on.
    pub(crate) const fn multiples(low: i64, positions: u32, per_unit: f64) -> Self {
        Self::Even {
            low,
            positions,
            per_unit,
        }
    }

    /// An even scale over a span, in about 200 steps of 1, 2 or 5 times a power of ten.
    pub fn even(span: Span) -> Self {
        let raw = span.length() / 200.0;
        let power = f64::floor(libm::log10(raw));
        let lead = raw / libm::exp10(power);
        let step = [1.0, 2.0, 5.0, 10.0]
            .into_iter()
            .find(|&step| step >= lead * 0.999)
            .unwrap_or(10.0);
        // Written as a division, so that the multiples are the nearest to their decimals.
        let per_unit = libm::exp10(-power) / step;
        let low = f64::ceil(span.low * per_unit - 1e-6);
        let high = f64::floor(span.high * per_unit + 1e-6);
        Self::Even {
            low: low as i64,
            positions: (high - low) as u32,
            per_unit,
        }
    }

    /// The last position.
    pub fn positions(self) -> u32 {
        match self {
            Self::Even { positions, .. } => positions,
            Self::Log { low, high } => (high - low) as u32 * PER_DECADE as u32,
            Self::NearOne { digits } => digits as u32 * PER_DECADE as u32,
            Self::Count => 279,
        }
    }

    /// The value at a position; positions past the last count as the last.
    pub fn value(self, position: u32) -> f64 {
        let position = position.min(self.positions());
        let share = f64::from(position);
        match self {
            Self::Even { low, per_unit, .. } => (low + i64::from(position)) as f64 / per_unit,
            Self::Log { low, .. } => power(f64::from(low) + share / PER_DECADE, 2),
            Self::NearOne { .. } => {
                let distance = power(-share / PER_DECADE, 2);
                decimals(1.0 - distance, 10)
            }
            Self::Count => match position {
                0..=99 => share + 1.0,
                100..=189 => 100.0 + (share - 99.0) * 10.0,
                _ => 1000.0 + (share - 189.0) * 100.0,
            },
        }
    }

    /// Where a value's position lies, as a share of the way from the first to the last;
    /// `None` for a value off the scale.
    pub fn share(self, value: f64) -> Option<f64> {
        let last = self.positions();
        let is_on = (self.value(0)..=self.value(last)).contains(&value);
        is_on.then(|| f64::from(self.position(value)) / f64::from(last))
    }

    /// The position that is nearest to a value.
    pub fn position(self, value: f64) -> u32 {
        let exact = match self {
            Self::Even { low, per_unit, .. } => value * per_unit - low as f64,
            Self::Log { low, .. } => (libm::log10(value) - f64::from(low)) * PER_DECADE,
            Self::NearOne { .. } => -libm::log10(1.0 - value) * PER_DECADE,
            Self::Count if value <= 100.0 => value - 1.0,
            Self::Count if value <= 1000.0 => 99.0 + (value - 100.0) / 10.0,
            Self::Count => 189.0 + (value - 1000.0) / 100.0,
        };
        // NaN and minus infinity become 0.
        (libm::round(exact) as u32).min(self.positions())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(scale: Scale) {
        let mut before = f64::NEG_INFINITY;
        for position in 0..=scale.positions() {
            let value = scale.value(position);
            assert!(
                value > before,
                "{scale:?} at {position}: {value} after {before}"
            );
            assert_eq!(scale.position(value), position, "{scale:?} at {value}");
            before = value;
        }
    }

    #[test]
    fn every_position_has_a_value_of_its_own_and_is_found_again() {
        check(Scale::even(Span::new(-10.0, 10.0)));
        check(Scale::even(Span::new(-5.12, 5.12)));
        check(Scale::even(Span::new(-2.0, 2.0)));
        check(Scale::Count);
    }

    #[test]
    fn logarithmic_positions_rise() {
        for scale in [
            Scale::Log { low: -6, high: 3 },
            Scale::NearOne { digits: 4 },
        ] {
            let values: Vec<f64> = (0..=scale.positions()).map(|p| scale.value(p)).collect();
            assert!(values.windows(2).all(|pair| pair[0] <= pair[1]));
        }
    }

    #[test]
    fn values_are_the_decimals_that_they_print() {
        let log = Scale::Log { low: -6, high: 3 };
        assert_eq!(log.value(log.position(0.01)), 0.01);
        assert_eq!(log.value(log.position(0.1)), 0.1);
        assert_eq!(log.value(0), 1e-6);
        assert_eq!(log.value(log.positions()), 1e3);
        let near = Scale::NearOne { digits: 4 };
        assert_eq!(near.value(0), 0.0);
        assert_eq!(near.value(near.position(0.9)), 0.9);
        assert_eq!(near.value(near.position(0.999)), 0.999);
    }

    #[test]
    fn the_count_scale_covers_one_to_ten_thousand() {
        assert_eq!(Scale::Count.value(0), 1.0);
        assert_eq!(Scale::Count.value(Scale::Count.positions()), 10_000.0);
        assert_eq!(Scale::Count.value(Scale::Count.position(30.0)), 30.0);
    }

    #[test]
    fn values_off_the_scale_stand_at_its_ends() {
        assert_eq!(Scale::Log { low: -3, high: 0 }.position(1e9), 120);
        assert_eq!(Scale::Log { low: -3, high: 0 }.position(0.0), 0);
        assert_eq!(Scale::NearOne { digits: 4 }.position(1.0), 160);
    }
}
