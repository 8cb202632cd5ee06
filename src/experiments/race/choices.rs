//! Settings of the race that are one of some names.

use crate::lab::settings::{Choice, choice, choices};
use crate::optim::{MomentumForm, NesterovForm};
use crate::surface::Catalogue;

choices! {
    /// The shape of the map.
    pub enum Aspect {
        /// The domain fills the panel.
        Fill = "fill",
        /// One unit is as long along x as along y.
        Equal = "equal",
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

/// Which loss surface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SurfaceName {
    /// One of the catalogue.
    Named(Catalogue),
    /// The formula that the reader typed.
    Formula,
}

const N_CATALOGUED: usize = Catalogue::ALL.len();

impl Choice for SurfaceName {
    /// Those of the catalogue, and the formula as the last.
    const ALL: &'static [Self] = &{
        let mut all = [Self::Formula; N_CATALOGUED + 1];
        let mut index = 0;
        while index < N_CATALOGUED {
            all[index] = Self::Named(Catalogue::ALL[index]);
            index += 1;
        }
        all
    };
    const NAMES: &'static [&'static str] = &{
        let mut names = ["formula"; N_CATALOGUED + 1];
        let mut index = 0;
        while index < N_CATALOGUED {
            names[index] = Catalogue::ALL[index].name();
            index += 1;
        }
        names
    };

    fn name(self) -> &'static str {
        match self {
            Self::Named(entry) => entry.name(),
            Self::Formula => "formula",
        }
    }
}
