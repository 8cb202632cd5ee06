//! Random search for the learning rate and the weight decay (6.5.3).

use std::rc::Rc;

use super::{Stream, rng};
use crate::math::Real;
use crate::nn::{Dataset, Evaluation, Plan, Search, SearchPlan};

/// Pictures that the book takes, the first ones.
const ROWS: usize = 500;

/// One of so many is for the validation.
const VALIDATION: usize = 5;

/// A search on the first 500 pictures of `train`, shuffled: a fifth of them is kept apart as
/// validation data, by which trials are ranked. No test data takes part (6.5.1).
///
/// *Source:* Saito, 6.5.3, `hyperparameter_optimization.py`.
/// *Differs from* the book where an epoch is no whole number of iterations: then it is rounded
/// up, and accuracies are measured at the end of each.
pub fn search<T: Real>(plan: SearchPlan, train: &Dataset, seed: u64) -> Search<T> {
    let mut rows: Vec<usize> = (0..train.len().min(ROWS)).collect();
    rng(seed, Stream::Validation).shuffle(&mut rows);
    let (validation, rest) = rows.split_at(rows.len() / VALIDATION);
    let [train, validation] = [rest, validation].map(|rows| train.subset(rows.iter().copied()));
    let training = &plan.training;
    let plan = SearchPlan {
        training: Plan {
            evaluation: evaluation(training, train.len()),
            ..*training
        },
        ..plan
    };
    let trials = rng(seed, Stream::Trials);
    Search::new(plan, Rc::new(train), Rc::new(validation), trials)
}

fn evaluation(training: &Plan, n_rows: usize) -> Evaluation {
    let size = training.batch_size.max(1);
    if n_rows.is_multiple_of(size) {
        return training.evaluation;
    }
    // At least once, also in a run that is shorter than an epoch.
    let epoch = n_rows.div_ceil(size) as u64;
    Evaluation::Every(epoch.min(training.n_iterations).max(1))
}
