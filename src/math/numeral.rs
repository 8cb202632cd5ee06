//! Numbers as text, and back.
//!
//! Both directions are exact: the shortest digits that read back to the same number,
//! and the number nearest to some digits. The standard library's code and tables for
//! that weigh 20 kB in a browser, whose own are as exact and free. So the two
//! primitives come from the platform: from `std`, or with the feature `web` from what
//! `install` was given. Everything else is done here, the same for both.

use super::joined;

/// The digits of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// Whether there is a minus.
    pub is_negative: bool,
    /// Significant digits, the first not 0, none where the number is 0.
    pub digits: String,
    /// The power of ten of the first digit.
    pub exponent: i32,
}

/// Reads a decimal number: digits with or without a sign, a point, an exponent.
///
/// Names of infinity, other bases and anything around the number are refused. A number
/// too large is infinite.
pub fn parse(text: &str) -> Option<f64> {
    is_decimal(text).then(|| platform::parse(text))
}

fn is_decimal(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let is_mantissa = digits(whole) && digits(fraction) && whole.len() + fraction.len() > 0;
    is_mantissa
        && exponent.is_none_or(|exponent| {
            let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
            !exponent.is_empty() && digits(exponent)
        })
}

impl Numeral {
    /// The shortest digits that read back to the number; `None` where it is not finite.
    pub fn of(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let text = platform::scientific(value.abs());
        let (mantissa, exponent) = text.split_once('e')?;
        let digits = mantissa.replace('.', "");
        let digits = digits.trim_matches('0');
        Some(Self {
            is_negative: value < 0.0,
            digits: digits.to_owned(),
            exponent: match digits {
                "" => 0,
                _ => exponent.trim_start_matches('+').parse().ok()?,
            },
        })
    }

    /// The number with at most `n` digits, at least one; halves are rounded up.
    pub fn rounded(mut self, n: usize) -> Self {
        let n = n.max(1);
        if self.digits.len() <= n {
            return self;
        }
        let rounds_up = self.digits.as_bytes()[n] >= b'5';
        self.digits.truncate(n);
        if rounds_up {
            let kept = self.digits.trim_end_matches('9').len();
            self.digits.truncate(kept);
            match self.digits.pop() {
                Some(last) => self.digits.push(char::from(last as u8 + 1)),
                None => {
                    self.digits.push('1');
                    self.exponent += 1;
                }
            }
        }
        let kept = self.digits.trim_end_matches('0').len();
        self.digits.truncate(kept);
        self
    }

    /// Without a power of ten, such as `-0.012`.
    pub fn plain(&self) -> String {
        let after_first = self.digits.len() as i32 - 1;
        self.signed(&plain(&self.digits, self.exponent - after_first))
    }

    /// The digits with a point after the first, such as `-1.2`.
    pub fn mantissa(&self) -> String {
        let after_first = self.digits.len() as i32 - 1;
        self.signed(&plain(&self.digits, -after_first))
    }

    fn signed(&self, text: &str) -> String {
        let sign = if self.is_negative { "-" } else { "" };
        joined(&[sign, text], "")
    }
}

/// The shortest text that reads back to the same number: `0.95`, `1e-7`.
pub fn shortest(value: f64) -> String {
    let Some(numeral) = Numeral::of(value) else {
        let name = if value.is_nan() { "NaN" } else { "Infinity" };
        let sign = if value < 0.0 { "-" } else { "" };
        return joined(&[sign, name], "");
    };
    match numeral.exponent {
        -5..15 => numeral.plain(),
        exponent => joined(&[numeral.mantissa(), exponent.to_string()], "e"),
    }
}

/// The same without a power of ten: `0.0000001`.
pub fn plain_text(value: f64) -> String {
    Numeral::of(value).map_or_else(|| shortest(value), |numeral| numeral.plain())
}

/// A number, rounded to so many digits, as the double nearest to that decimal.
pub fn significant(value: f64, n_digits: i32) -> f64 {
    if value == 0.0 {
        return value;
    }
    // A power of ten may come out of a logarithm a little too small.
    let exponent = f64::floor(libm::log10(value.abs()) + 1e-9);
    decimals(value, n_digits - 1 - exponent as i32)
}

/// A number, rounded to so many decimals, or to a power of ten where that is negative.
pub fn decimals(value: f64, n_decimals: i32) -> f64 {
    // Powers that are whole numbers are exact, so that the result is the nearest to its decimals.
    let unit = libm::exp10(f64::from(n_decimals.abs()));
    match n_decimals {
        // Too small to be rounded.
        _ if !unit.is_normal() => value,
        ..0 => libm::round(value / unit) * unit,
        0.. => libm::round(value * unit) / unit,
    }
}

