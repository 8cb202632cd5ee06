//! What a lab on networks shows at a glance: its title and its question, where its axes end, what it
//! has not computed yet, and the run before the last change.

use descent_widget::experiments::network::describe as words;
use descent_widget::experiments::network::scene::{NetworkScene, Picture};
use descent_widget::lab::{Action, Lab};
use descent_widget::language::Language;
use descent_widget::locale::network_messages;
use descent_widget::registry::full;
use descent_widget::view::{Size, Theme, text};

use crate::common::{finished, picture, with_digits};

#[test]
fn every_lab_shows_its_title_and_its_question_in_every_language() {
    let narrow = 320.0;
    for lab in [
        "training&iterations=2",
        "weight-init&iterations=2",
        "batch-norm&iterations=2",
        "regularization&iterations=2",
        "search&iterations=2&trials=2&units=10",
    ] {
        let (mut lab, _) = finished(&format!("lab={lab}&batch=10"));
        for language in Language::ALL.iter().copied() {
            let experiment = full::network(&lab).expect("a lab on networks");
            let words = network_messages(language);
            let (title, question) = (experiment.title(&words), experiment.question(&words));
            let svg = picture(&mut lab, language, Theme::Light, Size::new(narrow, 480.0));
            // The title is bold.
            for (line, width) in [
                (title, text::width(title, 12.0) * 1.15),
                (question, text::width(question, 11.0)),
            ] {
                assert!(svg.contains(&format!(">{line}</text>")), "{line}");
                assert!(width < narrow, "{line}");
            }
        }
    }
}

#[test]
fn a_low_picture_keeps_its_room_for_the_curves() {
    let (mut lab, _) = finished("lab=training&iterations=2&batch=10");
    let svg = picture(
        &mut lab,
        Language::English,
        Theme::Light,
        Size::new(700.0, 150.0),
    );
    assert!(!svg.contains("learns fastest?</text>"));
}

const SMALL: &str = "lab=training&batch=10&optimizers=sgd:lr=0.1";

fn english(lab: &mut Lab, size: Size) -> String {
    picture(lab, Language::English, Theme::Light, size)
}

fn type_rate(lab: &mut Lab, rate: &str) {
    lab.apply(Action::enter("lane.0.lr", rate)).unwrap();
}

fn scene(lab: &mut Lab) -> std::rc::Rc<NetworkScene> {
    lab.network_scene().expect("data")
}

#[test]
fn the_axis_grows_with_the_run_by_leaps_up_to_its_end() {
    let mut lab = with_digits(&format!("{SMALL}&iterations=130"));
    for (step, end) in [
        (3, 20),
        (21, 50),
        (50, 50),
        (51, 100),
        (101, 130),
        (130, 130),
    ] {
        lab.apply(Action::Seek(step)).unwrap();
        lab.finish_record();
        assert_eq!(scene(&mut lab).axis_end(), end, "{step}");
    }
}

#[test]
fn an_accuracy_axis_is_near_one_where_all_is_and_names_what_is_below() {
    let (mut lab, _) =
        finished("lab=training&iterations=310&batch=20&units=30&optimizers=sgd:lr=0.05");
    let svg = english(&mut lab, Size::new(800.0, 400.0));
    assert!(svg.contains(">0.8</text>"), "{svg}");
    assert!(!svg.contains(">0.4</text>"), "{svg}");
    assert!(svg.contains(">below the axis: SGD</text>"), "{svg}");
}

#[test]
fn what_no_network_has_been_measured_for_says_so() {
    let mut lab = with_digits(&format!("{SMALL}&iterations=130&step=30"));
    lab.finish_record();
    let svg = english(&mut lab, Size::new(800.0, 400.0));
    // The loss has been measured, the test data not.
    assert_eq!(svg.matches(">not measured yet</text>").count(), 1, "{svg}");
    assert!(svg.contains(">test accuracy · 23% done</text>"), "{svg}");
}

#[test]
fn the_mini_batch_of_the_shown_step_is_seen_and_said() {
    let mut lab = with_digits(&format!("{SMALL}&iterations=12&step=7"));
    lab.finish_record();
    let shown = scene(&mut lab);
    let digits = shown.digits.clone().expect("a mini-batch");
    let sheet = lab.mini_batch().expect("the same");
    let pairs = |it: &(u8, Option<u8>)| (it.0, it.1.expect("a guess"));
    let seen: Vec<_> = digits
        .pictures
        .iter()
        .map(|it| (it.label, it.guess))
        .collect();
    let seen: Vec<_> = seen.iter().map(pairs).collect();
    let kept: Vec<_> = sheet
        .guesses
        .iter()
        .map(|it| (it.label, it.guess))
        .collect();
    assert_eq!(seen, kept);
    assert_eq!(digits.n_right, Some(10 - sheet.n_wrong()));
    let said = format!(
        "Iteration 7, SGD: {} of 10 in the mini-batch correct",
        10 - sheet.n_wrong()
    );
    let words = &network_messages(Language::English);
    assert!(words::description(&shown, &shown.first, words).contains(&said));
    for width in [320.0, 700.0] {
        let svg = english(&mut lab, Size::new(width, 500.0));
        assert!(svg.contains(&format!(">{said}</text>")), "{svg}");
        let marked = svg.matches('→').count();
        let wrong = seen.iter().filter(|(label, guess)| label != guess);
        assert!((1..=wrong.count()).contains(&marked), "{marked} at {width}");
    }
}

