//! Adam.

use super::{EPSILON, Optimizer, prepare};
use crate::math::Real;

/// Adam: a running mean of the gradient over the root of a running mean of its
/// squares, both corrected for their start at zero.
///
/// ```text
/// t ← t + 1
/// ηₜ = η √(1 − β₂ᵗ) / (1 − β₁ᵗ)
/// m ← m + (1 − β₁) (g − m)
/// v ← v + (1 − β₂) (g ⊙ g − v)
/// W ← W − ηₜ m / (√v + ε)
/// ```
///
/// | symbol | field | default |
/// |---|---|---|
/// | η | `learning_rate` | 0.001 |
/// | β₁ | `beta1` | 0.9 |
/// | β₂ | `beta2` | 0.999 |
/// | ε | `epsilon` | 1e-7 |
///
/// ```
/// use descent_widget::optim::{Adam, Optimizer};
///
/// let mut w = [3.0];
/// Adam::new(0.5, 0.9, 0.999).with_epsilon(0.0).step(&mut w, &[-8.0]);
/// assert!((w[0] - 3.5_f64).abs() < 1e-12); // the first step is as long as η
/// ```
///
/// *Source:* Saito, 6.1.6; Kingma and Ba, *Adam: a method for stochastic
/// optimization* (2015).
/// *Differs from* the paper's Algorithm 1 and from PyTorch: the correction is folded
/// into the rate, so that ε = 1e-7 acts like 1e-7 / √(1 − β₂ᵗ) there (3.2e-6 at the
/// first step). Keras computes the same as the book.
#[derive(Clone, Debug)]
pub struct Adam<T = f64> {
    /// Learning rate η.
    pub learning_rate: f64,
    /// Decay β₁ of the running mean of the gradient.
    pub beta1: f64,
    /// Decay β₂ of the running mean of its squares.
    pub beta2: f64,
    /// ε, added after the root.
    pub epsilon: f64,
    n_steps: u32,
    mean: Vec<T>,
    squares: Vec<T>,
    powers: Option<Powers>,
}

impl<T: Real> Adam<T> {
    /// Adam with the learning rate η and the decays β₁ and β₂.
    pub const fn new(learning_rate: f64, beta1: f64, beta2: f64) -> Self {
        Self {
            learning_rate,
            beta1,
            beta2,
            epsilon: EPSILON,
            n_steps: 0,
            mean: Vec::new(),
            squares: Vec::new(),
            powers: None,
        }
    }

    /// The same with another ε.
    pub fn with_epsilon(self, epsilon: f64) -> Self {
        Self { epsilon, ..self }
    }
}

impl<T: Real> Adam<T> {
    /// The same with these powers of its decays looked up instead of computed.
    pub fn with_powers(self, powers: Powers) -> Self {
        let powers = powers.are_of(self.beta1, self.beta2).then_some(powers);
        Self { powers, ..self }
    }

    /// β₁ᵗ and β₂ᵗ at the step that is being made.
    fn powers_now(&self) -> [f64; 2] {
        let known = self.powers.as_ref().and_then(|it| it.at(self.n_steps));
        known.unwrap_or_else(|| powers(self.beta1, self.beta2, self.n_steps))
    }
}

fn powers(beta1: f64, beta2: f64, n_steps: u32) -> [f64; 2] {
    let t = f64::from(n_steps);
    [libm::pow(beta1, t), libm::pow(beta2, t)]
}

/// The powers of Adam's two decays for the first steps, for many runs with the same decays.
#[derive(Clone, Debug)]
pub struct Powers {
    beta1: f64,
    beta2: f64,
    at: std::rc::Rc<[[f64; 2]]>,
}

impl Powers {
    /// Those of the first `n_steps` steps.
    pub fn new(beta1: f64, beta2: f64, n_steps: usize) -> Self {
        let steps = 1..=u32::try_from(n_steps).unwrap_or(u32::MAX);
        let at = steps.map(|step| powers(beta1, beta2, step)).collect();
        Self { beta1, beta2, at }
    }

    /// Whether they are the powers of these decays.
    pub fn are_of(&self, beta1: f64, beta2: f64) -> bool {
        (self.beta1, self.beta2) == (beta1, beta2)
    }

    fn at(&self, n_steps: u32) -> Option<[f64; 2]> {
        self.at.get((n_steps as usize).checked_sub(1)?).copied()
    }
}

impl<T: Real> Optimizer<T> for Adam<T> {
    fn step(&mut self, params: &mut [T], grads: &[T]) {
        prepare(&mut self.mean, params, grads);
        prepare(&mut self.squares, params, grads);
        self.n_steps = self.n_steps.saturating_add(1);
        let [power1, power2] = self.powers_now();
        let rate = self.learning_rate * f64::sqrt(1.0 - power2) / (1.0 - power1);
        let (rate, epsilon) = (T::from_f64(rate), T::from_f64(self.epsilon));
        let mean_share = T::from_f64(1.0 - self.beta1);
        let squares_share = T::from_f64(1.0 - self.beta2);
        let moments = self.mean.iter_mut().zip(&mut self.squares);
        for ((w, &g), (m, v)) in params.iter_mut().zip(grads).zip(moments) {
            *m += mean_share * (g - *m);
            *v += squares_share * (g * g - *v);
            *w -= rate * *m / (v.square_root() + epsilon);
        }
    }

    fn set_learning_rate(&mut self, learning_rate: f64) {
        self.learning_rate = learning_rate;
    }

    fn velocity(&self) -> &[T] {
        &self.mean
    }

    fn squares(&self) -> &[T] {
        &self.squares
    }
}
