//! The lab `training`, in English.

use crate::experiments::training::words::TrainingWords;

/// The words.
pub const WORDS: TrainingWords = TrainingWords {
    title: "Optimizers on a neural network",
    question: "Which one learns fastest?",
    terms: |train, test, batch| {
        format!(
            "Comparison: the same initial weights and mini-batches. {train} pictures to train \
             on, {test} to test on, batches of {batch}."
        )
    },
};
