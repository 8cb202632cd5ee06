//! The lab `regularization` as a reader and a page use it.

use std::rc::Rc;

use descent_widget::experiments::network::scene::{
    Curves, Gap, Measure, Measured, More, Name, NetworkScene, Picture,
};
use descent_widget::experiments::network::{describe as words, picture};
use descent_widget::lab::controls::ControlKind;
use descent_widget::lab::{Action, Lab, Problem};
use descent_widget::language::Language;
use descent_widget::locale::network_messages;
use descent_widget::nn::experiment::{Regularization, overfitting_network, regularization};
use descent_widget::nn::{Init, Record, read_digits};
use descent_widget::registry::full;
use descent_widget::view::{Size, Theme};

use crate::common::{DIGITS, control, finished, with_digits};

fn curves(picture: &Picture) -> &Curves {
    match picture {
        Picture::Curves(curves) => curves,
        other => panic!("{other:?}"),
    }
}

/// The curve of that part of the lane with that number.
fn points(scene: &NetworkScene, part: Measured, is_regularized: bool) -> Vec<(usize, f64)> {
    let both = [&scene.first, &scene.second].map(|picture| &curves(picture).curves);
    let mut all = both.into_iter().flatten();
    let found = all.find(|curve| match &curve.name {
        Name::Regularized(regularizer, this) => {
            *this == part && regularizer.is_none() != is_regularized
        }
        other => panic!("{other:?}"),
    });
    found.unwrap_or_else(|| panic!("{part:?}")).points.clone()
}

pub(crate) fn gaps(scene: &NetworkScene) -> Vec<Gap> {
    let lanes = scene.lanes.iter();
    let gaps = lanes.map(|lane| match lane.more {
        More::Gap(gap) => gap,
        ref other => panic!("{other:?}"),
    });
    gaps.collect()
}

fn choose(lab: &mut Lab, name: &str, text: &str) -> Result<(), Problem> {
    lab.apply(Action::enter(name.to_owned(), text))
}

pub(crate) const SHORT: &str = "lab=regularization&iterations=7";

/// What the experiment itself measures, cut short.
fn measured(mut settings: Regularization, n_iterations: u64) -> Vec<Record> {
    settings.plan.n_iterations = n_iterations;
    let (train, test) = read_digits(DIGITS).unwrap().split_every(5);
    let network = overfitting_network(&train);
    let mut session =
        regularization::<f32>(&settings, &network, Init::He, &train, Rc::new(test), 1);
    session.finish();
    let records = session.lanes().iter().map(|(_, record)| record.clone());
    records.collect()
}

#[track_caller]
fn check_preset(query: &str, settings: Regularization) {
    assert_eq!(
        finished(&format!("{query}&step=0"))
            .0
            .network_extent()
            .unwrap()
            .n_iterations as u64,
        settings.plan.n_iterations,
    );
    let (_, scene) = finished(&format!("{query}&iterations=10"));
    let records = measured(settings, 10);
    assert_eq!(scene.lanes.len(), records.len());
    for (record, is_regularized) in records.iter().zip([false, true]) {
        for (part, value) in [
            (
                Measured::Train,
                record.scores.iter().map(|it| it.train).collect(),
            ),
            (
                Measured::Test,
                record.scores.iter().map(|it| it.test).collect::<Vec<f64>>(),
            ),
        ] {
            let points = points(&scene, part, is_regularized);
            let values: Vec<f64> = points.iter().map(|&(_, value)| value).collect();
            assert_eq!(values, value);
            // The book measures once in three mini-batches.
            assert!(points.iter().map(|&(at, _)| at).eq([1, 4, 7, 10]));
        }
    }
}

#[test]
fn the_labs_own_settings_are_those_of_the_sweep() {
    check_preset("lab=regularization", Regularization::lab());
}

#[test]
fn the_books_overfitting_is_one_network() {
    check_preset(
        "preset=book-overfitting",
        Regularization::book_overfitting(),
    );
    let (_, scene) = finished("preset=book-overfitting&iterations=4");
    assert_eq!(scene.lanes.len(), 1);
    assert_eq!(curves(&scene.second).curves.len(), 1);
    assert_eq!(gaps(&scene)[0].gain, None);
}

#[test]
fn the_books_weight_decay_is_a_preset() {
    let settings = Regularization::book_weight_decay();
    check_preset("preset=book-weight-decay", settings);
}

#[test]
fn the_books_dropout_is_a_preset() {
    check_preset("preset=book-dropout", Regularization::book_dropout());
}

