//! The loop that trains a network, in English.

use crate::lessons::training_loop::words::{LoopLabels, LoopWords};

/// The title.
pub const TITLE: &str = "Training loop";

/// What its tab says.
pub const TAB: &str = "Training loop";

/// The words.
pub const WORDS: LoopWords = LoopWords {
    labels: LoopLabels {
        loop_code: "The training loop in Python",
        loop_before: "Iteration 0: network and optimizer have been made; the loop has not run yet.",
        loop_whole: "Show the whole iteration",
        loop_hint: "network.gradient finds the gradient by backpropagation. All optimizers get \
                    the same indices.",
    },
    whole: |name, iteration| {
        format!(
            "{name}, iteration {iteration}: the values after the highlighted lines have run in turn."
        )
    },
    line: |name, iteration, line, n| {
        format!(
            "{name}, iteration {iteration}, line {line} / {n}: the values after the highlighted \
             line has run."
        )
    },
    before: |loss| format!("Loss of this mini-batch: {loss} before the update."),
    after: |before, after, right, n| {
        format!(
            "Loss of this mini-batch: {before} before the update, {after} after it. {right} of {n} images are correct after it."
        )
    },
};
