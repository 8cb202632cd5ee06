//! Sums whose printed terms add up to their printed result.

use crate::math::numeral::{self, Numeral};
use crate::view::number::superscript;

/// A sum as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The terms, without the signs between them.
    pub terms: Vec<String>,
    /// The result.
    pub result: String,
    /// Whether the printed terms add up to the printed result, digit by digit. Where no
    /// number of digits makes them, a reader has to see ≈ instead of =.
    pub adds_up: bool,
    scale: Scale,
    units: Vec<i64>,
}

/// Significant digits of the largest number of a sum: no fewer, and no more.
const DIGITS: std::ops::RangeInclusive<i32> = 4..=15;

/// Digits of a factor: no fewer, and no more.
const FACTOR_DIGITS: std::ops::RangeInclusive<usize> = 4..=13;

/// The common look of the numbers of one sum: whole numbers of 10^`unit`, written as
/// multiples of 10^`power`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Scale {
    unit: i32,
    power: i32,
}

impl Sum {
    /// Prints `result = ±term ±term …`, with as few digits as let the sum come out.
    ///
    /// All numbers have the same decimals. Rounding three numbers to four digits breaks
    /// a sum every fourth time; a further digit is another try. No number is printed
    /// but as what it rounds to.
    pub fn new(terms: &[(f64, bool)], result: f64) -> Self {
        let all = || terms.iter().map(|term| term.0).chain([result]);
        let top = all().filter_map(exponent).max().unwrap_or(0);
        let power = if (-4..5).contains(&top) { 0 } else { top };
        let least = if power == 0 {
            (*DIGITS.start()).max(top + 1)
        } else {
            *DIGITS.start()
        };
        let round = |digits: i32| {
            let unit = top - digits + 1;
            let units: Vec<i64> = all().map(|value| in_units(value, unit)).collect();
            (Scale { unit, power }, units)
        };
        let sum = |units: &[i64]| -> i64 {
            let signed = units.iter().zip(terms);
            signed.map(|(n, term)| if term.1 { -n } else { *n }).sum()
        };
        let mut tries = (least..=*DIGITS.end()).map(round);
        let found = tries.find(|(_, units)| units.last() == Some(&sum(units)));
        let adds_up = found.is_some();
        let (mut scale, mut units) = found.unwrap_or_else(|| round(least));
        // Zeros that all numbers end with say nothing, unless they show that a number
        // was rounded to them.
        let is_idle = |units: &[i64]| {
            let mut pairs = units.iter().zip(all());
            pairs.all(|(n, value)| n % 10 == 0 && (*n != 0 || value == 0.0))
        };
        while scale.unit < scale.power && is_idle(&units) {
            units.iter_mut().for_each(|n| *n /= 10);
            scale.unit += 1;
        }
        let mut texts: Vec<String> = (units.iter().zip(all()))
            .map(|(&n, value)| scale.text(n, value))
            .collect();
        let result = texts.pop().unwrap_or_default();
        Self {
            terms: texts,
            result,
            adds_up,
            scale,
            units,
        }
    }

    /// The fewest digits at which the factors of a term give the printed term: `value`
    /// computes it from factors rounded by the function it gets.
    pub fn factor_digits(&self, term: usize, value: impl Fn(&dyn Fn(f64) -> f64) -> f64) -> usize {
        let printed = self.units.get(term).copied();
        let gives = |digits: &usize| {
            let product = value(&|factor| rounded(factor, *digits));
            Some(in_units(product, self.scale.unit)) == printed
        };
        let least = *FACTOR_DIGITS.start();
        FACTOR_DIGITS.into_iter().find(gives).unwrap_or(least)
    }
}

impl Scale {
    fn text(self, n: i64, value: f64) -> String {
        if value == 0.0 {
            return "0".to_owned();
        }
        let places = (self.power - self.unit).max(0) as usize;
        let zeros = "0".repeat((self.unit - self.power).max(0) as usize);
        let digits = [n.unsigned_abs().to_string(), zeros].concat();
        let missing = (places + 1).saturating_sub(digits.len());
        let digits = ["0".repeat(missing), digits].concat();
        let (whole, fraction) = digits.split_at(digits.len() - places);
        let sign = if n < 0 { "\u{2212}" } else { "" };
        let point = if fraction.is_empty() { "" } else { "." };
        let power = match self.power {
            0 => String::new(),
            power => ["×10", &superscript(power)].concat(),
        };
        [sign, whole, point, fraction, &power].concat()
    }
}