#[test]
fn each_panel_has_the_two_accuracies_of_one_network() {
    let (_, scene) = finished(SHORT);
    for (lane, picture) in [&scene.first, &scene.second].into_iter().enumerate() {
        let panel = curves(picture);
        assert_eq!(
            (panel.measure, panel.lane()),
            (Measure::Accuracy, Some(lane))
        );
        let parts = panel.curves.iter().map(|curve| match curve.name {
            Name::Regularized(regularizer, part) => (regularizer.is_none(), part),
            ref other => panic!("{other:?}"),
        });
        let both = [Measured::Train, Measured::Test].map(|part| (lane == 0, part));
        assert!(parts.eq(both));
        let name = words::name(
            &network_messages(Language::English),
            &scene.lanes[lane].name,
        );
        let panel = words::panel(&scene, picture, &network_messages(Language::English));
        assert!(panel.starts_with(&name), "{panel}");
    }
}

#[test]
fn gap_and_gain_are_differences_of_the_accuracies() {
    let (_, scene) = finished(SHORT);
    let last = |part, is_regularized| points(&scene, part, is_regularized).last().unwrap().1;
    for lane in [false, true] {
        let gap = last(Measured::Train, lane) - last(Measured::Test, lane);
        assert_eq!(gaps(&scene)[usize::from(lane)].gap, gap);
    }
    let gain = last(Measured::Test, true) - last(Measured::Test, false);
    assert_eq!(gaps(&scene)[1].gain, Some(gain));
    // Alone, the network without regularization has its gap as a curve.
    let (_, alone) = finished(&format!("{SHORT}&weight-decay=0"));
    let gap = points(&alone, Measured::Gap, false);
    assert_eq!(curves(&alone.second).measure, Measure::Difference);
    assert_eq!(gap.last().unwrap().1, gaps(&alone)[0].gap);
}

#[test]
fn both_networks_start_from_the_same_weights() {
    // After one update of a thousandth of the rate nothing can be told apart.
    let query = "lab=regularization&iterations=1&optimizers=sgd:lr=0.000001&dropout=0\
                 &weight-decay=0.1";
    let (_, scene) = finished(query);
    let [without, with] = [false, true].map(|lane| points(&scene, Measured::Train, lane));
    assert_eq!(without, with);
}

#[test]
fn a_run_that_is_paused_and_continued_is_the_run_that_was_not() {
    let (_, whole) = finished(SHORT);
    let mut lab = with_digits(&format!("{SHORT}&step=3"));
    lab.finish_record();
    assert_eq!(lab.step(), 3);
    lab.apply(Action::Seek(7)).unwrap();
    lab.finish_record();
    assert_eq!(lab.network_scene().unwrap().csv(), whole.csv());
}

#[test]
fn wrong_labels_are_counted_and_told() {
    let query = format!("{SHORT}&train-size=200&label-noise=0.25");
    let (mut lab, _) = finished(&query);
    let extent = lab.network_extent().unwrap();
    assert_eq!(
        (extent.n_train, extent.n_wrong, extent.n_test),
        (200, 50, 360)
    );
    let told = |lab: &Lab, language| {
        let extent = lab.network_extent().unwrap();
        let said = full::network(lab).unwrap();
        said.terms(&extent, ("SGD", 0.1), &network_messages(language))
    };
    for (language, wrong) in [
        (Language::Korean, "50장은 레이블을"),
        (Language::English, "50 of them with a wrong label"),
        (Language::Japanese, "50枚はラベルを"),
    ] {
        assert!(told(&lab, language).contains(wrong));
    }
    choose(&mut lab, "label-noise", "0").unwrap();
    lab.finish_record();
    assert!(!told(&lab, Language::English).contains("wrong"));
}

#[test]
fn every_network_has_a_sentence_with_its_gap() {
    let (_, scene) = finished("lab=regularization&iterations=4&weight-decay=0.01&dropout=0.2");
    let [without, with] = words::summaries(&scene, &network_messages(Language::English))
        .try_into()
        .unwrap();
    for part in ["No regularization: training accuracy ", "a gap of "] {
        assert!(without.contains(part), "{without}");
    }
    assert!(
        with.starts_with("Weight decay λ = 0.01 and dropout 0.2: "),
        "{with}"
    );
    assert!(
        with.contains("than without regularization") || with.contains("the same"),
        "{with}"
    );
    let said = words::announcement(&scene, &network_messages(Language::English));
    assert!(
        said.contains("a gap of") && said.starts_with("Iteration 4."),
        "{said}"
    );
    for language in [Language::Korean, Language::Japanese] {
        let sentences = words::summaries(&scene, &network_messages(language));
        assert!(sentences[1].contains("0.01") && sentences[1].contains("0.2"));
        let description = words::description(&scene, &scene.second, &network_messages(language));
        let points = ["%p", "ポイント"].iter().any(|it| description.contains(it));
        assert!(points, "{description}");
    }
}

