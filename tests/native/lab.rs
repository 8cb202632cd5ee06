//! The lab through its only door, the actions.

use descent_widget::experiments::race::choices::SurfaceName;
use descent_widget::experiments::race::model::RaceAction;
use descent_widget::lab::controls::ControlKind;
use descent_widget::lab::settings::{Choice, Controls, LossScale, Theme};
use descent_widget::lab::{Action, Lab, Problem};
use descent_widget::math::Point;
use descent_widget::optim::{Key, Rule};
use descent_widget::registry::SETTINGS;

use crate::common::from_query;

fn set(lab: &mut Lab, attribute: &str, text: &str) -> Option<String> {
    let (attribute, text) = (attribute.to_owned(), Some(text.to_owned()));
    match lab.apply(Action::Set { attribute, text }) {
        Err(Problem::Attributes(warnings)) => Some(warnings[0].to_string()),
        Err(other) => panic!("{other:?}"),
        Ok(()) => None,
    }
}

#[track_caller]
fn act(lab: &mut Lab, action: Action) {
    assert_eq!(lab.apply(action), Ok(()));
}

#[test]
fn a_new_lab_is_the_books_figure() {
    let mut lab = Lab::new();
    let scene = lab.scene();
    let names: Vec<&str> = scene.lanes.iter().map(|lane| lane.name.as_str()).collect();
    assert_eq!(names, ["SGD", "Momentum", "AdaGrad", "Adam"]);
    let rates: Vec<f64> = scene
        .lanes
        .iter()
        .map(|lane| lane.hyperparameters.value(Key::Lr))
        .collect();
    assert_eq!(rates, [0.95, 0.1, 1.5, 0.3]);
    assert_eq!(scene.start, Point::new(-7.0, 2.0));
    assert_eq!((scene.steps, scene.playhead), (30, 30));
    assert_eq!(lab.query(), "");
}

#[test]
fn a_link_gives_the_same_state_as_the_attributes() {
    let linked = from_query("?lab=race&optimizers=sgd:lr=0.95%20momentum:lr=0.1&start=1+2&steps=7");
    let mut attributed = Lab::new();
    assert_eq!(
        set(&mut attributed, "optimizers", "sgd:lr=0.95 momentum:lr=0.1"),
        None
    );
    assert_eq!(set(&mut attributed, "start", "1 2"), None);
    assert_eq!(set(&mut attributed, "steps", "7"), None);
    assert_eq!(linked.settings(), attributed.settings());
}

#[test]
fn every_state_survives_its_own_link() {
    for query in [
        "surface=rosenbrock",
        "surface=rosenbrock&start=-7 2",
        "surface=formula&formula=sin(3x)%2By^2&steps=10000&step=12",
        "optimizers=adam:beta1=0.8,beta2=0.99,eps=1e-9 sgd:lr=0.1 sgd:lr=0.000001",
        "autoplay=true&controls=none&lang=ja&theme=dark&aspect=equal&loss-scale=linear&speed=50",
        "seed=9007199254740991&start=0.1,-0.30000000000000004",
    ] {
        let lab = from_query(query);
        let again = from_query(&lab.query());
        assert_eq!(lab.settings(), again.settings(), "{query}");
        assert_eq!(lab.query(), again.query());
    }
}

#[test]
fn what_is_not_allowed_leaves_the_default_and_one_warning() {
    for (attribute, text) in [
        ("lab", "training-camp"),
        ("surface", "moon"),
        ("formula", "x^2 +"),
        ("optimizers", "adamw"),
        ("start", "NaN 2"),
        ("start", "1"),
        ("start", "1 2 3"),
        ("start", "1e999 0"),
        ("steps", "0"),
        ("steps", "10001"),
        ("steps", "3.5"),
        ("steps", "many"),
        ("seed", "-1"),
        ("step", "-2"),
        ("preset", "figure-1"),
        ("controls", "some"),
        ("lock", "doors"),
        ("lang", "tlh"),
        ("theme", "sepia"),
        ("aspect", "16:9"),
        ("loss-scale", "ln"),
        ("speed", "-5"),
        ("speed", "NaN"),
    ] {
        let mut lab = Lab::new();
        let warning =
            set(&mut lab, attribute, text).unwrap_or_else(|| panic!("{attribute}={text}"));
        let row = SETTINGS.setting(attribute).unwrap();
        assert!(
            warning.contains(attribute) && warning.contains(text),
            "{warning}"
        );
        assert!(warning.contains(&row.values()), "{warning}");
        assert_eq!(lab.settings(), Lab::new().settings(), "{attribute}={text}");
    }
}

