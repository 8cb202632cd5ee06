//! The labs `weight-init` and `batch-norm` as a reader and a page use them.

use descent_widget::experiments::network::describe as words;
use descent_widget::experiments::network::picture;
use descent_widget::experiments::network::picture::init_at;
use descent_widget::experiments::network::scene::{
    Activation, More, Name, NetworkLane, NetworkScene, Picture, Spread, Wins,
};
use descent_widget::lab::controls::ControlKind;
use descent_widget::lab::{Action, Lab, Problem};
use descent_widget::language::Language;
use descent_widget::locale::network_messages;
use descent_widget::registry::full;
use descent_widget::view::Size;

use crate::common::{control, finished, with_digits};

fn choose(lab: &mut Lab, name: &str, value: &str) -> Result<(), Problem> {
    lab.apply(Action::choose(name.to_owned(), value))
}

fn names(scene: &NetworkScene) -> Vec<Name> {
    scene.lanes.iter().map(|lane| lane.name.clone()).collect()
}

fn activation(scene: &NetworkScene) -> Activation {
    match &scene.first {
        Picture::Histograms(histograms) => histograms.activation,
        other => panic!("{other:?}"),
    }
}

pub(crate) fn spread(lane: &NetworkLane) -> &Spread {
    match &lane.more {
        More::Spread(spread) => spread,
        other => panic!("{other:?}"),
    }
}

fn trained(scene: &NetworkScene) -> Vec<Name> {
    match &scene.second {
        Picture::Curves(curves) => {
            let names = curves.curves.iter().map(|curve| curve.name.clone());
            names.collect()
        }
        other => panic!("{other:?}"),
    }
}

const SHORT: &str = "lab=weight-init&iterations=5";

#[test]
fn the_books_four_are_compared_by_activations_and_trained() {
    let (_, scene) = finished(SHORT);
    let four = [
        Name::Deviation(1.0),
        Name::Deviation(0.01),
        Name::Xavier,
        Name::He,
    ];
    assert_eq!(names(&scene), four);
    assert_eq!(trained(&scene), four);
    assert_eq!(activation(&scene), Activation::Sigmoid);
    for lane in &scene.lanes {
        let layers = &spread(lane).layers;
        assert_eq!(layers.len(), 5);
        for layer in layers {
            let counted = layer.counts.iter().sum::<u32>() + layer.n_below + layer.n_above;
            assert_eq!(counted, 100_000);
        }
    }
}

#[test]
fn the_same_color_is_the_same_initial_weights_in_both_panels() {
    let (lab, scene) = finished(&format!("{SHORT}&init=0.2 he 0.3"));
    let (Picture::Histograms(first), Picture::Curves(second)) = (&scene.first, &scene.second)
    else {
        panic!("{scene:?}");
    };
    for ((row, curve), lane) in first.rows.iter().zip(&second.curves).zip(&scene.lanes) {
        assert_eq!((&row.name, row.look), (&curve.name, curve.look));
        assert_eq!(lab.network_look(&lane.control), Some(row.look));
    }
    let looks: Vec<_> = first.rows.iter().map(|row| row.look).collect();
    assert!(looks[0] != looks[1] && looks[1] != looks[2] && looks[0] != looks[2]);
}

#[test]
fn an_activation_function_is_for_both_panels_and_the_control_says_so() {
    let (mut lab, scene) = finished(SHORT);
    let words = &network_messages(Language::English);
    let told = |lab: &Lab| {
        let said = full::network(lab).unwrap();
        said.hint("activation", lab.settings(), words).unwrap()
    };
    assert_eq!(told(&lab), "The histograms use sigmoid, the training ReLU.");
    let loss = scene.lanes[3].loss;
    choose(&mut lab, "activation", "tanh").unwrap();
    lab.finish_record();
    let scene = lab.network_scene().unwrap();
    assert_eq!(activation(&scene), Activation::Tanh);
    assert_ne!(scene.lanes[3].loss, loss);
    assert_eq!(told(&lab), "The histograms use tanh, the training tanh.");
    choose(&mut lab, "activation", "").unwrap();
    assert!(!lab.query().contains("activation"), "{}", lab.query());
}

