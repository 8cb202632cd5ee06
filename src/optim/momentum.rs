//! Momentum.

use super::{MomentumForm, Optimizer, prepare};
use crate::math::Real;

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
/// | | `form` | [`MomentumForm::Book`] |
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
/// *Differs from* PyTorch: the learning rate is inside the velocity, as in Keras. As
/// long as the rate is constant the points are the same (PyTorch's buffer is −v/η);
/// when it changes during a run, the carried velocity here keeps the old rate. The
/// other forms are a choice, see [`MomentumForm`].
#[derive(Clone, Debug)]
pub struct Momentum<T = f64> {
    /// Learning rate η.
    pub learning_rate: f64,
    /// Momentum coefficient α, from 0 (which is SGD) to just under 1.
    pub momentum: f64,
    /// How the velocity is kept.
    pub form: MomentumForm,
    velocity: Vec<T>,
}

impl<T: Real> Momentum<T> {
    /// Momentum with the learning rate η and the coefficient α.
    pub const fn new(learning_rate: f64, momentum: f64) -> Self {
        Self {
            learning_rate,
            momentum,
            form: MomentumForm::Book,
            velocity: Vec::new(),
        }
    }

    /// The same in another form.
    pub fn with_form(self, form: MomentumForm) -> Self {
        Self { form, ..self }
    }
}

impl<T: Real> Optimizer<T> for Momentum<T> {
    fn step(&mut self, params: &mut [T], grads: &[T]) {
        prepare(&mut self.velocity, params, grads);
        let lr = T::from_f64(self.learning_rate);
        let momentum = T::from_f64(self.momentum);
        let share = T::from_f64(1.0 - self.momentum);
        let parts = params.iter_mut().zip(grads).zip(&mut self.velocity);
        match self.form {
            MomentumForm::Book => {
                for ((w, &g), v) in parts {
                    *v = momentum * *v - lr * g;
                    *w += *v;
                }
            }
            MomentumForm::PyTorch => {
                for ((w, &g), v) in parts {
                    *v = momentum * *v + g;
                    *w -= lr * *v;
                }
            }
            MomentumForm::Average => {
                for ((w, &g), v) in parts {
                    *v = momentum * *v + share * g;
                    *w -= lr * *v;
                }
            }
        }
    }

    fn set_learning_rate(&mut self, learning_rate: f64) {
        self.learning_rate = learning_rate;
    }

    fn velocity(&self) -> &[T] {
        &self.velocity
    }
}
