//! Predict, then see, in English.

use crate::lessons::predict::words::{PredictLabels, PredictWords, RemarkWords};

/// The title.
pub const TITLE: &str = "Predict first";

fn steps(n: usize) -> String {
    let s = if n == 1 { "" } else { "s" };
    format!("{n} step{s}")
}

/// The words.
pub const WORDS: PredictWords = PredictWords {
    labels: PredictLabels {
        predict_intro: "The path is hidden. Mark where you expect it to be, then compare.",
        predict_after: "After how many steps",
        predict_ask: "Hide the path and ask",
        guess_x: "Guess x",
        guess_y: "Guess y",
        predict_tell: "Play and see",
        predict_again: "Guess again",
        predict_stop: "Stop and show the path",
        guess_hint: "Mark your guess",
    },
    question: |name, after| {
        format!(
            "{name}: where will it be after {}? Mark the place on the map or enter its coordinates.",
            steps(after)
        )
    },
    ask: |name, after| format!("{name}: where will it be after {}?", steps(after)),
    mark_first: "Mark the place first, then play.",
    then_play: "Play to see.",
    distance: |distance| format!("Distance from your guess: {distance}"),
    other_side: |side| {
        let [here, _] = side.sides();
        format!("It is on the other side of the minimum: {here}.")
    },
    guess: |[x, y]| format!("Your guess: ({x}, {y})."),
    truth: |words| {
        let [x, y] = &words.truth;
        format!(
            "{} after {}: ({x}, {y}). Distance from your guess: {}.",
            words.name,
            steps(words.after),
            words.distance
        )
    },
    remark: |remark| match remark {
        RemarkWords::Close => "Very close.".to_owned(),
        RemarkWords::Outside(false) => "It is outside of the picture.".to_owned(),
        RemarkWords::Outside(true) => {
            "It has left the picture: with a learning rate that is too large each step throws it \
             farther out."
                .to_owned()
        }
        RemarkWords::OtherSide(side) => {
            let [here, guessed] = side.sides();
            let line = format!("{} = {}", side.axis, side.at);
            let crossed = match side.n_crossings {
                0 => format!("It has not crossed {line} yet."),
                n => format!(
                    "How often it has crossed {line} on its way: {n}. The side depends on that."
                ),
            };
            format!(
                "It is on the other side of the minimum: you guessed {guessed}, and it is at \
                 {here}. {crossed}"
            )
        }
        RemarkWords::Farther => "It went farther than you guessed.".to_owned(),
        RemarkWords::Nearer => "It did not go as far as you guessed.".to_owned(),
        RemarkWords::Aside => "It went about as far, in another direction.".to_owned(),
    },
    overflowed: |name, step| {
        format!(
            "{name} had diverged before: the values of step {step} grew too large to say where it is."
        )
    },
    undefined: |name, step| {
        format!(
            "{name} had stopped before: at step {step} it went where the loss or its gradient is not \
             defined."
        )
    },
    zero_by_zero: |name, step| {
        format!("{name} had stopped before: at step {step} its update is 0/0, because ε = 0.")
    },
    hidden: |name| {
        format!(
            "{name}: the path is hidden until you have answered the prediction. What would give it \
             away is left out here too."
        )
    },
};
