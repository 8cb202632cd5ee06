//! The names that a formula may hold.

use super::program::{Function, Operation};
use std::f64::consts::{E, PI};

/// What a name means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Name {
    /// A parameter or a constant.
    Value(Operation),
    /// A function with its arguments in parentheses, or one argument without.
    Function(Function),
    /// `pow(x, 2)`, as programs write a power.
    Power,
    /// `log`, which is the natural logarithm in programs and that to the base of 10 in schools.
    Logarithm,
}

/// Other names of functions: those of programs and of other countries.
const ALIASES: [(&str, Function); 8] = [
    ("arcsin", Function::Asin),
    ("arccos", Function::Acos),
    ("arctan", Function::Atan),
    ("tg", Function::Tan),
    ("fabs", Function::Abs),
    ("minimum", Function::Min),
    ("maximum", Function::Max),
    ("lg", Function::Log10),
];

impl Name {
    /// The meaning of a word in small letters, where it has one as a whole.
    pub(super) fn of(word: &str) -> Option<Self> {
        Some(match word {
            "x" => Self::Value(Operation::X),
            "y" => Self::Value(Operation::Y),
            "pi" => Self::Value(Operation::Number(PI)),
            "e" => Self::Value(Operation::Number(E)),
            "pow" | "power" => Self::Power,
            "log" => Self::Logarithm,
            _ => {
                let own = Function::ALL.into_iter().find(|it| it.name() == word);
                let alias = || ALIASES.iter().find(|it| it.0 == word).map(|it| it.1);
                Self::Function(own.or_else(alias)?)
            }
        })
    }
}

/// Splits a word that stands for a product, such as `xy`, `2pix` or `xsin`, into names, the
/// longest first; gives their ends. `None` where it is not made of names.
pub(super) fn split(word: &str) -> Option<Vec<usize>> {
    // For each place the end of the longest name from there after which the rest splits too.
    let n = word.len();
    let mut ends = vec![None; n];
    for from in (0..n).rev() {
        let longest = (from + 1..=n).rev();
        let mut splits = longest.filter(|&to| to == n || ends[to].is_some());
        ends[from] = splits.find(|&to| word.get(from..to).and_then(Name::of).is_some());
    }
    let mut found = Vec::new();
    let mut at = 0;
    while at < n {
        at = ends[at]?;
        found.push(at);
    }
    Some(found)
}
