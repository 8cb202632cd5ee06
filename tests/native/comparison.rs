//! The rules of a comparison: whose rates race, under which noise, in which forms.

use descent_widget::experiments::race::describe;
use descent_widget::experiments::race::names as words;
use descent_widget::experiments::race::scene::Lane;
use descent_widget::lab::controls::ControlKind;
use descent_widget::lab::{Action, Lab, Problem};
use descent_widget::language::Language;
use descent_widget::locale::RACE;
use descent_widget::math::{Point, Rect, Vec2};
use descent_widget::optim::{Forms, Hyperparameters, Key, MomentumForm, NesterovForm, Rule};
use descent_widget::race::{Conditions, OutcomeKind, RateChange, Trajectory};
use descent_widget::race::{best_rate, bound, final_loss, run, run_under, sweep};
use descent_widget::surface::{Catalogue, Formula, Ravine, Surface, Valley};

use crate::common::from_query;

const START: Point = Point::new(-7.0, 2.0);

fn momentum(form: MomentumForm) -> Hyperparameters {
    let forms = Forms {
        momentum: form,
        ..Forms::default()
    };
    Hyperparameters::new(Rule::Momentum)
        .with(Key::Lr, 0.1)
        .with_forms(forms)
}

/// The largest distance of two runs, step by step.
fn distance(a: &Trajectory, b: &Trajectory) -> f64 {
    assert_eq!(a.points.len(), b.points.len());
    let pairs = a.points.iter().zip(&b.points);
    pairs.map(|(a, b)| (*a - *b).length()).fold(0.0, f64::max)
}

#[test]
fn a_race_without_noise_is_the_plain_run_bit_for_bit() {
    for seed in [0, 1, 77] {
        for rule in Rule::ALL {
            let lane = Hyperparameters::new(rule).with(Key::Lr, 0.1);
            let conditions = Conditions {
                seed,
                ..Conditions::default()
            };
            let plain = run(&Ravine, START, &lane, 50);
            assert_eq!(run_under(&Ravine, START, &lane, 50, &conditions), plain);
        }
    }
}

#[test]
fn every_lane_meets_the_same_noise() {
    let conditions = Conditions {
        noise: 0.5,
        seed: 3,
        ..Conditions::default()
    };
    let noise = |rule| {
        let lane = Hyperparameters::new(rule).with(Key::Lr, 0.01);
        let record = run_under(&Ravine, START, &lane, 40, &conditions);
        let exact = record.points.iter().map(|&at| Ravine.gradient(at));
        let noise = record
            .gradients
            .iter()
            .zip(exact)
            .map(|(noisy, g)| *noisy + -g);
        noise.collect::<Vec<Vec2>>()
    };
    let sgd = noise(Rule::Sgd);
    for rule in Rule::ALL {
        for (a, b) in sgd.iter().zip(noise(rule)) {
            assert!((*a + -b).length() < 1e-12, "{rule:?}");
        }
    }
    let other = Conditions {
        seed: 4,
        ..conditions
    };
    let lane = Hyperparameters::new(Rule::Sgd);
    let first = run_under(&Ravine, START, &lane, 1, &conditions).gradients[0];
    assert_ne!(
        run_under(&Ravine, START, &lane, 1, &other).gradients[0],
        first
    );
}

#[test]
fn noise_has_the_stated_scale_along_each_axis() {
    let conditions = Conditions {
        noise: 2.0,
        ..Conditions::default()
    };
    let flat: Formula = "0".parse().unwrap();
    let lane = Hyperparameters::new(Rule::AdaGrad);
    let record = run_under(&flat, START, &lane, 10_000, &conditions);
    for along in [|g: &Vec2| g.x, |g: &Vec2| g.y] {
        let n = record.gradients.len() as f64;
        let mean = record.gradients.iter().map(along).sum::<f64>() / n;
        let squares = record.gradients.iter().map(|g| along(g) * along(g));
        let deviation = (squares.sum::<f64>() / n - mean * mean).sqrt();
        // Four standard errors.
        assert!(mean.abs() < 0.08, "{mean}");
        assert!((deviation - 2.0).abs() < 0.06, "{deviation}");
    }
}