#[test]
fn checkboxes_choose_up_to_four_and_at_least_one() {
    let mut lab = with_digits(&format!("{SHORT}&init=0.05 he"));
    lab.finish_record();
    let row = |index| format!("init.{index}");
    // The book's four are offered, and the one that was set besides.
    assert_eq!(lab.offered_init(4), Some(Name::Deviation(0.05)));
    assert_eq!(lab.offered_init(5), None);
    choose(&mut lab, &row(2), "true").unwrap();
    assert_eq!(lab.settings().network().inits.as_ref().unwrap().len(), 3);
    choose(&mut lab, &row(0), "true").unwrap();
    choose(&mut lab, &row(1), "true").unwrap();
    let n = lab.settings().network().inits.as_ref().unwrap().len();
    assert_eq!(n, 4, "a fifth is not taken");
    for index in [4, 3, 2, 0, 1] {
        choose(&mut lab, &row(index), "false").unwrap();
    }
    assert_eq!(lab.settings().network().inits.as_ref().unwrap().len(), 1);
    let control = control(&mut lab, &row(0));
    let ControlKind::Checkbox { is_on, is_locked } = control.kind else {
        panic!("{control:?}");
    };
    assert!(is_on && is_locked);
}

#[test]
fn the_first_rule_trains_and_another_one_can_be_chosen() {
    let (mut lab, scene) = finished(SHORT);
    let sgd = scene.lanes[3].loss.unwrap();
    choose(&mut lab, "rule", "adam").unwrap();
    lab.finish_record();
    let adam = lab.network_scene().unwrap().lanes[3].loss.unwrap();
    assert!(adam < sgd, "{adam} {sgd}");
    assert_eq!(
        finished("lab=weight-init&iterations=5&optimizers=adam sgd")
            .1
            .lanes[3]
            .loss,
        Some(adam)
    );
}

#[test]
fn what_lies_outside_of_the_bars_is_said() {
    let (_, scene) = finished(&format!("{SHORT}&activation=relu"));
    for language in [Language::Korean, Language::English, Language::Japanese] {
        let words = &network_messages(language);
        let outside = ["그래프 범위 밖", "outside the plotted range", "棒の範囲外"];
        let is_said = |text: &String| outside.iter().any(|word| text.contains(word));
        let sentences = words::summaries(&scene, words);
        assert!(is_said(&sentences[3]), "{sentences:?}");
        assert!(!is_said(&sentences[1]), "{sentences:?}");
        assert!(is_said(&words::description(&scene, &scene.first, words)));
    }
    let csv = scene.csv();
    assert!(csv.contains("layer 5 above the bars,He,,"), "{csv}");
    assert!(csv.contains("loss,Xavier,5,"), "{csv}");
}

#[test]
fn a_run_that_is_paused_and_continued_is_the_run_that_was_not() {
    let (_, whole) = finished("lab=batch-norm&iterations=21");
    let mut lab = with_digits("lab=batch-norm&iterations=21&step=7");
    lab.finish_record();
    assert_eq!(lab.step(), 7);
    lab.apply(Action::Seek(21)).unwrap();
    lab.finish_record();
    assert_eq!(lab.network_scene().unwrap().csv(), whole.csv());
}

fn wins(scene: &NetworkScene) -> [Wins; 2] {
    [0, 1].map(|lane: usize| match scene.lanes[lane].more {
        More::Wins(wins) => wins,
        _ => panic!("{scene:?}"),
    })
}

