//! The surfaces by name.

use super::{
    Beale, Booth, Himmelblau, Rastrigin, Ravine, Rosenbrock, Saddle, StyblinskiTang, Surface,
};

/// One of the surfaces that have a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Catalogue {
    /// [`Ravine`]
    Ravine,
    /// [`Rosenbrock`]
    Rosenbrock,
    /// [`Himmelblau`]
    Himmelblau,
    /// [`Beale`]
    Beale,
    /// [`Booth`]
    Booth,
    /// [`StyblinskiTang`]
    StyblinskiTang,
    /// [`Rastrigin`]
    Rastrigin,
    /// [`Saddle`]
    Saddle,
}

impl Catalogue {
    /// All named surfaces, the book's first.
    pub const ALL: [Self; 8] = [
        Self::Ravine,
        Self::Rosenbrock,
        Self::Himmelblau,
        Self::Beale,
        Self::Booth,
        Self::StyblinskiTang,
        Self::Rastrigin,
        Self::Saddle,
    ];

    /// The name in attributes and links.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ravine => "ravine",
            Self::Rosenbrock => "rosenbrock",
            Self::Himmelblau => "himmelblau",
            Self::Beale => "beale",
            Self::Booth => "booth",
            Self::StyblinskiTang => "styblinski-tang",
            Self::Rastrigin => "rastrigin",
            Self::Saddle => "saddle",
        }
    }

    /// The surface of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|entry| entry.name() == name)
    }

    /// The surface itself.
    pub fn surface(self) -> &'static dyn Surface {
        match self {
            Self::Ravine => &Ravine,
            Self::Rosenbrock => &Rosenbrock,
            Self::Himmelblau => &Himmelblau,
            Self::Beale => &Beale,
            Self::Booth => &Booth,
            Self::StyblinskiTang => &StyblinskiTang,
            Self::Rastrigin => &Rastrigin,
            Self::Saddle => &Saddle,
        }
    }
}
