//! Words of the table of numbers.

use crate::language::labels;

labels! {
    /// Words that never change.
    DataLabels:
    /// Name of the part that scrolls.
    data,
    /// Button: earlier rows.
    previous_page,
    /// Button: later rows.
    next_page,
}

/// The words.
#[derive(Clone, Copy, Debug)]
pub struct DataWords {
    /// Words that never change.
    pub labels: DataLabels,
    /// The caption: name of the lane.
    pub table_of: fn(&str) -> String,
    /// The page: first and last step on it, number of steps.
    pub page_of: fn(usize, usize, usize) -> String,
}
