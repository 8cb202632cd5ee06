//! How a setting is declared. What follows from it: attribute, property, link, checks, types,
//! documentation, controls.

use super::Settings;
use super::choices::Choice;
use crate::lab::controls::ControlType;
use crate::lab::parse::{self, Refused};
use crate::math::{joined, numeral};

/// A setting.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Name of the attribute and of the query key.
    pub name: &'static str,
    /// Its type.
    pub kind: Kind,
    /// What it does, one sentence; empty in what a reader loads.
    pub doc: &'static str,
    /// What is allowed, where the type does not say it.
    pub(crate) allowed: &'static str,
    /// What a reader changes it with.
    pub(crate) controls: &'static [ControlType],
}

/// The type of a setting, with the way to its value.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Free text.
    Text(Text),
    /// A number.
    Number(Number),
    /// Present or absent.
    Boolean(Flag),
    /// One of some names.
    Choice(Names),
}

/// A setting whose text has a form of its own.
#[derive(Clone, Copy, Debug)]
pub struct Text {
    pub(crate) read: fn(&mut Settings, &str) -> Result<(), Refused>,
    pub(crate) write: fn(&Settings) -> String,
    pub(crate) copy: fn(&mut Settings, &Settings),
}

/// A setting that is a number; `None` where it can be left out and is.
#[derive(Clone, Copy, Debug)]
pub struct Number {
    /// What is allowed.
    pub range: Range,
    pub(crate) get: fn(&Settings) -> Option<f64>,
    /// False where the number cannot be left out.
    pub(crate) set: fn(&mut Settings, Option<f64>) -> bool,
}

/// A setting that is on or off.
#[derive(Clone, Copy, Debug)]
pub struct Flag {
    pub(crate) get: fn(&Settings) -> bool,
    pub(crate) set: fn(&mut Settings, bool),
}

/// A setting that is one of some names; empty where it can be left out and is.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// All names.
    pub names: &'static [&'static str],
    pub(crate) get: fn(&Settings) -> &'static str,
    /// False where there is no such name.
    pub(crate) set: fn(&mut Settings, &str) -> bool,
}

/// The numbers that are allowed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Range {
    /// All from the first to the second.
    Real(f64, f64),
    /// The whole ones among them.
    Whole(u64, u64),
    /// These alone.
    OneOf(&'static [f64]),
}

impl Range {
    /// The lowest number.
    pub fn low(self) -> f64 {
        match self {
            Self::Real(low, _) => low,
            Self::Whole(low, _) => low as f64,
            Self::OneOf(all) => all[0],
        }
    }

    /// The highest number.
    pub fn high(self) -> f64 {
        match self {
            Self::Real(_, high) => high,
            Self::Whole(_, high) => high as f64,
            Self::OneOf(all) => all[all.len() - 1],
        }
    }

    /// Whether its numbers are whole.
    pub const fn is_whole(self) -> bool {
        matches!(self, Self::Whole(..))
    }

    /// The number that an attribute has.
    pub(crate) fn read(self, text: &str) -> Option<f64> {
        match self {
            Self::Real(low, high) => parse::number(text, low, high),
            Self::Whole(low, high) => Some(parse::integer(text, low, high)? as f64),
            Self::OneOf(all) => {
                let mut all = all.iter().copied();
                all.find(|&value| parse::number(text, value, value).is_some())
            }
        }
    }

    /// The number that a person types, who may write a whole one as they like.
    pub(crate) fn typed(self, text: &str) -> Option<f64> {
        let value = parse::number(text, self.low(), self.high())?;
        (!self.is_whole() || value == f64::floor(value)).then_some(value)
    }

    /// One of its numbers as a link has it.
    fn written(self, value: f64) -> String {
        match self {
            Self::Whole(..) => (value as u64).to_string(),
            Self::Real(..) | Self::OneOf(_) => numeral::shortest(value),
        }
    }

