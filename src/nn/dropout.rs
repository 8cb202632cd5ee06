//! Dropout.

use crate::math::Real;

/// Dropout: in training each unit is silenced with probability p; in the test all
/// speak, multiplied by 1 − p.
///
/// ```text
/// training:  y = x ⊙ m,  m = 1 where u > p and 0 elsewhere, u uniform in [0, 1)
/// test:      y = x (1 − p)
/// ```
///
/// | symbol | field | the book's value |
/// |---|---|---|
/// | p | `ratio` | 0.5, in its figure 0.2 |
///
/// ```
/// use descent_widget::nn::Dropout;
///
/// let mut dropout = Dropout::new(0.5);
/// let mut uniforms = [0.7, 0.2].into_iter();
/// dropout.train(&[3.0, 4.0], &mut || uniforms.next().unwrap_or(0.0));
/// assert_eq!(dropout.output(), [3.0, 0.0]);
/// dropout.test(&[3.0, 4.0]);
/// assert_eq!(dropout.output(), [1.5, 2.0]);
/// ```
///
/// *Source:* Saito, 6.4.3; Srivastava and others, *Dropout* (2014).
/// *Differs from* PyTorch's `Dropout`, which divides by 1 − p in training and does
/// nothing in the test. What a network expects is the same in both, but its
/// activations in training are smaller here by 1 − p.
#[derive(Clone, Debug)]
pub struct Dropout<T> {
    ratio: f64,
    mask: Vec<T>,
    output: Vec<T>,
    input_gradient: Vec<T>,
}

impl<T: Real> Dropout<T> {
    /// Dropout with probability p, from 0 to under 1.
    pub const fn new(ratio: f64) -> Self {
        Self {
            ratio,
            mask: Vec::new(),
            output: Vec::new(),
            input_gradient: Vec::new(),
        }
    }

    /// The pass of training: draws one uniform number for each activation, row by row.
    pub fn train(&mut self, x: &[T], uniform: &mut dyn FnMut() -> f64) {
        self.mask.clear();
        for _ in x {
            let speaks = uniform() > self.ratio;
            self.mask.push(if speaks { T::ONE } else { T::ZERO });
        }
        self.output.clear();
        self.output
            .extend(x.iter().zip(&self.mask).map(|(&x, &m)| x * m));
    }

    /// The pass of the test.
    pub fn test(&mut self, x: &[T]) {
        let share = T::from_f64(1.0 - self.ratio);
        self.output.clear();
        self.output.extend(x.iter().map(|&x| x * share));
    }

    /// Computes [`input_gradient`](Self::input_gradient) from ∂L/∂y, after a pass of
    /// training.
    pub fn backward(&mut self, output_gradient: &[T]) {
        let pairs = output_gradient.iter().zip(&self.mask);
        self.input_gradient.clear();
        self.input_gradient.extend(pairs.map(|(&g, &m)| g * m));
    }

    /// y of the last forward pass.
    pub fn output(&self) -> &[T] {
        &self.output
    }

    /// ∂L/∂x of the last backward pass.
    pub fn input_gradient(&self) -> &[T] {
        &self.input_gradient
    }
}