#[test]
fn a_noisy_run_begins_with_the_shorter_one() {
    let conditions = Conditions {
        noise: 1.0,
        ..Conditions::default()
    };
    let lane = Hyperparameters::new(Rule::Adam).with(Key::Lr, 0.3);
    let long = run_under(&Ravine, START, &lane, 100, &conditions);
    let short = run_under(&Ravine, START, &lane, 37, &conditions);
    assert_eq!(long.points[..38], short.points);
    assert_eq!(long.gradients[..38], short.gradients);
}

#[test]
fn a_run_in_noise_is_judged_by_the_slope_of_the_surface() {
    // SGD keeps trembling around the bottom, Adagrad's shrinking steps come to rest there.
    let conditions = Conditions {
        noise: 0.5,
        ..Conditions::default()
    };
    let sgd = Hyperparameters::new(Rule::Sgd).with(Key::Lr, 0.3);
    let record = run_under(&Ravine, START, &sgd, 2000, &conditions);
    assert_eq!(record.outcome.kind, OutcomeKind::Moving);
    // From the bottom itself the exact gradient is zero, whatever the noisy one is there.
    let record = run_under(&Ravine, Point::new(0.0, 0.0), &sgd, 0, &conditions);
    assert_eq!(record.outcome.kind, OutcomeKind::Converged);
    assert_ne!(record.gradients[0], Vec2::ZERO);
}

#[test]
fn pytorchs_momentum_is_the_books_at_a_constant_rate() {
    let book = run(&Ravine, START, &momentum(MomentumForm::Book), 200);
    let pytorch = run(&Ravine, START, &momentum(MomentumForm::PyTorch), 200);
    assert!(distance(&book, &pytorch) < 1e-13);
    for (v, buffer) in book.velocities.iter().zip(&pytorch.velocities) {
        assert!((*v + *buffer * 0.1).length() < 1e-13);
    }
}

#[test]
fn an_average_at_the_translated_rate_is_the_books() {
    let form = MomentumForm::Average;
    let rate = form.rate_like(0.1, 0.9);
    assert!((form.book_rate(rate, 0.9) - 0.1).abs() < 1e-16);
    let book = run(&Ravine, START, &momentum(MomentumForm::Book), 200);
    let average = momentum(form).with(Key::Lr, rate);
    assert!(distance(&book, &run(&Ravine, START, &average, 200)) < 1e-12);
}

#[test]
fn a_change_of_the_rate_parts_the_book_from_pytorch_at_that_step() {
    let conditions = Conditions {
        rate_change: Some(RateChange {
            step: 10,
            factor: 0.1,
        }),
        ..Conditions::default()
    };
    let run = |form| run_under(&Ravine, START, &momentum(form), 30, &conditions);
    let (book, pytorch) = (run(MomentumForm::Book), run(MomentumForm::PyTorch));
    let apart = |step: usize| (book.points[step] - pytorch.points[step]).length();
    assert!((0..=10).all(|step| apart(step) < 1e-13));
    assert!(apart(11) > 0.1, "{}", apart(11));
    // The book goes on with the velocity of the old rate, PyTorch's form scales it at once.
    let carried = book.points[11] - book.points[10];
    let scaled = pytorch.points[11] - pytorch.points[10];
    assert!(carried.length() > 5.0 * scaled.length());
    // By hand: v = 0.9 v − 0.01 g against 0.1 times the step at the old rate.
    let expect = book.velocities[10] * 0.9 + -(book.gradients[10] * 0.01);
    assert!((carried + -expect).length() < 1e-14);
}

