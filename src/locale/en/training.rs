//! The lab `training`, in English.

use crate::experiments::training::words::TrainingWords;

/// The words.
pub const WORDS: TrainingWords = TrainingWords {
    title: "Optimizers on a neural network",
    question: "Which one learns fastest?",
    digits_of: |iteration, name| format!("Iteration {iteration}, {name}: "),
    digits: |right, n| format!("{right} of {n} in the mini-batch correct"),
    digits_before: |n| format!("First mini-batch ({n} images): no predictions yet"),
    digits_shown: |n| format!("first {n} shown"),
    terms: |train, test, batch| {
        format!(
            "Comparison: the same initial weights and mini-batches. {train} training images, {test} test images, batches of {batch}."
        )
    },
};
