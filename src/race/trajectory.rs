//! One lane of a race: where an optimizer went, and what it met there.

use super::classifier::OutcomeClassifier;
use super::conditions::Noise;
use super::{Cause, Conditions, Outcome};
use crate::math::{Point, Vec2};
use crate::optim::{Hyperparameters, Key, Optimizer};
use crate::surface::{Surface, Trouble};

/// The record of one optimizer on one surface.
///
/// All vectors have the same length, one entry for each recorded step; entry 0 is
/// the start. A run of `n` steps has `n + 1` entries, or fewer where an update
/// overflowed: it ends at the last point at which coordinates, loss and gradient
/// are finite.
#[derive(Clone, Debug, PartialEq)]
pub struct Trajectory {
    /// Where the parameters were after each step.
    pub points: Vec<Point>,
    /// The loss there.
    pub losses: Vec<f64>,
    /// The gradient there, the one that the next step uses: where the race has
    /// gradient noise, with it. The exact one is the surface's.
    pub gradients: Vec<Vec2>,
    /// The velocity after each step: v of Momentum and Nesterov as their form keeps
    /// it, m of Adam, and for the other rules the change of place that the step made.
    /// Zero at the start.
    ///
    /// v of [`MomentumForm::Book`](crate::optim::MomentumForm::Book) is the change of
    /// place as well. In the two other forms it is a sum or a mean of gradients,
    /// which moves the parameters by −ηv with the rate of that step
    /// ([`Conditions::rate_at`]); what the book calls the velocity is there the
    /// difference of two points.
    pub velocities: Vec<Vec2>,
    /// The accumulated squares after each step: h of AdaGrad and RMSProp, v of Adam;
    /// zero for the other rules.
    pub squares: Vec<Vec2>,
    /// How the run ended.
    pub outcome: Outcome,
}

/// Where a run is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    /// Where the parameters are.
    pub(super) at: Point,
    /// The loss there.
    pub(super) loss: f64,
    /// The exact gradient there, by which the run is judged.
    pub(super) gradient: Vec2,
    /// The gradient that the next step uses: with its noise.
    pub(super) noisy_gradient: Vec2,
}

impl Entry {
    #[inline(always)]
    fn of(surface: &dyn Surface, at: Point) -> Self {
        let (loss, gradient) = surface.sample(at);
        Self {
            at,
            loss,
            gradient,
            noisy_gradient: gradient,
        }
    }

    #[inline(always)]
    fn is_finite(&self) -> bool {
        self.at.is_finite() && self.loss.is_finite() && self.gradient.is_finite()
    }

    /// Why the record cannot go on with this entry. What is undefined is told from an
    /// overflow by the surface, as both may end in NaN.
    #[cold]
    fn failure(&self, surface: &dyn Surface) -> Cause {
        let is_there = self.at.is_finite() && !self.is_finite();
        Cause::Surface(match is_there {
            true => surface.trouble(self.at),
            false => Trouble::TooLarge,
        })
    }
}

/// Runs a new optimizer for `n_steps` updates, without noise and at a constant rate.
///
/// A pure function: the same arguments give the same bits, on every target, and a
/// longer run begins with the shorter one.
pub fn run(
    surface: &dyn Surface,
    start: Point,
    hyperparameters: &Hyperparameters,
    n_steps: usize,
) -> Trajectory {
    let conditions = Conditions::default();
    run_under(surface, start, hyperparameters, n_steps, &conditions)
}

/// The same under the conditions of a race.
pub fn run_under(
    surface: &dyn Surface,
    start: Point,
    hyperparameters: &Hyperparameters,
    n_steps: usize,
    conditions: &Conditions,
) -> Trajectory {
    let mut record = Trajectory::with_capacity(n_steps + 1);
    let run = Run {
        surface,
        start,
        lane: *hyperparameters,
        n_steps,
        conditions: *conditions,
    };
    let mut classifier = OutcomeClassifier::new(&run);
    let failure = run.for_each_step(&mut *hyperparameters.optimizer(), |entry, optimizer| {
        record.push(entry, optimizer);
        classifier.see(entry);
        true
    });
    record.outcome = classifier.outcome(failure);
    record
}

/// The loss after `n_steps` of such a run; `None` where it overflows before.
pub fn final_loss(
    surface: &dyn Surface,
    start: Point,
    hyperparameters: &Hyperparameters,
    n_steps: usize,
    conditions: &Conditions,
) -> Option<f64> {
    let run = Run {
        surface,
        start,
        lane: *hyperparameters,
        n_steps,
        conditions: *conditions,
    };
    let mut loss = None;
    let failure = run.for_each_step(&mut *hyperparameters.optimizer(), |entry, _| {
        loss = Some(entry.loss);
        true
    });
    loss.filter(|_| failure.is_none())
}

