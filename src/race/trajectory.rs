//! One lane of a race: where an optimizer went, and what it met there.

use super::Outcome;
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
    let mut optimizer = hyperparameters.optimizer();
    let mut record = Recorder::new(n_steps + 1);
    let mut at = start;
    let mut gradient = surface.gradient(at);
    let mut loss = surface.value(at);
    let mut complete = at.is_finite() && loss.is_finite() && gradient.is_finite();
    if complete {
        record.push(at, loss, gradient, Vec2::ZERO, Vec2::ZERO);
    }
    for _ in 0..n_steps {
        if !complete {
            break;
        }
        let mut params = [at.x, at.y];
        optimizer.step(&mut params, &[gradient.x, gradient.y]);
        let next = Point::new(params[0], params[1]);
        let velocity = pair(optimizer.velocity()).unwrap_or(next - at);
        let squares = pair(optimizer.squares()).unwrap_or(Vec2::ZERO);
        at = next;
        loss = surface.value(at);
        gradient = surface.gradient(at);
        complete = at.is_finite()
            && loss.is_finite()
            && gradient.is_finite()
            && velocity.is_finite()
            && squares.is_finite();
        if complete {
            record.push(at, loss, gradient, velocity, squares);
        }
    }
    record.finish(surface, !complete)
}

fn pair(state: &[f64]) -> Option<Vec2> {
    match state {
        [x, y] => Some(Vec2::new(*x, *y)),
        _ => None,
    }
}

struct Recorder {
    trajectory: Trajectory,
}

impl Recorder {
    fn new(capacity: usize) -> Self {
        Self {
            trajectory: Trajectory {
                points: Vec::with_capacity(capacity),
                losses: Vec::with_capacity(capacity),
                gradients: Vec::with_capacity(capacity),
                velocities: Vec::with_capacity(capacity),
                squares: Vec::with_capacity(capacity),
                outcome: Outcome::default(),
            },
        }
    }

    fn push(&mut self, at: Point, loss: f64, gradient: Vec2, velocity: Vec2, squares: Vec2) {
        self.trajectory.points.push(at);
        self.trajectory.losses.push(loss);
        self.trajectory.gradients.push(gradient);
        self.trajectory.velocities.push(velocity);
        self.trajectory.squares.push(squares);
    }

    fn finish(mut self, surface: &dyn Surface, overflowed: bool) -> Trajectory {
        self.trajectory.outcome = Outcome::of(surface, &self.trajectory, overflowed);
        self.trajectory
    }
}
