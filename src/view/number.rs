//! Numbers as the interface prints them.

use crate::math::joined;
use crate::math::numeral::{Numeral, shortest};

/// A number with up to four digits: `0.01333`, `−7`, `1.2×10⁻⁴`.
pub fn readable(value: f64) -> String {
    rounded(value, 4)
}

/// A number with up to `digits` significant digits, zeros at its end left out.
pub fn rounded(value: f64, digits: usize) -> String {
    let Some(numeral) = Numeral::of(value).map(|numeral| numeral.rounded(digits)) else {
        return shortest(value);
    };
    match numeral.exponent {
        -4..5 => with_minus(&numeral.plain()),
        _ => scientific(&numeral),
    }
}

/// Its digits with a power of ten: `1.2×10⁻⁴`.
pub(crate) fn scientific(numeral: &Numeral) -> String {
    let parts = [numeral.mantissa(), superscript(numeral.exponent)];
    with_minus(&joined(&parts, "×10"))
}

/// All digits of a number, as a table of values shows it.
pub fn exact(value: f64) -> String {
    with_minus(&shortest(value))
}

/// With the minus sign of typeset numbers, U+2212.
pub(crate) fn with_minus(text: &str) -> String {
    text.replace('-', "\u{2212}")
}

/// A whole number in raised figures: `⁻⁴`.
pub fn superscript(number: i32) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number
        .to_string()
        .chars()
        .map(|c| c.to_digit(10).map_or('⁻', |digit| RAISED[digit as usize]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: f64, expect: &str) {
        assert_eq!(readable(value), expect);
    }

    #[test]
    fn numbers_near_one_are_decimals() {
        check(0.0, "0");
        check(-7.0, "−7");
        check(0.0133268, "0.01333");
        check(1217.9297, "1218");
        check(6.45, "6.45");
    }

    #[test]
    fn large_and_small_numbers_have_powers_of_ten() {
        check(0.000012, "1.2×10⁻⁵");
        check(-3.5e100, "−3.5×10¹⁰⁰");
        check(123456.0, "1.235×10⁵");
        check(1e300, "1×10³⁰⁰");
    }
}
