//! Tokens, to a program, by recursive descent.

use super::lexer::{Token, TokenKind, tokens};
use super::name::Name;
use super::program::{Function, Operation, Program};
use super::{MAX_DEPTH, MAX_LENGTH, Problem, ProblemKind};
use crate::math::numeral;

/// Reads a formula.
///
/// ```text
/// sum     = product (("+" | "-") product)*
/// product = signed (("*" | "/") signed | power)*      a power at once is a factor
/// signed  = ("-" | "+") signed | power
/// power   = atom superscript? ("^" signed)?
/// atom    = number | "x" | "y" | "pi" | "e" | call | "√" atom | "|" sum "|" | "(" sum ")"
/// call    = function (superscript | "^" number)? ("(" sum ("," sum)* ")" | argument)
/// argument = power name*                              without blanks: sin 2πx
/// ```
pub(super) fn parse(text: &str) -> Result<Program, Problem> {
    if text.chars().count() > MAX_LENGTH {
        let (position, kind) = (MAX_LENGTH, ProblemKind::TooLong);
        return Err(Problem { position, kind });
    }
    let mut parser = Parser {
        tokens: tokens(text)?,
        at: 0,
        depth: 0,
        is_between_bars: false,
        is_in_list: false,
        end: text.chars().count(),
        program: Program::default(),
    };
    if parser.tokens.is_empty() {
        return Err(parser.problem(ProblemKind::Empty));
    }
    parser.sum()?;
    match parser.peek() {
        None => Ok(parser.program),
        Some(TokenKind::Sign(sign)) => Err(parser.problem(ProblemKind::Unexpected(*sign))),
        Some(_) => Err(parser.problem(ProblemKind::OperatorMissing)),
    }
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
    /// Whether the next `|` ends what stands between two of them.
    is_between_bars: bool,
    /// Whether a comma separates arguments, and is no decimal comma.
    is_in_list: bool,
    end: usize,
    program: Program,
}

impl Parser {
    fn sum(&mut self) -> Result<(), Problem> {
        self.product()?;
        loop {
            let operation = if self.takes('+') {
                Operation::Add
            } else if self.takes('-') {
                Operation::Subtract
            } else {
                return Ok(());
            };
            self.product()?;
            self.program.push(operation);
        }
    }

    fn product(&mut self) -> Result<(), Problem> {
        self.signed()?;
        loop {
            let operation = if self.takes('*') {
                self.signed()?;
                Operation::Multiply
            } else if self.takes('/') {
                self.signed()?;
                Operation::Divide
            } else if self.stands_at_factor() {
                self.power()?;
                Operation::Multiply
            } else {
                return Ok(());
            };
            self.program.push(operation);
        }
    }

    fn signed(&mut self) -> Result<(), Problem> {
        if self.takes('-') {
            self.nested(Self::signed)?;
            self.program.push(Operation::Negate);
            Ok(())
        } else if self.takes('+') {
            self.nested(Self::signed)
        } else {
            self.power()
        }
    }

    fn power(&mut self) -> Result<(), Problem> {
        self.atom()?;
        if let Some(exponent) = self.takes_superscript() {
            self.raise(exponent);
        }
        if self.takes('^') {
            self.nested(Self::signed)?;
            self.program.push(Operation::Power);
        }
        Ok(())
    }

    fn raise(&mut self, exponent: i32) {
        let number = f64::from(exponent.abs());
        self.program.push(Operation::Number(number));
        if exponent < 0 {
            self.program.push(Operation::Negate);
        }
        self.program.push(Operation::Power);
    }

