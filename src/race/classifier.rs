//! Judges a run by what a complete record of it would hold.

use super::critical::{Critical, Shape};
use super::outcome::{
    Cause, FAR, LEAST_STEPS, NEAR, Outcome, OutcomeKind, REST_TOLERANCE, STALL_TOLERANCE,
    START_TOLERANCE, STAY,
};
use super::stability::{Theory, keeps_still};
use super::trajectory::{Entry, Run};
use crate::math::{Point, Rect, Vec2};
use crate::optim::{Key, Optimizer};

/// What decides the outcome of a run, as far as it has come.
pub(super) struct OutcomeClassifier<'a> {
    run: &'a Run<'a>,
    domain: Rect,
    /// The length of its diagonal.
    diagonal: f64,
    /// All of them, because it is the way back from the last one that decides: to keep them
    /// takes less than to judge each when it comes.
    entries: Vec<Entry>,
    /// Before so many entries are seen there is no use in asking whether the run has settled.
    next_look: usize,
    /// How and where the run has settled.
    settled: Option<Rest>,
}

/// How and where a run rests.
#[derive(Clone, Copy)]
struct Rest {
    outcome: Outcome,
    place: Point,
}

/// What the end of a run looks like from its last entry.
struct End {
    last: Entry,
    /// The last step made.
    step: f64,
    /// The diagonal of what the run has covered, at most that of the picture.
    way: f64,
    /// Where the gradient vanishes, seen from there.
    critical: Option<Critical>,
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
            next_look: 2 * LEAST_STEPS,
            settled: None,
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

    /// Whether the run is at rest, and nothing that is still to come can change that. Looks
    /// seldom, so that it costs little to ask after each step.
    #[inline(always)]
    pub(super) fn is_settled(&mut self, optimizer: &dyn Optimizer) -> bool {
        self.entries.len() >= self.next_look && self.look(optimizer)
    }

    fn look(&mut self, optimizer: &dyn Optimizer) -> bool {
        let n = self.entries.len();
        self.next_look = n + n / 4;
        let Run {
            conditions,
            lane,
            n_steps,
            ..
        } = self.run;
        let is_changing = conditions.rate_change.is_some_and(|it| n <= it.step + 1);
        if is_changing || conditions.noise > 0.0 {
            return false;
        }
        let Some(end) = self.end() else {
            return false;
        };
        let Some(rest) = self.rest(&end) else {
            return false;
        };
        let can_slip = rest.outcome.cause == Cause::Saddle && end.step > 0.0;
        let curvature = end.critical.map_or(0.0, |it| it.curvature);
        let rate = conditions.rate_at(n, lane.value(Key::Lr));
        let is_settled =
            !can_slip && keeps_still(lane, rate, curvature, optimizer.squares(), n_steps + 1 - n);
        self.settled = is_settled.then_some(rest);
        is_settled
    }

    /// The outcome of the run so far; `failure` says why the next update has no numbers.
    pub(super) fn outcome(&self, failure: Option<Cause>) -> Outcome {
        match failure {
            Some(cause) => Outcome {
                kind: cause.kind(),
                cause,
                step: self.entries.len(),
            },
            None => self
                .end()
                .map_or_else(Outcome::default, |end| self.judge(&end)),
        }
    }

    /// How the run has ended, and the minimum that it has reached or at least approached.
    pub(super) fn goal(&self, failure: Option<Cause>) -> (OutcomeKind, Option<Point>) {
        if let Some(Rest { outcome, place }) = self.settled {
            let is_reached = outcome.kind == OutcomeKind::Converged;
            return (outcome.kind, is_reached.then_some(place));
        }
        let kind = self.outcome(failure).kind;
        let end = self.end().filter(|_| kind != OutcomeKind::Diverged);
        (kind, end.and_then(|end| self.approached(&end)))
    }

