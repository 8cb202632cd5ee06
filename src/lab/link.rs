//! The query string that holds a whole state.

use super::settings::Settings;
use crate::math::joined;

/// The settings that differ from the defaults as `key=value&key=value`.
///
/// Reading the link gives the same state. Characters that a query may hold stay as
/// they are, so that a link can be read by a person.
pub fn query(settings: &Settings) -> String {
    let mut read_back = Settings::new(settings.declarations());
    let mut pairs = Vec::new();
    for name in settings.declarations().names() {
        let value = settings.text(name);
        if value != read_back.text(name) {
            // A value that we wrote ourselves is always taken.
            let _ = read_back.read(name, &value);
            pairs.push(format!("{name}={}", encode(&value)));
        }
    }
    joined(&pairs, "&")
}

/// A setting in a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
    /// Whether a bare `+` was read as plus, where there is one that may mean either.
    pub plus: Option<bool>,
}

/// The pairs of a query, decoded: with or without `?`, or in a whole address, with those of its
/// fragment at the end, where they win.
///
/// In forms a bare `+` stands for a blank. Of a setting that has plus signs it is one, unless the
/// same value has `%2B`, so that a form has encoded it.
pub fn pairs(query: &str, has_plus: impl Fn(&str) -> bool) -> Vec<Pair> {
    let (address, fragment) = query.split_once('#').unwrap_or((query, ""));
    let query = match address.split_once('?') {
        Some((_, query)) => query,
        None if has(address, b"://") => "",
        None => address,
    };
    let parts = query.split('&').chain(fragment.split('&'));
    let parts = parts.filter(|part| !part.is_empty());
    // What has no value in a fragment is the name of a place in the page.
    let parts = parts.filter(|part| fragment.is_empty() || part.contains('='));
    let pair = |part: &str| {
        let (name, text) = part.split_once('=').unwrap_or((part, ""));
        let name = decode(name);
        let is_bare = text.contains('+') && has_plus(&name);
        let is_plus = is_bare && !has(text, b"%2B") && !has(text, b"%2b");
        let text = decode_text(text, is_plus);
        let plus = is_bare.then_some(is_plus);
        Pair { name, text, plus }
    };
    parts.map(pair).collect()
}

/// Whether a text has these bytes; the search of the standard library is 3 kB of the download.
fn has<const N: usize>(text: &str, part: &[u8; N]) -> bool {
    text.as_bytes().windows(N).any(|it| it == part)
}

/// A text as a query may hold it.
pub(crate) fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => encoded.push(byte as char),
            b'-' | b'.' | b'_' | b'~' | b':' | b',' | b'=' | b'/' | b'(' | b')' | b'*' => {
                encoded.push(byte as char);
            }
            _ => {
                encoded.push('%');
                for nibble in [byte >> 4, byte & 15] {
                    encoded.push(char::from(b"0123456789ABCDEF"[usize::from(nibble)]));
                }
            }
        }
    }
    encoded
}

/// What such a text stands for. Bytes that are not UTF-8 and broken escapes stay visible instead of failing.
pub(crate) fn decode(text: &str) -> String {
    decode_text(text, false)
}

fn decode_text(text: &str, keeps_plus: bool) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escape = bytes.get(at + 1..at + 3).and_then(hex);
        match (bytes[at], escape) {
            (b'%', Some(byte)) => {
                decoded.push(byte);
                at += 2;
            }
            (b'+', _) if !keeps_plus => decoded.push(b' '),
            (byte, _) => decoded.push(byte),
        }
        at += 1;
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

fn hex(digits: &[u8]) -> Option<u8> {
    let value = |digit: u8| char::from(digit).to_digit(16);
    let both = value(digits[0])? * 16 + value(digits[1])?;
    u8::try_from(both).ok()
}
