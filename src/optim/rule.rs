//! The names of the update rules and of their hyperparameters.

/// One of the update rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// [`Sgd`](super::Sgd)
    Sgd,
    /// [`Momentum`](super::Momentum)
    Momentum,
    /// [`Nesterov`](super::Nesterov)
    Nesterov,
    /// [`AdaGrad`](super::AdaGrad)
    AdaGrad,
    /// [`RmsProp`](super::RmsProp)
    RmsProp,
    /// [`Adam`](super::Adam)
    Adam,
}

/// The name of a hyperparameter, as it is written in attributes and links.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// Learning rate η.
    Lr,
    /// Momentum coefficient α.
    Momentum,
    /// Decay ρ of RMSProp.
    Decay,
    /// Decay β₁ of Adam's running mean of the gradient.
    Beta1,
    /// Decay β₂ of Adam's running mean of the squares.
    Beta2,
    /// ε, added after the root.
    Eps,
}

impl Rule {
    /// All rules, in the order of the book with its extra rules beside their kin.
    pub const ALL: [Self; 6] = [
        Self::Sgd,
        Self::Momentum,
        Self::Nesterov,
        Self::AdaGrad,
        Self::RmsProp,
        Self::Adam,
    ];

    /// The name in attributes and links.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sgd => "sgd",
            Self::Momentum => "momentum",
            Self::Nesterov => "nesterov",
            Self::AdaGrad => "adagrad",
            Self::RmsProp => "rmsprop",
            Self::Adam => "adam",
        }
    }

    /// The name as the book and the papers write it, the same in every language.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Sgd => "SGD",
            Self::Momentum => "Momentum",
            Self::Nesterov => "Nesterov",
            Self::AdaGrad => "AdaGrad",
            Self::RmsProp => "RMSProp",
            Self::Adam => "Adam",
        }
    }

    /// The rule of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.name() == name)
    }

    /// Whether it divides each step by what it has met of gradients before, plus ε. Of such a rule
    /// no bound on the learning rate is known.
    pub fn is_adaptive(self) -> bool {
        self.keys().contains(&Key::Eps)
    }

    /// The hyperparameters of the rule, the learning rate first.
    pub const fn keys(self) -> &'static [Key] {
        match self {
            Self::Sgd => &[Key::Lr],
            Self::Momentum | Self::Nesterov => &[Key::Lr, Key::Momentum],
            Self::AdaGrad => &[Key::Lr, Key::Eps],
            Self::RmsProp => &[Key::Lr, Key::Decay, Key::Eps],
            Self::Adam => &[Key::Lr, Key::Beta1, Key::Beta2, Key::Eps],
        }
    }
}

impl Key {
    /// All keys.
    pub const ALL: [Self; 6] = [
        Self::Lr,
        Self::Momentum,
        Self::Decay,
        Self::Beta1,
        Self::Beta2,
        Self::Eps,
    ];

    /// The name in attributes and links.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lr => "lr",
            Self::Momentum => "momentum",
            Self::Decay => "decay",
            Self::Beta1 => "beta1",
            Self::Beta2 => "beta2",
            Self::Eps => "eps",
        }
    }

    /// The symbol of the book and of the papers.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Lr => "η",
            Self::Momentum => "α",
            Self::Decay => "ρ",
            Self::Beta1 => "β₁",
            Self::Beta2 => "β₂",
            Self::Eps => "ε",
        }
    }

    /// The key of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.name() == name)
    }
}
