//! A range of values along an axis, and the ticks on it.
//!
//! Values of any size that a run can reach, from 1e-308 to 1e308 and of both signs,
//! become a share between 0 and 1 here, before a drawing library sees a number.

use super::decimal::{Decimal, Notation};
use super::text::Voice;
use crate::math::Span;

/// Every axis has at least so many numbers on it.
pub(crate) const MIN_TICKS: usize = 3;

/// A linear range is at least this long: shorter ones are beyond the reach of ticks.
const SHORTEST: f64 = 1e-280;

/// A linear range of values is at least this share of its larger end, so that numbers at
/// neighboring ticks differ within a few digits.
const NARROWEST: f64 = 1e-5;

/// The same of a range that is to be shown exactly: what floating-point numbers can tell apart.
const EXACT: f64 = 1e-10;

/// Room above and below a logarithmic range, as a share of it.
const ROOM: f64 = 0.04;

/// Most digits of a number before a power of ten.
const MOST_DIGITS: i32 = 5;

/// A mark with its number.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tick {
    /// Where along the axis, from 0 to 1.
    pub(crate) share: f64,
    /// The number as it is written.
    pub(crate) label: String,
}

/// An axis: it turns values into shares of its length.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Axis {
    /// The ends, as logarithms to base 10 on a logarithmic axis.
    ends: Span,
    is_log: bool,
    /// Numbered marks, rising.
    pub(crate) ticks: Vec<Tick>,
    /// Marks without a number.
    pub(crate) minor: Vec<f64>,
}

impl Axis {
    /// The linear axis over exactly this range, with about `n` ticks at most.
    pub(crate) fn exact(range: Span, n: usize) -> Self {
        Self::linear_over(widened(range, EXACT), n)
    }

    /// A linear axis for values in this range, with some room above and below, and
    /// down to 0 where that costs little.
    pub(crate) fn linear(range: Span, n: usize) -> Self {
        let mut range = range;
        if range.low > 0.0 && range.low < range.high / 2.0 {
            range.low = 0.0;
        }
        let room = half(range) * 0.08;
        let low = if range.low == 0.0 {
            0.0
        } else {
            range.low - room
        };
        let finite = |value: f64| value.clamp(f64::MIN, f64::MAX);
        let range = Span::new(finite(low), finite(range.high + room));
        Self::linear_over(widened(range, NARROWEST), n)
    }

    /// The numbers at its ticks.
    pub(crate) fn labels(&self) -> Vec<&str> {
        self.ticks.iter().map(|tick| tick.label.as_str()).collect()
    }

    /// A logarithmic axis for values in this range, both ends positive.
    pub(crate) fn log(range: Span, n: usize) -> Self {
        let (low, high) = (libm::log10(range.low), libm::log10(range.high));
        let short = (1.0 - (high - low)).max(0.0) / 2.0;
        let room = (high - low + 2.0 * short) * ROOM;
        Self::powers(Span::new(low - short - room, high + short + room), n)
    }

    /// The same for losses, with a floor: what lies more than [`DECADES`](Self::DECADES) under
    /// `usual`, the largest loss that counts, has no place, or it would flatten all above it.
    pub(crate) fn losses(range: Span, usual: f64, n: usize) -> Self {
        let floor = libm::log10(usual) - Self::DECADES;
        if libm::log10(range.low) >= floor {
            return Self::log(range, n);
        }
        let high = libm::log10(range.high);
        Self::powers(Span::new(floor, high + (high - floor) * ROOM), n)
    }

    /// How far down a loss axis goes under the largest loss.
    const DECADES: f64 = 8.0;

    /// The logarithmic axis between exactly these powers of ten.
    pub(crate) fn powers(ends: Span, n: usize) -> Self {
        let (ticks, minor) = log_ticks(ends, n);
        Self {
            ends,
            is_log: true,
            ticks,
            minor,
        }
    }

    /// An axis of whole numbers from 0, at least to 2.
    pub(crate) fn counts(last: usize, n: usize) -> Self {
        let ends = Span::new(0.0, last.max(2) as f64);
        let mut axis = Self::linear_over(ends, n);
        if axis.ticks.iter().any(|tick| tick.label.contains('.')) {
            let all = (0..=last.max(2)).map(|digits| tick(digits as i64, 0, ends, Notation::Plain));
            axis.ticks = all.collect();
        }
        axis
    }

