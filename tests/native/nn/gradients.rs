//! Backpropagation against central differences, with more than one row: with a single
//! row batch normalization gives 0 whatever comes in, and the check would be empty.

use descent_widget::math::Rng;
use descent_widget::nn::{Activation, Architecture, Init, Network, Pass};

/// Rows of the batch.
const ROWS: usize = 7;

fn inputs(seed: u64, n: usize) -> Vec<f64> {
    let mut rng = Rng::new(seed);
    (0..n).map(|_| rng.normal()).collect()
}

/// Every gradient of a network 5-[6, 4]-3 against (L(w + h) − L(w − h)) / 2h.
#[track_caller]
fn check(change: impl FnOnce(&mut Architecture)) {
    let mut architecture = Architecture::new(5, &[6, 4], 3);
    change(&mut architecture);
    let mut network = Network::new(architecture, Init::Fixed(0.6), &mut Rng::new(11));
    // Biases, γ and β away from their special values.
    let mut rng = Rng::new(12);
    for value in network.params_and_grads().0.values_mut() {
        *value += 0.1 * rng.normal();
    }
    let x = inputs(13, ROWS * 5);
    let labels = [0, 1, 2, 1, 1, 0, 2];
    // The same uniform numbers at every pass, so that dropout silences the same units.
    let loss_at = |network: &mut Network<f64>| {
        let mut rng = Rng::new(14);
        network.loss_of_pass(&x, &labels, &mut Pass::Train(&mut || rng.uniform()))
    };
    let mut rng = Rng::new(14);
    network.gradient(&x, &labels, &mut || rng.uniform());
    let names: Vec<String> = network
        .grads()
        .iter()
        .map(|(name, _)| name.to_owned())
        .collect();
    for name in names {
        let grads = network.grads().get(&name).unwrap().to_vec();
        for (at, grad) in grads.into_iter().enumerate() {
            const H: f64 = 1e-5;
            let mut moved = |by: f64| {
                network.params_and_grads().0.get_mut(&name).unwrap()[at] += by;
                let loss = loss_at(&mut network);
                network.params_and_grads().0.get_mut(&name).unwrap()[at] -= by;
                loss
            };
            let slope = (moved(H) - moved(-H)) / (2.0 * H);
            // The gradient ignores the 1e-7 in the logarithm.
            assert!(
                (grad - slope).abs() < 2e-6,
                "{name}[{at}]: {grad} and {slope}"
            );
        }
    }
}

#[test]
fn gradients_through_relu_are_slopes_of_the_loss() {
    check(|_| {});
}

#[test]
fn gradients_through_sigmoid_are_slopes_of_the_loss() {
    check(|architecture| architecture.activation = Activation::Sigmoid);
}

#[test]
fn gradients_through_tanh_are_slopes_of_the_loss() {
    check(|architecture| architecture.activation = Activation::Tanh);
}

#[test]
fn gradients_through_batch_normalization_are_slopes_of_the_loss() {
    check(|architecture| architecture.batch_norm = true);
}

#[test]
fn gradients_through_dropout_are_slopes_of_the_loss() {
    check(|architecture| architecture.dropout_ratio = Some(0.3));
}

#[test]
fn gradients_with_weight_decay_are_slopes_of_the_loss() {
    check(|architecture| architecture.weight_decay = 0.1);
}

#[test]
fn gradients_of_everything_together_are_slopes_of_the_loss() {
    check(|architecture| {
        architecture.activation = Activation::Tanh;
        architecture.batch_norm = true;
        architecture.dropout_ratio = Some(0.2);
        architecture.weight_decay = 0.05;
    });
}
