//! The update rules against numbers that we did not compute, and their laws.

use descent_widget::math::{Mismatch, Params, Point};
use descent_widget::optim::{Forms, Hyperparameters, Key, Momentum, Named, NesterovForm};
use descent_widget::optim::{Optimizer, Rule, Sgd};
use descent_widget::race::{OutcomeKind, run};
use descent_widget::surface::{Catalogue, Formula, Ravine};
use serde_json::Value;

/// The book's own classes, run with numpy; see `tests/reference`.
fn reference(list: &str) -> Vec<Value> {
    let text = include_str!("../reference/optimizers.json");
    let json: Value = serde_json::from_str(text).unwrap();
    json[list].as_array().unwrap().clone()
}

fn hyperparameters(run: &Value) -> Hyperparameters {
    let name = run["optimizer"].as_str().unwrap().to_lowercase();
    let mut values = Hyperparameters::new(Rule::named(&name).unwrap());
    for (name, value) in run["hyperparams"].as_object().unwrap() {
        let name = if name == "decay_rate" { "decay" } else { name };
        values = values.with(Key::named(name).unwrap(), value.as_f64().unwrap());
    }
    values
}

/// Largest difference of a run from the reference, relative to the numbers there.
fn largest_difference(reference: &Value) -> f64 {
    difference(reference, &hyperparameters(reference))
}

fn difference(reference: &Value, lane: &Hyperparameters) -> f64 {
    let steps = reference["steps"].as_u64().unwrap() as usize;
    let lane = run(&Ravine, Point::new(-7.0, 2.0), lane, steps);
    let rows = reference["trajectory"].as_array().unwrap();
    assert_eq!(rows.len(), lane.points.len());
    let mut largest = 0.0_f64;
    for (index, row) in rows.iter().enumerate() {
        let found = [
            lane.points[index].x,
            lane.points[index].y,
            lane.losses[index],
        ];
        for (found, expect) in found.into_iter().zip(row.as_array().unwrap()) {
            let expect = expect.as_f64().unwrap();
            // A coordinate that runs down to nothing carries the rounding of the steps
            // before; it is held against the scale of the last movement.
            let scale = expect.abs().max(1e-12);
            largest = largest.max((found - expect).abs() / scale);
        }
    }
    largest
}

#[test]
fn every_rule_reproduces_the_books_numbers() {
    let runs = reference("runs");
    assert!(runs.len() >= 10);
    for run in &runs {
        let difference = largest_difference(run);
        assert!(difference < 1e-12, "{}: {difference:e}", run["optimizer"]);
    }
}

#[test]
fn nesterov_is_the_one_of_the_korean_program_only_when_asked() {
    let early = Forms {
        nesterov: NesterovForm::Early,
        ..Forms::default()
    };
    for run in reference("wrong_on_purpose") {
        assert!(largest_difference(&run) > 1e-3);
        let difference = difference(&run, &hyperparameters(&run).with_forms(early));
        assert!(difference < 1e-12, "{difference:e}");
    }
}

/// Steps that every rule may take to the minimum of a parabola.
const PARABOLA_BUDGET: usize = 3_000;

/// Steps that every rule may take to the minimum of Rosenbrock's function.
const ROSENBROCK_BUDGET: usize = 60_000;

#[test]
fn every_rule_reaches_the_minimum_of_a_parabola() {
    let parabola: Formula = "x^2 + y^2".parse().unwrap();
    for (rule, rate) in [
        (Rule::Sgd, 0.1),
        (Rule::Momentum, 0.01),
        (Rule::Nesterov, 0.01),
        (Rule::AdaGrad, 1.0),
        (Rule::RmsProp, 0.001),
        (Rule::Adam, 0.05),
    ] {
        let lane = Hyperparameters::new(rule).with(Key::Lr, rate);
        let record = run(&parabola, Point::new(0.8, -0.6), &lane, PARABOLA_BUDGET);
        let end = record.points[PARABOLA_BUDGET];
        let distance = (end - Point::new(0.0, 0.0)).length();
        assert!(distance < 1e-2, "{rule:?} ends at {end:?}");
    }
}

