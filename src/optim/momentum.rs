//! Momentum.

use super::{Optimizer, prepare};

/// Momentum: the gradient pushes a velocity, the velocity moves the parameters.
///
/// ```text
/// v ← α v − η ∂L/∂W
/// W ← W + v
/// ```
///
/// | symbol | field | default |
/// |---|---|---|
/// | η | `learning_rate` | 0.01 |
/// | α | `momentum` | 0.9 |
///
/// ```
/// use descent_widget::optim::{Momentum, Optimizer};
///
/// let mut momentum = Momentum::new(0.5, 0.5);
/// let mut w = [4.0];
/// momentum.step(&mut w, &[2.0]); // v = −1
/// momentum.step(&mut w, &[2.0]); // v = −0.5 − 1
/// assert_eq!(w, [1.5]);
/// assert_eq!(momentum.velocity(), [-1.5]);
/// ```
///
/// *Source:* Saito, 6.1.4; Polyak, *Some methods of speeding up the convergence of
/// iteration methods* (1964).
/// *Differs from* PyTorch: the learning rate is inside the velocity. As long as the
/// rate is constant the points are the same (PyTorch's buffer is −v/η); when it
/// changes during a run, the carried velocity here keeps the old rate.
#[derive(Clone, Debug)]
pub struct Momentum {
    /// Learning rate η.
    pub learning_rate: f64,
    /// Momentum coefficient α, from 0 (which is SGD) to just under 1.
    pub momentum: f64,
    velocity: Vec<f64>,
}

impl Momentum {
    /// Momentum with the learning rate η and the coefficient α.
    pub const fn new(learning_rate: f64, momentum: f64) -> Self {
        Self {
            learning_rate,
            momentum,
            velocity: Vec::new(),
        }
    }
}

impl Optimizer for Momentum {
    fn step(&mut self, params: &mut [f64], grads: &[f64]) {
        prepare(&mut self.velocity, params, grads);
        for ((w, g), v) in params.iter_mut().zip(grads).zip(&mut self.velocity) {
            *v = self.momentum * *v - self.learning_rate * g;
            *w += *v;
        }
    }

    fn velocity(&self) -> &[f64] {
        &self.velocity
    }
}