/// The power of ten of the first digit; `None` for 0.
fn exponent(value: f64) -> Option<i32> {
    let numeral = Numeral::of(value)?;
    (!numeral.digits.is_empty()).then_some(numeral.exponent)
}

/// The nearest whole number of 10^`unit`, halves away from 0.
fn in_units(value: f64, unit: i32) -> i64 {
    let Some(numeral) = Numeral::of(value) else {
        return 0;
    };
    let sign = if numeral.is_negative { -1 } else { 1 };
    let kept = numeral.exponent - unit + 1;
    if kept <= 0 {
        let rounds_up = kept == 0 && numeral.digits.as_bytes().first() >= Some(&b'5');
        return if rounds_up { sign } else { 0 };
    }
    let numeral = numeral.rounded(kept as usize);
    let zeros = numeral.exponent - unit + 1 - numeral.digits.len() as i32;
    let digits = [numeral.digits, "0".repeat(zeros.max(0) as usize)].concat();
    digits.parse().map_or(0, |n: i64| sign * n)
}

fn rounded(value: f64, digits: usize) -> f64 {
    let Some(numeral) = Numeral::of(value) else {
        return value;
    };
    let numeral = numeral.rounded(digits);
    let text = [numeral.mantissa(), numeral.exponent.to_string()].join("e");
    numeral::parse(&text).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(terms: &[(f64, bool)], result: f64, expect: &str) {
        let sum = Sum::new(terms, result);
        let text = format!("{} = {}", sum.result, sum.terms.join(" "));
        assert_eq!(text, expect);
        assert!(sum.adds_up);
    }

    #[test]
    fn the_first_step_of_the_book_needs_no_more_than_its_digits() {
        check(
            &[(-7.0, false), (-0.665, true)],
            -6.335,
            "−6.335 = −7.000 −0.665",
        );
        check(&[(2.0, false), (3.8, true)], -1.8, "−1.8 = 2.0 3.8");
    }

    #[test]
    fn digits_are_added_until_the_sum_comes_out() {
        // 1.0004 + 1.0004 = 2.0008: with three decimals 1.000 + 1.000 would be 2.001.
        check(
            &[(1.0004, false), (1.0004, false)],
            2.0008,
            "2.0008 = 1.0004 1.0004",
        );
    }

    #[test]
    fn a_term_too_small_for_the_decimals_is_not_an_exact_zero() {
        check(
            &[(-7.0, false), (1e-9, true)],
            -7.000000001,
            "−7.000 = −7.000 0.000",
        );
        check(&[(-7.0, false), (0.0, true)], -7.0, "−7 = −7 0");
    }

    #[test]
    fn large_and_small_sums_share_a_power_of_ten() {
        check(
            &[(1.5e-30, false), (-2.5e-31, true)],
            1.75e-30,
            "1.75×10⁻³⁰ = 1.50×10⁻³⁰ −0.25×10⁻³⁰",
        );
        check(
            &[(123456.0, false), (6.0, true)],
            123450.0,
            "1.235×10⁵ = 1.235×10⁵ 0.000×10⁵",
        );
    }

    #[test]
    fn thousands_of_random_sums_add_up() {
        let mut rng = fastrand::Rng::with_seed(3);
        let mut failures = 0;
        for _ in 0..20_000 {
            let n = rng.usize(2..=3);
            let spread = rng.f64() * 12.0;
            let center = rng.f64() * 40.0 - 20.0;
            let mut random = || {
                let size = libm::exp10(center + (rng.f64() - 0.5) * spread);
                (if rng.bool() { size } else { -size }, rng.bool())
            };
            let terms: Vec<(f64, bool)> = (0..n).map(|_| random()).collect();
            let signed = terms
                .iter()
                .map(|term| if term.1 { -term.0 } else { term.0 });
            let sum = Sum::new(&terms, signed.sum());
            let shown: i64 = sum.units[..n]
                .iter()
                .zip(&terms)
                .map(|(units, term)| if term.1 { -units } else { *units })
                .sum();
            assert_eq!(sum.adds_up, shown == sum.units[n]);
            failures += usize::from(!sum.adds_up);
        }
        assert!(failures <= 2, "{failures}");
    }
}
