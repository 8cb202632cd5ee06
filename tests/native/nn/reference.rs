//! Exact numbers of the book's own programs, run with numpy; see `tests/reference`.

use descent_widget::math::{Real, Rng};
use descent_widget::nn::{
    Activation, Architecture, Batch, Dataset, Dropout, Evaluator, Init, Network, Pass, Trainer,
};
use descent_widget::optim::{Hyperparameters, Key, Rule};
use serde_json::Value;

use crate::common::digits;

fn json(list: &str) -> Vec<Value> {
    let text = include_str!("../../reference/networks.json");
    let json: Value = serde_json::from_str(text).unwrap();
    json[list].as_array().unwrap().clone()
}

/// All numbers of nested lists, in order.
fn numbers(value: &Value) -> Vec<f64> {
    match value {
        Value::Array(values) => values.iter().flat_map(numbers).collect(),
        value => vec![value.as_f64().unwrap()],
    }
}

fn hyperparameters(name: &str, values: &Value) -> Hyperparameters {
    let mut found = Hyperparameters::new(Rule::named(&name.to_lowercase()).unwrap());
    for (name, value) in values.as_object().unwrap() {
        let name = match name.as_str() {
            "variant" => continue,
            "decay_rate" => "decay",
            name => name,
        };
        found = found.with(Key::named(name).unwrap(), value.as_f64().unwrap());
    }
    found
}

#[track_caller]
fn check_close(found: &[f64], expected: &[f64], what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (found, expected) in found.iter().zip(expected) {
        let error = (found - expected).abs() / expected.abs().max(1.0);
        assert!(error < 1e-8, "{what}: {found} instead of {expected}");
    }
}

fn case(name: &str) -> Value {
    let cases = json("cases");
    cases.into_iter().find(|case| case["name"] == name).unwrap()
}

fn batch(case: &Value) -> Batch<f64> {
    Batch {
        x: numbers(&case["x"]),
        labels: numbers(&case["t"]).into_iter().map(|t| t as u8).collect(),
    }
}

/// The network of a case, which is 4-[5, 6]-3, with the given parameters.
fn network(case: &Value) -> Network<f64> {
    let architecture = Architecture {
        weight_decay: case["weight_decay_lambda"].as_f64().unwrap_or(0.0),
        dropout_ratio: case["dropout_ratio"].as_f64(),
        batch_norm: case["params"]["gamma1"].is_array(),
        ..Architecture::new(4, &[5, 6], 3)
    };
    let mut network = Network::new(architecture, Init::He, &mut Rng::new(1));
    let params = case["params"].as_object().unwrap();
    assert_eq!(network.params().iter().count(), params.len());
    for (name, values) in params {
        let own = network.params_and_grads().0.get_mut(name).unwrap();
        own.copy_from_slice(&numbers(values));
    }
    network
}

#[track_caller]
fn check_grads(network: &Network<f64>, case: &Value) {
    for (name, grads) in network.grads().iter() {
        check_close(grads, &numbers(&case["grads"][name]), name);
    }
}

#[track_caller]
fn check_plain(name: &str) {
    let case = case(name);
    let batch = batch(&case);
    let mut small = network(&case);
    let logits = small.scores(&batch.x, &mut Pass::Test);
    check_close(logits, &numbers(&case["logits"]), "logits");
    let loss = small.gradient(&batch.x, &batch.labels, &mut || 0.0);
    check_close(&[loss], &numbers(&case["loss"]), "loss");
    check_grads(&small, &case);

    let runs = case["train_20_full_batch_steps"].as_object().unwrap();
    assert_eq!(runs.len(), 6);
    for (rule, losses) in runs {
        let rule_values = hyperparameters(rule, &case["train_hyperparams"][rule]);
        let mut trainer = Trainer::new(network(&case), &rule_values, Rng::new(1));
        let found: Vec<f64> = (0..20)
            .map(|_| {
                trainer.iterate(&batch);
                trainer.loss(&batch)
            })
            .collect();
        check_close(&found, &numbers(losses), rule);
    }
}

#[test]
fn a_relu_network_computes_the_books_numbers() {
    check_plain("relu_nowd");
}

#[test]
fn weight_decay_adds_what_the_book_adds() {
    check_plain("relu_wd0.1");
}

#[test]
fn batch_normalization_computes_the_books_numbers() {
    let case = case("relu_batchnorm");
    let batch = batch(&case);
    let mut small = network(&case);
    let loss = small.gradient(&batch.x, &batch.labels, &mut || 0.0);
    check_close(&[loss], &numbers(&case["loss_train"]), "loss in training");
    check_grads(&small, &case);
    let check_running = |network: &Network<f64>, when: &str| {
        for hidden_idx in 0..2 {
            let (mean, variance) = network.running_statistics(hidden_idx).unwrap();
            let expected = &case[when][format!("BatchNorm{}", hidden_idx + 1)];
            check_close(mean, &numbers(&expected["mean"]), when);
            check_close(variance, &numbers(&expected["var"]), when);
        }
    };
    check_running(&small, "running_after_1_train_forward");
    for _ in 0..2 {
        let logits = small.scores(&batch.x, &mut Pass::Train(&mut || 0.0));
        check_close(
            logits,
            &numbers(&case["logits_train"]),
            "logits in training",
        );
    }
    check_running(&small, "running_after_3_train_forwards");
    let logits = small.scores(&batch.x, &mut Pass::Test);
    check_close(logits, &numbers(&case["logits_test"]), "logits in the test");
    let loss = small.loss(&batch.x, &batch.labels);
    check_close(&[loss], &numbers(&case["loss_test"]), "loss in the test");
}

