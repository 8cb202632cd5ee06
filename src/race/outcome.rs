//! How a run ended, and at which step.

use super::Trajectory;
use crate::math::{Point, Rect, Vec2};
use crate::surface::Surface;

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

impl Outcome {
    /// Judges a complete record; `overflowed` says that the update after its last
    /// entry was not finite.
    pub fn of(surface: &dyn Surface, record: &Trajectory, overflowed: bool) -> Self {
        let n = record.points.len();
        let outcome = |kind, step| Self { kind, step };
        if overflowed {
            return outcome(OutcomeKind::Diverged, n);
        }
        let last = n.saturating_sub(1);
        if let Some(step) = rest_since(&record.gradients) {
            let kind = if is_minimum(surface, record.points[last]) {
                OutcomeKind::Converged
            } else {
                OutcomeKind::Stalled
            };
            return outcome(kind, step);
        }
        if let Some(step) = left_for_good(surface.domain(), record) {
            return outcome(OutcomeKind::Diverged, step);
        }
        match stuck_since(surface.domain(), &record.points) {
            Some(step) => outcome(OutcomeKind::Stalled, step),
            None => outcome(OutcomeKind::Moving, last),
        }
    }
}

/// The first step from which on every gradient counts as zero.
fn rest_since(gradients: &[Vec2]) -> Option<usize> {
    let slopes = |g: &Vec2| g.length() > GRADIENT_TOLERANCE;
    let first = gradients
        .iter()
        .rposition(slopes)
        .map_or(0, |last| last + 1);
    (first < gradients.len()).then_some(first)
}

/// The first step from which on the run stays outside, where it does not seem to return.
fn left_for_good(domain: Rect, record: &Trajectory) -> Option<usize> {
    let (start, end) = (*record.points.first()?, *record.points.last()?);
    let border = domain.reach(start).max(1.0);
    let inside = |p: &Point| domain.reach(*p) <= border;
    let first = record.points.iter().rposition(inside)? + 1;
    if first == record.points.len() {
        return None;
    }
    let higher = record.losses.last() > record.losses.first();
    let outward = end - domain.center();
    let drawn_away = record.gradients.last()?.dot(outward) < 0.0;
    (higher || drawn_away).then_some(first)
}

/// The first step since which every step was too short to see.
fn stuck_since(domain: Rect, points: &[Point]) -> Option<usize> {
    let diagonal = Vec2::new(domain.x.length(), domain.y.length()).length();
    let moves = |pair: &[Point]| (pair[1] - pair[0]).length() > STALL_TOLERANCE * diagonal;
    let first = points
        .windows(2)
        .rposition(moves)
        .map_or(0, |last| last + 1);
    (points.len() > first + STALL_STEPS).then_some(first)
}

/// Whether the surface curves upward in every direction, judged by differences of
/// the exact gradient over a short distance.
fn is_minimum(surface: &dyn Surface, at: Point) -> bool {
    let domain = surface.domain();
    let (h, k) = (domain.x.length() * 1e-5, domain.y.length() * 1e-5);
    let slope = |dx: f64, dy: f64| surface.gradient(Point::new(at.x + dx, at.y + dy));
    let along_x = (slope(h, 0.0) + -slope(-h, 0.0)) * (0.5 / h);
    let along_y = (slope(0.0, k) + -slope(0.0, -k)) * (0.5 / k);
    let mixed = (along_x.y + along_y.x) / 2.0;
    let determinant = along_x.x * along_y.y - mixed * mixed;
    along_x.x > 0.0 && along_y.y > 0.0 && determinant > 0.0
}
