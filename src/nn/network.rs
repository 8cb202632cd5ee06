//! The networks of chapters 5 and 6.

use super::layer::Layer;
use super::{
    Activation, ActivationLayer, Affine, BatchNorm, Dropout, Init, MatMul, Pass, SoftmaxWithLoss,
};
use crate::math::{Params, Real, Rng};

/// The shape of a network and what it does beside affine layers.
///
/// ```text
/// x → [Affine → BatchNorm → activation → Dropout] × hidden layers → Affine → softmax
/// ```
///
/// *Source:* Saito, 4.5 (`TwoLayerNet`), 6.3 and 6.4 (`MultiLayerNetExtend`).
#[derive(Clone, Debug, PartialEq)]
pub struct Architecture {
    /// Values of one input.
    pub inputs: usize,
    /// Units of each hidden layer.
    pub hidden: Vec<usize>,
    /// Classes to tell apart.
    pub classes: usize,
    /// The activation function after every hidden layer.
    pub activation: Activation,
    /// Whether batch normalization stands before every activation.
    pub batch_norm: bool,
    /// Probability of dropout after every activation.
    pub dropout_ratio: Option<f64>,
    /// λ of the weight decay: the loss gains ½ λ ΣW², the gradient of W gains λ W.
    ///
    /// Biases, γ and β do not decay, and the sum is not divided by the batch size.
    /// *Differs from* PyTorch, where the optimizer adds λ W to the gradient of every
    /// parameter and the loss does not show it.
    pub weight_decay: f64,
}

impl Architecture {
    /// A network of ReLU layers without batch normalization, dropout or weight decay.
    pub fn new(inputs: usize, hidden: &[usize], classes: usize) -> Self {
        Self {
            inputs,
            hidden: hidden.to_vec(),
            classes,
            activation: Activation::Relu,
            batch_norm: false,
            dropout_ratio: None,
            weight_decay: 0.0,
        }
    }

    /// Inputs and outputs of every affine layer.
    fn sizes(&self) -> Vec<(usize, usize)> {
        let inputs = std::iter::once(self.inputs).chain(self.hidden.iter().copied());
        let outputs = self.hidden.iter().copied();
        inputs
            .zip(outputs.chain(std::iter::once(self.classes)))
            .collect()
    }
}

/// A network with its parameters, gradients and the memory of its passes.
///
/// Parameters are named as in the book, `W1 b1 W2 b2 …` and `gamma1 beta1 …`, so that
/// an optimizer's `update(params, grads)` moves them.
#[derive(Clone, Debug)]
pub struct Network<T> {
    architecture: Architecture,
    params: Params<T>,
    grads: Params<T>,
    layers: Vec<Layer<T>>,
    head: SoftmaxWithLoss<T>,
    matmul: MatMul<T>,
}

impl<T: Real> Network<T> {
    /// A network with initial weights, drawn layer after layer.
    ///
    /// # Panics
    /// Where a layer has no units.
    pub fn new(architecture: Architecture, init: Init, rng: &mut Rng) -> Self {
        let mut params = Params::new();
        let sizes = architecture.sizes();
        for (number, &(inputs, outputs)) in (1..).zip(&sizes) {
            assert!(inputs > 0 && outputs > 0, "every layer has units");
            let weights = init.weights(inputs, outputs, rng);
            params.insert(&format!("W{number}"), &weights);
            params.insert(&format!("b{number}"), &vec![T::ZERO; outputs]);
        }
        if architecture.batch_norm {
            for (number, &units) in (1..).zip(&architecture.hidden) {
                params.insert(&format!("gamma{number}"), &vec![T::ONE; units]);
                params.insert(&format!("beta{number}"), &vec![T::ZERO; units]);
            }
        }
        let mut grads = params.clone();
        grads.values_mut().fill(T::ZERO);
        Self {
            layers: layers(&architecture, &sizes),
            head: SoftmaxWithLoss::new(architecture.classes),
            matmul: MatMul::new(),
            architecture,
            params,
            grads,
        }
    }

    /// The shape.
    pub const fn architecture(&self) -> &Architecture {
        &self.architecture
    }

    /// The parameters by name.
    pub const fn params(&self) -> &Params<T> {
        &self.params
    }

    /// The gradients by name, those of the last [`gradient`](Self::gradient).
    pub const fn grads(&self) -> &Params<T> {
        &self.grads
    }

    /// The parameters, to be changed, and their gradients: what an optimizer's `update` takes.
    pub const fn params_and_grads(&mut self) -> (&mut Params<T>, &Params<T>) {
        (&mut self.params, &self.grads)
    }

    /// The scores of the classes before softmax, n × classes, for inputs of n rows.
    pub fn scores(&mut self, x: &[T], pass: &mut Pass<'_>) -> &[T] {
        self.forward(x, pass);
        output(&self.layers)
    }

    /// The loss as in the test, weight decay included.
    pub fn loss(&mut self, x: &[T], labels: &[u8]) -> f64 {
        self.loss_of_pass(x, labels, &mut Pass::Test)
    }

    /// The loss of a pass, weight decay included. A training pass moves the running
    /// statistics of batch normalization.
    pub fn loss_of_pass(&mut self, x: &[T], labels: &[u8], pass: &mut Pass<'_>) -> f64 {
        self.forward(x, pass);
        self.head.forward(output(&self.layers), labels) + self.decay_loss()
    }