#[test]
fn dropout_computes_the_books_numbers() {
    let case = case("relu_dropout0.3");
    let batch = batch(&case);
    let mut small = network(&case);
    let mut uniforms = numbers(&case["dropout_uniforms_per_layer"]).into_iter();
    let loss = small.gradient(&batch.x, &batch.labels, &mut || uniforms.next().unwrap());
    assert_eq!(uniforms.next(), None, "one number for each activation");
    check_close(&[loss], &numbers(&case["loss_train"]), "loss in training");
    check_grads(&small, &case);
    let logits = small.scores(&batch.x, &mut Pass::Test);
    check_close(logits, &numbers(&case["logits_test"]), "logits in the test");
    let loss = small.loss(&batch.x, &batch.labels);
    check_close(&[loss], &numbers(&case["loss_test"]), "loss in the test");
    // The ratio is the probability of silence: none at 0.
    let mut silent: Dropout<f64> = Dropout::new(0.0);
    silent.train(&[1.0, 2.0], &mut || 0.5);
    assert_eq!(silent.output(), [1.0, 2.0]);
}

/// The generator of the reference: see `schema` there.
struct Lcg(u32);

impl Lcg {
    fn next(&mut self, scale: f64) -> f64 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let uniform = f64::from(self.0) / 4_294_967_296.0;
        (2.0 * uniform - 1.0) * (3.0_f64.sqrt() * scale)
    }
}

/// Runs one of the 300 iterations on the digits and gives the losses, and the accuracies
/// on training and test data.
fn run_on_digits<T: Real>(run: &Value) -> (Vec<f64>, [f64; 2]) {
    let (train, test): (Dataset, Dataset) = digits();
    let train = train.subset(0..1400);
    let is_two_layer = run["net"].as_str().unwrap().starts_with("TwoLayerNet");
    let hidden: &[usize] = if is_two_layer { &[50] } else { &[100; 4] };
    let architecture = Architecture::new(64, hidden, 10);
    let mut network: Network<T> = Network::new(architecture, Init::He, &mut Rng::new(1));
    let mut lcg = Lcg(2024);
    let inputs = std::iter::once(64).chain(hidden.iter().copied());
    for (number, n_inputs) in (1..).zip(inputs) {
        let scale = if is_two_layer {
            0.1
        } else {
            Init::He.deviation(n_inputs)
        };
        let params = network.params_and_grads().0;
        for w in params.get_mut(&format!("W{number}")).unwrap() {
            *w = T::from_f64(lcg.next(scale));
        }
    }
    let rule = hyperparameters(run["optimizer"].as_str().unwrap(), &run["hyperparams"]);
    let mut trainer = Trainer::new(network, &rule, Rng::new(1));
    let mut batch = Batch::default();
    let losses = (0..300)
        .map(|step| {
            let start = 100 * step % 1400;
            train.slice(start..start + 100, &mut batch);
            trainer.iterate(&batch);
            trainer.loss(&batch)
        })
        .collect();
    let network = trainer.network_mut();
    let accuracies = [&train, &test].map(|data| Evaluator::accuracy(network, data));
    (losses, accuracies)
}

#[test]
fn training_on_the_digits_repeats_the_books_program_in_f64() {
    let runs = json("digits_runs");
    assert_eq!(runs.len(), 4);
    for run in runs {
        let (losses, [train, test]) = run_on_digits::<f64>(&run);
        assert_eq!(run["comparable_losses"], 300);
        check_close(&losses, &numbers(&run["losses"]), "loss");
        check_close(&[train], &numbers(&run["train_acc"]), "training accuracy");
        check_close(&[test], &numbers(&run["test_acc"]), "test accuracy");
    }
}

#[test]
fn training_in_f32_stays_within_the_error_of_numpys_f32() {
    for run in json("digits_runs") {
        let (losses, _) = run_on_digits::<f32>(&run);
        let expected = numbers(&run["losses"]);
        let errors = losses
            .iter()
            .zip(&expected)
            .map(|(found, expected)| (found - expected).abs() / expected.abs());
        // numpy's f32 run differs from its f64 run by this; the order of the sums differs here.
        let bound = 4.0 * run["f32_max_rel_dev"].as_f64().unwrap();
        let largest = errors.fold(0.0, f64::max);
        assert!(largest < bound, "{}: {largest:e} of {bound:e}", run["net"]);
    }
}

#[test]
fn activation_functions_have_their_names() {
    for activation in Activation::ALL {
        assert_eq!(Activation::named(activation.name()), Some(activation));
    }
    assert_eq!(Activation::named("step"), None);
}
