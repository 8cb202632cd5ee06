//! What is to be predicted is hidden, in pictures and in words, until it is told.

use std::collections::HashSet;

use descent_widget::experiments::race::describe;
use descent_widget::lab::{Action, Lab, Problem};
use descent_widget::language::Language;
use descent_widget::lessons::predict::hidden_path::HiddenPath;
use descent_widget::lessons::predict::model::Answer;
use descent_widget::lessons::predict::model::PredictAction;
use descent_widget::lessons::predict::picture::sentences;
use descent_widget::lessons::program::listing::program;
use descent_widget::lessons::program::script::script;
use descent_widget::lessons::rule::sheet::sheet;
use descent_widget::lessons::steps::picture as steps;
use descent_widget::locale::{PREDICT, PROGRAM, RACE, RULE, STEPS};
use descent_widget::math::Point;
use descent_widget::math::numeral::shortest;
use descent_widget::registry::LESSONS;
use descent_widget::view::number::{exact, readable, rounded};
use descent_widget::view::{Size, Theme};

use crate::common::{from_query, picture, see_answer};

/// Everything that a reader sees or hears of a figure.
fn everything(lab: &mut Lab) -> String {
    let prediction = lab.prediction().unwrap();
    let size = Size::new(960.0, 400.0);
    let picture = picture(lab, Language::English, Theme::Light, size);
    let scene = lab.scene();
    let (question, told) = sentences(&prediction, PREDICT.en);
    [
        picture,
        describe::summaries(&scene, RACE.en).join(" "),
        describe::announcement(&scene, RACE.en),
        describe::losses(&scene, RACE.en),
        question,
        told.join(" "),
    ]
    .join("\n")
}

#[test]
fn a_hidden_lane_leaves_no_trace_of_where_it_leads() {
    // Were there a trace, it would differ with the rate of the hidden lane.
    for view in ["map", "gradient", "space"] {
        for step in ["0", "9", "30"] {
            let seen = |rate: &str| {
                let mut lab = from_query(&format!(
                    "predict=10&lane=1&view={view}&step={step}&optimizers=sgd:lr={rate} momentum"
                ));
                everything(&mut lab)
            };
            let usual = seen("0.95");
            assert_eq!(usual, seen("0.3"));
            assert_eq!(usual, seen("1.05"));
            assert_eq!(usual, seen("30"));
        }
    }
}

/// What a lesson tells of the race; a further lesson has to be added here, or the tests fail.
fn told(lab: &mut Lab, lesson: &str) -> String {
    let lane = lab.lane();
    match lesson {
        "rule" => format!("{:?}", sheet(&lab.scene(), lane, RULE.en)),
        "program" => {
            let scene = lab.scene();
            let program = program(&scene, lane, None, PROGRAM.en);
            format!("{program:?} {}", script(&scene, PROGRAM.en))
        }
        "rates" => {
            assert!(lab.rates().is_none() == lab.is_asking());
            assert!(!lab.is_asking() || !lab.work_on_maps(|| true));
            format!("{:?}", lab.rates().map(|map| map.here))
        }
        "basins" => {
            assert!(lab.basins().is_none() == lab.is_asking());
            format!("{:?}", lab.basins().is_some())
        }
        "physics" => format!("{:?}", lab.physics()),
        "steps" => {
            let steps = lab.update_lengths();
            format!("{steps:?} {:?}", steps::sentences(&steps, STEPS.en))
        }
        "conventions" => {
            let ends = lab.momentum_forms();
            let ends = ends.iter().map(|run| format!("{:?}", run.end));
            ends.collect::<Vec<_>>().join(" ")
        }
        "share" => lab.csv(),
        // What the table is made from.
        "data" => {
            let scene = lab.scene();
            let record = scene.lanes[lane].trajectory;
            let points = record.points.iter().zip(&record.losses);
            let rows = points.map(|(at, loss)| [at.x, at.y, *loss].map(exact).join(" "));
            rows.collect::<Vec<_>>().join("\n")
        }
        "predict" | "questions" | "files" => String::new(),
        "batch" | "loop" => {
            let pictures = [lab.mini_batch().is_some(), lab.mistakes().is_some()];
            format!("{pictures:?} {:?}", lab.training_loop())
        }
        other => panic!("what does the lesson {other} tell?"),
    }
}

