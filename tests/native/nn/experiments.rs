//! The experiments of chapter 6 as the labs run them.

use std::rc::Rc;

use descent_widget::nn::experiment::{
    BATCH_NORM_PLAN, BATCH_NORM_SCALES, BatchNormGrid, LOSS_PLAN, LayerActivations, Regularization,
    batch_norm, loss_network, overfitting_network, regularization, training, weight_init,
};
use descent_widget::nn::{Activation, Evaluation, Init, LossCurve, Plan, Session};
use descent_widget::optim::{Hyperparameters, Key, Rule};

use crate::common::digits;

fn activations(activation: Activation, init: Init) -> LayerActivations {
    let mut set = LayerActivations::new(activation, init, 1);
    while set.work() {}
    set
}

#[test]
fn histograms_count_every_activation_once() {
    for activation in Activation::ALL {
        for layer in activations(activation, Init::Xavier).histograms() {
            let inside: u32 = layer.counts.iter().sum();
            assert_eq!(inside + layer.n_below + layer.n_above, 100_000);
        }
    }
}

#[test]
fn sigmoid_of_scale_1_piles_up_at_both_ends() {
    let set = activations(Activation::Sigmoid, Init::Fixed(1.0));
    for layer in set.histograms() {
        let ends = layer.counts[0] + layer.counts[29];
        // Two of thirty bars hold more than half.
        assert!(ends > 50_000, "{ends}");
        assert!((layer.mean - 0.5).abs() < 0.05);
    }
}

#[test]
fn tanh_has_bars_below_zero_and_relu_counts_what_is_above_one() {
    let tanh = activations(Activation::Tanh, Init::Xavier);
    let below: u32 = tanh.histograms()[0].counts[..15].iter().sum();
    assert!((45_000..55_000).contains(&below));
    let relu = activations(Activation::Relu, Init::Fixed(1.0));
    assert!(relu.histograms()[4].n_above > 20_000);
}

/// A session cut short, worked to its end.
fn finished(mut session: Session<f32>) -> Session<f32> {
    session.finish();
    session
}

fn short() -> Plan {
    Plan {
        n_iterations: 30,
        loss: LossCurve::BeforeUpdate,
        ..LOSS_PLAN
    }
}

#[test]
fn rules_start_from_the_same_weights_on_the_same_batches() {
    let (train, test) = digits();
    let rules = Rule::ALL.map(Hyperparameters::new);
    let network = loss_network(&train);
    let session = training(
        short(),
        &network,
        Init::He,
        Rc::new(train),
        Rc::new(test),
        &rules,
        1,
    );
    let session = finished(session);
    let first: Vec<f64> = session
        .lanes()
        .iter()
        .map(|lane| lane.1.losses[0])
        .collect();
    assert!(first.iter().all(|loss| *loss == first[0]));
    let last: Vec<f64> = session
        .lanes()
        .iter()
        .map(|lane| lane.1.losses[29])
        .collect();
    assert!(last.iter().skip(1).all(|loss| *loss < last[0]), "{last:?}");
}

#[test]
fn he_starts_faster_than_xavier_and_small_weights_stand_still() {
    let (train, test) = digits();
    let inits = [Init::Fixed(0.01), Init::Xavier, Init::He];
    let rule = Hyperparameters::new(Rule::Sgd).with(Key::Lr, 0.05);
    let network = loss_network(&train);
    let (train, test) = (Rc::new(train), Rc::new(test));
    let session = finished(weight_init(short(), &network, train, test, &inits, rule, 1));
    let last: Vec<f64> = session
        .lanes()
        .iter()
        .map(|lane| lane.1.losses[29])
        .collect();
    assert!(last[2] < last[1] && last[1] < last[0], "{last:?}");
    assert!((last[0] - 10.0_f64.ln()).abs() < 0.01);
}

#[test]
fn the_scales_go_from_1_to_a_ten_thousandth() {
    assert_eq!(BatchNormGrid::<f32>::scale(0), 1.0);
    assert!((BatchNormGrid::<f32>::scale(2) - 0.292_864).abs() < 1e-6);
    assert!((BatchNormGrid::<f32>::scale(BATCH_NORM_SCALES - 1) - 1e-4).abs() < 1e-12);
}

#[test]
fn batch_normalization_is_measured_after_1_11_and_up_to_191() {
    let (train, _) = digits();
    let session = finished(batch_norm(BATCH_NORM_PLAN, &train, Init::Fixed(0.0858), 1));
    for (_, record) in session.lanes() {
        let iterations: Vec<u64> = record
            .scores
            .iter()
            .map(|scores| scores.iteration)
            .collect();
        assert!(iterations.into_iter().eq((1..=191).step_by(10)));
    }
    let last = |lane: usize| session.lanes()[lane].1.scores[19].train;
    assert!(
        last(0) > last(1),
        "with {} and without {}",
        last(0),
        last(1)
    );
}

#[test]
fn cells_of_the_grid_do_not_touch_each_other() {
    let (train, _) = digits();
    let train = train.subset(0..20);
    let mut grid = BatchNormGrid::<f32>::new(BATCH_NORM_PLAN, &train, 1);
    let [first, second] = [0, 1].map(|idx| Init::Fixed(BatchNormGrid::<f32>::scale(idx)));
    while grid.work(first, 50) {}
    while grid.work(second, usize::MAX) {}
    assert_eq!(grid.cell(first).unwrap().n_iterations(), 50);
    while grid.work(first, usize::MAX) {}
    for init in [first, second] {
        let alone = finished(batch_norm(BATCH_NORM_PLAN, &train, init, 1));
        let records = [0, 1].map(|lane_idx: usize| &alone.lanes()[lane_idx].1);
        let cell = grid.cell(init).unwrap();
        assert_eq!(cell.records(), records);
        assert_eq!((cell.n_iterations(), records[0].scores.len()), (191, 19));
    }
}

#[test]
fn wrong_labels_are_learned_by_heart_and_cost_test_accuracy() {
    let (train, test) = digits();
    let test = Rc::new(test);
    let accuracy = |label_noise| {
        let mut settings = Regularization {
            label_noise,
            rule: Hyperparameters::new(Rule::Adam),
            ..Regularization::book_weight_decay()
        };
        settings.plan.n_iterations = 250;
        settings.plan.evaluation = Evaluation::Every(250);
        let network = overfitting_network(&train);
        let test = Rc::clone(&test);
        let session = regularization(&settings, &network, Init::He, &train, test, 1);
        let session = finished(session);
        *session.lanes()[0].1.scores.last().unwrap()
    };
    let (clean, noisy) = (accuracy(0.0), accuracy(0.3));
    assert!(
        clean.train > 0.99 && noisy.train > 0.9,
        "{clean:?} {noisy:?}"
    );
    assert!(noisy.test < clean.test - 0.1, "{clean:?} {noisy:?}");
}

#[test]
fn the_books_dropout_has_a_measurement_each_epoch() {
    let settings = Regularization::book_dropout();
    assert_eq!(settings.regularizer.dropout_ratio, 0.2);
    let plan = settings.plan;
    let due = |iteration: &u64| plan.evaluation.is_due(*iteration, 300, plan.batch_size);
    assert_eq!((1..=plan.n_iterations).filter(due).count(), 301);
}
