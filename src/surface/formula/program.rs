//! A formula as a list of operations on a stack.

use super::dual::Dual;
use crate::math::{Point, Vec2};

/// A function that a formula may call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the functions' own")]
pub enum Function {
    Sin,
    Cos,
    Tan,
    Asin,
    Acos,
    Atan,
    Sinh,
    Cosh,
    Tanh,
    Exp,
    Ln,
    Log10,
    Sqrt,
    Abs,
    Min,
    Max,
}

impl Function {
    /// All functions.
    pub const ALL: [Self; 16] = [
        Self::Sin,
        Self::Cos,
        Self::Tan,
        Self::Asin,
        Self::Acos,
        Self::Atan,
        Self::Sinh,
        Self::Cosh,
        Self::Tanh,
        Self::Exp,
        Self::Ln,
        Self::Log10,
        Self::Sqrt,
        Self::Abs,
        Self::Min,
        Self::Max,
    ];

    /// The name in formulas.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sin => "sin",
            Self::Cos => "cos",
            Self::Tan => "tan",
            Self::Asin => "asin",
            Self::Acos => "acos",
            Self::Atan => "atan",
            Self::Sinh => "sinh",
            Self::Cosh => "cosh",
            Self::Tanh => "tanh",
            Self::Exp => "exp",
            Self::Ln => "ln",
            Self::Log10 => "log10",
            Self::Sqrt => "sqrt",
            Self::Abs => "abs",
            Self::Min => "min",
            Self::Max => "max",
        }
    }

    /// How many arguments it takes.
    pub const fn arity(self) -> usize {
        match self {
            Self::Min | Self::Max => 2,
            _ => 1,
        }
    }

    fn of(self, a: Dual) -> Dual {
        let t = a.value;
        match self {
            Self::Sin => a.map(libm::sin(t), libm::cos(t)),
            Self::Cos => a.map(libm::cos(t), -libm::sin(t)),
            Self::Tan => {
                let tan = libm::tan(t);
                a.map(tan, 1.0 + tan * tan)
            }
            Self::Asin => a.map(libm::asin(t), 1.0 / f64::sqrt(1.0 - t * t)),
            Self::Acos => a.map(libm::acos(t), -1.0 / f64::sqrt(1.0 - t * t)),
            Self::Atan => a.map(libm::atan(t), 1.0 / (1.0 + t * t)),
            Self::Sinh => a.map(libm::sinh(t), libm::cosh(t)),
            Self::Cosh => a.map(libm::cosh(t), libm::sinh(t)),
            Self::Tanh => {
                let tanh = libm::tanh(t);
                a.map(tanh, 1.0 - tanh * tanh)
            }
            Self::Exp => {
                let exp = libm::exp(t);
                a.map(exp, exp)
            }
            Self::Ln => a.map(libm::log(t), 1.0 / t),
            Self::Log10 => a.map(libm::log10(t), std::f64::consts::LOG10_E / t),
            Self::Sqrt => {
                let root = f64::sqrt(t);
                a.map(root, 0.5 / root)
            }
            // At the kink it is 0, and without a value there is none.
            Self::Abs => a.map(
                t.abs(),
                match () {
                    () if t < 0.0 => -1.0,
                    () if t > 0.0 => 1.0,
                    () => t,
                },
            ),
            Self::Min | Self::Max => a,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Operation {
    Number(f64),
    X,
    Y,
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Call(Function),
}

/// Operations in the order of their execution. The parser makes only lists that
/// leave one value.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Program(Vec<Operation>);

impl Program {
    /// x²/20 + y².
    pub(super) fn ravine() -> Self {
        use Operation::{Add, Divide, Number, Power, X, Y};
        let square = [Number(2.0), Power];
        let mut program = Self(vec![X]);
        program.0.extend(square);
        program.0.extend([Number(20.0), Divide, Y]);
        program.0.extend(square);
        program.0.push(Add);
        program
    }

    pub(super) fn push(&mut self, operation: Operation) {
        self.0.push(operation);
    }

    /// The operations, in the order of their execution.
    pub(super) fn operations(&self) -> &[Operation] {
        &self.0
    }

    pub(super) fn evaluate(&self, at: Point) -> Dual {
        self.evaluate_by(at, |_, _, _, _| {})
    }

    /// The same; `see` is shown each operation with its operands (of which the first stands
    /// for both where there is one) and its result.
    #[inline(always)]
    pub(super) fn evaluate_by(
        &self,
        at: Point,
        mut see: impl FnMut(Operation, Dual, Dual, Dual),
    ) -> Dual {
        let mut stack = Stack::default();
        for &operation in &self.0 {
            let result = match operation {
                Operation::Number(value) => Dual::constant(value),
                Operation::X => Dual {
                    value: at.x,
                    gradient: Vec2::new(1.0, 0.0),
                },
                Operation::Y => Dual {
                    value: at.y,
                    gradient: Vec2::new(0.0, 1.0),
                },
                Operation::Negate => stack.pop().negate(),
                Operation::Call(function) if function.arity() == 1 => {
                    let argument = stack.pop();
                    let result = function.of(argument);
                    see(operation, argument, argument, result);
                    result
                }
                binary => {
                    let right = stack.pop();
                    let left = stack.pop();
                    let result = combine(binary, left, right);
                    see(operation, left, right, result);
                    result
                }
            };
            stack.push(result);
        }
        stack.pop()
    }
}

fn combine(operation: Operation, left: Dual, right: Dual) -> Dual {
    match operation {
        Operation::Add => left.add(right),
        Operation::Subtract => left.add(right.negate()),
        Operation::Multiply => left.multiply(right),
        Operation::Divide => left.divide(right),
        Operation::Power => left.power(right),
        Operation::Call(_) if right.value == left.value => left.mean_with(right),
        Operation::Call(Function::Min) if right.value < left.value => right,
        Operation::Call(Function::Max) if right.value > left.value => right,
        // A minimum or maximum of NaN is NaN.
        _ if right.value.is_nan() => right,
        _ => left,
    }
}

/// Deep enough for what [`MAX_DEPTH`](super::MAX_DEPTH) lets through, so that nothing
/// is allocated for an evaluation.
struct Stack {
    values: [Dual; Self::SIZE],
    n: usize,
}

impl Stack {
    /// A level of nesting holds at most a sum, a product, a power and an argument.
    const SIZE: usize = 4 * super::MAX_DEPTH + 4;

    fn push(&mut self, value: Dual) {
        self.values[self.n] = value;
        self.n += 1;
    }

    fn pop(&mut self) -> Dual {
        self.n -= 1;
        self.values[self.n]
    }
}

impl Default for Stack {
    fn default() -> Self {
        Self {
            values: [Dual::constant(0.0); Self::SIZE],
            n: 0,
        }
    }
}
