//! A loss typed by a reader, read without `eval`, with its exact gradient.
//!
//! `+ - * / ^` with the usual ranks (`^` binds to the right and tighter than a minus
//! before it, so that `-x^2` is −(x²)), products without a sign (`3x`, `2(x+y)`,
//! `x y`, `xy`), `pi`, `e`, and the functions of [`Function`]. As mathematicians and programs
//! write: `x²`, `x**2`, `|x|`, `√x`, `sin 2x`, `sin² x`, `np.exp(x)`, `pow(x, 2)`, `0,5x`,
//! full-width characters, and `f(x, y) =` before all. What may mean two things is refused with
//! both. Text and depth are bounded.

mod dual;
mod lexer;
mod name;
mod parser;
mod polynomial;
mod program;
mod python;
mod trouble;

pub use program::Function;

use super::{Surface, Trouble};
use crate::math::{Hessian, Point, Rect, Vec2};
use dual::Dual;
use program::Program;
use std::str::FromStr;

/// Most characters that a formula can have.
pub const MAX_LENGTH: usize = 200;

/// Most levels that parentheses, signs and powers can be nested.
pub const MAX_DEPTH: usize = 40;

/// A formula in x and y that could be read.
///
/// ```
/// use descent_widget::math::{Point, Vec2};
/// use descent_widget::surface::{Formula, Surface};
///
/// let bowl: Formula = "x^2/20 + y^2".parse()?;
/// assert_eq!(bowl.gradient(Point::new(-7.0, 2.0)), Vec2::new(-0.7, 4.0));
/// # Ok::<(), descent_widget::surface::formula::Problem>(())
/// ```
///
/// Its domain is that of the ravine, its minima are not known. Where a function has a kink the
/// gradient is the subgradient of PyTorch and JAX: 0 for `abs` at 0, the mean of both sides for
/// `min` and `max` of equals.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    text: String,
    program: Program,
}

/// What is wrong with a formula, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Index of the character at which it shows, from 0; the length of the text where
    /// something is missing at its end.
    pub position: usize,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What is wrong with a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// There is nothing.
    Empty,
    /// There are more than [`MAX_LENGTH`] characters.
    TooLong,
    /// It is nested deeper than [`MAX_DEPTH`].
    TooDeep,
    /// A number, x, y, a function or `(` is missing here.
    ValueMissing,
    /// A sign of operation is missing here, between two numbers.
    OperatorMissing,
    /// `)` is missing here.
    ParenthesisMissing,
    /// The second `|` is missing here.
    BarMissing,
    /// `log` means the natural logarithm to some, that to the base of 10 to others.
    WhichLogarithm,
    /// A letter with a number behind it, such as `x2`, means a power to some.
    PowerOrProduct(String),
    /// The function of that name needs `(` here.
    ArgumentsMissing(&'static str),
    /// The function of that name takes another number of arguments.
    ArgumentCount {
        /// Its name.
        name: &'static str,
        /// How many it takes.
        wanted: usize,
    },
    /// This name is not known.
    UnknownName(String),
    /// This character means nothing here.
    Unexpected(char),
}

impl Problem {
    /// The text before the place at which the problem shows, the character there, or the
    /// whole name that is not known, and the text after it. What is there is empty where
    /// something is missing at the end.
    pub fn split<'a>(&self, text: &'a str) -> [&'a str; 3] {
        let split = |text: &'a str, n| {
            let at = text.char_indices().nth(n).map_or(text.len(), |(at, _)| at);
            text.split_at_checked(at).unwrap_or((text, ""))
        };
        let (before, rest) = split(text, self.position);
        let length = match &self.kind {
            ProblemKind::UnknownName(name) | ProblemKind::PowerOrProduct(name) => name.len(),
            ProblemKind::WhichLogarithm => "log".len(),
            _ => 1,
        };
        let (wrong, after) = split(rest, length);
        [before, wrong, after]
    }
}

impl Formula {
    /// The formula of a field that nobody has typed into: the book's function.
    pub const DEFAULT: &'static str = "x^2/20 + y^2";

    /// The formula as it was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    fn dual(&self, at: Point) -> Dual {
        self.program.evaluate(at)
    }
}

impl FromStr for Formula {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let program = parser::parse(text)?;
        Ok(Self {
            text: text.to_owned(),
            program,
        })
    }
}

impl Default for Formula {
    fn default() -> Self {
        Self {
            text: Self::DEFAULT.to_owned(),
            program: Program::ravine(),
        }
    }
}

impl Surface for Formula {
    fn value(&self, at: Point) -> f64 {
        self.dual(at).value
    }

    fn gradient(&self, at: Point) -> Vec2 {
        self.dual(at).gradient
    }

    fn sample(&self, at: Point) -> (f64, Vec2) {
        let Dual { value, gradient } = self.dual(at);
        (value, gradient)
    }

    fn trouble(&self, at: Point) -> Trouble {
        self.program.trouble(at)
    }

    fn curvature(&self) -> Option<Hessian> {
        self.program.curvature()
    }

    fn domain(&self) -> Rect {
        super::Ravine.domain()
    }

    fn minima(&self) -> &[Point] {
        &[]
    }

    fn start(&self) -> Point {
        super::Ravine.start()
    }
}
