//! Training, in whatever pieces; search; and that nothing grows.

use std::rc::Rc;

use descent_widget::math::Rng;
use descent_widget::nn::{
    Activation, Architecture, Choice, Dataset, Evaluation, Init, LogUniform, LossCurve, Network,
    Plan, Search, SearchPlan, Session, Trainer,
};
use descent_widget::optim::{Hyperparameters, Rule};

use crate::common::digits;

fn plan(n_iterations: u64) -> Plan {
    Plan {
        batch_size: 20,
        choice: Choice::WithReplacement,
        n_iterations,
        loss: LossCurve::AfterUpdate,
        evaluation: Evaluation::Every(10),
    }
}

/// One lane for each rule, from the same initial weights.
fn session(rules: &[Rule], plan: Plan) -> Session<f32> {
    let (train, test) = digits();
    let train = train.subset(0..100);
    let architecture = Architecture {
        dropout_ratio: Some(0.1),
        batch_norm: true,
        ..Architecture::new(64, &[16], 10)
    };
    let network = Network::new(architecture, Init::He, &mut Rng::for_stream(1, 0));
    let trainers = rules
        .iter()
        .map(|&rule| {
            let rule = Hyperparameters::new(rule);
            Trainer::new(network.clone(), &rule, Rng::for_stream(1, 1))
        })
        .collect();
    let rng = Rng::for_stream(1, 2);
    Session::new(
        plan,
        Rc::new(train),
        Rc::new(test.subset(0..50)),
        trainers,
        rng,
    )
}

#[test]
fn a_paused_session_computes_the_same_bits() {
    let rules = [Rule::Sgd, Rule::Momentum, Rule::Adam];
    let mut whole = session(&rules, plan(30));
    whole.finish();
    let mut pieces = session(&rules, plan(30));
    let mut n_pieces = 0;
    while pieces.work() {
        n_pieces += 1;
    }
    // 30 iterations of 3 lanes; at three of them each lane scores two sets.
    assert_eq!(n_pieces + 1, 30 * 3 + 3 * 3 * 2);
    for ((trainer, record), (other, other_record)) in whole.lanes().iter().zip(pieces.lanes()) {
        assert_eq!(record, other_record);
        assert_eq!(trainer.network().params(), other.network().params());
        assert_eq!((record.losses.len(), record.scores.len()), (30, 3));
    }
    assert!(!pieces.work(), "a finished session stays as it is");
    assert_eq!(pieces.n_iterations(), 30);
}

#[test]
fn lanes_see_the_same_batches_whatever_runs_beside_them() {
    let mut alone = session(&[Rule::Adam], plan(15));
    let mut beside = session(&[Rule::Sgd, Rule::Adam], plan(15));
    alone.finish();
    beside.finish();
    assert_eq!(alone.lanes()[0].1, beside.lanes()[1].1);
    assert_eq!(alone.rows(), beside.rows());
}

#[test]
fn every_rule_learns_the_digits() {
    let rules: Vec<Rule> = Rule::ALL.to_vec();
    let mut session = session(&rules, plan(60));
    session.finish();
    for (rule, (_, record)) in rules.iter().zip(session.lanes()) {
        let (first, last) = (record.losses[0], record.losses[59]);
        assert!(last < first, "{}: {first} to {last}", rule.name());
    }
}

#[test]
fn the_loss_before_the_update_is_that_of_the_iteration_before_on_the_same_batch() {
    // One batch that is the whole set, without batch normalization and dropout: the loss
    // after an update is the loss before the next.
    let curve = |loss| {
        let (train, test) = digits();
        let train = train.subset(0..20);
        let network = Network::<f64>::new(
            Architecture::new(64, &[8], 10),
            Init::Xavier,
            &mut Rng::new(1),
        );
        let rule = Hyperparameters::new(Rule::Momentum);
        let plan = Plan {
            choice: Choice::EpochShuffle,
            loss,
            ..plan(5)
        };
        let trainers = vec![Trainer::new(network, &rule, Rng::new(2))];
        let mut session = Session::new(plan, Rc::new(train), Rc::new(test), trainers, Rng::new(3));
        session.finish();
        session.lanes()[0].1.losses.clone()
    };
    let (after, before) = (
        curve(LossCurve::AfterUpdate),
        curve(LossCurve::BeforeUpdate),
    );
    for (after, before) in after.iter().zip(&before[1..]) {
        // The order of the rows differs, and with it the rounding.
        assert!((after - before).abs() < 1e-12);
    }
    assert!(curve(LossCurve::Off).is_empty());
}

