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
        batch_legend: "The number under each image is the prediction. Misclassified images are framed and labeled true→predicted.",
        batch_mistakes: "Misclassified test data",
        batch_confusions: "True→predicted, number of images",
        batch_previous: "Previous images",
        batch_next: "Next images",
    },
    batch: |name, iteration, right, n| {
        format!("Iteration {iteration}, {name}: {right} of {n} correct after the update.")
    },
    mistakes: |name, iteration, wrong, n| {
        format!(
            "{name} (measured at iteration {iteration}): {wrong} of {n} test images misclassified."
        )
    },
    mistakes_before: |every| {
        format!("The test data is measured every {every} iterations. It has not been measured yet.")
    },
    confusion: |pair, n| format!("{pair}: {n}"),
    page_of: |first, last, n| format!("Images {first}–{last} of {n}"),
};