    fn atom(&mut self) -> Result<(), Problem> {
        let missing = self.problem(ProblemKind::ValueMissing);
        let token = self.tokens.get(self.at).cloned().ok_or(missing.clone())?;
        match token.kind {
            TokenKind::Number(value) => {
                self.at += 1;
                let value = self.with_decimals(&token, value);
                self.program.push(Operation::Number(value));
                Ok(())
            }
            TokenKind::Sign('(') => {
                self.at += 1;
                self.enclosed(false, self.is_in_list)?;
                self.close()
            }
            TokenKind::Sign('√') => {
                self.at += 1;
                self.nested(Self::atom)?;
                self.program.push(Operation::Call(Function::Sqrt));
                Ok(())
            }
            TokenKind::Sign('|') if !self.is_between_bars => {
                self.at += 1;
                self.enclosed(true, self.is_in_list)?;
                self.program.push(Operation::Call(Function::Abs));
                match self.takes('|') {
                    true => Ok(()),
                    false => Err(self.problem(ProblemKind::BarMissing)),
                }
            }
            TokenKind::Sign(_) | TokenKind::Superscript(_) => Err(missing),
            TokenKind::Name(name) => {
                self.at += 1;
                match name {
                    Name::Value(value) => {
                        self.program.push(value);
                        Ok(())
                    }
                    Name::Function(function) => self.call(function),
                    Name::Power => self.arguments("pow", 2, Operation::Power),
                    Name::Logarithm => {
                        self.at -= 1;
                        Err(self.problem(ProblemKind::WhichLogarithm))
                    }
                }
            }
        }
    }

    /// A sum between parentheses or bars.
    fn enclosed(&mut self, by_bars: bool, is_list: bool) -> Result<(), Problem> {
        let bars = std::mem::replace(&mut self.is_between_bars, by_bars);
        let list = std::mem::replace(&mut self.is_in_list, is_list);
        let read = self.nested(Self::sum);
        (self.is_between_bars, self.is_in_list) = (bars, list);
        read
    }

    /// A number with what stands behind its decimal comma, as in `0,5`.
    fn with_decimals(&mut self, whole: &Token, value: f64) -> f64 {
        let [comma, decimals] = [0, 1].map(|ahead| self.tokens.get(self.at + ahead).cloned());
        let (Some(comma), Some(decimals)) = (comma, decimals) else {
            return value;
        };
        let is_joined = comma.position == whole.end && decimals.position == comma.end;
        let TokenKind::Number(behind) = decimals.kind else {
            return value;
        };
        let is_whole = |number: f64| number == f64::floor(number);
        let is_decimal = comma.kind == TokenKind::Sign(',') && is_whole(value) && is_whole(behind);
        if self.is_in_list || !is_joined || !is_decimal {
            return value;
        }
        self.at += 2;
        let n_digits = decimals.end - decimals.position;
        // Through its text, so that it is the nearest number to what was typed; as whole numbers,
        // since the printing of others is not in the download.
        let text = format!("{}.{:0>n_digits$}", value as u64, behind as u64);
        numeral::parse(&text).unwrap_or(value)
    }

    fn call(&mut self, function: Function) -> Result<(), Problem> {
        let (name, wanted) = (function.name(), function.arity());
        let exponent = self.exponent_of_function(name)?;
        if self.stands_at('(') {
            self.arguments(name, wanted, Operation::Call(function))?;
        } else if wanted == 1 {
            self.nested_argument(name)?;
            self.program.push(Operation::Call(function));
        } else {
            return Err(self.problem(ProblemKind::ArgumentsMissing(name)));
        }
        if let Some(exponent) = exponent {
            self.raise(exponent);
        }
        Ok(())
    }

    /// The exponent between a function and its argument, as in sin²x: not −1, which means the
    /// inverse function to some.
    fn exponent_of_function(&mut self, name: &'static str) -> Result<Option<i32>, Problem> {
        let problem = self.problem(ProblemKind::ArgumentsMissing(name));
        let exponent = match self.takes_superscript() {
            Some(exponent) => exponent,
            None if self.takes('^') => match self.peek() {
                Some(&TokenKind::Number(value)) if (1.0..=99.0).contains(&value) => {
                    self.at += 1;
                    let exponent = value as i32;
                    if f64::from(exponent) != value {
                        return Err(problem);
                    }
                    exponent
                }
                _ => return Err(problem),
            },
            None => return Ok(None),
        };
        match exponent > 0 {
            true => Ok(Some(exponent)),
            false => Err(problem),
        }
    }