    fn judge(&self, end: &End) -> Outcome {
        let outcome = |kind, cause, step| Outcome { kind, cause, step };
        if let Some(rest) = self.rest(end) {
            rest.outcome
        } else if let Some(step) = self.left() {
            outcome(OutcomeKind::Diverged, Cause::Plain, step)
        } else if let Some(step) = self.stalled(end) {
            outcome(OutcomeKind::Stalled, Cause::Slope, step)
        } else {
            outcome(OutcomeKind::Moving, Cause::Plain, self.entries.len() - 1)
        }
    }

    fn end(&self) -> Option<End> {
        let last = *self.entries.last()?;
        let step = match self.entries.as_slice() {
            [.., before, _] => (last.at - before.at).length(),
            _ => 0.0,
        };
        let way = self.covered().min(self.diagonal);
        // What moves that fast is nowhere: no need to look around.
        let is_slow = step <= NEAR * self.diagonal;
        let scale = way.max(1e-3 * self.diagonal);
        let critical = is_slow.then(|| Critical::near(self.run.surface, last.at, scale));
        Some(End {
            last,
            step,
            way,
            critical: critical.flatten(),
        })
    }

    /// The diagonal of the smallest rectangle that holds all entries. It never shrinks, so
    /// that what was short enough stays short enough.
    fn covered(&self) -> f64 {
        let Some(first) = self.entries.first() else {
            return 0.0;
        };
        // Compared by hand, because `min` and `max` look for NaN too.
        let widened = |(low, high): (f64, f64), value: f64| match value {
            value if value < low => (value, high),
            value if value > high => (low, value),
            _ => (low, high),
        };
        let (mut x, mut y) = ((first.at.x, first.at.x), (first.at.y, first.at.y));
        for Entry { at, .. } in &self.entries {
            x = widened(x, at.x);
            y = widened(y, at.y);
        }
        Vec2::new(x.1 - x.0, y.1 - y.0).length()
    }

    /// How and since when the run rests at a place where the gradient vanishes.
    fn rest(&self, end: &End) -> Option<Rest> {
        let critical = end.critical.as_ref()?;
        let near = (REST_TOLERANCE * end.way).max(START_TOLERANCE * self.diagonal);
        if critical.distance > STAY * near {
            return None;
        }
        let scale = end.way.max(1e-3 * self.diagonal);
        let place = critical.refined(self.run.surface, scale, 1e-3 * near);
        let since = self.rests_since(place.at, near)?;
        let rest = |kind, cause| Rest {
            outcome: Outcome {
                kind,
                cause,
                step: since,
            },
            place: place.at,
        };
        match place.shape {
            Shape::Bowl if place.rises_around(self.run.surface, 1e-3 * scale) => {
                Some(rest(OutcomeKind::Converged, Cause::Plain))
            }
            // On an inflection it rests only if it does not move at all.
            Shape::Bowl => {
                let is_still = end.step == 0.0 && end.last.gradient == Vec2::ZERO;
                is_still.then(|| rest(OutcomeKind::Stalled, Cause::Saddle))
            }
            Shape::Saddle => {
                // What gathers speed along the way down only passes by.
                let down = place.lowest_axis();
                let pull = |entry: &Entry| entry.gradient.dot(down).abs();
                let is_held = pull(&end.last) <= pull(self.entries.get(since)?);
                is_held.then(|| rest(OutcomeKind::Stalled, Cause::Saddle))
            }
            Shape::Flat if place.falls_beside(self.run.surface, 1e-3 * scale) => {
                Some(rest(OutcomeKind::Stalled, Cause::Saddle))
            }
            Shape::Flat => Some(rest(OutcomeKind::Stalled, Cause::Flat)),
        }
    }

    /// The first step of the rest at a place: see [`OutcomeKind::Converged`].
    fn rests_since(&self, place: Point, near: f64) -> Option<usize> {
        let n = self.entries.len();
        let distance = |step: usize| (self.entries[step].at - place).length();
        let is_away = |entry: &Entry| (entry.at - place).length() > STAY * near;
        let first = self
            .entries
            .iter()
            .rposition(is_away)
            .map_or(0, |it| it + 1);
        // What began there need not prove that it has come to stay.
        let is_there = distance(0) <= near && first == 0;
        if is_there && distance(n - 1) <= distance(0) + START_TOLERANCE * self.diagonal {
            return Some(0);
        }
        let mut since = None;
        for step in first..n {
            if distance(step) > near {
                since = None;
                continue;
            }
            let begun = *since.get_or_insert(step);
            let is_long = step - begun >= LEAST_STEPS.max(step / 10);
            if is_long && distance(step) <= distance(begun) + START_TOLERANCE * self.diagonal {
                return Some(begun);
            }
        }
        None
    }

