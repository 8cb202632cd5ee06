//! The update rules as equations.
//!
//! One description of a rule makes its formula, its numbers, its arrows and its
//! program, so that these cannot contradict each other. A further form of a rule needs
//! its equations here and nothing else.

use crate::optim::{Hyperparameters, Key, MomentumForm, NesterovForm, Rule};

/// What an update reads and writes, of which there is one value for each parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// The parameters W.
    Params,
    /// The gradient ∂L/∂W where the parameters were.
    Gradient,
    /// The velocity v of Momentum and Nesterov, the first moment m of Adam.
    Velocity,
    /// The squares h of AdaGrad and RMSProp, the second moment v of Adam.
    Squares,
}

/// A factor that is the same for all parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scalar {
    /// A hyperparameter.
    Key(Key),
    /// 1 − a hyperparameter.
    OneMinus(Key),
    /// 1 + a hyperparameter.
    OnePlus(Key),
    /// The square of a hyperparameter.
    Square(Key),
    /// Adam's ηₜ = η √(1 − β₂ᵗ) / (1 − β₁ᵗ).
    CorrectedRate,
}

/// The last factor of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// The quantity itself.
    Plain(Quantity),
    /// Its square, parameter by parameter.
    Squared(Quantity),
    /// The quantity over √h + ε, with h as this update has left it.
    OverRoot(Quantity),
}

/// Which term, so that a formula, an arrow, a bar and a line of the program that stand
/// for the same can be lit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermId {
    /// Where the parameters were.
    Params,
    /// What is left of the velocity before.
    Carried,
    /// What the gradient adds.
    Gradient,
    /// The whole change of the parameters.
    Step,
    /// What is left of the squares before.
    Kept,
    /// The square of the gradient that is added.
    Added,
}

/// A product in an equation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Which one.
    pub id: TermId,
    /// Whether it is subtracted.
    pub is_subtracted: bool,
    /// Factors that are the same for all parameters, first to last.
    pub scalars: &'static [Scalar],
    /// The last factor.
    pub body: Body,
}

/// `target ← sum of the terms`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Equation {
    /// What is written.
    pub target: Quantity,
    /// What the new value of the target is lit with, if with anything.
    pub lit_with: Option<TermId>,
    /// The terms, first to last. An equation sees what those before it have written.
    pub terms: &'static [Term],
}

impl TermId {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Params,
        Self::Carried,
        Self::Gradient,
        Self::Step,
        Self::Kept,
        Self::Added,
    ];

    /// The name by which the page refers to it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Params => "params",
            Self::Carried => "carried",
            Self::Gradient => "gradient",
            Self::Step => "step",
            Self::Kept => "kept",
            Self::Added => "added",
        }
    }

    /// The one of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|id| id.name() == name)
    }
}

impl Equation {
    /// Whether the first term is the target as it was, which a program writes as `+=`.
    pub fn changes_in_place(&self) -> bool {
        self.terms.first().is_some_and(|first| {
            first.scalars.is_empty()
                && !first.is_subtracted
                && first.body == Body::Plain(self.target)
        })
    }
}

const fn plus(id: TermId, scalars: &'static [Scalar], body: Body) -> Term {
    Term {
        id,
        is_subtracted: false,
        scalars,
        body,
    }
}

const fn minus(id: TermId, scalars: &'static [Scalar], body: Body) -> Term {
    Term {
        is_subtracted: true,
        ..plus(id, scalars, body)
    }
}

/// The parameters as they were.
const PARAMS: Term = plus(TermId::Params, &[], Body::Plain(Quantity::Params));

const LR: Scalar = Scalar::Key(Key::Lr);
const ALPHA: Scalar = Scalar::Key(Key::Momentum);
const GRADIENT: Body = Body::Plain(Quantity::Gradient);
const VELOCITY: Body = Body::Plain(Quantity::Velocity);
const SQUARES: Body = Body::Plain(Quantity::Squares);
const GRADIENT_SQUARED: Body = Body::Squared(Quantity::Gradient);

const fn moves(terms: &'static [Term]) -> Equation {
    Equation {
        target: Quantity::Params,
        lit_with: None,
        terms,
    }
}

const fn pushes(terms: &'static [Term]) -> Equation {
    Equation {
        target: Quantity::Velocity,
        lit_with: Some(TermId::Step),
        terms,
    }
}

const fn collects(terms: &'static [Term]) -> Equation {
    Equation {
        target: Quantity::Squares,
        lit_with: None,
        terms,
    }
}

const SGD: &[Equation] = &[moves(&[PARAMS, minus(TermId::Gradient, &[LR], GRADIENT)])];