#[test]
fn a_loss_of_test_accuracy_is_not_told_as_a_gain() {
    let (_, scene) = finished("preset=book-weight-decay&seed=1");
    let gap = gaps(&scene);
    let gain = gap[1].gain.unwrap();
    assert!(gap[1].gap < gap[0].gap && gain < 0.0, "{gap:?}");
    let sentences = words::summaries(&scene, &network_messages(Language::English));
    assert!(
        sentences[1].contains("percentage points lower than without"),
        "{sentences:?}"
    );
    let description =
        words::description(&scene, &scene.second, &network_messages(Language::English));
    assert!(
        description.contains("percentage points lower than without"),
        "{description}"
    );
}

#[test]
fn sliders_have_what_is_set_and_take_what_is_typed() {
    let mut lab = with_digits(SHORT);
    lab.finish_record();
    for (id, text, query) in [
        ("weight-decay", "0.02", "weight-decay=0.02"),
        ("dropout", "0.3", "dropout=0.3"),
        ("train-size", "120", "train-size=120"),
        ("label-noise", "0.1", "label-noise=0.1"),
    ] {
        choose(&mut lab, id, text).unwrap();
        lab.finish_record();
        assert!(lab.query().contains(query), "{}", lab.query());
        let control = control(&mut lab, id);
        let ControlKind::Slider { slider, value, .. } = control.kind else {
            panic!("{control:?}");
        };
        assert_eq!(value, text.parse::<f64>().unwrap());
        // The position stands for the very number.
        assert_eq!(slider.value(slider.position(value)), value);
    }
    assert!(choose(&mut lab, "dropout", "1").is_err());
    assert!(choose(&mut lab, "train-size", "12.5").is_err());
    assert_eq!(
        lab.controls()
            .iter()
            .filter(|it| it.attribute == "optimizers")
            .count(),
        2,
        "a rule and its rate"
    );
}

#[test]
fn more_pictures_than_there_are_are_all() {
    let (mut lab, _) = finished("lab=regularization&iterations=1&train-size=60000");
    assert_eq!(lab.network_extent().unwrap().n_train, 1437);
    let control = control(&mut lab, "train-size");
    let ControlKind::Slider { slider, .. } = control.kind else {
        panic!("{control:?}");
    };
    assert_eq!(slider.value(slider.last()), 1437.0);
    assert_eq!(slider.value(slider.last() - 1), 1430.0);
}

#[test]
fn what_is_locked_stays() {
    let mut lab = with_digits(&format!("{SHORT}&lock=dropout"));
    lab.finish_record();
    assert_eq!(choose(&mut lab, "dropout", "0.5"), Err(Problem::Locked));
    assert_eq!(lab.settings().network().dropout, None);
}

#[test]
fn long_runs_are_measured_after_every_fifth_epoch_of_the_book_and_at_its_end() {
    let mut lab = with_digits("preset=book-overfitting&step=40");
    lab.finish_record();
    let scene = lab.network_scene().unwrap();
    let at = points(&scene, Measured::Test, false).into_iter();
    assert!(at.map(|(at, _)| at).eq([1, 16, 31]));
    // 601 and 901 are the last measurements of the book's.
    assert!([601, 901].iter().all(|last| (last - 1) % 15 == 0));
}

#[test]
fn the_csv_names_the_network_and_the_part() {
    let (_, scene) = finished("lab=regularization&iterations=1&weight-decay=0.01&dropout=0.2");
    let csv = scene.csv();
    for line in [
        "\naccuracy,training without regularization,1,",
        "\naccuracy,test with weight decay 0.01 and dropout 0.2,1,",
        "\naccuracy,test without regularization,1,",
        "\naccuracy,training with weight decay 0.01 and dropout 0.2,1,",
    ] {
        assert!(csv.contains(line), "{csv}");
    }
    assert!(
        csv.lines().all(|line| line.split(',').count() == 4),
        "{csv}"
    );
}

#[test]
fn curves_are_told_apart_without_colors() {
    let (lab, scene) = finished(SHORT);
    let palette = Theme::Light.palette();
    for picture in [&scene.first, &scene.second] {
        let looks = curves(picture).curves.iter();
        let looks: Vec<_> = looks
            .map(|curve| {
                let look = picture::style(curve.look, palette);
                (look.dash, look.marker, look.hollow)
            })
            .collect();
        for (index, look) in looks.iter().enumerate() {
            assert!(!looks[..index].contains(look), "{looks:?}");
        }
    }
    // The sentence of a network has its swatch.
    for lane in &scene.lanes {
        assert_eq!(lab.network_look(&lane.control), Some(lane.look));
    }
}

#[test]
fn a_place_of_both_panels_stands_for_a_step() {
    let (_, scene) = finished("lab=regularization&iterations=60");
    let size = Size::new(420.0, 340.0);
    let words = &network_messages(Language::English);
    for picture in [&scene.first, &scene.second] {
        let step = picture::step_at(&scene, picture, words, size, (150.0, 170.0)).unwrap();
        assert!((10..50).contains(&step), "{step}");
    }
}