#[test]
fn every_rule_reaches_the_minimum_of_rosenbrock() {
    let surface = Catalogue::Rosenbrock.surface();
    for (rule, rate) in [
        (Rule::Sgd, 0.001),
        (Rule::Momentum, 0.0005),
        (Rule::Nesterov, 0.0005),
        (Rule::AdaGrad, 0.5),
        (Rule::RmsProp, 0.001),
        (Rule::Adam, 0.01),
    ] {
        let lane = Hyperparameters::new(rule).with(Key::Lr, rate);
        let record = run(surface, Point::new(-1.2, 1.0), &lane, ROSENBROCK_BUDGET);
        let end = record.points[ROSENBROCK_BUDGET];
        let distance = (end - Point::new(1.0, 1.0)).length();
        assert!(distance < 1e-2, "{rule:?} ends at {end:?}");
    }
}

/// The points that a lane visits on the ravine, as bits.
fn bits(lane: &Hyperparameters) -> Vec<(u64, u64)> {
    let record = run(&Ravine, Point::new(-7.0, 2.0), lane, 50);
    let point = |p: &Point| (p.x.to_bits(), p.y.to_bits());
    record.points.iter().map(point).collect()
}

#[test]
fn momentum_without_memory_is_sgd() {
    let sgd = Hyperparameters::new(Rule::Sgd).with(Key::Lr, 0.3);
    for rule in [Rule::Momentum, Rule::Nesterov] {
        let lane = Hyperparameters::new(rule)
            .with(Key::Lr, 0.3)
            .with(Key::Momentum, 0.0);
        assert_eq!(bits(&sgd), bits(&lane), "{rule:?}");
    }
}

#[test]
fn the_velocity_of_momentum_is_the_change_of_place() {
    let lane = Hyperparameters::new(Rule::Momentum).with(Key::Lr, 0.1);
    let record = run(&Ravine, Point::new(-7.0, 2.0), &lane, 40);
    for step in 1..=40 {
        let change = record.points[step] - record.points[step - 1];
        assert!((change + -record.velocities[step]).length() < 1e-14);
    }
}

#[test]
fn adams_and_adagrads_first_step_is_as_long_as_the_rate() {
    for gradient in [-1e6, -3.0, 0.02, 1e4] {
        for rule in [Rule::Adam, Rule::AdaGrad] {
            let lane = Hyperparameters::new(rule).with(Key::Lr, 0.25);
            let mut w = [1.0];
            lane.optimizer().step(&mut w, &[gradient]);
            let length = (w[0] - 1.0_f64).abs();
            // ε = 1e-7 acts like 1e-7 / √(1 − β₂) in the first step.
            assert!(
                (length - 0.25).abs() < 1e-4,
                "{rule:?} at {gradient}: {length}"
            );
        }
    }
}

#[test]
fn adagrad_does_not_care_about_the_scale_of_the_gradient() {
    let mut small = [1.0];
    let mut large = [1.0];
    let lane = Hyperparameters::new(Rule::AdaGrad).with(Key::Eps, 0.0);
    let (mut a, mut b) = (lane.optimizer(), lane.optimizer());
    for gradient in [3.0, -1.0, 0.5, 2.0] {
        a.step(&mut small, &[gradient]);
        b.step(&mut large, &[gradient * 1024.0]);
        assert_eq!(small, large);
    }
}

#[test]
fn rmsprop_forgets_what_adagrad_remembers() {
    let steps_after_a_shock = |rule| {
        let mut optimizer = Hyperparameters::new(rule).with(Key::Decay, 0.5).optimizer();
        let mut w = [0.0];
        optimizer.step(&mut w, &[1e6]);
        for _ in 0..100 {
            optimizer.step(&mut w, &[1.0]);
        }
        let before = w[0];
        optimizer.step(&mut w, &[1.0]);
        (w[0] - before).abs()
    };
    assert!(steps_after_a_shock(Rule::RmsProp) > 1e3 * steps_after_a_shock(Rule::AdaGrad));
}

#[test]
fn a_zero_gradient_moves_nothing_at_the_first_step() {
    for rule in Rule::ALL {
        let mut w = [1.5, -2.5];
        Hyperparameters::new(rule)
            .optimizer()
            .step(&mut w, &[0.0, 0.0]);
        assert_eq!(w, [1.5, -2.5], "{rule:?}");
    }
}