    /// The same without ticks whose numbers would run into others, on a horizontal axis of this
    /// length.
    pub(crate) fn thinned(mut self, length: f64) -> Self {
        /// Between two numbers.
        const GAP: f64 = 4.0;

        let mut taken = f64::NEG_INFINITY;
        self.ticks.retain(|tick| {
            let (middle, half) = (tick.share * length, Voice::Number.width(&tick.label) / 2.0);
            let is_free = middle - half >= taken + GAP;
            if is_free {
                taken = middle + half;
            }
            is_free
        });
        self
    }

    /// Where a value lies, from 0 to 1 within the range; `None` for what has no place on
    /// the axis: a number that is not finite, and on a logarithmic axis one that is not positive.
    pub(crate) fn share(&self, value: f64) -> Option<f64> {
        let value = if self.is_log {
            libm::log10(value)
        } else {
            value
        };
        value.is_finite().then(|| share(self.ends, value))
    }

    /// The value at a share of the length. Linear axes only.
    pub(crate) fn value(&self, share: f64) -> f64 {
        self.ends.low + self.ends.length() * share
    }

    fn linear_over(ends: Span, n: usize) -> Self {
        let (unit, exponent) = step(ends, n);
        let step = Decimal {
            digits: unit,
            exponent,
        };
        let (first, last) = multiples(ends, step.value());
        let largest = ends.low.abs().max(ends.high.abs());
        let n_digits = f64::floor(libm::log10(largest)) as i32 - exponent + 1;
        let is_plain = match n_digits {
            ..=MOST_DIGITS => exponent >= -4 && largest < 1e5,
            // A power of ten would not make so many digits shorter.
            _ => exponent >= -9 && largest < 1e9,
        };
        let notation = match is_plain {
            true => Notation::Plain,
            false => Notation::Scientific,
        };
        Self {
            ends,
            is_log: false,
            ticks: (first..=last)
                .map(|k| tick(k * unit, exponent, ends, notation))
                .collect(),
            minor: Vec::new(),
        }
    }
}

/// Half the length of a range: the length itself may overflow.
fn half(range: Span) -> f64 {
    range.high / 2.0 - range.low / 2.0
}

fn share(ends: Span, value: f64) -> f64 {
    (value / 2.0 - ends.low / 2.0) / half(ends)
}

fn tick(digits: i64, exponent: i32, ends: Span, notation: Notation) -> Tick {
    let number = Decimal { digits, exponent };
    Tick {
        share: share(ends, number.value()).clamp(0.0, 1.0),
        label: number.text(notation),
    }
}

/// The range, made long enough to put ticks on it: at least this share of its larger end.
fn widened(range: Span, narrowest: f64) -> Span {
    let largest = range.low.abs().max(range.high.abs());
    let needed = (largest * narrowest).max(SHORTEST);
    if half(range) * 2.0 >= needed {
        return range;
    }
    let room = if largest < SHORTEST {
        1.0
    } else {
        largest / 2.0
    };
    Span::new(
        (range.low - room).max(f64::MIN),
        (range.high + room).min(f64::MAX),
    )
}

/// The first and the last multiple of `step` in the range.
fn multiples(ends: Span, step: f64) -> (i64, i64) {
    // A tick that misses the end by rounding alone is still on the axis.
    let slack = 1e-6;
    (
        f64::ceil(ends.low / step - slack) as i64,
        f64::floor(ends.high / step + slack) as i64,
    )
}

/// The finest of the steps 1, 2, 5, 10, 20 … that gives at most `n` ticks, but at
/// least [`MIN_TICKS`]. A step is its digit and a power of ten.
fn step(ends: Span, n: usize) -> (i64, i32) {
    let size = f64::floor(libm::log10(half(ends))) as i32;
    let mut best = (1, size - 1);
    for exponent in [size + 1, size, size - 1] {
        for digit in [5, 2, 1] {
            let (digits, value) = (
                digit,
                Decimal {
                    digits: digit,
                    exponent,
                }
                .value(),
            );
            if !value.is_finite() {
                continue;
            }
            let (first, last) = multiples(ends, value);
            let count = last.saturating_sub(first).saturating_add(1).max(0) as usize;
            best = (digits, exponent);
            if count >= MIN_TICKS && count > n / 2 {
                return refined(ends, n, best);
            }
        }
    }
    best
}

