//! The slider of the lab `weight-init`, and what is wrong with activations by its numbers.

use descent_widget::experiments::network::describe as words;
use descent_widget::experiments::network::scene::{Name, NetworkScene, SpreadProblem};
use descent_widget::lab::controls::ControlKind;
use descent_widget::lab::{Action, Lab};
use descent_widget::language::Language;
use descent_widget::locale::network_messages;
use descent_widget::nn::experiment::{Histogram, LayerActivations};
use descent_widget::nn::{Activation, Init};

use crate::common::{control, finished, with_digits};
use crate::initial_weights::spread;

const SHORT: &str = "lab=weight-init&iterations=5";

fn slider(lab: &mut Lab) -> f64 {
    match control(lab, "init.std").kind {
        ControlKind::Slider { value, slider, .. } => {
            // The position stands for the very number.
            assert_eq!(slider.value(slider.position(value)), value);
            value
        }
        other => panic!("{other:?}"),
    }
}

fn set(lab: &mut Lab, deviation: &str) {
    lab.apply(Action::enter("init.std", deviation)).unwrap();
}

#[test]
fn a_slider_moves_the_first_deviation_and_one_is_the_books() {
    let mut lab = with_digits(SHORT);
    lab.finish_record();
    assert_eq!(slider(&mut lab), 1.0);
    set(&mut lab, "0.3");
    assert_eq!(slider(&mut lab), 0.3);
    assert_eq!(
        lab.query(),
        format!("{SHORT}&init=0.3%200.01%20xavier%20he")
    );
    // Through that of another row and beyond it.
    set(&mut lab, "0.01");
    set(&mut lab, "0.005");
    assert_eq!(
        lab.query(),
        format!("{SHORT}&init=0.005%200.01%20xavier%20he")
    );
    set(&mut lab, "1");
    assert_eq!(lab.query(), SHORT);
    let has_slider = |query: &str| {
        let mut lab = with_digits(query);
        lab.controls().iter().any(|it| it.name == "init.std")
    };
    assert!(has_slider(&format!("{SHORT}&init=he 0.2")));
    assert!(!has_slider(&format!("{SHORT}&init=he xavier")));
}

fn losses(scene: &NetworkScene) -> String {
    let csv = scene.csv();
    let lines = csv.lines().filter(|line| line.starts_with("loss,"));
    lines
        .filter(|line| !line.contains("std 0.2,"))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn what_the_slider_leaves_alone_keeps_its_numbers() {
    let (mut lab, scene) = finished(&format!("{SHORT}&init=0.2 xavier he"));
    let (before, n_done) = (losses(&scene), scene.n_done);
    set(&mut lab, "0.4");
    assert_eq!(lab.network_scene().unwrap().n_done, 0);
    // Five layers, then the network of the new deviation alone.
    let mut n_pieces = 0;
    while lab.work_on_record() {
        n_pieces += 1;
    }
    let scene = lab.network_scene().unwrap();
    assert_eq!(scene.n_done, n_done);
    assert_eq!(scene.lanes[0].name, Name::Deviation(0.4));
    assert!(losses(&scene).ends_with(&before), "{n_pieces}");
    // It is the record that the link of now has.
    let (_, anew) = finished(&format!("{SHORT}&init=0.4 xavier he"));
    assert_eq!(scene.csv(), anew.csv());
}

fn layers(activation: Activation, init: Init) -> LayerActivations {
    let mut layers = LayerActivations::new(activation, init, 1);
    while layers.work() {}
    layers
}

#[test]
fn problems_are_named_where_the_book_sees_them() {
    use Activation::{Relu, Sigmoid, Tanh};
    for (activation, init, expect) in [
        (Sigmoid, Init::Fixed(1.0), "vanishing"),
        (Tanh, Init::Fixed(1.0), "vanishing"),
        (Relu, Init::Fixed(1.0), "exploding"),
        (Sigmoid, Init::Fixed(0.01), "alike"),
        (Tanh, Init::Fixed(0.01), "alike"),
        (Relu, Init::Fixed(0.01), "alike"),
        (Sigmoid, Init::Xavier, ""),
        (Tanh, Init::Xavier, ""),
        (Relu, Init::He, ""),
    ] {
        let found = match layers(activation, init).problem() {
            Some(SpreadProblem::Vanishing { .. }) => "vanishing",
            Some(SpreadProblem::Alike(_)) => "alike",
            Some(SpreadProblem::Exploding(_)) => "exploding",
            None => "",
        };
        assert_eq!(found, expect, "{activation:?} {init:?}");
    }
}

#[test]
fn slopes_are_those_of_the_activation_function() {
    // At 1/2 the sigmoid has its largest slope, a quarter; near 0 and 1 it is flat.
    let narrow = layers(Activation::Sigmoid, Init::Fixed(0.01));
    let last: &Histogram = &narrow.histograms()[4];
    assert!(
        (last.slope - 0.25).abs() < 1e-3 && last.flat == 0.0,
        "{last:?}"
    );
    let wide = layers(Activation::Sigmoid, Init::Fixed(1.0));
    let last = &wide.histograms()[4];
    // The mean of y (1 − y) is what the mean and the variance of y leave.
    let slope = last.mean - last.mean * last.mean - last.deviation * last.deviation;
    assert!((last.slope - slope).abs() < 1e-6, "{last:?}");
    // Bars that lie wholly within the flat ends hold no more than is flat.
    let ends = f64::from(last.counts[0] + last.counts[29]) / 100_000.0;
    assert!(last.flat > 0.5 && last.flat < ends, "{} {ends}", last.flat);
}

#[test]
fn problems_and_activation_functions_are_told_in_every_language() {
    let (_, scene) = finished(SHORT);
    for (language, vanishing, alike) in [
        (Language::Korean, "기울기 소실: 5층", "표현력 제한: 5층"),
        (
            Language::English,
            "vanishing gradient: at ",
            "limited expressiveness: ",
        ),
        (Language::Japanese, "勾配消失：5層", "表現力の制限：5層"),
    ] {
        let messages = &network_messages(language);
        let said = words::summaries(&scene, messages);
        assert!(said[0].contains(vanishing), "{said:?}");
        assert!(said[1].contains(alike), "{said:?}");
        let panels = [&scene.first, &scene.second];
        let [first, second] = panels.map(|picture| words::panel(&scene, picture, messages));
        let [sigmoid, relu] = [Activation::Sigmoid, Activation::Relu];
        assert!(
            first.contains(words::activation(messages, sigmoid)),
            "{first}"
        );
        assert!(
            second.contains(words::activation(messages, relu)),
            "{second}"
        );
    }
}

#[test]
fn a_network_that_has_learned_nothing_is_told_at_its_end() {
    // Initial weights of 0.01 leave the loss at that of guessing.
    let (mut lab, scene) = finished("lab=weight-init&iterations=12&init=0.01 he&optimizers=adam");
    let guessing = spread(&scene.lanes[0]).guessing;
    assert_eq!(guessing, Some(10.0_f64.ln()));
    assert_eq!(spread(&scene.lanes[1]).guessing, None);
    let said = words::summaries(&scene, &network_messages(Language::English));
    assert!(
        said[0].contains("nothing learned") && said[0].contains("2.303"),
        "{said:?}"
    );
    lab.apply(Action::Seek(6)).unwrap();
    let early = lab.network_scene().unwrap();
    assert_eq!(spread(&early.lanes[0]).guessing, None);
}