    /// What is allowed, as a sentence says it.
    fn text(self) -> String {
        let [low, high] = [self.low(), self.high()].map(numeral::plain_text);
        match self {
            Self::Real(..) | Self::Whole(..) => joined(&[low, high], " to "),
            Self::OneOf(all) => {
                let all: Vec<String> = all.iter().map(|&it| numeral::plain_text(it)).collect();
                let (last, first) = all.split_last().unwrap_or((&high, &[]));
                joined(&[joined(first, ", "), last.clone()], " or ")
            }
        }
    }
}

impl Setting {
    /// One without any control, which allows what its type says.
    pub(crate) const fn new(name: &'static str, kind: Kind, doc: &'static str) -> Self {
        Self {
            name,
            kind,
            doc,
            allowed: "",
            controls: &[],
        }
    }

    /// The name of the property in JavaScript.
    pub fn property(&self) -> String {
        property(self.name)
    }

    /// What is allowed, for documentation and warnings.
    pub fn values(&self) -> String {
        match self.kind {
            _ if !self.allowed.is_empty() => self.allowed.to_owned(),
            Kind::Number(number) => number.range.text(),
            Kind::Choice(Names { names, .. }) => {
                let quoted = names.iter().map(|name| joined(&["`", name, "`"], ""));
                joined(&quoted.collect::<Vec<_>>(), " ")
            }
            Kind::Boolean(_) => "present or absent".to_owned(),
            Kind::Text(_) => String::new(),
        }
    }

    /// The texts that can be chosen from.
    pub(crate) fn names(&self) -> Vec<String> {
        match self.kind {
            Kind::Choice(it) => it.names.iter().map(|&name| name.to_owned()).collect(),
            Kind::Number(Number {
                range: Range::OneOf(all),
                ..
            }) => all.iter().copied().map(numeral::shortest).collect(),
            _ => Vec::new(),
        }
    }

    /// Takes the text, or says that it is not allowed. What can be understood is kept.
    pub(crate) fn read(&self, settings: &mut Settings, text: &str) -> Result<(), Refused> {
        let is_taken = match self.kind {
            Kind::Text(it) => return (it.read)(settings, text),
            Kind::Boolean(it) => {
                (it.set)(settings, parse::boolean(text));
                true
            }
            Kind::Choice(it) => (it.set)(settings, text.trim()),
            Kind::Number(it) => match text.trim() {
                "" => (it.set)(settings, None),
                text => {
                    let value = it.range.read(text);
                    value.is_some() && (it.set)(settings, value)
                }
            },
        };
        is_taken.then_some(()).ok_or(Refused::Value)
    }

    /// The canonical text of the current value.
    pub fn text(&self, settings: &Settings) -> String {
        match self.kind {
            Kind::Text(it) => (it.write)(settings),
            Kind::Number(it) => {
                let value = (it.get)(settings);
                value.map_or_else(String::new, |value| it.range.written(value))
            }
            Kind::Boolean(it) => if (it.get)(settings) { "true" } else { "" }.to_owned(),
            Kind::Choice(it) => (it.get)(settings).to_owned(),
        }
    }

    /// Takes the value that `other` has.
    pub(crate) fn copy(&self, settings: &mut Settings, other: &Settings) {
        match self.kind {
            Kind::Text(it) => (it.copy)(settings, other),
            Kind::Number(it) => {
                (it.set)(settings, (it.get)(other));
            }
            Kind::Boolean(it) => (it.set)(settings, (it.get)(other)),
            Kind::Choice(it) => {
                (it.set)(settings, (it.get)(other));
            }
        }
    }
}

/// The name of the property in JavaScript of an attribute.
pub fn property(attribute: &str) -> String {
    let mut words = property_words(attribute).split('-');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let (head, tail) = word.split_at_checked(1).unwrap_or_default();
        joined(&[&name, &head.to_ascii_uppercase(), tail], "")
    })
}

/// The same as words with dashes between them.
pub(crate) const fn property_words(attribute: &str) -> &str {
    match attribute.as_bytes() {
        // The element had a method `step` first.
        b"step" => "current-step",
        _ => attribute,
    }
}

impl Number {
    /// The number that is set.
    pub fn of(&self, settings: &Settings) -> Option<f64> {
        (self.get)(settings)
    }
}

