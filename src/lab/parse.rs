//! Texts of attributes and links, to values and back.

use super::settings::{LaneSetting, MAX_LANES, Range};
use crate::math::joined;
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

/// An integer of a range. Digits only, so that `1e3` and `0x1f` are not guessed at.
pub(crate) fn integer(text: &str, low: u64, high: u64) -> Option<u64> {
    let value = text.trim().parse().ok()?;
    (low <= value && value <= high).then_some(value)
}

/// A finite number of a range. U+2212 is taken for a minus, as the interface prints it.
pub fn number(text: &str, low: f64, high: f64) -> Option<f64> {
    let value = numeral::parse(&text.trim().replace('\u{2212}', "-"))?;
    (low <= value && value <= high).then_some(value)
}

/// A boolean attribute is true by its presence; links write `false` or `0` for its absence.
pub(crate) fn boolean(text: &str) -> bool {
    !matches!(text.trim(), "false" | "0")
}

/// As many numbers of a range as `N`, separated by spaces or commas.
pub(crate) fn numbers<const N: usize>(
    text: &str,
    low: f64,
    high: f64,
) -> Result<[f64; N], Refused> {
    text.split(|c: char| c.is_whitespace() || c == ',')
        .filter(|part| !part.is_empty())
        .map(|part| number(part, low, high))
        .collect::<Option<Vec<f64>>>()
        .and_then(|numbers| numbers.try_into().ok())
        .ok_or(Refused::Value)
}

/// What a text means, where there is something in it.
pub(crate) fn unless_empty<T>(
    text: &str,
    read: fn(&str) -> Result<T, Refused>,
) -> Result<Option<T>, Refused> {
    match text.trim() {
        "" => Ok(None),
        text => read(text).map(Some),
    }
}

/// Two numbers, separated by spaces or a comma.
pub(crate) fn point(text: &str) -> Result<Point, Refused> {
    let [x, y] = numbers(text, -COORDINATE_LIMIT, COORDINATE_LIMIT)?;
    Ok(Point::new(x, y))
}

/// The start lies within this distance of the axes.
pub const COORDINATE_LIMIT: f64 = 1e6;

/// The numbers, so that reading them gives the same bits.
pub(crate) fn numbers_text<const N: usize>(numbers: [f64; N]) -> String {
    joined(&numbers.map(numeral::shortest), " ")
}

/// `x y`.
pub(crate) fn point_text(point: Point) -> String {
    numbers_text([point.x, point.y])
}

/// The range of a hyperparameter.
pub const fn range(key: Key) -> Range {
    match key {
        Key::Lr => Range::Real(1e-6, 1e3),
        Key::Momentum | Key::Eps => Range::Real(0.0, 1.0),
        Key::Decay | Key::Beta1 | Key::Beta2 => Range::Real(0.0, 0.999_999),
    }
}

/// The lanes of a text such as `sgd:lr=0.95 momentum:lr=0.1,momentum=0.9`.
///
/// A name that is not known is left out, a value that is not allowed is left at its
/// default; the first such part is reported.
pub(crate) fn lanes(text: &str) -> (Vec<LaneSetting>, Option<Refused>) {
    let mut lanes = Vec::new();
    let mut refused = None;
    let text = apart(text);
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

/// Lanes that commas join, with blanks between them: `sgd, momentum` and `sgd:lr=0.9,adam` as well
/// as `sgd momentum`. What stands behind a comma and has no `=` begins a lane.
fn apart(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for (index, part) in text.split(',').enumerate() {
        let part = part.trim();
        let is_value = part.split_whitespace().next().is_some_and(|it| {
            let name = it.split(':').next().unwrap_or_default();
            name.contains('=')
        });
        if index > 0 {
            words.push(if is_value { ',' } else { ' ' });
        }
        words.push_str(part);
    }
    words
}

/// The words of a list, between blanks or commas.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| c.is_whitespace() || c == ',');
    words.filter(|word| !word.is_empty())
}

fn assignment(rule: Rule, pair: &str) -> Option<(Key, f64)> {
    let (name, value) = pair.split_once('=')?;
    let key = Key::named(name).filter(|key| rule.keys().contains(key))?;
    Some((key, range(key).read(value)?))
}

/// The lanes as text, with the values that were set.
pub(crate) fn lanes_text(lanes: &[LaneSetting]) -> String {
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
            format!("{}:{}", lane.rule.name(), joined(&pairs, ","))
        }
    };
    joined(&lanes.iter().map(word).collect::<Vec<_>>(), " ")
}
