//! Judges a run by what a complete record of it would hold.

use super::Conditions;
use super::outcome::{GRADIENT_TOLERANCE, Outcome, OutcomeKind, STALL_STEPS, STALL_TOLERANCE};
use super::trajectory::Entry;
use crate::math::{Point, Rect, Vec2};
use crate::surface::Surface;

/// What decides the outcome of a run, as far as it has come.
pub(super) struct Judge<'a> {
    surface: &'a dyn Surface,
    domain: Rect,
    /// Steps shorter than this count as none.
    still: f64,
    /// All of them, because it is the way back from the last one that decides: to keep them
    /// takes less than to judge each when it comes.
    entries: Vec<Entry>,
}

impl<'a> Judge<'a> {
    /// For a run of at most so many steps.
    pub(super) fn new(surface: &'a dyn Surface, conditions: &Conditions, n_steps: usize) -> Self {
        let domain = conditions.domain.unwrap_or_else(|| surface.domain());
        let diagonal = Vec2::new(domain.x.length(), domain.y.length()).length();
        Self {
            surface,
            domain,
            still: STALL_TOLERANCE * diagonal,
            entries: Vec::with_capacity(n_steps + 1),
        }
    }

    /// Takes the next entry of the record.
    #[inline(always)]
    pub(super) fn see(&mut self, entry: &Entry) {
        self.entries.push(*entry);
    }

    /// All entries that were seen.
    #[cfg(feature = "lessons")]
    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Whether the run has come to rest and stays: no slope and no movement for a while.
    #[cfg(feature = "lessons")]
    pub(super) fn is_settled(&self) -> bool {
        let n = self.entries.len().saturating_sub(STALL_STEPS + 1);
        let recent = self.entries.get(n..).unwrap_or_default();
        let has_slope = recent.iter().rev().any(slopes);
        n > 0 && !has_slope && !recent.windows(2).any(|pair| self.moves(pair))
    }

    /// The outcome of the run so far; `overflowed` says that the next update was not finite.
    pub(super) fn outcome(&self, overflowed: bool) -> Outcome {
        let entries = self.entries.as_slice();
        let n = entries.len();
        let outcome = |kind, step| Outcome { kind, step };
        let (Some(last), false) = (entries.last(), overflowed) else {
            return outcome(OutcomeKind::Diverged, n);
        };
        let rests_since = entries.iter().rposition(slopes).map_or(0, |it| it + 1);
        if rests_since < n {
            let kind = if is_minimum(self.surface, self.domain, last.at) {
                OutcomeKind::Converged
            } else {
                OutcomeKind::Stalled
            };
            return outcome(kind, rests_since);
        }
        if let Some(step) = self.left_for_good() {
            return outcome(OutcomeKind::Diverged, step);
        }
        let moves = |pair: &[Entry]| self.moves(pair);
        let moved_to = entries.windows(2).rposition(moves).map_or(0, |it| it + 1);
        if n > moved_to + STALL_STEPS {
            outcome(OutcomeKind::Stalled, moved_to)
        } else {
            outcome(OutcomeKind::Moving, n - 1)
        }
    }

    fn moves(&self, pair: &[Entry]) -> bool {
        is_longer(pair[1].at - pair[0].at, self.still)
    }

    /// The first step from which on the run stays outside of the domain, or farther out than
    /// its start, where it does not seem to return.
    fn left_for_good(&self) -> Option<usize> {
        let (start, last) = (self.entries.first()?, self.entries.last()?);
        let border = self.domain.reach(start.at).max(1.0);
        let inside = |entry: &Entry| self.domain.reach(entry.at) <= border;
        let step = self.entries.iter().rposition(inside)? + 1;
        let outward = last.at - self.domain.center();
        let seems_gone = last.loss > start.loss || last.gradient.dot(outward) < 0.0;
        (step < self.entries.len() && seems_gone).then_some(step)
    }
}

/// Whether there is a slope.
fn slopes(entry: &Entry) -> bool {
    is_longer(entry.gradient, GRADIENT_TOLERANCE)
}

/// Whether the vector is longer than that. The root is taken where its sides do not tell.
fn is_longer(vector: Vec2, length: f64) -> bool {
    let (x, y) = (vector.x.abs(), vector.y.abs());
    x > length || y > length || (x + y > length && vector.length() > length)
}

/// Whether the surface curves upward in every direction, judged by differences of
/// the exact gradient over a short distance.
fn is_minimum(surface: &dyn Surface, domain: Rect, at: Point) -> bool {
    let (h, k) = (domain.x.length() * 1e-5, domain.y.length() * 1e-5);
    let slope = |dx: f64, dy: f64| surface.gradient(Point::new(at.x + dx, at.y + dy));
    let along_x = (slope(h, 0.0) + -slope(-h, 0.0)) * (0.5 / h);
    let along_y = (slope(0.0, k) + -slope(0.0, -k)) * (0.5 / k);
    let mixed = (along_x.y + along_y.x) / 2.0;
    let determinant = along_x.x * along_y.y - mixed * mixed;
    along_x.x > 0.0 && along_y.y > 0.0 && determinant > 0.0
}