#[test]
fn a_warning_names_the_start_that_holds_on_the_surface() {
    let mut lab = from_query("surface=rosenbrock");
    let warning = set(&mut lab, "start", "left").unwrap();
    assert!(warning.contains("\"-1.2 1\" holds"), "{warning}");
}

#[test]
fn the_good_parts_of_a_list_of_lanes_are_kept() {
    let mut lab = Lab::new();
    let warning = set(
        &mut lab,
        "optimizers",
        "sgd:lr=fast lion adam:lr=0.2,momentum=0.5",
    )
    .unwrap();
    assert!(warning.contains("lr=fast"), "{warning}");
    let lanes = lab.settings().lanes();
    assert_eq!(lanes.len(), 2);
    assert_eq!(lanes[0].value(Key::Lr), 0.95, "the default rate");
    assert_eq!(
        (lanes[1].rule(), lanes[1].value(Key::Lr)),
        (Rule::Adam, 0.2)
    );
}

#[test]
fn removing_an_attribute_brings_back_its_default() {
    let mut lab = from_query("steps=100&controls=none&theme=dark");
    for attribute in ["steps", "controls", "theme"] {
        let attribute = attribute.to_owned();
        act(
            &mut lab,
            Action::Set {
                attribute,
                text: None,
            },
        );
    }
    assert_eq!(lab.settings(), Lab::new().settings());
}

#[test]
fn the_text_of_a_default_is_allowed() {
    // A boolean attribute is true by its presence.
    for row in SETTINGS.iter().filter(|row| row.name != "autoplay") {
        let mut lab = Lab::new();
        let default = row.text(lab.settings());
        assert_eq!(set(&mut lab, row.name, &default), None, "{}", row.name);
        assert_eq!(row.text(lab.settings()), default, "{}", row.name);
    }
}

#[test]
fn the_start_is_placed_inside_the_domain() {
    let mut lab = Lab::new();
    act(
        &mut lab,
        RaceAction::PlaceStart(Point::new(3.0, -1.0)).into(),
    );
    assert_eq!(lab.scene().start, Point::new(3.0, -1.0));
    act(
        &mut lab,
        RaceAction::PlaceStart(Point::new(300.0, -1.0)).into(),
    );
    assert_eq!(lab.scene().start, Point::new(10.0, -1.0));
    act(
        &mut lab,
        RaceAction::PlaceStart(Point::new(f64::NAN, 0.0)).into(),
    );
    assert_eq!(lab.scene().start, Point::new(10.0, -1.0));
}

#[test]
fn playing_runs_from_the_start_to_the_end_and_stops() {
    let mut lab = Lab::new();
    act(&mut lab, Action::Play);
    assert_eq!((lab.step(), lab.is_playing()), (0, true));
    act(&mut lab, Action::Advance(1000.0));
    assert_eq!(lab.step(), 10);
    act(&mut lab, Action::Advance(150.0));
    act(&mut lab, Action::Advance(50.0));
    assert_eq!(lab.step(), 12);
    act(&mut lab, Action::Advance(60_000.0));
    assert_eq!((lab.step(), lab.is_playing()), (30, false));
}

#[test]
fn stepping_and_seeking_stop_the_player() {
    let mut lab = Lab::new();
    act(&mut lab, Action::Play);
    act(&mut lab, Action::StepForward);
    assert_eq!((lab.step(), lab.is_playing()), (1, false));
    act(&mut lab, Action::StepBack);
    act(&mut lab, Action::StepBack);
    assert_eq!(lab.step(), 0);
    act(&mut lab, Action::Seek(999));
    assert_eq!(lab.step(), 30);
    act(&mut lab, Action::StepForward);
    assert_eq!(lab.step(), 30);
    act(&mut lab, Action::Reset);
    assert_eq!(lab.step(), 0);
}

#[test]
fn time_moves_nothing_while_the_player_rests() {
    let mut lab = from_query("step=3");
    act(&mut lab, Action::Advance(1e9));
    assert_eq!(lab.step(), 3);
    act(&mut lab, Action::Play);
    act(&mut lab, Action::Advance(f64::NAN));
    act(&mut lab, Action::Advance(-5.0));
    assert_eq!(lab.step(), 3);
}

