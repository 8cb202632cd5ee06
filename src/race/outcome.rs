//! How a run ended, and at which step.

/// A gradient this short counts as zero, in units of loss per unit of the parameters.
pub const GRADIENT_TOLERANCE: f64 = 1e-4;

/// A step shorter than this share of the domain's diagonal counts as no movement:
/// a million of them would not cross the picture.
pub const STALL_TOLERANCE: f64 = 1e-6;

/// How many such steps in a row make a run stalled.
pub const STALL_STEPS: usize = 10;

/// How a run ended, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// How it ended.
    pub kind: OutcomeKind,
    /// The step that decided it, see [`OutcomeKind`].
    pub step: usize,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OutcomeKind {
    /// From `step` on, every recorded gradient is shorter than
    /// [`GRADIENT_TOLERANCE`], and the surface curves upward in all directions where
    /// the run ended: it reached a minimum, global or local, and stayed.
    Converged,
    /// Either update number `step` overflowed: point, loss, gradient or the rule's
    /// state was no longer finite, and the record ends one step before. Or nothing
    /// overflowed yet, but at `step` the run left the domain (where it started
    /// outside: went farther out than its start) and did not come back, and at its
    /// end it is higher than where it began or still drawn away.
    Diverged,
    /// The run has not ended by itself when the steps ran out; `step` is the last one.
    #[default]
    Moving,
    /// From `step` on it has come to rest where no minimum is: the gradient is as
    /// short as for a converged run, but at a saddle point, a maximum or on a plain.
    /// Or the last [`STALL_STEPS`] steps and all since `step` were shorter than
    /// [`STALL_TOLERANCE`] of the picture while there is still a slope.
    Stalled,
}

impl Default for Outcome {
    fn default() -> Self {
        Self {
            kind: OutcomeKind::Moving,
            step: 0,
        }
    }
}

impl OutcomeKind {
    /// The name in the record: `converged`, `diverged`, `moving` or `stalled`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Converged => "converged",
            Self::Diverged => "diverged",
            Self::Moving => "moving",
            Self::Stalled => "stalled",
        }
    }
}