impl Flag {
    /// Whether it is set.
    pub fn of(&self, settings: &Settings) -> bool {
        (self.get)(settings)
    }
}

/// A field that is a number.
pub(crate) trait NumberField {
    fn number(&self) -> Option<f64>;

    /// False where it cannot be left out.
    fn set_number(&mut self, value: Option<f64>) -> bool;
}

macro_rules! number_field {
    ($($type:ty),+) => {$(
        impl NumberField for $type {
            fn number(&self) -> Option<f64> {
                Some(*self as f64)
            }

            fn set_number(&mut self, value: Option<f64>) -> bool {
                if let Some(value) = value {
                    *self = value as Self;
                }
                value.is_some()
            }
        }

        impl NumberField for Option<$type> {
            fn number(&self) -> Option<f64> {
                self.map(|value| value as f64)
            }

            fn set_number(&mut self, value: Option<f64>) -> bool {
                *self = value.map(|value| value as $type);
                true
            }
        }
    )+};
}
number_field!(f64, usize, u64);

/// The name of a choice, empty where there is none.
pub(crate) fn set_choice<C: Choice>(field: &mut C, name: &str) -> bool {
    let value = C::named(name);
    if let Some(value) = value {
        *field = value;
    }
    value.is_some()
}

/// A number in a field: of the frame as `settings.field`, of an experiment as `Values.field`.
macro_rules! number {
    (settings.$($field:ident).+, $range:expr) => {
        $crate::lab::settings::Kind::Number($crate::lab::settings::Number {
            range: $range,
            get: |settings| $crate::lab::settings::NumberField::number(&settings.$($field).+),
            set: |settings, value| {
                $crate::lab::settings::NumberField::set_number(&mut settings.$($field).+, value)
            },
        })
    };
    ($values:ident.$($field:ident).+, $range:expr) => {
        $crate::lab::settings::Kind::Number($crate::lab::settings::Number {
            range: $range,
            get: |settings| {
                $crate::lab::settings::NumberField::number(&settings.of::<$values>().$($field).+)
            },
            set: |settings, value| {
                let values = settings.of_mut::<$values>();
                $crate::lab::settings::NumberField::set_number(&mut values.$($field).+, value)
            },
        })
    };
}

/// A choice in a field, written in the same way.
macro_rules! choice {
    (settings.$($field:ident).+: $type:ty) => {
        $crate::lab::settings::Kind::Choice($crate::lab::settings::Names {
            names: <$type as $crate::lab::settings::Choice>::NAMES,
            get: |settings| $crate::lab::settings::Choice::name(settings.$($field).+),
            set: |settings, name| {
                $crate::lab::settings::set_choice(&mut settings.$($field).+, name)
            },
        })
    };
    ($values:ident.$($field:ident).+: $type:ty) => {
        $crate::lab::settings::Kind::Choice($crate::lab::settings::Names {
            names: <$type as $crate::lab::settings::Choice>::NAMES,
            get: |settings| {
                $crate::lab::settings::Choice::name(settings.of::<$values>().$($field).+)
            },
            set: |settings, name| {
                let values = settings.of_mut::<$values>();
                $crate::lab::settings::set_choice(&mut values.$($field).+, name)
            },
        })
    };
}

/// A text of a form of its own in a field, written in the same way.
macro_rules! text {
    (settings.$field:ident, $read:expr, $write:expr) => {
        $crate::lab::settings::Kind::Text($crate::lab::settings::Text {
            read: $read,
            write: $write,
            copy: |settings, other| settings.$field.clone_from(&other.$field),
        })
    };
    ($values:ident.$field:ident, $read:expr, $write:expr) => {
        $crate::lab::settings::Kind::Text($crate::lab::settings::Text {
            read: $read,
            write: $write,
            copy: |settings, other| {
                let (values, other) = (settings.of_mut::<$values>(), other.of::<$values>());
                values.$field.clone_from(&other.$field);
            },
        })
    };
}

/// A sentence for documentation, which is not part of what a reader loads.
macro_rules! documentation {
    ($sentence:literal) => {
        if cfg!(feature = "web") { "" } else { $sentence }
    };
}

pub(crate) use {choice, documentation, number, text};
