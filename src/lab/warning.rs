//! What the author of a page, of a link or of a command is told about a setting.

use crate::math::joined;
use std::fmt;

/// Something that was not taken as it stands, or that could be meant in another way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// A value, or a part of it, that is not allowed.
    Value {
        /// The attribute.
        attribute: String,
        /// What was wrong.
        value: String,
        /// What is allowed.
        allowed: String,
        /// What holds instead.
        instead: String,
        /// The allowed name that is nearest to it.
        meant: Option<String>,
    },
    /// A name that is no setting.
    Name {
        /// The name.
        name: String,
        /// The setting that is nearest to it. Without one it may belong to something else, such
        /// as the names that other sites add to an address.
        meant: Option<String>,
    },
    /// A plus sign in a link, which stands for a blank in forms.
    Plus {
        /// The attribute.
        attribute: String,
        /// Whether it was read as plus.
        is_plus: bool,
    },
}

impl Warning {
    /// The attribute that it is about.
    pub fn attribute(&self) -> &str {
        match self {
            Self::Value { attribute, .. } | Self::Plus { attribute, .. } => attribute,
            Self::Name { name, .. } => name,
        }
    }

    /// Whether a value was refused, or a name that is meant for us.
    pub fn is_mistake(&self) -> bool {
        match self {
            Self::Value { .. } => true,
            Self::Name { meant, .. } => meant.is_some(),
            Self::Plus { .. } => false,
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value {
                attribute,
                value,
                allowed,
                instead,
                meant,
            } => {
                let meant = question(meant.as_deref());
                write!(
                    f,
                    "attribute \"{attribute}\": \"{value}\" is not allowed{meant}; use {allowed}; until then {instead}"
                )
            }
            Self::Name { name, meant } => {
                let meant = question(meant.as_deref());
                write!(f, "\"{name}\" is not a setting{meant}")
            }
            Self::Plus { attribute, is_plus } => {
                let read = if *is_plus { "a plus sign" } else { "a blank" };
                write!(
                    f,
                    "link, \"{attribute}\": + was read as {read}; write %2B for plus, %20 for a blank"
                )
            }
        }
    }
}

fn question(meant: Option<&str>) -> String {
    meant.map_or_else(String::new, |meant| {
        joined(&["; did you mean \"", meant, "\"?"], "")
    })
}

/// Words that people use for what has another name here.
const SYNONYMS: [(&str, &str); 6] = [
    ("learningrate", "optimizers"),
    ("lr", "optimizers"),
    ("epochs", "iterations"),
    ("function", "surface"),
    ("language", "lang"),
    ("locale", "lang"),
];

/// Names that every element of a page may have; some are near to ours.
const OF_PAGES: [&str; 8] = [
    "title", "part", "slot", "style", "class", "role", "hidden", "is",
];

/// The setting that a name is meant for which is none, if any is.
pub(crate) fn setting_meant<'a>(
    name: &str,
    settings: impl Iterator<Item = &'a str>,
) -> Option<String> {
    if OF_PAGES.contains(&name) {
        return None;
    }
    let letters = letters_of(name);
    let synonym = SYNONYMS.iter().find(|(word, _)| *word == letters);
    match synonym {
        Some((_, meant)) => Some((*meant).to_owned()),
        None => nearest(name, settings),
    }
}

/// The name that is nearest to another one, if any is near enough to be meant.
pub(crate) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let letters = letters_of(name);
    // A slip in each three letters at most.
    let most = (letters.len() / 3).min(2);
    let distances = known.map(|it| (distance(&letters, &letters_of(it)), it));
    let (off, nearest) = distances.min_by_key(|(off, _)| *off)?;
    (off <= most).then(|| nearest.to_owned())
}

/// The letters and digits of a name, small: properties have capitals, attributes dashes.
fn letters_of(name: &str) -> String {
    let letters = name.bytes().filter(u8::is_ascii_alphanumeric);
    letters
        .map(|it| char::from(it.to_ascii_lowercase()))
        .collect()
}

/// How many letters have to be added, left out, changed or swapped with the next one.
fn distance(a: &str, b: &str) -> usize {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let columns = b.len() + 1;
    // The distances between the beginnings of both.
    let mut off = vec![0; (a.len() + 1) * columns];
    for (at, entry) in off.iter_mut().enumerate() {
        let (i, j) = (at / columns, at % columns);
        *entry = i.max(j);
    }
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let at = i * columns + j;
            let changed = off[at - columns - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = changed.min(off[at - columns] + 1).min(off[at - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(off[at - 2 * columns - 2] + 1);
            }
            off[at] = least;
        }
    }
    off.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_near_and_other_names_are_not() {
        let known = [
            "optimizers",
            "loss-scale",
            "start",
            "steps",
            "lane",
            "lang",
            "trial",
        ];
        let meant = |name| setting_meant(name, known.into_iter());
        assert_eq!(meant("optimisers").as_deref(), Some("optimizers"));
        assert_eq!(meant("optimizer").as_deref(), Some("optimizers"));
        assert_eq!(meant("lossScale").as_deref(), Some("loss-scale"));
        assert_eq!(meant("loss_scale").as_deref(), Some("loss-scale"));
        assert_eq!(meant("setps").as_deref(), Some("steps"));
        assert_eq!(meant("learning-rate").as_deref(), Some("optimizers"));
        for other in [
            "utm_source",
            "fbclid",
            "title",
            "part",
            "id",
            "gclid",
            "ref",
            "tabindex",
        ] {
            assert_eq!(meant(other), None, "{other}");
        }
    }
}