#[test]
fn a_change_of_the_rate_reaches_every_rule() {
    for rule in Rule::ALL {
        let lane = Hyperparameters::new(rule).with(Key::Lr, 0.05);
        let conditions = Conditions {
            rate_change: Some(RateChange {
                step: 5,
                factor: 0.0,
            }),
            ..Conditions::default()
        };
        let record = run_under(&Ravine, START, &lane, 20, &conditions);
        let plain = run(&Ravine, START, &lane, 20);
        assert_eq!(record.points[..=5], plain.points[..=5], "{rule:?}");
        let step = record.points[6] - record.points[5];
        let stands = !matches!(rule, Rule::Momentum | Rule::Nesterov);
        assert_eq!(step == Vec2::ZERO, stands, "{rule:?}");
    }
}

#[test]
fn stability_bounds_follow_the_forms() {
    let runs_off = |lane: &Hyperparameters| {
        let record = run(&Ravine, Point::new(0.0, 1.0), lane, 4000);
        record.losses.last().unwrap().is_nan() || record.losses.last() > record.losses.first()
    };
    let early = Forms {
        nesterov: NesterovForm::Early,
        ..Forms::default()
    };
    let lanes = [
        momentum(MomentumForm::Book),
        momentum(MomentumForm::PyTorch),
        momentum(MomentumForm::Average),
        Hyperparameters::new(Rule::Nesterov).with_forms(early),
        Hyperparameters::new(Rule::Nesterov),
    ];
    for lane in lanes {
        let bound = bound(&Ravine, &lane).unwrap().rate;
        assert!(!runs_off(&lane.with(Key::Lr, bound * 0.99)), "{lane:?}");
        assert!(runs_off(&lane.with(Key::Lr, bound * 1.01)), "{lane:?}");
    }
}

#[test]
fn the_sweep_has_the_stated_rates() {
    let rates: Vec<f64> = sweep(30).collect();
    assert_eq!((rates.len(), rates[0], rates[60]), (61, 1e-4, 10.0));
    assert!(rates.windows(2).all(|pair| pair[0] < pair[1]));
    let coarse: Vec<f64> = sweep(10_000).collect();
    assert_eq!((coarse.len(), coarse[0], coarse[10]), (11, 1e-4, 10.0));
}

#[test]
fn no_rate_of_the_sweep_beats_the_best() {
    let conditions = Conditions::default();
    for rule in Rule::ALL {
        let lane = Hyperparameters::new(rule);
        let best = best_rate(&Ravine, START, &lane, 30, &conditions).unwrap();
        let loss = |rate| final_loss(&Ravine, START, &lane.with(Key::Lr, rate), 30, &conditions);
        let lowest = loss(best).unwrap();
        assert_eq!(
            run(&Ravine, START, &lane.with(Key::Lr, best), 30).losses[30],
            lowest
        );
        for rate in sweep(30) {
            assert!(loss(rate).is_none_or(|loss| loss >= lowest), "{rule:?}");
        }
    }
}

#[test]
fn where_every_rate_overflows_there_is_no_best() {
    let nowhere: Formula = "ln(-1-x^2)".parse().unwrap();
    let lane = Hyperparameters::new(Rule::Sgd);
    let best = best_rate(&nowhere, START, &lane, 30, &Conditions::default());
    assert_eq!(best, None);
}

fn rates(lab: &mut Lab) -> Vec<f64> {
    let rate = |lane: &Lane| lane.hyperparameters.value(Key::Lr);
    lab.scene().lanes.iter().map(rate).collect()
}

