//! What regularization does to test accuracy, over seeds: with the settings that a sweep found,
//! and with the book's.
//!
//! Means and deviations are those of `examples/regularization_sweep.rs` over the seeds 1 to 10,
//! or of the book's own programs over ten; here other seeds train.

use std::rc::Rc;

use descent_widget::nn::experiment::{
    Regularization, Regularizer, overfitting_network, regularizers,
};
use descent_widget::nn::{Evaluation, Init};

use super::statistics;
use crate::common::digits;

const NONE: Regularizer = Regularizer::NONE;

const fn weight_decay(weight_decay: f64) -> Regularizer {
    Regularizer {
        weight_decay,
        ..NONE
    }
}

/// Test accuracies after the last iteration, seed by seed, of networks with these
/// regularizers; each with the mean and the standard deviation that it is to have.
#[track_caller]
fn accuracies<const N: usize>(
    mut settings: Regularization,
    n_seeds: u64,
    lanes: [(Regularizer, f64, f64); N],
) -> [Vec<f64>; N] {
    let (train, test) = digits();
    let (network, test) = (overfitting_network(&train), Rc::new(test));
    settings.plan.evaluation = Evaluation::Every(settings.plan.n_iterations);
    let mut accuracies = [const { Vec::new() }; N];
    for seed in 101..101 + n_seeds {
        let compared = lanes.map(|(regularizer, ..)| regularizer);
        let test = Rc::clone(&test);
        let mut session =
            regularizers::<f32>(&settings, &compared, &network, Init::He, &train, test, seed);
        session.finish();
        for (all, (_, record)) in accuracies.iter_mut().zip(session.lanes()) {
            all.push(record.scores[0].test);
        }
    }
    for (found, (regularizer, mean, deviation)) in accuracies.iter().zip(lanes) {
        statistics::check(found, mean, deviation, &format!("{regularizer:?}"));
    }
    accuracies
}

/// By how many standard errors the mean of the second is higher: the statistic of Welch, with
/// the deviations that are known from ten seeds.
fn standard_errors(without: &[f64], with: &[f64], deviations: [f64; 2]) -> f64 {
    let difference = statistics::mean(with) - statistics::mean(without);
    let squares: f64 = deviations
        .iter()
        .map(|deviation| deviation * deviation)
        .sum();
    difference / (squares / with.len() as f64).sqrt()
}

#[test]
fn one_run_with_the_books_dropout_ends_as_the_books() {
    let book = Regularization::book_dropout();
    // No deviation is known of the second; runs differ a lot.
    accuracies(
        book,
        1,
        [(NONE, 0.858, 0.019), (book.regularizer, 0.541, 0.08)],
    );
}

/// Each trains many networks.
mod long {
    use super::*;

    #[test]
    fn with_the_labs_settings_weight_decay_dropout_and_both_raise_test_accuracy() {
        let lab = Regularization::lab();
        assert_eq!(lab.regularizer, weight_decay(0.03));
        let [without, decay, drop, both] = accuracies(
            lab,
            6,
            [
                (NONE, 0.674, 0.035),
                (lab.regularizer, 0.794, 0.041),
                (Regularizer::DROPOUT, 0.820, 0.032),
                (Regularizer::BOTH, 0.814, 0.031),
            ],
        );
        for (with, deviation) in [(decay, 0.041), (drop, 0.032), (both, 0.031)] {
            let errors = standard_errors(&without, &with, [0.035, deviation]);
            assert!(
                errors > 4.0,
                "{errors} standard errors: {without:?} {with:?}"
            );
        }
    }

    #[test]
    fn the_books_weight_decay_raises_no_test_accuracy() {
        let book = Regularization::book_weight_decay();
        let [without, mild, with] = accuracies(
            book,
            3,
            [
                (NONE, 0.855, 0.019),
                // Its deviation is not known; that of the network without is.
                (weight_decay(0.01), 0.858, 0.019),
                (book.regularizer, 0.795, 0.039),
            ],
        );
        let mean = statistics::mean;
        assert!(mean(&with) < mean(&without) - 0.02, "{without:?} {with:?}");
        assert!((mean(&mild) - mean(&without)).abs() < 0.02);
    }

    #[test]
    fn the_books_dropout_raises_no_test_accuracy() {
        let book = Regularization::book_dropout();
        let [without, with] = accuracies(
            book,
            2,
            // No deviation is known of the second; runs differ a lot.
            [(NONE, 0.858, 0.019), (book.regularizer, 0.541, 0.08)],
        );
        let errors = standard_errors(&without, &with, [0.019, 0.08]);
        assert!(
            errors < -4.0,
            "{errors} standard errors: {without:?} {with:?}"
        );
    }
}
