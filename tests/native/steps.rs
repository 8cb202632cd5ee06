//! The lengths of the steps: what is drawn and said is what the record has.

use descent_widget::experiments::race::choices::Coordinate;
use descent_widget::language::Language;
use descent_widget::lessons::predict::model::PredictAction;
use descent_widget::lessons::steps::model::UpdateLengths;
use descent_widget::lessons::steps::picture::{others, sentences, svg};
use descent_widget::locale::{FIGURE, STEPS};
use descent_widget::math::Point;
use descent_widget::view::{Size, Theme};

use crate::common::{from_query, see_answer};

const AXES: [Coordinate; 2] = [Coordinate::X, Coordinate::Y];

fn lengths(query: &str) -> UpdateLengths {
    from_query(query).update_lengths()
}

#[test]
fn an_update_is_what_lies_between_two_points_of_the_record() {
    let mut lab = from_query("noise=0.3&rate-change=10 0.5");
    let shown = lab.update_lengths();
    assert_eq!((shown.lanes.len(), shown.chosen), (4, Some(0)));
    let scene = lab.scene();
    for (updates, lane) in shown.lanes.iter().zip(&scene.lanes) {
        assert_eq!(updates.updates.len(), 30);
        for (step, &update) in updates.updates.iter().enumerate() {
            let points = &lane.trajectory.points;
            assert_eq!(update, points[step + 1] - points[step]);
        }
    }
    // SGD at 0.95 moves against η times the gradient, with the rate of each step.
    let record = scene.lanes[0].trajectory;
    for step in [0, 9, 10, 29] {
        let (update, rate) = (shown.lanes[0].updates[step], shown.lanes[0].rates[step]);
        assert_eq!(rate, if step < 10 { 0.95 } else { 0.475 });
        assert!((update + record.gradients[step] * rate).length() < 1e-12);
    }
}

#[test]
fn the_steps_of_adam_stay_near_its_rate_and_those_of_sgd_follow_the_slope() {
    let shown = lengths("");
    let longest = |lane: usize| {
        let of = |axis| {
            shown.lanes[lane]
                .longest(axis, 30)
                .unwrap()
                .of_rate
                .unwrap()
        };
        AXES.map(of)
    };
    // SGD's are the gradients: 0.7 along x and 4 along y.
    let [x, y] = longest(0);
    assert!((x - 0.7).abs() < 1e-9 && (y - 4.0).abs() < 1e-9, "{x} {y}");
    let adam = longest(3);
    assert!(adam.iter().all(|it| (0.9..1.5).contains(it)), "{adam:?}");
    // It changes sides at each step along y and never along x.
    let turns = |lane: usize| AXES.map(|axis| shown.lanes[lane].turns(axis, 30));
    assert_eq!(turns(0), [0, 29]);
    assert!(turns(3)[1] >= 1, "the velocity of Adam overshoots");
}

#[test]
fn what_is_said_are_numbers_up_to_the_shown_step() {
    let shown = lengths("lane=1&step=3");
    assert_eq!(
        sentences(&shown, STEPS.en),
        [
            "SGD, step 3: Δx = 0.545, Δy = −3.08 (η = 0.95).",
            "SGD, up to step 3: the longest step is 0.665 (0.7 η) along x and 3.8 (4 η) along y. \
             Changes of sign: 0 along x, 2 along y.",
        ]
    );
    assert_eq!(others(&shown, STEPS.en).len(), 3);
    assert_eq!(
        sentences(&lengths("lane=2&step=0"), STEPS.en),
        ["Momentum: no update yet."]
    );
    for &language in Language::ALL {
        for query in [
            "",
            "step=0",
            "optimizers=sgd:lr=30&steps=250",
            "optimizers=sgd&start=0 0",
        ] {
            let shown = lengths(query);
            let words = (FIGURE.of(language), STEPS.of(language));
            let picture = svg(
                &shown,
                words.0,
                words.1,
                Size::new(320.0, 360.0),
                Theme::Dark,
            );
            assert!(picture.contains("|Δx|") && picture.contains("|Δy|"));
            assert!(
                sentences(&shown, words.1)
                    .iter()
                    .all(|it| !it.contains("NaN"))
            );
        }
    }
}

#[test]
fn a_hidden_lane_is_left_out_until_it_is_told() {
    let mut lab = from_query("predict=10&lane=2");
    let shown = lab.update_lengths();
    assert_eq!((shown.lanes.len(), shown.chosen), (3, None));
    assert!(shown.lanes.iter().all(|lane| lane.name != "Momentum"));
    assert!(sentences(&shown, STEPS.en).is_empty());
    lab.apply(PredictAction::Guess(Point::new(1.0, 1.0)).into())
        .unwrap();
    see_answer(&mut lab);
    assert_eq!(lab.update_lengths().lanes.len(), 4);
    assert_eq!(lab.update_lengths().chosen, Some(1));
}

#[test]
fn the_first_steps_of_the_adaptive_rules_are_as_long_along_both_axes() {
    // What the note says.
    for start in ["-7 2", "3 -0.01", "-0.2 4"] {
        let shown = lengths(&format!("optimizers=adagrad rmsprop adam&start={start}"));
        for lane in &shown.lanes {
            let [x, y] = AXES.map(|axis| lane.longest(axis, 1).unwrap().length);
            assert!((x / y - 1.0).abs() < 1e-3, "{} {x} {y}", lane.name);
        }
    }
}
