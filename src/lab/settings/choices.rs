//! Settings that are one of some names.

use crate::language::Language;
use crate::optim::{MomentumForm, NesterovForm};
use crate::surface::Catalogue;

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
        impl Choice for $type {
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

        choice!($type: $($variant = $name),+);
    )+};
}

choices! {
    /// Which experiment of the chapter.
    pub enum LabName {
        /// Sections 6.1.2 to 6.1.7: update rules on a loss surface.
        Race = "race",
        /// Section 6.1.8: the same rules train a network.
        Training = "training",
        /// Section 6.2: initial weights, activations and training.
        WeightInit = "weight-init",
        /// Section 6.3: what batch normalization makes of initial weights.
        BatchNorm = "batch-norm",
        /// Section 6.4: overfitting, weight decay, dropout.
        Regularization = "regularization",
        /// Section 6.5: random search for hyperparameters.
        Search = "search",
    }

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

    /// The shape of the map.
    pub enum Aspect {
        /// The domain fills the panel.
        Fill = "fill",
        /// One unit is as long along x as along y.
        Equal = "equal",
    }

    /// The scale of the loss axis.
    pub enum LossScale {
        /// Equal factors are equally far apart.
        Log = "log",
        /// Equal differences are equally far apart.
        Linear = "linear",
    }

    /// An explanation that opens under the figure.
    pub enum Lesson {
        /// The numbers of the record.
        Data = "data",
        /// The update rule with the numbers of the shown step.
        Rule = "rule",
        /// The rule as a program, and the run as a script.
        Program = "program",
        /// The forms in which books and libraries write the same rule.
        Conventions = "conventions",
        /// What comes of every learning rate.
        Rates = "rates",
        /// Where every start leads.
        Basins = "basins",
        /// The ball in the valley.
        Physics = "physics",
        /// Guess first, see then.
        Predict = "predict",
        /// Questions and answers on the section.
        Questions = "questions",
        /// Links, code and files to take along.
        Share = "share",
        /// The pictures of the mini-batch, and those that a network takes for others.
        Batch = "batch",
        /// The loop that trains a network.
        Loop = "loop",
        /// Pictures of the reader's own.
        Files = "files",
    }

    /// Whose learning rates a race is run with: the rule of the comparison.
    pub enum Comparison {
        /// Each lane's own: the book's, the surface's, or what was set.
        Own = "own",
        /// One for all.
        Same = "same",
        /// Each lane's best of a sweep, see [`crate::race::best_rate`].
        Best = "best",
    }

    /// How the surface is shown.
    pub enum View {
        /// From above, by contour lines.
        Map = "map",
        /// The same, with the way down at many places.
        Gradient = "gradient",
        /// As a landscape.
        Space = "space",
    }

    /// One of the two parameters.
    pub enum Coordinate {
        /// The first.
        X = "x",
        /// The second.
        Y = "y",
    }
}

choice!(MomentumForm: Book = "book", PyTorch = "pytorch", Average = "average");
choice!(NesterovForm: Corrected = "corrected", Early = "early");

impl Lesson {
    /// Whether it has something to say about a lab.
    pub fn is_for(self, lab: LabName) -> bool {
        let is_on_networks = matches!(self, Self::Batch | Self::Loop | Self::Files);
        match lab {
            LabName::Race => !is_on_networks,
            LabName::Training => is_on_networks || self == Self::Share,
            _ => matches!(self, Self::Files | Self::Share),
        }
    }
}

/// Which loss surface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SurfaceName {
    /// One of the catalogue.
    Named(Catalogue),
    /// The formula that the reader typed.
    Formula,
}

impl Choice for Language {
    const ALL: &'static [Self] = Self::ALL;
    const NAMES: &'static [&'static str] = Self::TAGS;

    fn name(self) -> &'static str {
        self.tag()
    }
}

impl Choice for SurfaceName {
    const ALL: &'static [Self] = &[
        Self::Named(Catalogue::Ravine),
        Self::Named(Catalogue::Rosenbrock),
        Self::Named(Catalogue::Himmelblau),
        Self::Named(Catalogue::Beale),
        Self::Named(Catalogue::Booth),
        Self::Named(Catalogue::StyblinskiTang),
        Self::Named(Catalogue::Rastrigin),
        Self::Named(Catalogue::Saddle),
        Self::Formula,
    ];
    const NAMES: &'static [&'static str] = &[
        Catalogue::Ravine.name(),
        Catalogue::Rosenbrock.name(),
        Catalogue::Himmelblau.name(),
        Catalogue::Beale.name(),
        Catalogue::Booth.name(),
        Catalogue::StyblinskiTang.name(),
        Catalogue::Rastrigin.name(),
        Catalogue::Saddle.name(),
        "formula",
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Named(entry) => entry.name(),
            Self::Formula => "formula",
        }
    }
}
