//! Overfitting, weight decay and dropout (6.4).

use std::rc::Rc;

use super::{Lane, Stream, rng, session};
use crate::math::Real;
use crate::nn::{Architecture, Choice, Dataset, Evaluation, Init, LossCurve, Plan, Session};
use crate::optim::{Hyperparameters, Rule};

/// Settings of the experiment.
#[derive(Clone, Debug, PartialEq)]
pub struct Regularization {
    /// Images to train on, the first ones.
    pub n_train: usize,
    /// Share of their labels that are wrong, from 0 to 1.
    pub label_noise: f64,
    /// λ of the weight decay of the second network.
    pub weight_decay: f64,
    /// Probability of dropout of the second network.
    pub dropout_ratio: Option<f64>,
    /// The rule of both.
    pub rule: Hyperparameters,
    /// How they train.
    pub plan: Plan,
}

impl Regularization {
    /// The book's: 300 images, 201 epochs of three mini-batches, SGD 0.01, λ = 0.1.
    ///
    /// On the digits this raises no test accuracy: it narrows the gap by lowering the training
    /// accuracy.
    ///
    /// *Source:* Saito, 6.4.2, `overfit_weight_decay.py`.
    pub const fn book_weight_decay() -> Self {
        Self {
            n_train: 300,
            label_noise: 0.0,
            weight_decay: 0.1,
            dropout_ratio: None,
            rule: Hyperparameters::new(Rule::Sgd),
            plan: Plan {
                batch_size: 100,
                choice: Choice::WithReplacement,
                n_iterations: 601,
                loss: LossCurve::Off,
                evaluation: Evaluation::Book,
            },
        }
    }

    /// The book's: 300 images, 301 epochs of three mini-batches, SGD 0.01, ratio 0.2.
    ///
    /// As with weight decay, the book's settings raise no test accuracy on the digits.
    ///
    /// *Source:* Saito, 6.4.3, `overfit_dropout.py`.
    pub const fn book_dropout() -> Self {
        let weight_decay = Self::book_weight_decay();
        Self {
            weight_decay: 0.0,
            dropout_ratio: Some(0.2),
            plan: Plan {
                n_iterations: 903,
                ..weight_decay.plan
            },
            ..weight_decay
        }
    }
}

/// Two networks of six hidden layers of 100 from the same weights on the same mini-batches:
/// the first without regularization, the second with it.
pub fn regularization<T: Real>(
    settings: &Regularization,
    train: &Dataset,
    test: Rc<Dataset>,
    seed: u64,
) -> Session<T> {
    let data = train
        .subset(0..settings.n_train.min(train.len()))
        .with_noisy_labels(settings.label_noise, &mut rng(seed, Stream::Labels));
    let plain = Architecture::new(train.features(), &[100; 6], train.classes());
    let regularized = Architecture {
        weight_decay: settings.weight_decay,
        dropout_ratio: settings.dropout_ratio,
        ..plain.clone()
    };
    let lanes = [plain, regularized].map(|architecture| Lane {
        architecture,
        init: Init::He,
        rule: settings.rule,
    });
    session(settings.plan, Rc::new(data), test, lanes, seed)
}
