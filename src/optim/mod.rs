//! The update rules of chapter 6, one file each.
//!
//! Every rule moves a flat slice of parameters along its gradients, whatever the
//! slice stands for: the two coordinates of a point on a loss surface, or all the
//! weights of a network back to back. State is made at the first step, zeros like
//! the parameters, as in the book.
//!
//! | symbol | meaning | name here |
//! |---|---|---|
//! | W | parameters | `params` |
//! | ∂L/∂W, g | gradient of the loss | `grads` |
//! | η | learning rate | `learning_rate`, key `lr` |
//! | α | momentum coefficient | `momentum` |
//! | v | velocity | `velocity` |
//! | h | accumulated squares of the gradient | `squares` |

mod adagrad;
mod adam;
mod form;
mod hyperparameters;
mod momentum;
mod named;
mod nesterov;
mod rmsprop;
mod rule;
mod sgd;

use crate::math::Real;

pub use adagrad::AdaGrad;
pub use adam::Adam;
pub use adam::Powers;
pub use form::{Forms, MomentumForm, NesterovForm};
pub use hyperparameters::Hyperparameters;
pub use momentum::Momentum;
pub use named::Named;
pub use nesterov::Nesterov;
pub use rmsprop::RmsProp;
pub use rule::{Key, Rule};
pub use sgd::Sgd;

/// The small number that keeps a division by a root of zero finite.
///
/// The book adds it after the root, and uses this value in all its rules.
pub const EPSILON: f64 = 1e-7;

/// An update rule with its state, for parameters of type `T`.
pub trait Optimizer<T = f64> {
    /// Moves `params` once, in place, along `grads`.
    ///
    /// # Panics
    /// Where the two lengths differ, or differ from those of the first step.
    /// [`Named::update`] checks first and reports instead.
    fn step(&mut self, params: &mut [T], grads: &[T]);

    /// Sets the learning rate η of the steps to come.
    fn set_learning_rate(&mut self, learning_rate: f64);

    /// What is carried from step to step: the velocity v of Momentum and Nesterov,
    /// in units of the parameters for the book's forms and of the gradient for
    /// [`MomentumForm::PyTorch`] and [`MomentumForm::Average`]; the first moment m of
    /// Adam, in units of the gradient. Empty before the first step and for rules
    /// without one.
    fn velocity(&self) -> &[T] {
        &[]
    }

    /// The accumulated squares of the gradient: h of AdaGrad and RMSProp, the
    /// second moment v of Adam. Empty before the first step and for rules without.
    fn squares(&self) -> &[T] {
        &[]
    }
}

impl<T, O: Optimizer<T> + ?Sized> Optimizer<T> for Box<O> {
    fn step(&mut self, params: &mut [T], grads: &[T]) {
        (**self).step(params, grads);
    }

    fn set_learning_rate(&mut self, learning_rate: f64) {
        (**self).set_learning_rate(learning_rate);
    }

    fn velocity(&self) -> &[T] {
        (**self).velocity()
    }

    fn squares(&self) -> &[T] {
        (**self).squares()
    }
}

/// Makes `state` zeros like `params` at the first step, and checks the lengths at every one.
#[inline(always)]
fn prepare<T: Real>(state: &mut Vec<T>, params: &[T], grads: &[T]) {
    if state.is_empty() {
        state.resize(params.len(), T::ZERO);
    }
    assert_eq!(params.len(), grads.len(), "one gradient for each parameter");
    assert_eq!(params.len(), state.len(), "the shape of the first step");
}
