//! Nesterov's accelerated gradient.

use super::{NesterovForm, Optimizer, prepare};
use crate::math::Real;

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
/// | | `form` | [`NesterovForm::Corrected`] |
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
/// PyTorch's and Keras' Nesterov agree with this one. The early form is a choice, see
/// [`NesterovForm`].
#[derive(Clone, Debug)]
pub struct Nesterov<T = f64> {
    /// Learning rate η.
    pub learning_rate: f64,
    /// Momentum coefficient α, from 0 (which is SGD) to just under 1.
    pub momentum: f64,
    /// When the velocity is updated.
    pub form: NesterovForm,
    velocity: Vec<T>,
}

impl<T: Real> Nesterov<T> {
    /// Nesterov's rule with the learning rate η and the coefficient α.
    pub const fn new(learning_rate: f64, momentum: f64) -> Self {
        Self {
            learning_rate,
            momentum,
            form: NesterovForm::Corrected,
            velocity: Vec::new(),
        }
    }

    /// The same in another form.
    pub fn with_form(self, form: NesterovForm) -> Self {
        Self { form, ..self }
    }
}

impl<T: Real> Optimizer<T> for Nesterov<T> {
    fn step(&mut self, params: &mut [T], grads: &[T]) {
        prepare(&mut self.velocity, params, grads);
        let (lr, momentum) = (self.learning_rate, self.momentum);
        let carried = T::from_f64(momentum * momentum);
        let ahead = T::from_f64((1.0 + momentum) * lr);
        let (lr, momentum) = (T::from_f64(lr), T::from_f64(momentum));
        for ((w, &g), v) in params.iter_mut().zip(grads).zip(&mut self.velocity) {
            let old = *v;
            *v = momentum * *v - lr * g;
            let used = match self.form {
                NesterovForm::Corrected => old,
                NesterovForm::Early => *v,
            };
            *w += carried * used;
            *w -= ahead * g;
        }
    }

    fn set_learning_rate(&mut self, learning_rate: f64) {
        self.learning_rate = learning_rate;
    }

    fn velocity(&self) -> &[T] {
        &self.velocity
    }
}
