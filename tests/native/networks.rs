//! What the experiments on networks say: of networks that diverge, in the picture, in sentences, in the
//! record and in the table; of what has not been measured; of how far they are.

use descent_widget::experiments::network::describe as words;
use descent_widget::experiments::network::scene::{Curve, NetworkScene, Picture};
use descent_widget::experiments::search::trials::LogUniform;
use descent_widget::lab::{Action, Lab};
use descent_widget::language::Language;
use descent_widget::locale::network_messages;
use descent_widget::view::{Size, Theme};

use crate::common::{finished, from_query, picture, with_digits};

/// Momentum cannot stand this rate; the other network can.
const TWO: &str = "lab=training&batch=20&iterations=16&optimizers=momentum:lr=10 sgd";

fn curves(picture: &Picture) -> &[Curve] {
    match picture {
        Picture::Curves(curves) => &curves.curves,
        _ => panic!("curves"),
    }
}

fn sentences(scene: &NetworkScene, language: Language) -> Vec<String> {
    words::summaries(scene, &network_messages(language))
}

/// The iteration in which the first network diverged.
fn end(scene: &NetworkScene) -> usize {
    scene.lanes[0].diverged.expect("it diverges")
}

#[test]
fn a_network_that_diverges_has_a_sentence_that_says_so_in_every_language() {
    let (_, scene) = finished(TWO);
    let end = end(&scene);
    for (language, expect) in [
        (
            Language::English,
            format!("Momentum: diverged at iteration\u{a0}{end}."),
        ),
        (
            Language::Korean,
            format!("Momentum: 반복\u{a0}{end}에서 발산."),
        ),
        (Language::Japanese, format!("Momentum：反復{end}で発散。")),
    ] {
        assert_eq!(sentences(&scene, language)[0], expect);
    }
    let sgd = &sentences(&scene, Language::English)[1];
    assert!(
        sgd.starts_with("SGD: loss ") && !sgd.contains("diverged"),
        "{sgd}"
    );
    let said = words::announcement(&scene, &network_messages(Language::English));
    assert!(said.contains("Momentum: diverged at iteration"), "{said}");
    for panel in [&scene.first, &scene.second] {
        let text = words::description(&scene, panel, &network_messages(Language::English));
        assert!(
            text.contains(&format!("Momentum diverged at iteration\u{a0}{end}")),
            "{text}"
        );
    }
}

#[test]
fn the_curve_of_a_network_that_diverges_ends_where_it_does_and_not_before() {
    let (_, scene) = finished(TWO);
    let end = end(&scene);
    let [momentum, sgd] = curves(&scene.first) else {
        panic!("two curves");
    };
    assert_eq!(
        (momentum.diverged, momentum.points.len()),
        (Some(end), end - 1)
    );
    assert!(momentum.points.iter().all(|(_, loss)| loss.is_finite()));
    assert_eq!((sgd.diverged, sgd.points.len()), (None, 16));
    // Before it has diverged nothing is said of it.
    let mut lab = with_digits(&format!("{TWO}&step={}", end - 1));
    lab.finish_record();
    let scene = lab.network_scene().expect("data");
    assert_eq!(scene.lanes[0].diverged, None);
    assert!(!sentences(&scene, Language::English)[0].contains("diverged"));
}

#[test]
fn a_curve_without_a_point_has_its_name_and_a_word_in_the_picture() {
    let (mut lab, scene) = finished(&format!("{TWO}&init=10&optimizers=sgd:lr=1000 sgd:lr=0.01"));
    assert!(curves(&scene.second)[0].points.is_empty());
    let svg = picture(
        &mut lab,
        Language::English,
        Theme::Light,
        Size::new(800.0, 320.0),
    );
    assert!(svg.contains(": diverged</text>"), "{svg}");
}

#[test]
fn the_table_has_a_line_for_a_network_that_diverged() {
    let (_, scene) = finished(TWO);
    let line = format!("diverged,Momentum,{},\n", end(&scene));
    assert!(scene.csv().contains(&line), "{}", scene.csv());
    assert!(!scene.csv().contains("diverged,SGD"));
    assert!(!scene.csv().contains("NaN") && !scene.csv().contains("inf"));
}

#[test]
fn initial_weights_that_are_too_large_are_told_to_diverge() {
    let query = "lab=weight-init&iterations=12&batch=20&init=10 he&optimizers=sgd:lr=10";
    let (_, scene) = finished(query);
    let wide = &sentences(&scene, Language::English)[0];
    assert!(wide.contains("diverged at iteration"), "{wide}");
    assert!(!wide.contains("not trained"), "{wide}");
}

#[test]
fn regularized_networks_are_told_to_diverge_and_have_no_gap_then() {
    let query = "lab=regularization&iterations=12&batch=20&train-size=40&optimizers=sgd:lr=1000";
    let (_, scene) = finished(query);
    for sentence in sentences(&scene, Language::English) {
        assert!(sentence.contains("diverged at iteration"), "{sentence}");
        assert!(!sentence.contains("points"), "{sentence}");
    }
}