#[test]
fn no_lesson_tells_where_a_hidden_lane_leads() {
    let query = |lane: usize, step: usize| {
        format!("predict=10&lane={lane}&step={step}&start=-6.13 1.87&lessons=rates basins")
    };
    for lane in 1..=4 {
        for step in [0, 1, 10, 30] {
            let mut lab = from_query(&query(lane, step));
            // Every number of the path as the lessons may print it.
            let scene = lab.whole_scene();
            let name = scene.lanes[lane - 1].name.clone();
            let record = scene.lanes[lane - 1].trajectory.clone();
            let points = record.points.iter().zip(&record.losses).skip(1);
            let numbers: Vec<f64> = points.flat_map(|(at, loss)| [at.x, at.y, *loss]).collect();
            let printed = |number: f64| {
                let texts = [
                    shortest(number),
                    exact(number),
                    readable(number),
                    rounded(number, 8),
                ];
                texts.map(|text| text.replace('\u{2212}', "-"))
            };
            for &lesson in LESSONS {
                let text = told(&mut lab, lesson).replace('\u{2212}', "-");
                let words = text.split(|c: char| !c.is_ascii_alphanumeric() && !".-".contains(c));
                let words: HashSet<&str> = words.collect();
                for number in numbers.iter().flat_map(|&number| printed(number)) {
                    let is_there = number.len() > 4 && words.contains(number.as_str());
                    assert!(!is_there, "{}: {number} of {name}", lesson);
                }
                match lab.hidden_path(lesson) {
                    Some(hidden) => assert_eq!(hidden.name, name),
                    None => assert!(
                        matches!(lesson, "predict" | "questions" | "batch" | "loop" | "files")
                            || lesson == "conventions" && name != "Momentum"
                    ),
                }
            }
        }
    }
}

#[test]
fn what_was_hidden_is_told_after_the_answer() {
    let mut hidden = from_query("predict=10&lane=2");
    let paths: Vec<_> = LESSONS.iter().map(|&it| hidden.hidden_path(it)).collect();
    assert_eq!(paths.iter().flatten().count(), 9);
    assert!(paths.iter().flatten().all(|path| path.name == "Momentum"));
    let is_whole = |path: &Option<HiddenPath>| path.as_ref().is_some_and(|path| path.is_whole);
    assert_eq!(paths.iter().filter(|path| is_whole(path)).count(), 4);
    hidden
        .apply(PredictAction::Guess(Point::new(1.0, 1.0)).into())
        .unwrap();
    see_answer(&mut hidden);
    let mut open = from_query("lane=2&step=10");
    for &lesson in LESSONS {
        assert_eq!(hidden.hidden_path(lesson), None);
        let (after, never) = (told(&mut hidden, lesson), told(&mut open, lesson));
        assert_eq!(after, never, "{}", lesson);
    }
}

#[test]
fn the_script_says_which_lane_it_leaves_out() {
    let mut lab = from_query("predict=10&lane=2");
    for &language in Language::ALL {
        let text = script(&lab.scene(), PROGRAM.of(language));
        let first = text.lines().take_while(|line| line.starts_with('#'));
        assert_eq!(first.filter(|line| line.contains("Momentum")).count(), 1);
        assert!(!text.contains("Momentum("), "{text}");
        assert!(text.contains("SGD(") && text.contains("Adam("));
        assert!((PREDICT.of(language).hidden)("Momentum").contains("Momentum"));
    }
}

#[test]
fn the_record_stays_whole() {
    let mut hidden = from_query("predict=10&lane=2");
    let mut open = from_query("lane=2");
    assert_eq!(hidden.scene().lanes[1].trajectory.points.len(), 1);
    let (hidden, open) = (hidden.whole_scene(), open.scene());
    for (a, b) in hidden.lanes.iter().zip(&open.lanes) {
        assert_eq!(a.trajectory, b.trajectory);
    }
}