#[test]
fn a_comparison_decides_the_rates_of_the_record() {
    assert_eq!(rates(&mut from_query("")), [0.95, 0.1, 1.5, 0.3]);
    let mut same = from_query("comparison=same&rate=0.2");
    assert_eq!(rates(&mut same), [0.2; 4]);
    let mut best = from_query("comparison=best");
    let found = rates(&mut best);
    let sgd = Hyperparameters::new(Rule::Sgd);
    let expect = best_rate(&Ravine, START, &sgd, 30, &Conditions::default());
    assert_eq!(Some(found[0]), expect);
    let losses = |lab: &mut Lab| -> Vec<f64> {
        let scene = lab.scene();
        scene
            .lanes
            .iter()
            .map(|lane| lane.trajectory.losses[30])
            .collect()
    };
    // One of the rates of the sweep for all cannot do better.
    let best = losses(&mut best);
    let same = losses(&mut from_query("comparison=same&rate=0.1"));
    assert!(best.iter().zip(&same).all(|(best, same)| best <= same));
}

#[test]
fn rates_that_a_comparison_decides_cannot_be_moved() {
    let mut lab = from_query("comparison=best");
    let id = "lane.0.lr";
    let before = lab.settings().clone();
    assert_eq!(lab.apply(Action::slide(id, 3)), Err(Problem::Unknown));
    assert_eq!(lab.apply(Action::enter(id, "0.5")), Err(Problem::Unknown));
    assert_eq!(lab.settings(), &before);
    let found = rates(&mut lab)[0];
    let controls = lab.controls();
    let slider = controls.iter().find(|control| control.name == id).unwrap();
    assert!(matches!(slider.kind, ControlKind::Slider { value, .. } if value == found));
    let choose = Action::choose("comparison", "own");
    assert_eq!(lab.apply(choose), Ok(()));
    assert_eq!(lab.apply(Action::slide(id, 3)), Ok(()));
}

#[test]
fn controls_come_with_what_they_are_for() {
    let has = |query: &str, id| from_query(query).controls().iter().any(|c| c.name == id);
    assert!(has("", "condition"));
    assert!(!has("surface=beale", "condition"));
    assert!(!has("", "rate"));
    assert!(has("comparison=same", "rate"));
    assert!(!has("", "seed"));
    assert!(has("noise=0.1", "seed"));
    assert!(!has("", "domain.x0"));
    assert!(has("surface=formula", "domain.x0"));
}

#[test]
fn every_control_is_found_by_its_name() {
    for query in ["comparison=same&noise=1", "surface=formula"] {
        let mut lab = from_query(query);
        for control in lab.controls() {
            assert_eq!(lab.control(&control.name), Some(control));
        }
    }
}

#[test]
fn a_valley_of_condition_20_is_the_ravine() {
    for at in [START, Point::new(0.3, -1e-9), Point::new(1e150, 7.7)] {
        assert_eq!(Valley::BOOK.value(at), at.x * at.x / 20.0 + at.y * at.y);
        let gradient = Vec2::new(at.x / 10.0, 2.0 * at.y);
        assert_eq!(Valley::BOOK.gradient(at), gradient);
        assert_eq!(Ravine.gradient(at), gradient);
    }
}

#[test]
fn the_condition_number_is_that_of_the_curvature() {
    for condition in [1.0, 4.0, 1000.0] {
        let [low, high] = Valley { condition }.curvature().unwrap().eigenvalues();
        assert!((high / low - condition).abs() < 1e-9);
    }
}

#[test]
fn in_a_round_bowl_sgd_goes_straight_to_the_bottom() {
    let mut lab = from_query("condition=1&optimizers=sgd:lr=0.1");
    let scene = lab.scene();
    assert_eq!(words::shown_formula(&scene), "x² + y²");
    for point in &scene.lanes[0].trajectory.points {
        let aside = point.x * START.y - point.y * START.x;
        assert!(aside.abs() < 1e-12, "{point:?}");
    }
}

#[test]
fn contours_follow_the_condition_number_and_the_domain() {
    let contours = |query: &str| from_query(query).scene().contours.clone();
    let book = contours("");
    assert_ne!(contours("condition=2"), book);
    assert_ne!(contours("domain=-1 1 -1 1"), book);
    assert_eq!(contours("condition=20"), book);
    assert_eq!(contours("domain=-10 10 -5 5"), book);
}

