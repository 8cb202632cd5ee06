//! Figures of the book by name.

use crate::lab::settings::Preset;

/// A figure of section 6.4.
macro_rules! overfitting {
    ($name:literal: $($sets:tt),+) => {
        Preset {
            name: $name,
            sets: &[
                ("lab", "regularization"),
                ("optimizers", "sgd:lr=0.01"),
                ("label-noise", "0"),
                $($sets),+
            ],
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

/// Their names.
pub(crate) const NAMES: &[&str] = &{
    let mut names = [""; PRESETS.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = PRESETS[at].name;
        at += 1;
    }
    names
};
