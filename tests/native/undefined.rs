//! What has no numbers: a division of zero by zero, a loss or a gradient that is not defined
//! and an overflow are told apart, each with what helps.

use descent_widget::experiments::race::describe;
use descent_widget::language::Language;
use descent_widget::lessons::predict::model::PredictAction;
use descent_widget::lessons::predict::picture as predict;
use descent_widget::lessons::rule::sheet as rule;
use descent_widget::locale::{PREDICT, RACE, RULE};
use descent_widget::math::Point;
use descent_widget::race::{Cause, OutcomeKind};
use descent_widget::surface::Trouble;

use crate::common::{from_query, see_answer};

/// The sentences of the first lane in all languages.
fn sentences(query: &str) -> Vec<String> {
    let mut lab = from_query(query);
    let scene = lab.scene();
    let said = |&language| describe::summaries(&scene, RACE.of(language))[0].clone();
    Language::ALL.iter().map(said).collect()
}

#[track_caller]
fn check(query: &str, kind: OutcomeKind, cause: Cause, step: usize, words: &str) {
    let mut lab = from_query(query);
    let outcome = lab.scene().lanes[0].trajectory.outcome;
    assert_eq!(
        (outcome.kind, outcome.cause, outcome.step),
        (kind, cause, step),
        "{query}"
    );
    let said = describe::summaries(&lab.scene(), RACE.en)[0].clone();
    assert!(said.ends_with(words), "{said}");
}

const ZERO_BY_ZERO: &str = "the update is 0/0, as ε = 0 and the squared gradients under the \
                            root are 0. Set ε above 0, such as 10⁻⁷.";

#[test]
fn zero_by_zero_is_not_told_as_too_large() {
    for rule in ["adagrad", "rmsprop", "adam"] {
        // At the minimum, and where the gradient along y alone is 0.
        for start in ["0 0", "-7 0"] {
            check(
                &format!("optimizers={rule}:eps=0&start={start}&steps=20"),
                OutcomeKind::Undefined,
                Cause::DivisionByZero,
                1,
                &format!("Stopped: at step 1 {ZERO_BY_ZERO}"),
            );
        }
        let mut lab = from_query(&format!("optimizers={rule}:eps=0&start=-7 2&steps=50"));
        let outcome = lab.scene().lanes[0].trajectory.outcome;
        assert_eq!(
            outcome.cause,
            Cause::Plain,
            "{rule} divides by what it has met"
        );
    }
}

#[test]
fn a_loss_without_a_gradient_has_a_loss() {
    let gradient = Cause::Surface(Trouble::UndefinedGradient);
    let formula = "surface=formula&steps=20&optimizers=sgd";
    for text in ["x^0.5%2By^2", "sqrt(x)%2By^2", "asin(x%2B1)%2By^2"] {
        check(
            &format!("{formula}&formula={text}&start=0 1"),
            OutcomeKind::Undefined,
            gradient,
            0,
            "the loss has a value, but its gradient is undefined at this starting point. Move \
             the start.",
        );
    }
    check(
        &format!("{formula}&formula=1/(1%2Bexp(-100x))%2By^2&start=-20 1"),
        OutcomeKind::Undefined,
        Cause::Surface(Trouble::LargeWithin),
        0,
        "the loss has a value, but numbers that its gradient is computed from are too large at \
         this starting point. Move the start.",
    );
    // The same in the middle of a run: 1 − 0.5·2 = 0.
    check(
        &format!("{formula}:lr=0.5&formula=x^2%2By^2%2B0*sqrt(x)&start=1 0"),
        OutcomeKind::Undefined,
        gradient,
        1,
        "at step 1 the loss has a value, but its gradient is undefined. Change the learning rate \
         or move the start.",
    );
}

