//! Conventions: the forms in which books and libraries write the same rule.

/// How Momentum keeps its velocity.
///
/// With a constant learning rate all three go the same way, once the rate is
/// translated by [`book_rate`](MomentumForm::book_rate). When the rate changes
/// during a run they part: the book's velocity is a length of the past, made with
/// the old rate; in the other two the rate stands outside and acts at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MomentumForm {
    /// The book's and Keras': `v ← α v − η g`, `W ← W + v`. The velocity is the step.
    #[default]
    Book,
    /// PyTorch's (without dampening): `v ← α v + g`, `W ← W − η v`. The velocity is a
    /// sum of gradients.
    PyTorch,
    /// An exponential average: `v ← α v + (1 − α) g`, `W ← W − η v`. The velocity is
    /// a mean gradient, as in Adam.
    Average,
}

impl MomentumForm {
    /// The learning rate with which the book's form goes the same way: η, or
    /// η (1 − α) for the average.
    pub fn book_rate(self, learning_rate: f64, momentum: f64) -> f64 {
        match self {
            Self::Book | Self::PyTorch => learning_rate,
            Self::Average => learning_rate * (1.0 - momentum),
        }
    }

    /// The learning rate with which this form goes the way of the book's with
    /// `book_rate`: the inverse of [`book_rate`](MomentumForm::book_rate). Infinite
    /// for the average with α = 1.
    pub fn rate_like(self, book_rate: f64, momentum: f64) -> f64 {
        match self {
            Self::Book | Self::PyTorch => book_rate,
            Self::Average => book_rate / (1.0 - momentum),
        }
    }
}

/// When Nesterov's velocity is updated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NesterovForm {
    /// After it was used: the book's program since 2021, PyTorch's and Keras' rule.
    #[default]
    Corrected,
    /// Before it is used, as in the program of the Korean edition: the new gradient
    /// then counts 1 + α + α² times instead of 1 + α.
    Early,
}

/// The conventions that a race follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forms {
    /// How Momentum keeps its velocity.
    pub momentum: MomentumForm,
    /// When Nesterov's velocity is updated.
    pub nesterov: NesterovForm,
}
