//! How a search draws: on a log scale as in the book, or uniformly, and where the trials fell.

use std::rc::Rc;

use descent_widget::experiments::network::describe as words;
use descent_widget::experiments::search::trials::{LogUniform, TrialPoint, Trials};
use descent_widget::lab::controls::ControlKind;
use descent_widget::lab::{Action, Lab};
use descent_widget::language::Language;
use descent_widget::locale::network_messages;
use descent_widget::math::Rng;
use descent_widget::nn::Sampling;
use descent_widget::registry::full;

use crate::common::{control, finished, with_digits};

/// Many trials that take no time.
const MANY: &str = "lab=search&iterations=1&batch=4&units=2&trials=100";

/// The rates of the first trials before there was a choice.
const RATES_OF_BEFORE: [f64; 3] = [
    3.6374086427567573e-6,
    1.981354961860784e-6,
    1.652351424194863e-5,
];

fn trials(lab: &mut Lab) -> Rc<Trials> {
    let _ = lab.network_scene();
    lab.trials().unwrap()
}

fn rates(query: &str) -> Vec<f64> {
    let (mut lab, _) = finished(query);
    trials(&mut lab)
        .all
        .iter()
        .map(|trial| trial.rate)
        .collect()
}

/// The trials of the decades from 10⁻⁶ on, and the share that is expected in the highest one.
#[track_caller]
fn check_decades(query: &str, n_decades: i32, highest: f64) {
    let (mut lab, _) = finished(query);
    let trials = trials(&mut lab);
    let decades = trials.decades();
    let ranges = decades.iter().map(|decade| decade.range);
    let wanted = (0..n_decades).map(|it| LogUniform::new(f64::from(it - 6), f64::from(it - 5)));
    assert!(ranges.eq(wanted), "{decades:?}");
    for (decade, exponent) in decades.iter().zip(-6..) {
        let inside = |trial: &&TrialPoint| trial.rate.log10().floor() == f64::from(exponent);
        assert_eq!(
            decade.n,
            trials.all.iter().filter(inside).count(),
            "{decades:?}"
        );
    }
    // Four standard deviations of as many draws.
    let n = decades.last().unwrap().n as f64;
    let deviation = f64::sqrt(100.0 * highest * (1.0 - highest));
    assert!((n - 100.0 * highest).abs() < 4.0 * deviation, "{decades:?}");
}

#[test]
fn the_book_draws_on_a_log_scale_as_it_did_before() {
    // Trials of a link from before there was a choice.
    let drawn = rates("lab=search&units=2&iterations=1&batch=4&trials=3");
    assert_eq!(drawn, RATES_OF_BEFORE);
    let named = rates("lab=search&units=2&iterations=1&batch=4&trials=3&sampling=log");
    assert_eq!(named, drawn);
}

#[test]
fn both_ways_use_the_same_random_numbers() {
    let (range, seed) = (LogUniform::new(-6.0, -2.0), 3);
    let [log, uniform] = [Sampling::Log, Sampling::Uniform]
        .map(|sampling| range.draw_by(sampling, &mut Rng::new(seed)));
    let share = Rng::new(seed).uniform();
    assert_eq!(log, range.draw(&mut Rng::new(seed)));
    assert_eq!(uniform, 1e-6 + (1e-2 - 1e-6) * share);
}

#[test]
fn the_trials_of_each_decade_are_counted() {
    check_decades(MANY, 4, 0.25);
    // Nine of ten fall into the highest decade, whatever is good there.
    check_decades(&format!("{MANY}&sampling=uniform"), 4, 0.9);
    check_decades(&format!("{MANY}&sampling=uniform&rates=1e-6 1"), 6, 0.9);
}

#[test]
fn a_button_switches_and_the_link_says_so() {
    let (mut lab, _) = finished(MANY);
    let shown = |lab: &mut Lab| match control(lab, "sampling").kind {
        ControlKind::Buttons { value, options } => (value, options),
        other => panic!("{other:?}"),
    };
    let both = ["log", "uniform"].map(str::to_owned).to_vec();
    assert_eq!(shown(&mut lab), ("log".to_owned(), both.clone()));
    lab.apply(Action::choose("trial", "2")).unwrap();
    lab.apply(Action::choose("sampling", "uniform")).unwrap();
    assert_eq!(shown(&mut lab).0, "uniform");
    // The second trial was another one.
    assert_eq!(lab.query(), format!("{MANY}&sampling=uniform"));
    let hint = |lab: &mut Lab| {
        let control = control(lab, "sampling");
        full::control_words(lab, Language::English)
            .hint(lab, &control)
            .unwrap()
    };
    let said = hint(&mut lab);
    assert!(
        said.contains("10⁻³ to 10⁻², gets 25% of the trials on a log scale and 90% drawn"),
        "{said}"
    );
    assert!(lab.apply(Action::choose("sampling", "cake")).is_err());
    lab.apply(Action::choose("sampling", "log")).unwrap();
    assert_eq!(lab.query(), MANY);
}

