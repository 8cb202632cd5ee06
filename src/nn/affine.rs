//! The fully connected layer.

use super::MatMul;
use crate::math::Real;

/// The affine layer, y = x W + b, for a batch of rows x.
///
/// | symbol | shape |
/// |---|---|
/// | x | n × `inputs` |
/// | W | `inputs` × `outputs` |
/// | b | `outputs` |
///
/// ```
/// use descent_widget::nn::{Affine, MatMul};
///
/// let mut layer = Affine::new(2, 1);
/// layer.forward(&[1.0, 2.0], &[3.0, 4.0], &[0.5], &mut MatMul::new());
/// assert_eq!(layer.output(), [11.5]);
/// ```
///
/// *Source:* Saito, 5.6.2.
/// *Differs from* PyTorch's `Linear`: W is stored as inputs × outputs, not transposed.
#[derive(Clone, Debug)]
pub struct Affine<T> {
    inputs: usize,
    outputs: usize,
    output: Vec<T>,
    input_gradient: Vec<T>,
}

impl<T: Real> Affine<T> {
    /// A layer between `inputs` and `outputs` units.
    pub const fn new(inputs: usize, outputs: usize) -> Self {
        Self {
            inputs,
            outputs,
            output: Vec::new(),
            input_gradient: Vec::new(),
        }
    }

    /// Computes [`output`](Self::output) from x, W and b.
    pub fn forward(&mut self, x: &[T], weights: &[T], biases: &[T], matmul: &mut MatMul<T>) {
        let n = x.len() / self.inputs;
        self.output.resize(n * self.outputs, T::ZERO);
        matmul.product(x, weights, &mut self.output, self.inputs, self.outputs);
        T::add_to_rows(biases, &mut self.output);
    }

    /// From ∂L/∂y computes ∂L/∂W = xᵀ ∂L/∂y and ∂L/∂b, the sum of ∂L/∂y over the rows.
    pub fn backward(
        &self,
        x: &[T],
        output_gradient: &[T],
        weight_gradient: &mut [T],
        bias_gradient: &mut [T],
        matmul: &mut MatMul<T>,
    ) {
        matmul.transposed_times(
            x,
            output_gradient,
            weight_gradient,
            self.inputs,
            self.outputs,
        );
        T::sum_rows(output_gradient, bias_gradient);
    }

    /// From ∂L/∂y computes [`input_gradient`](Self::input_gradient) = ∂L/∂y Wᵀ. The
    /// first layer of a network can do without.
    pub fn backward_input(&mut self, output_gradient: &[T], weights: &[T], matmul: &mut MatMul<T>) {
        let n = output_gradient.len() / self.outputs;
        self.input_gradient.resize(n * self.inputs, T::ZERO);
        matmul.times_transposed(
            output_gradient,
            weights,
            &mut self.input_gradient,
            self.outputs,
            self.inputs,
        );
    }

    /// y of the last forward pass, n × `outputs`.
    pub fn output(&self) -> &[T] {
        &self.output
    }

    /// ∂L/∂x of the last backward pass, n × `inputs`.
    pub fn input_gradient(&self) -> &[T] {
        &self.input_gradient
    }
}