#[test]
fn the_answer_is_the_recorded_point() {
    let mut lab = from_query("predict=10&lane=1");
    assert_eq!(
        lab.apply(Action::Play),
        Err(Problem::Unanswered),
        "there is no guess yet"
    );
    assert!(lab.is_guess_missed() && !lab.is_playing());
    lab.apply(PredictAction::Guess(Point::new(-4.0, 1.0)).into())
        .unwrap();
    assert!(lab.is_asking());
    see_answer(&mut lab);
    assert!(!lab.is_asking());
    assert_eq!(lab.step(), 10);
    let prediction = lab.prediction().unwrap();
    let scene = lab.scene();
    let there = scene.lanes[0].trajectory.points[10];
    assert_eq!(scene.lanes[0].trajectory.points.len(), 31);
    let Some(Answer::At {
        truth, distance, ..
    }) = prediction.answer
    else {
        panic!("{prediction:?}")
    };
    assert_eq!(truth, there);
    assert_eq!(distance, (Point::new(-4.0, 1.0) - there).length());
}

/// What is told of a guess, in Korean, English and Japanese.
fn answered(query: &str, guess: (f64, f64)) -> [Vec<String>; 3] {
    let mut lab = from_query(query);
    lab.apply(PredictAction::Guess(Point::new(guess.0, guess.1)).into())
        .unwrap();
    see_answer(&mut lab);
    let prediction = lab.prediction().unwrap();
    [PREDICT.ko, PREDICT.en, PREDICT.ja].map(|words| sentences(&prediction, words).1)
}

#[test]
fn a_guess_on_the_wrong_side_of_the_minimum_is_told_so() {
    // SGD at 0.95 changes sides in every step; after 5 steps y is below 0.
    let [ko, en, ja] = answered("predict=5&lane=1", (-5.0, 1.2));
    assert_eq!(
        en[2],
        "It is on the other side of the minimum: you guessed y > 0, and it is at y < 0. How \
         often it has crossed y = 0 on its way: 5. The side depends on that."
    );
    assert!(ko[2].contains("y = 0인 선을 5번 건넜습니다"), "{ko:?}");
    assert!(ja[2].contains("y = 0の線を5回横切りました"), "{ja:?}");
}

#[test]
fn sides_are_those_of_the_minimum_and_not_signs() {
    let query = "surface=rosenbrock&optimizers=adam&steps=300&predict=300";
    let [ko, en, ja] = answered(query, (1.6, 1.0));
    assert!(
        en[2].contains("you guessed x > 1, and it is at x < 1"),
        "{en:?}"
    );
    assert!(
        ko[2].contains("예측은 x > 1, 실제로는 x < 1입니다"),
        "{ko:?}"
    );
    assert!(ja[2].contains("予想はx > 1、実際はx < 1です"), "{ja:?}");
    assert!(en[2].ends_with("It has not crossed x = 1 yet."), "{en:?}");
}

#[test]
fn only_a_path_that_crossed_is_said_to_cross() {
    let [ko, en, ja] = answered("optimizers=adagrad&predict=1", (-5.5, -1.0));
    assert!(en[1].contains("after 1 step:"), "{en:?}");
    assert!(
        en[2].ends_with("at y > 0. It has not crossed y = 0 yet."),
        "{en:?}"
    );
    assert!(
        ko[2].ends_with("y = 0인 선을 아직 건너지 않았습니다."),
        "{ko:?}"
    );
    assert!(
        ja[2].ends_with("y = 0の線をまだ横切っていません。"),
        "{ja:?}"
    );
    let [_, en, _] = answered("predict=1&lane=1", (-6.0, 1.0));
    assert!(en[2].contains("crossed y = 0 on its way: 1."), "{en:?}");
}

