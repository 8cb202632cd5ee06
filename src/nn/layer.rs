//! The layers of a network, tied to its named parameters.

use std::ops::Range;

use super::{ActivationLayer, Affine, BatchNorm, Dropout, MatMul};
use crate::math::Real;

/// Whether batch normalization and dropout act as in training or as in the test.
pub enum Pass<'a> {
    /// As in training; dropout asks for one uniform number in [0, 1) per activation.
    Train(&'a mut dyn FnMut() -> f64),
    /// As in the test.
    Test,
}

/// A layer, with the place of its parameters among those of the network.
#[derive(Clone, Debug)]
pub(super) enum Layer<T> {
    Affine {
        layer: Affine<T>,
        weights: Range<usize>,
        biases: Range<usize>,
    },
    BatchNorm {
        layer: BatchNorm<T>,
        gamma: Range<usize>,
        beta: Range<usize>,
    },
    Activation(ActivationLayer<T>),
    Dropout(Dropout<T>),
}

impl<T: Real> Layer<T> {
    pub(super) fn forward(
        &mut self,
        x: &[T],
        params: &[T],
        pass: &mut Pass<'_>,
        matmul: &mut MatMul<T>,
    ) {
        match self {
            Self::Affine {
                layer,
                weights,
                biases,
            } => layer.forward(x, &params[weights.clone()], &params[biases.clone()], matmul),
            Self::BatchNorm { layer, gamma, beta } => {
                let (gamma, beta) = (&params[gamma.clone()], &params[beta.clone()]);
                match pass {
                    Pass::Train(_) => layer.train(x, gamma, beta),
                    Pass::Test => layer.test(x, gamma, beta),
                }
            }
            Self::Activation(layer) => layer.forward(x),
            Self::Dropout(layer) => match pass {
                Pass::Train(uniform) => layer.train(x, *uniform),
                Pass::Test => layer.test(x),
            },
        }
    }

    /// Writes the gradients of the layer's parameters; of its input too unless it is
    /// the first.
    pub(super) fn backward(
        &mut self,
        x: &[T],
        output_gradient: &[T],
        params: &[T],
        grads: &mut [T],
        is_first: bool,
        matmul: &mut MatMul<T>,
    ) {
        match self {
            Self::Affine {
                layer,
                weights,
                biases,
            } => {
                let (dw, db) = pair(grads, weights, biases);
                layer.backward(x, output_gradient, dw, db, matmul);
                if !is_first {
                    layer.backward_input(output_gradient, &params[weights.clone()], matmul);
                }
            }
            Self::BatchNorm { layer, gamma, beta } => {
                let (dgamma, dbeta) = pair(grads, gamma, beta);
                layer.backward(output_gradient, &params[gamma.clone()], dgamma, dbeta);
            }
            Self::Activation(layer) => layer.backward(output_gradient),
            Self::Dropout(layer) => layer.backward(output_gradient),
        }
    }

    pub(super) fn output(&self) -> &[T] {
        match self {
            Self::Affine { layer, .. } => layer.output(),
            Self::BatchNorm { layer, .. } => layer.output(),
            Self::Activation(layer) => layer.output(),
            Self::Dropout(layer) => layer.output(),
        }
    }

    pub(super) fn input_gradient(&self) -> &[T] {
        match self {
            Self::Affine { layer, .. } => layer.input_gradient(),
            Self::BatchNorm { layer, .. } => layer.input_gradient(),
            Self::Activation(layer) => layer.input_gradient(),
            Self::Dropout(layer) => layer.input_gradient(),
        }
    }
}

/// Two tensors that lie back to back, the first directly before the second.
fn pair<'a, T>(
    grads: &'a mut [T],
    first: &Range<usize>,
    second: &Range<usize>,
) -> (&'a mut [T], &'a mut [T]) {
    grads[first.start..second.end].split_at_mut(first.len())
}
