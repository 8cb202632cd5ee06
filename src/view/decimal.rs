//! Numbers at the axes, written exactly: a tick is an integer times a power of ten.

use super::number::{scientific, superscript, with_minus};
use crate::math::joined;
use crate::math::numeral::Numeral;

/// The number `digits × 10^exponent`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decimal {
    pub(crate) digits: i64,
    pub(crate) exponent: i32,
}

/// How the numbers of one axis are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Notation {
    /// `−0.25`
    Plain,
    /// `2.5×10⁻⁷`
    Scientific,
    /// `10⁻⁷`, for powers of ten only.
    Power,
}

impl Decimal {
    /// The nearest floating-point number, or one beside it where it is very small.
    pub(crate) fn value(self) -> f64 {
        let digits = self.digits as f64;
        let power = |exponent: i32| libm::exp10(f64::from(exponent));
        if self.exponent >= 0 {
            return digits * power(self.exponent);
        }
        // A power of ten with a negative exponent is not exact, and one with an
        // exponent over 308 is not finite.
        let first = self.exponent.max(-300);
        digits / power(-first) / power(first - self.exponent)
    }

    /// The number as it stands at the axis, with a true minus sign.
    pub(crate) fn text(self, notation: Notation) -> String {
        let digits = self.digits.unsigned_abs().to_string();
        let numeral = Numeral {
            is_negative: self.digits < 0,
            exponent: self.exponent + digits.len() as i32 - 1,
            digits: digits.trim_end_matches('0').to_owned(),
        };
        match notation {
            _ if self.digits == 0 => "0".to_owned(),
            Notation::Plain => with_minus(&numeral.plain()),
            Notation::Scientific => scientific(&numeral),
            Notation::Power => {
                let sign = if numeral.is_negative { "−" } else { "" };
                joined(&[sign, "10", &superscript(numeral.exponent)], "")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(digits: i64, exponent: i32, notation: Notation, expect: &str) {
        assert_eq!(Decimal { digits, exponent }.text(notation), expect);
    }

    #[test]
    fn plain_numbers_have_no_idle_zeros() {
        check(-25, -1, Notation::Plain, "−2.5");
        check(5, -3, Notation::Plain, "0.005");
        check(20, -1, Notation::Plain, "2");
        check(12, 2, Notation::Plain, "1200");
        check(0, 5, Notation::Plain, "0");
    }

    #[test]
    fn large_and_small_numbers_have_a_power() {
        check(2, 299, Notation::Scientific, "2×10²⁹⁹");
        check(-25, -8, Notation::Scientific, "−2.5×10⁻⁷");
        check(10, 5, Notation::Scientific, "1×10⁶");
    }

    #[test]
    fn powers_of_ten_are_written_bare() {
        check(1, -3, Notation::Power, "10⁻³");
        check(1, 0, Notation::Power, "10⁰");
    }

    #[test]
    fn values_are_the_nearest_numbers() {
        for (digits, exponent, value) in [(15, -1, 1.5), (3, -1, 0.3), (7, 20, 7e20), (2, -4, 2e-4)]
        {
            assert_eq!(Decimal { digits, exponent }.value(), value);
        }
    }
}