    /// Arguments in parentheses, then what is done with them.
    fn arguments(
        &mut self,
        name: &'static str,
        wanted: usize,
        operation: Operation,
    ) -> Result<(), Problem> {
        if !self.takes('(') {
            return Err(self.problem(ProblemKind::ArgumentsMissing(name)));
        }
        let count = ProblemKind::ArgumentCount { name, wanted };
        let is_list = wanted > 1;
        self.enclosed(false, is_list)?;
        for _ in 1..wanted {
            if !self.takes(',') {
                return Err(self.problem(count));
            }
            self.enclosed(false, is_list)?;
        }
        if self.stands_at(',') {
            return Err(self.problem(count));
        }
        self.program.push(operation);
        self.close()
    }

    /// An argument without parentheses: what stands behind the function without blanks.
    fn nested_argument(&mut self, name: &'static str) -> Result<(), Problem> {
        let missing = self.problem(ProblemKind::ArgumentsMissing(name));
        let is_argument = match self.peek() {
            Some(TokenKind::Number(_) | TokenKind::Name(Name::Value(_))) => true,
            Some(TokenKind::Sign(sign)) => *sign == '√' || *sign == '|' && !self.is_between_bars,
            _ => false,
        };
        if !is_argument {
            return Err(missing);
        }
        self.nested(Self::power)?;
        while self.stands_at_value() && self.is_joined() {
            self.nested(Self::power)?;
            self.program.push(Operation::Multiply);
        }
        // `sin x y` may mean either; a further function is a factor.
        let is_function = matches!(self.peek(), Some(TokenKind::Name(Name::Function(_))));
        match self.stands_at_factor() && !is_function {
            true => Err(missing),
            false => Ok(()),
        }
    }

    fn close(&mut self) -> Result<(), Problem> {
        if self.takes(')') {
            return Ok(());
        }
        match self.peek() {
            None => Err(self.problem(ProblemKind::ParenthesisMissing)),
            Some(TokenKind::Sign(sign)) => Err(self.problem(ProblemKind::Unexpected(*sign))),
            Some(_) => Err(self.problem(ProblemKind::OperatorMissing)),
        }
    }

    fn nested(&mut self, part: fn(&mut Self) -> Result<(), Problem>) -> Result<(), Problem> {
        if self.depth == MAX_DEPTH {
            return Err(self.problem(ProblemKind::TooDeep));
        }
        self.depth += 1;
        part(self)?;
        self.depth -= 1;
        Ok(())
    }

    fn peek(&self) -> Option<&TokenKind> {
        self.tokens.get(self.at).map(|token| &token.kind)
    }

    fn stands_at(&self, sign: char) -> bool {
        self.peek() == Some(&TokenKind::Sign(sign))
    }

    fn stands_at_factor(&self) -> bool {
        match self.peek() {
            Some(TokenKind::Name(_)) => true,
            Some(TokenKind::Sign('(' | '√')) => true,
            Some(TokenKind::Sign('|')) => !self.is_between_bars,
            // Two numbers side by side are a slip: `1.2.3`, `1 000`.
            _ => false,
        }
    }

    fn stands_at_value(&self) -> bool {
        matches!(self.peek(), Some(TokenKind::Name(Name::Value(_))))
    }

    /// Whether no blank stands before the next token.
    fn is_joined(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        let next = self.tokens.get(self.at);
        before
            .zip(next)
            .is_some_and(|(before, next)| before.end == next.position)
    }

    fn takes_superscript(&mut self) -> Option<i32> {
        let Some(&TokenKind::Superscript(exponent)) = self.peek() else {
            return None;
        };
        self.at += 1;
        Some(exponent)
    }

    fn takes(&mut self, sign: char) -> bool {
        let is_here = self.stands_at(sign);
        self.at += usize::from(is_here);
        is_here
    }

    fn problem(&self, kind: ProblemKind) -> Problem {
        let token = self.tokens.get(self.at);
        Problem {
            position: token.map_or(self.end, |token| token.position),
            kind,
        }
    }
}
