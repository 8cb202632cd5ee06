//! The experiments of chapter 6 with the book's constants, as sessions that are worked off
//! piece by piece.
//!
//! A run is decided by its settings and a seed. Initial weights, dropout and
//! mini-batches draw from streams of their own, so that changing one of them leaves
//! the others as they were, and lanes that differ in one thing share all the rest.

mod activations;
mod batch_norm;
mod regularization;
mod search;

use std::rc::Rc;

pub use activations::{Draws, Histogram, LayerActivations, SpreadProblem};
pub use batch_norm::{
    BATCH_NORM_PLAN, BATCH_NORM_SCALES, BatchNormCell, BatchNormGrid, batch_norm,
};
pub use regularization::{
    EFFECTS, Effect, Regularization, Regularizer, overfitting_network, regularization, regularizers,
};
pub use search::search;

use super::{
    Architecture, Choice, Dataset, Evaluation, Init, LossCurve, Network, Plan, Session, Trainer,
};
use crate::math::{Real, Rng};
use crate::optim::Hyperparameters;

/// Most pictures of a reader's own, of those to train on and of those for the test, that an
/// accuracy is measured on: all of MNIST would take longer than the training in between. The
/// standard error of an accuracy of 0.9 is 0.01 then.
pub const SCORED: usize = 1000;

/// Test data to measure accuracies on, drawn where there is more.
pub fn sampled_test(test: &Rc<Dataset>, seed: u64) -> Rc<Dataset> {
    match test.len() {
        0..=SCORED => Rc::clone(test),
        _ => Rc::new(test.sample(SCORED, &mut rng(seed, Stream::TestScores))),
    }
}

/// The session with its accuracies on the training data measured on some of it, drawn where
/// there is more.
pub fn sampled<T: Real>(session: Session<T>, seed: u64) -> Session<T> {
    match session.train().len() {
        0..=SCORED => session,
        _ => session.scored_on_some(SCORED, &mut rng(seed, Stream::TrainScores)),
    }
}

/// What draws random numbers in a run.
#[derive(Clone, Copy)]
enum Stream {
    Weights,
    Dropout,
    Batches,
    Labels,
    Inputs,
    TrainScores,
    TestScores,
    Validation,
    Trials,
}

fn rng(seed: u64, stream: Stream) -> Rng {
    Rng::for_stream(seed, stream as u64)
}

/// One lane of a session: what may differ from lane to lane.
struct Lane {
    architecture: Architecture,
    init: Init,
    rule: Hyperparameters,
}

fn session<T: Real>(
    plan: Plan,
    train: Rc<Dataset>,
    test: Rc<Dataset>,
    lanes: impl IntoIterator<Item = Lane>,
    seed: u64,
) -> Session<T> {
    let mut drawn: Option<(Init, Network<T>)> = None;
    let trainers = lanes.into_iter().map(|lane| {
        // Lanes that begin alike have the same weights: those of large pictures take a while.
        let alike = drawn.take().filter(|(init, network)| {
            *init == lane.init && *network.architecture() == lane.architecture
        });
        let (_, network) = drawn.insert(alike.unwrap_or_else(|| {
            let mut weights = rng(seed, Stream::Weights);
            let network = Network::new(lane.architecture, lane.init, &mut weights);
            (lane.init, network)
        }));
        Trainer::new(network.clone(), &lane.rule, rng(seed, Stream::Dropout))
    });
    let trainers = trainers.collect();
    Session::new(plan, train, test, trainers, rng(seed, Stream::Batches))
}

/// Plan of 6.1.8 and 6.2.4: 2000 iterations with batches of 128, the loss of each.
///
/// The book measures no accuracy there; here it is measured every 100 iterations.
pub const LOSS_PLAN: Plan = Plan {
    batch_size: 128,
    choice: Choice::WithReplacement,
    n_iterations: 2000,
    loss: LossCurve::AfterUpdate,
    evaluation: Evaluation::Every(100),
};

/// The network of 6.1.8 and 6.2.4: four hidden layers of 100 with ReLU.
pub fn loss_network(data: &Dataset) -> Architecture {
    Architecture::new(data.features(), &[100; 4], data.classes())
}

/// Update rules side by side (6.1.8), from the same initial weights on the same mini-batches.
///
/// *Differs from* the book's program, where each network draws its own weights.
pub fn training<T: Real>(
    plan: Plan,
    architecture: &Architecture,
    init: Init,
    train: Rc<Dataset>,
    test: Rc<Dataset>,
    rules: &[Hyperparameters],
    seed: u64,
) -> Session<T> {
    let lanes = rules.iter().map(|&rule| Lane {
        architecture: architecture.clone(),
        init,
        rule,
    });
    session(plan, train, test, lanes, seed)
}

/// Initial weights side by side (6.2.4), with one rule on the same mini-batches: the same
/// random numbers, scaled.
pub fn weight_init<T: Real>(
    plan: Plan,
    architecture: &Architecture,
    train: Rc<Dataset>,
    test: Rc<Dataset>,
    inits: &[Init],
    rule: Hyperparameters,
    seed: u64,
) -> Session<T> {
    let lanes = inits.iter().map(|&init| Lane {
        architecture: architecture.clone(),
        init,
        rule,
    });
    session(plan, train, test, lanes, seed)
}
