//! How a setting is declared. What follows from it: attribute, property, link, checks, types,
//! documentation, controls.

use super::Settings;
use super::choices::Choice;
use crate::lab::controls::ControlType;
use crate::lab::parse::{self, Refused};
use crate::math::{joined, numeral};

/// Takes a text into a setting.
type Read = fn(&mut Settings, &str) -> Result<(), Refused>;

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
    /// Whether its texts have plus signs, which links write as `%2B`.
    pub(crate) has_plus: bool,
    /// What a reader changes it with.
    pub(crate) controls: &'static [ControlType],
    /// Reads a text that means something with the other settings only.
    pub(crate) read: Option<Read>,
    /// Writes such a text.
    pub(crate) write: Option<fn(&Settings) -> String>,
    pub(crate) get: fn(&Settings) -> &dyn Value,
    pub(crate) get_mut: fn(&mut Settings) -> &mut dyn Value,
    pub(crate) copy: fn(&mut Settings, &Settings),
}

/// The type of a setting.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Free text.
    Text,
    /// A number.
    Number(Range),
    /// Present or absent.
    Boolean,
    /// One of some names.
    Choice(&'static [&'static str]),
    /// Any of some names.
    Names(&'static [&'static str]),
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

/// What a setting can hold.
pub(crate) trait Value {
    /// Takes a text, or says that it is not allowed. What can be understood is kept.
    fn read(&mut self, text: &str) -> Result<(), Refused>;

    /// Its text, empty where it is left out.
    fn text(&self) -> String;

    /// The number that it is, where it is one.
    fn number(&self) -> Option<f64> {
        None
    }

    /// Takes a number that is allowed.
    fn set_number(&mut self, _: f64) {}
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

    /// What is allowed, as a sentence says it.
    fn text(self) -> String {
        let plain = numeral::plain_text;
        match self {
            Self::Real(..) | Self::Whole(..) => {
                joined(&[self.low(), self.high()].map(plain), " to ")
            }
            Self::OneOf(all) => {
                let all: Vec<String> = all.iter().copied().map(plain).collect();
                let (first, last) = all.split_at(all.len() - 1);
                joined(&[joined(first, ", "), joined(last, "")], " or ")
            }
        }
    }
}

impl Setting {
    /// The name of the property in JavaScript.
    pub fn property(&self) -> String {
        property(self.name)
    }

    /// What is allowed, for documentation and warnings.
    pub fn values(&self) -> String {
        match self.kind {
            _ if !self.allowed.is_empty() => self.allowed.to_owned(),
            Kind::Number(range) => range.text(),
            Kind::Choice(names) => quoted(names),
            Kind::Names(names) => joined(&["any of", &quoted(names)], " "),
            Kind::Boolean => "present or absent".to_owned(),
            Kind::Text => String::new(),
        }
    }

    /// The texts that can be chosen from.
    pub(crate) fn names(&self) -> Vec<String> {
        match self.kind {
            Kind::Choice(names) | Kind::Names(names) => {
                names.iter().map(|&name| name.to_owned()).collect()
            }
            Kind::Number(Range::OneOf(all)) => all.iter().copied().map(numeral::shortest).collect(),
            _ => Vec::new(),
        }
    }

    /// Takes the text, or says that it is not allowed. What can be understood is kept.
    pub(crate) fn read(&self, settings: &mut Settings, text: &str) -> Result<(), Refused> {
        if let Some(read) = self.read {
            return read(settings, text);
        }
        let value = (self.get_mut)(settings);
        match self.kind {
            Kind::Number(range) if !text.trim().is_empty() => {
                value.set_number(range.read(text).ok_or(Refused::Value)?);
                Ok(())
            }
            _ => value.read(text),
        }
    }

    /// The canonical text of the current value.
    pub fn text(&self, settings: &Settings) -> String {
        match self.write {
            Some(write) => write(settings),
            None => (self.get)(settings).text(),
        }
    }

    /// The number that is set, of a setting that is a number.
    pub fn number(&self, settings: &Settings) -> Option<f64> {
        (self.get)(settings).number()
    }
}

