//! Judges a run while it is made: what a complete record would say, without keeping it.

use super::Conditions;
use super::outcome::{GRADIENT_TOLERANCE, Outcome, OutcomeKind, STALL_STEPS, STALL_TOLERANCE};
use super::trajectory::Entry;
use crate::math::{Point, Rect, Vec2};
use crate::surface::Surface;

/// What decides the outcome of a run, as far as it has come.
pub(super) struct Judge<'a> {
    surface: &'a dyn Surface,
    domain: Rect,
    center: Point,
    /// Farther than this from the center, along either axis, counts as outside: half the
    /// domain, or more where the run started outside.
    border: Vec2,
    /// Steps shorter than this count as none.
    still: f64,
    /// The loss at the start.
    start: Option<f64>,
    last: Entry,
    n: usize,
    /// One past the last entry at which there was a slope.
    rests_since: usize,
    /// One past the last entry that was inside.
    outside_since: usize,
    /// The last entry that a step too long to be overlooked has led to.
    moved_to: usize,
}

impl<'a> Judge<'a> {
    pub(super) fn new(surface: &'a dyn Surface, conditions: &Conditions) -> Self {
        let domain = conditions.domain.unwrap_or_else(|| surface.domain());
        let diagonal = Vec2::new(domain.x.length(), domain.y.length()).length();
        Self {
            surface,
            domain,
            center: domain.center(),
            border: Vec2::new(domain.x.length(), domain.y.length()) * 0.5,
            still: STALL_TOLERANCE * diagonal,
            start: None,
            last: Entry::default(),
            n: 0,
            rests_since: 0,
            outside_since: 0,
            moved_to: 0,
        }
    }

    /// Takes the next entry of the record.
    #[cfg_attr(feature = "lessons", inline(always))]
    pub(super) fn see(&mut self, entry: &Entry) {
        let out = entry.at - self.center;
        if self.start.is_none() {
            self.start = Some(entry.loss);
            let Vec2 { x, y } = self.border;
            let reach = (out.x.abs() / x).max(out.y.abs() / y).max(1.0);
            self.border = Vec2::new((x * reach).max(out.x.abs()), (y * reach).max(out.y.abs()));
        } else if is_longer(entry.at - self.last.at, self.still) {
            self.moved_to = self.n;
        }
        self.n += 1;
        if is_longer(entry.gradient, GRADIENT_TOLERANCE) {
            self.rests_since = self.n;
        }
        if out.x.abs() <= self.border.x && out.y.abs() <= self.border.y {
            self.outside_since = self.n;
        }
        self.last = *entry;
    }

    /// Whether the run has come to rest and stays: no slope and no movement for a while.
    #[cfg(feature = "lessons")]
    pub(super) fn is_settled(&self) -> bool {
        self.n > self.rests_since + STALL_STEPS && self.n > self.moved_to + STALL_STEPS
    }

    /// The outcome of the run so far; `overflowed` says that the next update was not finite.
    pub(super) fn outcome(&self, overflowed: bool) -> Outcome {
        let outcome = |kind, step| Outcome { kind, step };
        if overflowed {
            return outcome(OutcomeKind::Diverged, self.n);
        }
        if self.rests_since < self.n {
            let kind = if is_minimum(self.surface, self.domain, self.last.at) {
                OutcomeKind::Converged
            } else {
                OutcomeKind::Stalled
            };
            return outcome(kind, self.rests_since);
        }
        if self.has_left() {
            return outcome(OutcomeKind::Diverged, self.outside_since);
        }
        if self.n > self.moved_to + STALL_STEPS {
            outcome(OutcomeKind::Stalled, self.moved_to)
        } else {
            outcome(OutcomeKind::Moving, self.n.saturating_sub(1))
        }
    }

    /// Whether the run is outside and does not seem to return.
    fn has_left(&self) -> bool {
        let Some(start) = self.start else {
            return false;
        };
        if self.outside_since == 0 || self.outside_since == self.n {
            return false;
        }
        let outward = self.last.at - self.center;
        self.last.loss > start || self.last.gradient.dot(outward) < 0.0
    }
}

/// Whether the vector is longer than that. The root is taken where its sides do not tell.
#[cfg_attr(feature = "lessons", inline(always))]
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