    /// The minimum that the run stays near to.
    fn approached(&self, end: &End) -> Option<Point> {
        let reach = NEAR * self.diagonal;
        let stays = |place: Point| {
            let from = self.entries.len().saturating_sub(LEAST_STEPS + 1);
            let is_near = |entry: &Entry| (entry.at - place).length() <= reach;
            self.entries[from..].iter().all(is_near)
        };
        let minima = self.run.surface.minima();
        if let Some(&minimum) = minima.iter().find(|minimum| stays(**minimum)) {
            return Some(minimum);
        }
        let critical = end.critical.as_ref()?;
        if critical.shape != Shape::Bowl || critical.distance > reach {
            return None;
        }
        let scale = end.way.max(1e-3 * self.diagonal);
        let place = critical.refined(self.run.surface, scale, 1e-5 * scale);
        let is_minimum = || place.rises_around(self.run.surface, 1e-3 * scale);
        (stays(place.at) && is_minimum()).then_some(place.at)
    }

    /// Since which step the run is too slow to get anywhere, though it is on a slope.
    fn stalled(&self, end: &End) -> Option<usize> {
        let n = self.entries.len();
        let critical = end.critical.as_ref();
        let ahead = critical.map_or(self.diagonal, |it| it.distance.min(self.diagonal));
        let near = NEAR * self.diagonal;
        let is_arriving = ahead <= near && critical.is_some_and(|it| it.shape != Shape::Saddle);
        let minima = self.run.surface.minima();
        let is_near = |minimum: &Point| (*minimum - end.last.at).length() <= near;
        if is_arriving || end.step > STALL_TOLERANCE * ahead || minima.iter().any(is_near) {
            return None;
        }
        let mut steps = self.entries.windows(2);
        let moves = |pair: &[Entry]| is_longer(pair[1].at - pair[0].at, STALL_TOLERANCE * ahead);
        let since = steps.rposition(moves).map_or(0, |it| it + 1);
        let n_slow = n - 1 - since;
        if n_slow < LEAST_STEPS.max(since) {
            return None;
        }
        // What gathers speed is on its way.
        let (early, late) = self.entries[since..].split_at(n_slow / 2);
        let fastest = |part: &[Entry]| {
            let lengths = part
                .windows(2)
                .map(|pair| (pair[1].at - pair[0].at).length());
            lengths.fold(0.0, f64::max)
        };
        (fastest(late) <= 1.01 * fastest(early)).then_some(since)
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
        // The last update has the rate that counts.
        let made = self.entries.len().saturating_sub(2);
        let applied = conditions.rate_at(made, lane.value(Key::Lr));
        let is_gone = match Theory::of(*surface, lane) {
            Theory::Bounded(bound) => bound.is_passed_by(applied),
            Theory::Falling(_) if is_drawn_away => true,
            Theory::Falling(Some(rate)) if applied > rate => true,
            // Nothing is known: then the run has to be far out and to go on as fast as
            // before, which what swings back or slows down does not.
            _ => {
                let (early, late) = away.split_at(away.len() / 2);
                let farthest = |part: &[Entry]| part.iter().map(reach).fold(0.0, f64::max);
                farthest(late) > (FAR * border).max(1.5 * farthest(early))
            }
        };
        (is_gone && (is_drawn_away || last.loss > start.loss)).then_some(step)
    }
}

/// Whether the vector is longer than that. The root is taken where its sides do not tell.
#[inline(always)]
fn is_longer(vector: Vec2, length: f64) -> bool {
    let (x, y) = (vector.x.abs(), vector.y.abs());
    x > length || y > length || (x + y > length && vector.length() > length)
}