/// What decides every number of a run.
pub(super) struct Run<'a> {
    pub(super) surface: &'a dyn Surface,
    pub(super) start: Point,
    pub(super) lane: Hyperparameters,
    pub(super) n_steps: usize,
    pub(super) conditions: Conditions,
}

impl Run<'_> {
    /// Makes the run with a new optimizer of its lane and shows each of its entries, the
    /// start first, with the optimizer that has led there, as long as all numbers are finite
    /// and `see` wants more. Returns why one was not finite.
    ///
    /// Chromium compiles what this loop calls through a table of methods into it only while the
    /// function stays small: with a second copy of the loop in one function both took 1.6 times
    /// as long.
    #[inline(always)]
    pub(super) fn for_each_step(
        &self,
        optimizer: &mut dyn Optimizer,
        mut see: impl FnMut(&Entry, &dyn Optimizer) -> bool,
    ) -> Option<Cause> {
        let Self {
            surface,
            conditions,
            ..
        } = *self;
        let mut noise = Noise::of(&conditions);
        let mut now = Entry::of(surface, self.start);
        if !now.is_finite() {
            return Some(now.failure(surface));
        }
        let rate = self.lane.value(Key::Lr);
        let mut step = 0;
        loop {
            now.noisy_gradient = noise.disturb(now.gradient);
            if !see(&now, optimizer) || step == self.n_steps {
                return None;
            }
            if conditions.rate_change.is_some() {
                optimizer.set_learning_rate(conditions.rate_at(step, rate));
            }
            step += 1;
            let mut params = [now.at.x, now.at.y];
            optimizer.step(&mut params, &[now.noisy_gradient.x, now.noisy_gradient.y]);
            let next = Entry::of(surface, Point::new(params[0], params[1]));
            let is_sound = next.is_finite()
                && (next.at - now.at).is_finite()
                && is_finite(optimizer.velocity())
                && is_finite(optimizer.squares());
            if !is_sound {
                let is_divided = self.divides_by_zero(optimizer, next.at);
                let cause = next.failure(surface);
                return Some(if is_divided {
                    Cause::DivisionByZero
                } else {
                    cause
                });
            }
            now = next;
        }
    }

    /// Whether the update to a point without coordinates divided by zero.
    #[cold]
    fn divides_by_zero(&self, optimizer: &dyn Optimizer, at: Point) -> bool {
        let divisors = pair(optimizer.squares());
        let is_zero = |divisor: f64, to: f64| divisor == 0.0 && !to.is_finite();
        self.lane.value(Key::Eps) == 0.0
            && divisors.is_some_and(|it| is_zero(it.x, at.x) || is_zero(it.y, at.y))
    }
}

#[inline(always)]
fn is_finite(state: &[f64]) -> bool {
    pair(state).is_none_or(Vec2::is_finite)
}

#[inline(always)]
fn pair(state: &[f64]) -> Option<Vec2> {
    match state {
        [x, y] => Some(Vec2::new(*x, *y)),
        _ => None,
    }
}

impl Trajectory {
    /// The run up to a step, as of one whose rest is still to be told: how it ends is known if that
    /// was decided by then. The start alone tells no end.
    pub fn until(&self, step: usize) -> Self {
        let first = |values: &[Vec2]| values.iter().take(step + 1).copied().collect();
        let is_over = step > 0 && self.outcome.step <= step;
        Self {
            points: self.points.iter().take(step + 1).copied().collect(),
            losses: self.losses.iter().take(step + 1).copied().collect(),
            gradients: first(&self.gradients),
            velocities: first(&self.velocities),
            squares: first(&self.squares),
            outcome: match is_over {
                true => self.outcome,
                false => Outcome {
                    step: usize::MAX,
                    ..Outcome::default()
                },
            },
        }
    }

    fn with_capacity(n: usize) -> Self {
        Self {
            points: Vec::with_capacity(n),
            losses: Vec::with_capacity(n),
            gradients: Vec::with_capacity(n),
            velocities: Vec::with_capacity(n),
            squares: Vec::with_capacity(n),
            outcome: Outcome::default(),
        }
    }

    fn push(&mut self, entry: &Entry, optimizer: &dyn Optimizer) {
        let before = *self.points.last().unwrap_or(&entry.at);
        let velocity = pair(optimizer.velocity()).unwrap_or(entry.at - before);
        let squares = pair(optimizer.squares()).unwrap_or(Vec2::ZERO);
        self.points.push(entry.at);
        self.losses.push(entry.loss);
        self.gradients.push(entry.noisy_gradient);
        self.velocities.push(velocity);
        self.squares.push(squares);
    }
}