/// The given step, or one of the next finer ones while they keep to `n` ticks.
fn refined(ends: Span, n: usize, from: (i64, i32)) -> (i64, i32) {
    let mut best = from;
    // Each is at least half as long as the one before.
    for _ in 0..usize::BITS {
        let finer = match best {
            (5, exponent) => (2, exponent),
            (2, exponent) => (1, exponent),
            (_, exponent) => (5, exponent - 1),
        };
        let (digits, exponent) = finer;
        let (first, last) = multiples(ends, Decimal { digits, exponent }.value());
        if last.saturating_sub(first) >= n as i64 {
            return best;
        }
        best = finer;
    }
    best
}

/// Ticks at powers of ten where at least three fit, else between them as well.
fn log_ticks(ends: Span, n: usize) -> (Vec<Tick>, Vec<f64>) {
    let n = n.max(MIN_TICKS);
    let decades = |stride: i32| {
        let (first, last) = multiples(ends, f64::from(stride));
        (first..=last).map(move |k| k as i32 * stride)
    };
    if decades(1).count() >= MIN_TICKS {
        let strides = [1, 2, 3, 5, 10, 20, 30, 50, 100, 200];
        let enough = |stride: &i32| decades(*stride).count() >= MIN_TICKS;
        let fits = |stride: &i32| decades(*stride).count() <= n;
        let coarsest = strides.into_iter().rfind(enough).unwrap_or(1);
        let stride = strides
            .into_iter()
            .find(fits)
            .unwrap_or(coarsest)
            .min(coarsest);
        let ticks = decades(stride).map(|exponent| Tick {
            share: ends.share(f64::from(exponent)),
            label: Decimal {
                digits: 1,
                exponent,
            }
            .text(Notation::Power),
        });
        // Marks between the numbers help only where they can be told apart.
        let minor: Vec<f64> = if stride == 1 {
            between(ends, &[2, 3, 4, 5, 6, 7, 8, 9])
                .map(|number| log_share(ends, number))
                .collect()
        } else if decades(1).count() <= 5 * n {
            decades(1)
                .filter(|exponent| exponent % stride != 0)
                .map(|exponent| ends.share(f64::from(exponent)))
                .collect()
        } else {
            Vec::new()
        };
        return (ticks.collect(), minor);
    }
    let (few, many): (&[i64], &[i64]) = (&[1, 3], &[1, 2, 5]);
    let digits = if between(ends, few).count() >= MIN_TICKS && between(ends, many).count() > n {
        few
    } else {
        many
    };
    let is_plain = ends.low > -4.0 && ends.high < 5.0;
    let notation = if is_plain {
        Notation::Plain
    } else {
        Notation::Scientific
    };
    let ticks = between(ends, digits).map(|number| Tick {
        share: log_share(ends, number),
        label: number.text(notation),
    });
    let minor = between(ends, &[1, 2, 3, 4, 5, 6, 7, 8, 9])
        .filter(|number| !digits.contains(&number.digits))
        .map(|number| log_share(ends, number));
    (ticks.collect(), minor.collect())
}

fn log_share(ends: Span, number: Decimal) -> f64 {
    ends.share(libm::log10(number.digits as f64) + f64::from(number.exponent))
}