#[test]
fn a_loss_that_is_not_defined_is_told_from_one_that_is_too_large() {
    let formula = "surface=formula&steps=20&optimizers=sgd";
    for (text, start) in [
        ("ln(x)%2By^2", "-1 1"),
        ("1/x", "0 1"),
        ("x^0.5", "-1 1"),
        ("1/exp(-1/x)", "0 0"),
    ] {
        check(
            &format!("{formula}&formula={text}&start={start}"),
            OutcomeKind::Undefined,
            Cause::Surface(Trouble::UndefinedLoss),
            0,
            "the loss is undefined at this starting point. Move the start.",
        );
    }
    // An overflow inside a function ends in NaN, but is one.
    for text in [
        "sin(exp(x))",
        "cos(x^200)",
        "exp(x)-exp(x)",
        "exp(exp(x))",
        "x^400",
    ] {
        check(
            &format!("{formula}&formula={text}&start=1000 1"),
            OutcomeKind::Diverged,
            Cause::Surface(Trouble::TooLarge),
            0,
            "the loss or its gradient is too large to compute at this starting point. Move the \
             start.",
        );
    }
    check(
        &format!("{formula}:lr=100&formula=sin(exp(x))&start=5 1"),
        OutcomeKind::Diverged,
        Cause::Surface(Trouble::TooLarge),
        1,
        "Diverged: at step 1 the values grew too large to compute. Lower the learning rate.",
    );
}

#[test]
fn each_reason_has_a_sentence_of_its_own_in_every_language() {
    let formula = "surface=formula&steps=20&optimizers=sgd";
    let reasons = [
        "optimizers=adam:eps=0&start=0 0&steps=20".to_owned(),
        format!("{formula}&formula=x^0.5&start=0 1"),
        format!("{formula}&formula=ln(x)&start=-1 1"),
        format!("{formula}&formula=exp(x)&start=1000 1"),
        format!("{formula}&formula=1/(1%2Bexp(-100x))&start=-20 1"),
    ];
    let said = reasons.map(|query| sentences(&query));
    for (rank, language) in Language::ALL.iter().enumerate() {
        let mut sentences: Vec<&String> = said.iter().map(|all| &all[rank]).collect();
        sentences.sort();
        sentences.dedup();
        assert_eq!(sentences.len(), 5, "{language:?}: {sentences:?}");
    }
}

#[test]
fn the_lessons_tell_zero_by_zero_too() {
    let query = "optimizers=adam:eps=0&start=0 0&steps=20&predict=10";
    let mut lab = from_query(query);
    lab.apply(PredictAction::Guess(Point::new(1.0, 0.0)).into())
        .unwrap();
    see_answer(&mut lab);
    let prediction = lab.prediction().unwrap();
    // One update has numbers: along y the gradient is 0 from the second step on.
    let late = "surface=formula&formula=x^2%2By^2&optimizers=rmsprop:eps=0,decay=0,lr=1&start=1 1";
    let mut late = from_query(&format!("{late}&steps=20&step=20&lessons=rule"));
    for &language in Language::ALL {
        let told = predict::sentences(&prediction, PREDICT.of(language)).1;
        assert!(told[1].contains("0/0"), "{told:?}");
        let caption = rule::sheet(&late.scene(), 0, RULE.of(language)).caption;
        assert!(caption.contains("0/0"), "{caption}");
    }
}

#[test]
fn what_starts_outside_of_the_picture_has_not_left_it() {
    let said = sentences("start=-30 10&optimizers=sgd:lr=1.2&steps=30");
    let expect = [
        "SGD: 위치 (−0.648, 2.42×10⁵), 손실 5.857×10¹⁰. 발산: 그림 밖에서 출발하여 스텝 2부터 시작점보다 더 멀어졌습니다.",
        "Diverged: it started outside the plot and has moved farther away since step 2.",
        "発散：図の外から始まり、ステップ 2 から開始点よりさらに遠ざかっています。",
    ];
    for (said, expect) in said.iter().zip(expect) {
        assert!(said.ends_with(expect), "{said}");
    }
}
