//! How a run ended, and at which step.

/// A gradient this short counts as zero, in units of loss per unit of the parameters.
pub const GRADIENT_TOLERANCE: f64 = 1e-4;

/// A step shorter than this share of the domain's diagonal counts as no movement:
/// a million of them would not cross the picture.
pub const STALL_TOLERANCE: f64 = 1e-6;

/// How many such steps in a row make a run stalled.
pub const STALL_STEPS: usize = 10;

/// Where there is no slope, a run rests if its steps are shorter than this share of the
/// diagonal: what rolls on over a plain does not.
pub const REST_TOLERANCE: f64 = 1e-5;

/// Where there is no slope and the surface curves downward by less than this, it is flat.
pub const SADDLE_CURVATURE: f64 = 1e-3;

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
    /// From `step` on, every recorded gradient is shorter than
    /// [`GRADIENT_TOLERANCE`] and every step than [`REST_TOLERANCE`] of the picture,
    /// and the surface curves upward in all directions where the run ended: it reached
    /// a minimum, global or local, and stayed.
    Converged,
    /// Either update number `step` has no numbers: point, loss, gradient or the rule's
    /// state was not finite, and the record ends one step before. Or at `step` the run
    /// left the domain (where it started outside: went farther out than its start), did
    /// not come back, at its end is higher than where it began or still drawn away, and
    ///
    /// - its rate is beyond the stability [bound](super::bound), where there is one:
    ///   below it nothing that is recorded can be called divergence;
    /// - or the surface is of the second degree, curves downward, and draws it away;
    /// - or, where neither is known, it is farther out than [`FAR`], and the second half
    ///   of its time outside has led it at least half as far again as the first.
    Diverged,
    /// The run has not ended by itself when the steps ran out; `step` is the last one.
    #[default]
    Moving,
    /// From `step` on it has come to rest where no minimum is known to be: gradient and
    /// steps are as short as for a converged run, but at a saddle point, a maximum or on
    /// a plain.
    /// Or the last [`STALL_STEPS`] steps and all since `step` were shorter than
    /// [`STALL_TOLERANCE`] of the picture while there is still a slope.
    Stalled,
}

/// What there is to say about an outcome beside its kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cause {
    /// Nothing.
    #[default]
    Plain,
    /// Diverged: the next numbers are too large.
    Overflow,
    /// Diverged: the next update leads to a place of moderate coordinates where the loss or
    /// its gradient is not defined.
    Undefined,
    /// Stalled without a slope where the surface curves downward in some direction by at
    /// least [`SADDLE_CURVATURE`]: at a saddle point or a maximum.
    Saddle,
    /// Stalled without a slope and nearly without curvature: that may be a lowest place.
    Flat,
    /// Stalled on a slope.
    Slope,
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
