//! A formula as an expression in Python.

use super::Formula;
use super::program::{Function, Operation};
use crate::math::numeral;

/// How tightly a piece of text binds in Python, the same as in our formulas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Sum,
    Product,
    Sign,
    Power,
    Atom,
}

struct Piece {
    text: String,
    rank: Rank,
    /// Whether neither x nor y stands in it.
    is_constant: bool,
}

impl Piece {
    fn atom(text: String, is_constant: bool) -> Self {
        Self {
            text,
            rank: Rank::Atom,
            is_constant,
        }
    }

    /// The text, in parentheses where it binds less tightly than that.
    fn at_least(&self, rank: Rank) -> String {
        if self.rank < rank {
            format!("({})", self.text)
        } else {
            self.text.clone()
        }
    }
}

impl Formula {
    /// The formula as an expression in `x` and `y`, and the functions that it calls by
    /// the names of [`Function::python`].
    ///
    /// Where both sides of a division or a power are plain numbers, the left one stands
    /// in `dual(…)`: Python's own numbers refuse what floating-point numbers answer with
    /// infinity or with no number.
    pub fn python(&self) -> (String, Vec<Function>) {
        let mut stack: Vec<Piece> = Vec::new();
        let mut called: Vec<Function> = Vec::new();
        let pop = |stack: &mut Vec<Piece>| {
            // The parser makes only programs that never run out of values.
            stack.pop().unwrap_or(Piece::atom(String::new(), true))
        };
        for &operation in self.program.operations() {
            let piece = match operation {
                Operation::Number(value) => Piece::atom(numeral::shortest(value), true),
                Operation::X => Piece::atom("x".to_owned(), false),
                Operation::Y => Piece::atom("y".to_owned(), false),
                Operation::Negate => {
                    let of = pop(&mut stack);
                    Piece {
                        text: format!("-{}", of.at_least(Rank::Sign)),
                        rank: Rank::Sign,
                        is_constant: of.is_constant,
                    }
                }
                Operation::Call(function) => {
                    if !called.contains(&function) {
                        called.push(function);
                    }
                    let mut arguments: Vec<Piece> =
                        (0..function.arity()).map(|_| pop(&mut stack)).collect();
                    arguments.reverse();
                    let texts: Vec<&str> = arguments.iter().map(|it| it.text.as_str()).collect();
                    // What a function returns is a dual number, constant or not.
                    Piece::atom(
                        format!("{}({})", function.python(), texts.join(", ")),
                        false,
                    )
                }
                binary => {
                    let right = pop(&mut stack);
                    combine(binary, &pop(&mut stack), &right)
                }
            };
            stack.push(piece);
        }
        (pop(&mut stack).text, called)
    }
}

fn combine(operation: Operation, left: &Piece, right: &Piece) -> Piece {
    let (sign, rank, [left_rank, right_rank]) = match operation {
        Operation::Subtract => (" - ", Rank::Sum, [Rank::Sum, Rank::Product]),
        Operation::Multiply => (" * ", Rank::Product, [Rank::Product, Rank::Sign]),
        Operation::Divide => (" / ", Rank::Product, [Rank::Product, Rank::Sign]),
        Operation::Power => ("**", Rank::Power, [Rank::Atom, Rank::Sign]),
        _ => (" + ", Rank::Sum, [Rank::Sum, Rank::Product]),
    };
    let is_constant = left.is_constant && right.is_constant;
    let is_risky = is_constant && matches!(operation, Operation::Divide | Operation::Power);
    let first = if is_risky {
        format!("dual({})", left.text)
    } else {
        left.at_least(left_rank)
    };
    Piece {
        text: [&first, sign, &right.at_least(right_rank)].concat(),
        rank,
        is_constant: is_constant && !is_risky,
    }
}

impl Function {
    /// The name in a script, none of Python's own.
    pub const fn python(self) -> &'static str {
        match self {
            Self::Ln => "log",
            Self::Abs => "fabs",
            Self::Min => "smaller",
            Self::Max => "larger",
            other => other.name(),
        }
    }

    /// The value and the slope of a function of one argument `t` in NumPy; `None` for
    /// the functions of two.
    pub const fn numpy(self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::Sin => ("np.sin(t)", "np.cos(t)"),
            Self::Cos => ("np.cos(t)", "-np.sin(t)"),
            Self::Tan => ("np.tan(t)", "1 + np.tan(t) ** 2"),
            Self::Asin => ("np.arcsin(t)", "1 / np.sqrt(1 - t * t)"),
            Self::Acos => ("np.arccos(t)", "-1 / np.sqrt(1 - t * t)"),
            Self::Atan => ("np.arctan(t)", "1 / (1 + t * t)"),
            Self::Sinh => ("np.sinh(t)", "np.cosh(t)"),
            Self::Cosh => ("np.cosh(t)", "np.sinh(t)"),
            Self::Tanh => ("np.tanh(t)", "1 - np.tanh(t) ** 2"),
            Self::Exp => ("np.exp(t)", "np.exp(t)"),
            Self::Ln => ("np.log(t)", "1 / t"),
            Self::Log10 => ("np.log10(t)", "1 / (t * np.log(10))"),
            Self::Sqrt => ("np.sqrt(t)", "0.5 / np.sqrt(t)"),
            Self::Abs => ("np.abs(t)", "np.sign(t)"),
            Self::Min | Self::Max => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(formula: &str, expect: &str) {
        let formula: Formula = formula.parse().expect("a formula");
        assert_eq!(formula.python().0, expect);
    }

    #[test]
    fn signs_bind_as_they_do_in_the_formula() {
        check("x^2/20 + y^2", "x**2 / 20 + y**2");
        check("-x^2", "-x**2");
        check("(-x)^2", "(-x)**2");
        check("x^y^2", "x**y**2");
        check("(x^y)^2", "(x**y)**2");
        check("x-(y-1)", "x - (y - 1)");
        check("x/(2y)", "x / (2 * y)");
        check("2^-x", "2**-x");
        check("-(x+y)*3", "-(x + y) * 3");
    }

    #[test]
    fn functions_have_names_that_hide_none_of_pythons() {
        check("min(abs(x), ln(y))", "smaller(fabs(x), log(y))");
        check("sin(3x)*exp(-y^2)", "sin(3 * x) * exp(-y**2)");
    }

    #[test]
    fn plain_numbers_divide_like_floating_point_numbers() {
        check("1/(2-2)+x", "dual(1) / (2 - 2) + x");
        check("(0-8)^0.5", "dual(0 - 8)**0.5");
        check("(0-8)^(1/3)", "(0 - 8)**(dual(1) / 3)");
    }
}
