//! A formula's characters, to tokens.

use super::name::{Name, split};
use super::{Problem, ProblemKind};
use crate::math::numeral;

/// A token and the characters that it is made of.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    /// The index of its first character.
    pub(super) position: usize,
    /// The index after its last one.
    pub(super) end: usize,
    pub(super) kind: TokenKind,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum TokenKind {
    Number(f64),
    Name(Name),
    /// An exponent that is written above, as in x².
    Superscript(i32),
    Sign(char),
}

/// Modules of Python whose functions are ours.
const MODULES: [&str; 4] = ["np", "numpy", "math", "torch"];

/// Splits a text. Signs that another keyboard or a text on the web offers are taken for their
/// plain forms; what stands before an equals sign, as in `f(x, y) = …`, is passed over.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, Problem> {
    let chars: Vec<char> = text.chars().map(plain).collect();
    let mut lexer = Lexer {
        at: left_side(&chars)?,
        chars,
    };
    let mut tokens = Vec::new();
    while lexer.at < lexer.chars.len() {
        lexer.next(&mut tokens)?;
    }
    Ok(tokens)
}

/// A character as a formula means it, one for one, so that places stay.
fn plain(c: char) -> char {
    let half = match c {
        // The full-width forms of ASCII, which keyboards of East Asia have.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    };
    match half {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '×' | '·' | '⋅' | '∙' | '∗' | '•' | '・' => '*',
        '÷' | '∕' | '\u{2044}' => '/',
        '{' | '[' => '(',
        '}' | ']' => ')',
        'ˆ' => '^',
        '、' => ',',
        _ => half,
    }
}

/// Where the formula begins: after `f(x, y) =`, `L =` and the like.
fn left_side(chars: &[char]) -> Result<usize, Problem> {
    let Some(equals) = chars.iter().position(|&c| c == '=') else {
        return Ok(0);
    };
    let left = chars[..equals].iter().filter(|c| !c.is_whitespace());
    let left: String = left.collect();
    let name = left.strip_suffix("(x,y)").unwrap_or(&left);
    let mut letters = name.chars();
    let is_name =
        letters.next().is_some_and(|it| it.is_ascii_alphabetic()) && letters.next().is_none();
    match is_name {
        true => Ok(equals + 1),
        false => Err(Problem {
            position: equals,
            kind: ProblemKind::Unexpected('='),
        }),
    }
}

struct Lexer {
    chars: Vec<char>,
    at: usize,
}

impl Lexer {
    fn next(&mut self, tokens: &mut Vec<Token>) -> Result<(), Problem> {
        let position = self.at;
        let kind = match self.chars[position] {
            c if c.is_whitespace() => {
                self.at += 1;
                return Ok(());
            }
            c if c.is_ascii_digit() || c == '.' => {
                self.at = number_end(&self.chars, position);
                let number = numeral::parse(&self.word(position));
                let kind = ProblemKind::Unexpected('.');
                TokenKind::Number(number.ok_or(Problem { position, kind })?)
            }
            c if c.is_ascii_alphabetic() => return self.names(tokens),
            c if digit_above(c).is_some() || matches!(c, '⁻' | '⁺') => {
                TokenKind::Superscript(self.superscript()?)
            }
            'π' => {
                self.at += 1;
                TokenKind::Name(Name::of("pi").ok_or(self.unknown(position))?)
            }
            // A power in Python.
            '*' if self.chars.get(position + 1) == Some(&'*') => {
                self.at += 2;
                TokenKind::Sign('^')
            }
            c @ ('+' | '-' | '*' | '/' | '^' | '(' | ')' | ',' | '|' | '√') => {
                self.at += 1;
                TokenKind::Sign(c)
            }
            c => {
                let kind = ProblemKind::Unexpected(c);
                return Err(Problem { position, kind });
            }
        };
        tokens.push(Token {
            position,
            end: self.at,
            kind,
        });
        Ok(())
    }

    /// Letters, and digits after them: a name, or several that stand for a product.
    fn names(&mut self, tokens: &mut Vec<Token>) -> Result<(), Problem> {
        let mut position = self.at;
        self.skip_word();
        let mut word = self.word(position).to_ascii_lowercase();
        let is_module = MODULES.contains(&&*word) && self.chars.get(self.at) == Some(&'.');
        if is_module {
            self.at += 1;
            position = self.at;
            self.skip_word();
            word = self.word(position).to_ascii_lowercase();
            // In programs it is the natural logarithm.
            if word == "log" {
                word = "ln".to_owned();
            }
        }
        let mut from = 0;
        let ends = match Name::of(&word) {
            Some(_) => vec![word.len()],
            None => split(&word).ok_or_else(|| self.unknown(position))?,
        };
        for to in ends {
            let name = word.get(from..to).and_then(Name::of);
            let name = name.ok_or_else(|| self.unknown(position))?;
            // `np.log` is longer than what it stands for.
            let end = if to == word.len() {
                self.at
            } else {
                position + to
            };
            tokens.push(Token {
                position: position + from,
                end,
                kind: TokenKind::Name(name),
            });
            from = to;
        }
        Ok(())
    }

    fn skip_word(&mut self) {
        let is_part = |c: &char| c.is_ascii_alphanumeric();
        while self.chars.get(self.at).is_some_and(is_part) {
            self.at += 1;
        }
    }

    fn word(&self, from: usize) -> String {
        self.chars[from..self.at].iter().collect()
    }

    /// The name that ends here is not known. A letter with a number behind it may be meant as a
    /// power or as a product.
    fn unknown(&self, position: usize) -> Problem {
        let name = self.word(position);
        let letters = name.trim_end_matches(|c: char| c.is_ascii_digit());
        let is_letter = matches!(&*letters.to_ascii_lowercase(), "x" | "y");
        let kind = match is_letter && letters.len() < name.len() {
            true => ProblemKind::PowerOrProduct(name),
            false => ProblemKind::UnknownName(name),
        };
        Problem { position, kind }
    }

    fn superscript(&mut self) -> Result<i32, Problem> {
        let position = self.at;
        let is_negative = self.chars[position] == '⁻';
        self.at += usize::from(matches!(self.chars[position], '⁻' | '⁺'));
        let mut value: Option<i32> = None;
        while let Some(digit) = self.chars.get(self.at).copied().and_then(digit_above) {
            // Nobody means an exponent of a million.
            value = Some((value.unwrap_or(0) * 10 + digit).min(1_000_000));
            self.at += 1;
        }
        let kind = ProblemKind::Unexpected(self.chars[position]);
        let value = value.ok_or(Problem { position, kind })?;
        Ok(if is_negative { -value } else { value })
    }
}

fn digit_above(c: char) -> Option<i32> {
    let digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    digits
        .chars()
        .zip(0..)
        .find(|(it, _)| *it == c)
        .map(|(_, digit)| digit)
}

/// The end of the number that begins at `at`. An `e` belongs to it only where digits
/// follow, so that `2e` is twice Euler's number.
fn number_end(chars: &[char], at: usize) -> usize {
    let digits = |mut at: usize| {
        while chars.get(at).is_some_and(char::is_ascii_digit) {
            at += 1;
        }
        at
    };
    let mut end = digits(at);
    if chars.get(end) == Some(&'.') {
        end = digits(end + 1);
    }
    if matches!(chars.get(end), Some('e' | 'E')) {
        let sign = usize::from(matches!(chars.get(end + 1), Some('+' | '-')));
        let after = digits(end + 1 + sign);
        if after > end + 1 + sign {
            end = after;
        }
    }
    end
}