#[test]
fn before_the_first_iteration_the_mini_batch_has_no_predictions() {
    let (mut lab, _) = finished(&format!("{SMALL}&iterations=2"));
    lab.apply(Action::Reset).unwrap();
    let digits = scene(&mut lab)
        .digits
        .clone()
        .expect("the first mini-batch");
    assert_eq!(
        (digits.n, digits.n_right, digits.pictures.len()),
        (10, None, 10)
    );
    assert!(digits.pictures.iter().all(|it| it.guess.is_none()));
    let svg = english(&mut lab, Size::new(700.0, 300.0));
    assert!(svg.contains(">First mini-batch (10 images): no predictions yet</text>"));
}

#[test]
fn while_a_record_grows_the_mini_batch_is_the_last_one_recorded() {
    let mut lab = with_digits(&format!("{SMALL}&iterations=40"));
    while lab.progress().is_none_or(|(n_done, _)| n_done < 9) {
        lab.work_on_record();
    }
    let shown = scene(&mut lab);
    let digits = shown.digits.as_ref().expect("a mini-batch");
    assert_eq!((shown.shown, shown.n_done, digits.iteration), (0, 9, 9));
    assert!(digits.n_right.is_some());
}

#[test]
fn the_run_before_stays_in_gray_until_the_new_one_has_come_as_far() {
    let (mut lab, before) = finished(&format!("{SMALL}&iterations=30"));
    type_rate(&mut lab, "0.5");
    let link = lab.query();
    // A slider that is dragged begins many runs, none of which comes far.
    for rate in ["0.6", "0.7"] {
        lab.work_on_record();
        type_rate(&mut lab, rate);
    }
    let now = scene(&mut lab);
    let previous = now.previous.as_ref().expect("the first run");
    assert_eq!((now.n_done, previous.n_done, now.axis_end()), (0, 30, 30));
    for (kept, was) in [
        (&previous.first, &before.first),
        (&previous.second, &before.second),
    ] {
        let (Picture::Curves(kept), Picture::Curves(was)) = (kept, was) else {
            panic!("curves");
        };
        assert_eq!(kept.curves[0].points, was.curves[0].points);
    }
    let svg = english(&mut lab, Size::new(800.0, 300.0));
    assert!(svg.contains("· gray: previous settings"), "{svg}");
    let words = &network_messages(Language::English);
    assert!(words::description(&now, &now.first, words).contains("gray: previous settings"));
    lab.finish_record();
    assert!(scene(&mut lab).previous.is_none());
    let after = english(&mut lab, Size::new(800.0, 300.0));
    assert!(!after.contains("gray: previous"), "{after}");
    // No link knows of it.
    let (mut fresh, _) = finished(&link);
    type_rate(&mut fresh, "0.7");
    assert_eq!(fresh.query(), lab.query());
}

#[test]
fn the_trials_of_the_search_before_stay_in_gray() {
    let (mut lab, before) = finished("lab=search&units=10&iterations=9&trials=6");
    lab.apply(Action::choose("sampling", "uniform")).unwrap();
    let now = scene(&mut lab);
    let kept = now.trials_before().expect("the first search");
    let Picture::Trials(was) = &before.first else {
        panic!("trials");
    };
    assert_eq!(kept.all, was.all);
    let svg = english(&mut lab, Size::new(800.0, 400.0));
    assert!(svg.contains("· gray: previous settings"), "{svg}");
    lab.finish_record();
    assert!(scene(&mut lab).trials_before().is_none());
}

#[test]
fn another_experiment_has_no_run_before() {
    let (mut lab, _) = finished(&format!("{SMALL}&iterations=8"));
    lab.set_query("lab=regularization&iterations=8&batch=10&train-size=20");
    assert!(scene(&mut lab).previous.is_none());
}

#[test]
fn the_row_of_a_network_says_its_loss_and_how_it_stands() {
    let query = "lab=training&batch=20&iterations=16&optimizers=momentum:lr=10 sgd";
    let mut lab = with_digits(query);
    let words = &network_messages(Language::English);
    let states = |lab: &mut Lab, step: usize| -> Vec<[String; 3]> {
        lab.apply(Action::Seek(step)).unwrap();
        lab.finish_record();
        let states = words::states(&scene(lab), words).into_iter();
        let parts = states.map(|it| it.expect("a row"));
        parts
            .map(|it| [it.loss, it.ending.to_owned(), it.text])
            .collect()
    };
    let after_one = states(&mut lab, 1);
    assert_eq!(after_one[1][1..], ["training", "training"]);
    assert!(after_one[1][0].starts_with("loss "), "{after_one:?}");
    let at_end = states(&mut lab, 16);
    let diverged = scene(&mut lab).lanes[0].diverged.expect("it diverges");
    assert_eq!(
        at_end[0],
        [
            String::new(),
            "diverged".to_owned(),
            format!("diverged {diverged}")
        ]
    );
    assert_eq!(at_end[1][1..], ["done", "done"]);
    // Where no row stands for a network its sentence says it.
    let (_, other) = finished("lab=batch-norm&iterations=2&batch=10");
    assert_eq!(words::states(&other, words), [None, None]);
}

#[test]
fn cells_that_are_not_computed_yet_say_so() {
    let mut lab = with_digits("lab=batch-norm&iterations=4&batch=10");
    let words = &network_messages(Language::English);
    let before = scene(&mut lab);
    assert!(words::description(&before, &before.second, words).ends_with("16 waiting."));
    let svg = english(&mut lab, Size::new(320.0, 460.0));
    assert_eq!(svg.matches(">waiting</text>").count(), 16, "{svg}");
    lab.finish_record();
    let svg = english(&mut lab, Size::new(320.0, 460.0));
    assert!(!svg.contains("waiting"), "{svg}");
    // In a low panel all rows share the numbers of their axis.
    let svg = english(&mut lab, Size::new(320.0, 400.0));
    let grid = svg.rsplit("training accuracy").next().unwrap();
    assert_eq!(grid.matches(">1</text>").count(), 1, "{grid}");
}
