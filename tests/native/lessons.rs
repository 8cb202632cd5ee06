//! What the lessons say and give away agrees with the race.

use descent_widget::lab::Lab;
use descent_widget::language::Language;
use descent_widget::lessons::questions::model::SETUPS;
use descent_widget::locale::{QUESTIONS, lesson_labels};
use descent_widget::math::numeral;
use descent_widget::view::number::readable;
use std::fs;

use crate::common::from_query;

/// What a lane has at the shown step: `loss`, `x` or `y`.
pub(crate) fn value(lab: &mut Lab, lane: &str, what: &str) -> f64 {
    let scene = lab.scene();
    let lane = scene
        .lanes
        .iter()
        .find(|it| it.rule().name() == lane)
        .unwrap();
    let step = scene.playhead;
    match what {
        "loss" => lane.trajectory.losses[step],
        "x" => lane.trajectory.points[step].x,
        "y" => lane.trajectory.points[step].y,
        _ => panic!("{what}"),
    }
}

#[test]
fn the_answers_quote_the_numbers_of_the_race() {
    // The question, counted from 1; what its setup, with a change, has at its last step.
    for (question, change, lane, what) in [
        (3, "", "sgd", "loss"),
        (4, "optimizers=sgd:lr=0.5", "sgd", "x"),
        (4, "optimizers=sgd:lr=0.5", "sgd", "loss"),
        (4, "optimizers=sgd:lr=0.95", "sgd", "loss"),
        (5, "", "sgd", "x"),
        (5, "", "momentum", "x"),
        (6, "", "sgd", "x"),
        (6, "", "momentum", "x"),
        (7, "", "adagrad", "x"),
        (8, "", "adam", "x"),
        (8, "", "adam", "y"),
        (9, "", "sgd", "loss"),
        (9, "", "momentum", "loss"),
        (9, "", "adagrad", "loss"),
        (9, "", "adam", "loss"),
    ] {
        let mut lab = from_query(SETUPS[question - 1]);
        assert_eq!(lab.set_query(change), []);
        let number = readable(value(&mut lab, lane, what));
        for &language in Language::ALL {
            let answer = QUESTIONS.of(language).items[question - 1].answer;
            let quoted = answer.split(|c: char| !c.is_ascii_digit() && !".−".contains(c));
            let quoted: Vec<&str> = quoted.map(|word| word.trim_end_matches('.')).collect();
            assert!(
                quoted.contains(&number.as_str()),
                "question {question}, {}: {number} of {lane} in {answer}",
                language.tag()
            );
        }
    }
}

#[test]
fn what_the_answers_claim_happens() {
    // At 0.95 y changes sign and loses a tenth in each step; at 0.5 one step is enough.
    let mut lab = from_query(SETUPS[3]);
    let scene = lab.scene();
    let [half, book] = [0, 1].map(|lane| scene.lanes[lane].trajectory);
    assert_eq!(half.points[1].y, 0.0);
    assert!((book.points[1].y / book.points[0].y + 0.9).abs() < 1e-12);
    assert!((book.points[1].x / book.points[0].x - 0.905).abs() < 1e-12);
    // AdaGrad's first step has the length of the rate; RMSProp converges in the meantime.
    let mut lab = from_query(SETUPS[6]);
    let first = lab.scene().lanes[0].trajectory.points[1];
    assert!((first.x + 6.9).abs() < 1e-6 && (first.y - 1.9).abs() < 1e-6);
    assert_eq!(
        lab.scene().lanes[1].trajectory.outcome.kind.name(),
        "converged"
    );
    // On the saddle nobody leaves the line.
    let mut lab = from_query(SETUPS[9]);
    for lane in &lab.scene().lanes {
        let last = lane.trajectory.points.last().unwrap();
        assert!(last.y == 0.0 && last.x.abs() < 0.1, "{}", lane.name);
    }
}

#[test]
fn every_question_sets_the_whole_experiment_up() {
    for setup in SETUPS {
        let mut lab = from_query(
            "surface=beale&start=1 1&steps=99&step=3&optimizers=rmsprop&aspect=equal&lang=ja",
        );
        assert_eq!(lab.set_query(setup), []);
        assert_eq!(lab.set_query("lang=ja"), []);
        let fresh = from_query(&format!("{setup}&lang=ja"));
        assert_eq!(lab.settings(), fresh.settings(), "{setup}");
    }
}

