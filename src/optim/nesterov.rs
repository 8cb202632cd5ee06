//! Nesterov's accelerated gradient.

use super::{Optimizer, prepare};

/// Nesterov's accelerated gradient, rewritten so that the gradient is taken where
/// the parameters are.
///
/// ```text
/// W ← W + α² v − (1 + α) η ∂L/∂W
/// v ← α v − η ∂L/∂W
/// ```
///
/// The old velocity moves the parameters; it is updated afterwards.
///
/// | symbol | field | default |
/// |---|---|---|
/// | η | `learning_rate` | 0.01 |
/// | α | `momentum` | 0.9 |
///
/// ```
/// use descent_widget::optim::{Nesterov, Optimizer};
///
/// let mut nesterov = Nesterov::new(0.5, 0.5);
/// let mut w = [4.0];
/// nesterov.step(&mut w, &[2.0]); // 4 − 1.5·0.5·2, then v = −1
/// nesterov.step(&mut w, &[2.0]); // 2.5 + 0.25·(−1) − 1.5
/// assert_eq!(w, [0.75]);
/// assert_eq!(nesterov.velocity(), [-1.5]);
/// ```
///
/// *Source:* the book's program `common/optimizer.py` in its corrected form of 2021;
/// Bengio, Boulanger-Lewandowski and Pascanu, *Advances in optimizing recurrent
/// networks* (2013).
/// *Differs from* the program of the Korean edition, which updates the velocity
/// before it is used and so counts the gradient 1 + α + α² times instead of 1 + α.
/// PyTorch's and Keras' Nesterov agree with this one.
#[derive(Clone, Debug)]
pub struct Nesterov {
    /// Learning rate η.
    pub learning_rate: f64,
    /// Momentum coefficient α, from 0 (which is SGD) to just under 1.
    pub momentum: f64,
    velocity: Vec<f64>,
}

impl Nesterov {
    /// Nesterov's rule with the learning rate η and the coefficient α.
    pub const fn new(learning_rate: f64, momentum: f64) -> Self {
        Self {
            learning_rate,
            momentum,
            velocity: Vec::new(),
        }
    }
}

impl Optimizer for Nesterov {
    fn step(&mut self, params: &mut [f64], grads: &[f64]) {
        prepare(&mut self.velocity, params, grads);
        let (lr, momentum) = (self.learning_rate, self.momentum);
        for ((w, g), v) in params.iter_mut().zip(grads).zip(&mut self.velocity) {
            *w += momentum * momentum * *v;
            *w -= (1.0 + momentum) * lr * g;
            *v = momentum * *v - lr * g;
        }
    }

    fn velocity(&self) -> &[f64] {
        &self.velocity
    }
}
