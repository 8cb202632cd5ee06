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

/// Key and value of each pair of a query, decoded; a leading `?` is passed over.
pub fn pairs(query: &str) -> Vec<(String, String)> {
    query
        .trim_start_matches('?')
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(key), decode(value))
        })
        .collect()
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
            (b'+', _) => decoded.push(b' '),
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
