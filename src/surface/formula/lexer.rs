//! A formula's characters, to tokens.

use crate::math::numeral;

use super::{Problem, ProblemKind};

/// A token and the index of its first character.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) position: usize,
    pub(super) kind: TokenKind,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum TokenKind {
    Number(f64),
    Name(String),
    Sign(char),
}

/// Splits the text. Signs that a phone's keyboard or a text on the web offers are
/// taken for their plain forms.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, Problem> {
    let chars: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let position = at;
        let kind = match chars[at] {
            c if c.is_whitespace() => {
                at += 1;
                continue;
            }
            c if c.is_ascii_digit() || c == '.' => {
                at = number_end(&chars, at);
                let digits: String = chars[position..at].iter().collect();
                let kind = ProblemKind::Unexpected('.');
                let number = numeral::parse(&digits).ok_or(Problem { position, kind })?;
                TokenKind::Number(number)
            }
            'π' => {
                at += 1;
                TokenKind::Name("pi".to_owned())
            }
            c if c.is_ascii_alphabetic() => {
                while chars.get(at).is_some_and(char::is_ascii_alphanumeric) {
                    at += 1;
                }
                TokenKind::Name(chars[position..at].iter().collect())
            }
            c => {
                at += 1;
                let sign = plain(c).ok_or(Problem {
                    position,
                    kind: ProblemKind::Unexpected(c),
                })?;
                TokenKind::Sign(sign)
            }
        };
        tokens.push(Token { position, kind });
    }
    Ok(tokens)
}

fn plain(c: char) -> Option<char> {
    match c {
        '+' | '-' | '*' | '/' | '^' | '(' | ')' | ',' => Some(c),
        '\u{2212}' => Some('-'),
        '×' | '·' | '⋅' => Some('*'),
        '÷' => Some('/'),
        _ => None,
    }
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