#[test]
fn a_trial_whose_network_diverges_says_so() {
    let query = "lab=search&units=10&iterations=8&trials=3&rates=0.9 1";
    let mut lab = with_digits(query);
    lab.finish_record();
    let scene = lab.network_scene().expect("data");
    let Picture::Trials(trials) = &scene.first else {
        panic!("trials");
    };
    assert_eq!(trials.rates, LogUniform::between(0.9, 1.0));
    // Whatever came of these, a sentence tells of the trials that diverged and of no others.
    for (sentence, rank) in sentences(&scene, Language::English).iter().zip(0..3) {
        let (_, trial) = trials.ranked(rank).expect("three trials");
        assert_eq!(
            sentence.contains("diverged"),
            trial.diverged.is_some(),
            "{sentence}"
        );
    }
}

#[test]
fn what_has_not_been_measured_has_a_word() {
    for lab in [
        "training",
        "weight-init",
        "regularization",
        "search",
        "batch-norm",
    ] {
        let query = format!("lab={lab}&iterations=4&step=0&trials=3");
        let mut lab = with_digits(&query);
        lab.finish_record();
        let scene = lab.network_scene().expect("data");
        for &language in Language::ALL {
            for sentence in sentences(&scene, language) {
                let end = sentence.trim_end_matches(['.', '。']);
                assert!(!end.ends_with([':', '：', ' ']), "{query}: {sentence}");
            }
            for panel in [&scene.first, &scene.second] {
                let text = words::description(&scene, panel, &network_messages(language));
                assert!(!text.contains(": .") && !text.contains("에서 ."), "{text}");
            }
        }
    }
}

#[test]
fn an_experiment_is_computed_unasked_but_does_not_play() {
    let mut lab = with_digits("lab=training&units=10&batch=10&iterations=6&optimizers=sgd");
    assert!(lab.network_scene().is_some());
    let mut steps = Vec::new();
    while lab.work_on_record() {
        assert!(!lab.is_playing());
        steps.push(lab.step());
    }
    assert!(steps.iter().all(|&step| step == 0), "{steps:?}");
    assert_eq!((lab.step(), lab.is_playing()), (6, false));
}

#[test]
fn a_picture_of_an_experiment_that_is_not_complete_says_how_far_it_is() {
    let size = Size::new(800.0, 320.0);
    let mut lab = with_digits("lab=training&units=10&batch=10&iterations=40&step=10");
    lab.finish_record();
    for (language, expect) in [
        (Language::English, "25% done"),
        (Language::Korean, "25% 진행"),
        (Language::Japanese, "学習 25%"),
    ] {
        let svg = picture(&mut lab, language, Theme::Light, size);
        assert!(svg.contains(expect), "{expect}");
    }
    assert_eq!(lab.set_query("step="), []);
    lab.finish_record();
    let svg = picture(&mut lab, Language::English, Theme::Light, size);
    assert!(!svg.contains("trained"), "{svg}");
    let (mut lab, _) = finished("lab=search&units=10&iterations=2&trials=4&step=1");
    let svg = picture(&mut lab, Language::English, Theme::Light, size);
    assert!(svg.contains("1 of 4 trials finished"), "{svg}");
}

#[test]
fn a_step_may_be_as_late_as_the_last_iteration_that_there_can_be() {
    let lab = from_query("lab=training&iterations=20000&step=15000");
    assert_eq!(lab.settings().step, Some(15_000));
}

#[test]
fn the_small_pictures_of_batch_norm_are_there_in_every_panel_of_a_phone() {
    let (mut lab, _) = finished("lab=batch-norm&iterations=1&step=1");
    let scene = lab.network_scene().expect("data");
    for (width, height) in [
        (358.0, 110.0),
        (328.0, 90.0),
        (288.0, 130.0),
        (288.0, 240.0),
    ] {
        let size = Size::new(width, height);
        let places = (0..=40).flat_map(|x| (0..=40).map(move |y| (x, y)));
        let found = places.filter_map(|(x, y)| {
            let at = (width * f64::from(x) / 40.0, height * f64::from(y) / 40.0);
            descent_widget::experiments::network::picture::init_at(&scene.second, size, at)
        });
        let found: std::collections::BTreeSet<&str> = found.collect();
        assert_eq!(found.len(), 16, "{width} × {height}: {found:?}");
    }
}

#[test]
fn regularization_that_is_too_strong_is_told() {
    // Nothing is learned with a decay that outweighs every gradient.
    let query = "lab=regularization&iterations=60&train-size=60&batch=20&label-noise=0\
                 &weight-decay=10";
    let (_, scene) = finished(query);
    let [without, with] = sentences(&scene, Language::English)
        .try_into()
        .expect("two networks");
    assert!(!without.contains("guessing"), "{without}");
    assert!(with.contains("hardly better than guessing (10.0"), "{with}");
}

#[test]
fn pausing_stops_what_is_computed_unasked_and_playing_begins_at_the_start() {
    let mut lab = with_digits("lab=training&units=10&batch=10&iterations=30&optimizers=sgd");
    assert!(lab.network_scene().is_some());
    for _ in 0..6 {
        lab.work_on_record();
    }
    let recorded = |lab: &Lab| lab.progress().map(|(n_done, _)| n_done);
    let before = recorded(&lab);
    lab.apply(Action::Pause).unwrap();
    lab.finish_record();
    assert_eq!((recorded(&lab), lab.step()), (before, 0));
    lab.apply(Action::Play).unwrap();
    assert_eq!((lab.is_playing(), lab.step()), (true, 0));
    lab.apply(Action::Advance(200.0)).unwrap();
    lab.finish_record();
    assert!(lab.is_playing() && lab.step() > 0);
}