#[test]
fn the_point_and_named_tensors_pass_through_the_same_step() {
    for rule in Rule::ALL {
        let lane = Hyperparameters::new(rule);
        let mut tensors = Named::new(lane.optimizer());
        let mut points = lane.optimizer();
        let mut params = Params::new();
        params.insert("W1", &[1.0, 2.0, 3.0]);
        params.insert("b1", &[-1.0]);
        let mut flat = [1.0, 2.0, 3.0, -1.0];
        for step in 0..5 {
            let grads: Vec<f64> = flat.iter().map(|w| w * 0.5 + f64::from(step)).collect();
            let mut named = Params::new();
            // Another order of the names changes nothing.
            named.insert("b1", &grads[3..]);
            named.insert("W1", &grads[..3]);
            tensors.update(&mut params, &named).unwrap();
            points.step(&mut flat, &grads);
            assert_eq!(params.get("W1").unwrap(), &flat[..3], "{rule:?}");
            assert_eq!(params.get("b1").unwrap(), &flat[3..], "{rule:?}");
        }
    }
}

#[track_caller]
fn check_refusal(params: &[(&str, &[f64])], grads: &[(&str, &[f64])], expect: Mismatch) {
    let tensors = |list: &[(&str, &[f64])]| {
        let mut params = Params::new();
        for (name, values) in list {
            params.insert(name, values);
        }
        params
    };
    let mut optimizer = Named::new(Momentum::new(0.1, 0.9));
    let mut first = Params::new();
    first.insert("W", &[1.0, 2.0]);
    let unit = first.clone();
    optimizer.update(&mut first, &unit).unwrap();
    let mut now = tensors(params);
    let before = now.clone();
    let velocity = optimizer.optimizer().velocity().to_vec();
    assert_eq!(optimizer.update(&mut now, &tensors(grads)), Err(expect));
    assert_eq!(now, before, "nothing is changed");
    assert_eq!(optimizer.optimizer().velocity(), velocity);
}

#[test]
fn gradients_that_do_not_fit_are_refused_and_named() {
    let name = || "W".to_owned();
    check_refusal(
        &[("W", &[1.0, 2.0])],
        &[("W", &[1.0])],
        Mismatch::Length {
            name: name(),
            params: 2,
            grads: 1,
        },
    );
    check_refusal(
        &[("W", &[1.0, 2.0])],
        &[],
        Mismatch::Missing {
            name: name(),
            params: 2,
        },
    );
    check_refusal(
        &[("W", &[1.0, 2.0])],
        &[("W", &[1.0, 2.0]), ("b", &[0.0])],
        Mismatch::Unknown {
            name: "b".to_owned(),
            grads: 1,
        },
    );
    check_refusal(
        &[("W", &[1.0, 2.0, 3.0])],
        &[("W", &[1.0, 2.0, 3.0])],
        Mismatch::Changed {
            name: name(),
            before: 2,
            now: 3,
        },
    );
    check_refusal(
        &[("W", &[1.0, 2.0]), ("b", &[0.0])],
        &[("W", &[1.0, 2.0]), ("b", &[0.0])],
        Mismatch::Changed {
            name: "b".to_owned(),
            before: 0,
            now: 1,
        },
    );
}

#[test]
fn a_longer_run_begins_with_the_shorter_one() {
    for rule in Rule::ALL {
        let lane = Hyperparameters::new(rule).with(Key::Lr, 0.2);
        let start = Point::new(-7.0, 2.0);
        let (short, long) = (
            run(&Ravine, start, &lane, 37),
            run(&Ravine, start, &lane, 100),
        );
        assert_eq!(short.points[..], long.points[..38], "{rule:?}");
        assert_eq!(short.velocities[..], long.velocities[..38], "{rule:?}");
        assert_eq!(short.squares[..], long.squares[..38], "{rule:?}");
    }
}

#[test]
fn sgd_on_the_ravine_diverges_beyond_the_rate_one() {
    let end = |rate: f64| {
        let lane = Hyperparameters::new(Rule::Sgd).with(Key::Lr, rate);
        run(&Ravine, Point::new(-7.0, 2.0), &lane, 300).outcome.kind
    };
    assert_eq!(end(0.99), OutcomeKind::Moving);
    assert_eq!(end(0.9), OutcomeKind::Converged);
    assert_eq!(end(1.01), OutcomeKind::Diverged);
    assert_eq!(end(1.5), OutcomeKind::Diverged);
}

#[test]
fn sgd_keeps_no_state() {
    let mut one = Sgd::new(0.5);
    let (mut w, mut u) = ([1.0], [1.0]);
    one.step(&mut u, &[100.0]);
    one.step(&mut w, &[1.0]);
    assert_eq!(w, [0.5]);
}
