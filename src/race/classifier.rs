//! Judges a run by what a complete record of it would hold.

use super::bound;
use super::outcome::{
    Cause, FAR, GRADIENT_TOLERANCE, Outcome, OutcomeKind, REST_TOLERANCE, SADDLE_CURVATURE,
    STALL_STEPS, STALL_TOLERANCE,
};
use super::trajectory::{Entry, Run};
use crate::math::{Hessian, Point, Rect, Vec2};
use crate::optim::Key;
use crate::surface::Surface;

/// What decides the outcome of a run, as far as it has come.
pub(super) struct OutcomeClassifier<'a> {
    run: &'a Run<'a>,
    domain: Rect,
    /// The length of its diagonal.
    diagonal: f64,
    /// All of them, because it is the way back from the last one that decides: to keep them
    /// takes less than to classifier each when it comes.
    entries: Vec<Entry>,
}

impl<'a> OutcomeClassifier<'a> {
    /// For a run of which nothing was seen yet.
    pub(super) fn new(run: &'a Run<'a>) -> Self {
        let own = || run.surface.domain();
        let domain = run.conditions.domain.unwrap_or_else(own);
        Self {
            run,
            domain,
            diagonal: Vec2::new(domain.x.length(), domain.y.length()).length(),
            entries: Vec::with_capacity(run.n_steps + 1),
        }
    }

    /// Takes the next entry of the record.
    #[inline(always)]
    pub(super) fn see(&mut self, entry: &Entry) {
        self.entries.push(*entry);
    }

    /// All entries that were seen.
    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Whether the run has come to rest and stays: no slope and no movement for a while.
    pub(super) fn is_settled(&self) -> bool {
        let n = self.entries.len().saturating_sub(STALL_STEPS + 1);
        let recent = self.entries.get(n..).unwrap_or_default();
        let has_slope = recent.iter().rev().any(slopes);
        let moves = |pair: &[Entry]| is_step(pair, STALL_TOLERANCE * self.diagonal);
        n > 0 && !has_slope && !recent.windows(2).any(moves)
    }

    /// The outcome of the run so far; `failure` says why the next update has no numbers.
    pub(super) fn outcome(&self, failure: Option<Cause>) -> Outcome {
        let entries = self.entries.as_slice();
        let n = entries.len();
        let outcome = |kind, cause, step| Outcome { kind, cause, step };
        let last = match (entries.last(), failure) {
            (Some(last), None) => last,
            _ => return outcome(OutcomeKind::Diverged, failure.unwrap_or_default(), n),
        };
        // The first entry from which on no step is longer than that.
        let slow_since = |share: f64| {
            let moves = |pair: &[Entry]| is_step(pair, share * self.diagonal);
            entries.windows(2).rposition(moves).map_or(0, |it| it + 1)
        };
        let level_since = entries.iter().rposition(slopes).map_or(0, |it| it + 1);
        if level_since < n {
            let since = slow_since(REST_TOLERANCE);
            // What has just come at a speed only passes by.
            if since + 1 < n || since == 0 {
                let (kind, cause) = rest(self.run.surface, self.domain, last.at);
                return outcome(kind, cause, level_since.max(since));
            }
        }
        if let Some(step) = self.left() {
            return outcome(OutcomeKind::Diverged, Cause::Plain, step);
        }
        let since = slow_since(STALL_TOLERANCE);
        if n > since + STALL_STEPS {
            outcome(OutcomeKind::Stalled, Cause::Slope, since)
        } else {
            outcome(OutcomeKind::Moving, Cause::Plain, n - 1)
        }
    }

    /// The first step from which on the run stays outside of the domain, or farther out than
    /// its start, where there is reason to call that divergence.
    fn left(&self) -> Option<usize> {
        let (start, last) = (self.entries.first()?, self.entries.last()?);
        let reach = |entry: &Entry| self.domain.reach(entry.at);
        let border = reach(start).max(1.0);
        let step = self.entries.iter().rposition(|it| reach(it) <= border)? + 1;
        let away = self.entries.get(step..).filter(|away| !away.is_empty())?;
        let is_drawn_away = last.gradient.dot(last.at - self.domain.center()) < 0.0;
        let Run {
            surface,
            lane,
            conditions,
            ..
        } = self.run;
        let is_gone = match (bound(*surface, lane), surface.curvature()) {
            // Theory knows. The last update has the rate that counts.
            (Some(bound), _) => {
                let made = self.entries.len().saturating_sub(2);
                conditions.rate_at(made, lane.value(Key::Lr)) > bound.rate
            }
            (_, Some(curvature)) if curvature.eigenvalues()[0] < 0.0 && is_drawn_away => true,
            // It does not: then the run has to be far out and to go on as fast as before,
            // which what swings back or slows down does not.
            _ => {
                let (early, late) = away.split_at(away.len() / 2);
                let farthest = |part: &[Entry]| part.iter().map(reach).fold(0.0, f64::max);
                farthest(late) > (FAR * border).max(1.5 * farthest(early))
            }
        };
        (is_gone && (is_drawn_away || last.loss > start.loss)).then_some(step)
    }
}

/// Whether there is a slope. In line, as the next two: a map asks millions of times.
#[inline(always)]
fn slopes(entry: &Entry) -> bool {
    is_longer(entry.gradient, GRADIENT_TOLERANCE)
}

/// Whether the way from one entry to the next is longer than that.
#[inline(always)]
fn is_step(pair: &[Entry], length: f64) -> bool {
    is_longer(pair[1].at - pair[0].at, length)
}

/// Whether the vector is longer than that. The root is taken where its sides do not tell.
#[inline(always)]
fn is_longer(vector: Vec2, length: f64) -> bool {
    let (x, y) = (vector.x.abs(), vector.y.abs());
    x > length || y > length || (x + y > length && vector.length() > length)
}

/// What kind of place without a slope that is: how the surface curves there, judged by
/// differences of the exact gradient over a short distance.
fn rest(surface: &dyn Surface, domain: Rect, at: Point) -> (OutcomeKind, Cause) {
    let (h, k) = (domain.x.length() * 1e-5, domain.y.length() * 1e-5);
    let slope = |dx: f64, dy: f64| surface.gradient(Point::new(at.x + dx, at.y + dy));
    let along_x = (slope(h, 0.0) + -slope(-h, 0.0)) * (0.5 / h);
    let along_y = (slope(0.0, k) + -slope(0.0, -k)) * (0.5 / k);
    let mixed = (along_x.y + along_y.x) / 2.0;
    let determinant = along_x.x * along_y.y - mixed * mixed;
    if along_x.x > 0.0 && along_y.y > 0.0 && determinant > 0.0 {
        return (OutcomeKind::Converged, Cause::Plain);
    }
    let [lowest, _] = Hessian::new(along_x.x, mixed, along_y.y).eigenvalues();
    let cause = if lowest < -SADDLE_CURVATURE {
        Cause::Saddle
    } else {
        Cause::Flat
    };
    (OutcomeKind::Stalled, cause)
}
