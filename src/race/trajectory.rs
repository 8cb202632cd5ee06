//! One lane of a race: where an optimizer went, and what it met there.

use super::Outcome;
use super::judge::Judge;
use crate::math::{Point, Vec2};
use crate::optim::{Hyperparameters, Optimizer};
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
    /// The gradient there, the one that the next step uses.
    pub gradients: Vec<Vec2>,
    /// The velocity after each step: v of Momentum and Nesterov, m of Adam, and for
    /// the other rules the change of place that the step made. Zero at the start.
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
    /// The gradient there.
    pub(super) gradient: Vec2,
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

/// Runs a new optimizer for `n_steps` updates.
///
/// A pure function: the same arguments give the same bits, on every target, and a
/// longer run begins with the shorter one.
pub fn run(
    surface: &dyn Surface,
    start: Point,
    hyperparameters: &Hyperparameters,
    n_steps: usize,
) -> Trajectory {
    let mut record = Trajectory::with_capacity(n_steps + 1);
    let mut judge = Judge::new(surface);
    let overflowed = follow(
        surface,
        start,
        &mut *hyperparameters.optimizer(),
        n_steps,
        |entry| {
            record.push(entry);
            judge.see(entry);
        },
    );
    record.outcome = judge.outcome(overflowed);
    record
}

/// Makes a run and shows each of its entries, the start first, as long as they are
/// finite. Returns whether one was not.
pub(super) fn follow(
    surface: &dyn Surface,
    start: Point,
    optimizer: &mut dyn Optimizer,
    n_steps: usize,
    mut see: impl FnMut(&Entry),
) -> bool {
    let mut now = Entry::of(surface, start, Vec2::ZERO, Vec2::ZERO);
    let mut left = n_steps;
    while now.is_finite() {
        see(&now);
        if left == 0 {
            return false;
        }
        left -= 1;
        let mut params = [now.at.x, now.at.y];
        optimizer.step(&mut params, &[now.gradient.x, now.gradient.y]);
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
        self.gradients.push(entry.gradient);
        self.velocities.push(entry.velocity);
        self.squares.push(entry.squares);
    }
}