#[test]
fn the_chosen_scale_is_computed_first_and_choosing_another_one_loses_nothing() {
    let mut lab = with_digits("lab=batch-norm&iterations=11");
    while lab.progress().is_none_or(|(done, all)| done < all) {
        assert!(lab.work_on_record());
    }
    let scene = lab.network_scene().unwrap();
    assert_eq!(wins(&scene)[0].n_of, 1);
    lab.finish_record();
    let scene = lab.network_scene().unwrap();
    assert_eq!(wins(&scene)[0].n_of, 16);
    choose(&mut lab, "init", "0.00117").unwrap();
    assert!(!lab.work_on_record(), "all is there");
    let scene = lab.network_scene().unwrap();
    let Picture::Grid(grid) = &scene.second else {
        panic!("{scene:?}");
    };
    let chosen = grid.cells.iter().position(|cell| cell.name == grid.chosen);
    assert_eq!(chosen, Some(11));
}

#[test]
fn a_cell_of_the_grid_can_be_picked_unless_it_is_locked() {
    let (mut lab, scene) = finished("lab=batch-norm&iterations=1");
    let size = Size::new(400.0, 320.0);
    assert_eq!(init_at(&scene.second, size, (60.0, 60.0)), Some("1"));
    assert_eq!(init_at(&scene.second, size, (360.0, 280.0)), Some("0.0001"));
    assert_eq!(init_at(&scene.second, size, (60.0, 5.0)), None);
    assert_eq!(init_at(&scene.first, size, (60.0, 60.0)), None);
    let words = &network_messages(Language::Korean);
    let step = picture::step_at(&scene, &scene.second, words, size, (60.0, 60.0));
    assert_eq!(step, None);
    lab.apply(Action::Set {
        attribute: "lock".to_owned(),
        text: Some("init".to_owned()),
    })
    .unwrap();
    assert_eq!(choose(&mut lab, "init", "1"), Err(Problem::Locked));
    assert_eq!(lab.settings().network().inits, None);
}

#[test]
fn a_scale_beside_the_grid_is_looked_at_alone() {
    let (mut lab, scene) = finished("lab=batch-norm&iterations=11&init=he");
    let Picture::Grid(grid) = &scene.second else {
        panic!("{scene:?}");
    };
    assert!(grid.chosen == Name::He && scene.lanes[0].train.is_some());
    assert_eq!(wins(&scene)[0].n_of, 16);
    let control = control(&mut lab, "init");
    let ControlKind::Select { value, options } = control.kind else {
        panic!("{control:?}");
    };
    assert_eq!((value.as_str(), options.len()), ("he", 17));
    assert_eq!(options[..5], ["1", "0.541", "0.293", "0.158", "0.0858"]);
}

#[test]
fn a_place_of_the_losses_stands_for_a_step() {
    let (_, scene) = finished("lab=weight-init&iterations=60");
    let size = Size::new(304.0, 340.0);
    let words = &network_messages(Language::English);
    let step = picture::step_at(&scene, &scene.second, words, size, (122.0, 170.0));
    assert!((10..40).contains(&step.unwrap()), "{step:?}");
    let step = picture::step_at(&scene, &scene.first, words, size, (122.0, 170.0));
    assert_eq!(step, None);
}

/// Trains 32 networks to their end.
mod long {
    use super::*;

    #[test]
    fn the_plain_network_wins_at_a_scale_of_0_293() {
        let (_, scene) = finished("lab=batch-norm&init=0.293");
        let [with, without] = wins(&scene);
        assert!(without.is_here && !with.is_here);
        assert!(
            with.n >= 14 && with.n + without.n <= 16,
            "{with:?} {without:?}"
        );
        let sentences = words::summaries(&scene, &network_messages(Language::English));
        assert!(
            sentences[1].contains("higher at σ = 0.293"),
            "{sentences:?}"
        );
        let count = format!("higher at {} of the 16 scales computed so far", with.n);
        assert!(sentences[0].contains(&count), "{sentences:?}");
    }
}