#[test]
fn the_books_evaluation_almost_never_fires_where_batches_do_not_divide_the_data() {
    let due = |rule: Evaluation, n_rows, batch_size| -> Vec<u64> {
        let iterations = 1..=60;
        iterations
            .filter(|&iteration| rule.is_due(iteration, n_rows, batch_size))
            .collect()
    };
    assert_eq!(due(Evaluation::Book, 1000, 100), [1, 11, 21, 31, 41, 51]);
    assert_eq!(due(Evaluation::Book, 1437, 100), [1]);
    assert_eq!(due(Evaluation::Epoch, 1437, 100), [15, 29, 44, 58]);
    assert_eq!(due(Evaluation::Epoch, 50, 100).len(), 60);
    assert_eq!(due(Evaluation::Every(25), 1000, 100), [25, 50]);
    assert!(due(Evaluation::Every(0), 1000, 100).is_empty());
}

#[test]
fn initial_weights_have_their_deviation() {
    let mut rng = Rng::new(5);
    for (init, expected) in [
        (Init::Fixed(0.01), 0.01),
        (Init::Xavier, 1.0 / 14.0),
        (Init::He, 2.0_f64.sqrt() / 14.0),
    ] {
        let weights: Vec<f64> = init.weights(196, 300, &mut rng);
        let squares = weights.iter().map(|w| w * w).sum::<f64>();
        let deviation = (squares / weights.len() as f64).sqrt();
        assert!(
            (deviation / expected - 1.0).abs() < 0.012,
            "{init:?}: {deviation}"
        );
    }
    assert_eq!(Init::suited(Activation::Tanh), Init::Xavier);
    assert_eq!(Init::suited(Activation::Relu), Init::He);
}

#[test]
fn tensors_are_named_as_in_the_book() {
    let architecture = Architecture {
        batch_norm: true,
        ..Architecture::new(4, &[5, 6], 3)
    };
    let network = Network::<f64>::new(architecture, Init::He, &mut Rng::new(1));
    let shapes = network.params().shapes();
    let named: Vec<(&str, usize)> = shapes.iter().map(|(n, l)| (n.as_str(), *l)).collect();
    let expected = [
        ("W1", 20),
        ("b1", 5),
        ("W2", 30),
        ("b2", 6),
        ("W3", 18),
        ("b3", 3),
        ("gamma1", 5),
        ("beta1", 5),
        ("gamma2", 6),
        ("beta2", 6),
    ];
    assert_eq!(named, expected);
    assert_eq!(network.params().get("gamma2"), Some(&[1.0; 6][..]));
    assert_eq!(network.params().get("b1"), Some(&[0.0; 5][..]));
}

/// A search small enough for a test.
fn search(seed: u64) -> Search<f32> {
    let (train, _) = digits();
    let (validation, train): (Dataset, Dataset) = (train.subset(0..40), train.subset(40..140));
    let mut plan = SearchPlan::book(64, 10);
    plan.architecture = Architecture::new(64, &[20], 10);
    plan.learning_rate = LogUniform::new(-4.0, 0.0);
    plan.training = Plan {
        loss: LossCurve::Off,
        ..self::plan(40)
    };
    plan.n_trials = 8;
    Search::new(plan, Rc::new(train), Rc::new(validation), Rng::new(seed))
}

#[test]
fn a_search_ranks_its_trials_and_repeats_with_its_seed() {
    let mut first = search(1);
    first.finish();
    assert_eq!(first.trials().len(), 8);
    let ranked = first.ranked();
    assert!(
        ranked
            .windows(2)
            .all(|pair| pair[0].accuracy() >= pair[1].accuracy())
    );
    assert!(ranked[0].accuracy() > ranked[7].accuracy() + 0.2);
    for trial in first.trials() {
        assert!((1e-4..1.0).contains(&trial.learning_rate));
        assert!((1e-8..1e-4).contains(&trial.weight_decay));
        assert_eq!(trial.record.scores.len(), 4);
    }
    let mut again = search(1);
    while again.work() {}
    assert_eq!(first.trials(), again.trials());
    let mut other = search(2);
    other.finish();
    assert_ne!(first.trials(), other.trials());
}

#[test]
fn exponents_are_drawn_evenly() {
    let range = LogUniform::new(-6.0, -2.0);
    let mut rng = Rng::new(6);
    let n = 4000;
    let below = (0..n).filter(|_| range.draw(&mut rng) < 1e-4).count();
    // Four standard deviations of a fair coin.
    assert!((below as f64 - 2000.0).abs() < 127.0, "{below}");
}

#[test]
fn a_run_that_overflows_says_so_and_goes_on() {
    let (train, test) = digits();
    let network = Network::<f32>::new(Architecture::new(64, &[16], 10), Init::He, &mut Rng::new(1));
    let rule = Hyperparameters::new(Rule::Sgd).with(descent_widget::optim::Key::Lr, 1e20);
    let trainers = vec![Trainer::new(network, &rule, Rng::new(2))];
    let mut session = Session::new(
        plan(20),
        Rc::new(train),
        Rc::new(test),
        trainers,
        Rng::new(3),
    );
    session.finish();
    let record = &session.lanes()[0].1;
    assert!(record.losses.iter().any(|loss| !loss.is_finite()));
    assert!(
        record
            .scores
            .iter()
            .all(|scores| (0.0..=1.0).contains(&scores.test))
    );
}
