//! What is said about loss surfaces.

/// What is wrong with a formula, for a sentence. Positions count from 1.
#[derive(Clone, Debug)]
pub enum FormulaWords<'a> {
    /// There is nothing.
    Empty,
    /// More characters than that.
    TooLong(usize),
    /// Nested too deep.
    TooDeep,
    /// A number, x, y, a function or an opening parenthesis is missing.
    ValueMissing,
    /// A sign of operation is missing.
    OperatorMissing,
    /// A closing parenthesis is missing.
    ParenthesisMissing,
    /// The second of two bars is missing.
    BarMissing,
    /// `log` is not clear.
    WhichLogarithm,
    /// A letter with a number behind it, such as x2, is not clear: the letter, the number.
    PowerOrProduct(&'a str, &'a str),
    /// The function needs an opening parenthesis.
    ArgumentsMissing(&'a str),
    /// The function takes that many arguments.
    ArgumentCount(&'a str, usize),
    /// The name is not known.
    UnknownName(&'a str),
    /// The character means nothing here.
    Unexpected(char),
}

/// What is said about loss surfaces.
#[derive(Clone, Copy, Debug)]
pub struct SurfaceWords {
    /// The loss surface.
    pub surface: &'static str,
    /// The reader's formula.
    pub formula: &'static str,
    /// What a formula may hold.
    pub formula_hint: &'static str,
    /// Name of a surface.
    pub ravine: &'static str,
    /// Name of a surface.
    pub rosenbrock: &'static str,
    /// Name of a surface.
    pub himmelblau: &'static str,
    /// Name of a surface.
    pub beale: &'static str,
    /// Name of a surface.
    pub booth: &'static str,
    /// Name of a surface.
    pub styblinski_tang: &'static str,
    /// Name of a surface.
    pub rastrigin: &'static str,
    /// Name of a surface.
    pub saddle: &'static str,
    /// Name of the reader's own surface.
    pub own_formula: &'static str,
    /// Name of the ravine with another condition number than the book's.
    pub quadratic: &'static str,
    /// The ravine's condition number.
    pub condition: &'static str,
    /// What is wrong with the formula, and at which character.
    pub formula_problem: fn(&FormulaWords, usize) -> String,
}
