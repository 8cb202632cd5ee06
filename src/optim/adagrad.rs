//! AdaGrad.

use super::{EPSILON, Optimizer, prepare};
use crate::math::Real;

/// AdaGrad: each parameter's rate shrinks with the squares of its gradients so far.
///
/// ```text
/// h ← h + g ⊙ g
/// W ← W − η g / (√h + ε)
/// ```
///
/// | symbol | field | default |
/// |---|---|---|
/// | η | `learning_rate` | 0.01 |
/// | ε | `epsilon` | 1e-7 |
///
/// ```
/// use descent_widget::optim::{AdaGrad, Optimizer};
///
/// let mut w = [3.0];
/// AdaGrad::new(0.5).with_epsilon(0.0).step(&mut w, &[-8.0]);
/// assert_eq!(w, [3.5]); // the first step is as long as η, whatever the gradient
/// ```
///
/// *Source:* Saito, 6.1.5; Duchi, Hazan and Singer, *Adaptive subgradient methods*
/// (2011).
/// *Differs from* PyTorch: ε is 1e-7 instead of 1e-10.
#[derive(Clone, Debug)]
pub struct AdaGrad<T = f64> {
    /// Learning rate η.
    pub learning_rate: f64,
    /// ε, added after the root.
    pub epsilon: f64,
    squares: Vec<T>,
}

impl<T: Real> AdaGrad<T> {
    /// AdaGrad with the learning rate η.
    pub const fn new(learning_rate: f64) -> Self {
        Self {
            learning_rate,
            epsilon: EPSILON,
            squares: Vec::new(),
        }
    }

    /// The same with another ε.
    pub fn with_epsilon(self, epsilon: f64) -> Self {
        Self { epsilon, ..self }
    }
}

impl<T: Real> Optimizer<T> for AdaGrad<T> {
    fn step(&mut self, params: &mut [T], grads: &[T]) {
        prepare(&mut self.squares, params, grads);
        let learning_rate = T::from_f64(self.learning_rate);
        let epsilon = T::from_f64(self.epsilon);
        for ((w, &g), h) in params.iter_mut().zip(grads).zip(&mut self.squares) {
            *h += g * g;
            *w -= learning_rate * g / (h.square_root() + epsilon);
        }
    }

    fn set_learning_rate(&mut self, learning_rate: f64) {
        self.learning_rate = learning_rate;
    }

    fn squares(&self) -> &[T] {
        &self.squares
    }
}
