//! The ball in the valley.

use crate::language::labels;

labels! {
    /// Words of the ball in the valley.
    PhysicsLabels:
    /// Along which parameter the valley is cut.
    cut,
    /// What the picture means.
    physics_note,
}

/// A ball at the shown step, for sentences. Numbers are printed.
#[derive(Clone, Debug)]
pub struct BallWords {
    /// Name of the lane.
    pub name: String,
    /// The parameter along the cut: `x` or `y`.
    pub cut: &'static str,
    /// The step.
    pub step: usize,
    /// Where the ball is along the cut.
    pub place: String,
    /// The other parameter.
    pub other: String,
    /// The loss there.
    pub loss: String,
    /// Minus the gradient along the cut.
    pub force: String,
    /// Learning rate.
    pub rate: String,
    /// The change of the parameter in the next step; none at the end of the run.
    pub next: Option<String>,
    /// Momentum coefficient, of rules with a velocity.
    pub momentum: Option<String>,
    /// Their velocity.
    pub velocity: Option<String>,
    /// What friction leaves of it.
    pub kept: Option<String>,
    /// What the force adds.
    pub push: Option<String>,
    /// The same in symbols.
    pub push_symbol: String,
    /// The velocity at the next step.
    pub next_velocity: Option<String>,
    /// After so many steps without force less than half of it is left.
    pub half_life: Option<usize>,
    /// Whether the rule is SGD.
    pub is_sgd: bool,
}

/// The words of the ball in the valley.
#[derive(Clone, Copy, Debug)]
pub struct PhysicsWords {
    /// Words that never change.
    pub labels: PhysicsLabels,
    /// Name of the picture: name of the lane, parameter along the cut.
    pub title: fn(&str, &str) -> String,
    /// Where the ball is, and the force on it.
    pub ball: fn(&BallWords) -> String,
    /// What moves it, a few sentences.
    pub motion: fn(&BallWords) -> Vec<String>,
}
