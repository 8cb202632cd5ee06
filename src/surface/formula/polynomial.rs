//! Whether a formula is of the second degree, read off its operations.

use super::dual::Dual;
use super::program::{Operation, Program};
use crate::math::{Hessian, Point};

/// A polynomial of at most the second degree: the coefficients of 1, x, y, x², xy, y².
#[derive(Clone, Copy)]
struct Polynomial([f64; 6]);

/// Powers of x and y that belong to the coefficients.
const POWERS: [(usize, usize); 6] = [(0, 0), (1, 0), (0, 1), (2, 0), (1, 1), (0, 2)];

impl Polynomial {
    const fn constant(value: f64) -> Self {
        Self([value, 0.0, 0.0, 0.0, 0.0, 0.0])
    }

    fn as_constant(self) -> Option<f64> {
        let [value, rest @ ..] = self.0;
        rest.iter().all(|&c| c == 0.0).then_some(value)
    }

    fn map(self, change: impl Fn(f64) -> f64) -> Self {
        Self(self.0.map(change))
    }

    fn plus(mut self, other: Self) -> Self {
        for (own, more) in self.0.iter_mut().zip(other.0) {
            *own += more;
        }
        self
    }

    /// The product, unless its degree is higher than the second.
    fn times(self, other: Self) -> Option<Self> {
        let mut product = Self::constant(0.0);
        for (a, (ax, ay)) in self.0.into_iter().zip(POWERS) {
            for (b, (bx, by)) in other.0.into_iter().zip(POWERS) {
                if a == 0.0 || b == 0.0 {
                    continue;
                }
                let power = (ax + bx, ay + by);
                let rank = POWERS.iter().position(|&known| known == power)?;
                product.0[rank] += a * b;
            }
        }
        Some(product)
    }

    fn over(self, other: Self) -> Option<Self> {
        let divisor = other.as_constant()?;
        Some(self.map(|c| c / divisor))
    }

    fn raised(self, exponent: Self) -> Option<Self> {
        let n = exponent.as_constant()?;
        match self.as_constant() {
            Some(base) => {
                let power = Dual::constant(base).power(Dual::constant(n));
                Some(Self::constant(power.value))
            }
            None if n == 0.0 => Some(Self::constant(1.0)),
            None if n == 1.0 => Some(self),
            None if n == 2.0 => self.times(self),
            None => None,
        }
    }
}

impl Program {
    /// The second derivatives, where the formula is written as one of the second
    /// degree: sums and products of powers, quotients by constants.
    pub(super) fn curvature(&self) -> Option<Hessian> {
        let mut stack: Vec<Polynomial> = Vec::new();
        for &operation in self.operations() {
            let result = match operation {
                Operation::Number(value) => Polynomial::constant(value),
                Operation::X => Polynomial([0.0, 1.0, 0.0, 0.0, 0.0, 0.0]),
                Operation::Y => Polynomial([0.0, 0.0, 1.0, 0.0, 0.0, 0.0]),
                Operation::Negate => stack.pop()?.map(|c| -c),
                Operation::Call(function) => {
                    let mut arguments = Program::default();
                    for _ in 0..function.arity() {
                        let argument = stack.pop()?.as_constant()?;
                        arguments.push(Operation::Number(argument));
                    }
                    arguments.push(operation);
                    Polynomial::constant(arguments.evaluate(Point::default()).value)
                }
                binary => {
                    let right = stack.pop()?;
                    let left = stack.pop()?;
                    match binary {
                        Operation::Add => left.plus(right),
                        Operation::Subtract => left.plus(right.map(|c| -c)),
                        Operation::Multiply => left.times(right)?,
                        Operation::Divide => left.over(right)?,
                        _ => left.raised(right)?,
                    }
                }
            };
            stack.push(result);
        }
        let Polynomial(coefficients) = stack.pop()?;
        let [.., xx, xy, yy] = coefficients;
        let is_finite = coefficients.iter().all(|c| c.is_finite());
        is_finite.then(|| Hessian::new(2.0 * xx, xy, 2.0 * yy))
    }
}