#[test]
fn a_domain_frames_the_picture_and_its_outcomes() {
    let mut lab = from_query("surface=formula&formula=x^2%2By^2&domain=0 4 0 1");
    let scene = lab.scene();
    assert_eq!(scene.domain, Rect::new(0.0, 4.0, 0.0, 1.0));
    // The start of its own keeps its place: 15 % from the left, 70 % up.
    assert_eq!(scene.start, Point::new(0.6, 0.7));
    // What is drawn out of the small picture has left, though the plane goes on.
    let query = "surface=saddle&start=0.5 0.01&optimizers=sgd:lr=0.1&steps=20&domain=-1 1 -0.1 0.1";
    let outcome = |query: &str| from_query(query).scene().lanes[0].trajectory.outcome;
    assert_eq!(outcome(query).kind, OutcomeKind::Diverged);
    let wide = query.replace("-1 1 -0.1 0.1", "-1 1 -100 100");
    assert_eq!(outcome(&wide).kind, OutcomeKind::Moving);
}

#[test]
fn an_end_of_the_domain_cannot_pass_the_other() {
    let mut lab = from_query("surface=formula");
    let right = "domain.x1";
    assert!(matches!(
        lab.apply(Action::enter(right, "-10")),
        Err(Problem::Number { low, .. }) if low == -9.99
    ));
    assert_eq!(lab.apply(Action::slide(right, 0)), Ok(()));
    assert_eq!(lab.settings().domain(), Rect::new(-10.0, -9.9, -5.0, 5.0));
    let surface = Action::choose("surface", "beale");
    assert_eq!(lab.apply(surface), Ok(()));
    assert_eq!(lab.settings().domain(), Catalogue::Beale.surface().domain());
}

#[test]
fn the_terms_survive_their_own_link() {
    for query in [
        "condition=1&comparison=best&noise=0.25&rate-change=15 0.1&momentum-form=pytorch",
        "surface=formula&domain=-0.5 0.25 1e3 2000&comparison=same&rate=0.003&nesterov-form=early",
    ] {
        let lab = from_query(query);
        let again = from_query(&lab.query());
        assert_eq!(lab.settings(), again.settings(), "{query}");
    }
}

#[test]
fn terms_that_are_not_allowed_leave_the_default_and_one_warning() {
    for (attribute, text) in [
        ("condition", "0.5"),
        ("condition", "1e4"),
        ("domain", "0 1 0"),
        ("domain", "0 1 2 2"),
        ("domain", "0 0.009 0 1"),
        ("domain", "0 1.1e6 0 1"),
        ("comparison", "fair"),
        ("rate", "0"),
        ("noise", "-0.1"),
        ("noise", "NaN"),
        ("rate-change", "0.1"),
        ("rate-change", "1.5 0.1"),
        ("rate-change", "10 -1"),
        ("rate-change", "10 10000"),
        ("momentum-form", "keras"),
        ("nesterov-form", "late"),
    ] {
        let mut lab = Lab::new();
        let warnings = lab.set_query(&format!("{attribute}={text}"));
        assert_eq!(warnings.len(), 1, "{attribute}={text}");
        assert_eq!(lab.settings(), Lab::new().settings(), "{attribute}={text}");
    }
}

#[test]
fn the_terms_are_told_in_every_language() {
    let query = "comparison=best&noise=0.5&seed=7&rate-change=10 0.1&momentum-form=average";
    for &language in Language::ALL {
        let words = RACE.of(language);
        let plain = describe::terms(&from_query("").scene(), words);
        let full = describe::terms(&from_query(query).scene(), words);
        assert!(!plain.contains(char::is_numeric), "{plain}");
        for part in ["61", "30", "0.5", "7", "10", "0.1", "(1 − α)g"] {
            assert!(full.contains(part), "{full}");
        }
        let rate = describe::terms(&from_query("comparison=same").scene(), words);
        assert!(rate.contains("0.1"), "{rate}");
    }
}