#[test]
fn the_csv_has_every_number_to_the_last_digit() {
    let mut lab = from_query("optimizers=sgd:lr=1.02 momentum&steps=40");
    let csv = lab.csv();
    let mut lines = csv.lines();
    assert_eq!(
        lines.next(),
        Some("lane,optimizer,step,x,y,loss,gradient_x,gradient_y")
    );
    let scene = lab.scene();
    for (index, lane) in scene.lanes.iter().enumerate() {
        for (step, point) in lane.trajectory.points.iter().enumerate() {
            let line = lines.next().unwrap();
            let (head, tail) = line.rsplit_once('"').unwrap();
            let numbers: Vec<f64> = tail[1..]
                .split(',')
                .map(|number| numeral::parse(number).unwrap())
                .collect();
            let loss = lane.trajectory.losses[step];
            let expect = [step as f64, point.x, point.y, loss, point.x / 10.0];
            assert_eq!(numbers[..5], expect);
            assert!((numbers[5] - 2.0 * point.y).abs() <= 1e-12 * point.y.abs());
            let optimizer = ["\"sgd:lr=1.02", "\"momentum:lr=0.1,momentum=0.9"][index];
            assert_eq!(head, format!("{},{optimizer}", index + 1));
        }
    }
    assert_eq!(lines.next(), None);
}

#[test]
fn a_start_without_a_loss_gives_an_empty_table() {
    let mut lab = from_query("surface=formula&formula=ln(x)&start=-1 0&optimizers=sgd");
    assert_eq!(lab.csv().lines().count(), 1);
}

#[test]
fn shared_code_gives_the_same_state() {
    let lab = from_query(
        "surface=formula&formula=min(x^2,4)%2By^2&optimizers=sgd:lr=0.5 adam&autoplay&lessons=share rule",
    );
    let codes = lab.codes(
        "https://example.org/a b/descent-widget.html",
        "A \"title\" & more",
    );
    let (page, query) = codes.link.split_once('?').unwrap();
    assert_eq!(page, "https://example.org/a b/descent-widget.html");
    let again = from_query(query);
    // Whoever opens a link does not want to share it at once.
    assert_eq!(again.query(), lab.query().replace("rule%20share", "rule"));
    assert!(codes.element.contains(
        "<descent-widget surface=\"formula\" formula=\"min(x^2,4)+y^2\" \
         optimizers=\"sgd:lr=0.5 adam\" autoplay lessons=\"rule\"></descent-widget>"
    ));
    assert!(codes.frame.contains("&amp;formula="));
    assert!(
        codes
            .frame
            .contains("title=\"A &quot;title&quot; &amp; more\"")
    );
    let body = codes.myst.split_once('\n').unwrap().1;
    let body: serde_json::Value = serde_json::from_str(body.trim_end_matches('`')).unwrap();
    assert_eq!(body["formula"], "min(x^2,4)+y^2");
    assert_eq!(body["autoplay"], true);
    assert!(codes.python.ends_with(
        "DescentWidget(surface=\"formula\", formula=\"min(x^2,4)+y^2\", \
         optimizers=\"sgd:lr=0.5 adam\", autoplay=True, lessons=\"rule\")\nfigure"
    ));
}

#[test]
fn the_default_figure_is_shared_without_settings() {
    let codes = Lab::new().codes("descent-widget.html", "Race");
    assert_eq!(codes.link, "descent-widget.html");
    assert!(codes.element.ends_with("<descent-widget></descent-widget>"));
    assert_eq!(codes.myst, "```{anywidget} ./descent-widget.js\n{}\n```");
}

#[test]
fn the_drawers_ask_for_words_that_exist() {
    let root = env!("CARGO_MANIFEST_DIR");
    let pairs = lesson_labels(Language::Korean);
    for (lesson, at_least) in [("questions", 3), ("share", 13), ("batch", 6), ("loop", 3)] {
        let script = fs::read_to_string(format!("{root}/www/lessons/{lesson}/page.js")).unwrap();
        let strings = script.split('"').skip(1).step_by(2);
        let is_word = |text: &&str| {
            let rest = text.strip_prefix(lesson);
            rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))
        };
        let asked: Vec<&str> = strings.filter(is_word).collect();
        assert!(asked.len() >= at_least, "{asked:?}");
        for word in asked {
            assert!(pairs.iter().any(|(name, _)| name == word), "{word}");
        }
    }
}
