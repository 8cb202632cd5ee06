//! The maps: every cell says what the race says with its numbers.

use descent_widget::math::{Point, ProgressiveGrid};
use descent_widget::optim::{Hyperparameters, Key, Rule};
use descent_widget::race::basins::{Basins, Goal};
use descent_widget::race::hyperparameter_map::{HyperparameterMap, Plan, Rows};
use descent_widget::race::{Conditions, OutcomeKind, RateChange, run_under};
use descent_widget::surface::{Catalogue, Surface};

const STEPS: usize = 60;

fn conditions() -> [Conditions; 2] {
    let usual = Conditions::default();
    let rate_change = Some(RateChange {
        step: 20,
        factor: 0.1,
    });
    let other = Conditions {
        noise: 0.5,
        seed: 7,
        rate_change,
        ..usual
    };
    [usual, other]
}

fn plan(rule: Rule, conditions: Conditions) -> Plan {
    let key = match rule {
        Rule::Adam => Key::Beta1,
        Rule::RmsProp => Key::Decay,
        _ => Key::Momentum,
    };
    let rows = match rule {
        Rule::Sgd | Rule::AdaGrad => Rows::Steps(vec![0, 1, 7, 30, STEPS]),
        _ => Rows::Key(key, vec![0.0, 0.5, 0.9, 0.99]),
    };
    Plan {
        lane: Hyperparameters::new(rule),
        start: Point::new(-7.0, 2.0),
        steps: STEPS,
        conditions,
        rates: (0..30)
            .map(|k| f64::powf(10.0, f64::from(k) / 10.0 - 2.0))
            .collect(),
        rows,
    }
}

#[track_caller]
fn check(surface: &dyn Surface, plan: Plan) {
    let mut chart = HyperparameterMap::new(plan.clone());
    let mut n_slices = 0;
    while chart.work(surface, 100) {
        n_slices += 1;
    }
    assert!(n_slices > 0);
    for column in 0..plan.rates.len() {
        for row in 0..plan.rows.len() {
            let lane = plan.lane(column, row);
            let record = run_under(surface, plan.start, &lane, STEPS, &plan.conditions);
            let cell = chart.cells().get(column, row).unwrap();
            let step = match &plan.rows {
                Rows::Key(..) => STEPS,
                Rows::Steps(steps) => steps[row],
            };
            let loss = record.losses.get(step).or(record.losses.last()).unwrap();
            assert_eq!(cell.loss.to_bits(), loss.to_bits(), "{lane:?}");
            if step >= record.outcome.step {
                assert_eq!(cell.outcome, record.outcome, "{lane:?}");
            } else {
                assert_eq!(cell.outcome.kind, OutcomeKind::Moving);
            }
        }
    }
}

#[test]
fn a_cell_is_the_recorded_run_to_the_last_bit() {
    for conditions in conditions() {
        for rule in Rule::ALL {
            for entry in [Catalogue::Ravine, Catalogue::Himmelblau, Catalogue::Saddle] {
                check(entry.surface(), plan(rule, conditions));
            }
        }
    }
}

fn basins(entry: Catalogue, lane: Hyperparameters) -> Basins {
    let surface = entry.surface();
    let mut basins = Basins::new(surface, lane, 1000, Conditions::default(), (24, 18));
    while basins.work(surface, 5000) {}
    basins
}

fn count(ends: &ProgressiveGrid<Goal>, wanted: impl Fn(&Goal) -> bool) -> usize {
    ends.values().filter(|goal| wanted(goal)).count()
}

#[test]
fn each_minimum_of_himmelblau_has_a_basin() {
    let basins = basins(
        Catalogue::Himmelblau,
        Hyperparameters::new(Rule::Sgd).with(Key::Lr, 0.01),
    );
    assert_eq!(basins.minima(), Catalogue::Himmelblau.surface().minima());
    for number in 0..4 {
        let n = count(basins.ends(), |goal| *goal == Goal::Minimum(number));
        assert!(n > 40, "{number}: {n} of 432");
    }
}

#[test]
fn minima_that_nobody_stated_are_found() {
    let basins = basins(
        Catalogue::StyblinskiTang,
        Hyperparameters::new(Rule::Sgd).with(Key::Lr, 0.02),
    );
    assert_eq!(basins.minima().len(), 4);
}

#[test]
fn starts_that_lead_away_are_told_from_those_that_lead_nowhere() {
    let saddle = basins(
        Catalogue::Saddle,
        Hyperparameters::new(Rule::Sgd).with(Key::Lr, 0.1),
    );
    assert_eq!(count(saddle.ends(), |goal| *goal == Goal::Away), 432);
    let slow = basins(
        Catalogue::Ravine,
        Hyperparameters::new(Rule::Sgd).with(Key::Lr, 1e-5),
    );
    assert_eq!(count(slow.ends(), |goal| *goal == Goal::Nowhere), 432);
}
