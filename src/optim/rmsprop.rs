//! RMSProp.

use super::{EPSILON, Optimizer, prepare};
use crate::math::Real;

/// RMSProp: AdaGrad that forgets old gradients at a fixed pace.
///
/// ```text
/// h ← ρ h + (1 − ρ) g ⊙ g
/// W ← W − η g / (√h + ε)
/// ```
///
/// | symbol | field | default |
/// |---|---|---|
/// | η | `learning_rate` | 0.01 |
/// | ρ | `decay` | 0.99 |
/// | ε | `epsilon` | 1e-7 |
///
/// ```
/// use descent_widget::optim::{Optimizer, RmsProp};
///
/// let mut w = [3.0];
/// RmsProp::new(0.5, 0.75).with_epsilon(0.0).step(&mut w, &[-8.0]);
/// assert_eq!(w, [4.0]); // √h is half of the gradient: h = 0.25 · 64
/// ```
///
/// *Source:* Saito, 6.1.5 (named there) and the book's program; Tieleman and Hinton,
/// *Neural networks for machine learning*, lecture 6.5 (2012).
/// *Differs from* PyTorch: ε is 1e-7 instead of 1e-8. Keras' default ρ is 0.9.
#[derive(Clone, Debug)]
pub struct RmsProp<T = f64> {
    /// Learning rate η.
    pub learning_rate: f64,
    /// Decay ρ, the share of h that stays at each step.
    pub decay: f64,
    /// ε, added after the root.
    pub epsilon: f64,
    squares: Vec<T>,
}

impl<T: Real> RmsProp<T> {
    /// RMSProp with the learning rate η and the decay ρ.
    pub const fn new(learning_rate: f64, decay: f64) -> Self {
        Self {
            learning_rate,
            decay,
            epsilon: EPSILON,
            squares: Vec::new(),
        }
    }

    /// The same with another ε.
    pub fn with_epsilon(self, epsilon: f64) -> Self {
        Self { epsilon, ..self }
    }
}

impl<T: Real> Optimizer<T> for RmsProp<T> {
    fn step(&mut self, params: &mut [T], grads: &[T]) {
        prepare(&mut self.squares, params, grads);
        let learning_rate = T::from_f64(self.learning_rate);
        let (decay, share) = (T::from_f64(self.decay), T::from_f64(1.0 - self.decay));
        let epsilon = T::from_f64(self.epsilon);
        for ((w, &g), h) in params.iter_mut().zip(grads).zip(&mut self.squares) {
            *h *= decay;
            *h += share * g * g;
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
