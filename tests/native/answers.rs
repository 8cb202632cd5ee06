//! The answer to a prediction is played before it is told.

use descent_widget::experiments::race::describe;
use descent_widget::lab::{Action, Lab};
use descent_widget::language::Language;
use descent_widget::lessons::predict::model::PredictAction;
use descent_widget::locale::{PREDICT, RACE};
use descent_widget::math::Point;
use descent_widget::view::number::readable;
use descent_widget::view::{Size, Theme};

use crate::common::{from_query, picture, see_answer};

/// A figure that asks, with a guess.
fn guessed(query: &str) -> Lab {
    let mut lab = from_query(query);
    lab.apply(PredictAction::Guess(Point::new(-3.0, 1.0)).into())
        .unwrap();
    lab
}

/// How many entries the picture has of each lane.
fn shown(lab: &mut Lab) -> Vec<usize> {
    let scene = lab.scene();
    let lanes = scene.lanes.iter();
    lanes.map(|lane| lane.trajectory.points.len()).collect()
}

#[test]
fn the_answer_is_played_from_the_start_to_the_step_asked_for_and_then_told() {
    let mut lab = guessed("predict=10&lane=1&step=20&optimizers=sgd momentum&speed=10");
    assert_eq!(shown(&mut lab), [1, 31]);
    lab.apply(Action::Play).unwrap();
    assert_eq!((lab.step(), lab.goal()), (0, 10));
    for step in 1..10 {
        lab.apply(Action::Advance(100.0)).unwrap();
        assert_eq!(lab.step(), step);
        // The marker walks, the answer waits, and nothing tells more than the way to it.
        assert!(lab.is_playing() && lab.is_asking() && !lab.takes_guess());
        assert_eq!(lab.prediction().unwrap().answer, None);
        assert_eq!(shown(&mut lab), [11, 31]);
        assert!(!lab.scene().shows_future);
        let said = describe::summaries(&lab.scene(), RACE.en);
        assert!(said[0].contains(&readable(
            lab.whole_scene().lanes[0].trajectory.points[step].x
        )));
    }
    // However late the frame comes.
    lab.apply(Action::Advance(5000.0)).unwrap();
    assert_eq!((lab.step(), lab.is_playing()), (10, false));
    assert!(lab.prediction().unwrap().answer.is_some());
    assert_eq!(shown(&mut lab), [31, 31]);
    assert!(lab.scene().shows_future);
    // The page hears of it once.
    let heard = lab.take_new_answer().unwrap();
    assert!(!heard.is_correct());
    assert_eq!(lab.take_new_answer(), None);
    // It plays on to the end, and what was answered stays.
    lab.apply(Action::Play).unwrap();
    assert_eq!((lab.step(), lab.goal()), (10, 30));
    lab.apply(Action::Reset).unwrap();
    assert!(lab.prediction().unwrap().answer.is_some());
}

#[test]
fn a_pause_on_the_way_to_the_answer_is_no_answer() {
    let mut lab = guessed("predict=10&lane=1&speed=10");
    lab.apply(Action::Play).unwrap();
    lab.apply(Action::Advance(400.0)).unwrap();
    lab.apply(Action::Pause).unwrap();
    let mut elsewhere = Lab::new();
    elsewhere.apply(Action::Restore(lab.snapshot())).unwrap();
    for lab in [&mut lab, &mut elsewhere] {
        assert_eq!((lab.step(), lab.is_asking()), (4, true));
        // The guess is not to be changed by what is seen now.
        let guess = lab.prediction().unwrap().guess;
        lab.apply(PredictAction::Guess(Point::new(2.0, 2.0)).into())
            .unwrap();
        assert_eq!(lab.prediction().unwrap().guess, guess);
        // It goes on where it was, also by single steps.
        lab.apply(Action::Play).unwrap();
        assert_eq!((lab.step(), lab.goal()), (4, 10));
        lab.apply(Action::Seek(9)).unwrap();
        assert!(lab.is_asking());
        lab.apply(Action::StepForward).unwrap();
        assert!(!lab.is_asking());
        lab.apply(Action::StepBack).unwrap();
        assert!(lab.prediction().unwrap().answer.is_some());
    }
}

#[test]
fn the_picture_asks_and_answers_in_every_language_and_view() {
    let size = Size::new(640.0, 300.0);
    for view in ["map", "space"] {
        let query = format!("predict=10&lane=2&view={view}&optimizers=sgd momentum");
        for &language in Language::ALL {
            let words = PREDICT.of(language);
            let mut lab = from_query(&query);
            let seen = |lab: &mut Lab| picture(lab, language, Theme::Light, size);
            let first = |text: &str| text.chars().take(9).collect::<String>();
            let has = |picture: &str, text: &str| picture.matches(&first(text)).count() > 0;
            let question = (words.ask)("Momentum", 10);
            let asked = seen(&mut lab);
            assert!(
                has(&asked, &question) && has(&asked, words.mark_first),
                "{asked}"
            );
            // The question stands in the description too.
            assert!(asked.contains(&(words.question)("Momentum", 10)));
            lab.apply(PredictAction::Guess(Point::new(-3.0, 1.0)).into())
                .unwrap();
            let guessed = seen(&mut lab);
            assert!(has(&guessed, &question) && has(&guessed, words.then_play));
            see_answer(&mut lab);
            let told = seen(&mut lab);
            assert!(!has(&told, words.then_play) && has(&told, &(words.distance)("")));
        }
    }
}