    /// Computes [`grads`](Self::grads) by backpropagation through a training pass, and
    /// gives the loss of that pass.
    pub fn gradient(&mut self, x: &[T], labels: &[u8], uniform: &mut dyn FnMut() -> f64) -> f64 {
        let loss = self.loss_of_pass(x, labels, &mut Pass::Train(uniform));
        self.head.backward(labels);
        let params = self.params.values();
        let grads = self.grads.values_mut();
        for at in (0..self.layers.len()).rev() {
            let (before, rest) = self.layers.split_at_mut(at);
            let (layer, after) = rest.split_at_mut(1);
            let x = before.last().map_or(x, Layer::output);
            let g = after
                .first()
                .map_or(self.head.input_gradient(), Layer::input_gradient);
            layer[0].backward(x, g, params, grads, at == 0, &mut self.matmul);
        }
        self.add_decay();
        loss
    }

    /// How many of the inputs get the highest score for their label, as in the test.
    pub fn n_correct(&mut self, x: &[T], labels: &[u8]) -> usize {
        self.forward(x, &mut Pass::Test);
        let named = self.guesses().zip(labels);
        named.filter(|(guess, label)| guess == *label).count()
    }

    /// The class with the highest score for each row of the last pass.
    pub fn guesses(&self) -> impl Iterator<Item = u8> + '_ {
        let rows = output(&self.layers).chunks_exact(self.architecture.classes);
        rows.map(|row| best(row) as u8)
    }

    /// The probabilities of the classes as in the test, n × classes.
    pub fn probabilities(&mut self, x: &[T]) -> &[T] {
        self.forward(x, &mut Pass::Test);
        self.head.predict(output(&self.layers));
        self.head.probabilities()
    }

    /// The activations of a hidden layer in the last pass, before dropout; `None` where there
    /// is no such layer. Layers count from 0.
    pub fn activations(&self, hidden_idx: usize) -> Option<&[T]> {
        let activations = self.layers.iter().filter_map(|layer| match layer {
            Layer::Activation(layer) => Some(layer.output()),
            _ => None,
        });
        activations.into_iter().nth(hidden_idx)
    }

    /// Whether all weights and biases are finite numbers.
    pub fn is_finite(&self) -> bool {
        let params = self.params.values();
        params.iter().all(|value| value.is_finite())
    }

    /// The running statistics of a hidden layer's batch normalization: means and
    /// variances. Layers count from 0.
    pub fn running_statistics(&self, hidden_idx: usize) -> Option<(&[T], &[T])> {
        let norms = self.layers.iter().filter_map(|layer| match layer {
            Layer::BatchNorm { layer, .. } => Some(layer),
            _ => None,
        });
        let norm = norms.into_iter().nth(hidden_idx)?;
        Some((norm.running_mean(), norm.running_variance()))
    }

    fn forward(&mut self, x: &[T], pass: &mut Pass<'_>) {
        let mut values = x;
        for layer in &mut self.layers {
            layer.forward(values, self.params.values(), pass, &mut self.matmul);
            values = layer.output();
        }
    }

    fn decay_loss(&self) -> f64 {
        if self.architecture.weight_decay == 0.0 {
            return 0.0;
        }
        let squares = |weights: &[T]| -> f64 {
            let to_f64 = |&w: &T| -> f64 { w.into() };
            weights.iter().map(to_f64).map(|w| w * w).sum()
        };
        let sum: f64 = weights(&self.params).map(|(_, w)| squares(w)).sum();
        0.5 * self.architecture.weight_decay * sum
    }

    fn add_decay(&mut self) {
        if self.architecture.weight_decay == 0.0 {
            return;
        }
        let lambda = T::from_f64(self.architecture.weight_decay);
        for (name, weights) in weights(&self.params) {
            if let Some(grads) = self.grads.get_mut(name) {
                for (g, &w) in grads.iter_mut().zip(weights) {
                    *g += lambda * w;
                }
            }
        }
    }
}

/// The output of the last layer; a network has at least one.
fn output<T: Real>(layers: &[Layer<T>]) -> &[T] {
    layers.last().map_or(&[], Layer::output)
}

/// The weights of the affine layers, by name.
fn weights<T: Real>(params: &Params<T>) -> impl Iterator<Item = (&str, &[T])> {
    params.iter().filter(|(name, _)| name.starts_with('W'))
}

/// The index of the highest score, the first of equals.
fn best<T: Real>(scores: &[T]) -> usize {
    let mut best = 0;
    for (at, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = at;
        }
    }
    best
}

fn layers<T: Real>(architecture: &Architecture, sizes: &[(usize, usize)]) -> Vec<Layer<T>> {
    // Tensors lie back to back: weights and biases of every layer, then γ and β of every
    // hidden one.
    let mut end = 0;
    let mut next = |length: usize| {
        end += length;
        end - length..end
    };
    let affine: Vec<Layer<T>> = sizes
        .iter()
        .map(|&(inputs, outputs)| Layer::Affine {
            layer: Affine::new(inputs, outputs),
            weights: next(inputs * outputs),
            biases: next(outputs),
        })
        .collect();
    let mut layers = Vec::new();
    for (at, layer) in affine.into_iter().enumerate() {
        layers.push(layer);
        let Some(&units) = architecture.hidden.get(at) else {
            break;
        };
        if architecture.batch_norm {
            layers.push(Layer::BatchNorm {
                layer: BatchNorm::new(units),
                gamma: next(units),
                beta: next(units),
            });
        }
        layers.push(Layer::Activation(ActivationLayer::new(
            architecture.activation,
        )));
        layers.extend(
            architecture
                .dropout_ratio
                .map(Dropout::new)
                .map(Layer::Dropout),
        );
    }
    layers
}
