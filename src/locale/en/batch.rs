//! The pictures of a mini-batch, in English.

use crate::lessons::batch::words::{BatchLabels, BatchWords};

/// The title.
pub const TITLE: &str = "Mini-batch and mistakes";

/// What its tab says.
pub const TAB: &str = "Mini-batch";

/// The words.
pub const WORDS: BatchWords = BatchWords {
    labels: BatchLabels {
        batch_now: "The mini-batch of this iteration",
        batch_before: "Iteration 0: no mini-batch has been chosen yet.",
        batch_legend: "Under each picture stands what the network takes it for. Where that is \
                       wrong, the picture has a frame, and “true→predicted” stands there.",
        batch_mistakes: "Misclassified test data",
        batch_confusions: "True→predicted, and how many pictures",
        batch_previous: "Earlier pictures",
        batch_next: "Later pictures",
    },
    batch: |name, iteration, right, n| {
        format!("Iteration {iteration}, {name}: {right} of {n} right after the update.")
    },
    mistakes: |name, iteration, wrong, n| {
        format!("{name}, measured at iteration {iteration}: {wrong} of {n} test pictures wrong.")
    },
    mistakes_before: |every| {
        format!("The test data is measured every {every} iterations, and has not been yet.")
    },
    confusion: |pair, n| format!("{pair}: {n}"),
    page_of: |first, last, n| format!("Pictures {first}–{last} of {n}"),
};
