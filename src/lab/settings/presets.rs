//! Named bundles of settings: figures of the book.

use super::{Settings, setting};

/// A bundle of settings under a name. What it does not name is at its default.
#[derive(Debug, PartialEq, Eq)]
pub struct Preset {
    /// Its name in attributes and links.
    pub name: &'static str,
    /// Attributes with their texts.
    pub sets: &'static [(&'static str, &'static str)],
}

/// A figure of section 6.4. The core only has to know which lab the whole is wanted for.
macro_rules! overfitting {
    ($name:literal: $($sets:tt),+) => {
        Preset {
            name: $name,
            #[cfg(feature = "lessons")]
            sets: &[
                ("lab", "regularization"),
                ("optimizers", "sgd:lr=0.01"),
                ("label-noise", "0"),
                $($sets),+
            ],
            #[cfg(not(feature = "lessons"))]
            sets: &[("lab", "regularization"), ("optimizers", "sgd:lr=0.01")],
        }
    };
}

/// The figures of section 6.1 that the race can show. Start, rates and the number of updates
/// are the defaults, which are the book's. Then those of section 6.4, whose lab has defaults of
/// its own.
pub const PRESETS: &[Preset] = &[
    Preset {
        name: "book-6-1",
        sets: &[("view", "space"), ("optimizers", "sgd"), ("step", "0")],
    },
    Preset {
        name: "book-6-2",
        sets: &[("view", "gradient"), ("optimizers", "sgd"), ("step", "0")],
    },
    Preset {
        name: "book-6-3",
        sets: &[("optimizers", "sgd")],
    },
    Preset {
        name: "book-6-4",
        sets: &[
            ("optimizers", "momentum"),
            ("lessons", "physics"),
            ("step", "6"),
        ],
    },
    Preset {
        name: "book-6-5",
        sets: &[("optimizers", "momentum")],
    },
    Preset {
        name: "book-6-6",
        sets: &[("optimizers", "adagrad")],
    },
    Preset {
        name: "book-6-7",
        sets: &[("optimizers", "adam")],
    },
    Preset {
        name: "book-6-8",
        sets: &[("optimizers", "sgd momentum adagrad adam")],
    },
    overfitting!("book-overfitting": ("weight-decay", "0"), ("dropout", "0")),
    overfitting!("book-weight-decay": ("weight-decay", "0.1"), ("dropout", "0")),
    overfitting!("book-dropout": ("weight-decay", "0"), ("dropout", "0.2"), ("iterations", "903")),
];

/// What a preset leaves as it is unless it names it: how the figure is shown and to whom,
/// not what it shows.
const KEPT: [&str; 8] = [
    "preset", "autoplay", "controls", "lock", "lang", "theme", "speed", "lessons",
];

/// The names of all presets; the core, which shows no list of them, does without.
#[cfg(all(feature = "web", not(feature = "lessons")))]
pub(crate) const NAMES: &[&str] = &[];
#[cfg(not(all(feature = "web", not(feature = "lessons"))))]
pub(crate) const NAMES: &[&str] = &{
    let mut names = [""; PRESETS.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = PRESETS[at].name;
        at += 1;
    }
    names
};

/// The same for documentation and warnings.
pub(crate) const VALUES: &str = if cfg!(all(feature = "web", not(feature = "lessons"))) {
    "`book-6-1` to `book-6-8` `book-overfitting` `book-weight-decay` `book-dropout`"
} else {
    "`book-6-1` `book-6-2` `book-6-3` `book-6-4` `book-6-5` `book-6-6` `book-6-7` `book-6-8` \
     `book-overfitting` `book-weight-decay` `book-dropout`"
};

impl Preset {
    /// The preset of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        PRESETS.iter().find(|preset| preset.name == name)
    }
}

impl Settings {
    /// The settings that a preset stands for, or the defaults.
    pub(crate) fn of(preset: Option<&'static Preset>) -> Self {
        let mut settings = Self::default();
        for (attribute, text) in preset.map_or(&[][..], |preset| preset.sets) {
            if let Some(row) = setting(attribute) {
                // A test reads every text of the table.
                let _ = row.set(&mut settings, text);
            }
        }
        settings.preset = preset;
        settings
    }

    /// Begins anew from a preset, or from the defaults.
    pub(crate) fn begin_from(&mut self, preset: Option<&'static Preset>) {
        let base = Self::of(preset);
        let is_named = |attribute| {
            let sets = preset.map_or(&[][..], |preset| preset.sets);
            sets.iter().any(|(name, _)| *name == attribute)
        };
        for row in super::TABLE {
            if is_named(row.attribute) || !KEPT.contains(&row.attribute) {
                row.copy(self, &base);
            }
        }
        self.deferred = base.deferred;
        self.preset = preset;
    }
}