fn quoted(names: &[&str]) -> String {
    let quoted = names.iter().map(|name| joined(&["`", name, "`"], ""));
    joined(&quoted.collect::<Vec<_>>(), " ")
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

/// Numbers, and those that may be left out.
macro_rules! numbers {
    ($($type:ty => $text:expr),+) => {$(
        impl Value for $type {
            /// Nothing is no number.
            fn read(&mut self, _: &str) -> Result<(), Refused> {
                Err(Refused::Value)
            }

            fn text(&self) -> String {
                $text(*self)
            }

            fn number(&self) -> Option<f64> {
                Some(*self as f64)
            }

            fn set_number(&mut self, value: f64) {
                *self = value as Self;
            }
        }

        impl Value for Option<$type> {
            fn read(&mut self, _: &str) -> Result<(), Refused> {
                *self = None;
                Ok(())
            }

            fn text(&self) -> String {
                self.map_or_else(String::new, $text)
            }

            fn number(&self) -> Option<f64> {
                self.map(|value| value as f64)
            }

            fn set_number(&mut self, value: f64) {
                *self = Some(value as $type);
            }
        }
    )+};
}
numbers!(f64 => numeral::shortest, usize => |it: usize| it.to_string(), u64 => |it: u64| it.to_string());

impl Value for bool {
    fn read(&mut self, text: &str) -> Result<(), Refused> {
        *self = parse::boolean(text);
        Ok(())
    }

    fn text(&self) -> String {
        if *self { "true" } else { "" }.to_owned()
    }
}

impl<C: Choice> Value for C {
    fn read(&mut self, text: &str) -> Result<(), Refused> {
        *self = C::named(text.trim()).ok_or(Refused::Value)?;
        Ok(())
    }

    fn text(&self) -> String {
        self.name().to_owned()
    }
}

/// Declares what can be set of something: a struct of values with their defaults, and for each
/// its attribute and its type; where it has them, what is allowed, controls, and more fields of
/// [`Setting`]. The sentence of documentation is the field's, too.
macro_rules! settings {
    (
        $(#[doc = $what:literal])+
        pub struct $values:ident;
        $(
            $(#[doc = $doc:literal])+
            $name:literal $field:ident: $type:ty = $default:expr,
            $kind:ident $(($($argument:tt)+))? $(, $key:ident: $value:expr)*;
        )+
    ) => {
        $(#[doc = $what])+
        #[derive(Clone, Debug, PartialEq)]
        pub struct $values {
            $($(#[doc = $doc])+ pub $field: $type,)+
        }

        impl Default for $values {
            fn default() -> Self {
                Self { $($field: $default,)+ }
            }
        }

        impl $values {
            /// How each of them is set.
            pub(crate) const SETTINGS: &[$crate::lab::settings::Setting] = &[$(
                $crate::lab::settings::Setting {
                    $($key: $value,)*
                    ..$crate::lab::settings::Setting {
                        name: $name,
                        kind: $crate::lab::settings::kind!($kind $type $(, $($argument)+)?),
                        doc: if cfg!(feature = "web") { "" } else { concat!($($doc),+).trim_ascii_start() },
                        allowed: "",
                        has_plus: false,
                        controls: &[],
                        read: None,
                        write: None,
                        get: |settings| &settings.of::<$values>().$field,
                        get_mut: |settings| &mut settings.of_mut::<$values>().$field,
                        copy: |settings, other| {
                            let (to, from) = (settings.of_mut::<$values>(), other.of::<$values>());
                            to.$field.clone_from(&from.$field);
                        },
                    }
                },
            )+];
        }
    };
}

/// The type of a setting as [`settings!`] writes it.
macro_rules! kind {
    (number $type:ty, $range:expr) => {
        $crate::lab::settings::Kind::Number($range)
    };
    (choice $type:ty) => {
        $crate::lab::settings::Kind::Choice(<$type as $crate::lab::settings::Choice>::NAMES)
    };
    (names $type:ty, $names:expr) => {
        $crate::lab::settings::Kind::Choice($names)
    };
    (text $type:ty) => {
        $crate::lab::settings::Kind::Text
    };
    (flag $type:ty) => {
        $crate::lab::settings::Kind::Boolean
    };
}

pub(crate) use {kind, settings};
