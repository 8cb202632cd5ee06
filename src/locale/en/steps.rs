//! How long the steps are, in English.

use crate::lessons::steps::words::{StepsLabels, StepsWords, UpdateWords, UpdatesWords};

/// The title.
pub const TITLE: &str = "Step lengths";

/// The words.
pub const WORDS: StepsWords = StepsWords {
    labels: StepsLabels {
        steps_note: "A step of SGD is η times the gradient: long where it is steep, short where it is \
                     flat. AdaGrad, RMSProp and Adam divide the gradient by its size: their first steps \
                     are equally long along both axes, and η decides how long. Where the sign of the \
                     steps changes, the path turns back along that axis.",
    },
    title: "Step lengths: |Δx| above, |Δy| below",
    update: |words| {
        let UpdateWords {
            name,
            step,
            change: [x, y],
            rate,
        } = words;
        format!("{name}, step {step}: Δx = {x}, Δy = {y} (η = {rate}).")
    },
    start: |name| format!("{name}: no update yet."),
    updates: |words| {
        let UpdatesWords {
            name,
            step,
            longest: [x, y],
            turns,
            ..
        } = words;
        let [x_rate, y_rate] = match &words.of_rate {
            Some([x, y]) => [format!(" ({x} η)"), format!(" ({y} η)")],
            None => Default::default(),
        };
        format!(
            "{name}, up to step {step}: the longest step is {x}{x_rate} along x and {y}{y_rate} along \
             y. Changes of sign: {} along x, {} along y.",
            turns[0], turns[1]
        )
    },
};
