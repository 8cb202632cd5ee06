//! Stochastic gradient descent.

use super::Optimizer;
use crate::math::Real;

/// Stochastic gradient descent: a step against the gradient.
///
/// ```text
/// W ← W − η ∂L/∂W
/// ```
///
/// | symbol | field | default |
/// |---|---|---|
/// | η | `learning_rate` | 0.01 |
///
/// ```
/// use descent_widget::optim::{Optimizer, Sgd};
///
/// let mut w = [1.0, 2.0];
/// Sgd::new(0.5).step(&mut w, &[1.0, -2.0]);
/// assert_eq!(w, [0.5, 3.0]);
/// ```
///
/// *Source:* Saito, *Deep Learning from Scratch*, 6.1.2.
/// *Differs from* PyTorch's `SGD`: it has no momentum, dampening or weight decay of
/// its own; momentum is a rule by itself, weight decay belongs to the network.
#[derive(Clone, Debug)]
pub struct Sgd {
    /// Learning rate η.
    pub learning_rate: f64,
}

impl Sgd {
    /// SGD with the learning rate η.
    pub const fn new(learning_rate: f64) -> Self {
        Self { learning_rate }
    }
}

impl<T: Real> Optimizer<T> for Sgd {
    fn step(&mut self, params: &mut [T], grads: &[T]) {
        assert_eq!(params.len(), grads.len(), "one gradient for each parameter");
        let learning_rate = T::from_f64(self.learning_rate);
        for (w, &g) in params.iter_mut().zip(grads) {
            *w -= learning_rate * g;
        }
    }

    fn set_learning_rate(&mut self, learning_rate: f64) {
        self.learning_rate = learning_rate;
    }
}
