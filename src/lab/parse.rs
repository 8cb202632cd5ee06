//! Texts of attributes and links, to values and back.

use super::settings::{Choice, LaneSetting, MAX_LANES, MAX_STEPS, TABLE};
use crate::math::joined;
use crate::math::{Point, Rect, numeral};
use crate::optim::{Key, Rule};
use crate::race::RateChange;
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
pub(crate) fn choice<C: Choice>(text: &str) -> Result<C, Refused> {
    C::named(text.trim()).ok_or(Refused::Value)
}

/// Names of a choice, separated by spaces, in the order of the choice; what is not one of
/// them is left out and the first such word reported.
pub(crate) fn choices<C: Choice>(text: &str) -> (Vec<C>, Option<Refused>) {
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
pub(crate) fn choices_text<C: Choice>(values: &[C]) -> String {
    let names: Vec<&str> = values.iter().map(|value| value.name()).collect();
    joined(&names, " ")
}

/// An integer of a range. Digits only, so that `1e3` and `0x1f` are not guessed at.
pub(crate) fn integer(text: &str, low: u64, high: u64) -> Result<u64, Refused> {
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
pub(crate) fn boolean(text: &str) -> bool {
    !matches!(text.trim(), "false" | "0")
}

/// One of some numbers.
pub(crate) fn one_of(text: &str, allowed: &[f64]) -> Result<f64, Refused> {
    allowed
        .iter()
        .copied()
        .find(|&value| number(text, value, value).is_some())
        .ok_or(Refused::Value)
}

/// As many numbers of a range as `N`, separated by spaces or commas.
fn numbers<const N: usize>(text: &str, low: f64, high: f64) -> Result<[f64; N], Refused> {
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

/// `x0 x1 y0 y1`, each pair rising.
pub(crate) fn domain(text: &str) -> Result<Rect, Refused> {
    let [x0, x1, y0, y1] = numbers(text, -DOMAIN_LIMIT, DOMAIN_LIMIT)?;
    let is_long = |low: f64, high: f64| high - low >= DOMAIN_LENGTH;
    match is_long(x0, x1) && is_long(y0, y1) {
        true => Ok(Rect::new(x0, x1, y0, y1)),
        false => Err(Refused::Value),
    }
}

/// A step and a factor.
pub(crate) fn rate_change(text: &str) -> Result<RateChange, Refused> {
    let [step, factor] = numbers(text, 0.0, MAX_STEPS as f64)?;
    let is_allowed = step == f64::floor(step) && factor <= 1000.0;
    let step = step as usize;
    match is_allowed {
        true => Ok(RateChange { step, factor }),
        false => Err(Refused::Value),
    }
}

/// The range of the ravine's condition number.
pub const CONDITION: (f64, f64) = (1.0, 1000.0);

/// The largest seed: every integer up to it is a number of JavaScript too.
pub const SEED_LIMIT: u64 = (1 << 53) - 1;

/// The range of the noise's standard deviation.
pub const NOISE: (f64, f64) = (0.0, 1000.0);

/// A domain lies within this distance of the axes.
pub const DOMAIN_LIMIT: f64 = 1e4;

/// A domain is at least as long as this along each axis.
pub const DOMAIN_LENGTH: f64 = 0.01;

/// The start lies within this distance of the axes.
pub const COORDINATE_LIMIT: f64 = 1e6;

/// `x y`, so that reading it gives the same bits.
pub(crate) fn point_text(point: Point) -> String {
    joined(&[point.x, point.y].map(numeral::shortest), " ")
}

/// `x0 x1 y0 y1`, so that reading it gives the same bits.
pub(crate) fn domain_text(Rect { x, y }: Rect) -> String {
    joined(&[x.low, x.high, y.low, y.high].map(numeral::shortest), " ")
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
pub(crate) fn lanes(text: &str) -> (Vec<LaneSetting>, Option<Refused>) {
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

/// The attributes of a text such as `start surface`. A name that is not known is left
/// out, and the first such one is reported.
pub(crate) fn lock(text: &str) -> (Vec<&'static str>, Option<Refused>) {
    let named = |word: &str| TABLE.iter().any(|row| row.attribute == word);
    let refused = text.split_whitespace().find(|word| !named(word));
    let is_locked = |attribute: &str| text.split_whitespace().any(|word| word == attribute);
    let names = TABLE.iter().map(|row| row.attribute);
    let lock = names.filter(|attribute| is_locked(attribute)).collect();
    (lock, refused.map(|word| Refused::Part(word.to_owned())))
}