const MOMENTUM: &[Equation] = &[
    pushes(&[
        plus(TermId::Carried, &[ALPHA], VELOCITY),
        minus(TermId::Gradient, &[LR], GRADIENT),
    ]),
    moves(&[PARAMS, plus(TermId::Step, &[], VELOCITY)]),
];

const MOMENTUM_PYTORCH: &[Equation] = &[
    Equation {
        lit_with: None,
        ..pushes(&[
            plus(TermId::Carried, &[ALPHA], VELOCITY),
            plus(TermId::Gradient, &[], GRADIENT),
        ])
    },
    moves(&[PARAMS, minus(TermId::Step, &[LR], VELOCITY)]),
];

const MOMENTUM_AVERAGE: &[Equation] = &[
    Equation {
        lit_with: None,
        ..pushes(&[
            plus(TermId::Carried, &[ALPHA], VELOCITY),
            plus(
                TermId::Gradient,
                &[Scalar::OneMinus(Key::Momentum)],
                GRADIENT,
            ),
        ])
    },
    moves(&[PARAMS, minus(TermId::Step, &[LR], VELOCITY)]),
];

const NESTEROV_MOVES: Equation = Equation {
    lit_with: Some(TermId::Step),
    ..moves(&[
        PARAMS,
        plus(TermId::Carried, &[Scalar::Square(Key::Momentum)], VELOCITY),
        minus(
            TermId::Gradient,
            &[Scalar::OnePlus(Key::Momentum), LR],
            GRADIENT,
        ),
    ])
};

const NESTEROV_PUSHES: Equation = Equation {
    lit_with: None,
    ..pushes(&[
        plus(TermId::Carried, &[ALPHA], VELOCITY),
        minus(TermId::Gradient, &[LR], GRADIENT),
    ])
};

/// The velocity moves the parameters before it is updated.
const NESTEROV: &[Equation] = &[NESTEROV_MOVES, NESTEROV_PUSHES];

/// The velocity is updated first, as in the program of the Korean edition.
const NESTEROV_EARLY: &[Equation] = &[NESTEROV_PUSHES, NESTEROV_MOVES];

const ADAGRAD: &[Equation] = &[
    collects(&[
        plus(TermId::Kept, &[], SQUARES),
        plus(TermId::Added, &[], GRADIENT_SQUARED),
    ]),
    moves(&[
        PARAMS,
        minus(TermId::Step, &[LR], Body::OverRoot(Quantity::Gradient)),
    ]),
];

const RMSPROP: &[Equation] = &[
    collects(&[
        plus(TermId::Kept, &[Scalar::Key(Key::Decay)], SQUARES),
        plus(
            TermId::Added,
            &[Scalar::OneMinus(Key::Decay)],
            GRADIENT_SQUARED,
        ),
    ]),
    moves(&[
        PARAMS,
        minus(TermId::Step, &[LR], Body::OverRoot(Quantity::Gradient)),
    ]),
];

const ADAM: &[Equation] = &[
    Equation {
        lit_with: None,
        ..pushes(&[
            plus(TermId::Carried, &[Scalar::Key(Key::Beta1)], VELOCITY),
            plus(TermId::Gradient, &[Scalar::OneMinus(Key::Beta1)], GRADIENT),
        ])
    },
    collects(&[
        plus(TermId::Kept, &[Scalar::Key(Key::Beta2)], SQUARES),
        plus(
            TermId::Added,
            &[Scalar::OneMinus(Key::Beta2)],
            GRADIENT_SQUARED,
        ),
    ]),
    moves(&[
        PARAMS,
        minus(
            TermId::Step,
            &[Scalar::CorrectedRate],
            Body::OverRoot(Quantity::Velocity),
        ),
    ]),
];

/// The equations of a rule in the order of their execution: as the book has them, or in
/// the form that the race follows.
///
/// Adam's moments are written as the running means that they are: the book's program
/// says m ← m + (1 − β₁)(g − m), which is the same as β₁ m + (1 − β₁) g.
pub const fn equations(values: &Hyperparameters) -> &'static [Equation] {
    let forms = values.forms();
    match (values.rule(), forms.momentum, forms.nesterov) {
        (Rule::Sgd, ..) => SGD,
        (Rule::Momentum, MomentumForm::Book, _) => MOMENTUM,
        (Rule::Momentum, MomentumForm::PyTorch, _) => MOMENTUM_PYTORCH,
        (Rule::Momentum, MomentumForm::Average, _) => MOMENTUM_AVERAGE,
        (Rule::Nesterov, _, NesterovForm::Corrected) => NESTEROV,
        (Rule::Nesterov, _, NesterovForm::Early) => NESTEROV_EARLY,
        (Rule::AdaGrad, ..) => ADAGRAD,
        (Rule::RmsProp, ..) => RMSPROP,
        (Rule::Adam, ..) => ADAM,
    }
}
