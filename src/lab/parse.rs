//! Texts of attributes and links, to values and back.

use super::settings::{Choice, LaneSetting, MAX_LANES, TABLE};
use crate::math::{Point, numeral};
use crate::optim::{Key, Rule};
use crate::surface::formula::Problem;

/// Why a text was not taken as it stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Refused {
    /// The whole text is not allowed; the default holds.
    Value,
    /// A part of it is not allowed; the rest was taken.
    Part(String),
    /// The formula cannot be read; the last good one holds.
    Formula(Problem),
}

/// A value of a choice by its name.
pub(super) fn choice<C: Choice>(text: &str) -> Result<C, Refused> {
    C::named(text.trim()).ok_or(Refused::Value)
}

/// Names of a choice, separated by spaces, in the order of the choice; what is not one of
/// them is left out and the first such word reported.
pub(super) fn choices<C: Choice>(text: &str) -> (Vec<C>, Option<Refused>) {
    let named = |word| C::named(word);
    let chosen: Vec<C> = text.split_whitespace().filter_map(named).collect();
    let unknown = text.split_whitespace().find(|word| named(word).is_none());
    let in_order = C::ALL
        .iter()
        .copied()
        .filter(|value| chosen.contains(value));
    (
        in_order.collect(),
        unknown.map(|word| Refused::Part(word.to_owned())),
    )
}

/// The names, separated by spaces.
pub(super) fn choices_text<C: Choice>(values: &[C]) -> String {
    let names: Vec<&str> = values.iter().map(|value| value.name()).collect();
    names.join(" ")
}

/// An integer of a range. Digits only, so that `1e3` and `0x1f` are not guessed at.
pub(super) fn integer(text: &str, low: u64, high: u64) -> Result<u64, Refused> {
    match text.trim().parse() {
        Ok(value) if (low..=high).contains(&value) => Ok(value),
        _ => Err(Refused::Value),
    }
}

/// A finite number of a range. U+2212 is taken for a minus, as the interface prints it.
pub fn number(text: &str, low: f64, high: f64) -> Option<f64> {
    let value = numeral::parse(&text.trim().replace('\u{2212}', "-"))?;
    (low <= value && value <= high).then_some(value)
}

/// A boolean attribute is true by its presence; links write `false` or `0` for its absence.
pub(super) fn boolean(text: &str) -> bool {
    !matches!(text.trim(), "false" | "0")
}

/// One of some numbers.
pub(super) fn one_of(text: &str, allowed: &[f64]) -> Result<f64, Refused> {
    allowed
        .iter()
        .copied()
        .find(|&value| number(text, value, value).is_some())
        .ok_or(Refused::Value)
}

/// Two numbers, separated by spaces or a comma.
pub(super) fn point(text: &str) -> Result<Point, Refused> {
    let coordinate = |part: &str| number(part, -COORDINATE_LIMIT, COORDINATE_LIMIT);
    let mut parts = text
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|part| !part.is_empty());
    match (parts.next(), parts.next(), parts.next()) {
        (Some(x), Some(y), None) => match (coordinate(x), coordinate(y)) {
            (Some(x), Some(y)) => Ok(Point::new(x, y)),
            _ => Err(Refused::Value),
        },
        _ => Err(Refused::Value),
    }
}

/// The start lies within this distance of the axes.
pub const COORDINATE_LIMIT: f64 = 1e6;

/// `x y`, so that reading it gives the same bits.
pub(super) fn point_text(point: Point) -> String {
    format!(
        "{} {}",
        numeral::shortest(point.x),
        numeral::shortest(point.y)
    )
}

/// The range of a hyperparameter.
pub const fn range(key: Key) -> (f64, f64) {
    match key {
        Key::Lr => (1e-6, 1e3),
        Key::Momentum | Key::Eps => (0.0, 1.0),
        Key::Decay | Key::Beta1 | Key::Beta2 => (0.0, 0.999_999),
    }
}

/// The lanes of a text such as `sgd:lr=0.95 momentum:lr=0.1,momentum=0.9`.
///
/// A name that is not known is left out, a value that is not allowed is left at its
/// default; the first such part is reported.
pub(super) fn lanes(text: &str) -> (Vec<LaneSetting>, Option<Refused>) {
    let mut lanes = Vec::new();
    let mut refused = None;
    for word in text.split_whitespace() {
        if lanes.len() == MAX_LANES {
            refused.get_or_insert(Refused::Part(word.to_owned()));
            break;
        }
        let (name, values) = word.split_once(':').unwrap_or((word, ""));
        let Some(rule) = Rule::named(name) else {
            refused.get_or_insert(Refused::Part(word.to_owned()));
            continue;
        };
        let mut lane = LaneSetting::new(rule);
        for pair in values.split(',').filter(|pair| !pair.is_empty()) {
            match assignment(rule, pair) {
                Some((key, value)) => lane = lane.with(key, value),
                None => {
                    refused.get_or_insert(Refused::Part(pair.to_owned()));
                }
            }
        }
        lanes.push(lane);
    }
    if lanes.is_empty() {
        refused.get_or_insert(Refused::Value);
    }
    (lanes, refused)
}

fn assignment(rule: Rule, pair: &str) -> Option<(Key, f64)> {
    let (name, value) = pair.split_once('=')?;
    let key = Key::named(name).filter(|key| rule.keys().contains(key))?;
    let (low, high) = range(key);
    Some((key, number(value, low, high)?))
}

/// The lanes as text, with the values that were set.
pub(super) fn lanes_text(lanes: &[LaneSetting]) -> String {
    let word = |lane: &LaneSetting| {
        let pairs: Vec<String> = lane
            .rule
            .keys()
            .iter()
            .filter_map(|&key| Some((key, lane.given(key)?)))
            .map(|(key, value)| format!("{}={}", key.name(), numeral::shortest(value)))
            .collect();
        if pairs.is_empty() {
            lane.rule.name().to_owned()
        } else {
            format!("{}:{}", lane.rule.name(), pairs.join(","))
        }
    };
    lanes.iter().map(word).collect::<Vec<_>>().join(" ")
}

/// The attributes of a text such as `start surface`. A name that is not known is left
/// out, and the first such one is reported.
pub(super) fn lock(text: &str) -> (Vec<&'static str>, Option<Refused>) {
    let named = |word: &str| TABLE.iter().any(|row| row.attribute == word);
    let refused = text.split_whitespace().find(|word| !named(word));
    let is_locked = |attribute: &str| text.split_whitespace().any(|word| word == attribute);
    let names = TABLE.iter().map(|row| row.attribute);
    let lock = names.filter(|attribute| is_locked(attribute)).collect();
    (lock, refused.map(|word| Refused::Part(word.to_owned())))
}