/// The numbers with one of the given leading digits between the ends.
fn between(ends: Span, digits: &[i64]) -> impl Iterator<Item = Decimal> {
    let (first, last) = (f64::floor(ends.low) as i32, f64::ceil(ends.high) as i32);
    (first..=last)
        .flat_map(move |exponent| {
            let number = move |&digits: &i64| Decimal { digits, exponent };
            digits.iter().map(number).collect::<Vec<_>>()
        })
        .filter(move |number| (0.0..=1.0).contains(&log_share(ends, *number)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(axis: &Axis) -> Vec<&str> {
        axis.ticks.iter().map(|tick| tick.label.as_str()).collect()
    }

    #[track_caller]
    fn check_sound(axis: &Axis) {
        let (ends, seen) = (axis.ends, labels(axis));
        assert!(ends.low < ends.high, "{ends:?}");
        assert!(ends.low.is_finite() && ends.high.is_finite());
        assert!((MIN_TICKS..=12).contains(&seen.len()), "{ends:?} {seen:?}");
        let shares = axis.ticks.iter().map(|tick| tick.share);
        let shares: Vec<f64> = shares.chain(axis.minor.iter().copied()).collect();
        assert!(shares.iter().all(|s| (0.0..=1.0).contains(s)), "{ends:?}");
        let mut distinct = seen.clone();
        distinct.dedup();
        assert_eq!(distinct, seen, "{ends:?}");
    }

    #[test]
    fn the_domain_of_the_book_has_round_numbers() {
        let axis = Axis::exact(Span::new(-10.0, 10.0), 6);
        assert_eq!(labels(&axis), ["−10", "−5", "0", "5", "10"]);
    }

    #[test]
    fn a_narrow_part_of_the_plane_has_its_own_numbers() {
        let axis = Axis::exact(Span::new(9999.99, 10_000.0), 6);
        let expect = [
            "9999.99", "9999.992", "9999.994", "9999.996", "9999.998", "10000",
        ];
        assert_eq!(labels(&axis), expect);
        let axis = Axis::exact(Span::new(999_999.99, 1e6), 3);
        assert_eq!(labels(&axis), ["999999.99", "999999.995", "1000000"]);
        let axis = Axis::exact(Span::new(-1e6, 1e6), 5);
        assert_eq!(labels(&axis), ["−1×10⁶", "−5×10⁵", "0", "5×10⁵", "1×10⁶"]);
    }

    #[test]
    fn few_decades_are_all_numbered() {
        let axis = Axis::log(Span::new(7e-4, 7.0), 8);
        assert_eq!(labels(&axis), ["10⁻³", "10⁻²", "10⁻¹", "10⁰", "10¹"]);
    }

    #[test]
    fn many_decades_are_numbered_by_strides() {
        let axis = Axis::log(Span::new(1e-34, 6.0), 6);
        assert_eq!(labels(&axis), ["10⁻³⁰", "10⁻²⁰", "10⁻¹⁰", "10⁰"]);
    }

    #[test]
    fn less_than_a_decade_is_numbered_between_the_powers() {
        let axis = Axis::log(Span::new(2.0, 6.0), 6);
        assert_eq!(labels(&axis), ["1", "2", "5", "10"]);
    }

    #[test]
    fn huge_values_have_huge_numbers() {
        let axis = Axis::linear(Span::new(4.0, 7.3e299), 6);
        assert_eq!(labels(&axis), ["0", "2×10²⁹⁹", "4×10²⁹⁹", "6×10²⁹⁹"]);
    }

    #[test]
    fn steps_are_whole_numbers() {
        assert_eq!(labels(&Axis::counts(1, 8)), ["0", "1", "2"]);
        assert_eq!(labels(&Axis::counts(3, 8)), ["0", "1", "2", "3"]);
        assert_eq!(
            labels(&Axis::counts(30, 8)),
            ["0", "5", "10", "15", "20", "25", "30"]
        );
        assert_eq!(labels(&Axis::counts(10_000, 3)), ["0", "5000", "10000"]);
    }

    #[test]
    fn any_range_has_a_sound_axis() {
        let mut rng = fastrand::Rng::with_seed(11);
        for round in 0..20_000 {
            let mut value = || {
                let size = libm::exp10(rng.f64() * 600.0 - 300.0);
                if rng.bool() { size } else { -size }
            };
            let (a, b) = (value(), value());
            let b = match round % 4 {
                0 => a,
                1 => a * (1.0 + 1e-12),
                _ => b,
            };
            let range = Span::new(a.min(b), a.max(b));
            let n = round % 9 + 1;
            check_sound(&Axis::linear(range, n));
            check_sound(&Axis::exact(range, n));
            let positive = Span::new(a.abs().min(b.abs()), a.abs().max(b.abs()));
            check_sound(&Axis::log(positive, n));
            check_sound(&Axis::counts(round, n));
        }
        for end in [0.0, 5e-324, f64::MIN_POSITIVE, 1.0, f64::MAX, f64::MIN] {
            check_sound(&Axis::linear(Span::new(end, end), 5));
            check_sound(&Axis::exact(Span::new(end.min(0.0), end.max(0.0)), 5));
        }
        check_sound(&Axis::linear(Span::new(f64::MIN, f64::MAX), 5));
        check_sound(&Axis::log(Span::new(5e-324, f64::MAX), 5));
    }

    #[test]
    fn shares_are_never_clamped() {
        let axis = Axis::exact(Span::new(-1.0, 1.0), 5);
        assert_eq!(axis.share(3.0), Some(2.0));
        assert_eq!(axis.share(f64::NAN), None);
        let axis = Axis::log(Span::new(1.0, 100.0), 5);
        assert_eq!(axis.share(0.0), None);
        assert_eq!(axis.share(-1.0), None);
    }
}
