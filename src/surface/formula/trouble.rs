//! Why a formula has no numbers at a point: found by the first operation without any.

use super::dual::Dual;
use super::program::{Function, Operation, Program};
use crate::math::Point;
use crate::surface::Trouble;

impl Program {
    /// What is wrong at a point where value and gradient are not both finite.
    pub(super) fn trouble(&self, at: Point) -> Trouble {
        let mut first = None;
        let result = self.evaluate_by(at, |operation, left, right, result| {
            let is_sound = |it: Dual| it.value.is_finite() && it.gradient.is_finite();
            if first.is_none() && !is_sound(result) {
                let is_large = is_overflow(operation, left, right, result);
                first = Some((is_large, result.value.is_finite()));
            }
        });
        // An infinite value within may vanish again, as in 1/∞.
        match (first, result.value.is_finite()) {
            (Some((false, _)), true) => Trouble::UndefinedGradient,
            (Some((false, _)), false) => Trouble::UndefinedLoss,
            (Some((true, false)), true) => Trouble::LargeWithin,
            _ => Trouble::TooLarge,
        }
    }
}

/// Whether finite operands lead to a number that is too large, rather than to none.
fn is_overflow(operation: Operation, left: Dual, right: Dual, result: Dual) -> bool {
    if result.value.is_nan() {
        return false;
    }
    match operation {
        Operation::Divide => right.value != 0.0,
        Operation::Power => left.value > 0.0 || (left.value < 0.0 && result.value.is_infinite()),
        Operation::Call(function) => !matches!(
            function,
            Function::Sqrt | Function::Ln | Function::Log10 | Function::Asin | Function::Acos
        ),
        _ => true,
    }
}
