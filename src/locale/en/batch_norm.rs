//! The lab `batch-norm`, in English.

use crate::experiments::batch_norm::words::{BatchNormWords, WinWords};

/// The words.
pub const WORDS: BatchNormWords = BatchNormWords {
    title: "The effect of batch normalization",
    question: "Can it learn from poor initial weights?",
    with: "batch norm",
    without: "no batch norm",
    chosen: |init| format!("Training accuracy (initial weights {init})"),
    grid: "All 16 scales of the initial weights: click one",
    scale: "Standard deviation of the initial weights",
    wins: |words| {
        let WinWords {
            here,
            n,
            n_of,
            n_diverged,
        } = words;
        let diverged =
            (*n_diverged > 0).then(|| format!("diverged at {n_diverged} of {n_of} scales"));
        let here = here.iter().map(|init| format!("higher at {init}"));
        here.chain([format!(
            "higher at {n} of the {n_of} scales computed so far"
        )])
        .chain(diverged)
        .collect()
    },
    waiting: "waiting",
    n_waiting: |n| format!("{n} waiting."),
    description: |n, [with, without], chosen| {
        format!(
            "A small picture for each of 16 standard deviations of the initial weights from 1 to \
             0.0001, accuracy from 0 to 1 upward. Of {n} computed, {with} are higher with batch normalization and {without} without it. Chosen: {chosen}."
        )
    },
    terms: |train, batch| {
        format!(
            "Comparison: five hidden layers of 100 units, SGD at 0.01, the first {train} training images, batches of {batch}, the same initial weights and mini-batches. Accuracy is measured on these images."
        )
    },
};
