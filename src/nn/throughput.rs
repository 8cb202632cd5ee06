//! A network that trains on the same few mini-batches again and again: what
//! `cargo xtask bench` times, natively and in a browser. Nothing that ships has it.

use super::{Architecture, Batch, Init, Network, Trainer};
use crate::math::Rng;
use crate::optim::{Hyperparameters, Key, Rule};

/// A network of ReLU layers, in single precision, trained by SGD.
pub struct Throughput {
    trainer: Trainer<f32>,
    batches: Vec<Batch<f32>>,
    n_steps: usize,
}

impl Throughput {
    /// A network with these units in its layers, the inputs first. `values` holds weights and
    /// biases layer after layer, then the inputs of all mini-batches of `rows` rows.
    ///
    /// # Panics
    /// Where the numbers of values and labels do not fit the sizes.
    pub fn new(
        sizes: &[usize],
        rows: usize,
        learning_rate: f64,
        values: &[f32],
        labels: &[u8],
    ) -> Self {
        let [inputs, hidden @ .., classes] = sizes else {
            panic!("a network has inputs and classes");
        };
        let shape = Architecture::new(*inputs, hidden, *classes);
        let mut network = Network::new(shape, Init::He, &mut Rng::new(1));
        let params = network.params_and_grads().0.values_mut();
        let (own, inputs_of_all) = values.split_at(params.len());
        params.copy_from_slice(own);
        let inputs_of_each = inputs_of_all.chunks_exact(rows * inputs);
        let batches = inputs_of_each
            .zip(labels.chunks_exact(rows))
            .map(|(x, labels)| Batch {
                x: x.to_vec(),
                labels: labels.to_vec(),
            })
            .collect();
        let rule = Hyperparameters::new(Rule::Sgd).with(Key::Lr, learning_rate);
        Self {
            trainer: Trainer::new(network, &rule, Rng::new(1)),
            batches,
            n_steps: 0,
        }
    }

    /// Trains on for `n` steps. Gives the loss of the last one's mini-batch before its update.
    pub fn train(&mut self, n: usize) -> f64 {
        let mut loss = f64::NAN;
        for _ in 0..n {
            let batch = &self.batches[self.n_steps % self.batches.len()];
            loss = self.trainer.iterate(batch);
            self.n_steps += 1;
        }
        loss
    }
}
