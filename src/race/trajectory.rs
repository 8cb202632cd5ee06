//! One lane of a race: where an optimizer went, and what it met there.

use super::conditions::Noise;
use super::judge::Judge;
use super::{Conditions, Outcome};
use crate::math::{Point, Vec2};
use crate::optim::{Hyperparameters, Key, Optimizer};
use crate::surface::Surface;

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

/// What one step of a run leaves.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    /// Where the parameters are.
    pub(super) at: Point,
    /// The loss there.
    pub(super) loss: f64,
    /// The exact gradient there, by which the run is judged.
    pub(super) gradient: Vec2,
    /// The gradient that the next step uses: with its noise.
    pub(super) felt: Vec2,
    /// See [`Trajectory::velocities`].
    pub(super) velocity: Vec2,
    /// See [`Trajectory::squares`].
    pub(super) squares: Vec2,
}

impl Entry {
    fn of(surface: &dyn Surface, at: Point, velocity: Vec2, squares: Vec2) -> Self {
        let (loss, gradient) = surface.sample(at);
        Self {
            at,
            loss,
            gradient,
            felt: gradient,
            velocity,
            squares,
        }
    }

    fn is_finite(&self) -> bool {
        self.at.is_finite()
            && self.loss.is_finite()
            && self.gradient.is_finite()
            && self.velocity.is_finite()
            && self.squares.is_finite()
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
    let mut judge = Judge::new(surface, conditions);
    let overflowed = follow(
        surface,
        start,
        hyperparameters,
        n_steps,
        conditions,
        |entry| {
            record.push(entry);
            judge.see(entry);
        },
    );
    record.outcome = judge.outcome(overflowed);
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
    let mut loss = None;
    let overflowed = follow(
        surface,
        start,
        hyperparameters,
        n_steps,
        conditions,
        |entry| loss = Some(entry.loss),
    );
    loss.filter(|_| !overflowed)
}

/// Makes a run and shows each of its entries, the start first, as long as they are
/// finite. Returns whether one was not.
pub(super) fn follow(
    surface: &dyn Surface,
    start: Point,
    hyperparameters: &Hyperparameters,
    n_steps: usize,
    conditions: &Conditions,
    mut see: impl FnMut(&Entry),
) -> bool {
    let mut optimizer = hyperparameters.optimizer();
    let mut noise = Noise::of(conditions);
    let mut now = Entry::of(surface, start, Vec2::ZERO, Vec2::ZERO);
    let mut step = 0;
    while now.is_finite() {
        now.felt = noise.disturb(now.gradient);
        see(&now);
        if step == n_steps {
            return false;
        }
        let rate = hyperparameters.value(Key::Lr);
        optimizer.set_learning_rate(conditions.rate_at(step, rate));
        step += 1;
        let mut params = [now.at.x, now.at.y];
        optimizer.step(&mut params, &[now.felt.x, now.felt.y]);
        let next = Point::new(params[0], params[1]);
        let velocity = pair(optimizer.velocity()).unwrap_or(next - now.at);
        let squares = pair(optimizer.squares()).unwrap_or(Vec2::ZERO);
        now = Entry::of(surface, next, velocity, squares);
    }
    true
}

fn pair(state: &[f64]) -> Option<Vec2> {
    match state {
        [x, y] => Some(Vec2::new(*x, *y)),
        _ => None,
    }
}

impl Trajectory {
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

    fn push(&mut self, entry: &Entry) {
        self.points.push(entry.at);
        self.losses.push(entry.loss);
        self.gradients.push(entry.felt);
        self.velocities.push(entry.velocity);
        self.squares.push(entry.squares);
    }
}
