//! How a run ended, and at which step.
//!
//! All lengths are judged on the scale of the run itself, or of the picture where that is
//! smaller, and nothing is compared with a loss or a gradient in their units: a loss that is a
//! thousand times as large, run with a thousandth of the rate, ends the same.

use crate::surface::Trouble;

/// A run is at a place where the gradient vanishes if it is nearer to it than this share of its
/// way: of the diagonal of the rectangle that it has covered, or of the picture's.
pub const REST_TOLERANCE: f64 = 1e-4;

/// What has come that near is at rest as long as it stays within this many times the distance.
pub const STAY: f64 = 10.0;

/// This near, as a share of the picture's diagonal, even a run that has not moved is there.
pub const START_TOLERANCE: f64 = 1e-8;

/// At least so many steps in a row, and a tenth of all that were made, tell rest from slowness.
pub const LEAST_STEPS: usize = 10;

/// Nearer to a minimum than this share of the picture's diagonal a run is said to be on its
/// way to it as long as it is not at rest.
pub const NEAR: f64 = 0.01;

/// Steps this short, as a share of the way that lies ahead, count as no movement: a million of
/// them would not lead to the minimum ahead, or across the picture.
pub const STALL_TOLERANCE: f64 = 1e-6;

/// As many times as far out as the picture reaches, or the start, a run has to be before it
/// is said to diverge where theory does not tell.
pub const FAR: f64 = 100.0;

/// How a run ended, and since when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How it ended.
    pub kind: OutcomeKind,
    /// What there is to say about that beside the kind.
    pub cause: Cause,
    /// The step that decided it, see [`OutcomeKind`].
    pub step: usize,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OutcomeKind {
    /// From `step` on the run was at a minimum, global or local: nearer than
    /// [`REST_TOLERANCE`] for [`LEAST_STEPS`] steps and a tenth of all, without moving away,
    /// and since then within [`STAY`] times that. Where the minimum lies tell gradient and
    /// second derivatives at the last point; that it is one, the gradient around it.
    Converged,
    /// Either the numbers of update `step` are too large, and the record ends one step
    /// before. Or at `step` the run left the domain (where it started outside: went farther
    /// out than its start), did not come back, at its end is higher than where it began or
    /// still drawn away, and
    ///
    /// - its rate is beyond the stability [bound](super::bound), where there is one:
    ///   below it nothing that is recorded can be called divergence;
    /// - or the surface is of the second degree, falls forever in some direction, and draws
    ///   it away;
    /// - or, where neither is known, it is farther out than [`FAR`], and the second half
    ///   of its time outside has led it at least half as far again as the first.
    Diverged,
    /// The run has not ended by itself when the steps ran out; `step` is the last one.
    #[default]
    Moving,
    /// From `step` on it has come to rest where no minimum is known to be, as a converged run
    /// does, but at a saddle point, a maximum or on a plain.
    /// Or at least the last [`LEAST_STEPS`] steps and the later half of all, those since
    /// `step`, were shorter than [`STALL_TOLERANCE`] and did not grow, while there is still a
    /// slope and no minimum [near](NEAR).
    Stalled,
    /// The update number `step` leads to no numbers for another reason than size: the loss
    /// or its gradient has no value there, or the rule divides by zero. The record ends one
    /// step before.
    Undefined,
}

/// What there is to say about an outcome beside its kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cause {
    /// Nothing.
    #[default]
    Plain,
    /// The surface has no numbers at the next point: diverged where they are too large,
    /// otherwise undefined.
    Surface(Trouble),
    /// Undefined: with ε = 0 the rule divides by zero, where the squares of all gradients of
    /// a parameter so far add up to zero.
    DivisionByZero,
    /// Stalled where the gradient vanishes, at a saddle point, a maximum or an inflection.
    Saddle,
    /// Stalled where the gradient vanishes and the surface does not curve in some direction:
    /// that may be a lowest place.
    Flat,
    /// Stalled on a slope.
    Slope,
}

impl Cause {
    /// How a run has ended whose next numbers are missing for that reason.
    pub(super) const fn kind(self) -> OutcomeKind {
        match self {
            Self::Surface(Trouble::TooLarge) => OutcomeKind::Diverged,
            _ => OutcomeKind::Undefined,
        }
    }
}

impl OutcomeKind {
    /// Whether the loss that the run ends with tells nothing: it diverged, or broke off.
    pub const fn is_lost(self) -> bool {
        matches!(self, Self::Diverged | Self::Undefined)
    }

    /// The name in the record: `converged`, `diverged`, `moving`, `stalled` or `undefined`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Converged => "converged",
            Self::Diverged => "diverged",
            Self::Moving => "moving",
            Self::Stalled => "stalled",
            Self::Undefined => "undefined",
        }
    }
}