#[test]
fn the_shown_step_stays_the_last_when_there_are_more() {
    let mut lab = Lab::new();
    set(&mut lab, "steps", "100");
    assert_eq!(lab.step(), 100);
    act(&mut lab, Action::Seek(50));
    set(&mut lab, "steps", "20");
    assert_eq!(lab.step(), 20);
}

#[test]
fn a_paused_and_resumed_run_is_the_run() {
    let mut whole = from_query("steps=100");
    let mut paused = from_query("steps=37");
    let _ = paused.scene();
    set(&mut paused, "steps", "100");
    let (a, b) = (whole.scene(), paused.scene());
    for (a, b) in a.lanes.iter().zip(&b.lanes) {
        assert_eq!(a.trajectory, b.trajectory);
    }
}

#[test]
fn a_lane_that_steps_aside_keeps_its_values() {
    let mut lab = Lab::new();
    act(&mut lab, Action::enter("lane.1.momentum", "0.5"));
    act(&mut lab, Action::choose("lane.1", "false"));
    assert_eq!(lab.settings().lanes().len(), 3);
    act(&mut lab, Action::choose("lane.1", "true"));
    let momentum = lab.settings().lanes()[1];
    assert_eq!(
        (momentum.rule(), momentum.value(Key::Momentum)),
        (Rule::Momentum, 0.5)
    );
}

#[test]
fn the_last_lane_cannot_leave_the_race() {
    let mut lab = from_query("optimizers=adam");
    act(&mut lab, Action::choose("lane.0", "false"));
    assert_eq!(lab.settings().lanes().len(), 1);
    let is_locked = |control: &descent_widget::lab::controls::Control| {
        control.kind
            == ControlKind::Checkbox {
                is_on: true,
                is_locked: true,
            }
    };
    assert!(lab.controls().iter().any(is_locked));
}

#[test]
fn the_same_rule_may_race_twice_under_names_of_its_own() {
    let mut lab = from_query("optimizers=sgd:lr=0.95 sgd:lr=1.02");
    let scene = lab.scene();
    assert_eq!(scene.lanes[0].name, "SGD 0.95");
    assert_eq!(
        (scene.lanes[1].name.as_str(), scene.lanes[1].variant),
        ("SGD 1.02", 1)
    );
}

#[test]
fn choosing_a_surface_takes_its_start_and_its_rates() {
    let mut lab = from_query("optimizers=sgd:lr=0.5,&start=1 1");
    act(&mut lab, Action::choose("surface", "rosenbrock"));
    assert_eq!(lab.scene().start, Point::new(-1.2, 1.0));
    assert_eq!(lab.settings().lanes()[0].value(Key::Lr), 0.001);
}

#[test]
fn every_control_is_found_again_by_its_name() {
    for query in [
        "",
        "surface=formula",
        "optimizers=sgd momentum nesterov adagrad rmsprop adam",
    ] {
        let mut lab = from_query(query);
        let controls = lab.controls();
        assert!(controls.len() > 10);
        for control in &controls {
            assert_eq!(lab.control(&control.name).as_ref(), Some(control));
        }
    }
}

#[test]
fn every_slider_position_sets_the_value_that_it_shows() {
    let mut lab = from_query("optimizers=sgd momentum nesterov adagrad rmsprop adam");
    for control in lab.controls() {
        let ControlKind::Slider { slider, .. } = control.kind else {
            continue;
        };
        for position in [0, 1, slider.last() / 2, slider.last()] {
            act(&mut lab, Action::slide(&control.name, position));
            let now = lab
                .controls()
                .into_iter()
                .find(|c| c.name == control.name)
                .unwrap();
            let ControlKind::Slider { value, .. } = now.kind else {
                panic!("{:?} is no slider any more", control.name);
            };
            assert_eq!(
                value,
                slider.value(position),
                "{:?} at {position}",
                control.name
            );
        }
    }
}

