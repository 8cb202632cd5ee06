//! Settings that are one of some names.

use crate::language::Language;

/// A choice among named values.
pub trait Choice: Copy + PartialEq + 'static {
    /// All values.
    const ALL: &'static [Self];

    /// Their names in attributes and links.
    const NAMES: &'static [&'static str];

    /// The name in attributes and links.
    fn name(self) -> &'static str;

    /// The value of that name.
    fn named(name: &str) -> Option<Self> {
        Self::ALL.get(position(Self::NAMES, name)?).copied()
    }
}

/// Beside the trait, so that the search is in the program once.
fn position(names: &[&str], name: &str) -> Option<usize> {
    names.iter().position(|&known| known == name)
}

macro_rules! choice {
    ($type:ident: $($variant:ident = $name:literal),+) => {
        impl $crate::lab::settings::Choice for $type {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            const NAMES: &'static [&'static str] = &[$($name),+];

            fn name(self) -> &'static str {
                Self::NAMES[self as usize]
            }
        }
    };
}

/// Declares choices with their names in attributes and links.
macro_rules! choices {
    ($(
        $(#[doc = $what:literal])+
        pub enum $type:ident {
            $($(#[doc = $doc:literal])+ $variant:ident = $name:literal,)+
        }
    )+) => {$(
        $(#[doc = $what])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $type {
            $($(#[doc = $doc])+ $variant,)+
        }

        $crate::lab::settings::choice!($type: $($variant = $name),+);
    )+};
}

choices! {
    /// How much of the interface shows.
    pub enum Controls {
        /// The picture and its words only.
        None = "none",
        /// Besides, playing and scrubbing.
        Basic = "basic",
        /// Everything.
        Full = "full",
    }

    /// The color scheme.
    pub enum Theme {
        /// As the reader's system asks.
        Auto = "auto",
        /// Dark on light.
        Light = "light",
        /// Light on dark.
        Dark = "dark",
    }

    /// The scale of the loss axis.
    pub enum LossScale {
        /// Equal factors are equally far apart.
        Log = "log",
        /// Equal differences are equally far apart.
        Linear = "linear",
    }
}

impl Choice for Language {
    const ALL: &'static [Self] = Self::ALL;
    const NAMES: &'static [&'static str] = Self::TAGS;

    fn name(self) -> &'static str {
        self.tag()
    }
}

pub(crate) use {choice, choices};