#[test]
fn a_saddle_has_no_sides_and_throws_nobody() {
    let query = "surface=saddle&optimizers=sgd:lr=0.3&start=-1 0.5&steps=30&predict=30";
    let [_, en, _] = answered(query, (1.0, -1.0));
    assert_eq!(en[2], "It is outside of the picture.");
    let [_, en, _] = answered("optimizers=sgd:lr=1.2&steps=60&predict=20", (1.0, -1.0));
    assert!(en[2].starts_with("It has left the picture"), "{en:?}");
}

#[test]
fn a_run_that_overflowed_before_has_no_place() {
    let mut lab = from_query("predict=200&steps=250&optimizers=sgd:lr=30");
    lab.apply(PredictAction::Guess(Point::new(0.0, 0.0)).into())
        .unwrap();
    see_answer(&mut lab);
    let prediction = lab.prediction().unwrap();
    assert!(matches!(prediction.answer, Some(Answer::Overflowed(step)) if step < 200));
    assert_eq!(sentences(&prediction, PREDICT.en).1.len(), 2);
}

#[test]
fn a_guess_is_typed_coordinate_by_coordinate() {
    let mut lab = from_query("predict=10");
    let mut type_guess =
        |is_y, text: &str| lab.apply(PredictAction::TypeGuess(is_y, text.to_owned()).into());
    type_guess(false, "-3.5").unwrap();
    type_guess(true, "\u{2212}0.25").unwrap();
    assert!(type_guess(true, "far").is_err());
    assert_eq!(
        lab.prediction().unwrap().guess,
        Some(Point::new(-3.5, -0.25))
    );
}

#[test]
fn another_question_forgets_the_answer() {
    let mut lab = from_query("predict=10");
    let answered = |lab: &mut Lab| {
        lab.apply(PredictAction::Guess(Point::new(1.0, 1.0)).into())
            .unwrap();
        see_answer(lab);
    };
    answered(&mut lab);
    lab.apply(PredictAction::AskAgain.into()).unwrap();
    assert!(lab.is_asking());
    answered(&mut lab);
    assert!(lab.set_query("lane=3").is_empty());
    assert!(lab.is_asking());
    answered(&mut lab);
    lab.apply(PredictAction::Ask("12".to_owned()).into())
        .unwrap();
    assert!(lab.is_asking());
    assert_eq!(lab.prediction().unwrap().after, 12);
    assert!(
        lab.apply(PredictAction::Ask("31".to_owned()).into())
            .is_err()
    );
    let text = None;
    let attribute = "predict".to_owned();
    lab.apply(Action::Set { attribute, text }).unwrap();
    assert!(!lab.is_asking());
    assert_eq!(lab.prediction(), None);
}

#[test]
fn a_link_asks_the_same() {
    let first = from_query("predict=7&lane=2&view=space&turn=-30 55&cut=y&lessons=predict");
    let mut second = from_query(&first.query());
    assert_eq!(second.query(), first.query());
    let prediction = second.prediction().unwrap();
    assert_eq!(
        (prediction.name.as_str(), prediction.after),
        ("Momentum", 7)
    );
}

#[test]
fn a_link_that_asks_opens_the_lesson_that_asks() {
    let mut lab = from_query("predict=5&lessons=data");
    assert!(lab.is_open("predict") && lab.is_open("data"));
    lab.apply(PredictAction::Guess(Point::new(1.0, 1.0)).into())
        .unwrap();
    see_answer(&mut lab);
    assert!(lab.is_open("predict"), "the answer stands there");
    assert!(!Lab::new().is_open("predict"));
}

#[test]
fn a_lesson_that_asks_stays_closed_until_it_asks_again() {
    let mut lab = from_query("predict=5");
    lab.apply(Action::Show(None)).unwrap();
    assert!(lab.is_asking() && !lab.is_open("predict"));
    let mut next = Lab::new();
    next.apply(Action::Restore(lab.snapshot())).unwrap();
    assert!(next.is_asking() && !next.is_open("predict"));
    assert!(next.set_query("predict=6").is_empty());
    assert!(next.is_open("predict"));
    // Whoever gets the link is asked.
    assert!(from_query(&lab.query()).is_open("predict"));
}