/// Trials of these rates, of which the higher are the better ones up to a limit.
fn made(rates: LogUniform, sampling: Sampling, best: f64) -> Trials {
    let mut rng = Rng::new(5);
    let all = (0..100).map(|_| {
        let rate = rates.draw_by(sampling, &mut rng);
        let accuracy = 0.9 - (rate.log10() - best).abs() / 10.0;
        TrialPoint {
            rate,
            decay: 1e-6,
            validation: vec![(1, accuracy)],
            training: vec![(1, accuracy)],
            is_finished: true,
            diverged: None,
        }
    });
    let all: Vec<TrialPoint> = all.collect();
    let mut ranking: Vec<usize> = (0..all.len()).collect();
    ranking.sort_by(|&a, &b| all[b].accuracy().total_cmp(&all[a].accuracy()));
    Trials {
        rates,
        decays: LogUniform::new(-8.0, -4.0),
        sampling,
        n_iterations: 1,
        n_shown: all.len(),
        all,
        ranking,
        chosen: 0,
    }
}

#[test]
fn the_decade_of_the_best_trials_is_told_with_how_many_fell_there() {
    let rates = LogUniform::new(-6.0, 0.0);
    let log = made(rates, Sampling::Log, -3.5).good_decade().unwrap();
    assert_eq!(log.decade.range, LogUniform::new(-4.0, -3.0));
    let fell = |trials: &Trials| {
        let inside = |trial: &&TrialPoint| (1e-4..1e-3).contains(&trial.rate);
        trials.all.iter().filter(inside).count()
    };
    assert_eq!(log.decade.n, fell(&made(rates, Sampling::Log, -3.5)));
    let [by_log, by_uniform] = log.expected;
    assert!((by_log - 1.0 / 6.0).abs() < 1e-12 && (by_uniform - 0.0009).abs() < 1e-6);
    // Drawn uniformly hardly any is there, so that other ones are the best.
    let uniform = made(rates, Sampling::Uniform, -3.5);
    assert!(fell(&uniform) < 3);
    assert_ne!(
        uniform.good_decade().unwrap().decade.range,
        log.decade.range
    );
    let mut few = made(rates, Sampling::Log, -3.5);
    few.n_shown = 20;
    assert_eq!(few.good_decade(), None);
}

#[test]
fn counts_are_in_the_words_for_listeners_in_every_language() {
    let (mut lab, scene) = finished(&format!("{MANY}&sampling=uniform&rates=1e-6 1"));
    let n = trials(&mut lab).decades()[3].n;
    for (language, part) in [
        (
            Language::Korean,
            "고르게 뽑았습니다. 학습률의 자릿수별 시행 수",
        ),
        (Language::English, "drawn uniformly. Trials in each decade"),
        (
            Language::Japanese,
            "一様に引きました。学習率の桁ごとの試行数",
        ),
    ] {
        let messages = network_messages(language);
        let text = words::description(&scene, &scene.first, &messages);
        let counted = ["~", " to ", "〜"].map(|to| format!("10⁻³{to}10⁻² {n}"));
        let is_counted = counted.iter().any(|it| text.contains(it));
        assert!(text.contains(part) && is_counted, "{text}");
    }
    let rate = &words::summaries(&scene, &network_messages(Language::English))[3];
    assert!(rate.contains("of 100 trials fell (expected: "), "{rate}");
}

#[test]
fn a_wide_range_leaves_the_weight_decays() {
    let lab = with_digits("lab=search&decays=1e-5 1e-3");
    let [rates, decays] = lab.wide_ranges();
    assert_eq!(rates, LogUniform::new(-6.0, 1.0));
    assert_eq!(decays, LogUniform::between(1e-5, 1e-3));
    assert!(!lab.has_wide_ranges());
    assert!(with_digits("lab=search&rates=1e-6 10").has_wide_ranges());
}