#[test]
fn a_typed_number_out_of_range_is_refused_and_the_value_stays() {
    let mut lab = Lab::new();
    for (id, text) in [
        ("steps", "1.5"),
        ("steps", "0"),
        ("start.x", "left"),
        ("lane.0.lr", "-1"),
        ("lane.0.lr", "inf"),
        ("lane.1.momentum", "1.01"),
    ] {
        let refusal = lab.apply(Action::enter(id, text));
        assert!(
            matches!(refusal, Err(Problem::Number { .. })),
            "{id:?} {text}"
        );
    }
    assert_eq!(lab.settings(), Lab::new().settings());
    act(&mut lab, Action::enter("start.x", "\u{2212}3.25"));
    assert_eq!(lab.scene().start.x, -3.25);
}

#[test]
fn a_half_typed_formula_leaves_the_last_good_surface() {
    let mut lab = from_query("surface=formula&formula=x^2%2B3y^2");
    let before = lab.scene().lanes[0].trajectory.clone();
    let id = "formula";
    let refusal = lab.apply(Action::enter(id, "x^2 + 3y^"));
    assert!(matches!(refusal, Err(Problem::Formula(_))));
    assert_eq!(lab.formula_text(), "x^2 + 3y^");
    assert_eq!(
        lab.formula_problem().map(|problem| problem.position),
        Some(9)
    );
    assert_eq!(lab.scene().lanes[0].trajectory, &before);
    act(&mut lab, Action::enter(id, "x^2 + 3y^4"));
    assert_eq!(lab.formula_problem(), None);
    assert_ne!(lab.scene().lanes[0].trajectory, &before);
}

#[test]
fn controls_that_are_not_there_are_refused() {
    let mut lab = Lab::new();
    for action in [
        Action::slide("surface", 3),
        Action::slide("lane.99.lr", 3),
        Action::choose("surface", "moon"),
        Action::enter("aspect", "1"),
    ] {
        assert_eq!(lab.apply(action), Err(Problem::Unknown));
    }
    let (attribute, text) = ("colour".to_owned(), None);
    assert!(lab.apply(Action::Set { attribute, text }).is_err());
    assert_eq!(lab.settings(), Lab::new().settings());
}

#[test]
fn choices_have_the_names_of_the_contract() {
    let names: Vec<&str> = SurfaceName::ALL.iter().map(|name| name.name()).collect();
    assert_eq!(
        names.join(" "),
        "ravine rosenbrock himmelblau beale booth styblinski-tang rastrigin saddle formula"
    );
    assert_eq!(Controls::named("basic"), Some(Controls::Basic));
    assert_eq!(Theme::named("Dark"), None);
    assert_eq!(LossScale::named("log"), Some(LossScale::Log));
}

#[test]
fn random_actions_never_break_the_lab() {
    let mut random = fastrand::Rng::with_seed(5);
    let mut lab = Lab::new();
    let texts = [
        "", "NaN", "-1", "0.5", "1e9", "x^2", "true", "sgd adam", "saddle", "formula", "3 4", "999",
    ];
    let names: Vec<&str> = SETTINGS.iter().map(|row| row.name).collect();
    for _ in 0..1_500 {
        let text = texts[random.usize(0..texts.len())].to_owned();
        let row = random.usize(0..8);
        let ids = [
            "surface".to_owned(),
            "formula".to_owned(),
            "start.x".to_owned(),
            "steps".to_owned(),
            format!("lane.{row}"),
            format!("lane.{row}.{}", Key::ALL[random.usize(0..6)].name()),
        ];
        let id = ids[random.usize(0..ids.len())].clone();
        let attribute = names[random.usize(0..names.len())].to_owned();
        let action = match random.u8(0..10) {
            0 => Action::Set {
                attribute,
                text: Some(text),
            },
            1 => Action::Set {
                attribute,
                text: None,
            },
            2 => {
                RaceAction::PlaceStart(Point::new(random.f64() * 50.0 - 25.0, random.f64())).into()
            }
            3 => Action::slide(id, random.u32(0..400)),
            4 => Action::enter(id, text),
            5 => Action::choose(id, text),
            6 => Action::Play,
            7 => Action::Seek(random.usize(0..2000)),
            8 => Action::StepForward,
            _ => Action::Advance(random.f64() * 500.0),
        };
        // A refusal is as good as an effect; the state has to hold either way.
        let _ = lab.apply(action);
        let steps = lab.settings().race().steps;
        assert!(lab.step() <= steps);
        let scene = lab.scene();
        assert!(!scene.lanes.is_empty());
        assert!(
            scene
                .lanes
                .iter()
                .all(|lane| lane.trajectory.points.len() <= steps + 1)
        );
    }
}
