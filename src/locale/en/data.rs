//! The table of numbers, in English.

use crate::lessons::data::words::{DataLabels, DataWords};

/// The title.
pub const TITLE: &str = "Table of numbers";

/// The words.
pub const WORDS: DataWords = DataWords {
    labels: DataLabels {
        data: "Table of numbers",
        previous_page: "Earlier steps",
        next_page: "Later steps",
    },
    table_of: |name| format!("{name}: point and loss at each step"),
    page_of: |first, last, steps| format!("Steps {first}–{last} of {steps}"),
};
