//! Settings that are one of some names.

use crate::language::Language;
use crate::optim::{MomentumForm, NesterovForm};
use crate::surface::Catalogue;

/// Which experiment of the chapter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LabName {
    /// Sections 6.1.2 to 6.1.7: update rules on a loss surface.
    #[default]
    Race,
    /// Section 6.1.8: the same rules train a network.
    Training,
    /// Section 6.2: initial weights, activations and training.
    WeightInit,
    /// Section 6.3: what batch normalization makes of initial weights.
    BatchNorm,
    /// Section 6.4: overfitting, weight decay, dropout.
    Regularization,
    /// Section 6.5: random search for hyperparameters.
    Search,
}

/// Which loss surface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SurfaceName {
    /// One of the catalogue.
    Named(Catalogue),
    /// The formula that the reader typed.
    Formula,
}

/// How much of the interface shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Controls {
    /// The picture and its words only.
    None,
    /// Besides, playing and scrubbing.
    Basic,
    /// Everything.
    #[default]
    Full,
}

/// The color scheme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system asks.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// The shape of the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aspect {
    /// The domain fills the panel.
    #[default]
    Fill,
    /// One unit is as long along x as along y.
    Equal,
}

/// The scale of the loss axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LossScale {
    /// Equal factors are equally far apart.
    #[default]
    Log,
    /// Equal differences are equally far apart.
    Linear,
}

/// An explanation that opens under the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lesson {
    /// The numbers of the record.
    Data,
    /// The update rule with the numbers of the shown step.
    Rule,
    /// The rule as a program, and the run as a script.
    Program,
    /// The forms in which books and libraries write the same rule.
    Conventions,
    /// What comes of every learning rate.
    Rates,
    /// Where every start leads.
    Basins,
    /// The ball in the valley.
    Physics,
    /// Guess first, see then.
    Predict,
    /// Questions and answers on the section.
    Questions,
    /// Links, code and files to take along.
    Share,
    /// The pictures of the mini-batch, and those that a network takes for others.
    Batch,
    /// The loop that trains a network.
    Loop,
    /// Pictures of the reader's own.
    Files,
}

#[cfg(feature = "lessons")]
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

/// Whose learning rates a race is run with: the rule of the comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Comparison {
    /// Each lane's own: the book's, the surface's, or what was set.
    #[default]
    Own,
    /// One for all.
    Same,
    /// Each lane's best of a sweep, see [`crate::race::best_rate`].
    Best,
}

/// How the surface is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// From above, by contour lines.
    #[default]
    Map,
    /// The same, with the way down at many places.
    Gradient,
    /// As a landscape.
    Space,
}

/// One of the two parameters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Coordinate {
    /// The first.
    #[default]
    X,
    /// The second.
    Y,
}

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

choice!(LabName: Race = "race", Training = "training", WeightInit = "weight-init",
    BatchNorm = "batch-norm", Regularization = "regularization", Search = "search");
choice!(Controls: None = "none", Basic = "basic", Full = "full");
choice!(Theme: Auto = "auto", Light = "light", Dark = "dark");
choice!(Aspect: Fill = "fill", Equal = "equal");
choice!(LossScale: Log = "log", Linear = "linear");
choice!(View: Map = "map", Gradient = "gradient", Space = "space");
choice!(Coordinate: X = "x", Y = "y");
choice!(Lesson: Data = "data", Rule = "rule", Program = "program", Conventions = "conventions",
    Rates = "rates", Basins = "basins",
    Physics = "physics", Predict = "predict", Questions = "questions", Share = "share",
    Batch = "batch", Loop = "loop", Files = "files");
choice!(Comparison: Own = "own", Same = "same", Best = "best");
choice!(MomentumForm: Book = "book", PyTorch = "pytorch", Average = "average");
choice!(NesterovForm: Corrected = "corrected", Early = "early");

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
