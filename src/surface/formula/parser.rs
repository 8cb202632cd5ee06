//! Tokens, to a program, by recursive descent.

use super::lexer::{Token, TokenKind, tokens};
use super::program::{Function, Operation, Program};
use super::{MAX_DEPTH, MAX_LENGTH, Problem, ProblemKind};

/// Reads a formula.
///
/// ```text
/// sum     = product (("+" | "-") product)*
/// product = signed (("*" | "/") signed | power)*      a power at once is a factor
/// signed  = ("-" | "+") signed | power
/// power   = atom ("^" signed)?
/// atom    = number | "x" | "y" | "pi" | "e" | function "(" sum ("," sum)* ")" | "(" sum ")"
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
        if self.takes('^') {
            self.nested(Self::signed)?;
            self.program.push(Operation::Power);
        }
        Ok(())
    }

    fn atom(&mut self) -> Result<(), Problem> {
        let missing = self.problem(ProblemKind::ValueMissing);
        let token = self.tokens.get(self.at).cloned().ok_or(missing.clone())?;
        match token.kind {
            TokenKind::Number(value) => {
                self.at += 1;
                self.program.push(Operation::Number(value));
                Ok(())
            }
            TokenKind::Sign('(') => {
                self.at += 1;
                self.nested(Self::sum)?;
                self.close()
            }
            TokenKind::Sign(_) => Err(missing),
            TokenKind::Name(name) => self.name(&name),
        }
    }

    fn name(&mut self, name: &str) -> Result<(), Problem> {
        let unknown = self.problem(ProblemKind::UnknownName(name.to_owned()));
        self.at += 1;
        let lower = name.to_ascii_lowercase();
        if let Some(function) = Function::ALL.into_iter().find(|f| f.name() == lower) {
            return self.call(function);
        }
        let operation = match lower.as_str() {
            "x" => Operation::X,
            "y" => Operation::Y,
            "pi" => Operation::Number(std::f64::consts::PI),
            "e" => Operation::Number(std::f64::consts::E),
            // `xy` and `xxy` are products.
            word if word.chars().all(|c| c == 'x' || c == 'y') => {
                for (index, letter) in word.chars().enumerate() {
                    let x_or_y = if letter == 'x' {
                        Operation::X
                    } else {
                        Operation::Y
                    };
                    self.program.push(x_or_y);
                    if index > 0 {
                        self.program.push(Operation::Multiply);
                    }
                }
                return Ok(());
            }
            _ => return Err(unknown),
        };
        self.program.push(operation);
        Ok(())
    }

    fn call(&mut self, function: Function) -> Result<(), Problem> {
        let name = function.name();
        if !self.takes('(') {
            return Err(self.problem(ProblemKind::ArgumentsMissing(name)));
        }
        let wanted = function.arity();
        let count = ProblemKind::ArgumentCount { name, wanted };
        self.nested(Self::sum)?;
        for _ in 1..wanted {
            if !self.takes(',') {
                return Err(self.problem(count));
            }
            self.nested(Self::sum)?;
        }
        if self.stands_at(',') {
            return Err(self.problem(count));
        }
        self.program.push(Operation::Call(function));
        self.close()
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
            Some(TokenKind::Sign(sign)) => *sign == '(',
            // Two numbers side by side are a slip: `1.2.3`, `1 000`.
            Some(TokenKind::Number(_)) | None => false,
        }
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