/// 10 to the exponent, rounded to so many digits.
pub fn power(exponent: f64, n_digits: i32) -> f64 {
    significant(libm::exp10(exponent), n_digits)
}

/// The integer `digits` times a power of ten: `12` and −3 make `0.012`.
///
/// Zeros at the end of a fraction are left out.
pub fn plain(digits: &str, exponent: i32) -> String {
    if digits.is_empty() {
        return "0".to_owned();
    }
    if exponent >= 0 {
        return joined(&[digits, &"0".repeat(exponent as usize)], "");
    }
    let places = exponent.unsigned_abs() as usize;
    let missing = (places + 1).saturating_sub(digits.len());
    let padded = joined(&["0".repeat(missing).as_str(), digits], "");
    let (whole, fraction) = padded
        .split_at_checked(padded.len() - places)
        .unwrap_or_default();
    match fraction.trim_end_matches('0') {
        "" => whole.to_owned(),
        fraction => joined(&[whole, fraction], "."),
    }
}

#[cfg(not(feature = "web"))]
mod platform {
    pub(super) fn parse(text: &str) -> f64 {
        text.parse().unwrap_or(f64::NAN)
    }

    pub(super) fn scientific(value: f64) -> String {
        format!("{value:e}")
    }
}

#[cfg(feature = "web")]
pub use platform::{Platform, install};

#[cfg(feature = "web")]
mod platform {
    use std::sync::OnceLock;

    /// What a platform offers.
    #[derive(Clone, Copy, Debug)]
    pub struct Platform {
        /// The number nearest to a decimal text.
        pub parse: fn(&str) -> f64,
        /// The shortest digits of a finite number that is not negative, with a power of
        /// ten, such as `1.25e-7` or `1e+21`.
        pub scientific: fn(f64) -> String,
    }

    static PLATFORM: OnceLock<Platform> = OnceLock::new();

    /// Gives the platform's primitives, once, before any number is read or written.
    pub fn install(platform: Platform) {
        PLATFORM.get_or_init(|| platform);
    }

    pub(super) fn parse(text: &str) -> f64 {
        PLATFORM.get().map_or(f64::NAN, |it| (it.parse)(text))
    }

    pub(super) fn scientific(value: f64) -> String {
        PLATFORM
            .get()
            .map_or_else(String::new, |it| (it.scientific)(value))
    }
}

#[cfg(all(test, not(feature = "web")))]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: f64, expect: &str) {
        assert_eq!(shortest(value), expect);
        assert_eq!(parse(expect), Some(value));
    }

    #[test]
    fn the_shortest_text_reads_back() {
        check(0.0, "0");
        check(0.95, "0.95");
        check(-7.0, "-7");
        check(1e-7, "1e-7");
        check(-2.5e-300, "-2.5e-300");
        check(1e300, "1e300");
        check(0.00001, "0.00001");
        check(123456789012345.0, "123456789012345");
        check(f64::MIN_POSITIVE, "2.2250738585072014e-308");
        check(0.1 + 0.2, "0.30000000000000004");
        let mut random = fastrand::Rng::with_seed(9);
        for _ in 0..10_000 {
            let value = f64::from_bits(random.u64(..));
            if value.is_finite() {
                assert_eq!(parse(&shortest(value)), Some(value));
            }
        }
    }

    #[test]
    fn only_decimal_numbers_are_read() {
        for text in [
            "", ".", "-", "1e", "e5", "1e+", "0x10", "inf", "NaN", "1_0", " 1", "1,5", "--1",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
        assert_eq!(parse("+.5"), Some(0.5));
        assert_eq!(parse("5."), Some(5.0));
        assert_eq!(parse("1e999"), Some(f64::INFINITY));
    }

    #[track_caller]
    fn check_rounded(value: f64, n: usize, expect: &str) {
        let numeral = Numeral::of(value).map(|numeral| numeral.rounded(n).plain());
        assert_eq!(numeral.as_deref(), Some(expect));
    }

    #[test]
    fn rounding_carries() {
        check_rounded(1.0625, 4, "1.063");
        check_rounded(9.9996, 4, "10");
        check_rounded(-0.019996, 3, "-0.02");
        check_rounded(1234567.0, 2, "1200000");
        check_rounded(1.2, 5, "1.2");
        check_rounded(99.5, 2, "100");
    }
}
