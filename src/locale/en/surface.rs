//! The loss surfaces, in English.

use crate::experiments::race::words::surface::{FormulaWords, SurfaceWords};

/// The words.
pub const WORDS: SurfaceWords = SurfaceWords {
    surface: "Loss function",
    formula: "Formula",
    formula_hint: "An expression in x and y, such as sin(3x)*exp(-y^2) + 0.1x^2",
    ravine: "The book’s anisotropic function",
    rosenbrock: "Rosenbrock",
    himmelblau: "Himmelblau",
    beale: "Beale",
    booth: "Booth",
    styblinski_tang: "Styblinski–Tang",
    rastrigin: "Rastrigin",
    saddle: "Function with a saddle point",
    own_formula: "Your own formula",
    quadratic: "Quadratic function",
    condition: "Condition number κ",
    formula_problem,
};

fn formula_problem(problem: &FormulaWords, at: usize) -> String {
    let what = match problem {
        FormulaWords::Empty => return "Enter an expression, such as x^2/20 + y^2.".to_owned(),
        FormulaWords::TooLong(most) => {
            return format!("The expression is too long: at most {most} characters.");
        }
        FormulaWords::TooDeep => "parentheses or signs are too deeply nested".to_owned(),
        FormulaWords::ValueMissing => {
            "a number, x, y, a function or an opening parenthesis is missing".to_owned()
        }
        FormulaWords::OperatorMissing => "an operator (+ - * / ^) is missing".to_owned(),
        FormulaWords::ParenthesisMissing => "a closing parenthesis ) is missing".to_owned(),
        FormulaWords::BarMissing => "a closing bar | is missing".to_owned(),
        FormulaWords::WhichLogarithm => {
            "log has two meanings; write ln(x) for the natural logarithm, log10(x) for base 10"
                .to_owned()
        }
        FormulaWords::PowerOrProduct(letter, number) => format!(
            "{letter}{number} has two meanings; write {letter}^{number} for the power, {number}{letter} for the product"
        ),
        FormulaWords::ArgumentsMissing(name) => {
            format!("{name} needs parentheses, such as {name}(x)")
        }
        FormulaWords::ArgumentCount(name, 1) => format!("{name} takes 1 argument"),
        FormulaWords::ArgumentCount(name, n) => format!("{name} takes {n} arguments"),
        FormulaWords::UnknownName(name) => {
            format!("“{name}” is not known; use x, y, pi, e and functions such as sin and exp")
        }
        FormulaWords::Unexpected(c) => format!("“{c}” is unexpected here"),
    };
    format!("Character {at}: {what}. The previous formula is kept until then.")
}
