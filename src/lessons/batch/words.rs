//! The lesson with the pictures of a mini-batch, and with those that are taken for others.

use crate::language::labels;

labels! {
    /// Words of the lesson that never change.
    BatchLabels:
    /// Heading: the mini-batch of the shown iteration.
    batch_now,
    /// No mini-batch has been chosen.
    batch_before,
    /// How the pictures are to be read.
    batch_legend,
    /// Heading: test data that a network takes for something else.
    batch_mistakes,
    /// Name of the list of what is taken for what.
    batch_confusions,
    /// Button: pictures before these.
    batch_previous,
    /// Button: pictures after these.
    batch_next,
}

/// Words of the lesson.
#[derive(Clone, Copy, Debug)]
pub struct BatchWords {
    /// Those that never change.
    pub labels: BatchLabels,
    /// How many pictures of the mini-batch are named rightly: network, iteration, how many,
    /// of how many.
    pub batch: fn(&str, usize, usize, usize) -> String,
    /// How many test pictures are taken for something else, likewise.
    pub mistakes: fn(&str, usize, usize, usize) -> String,
    /// The test data was not looked at yet: after each so many iterations it is.
    pub mistakes_before: fn(u64) -> String,
    /// What is taken for what, and how often.
    pub confusion: fn(&str, usize) -> String,
    /// Which pictures are shown: the first, the last, of how many.
    pub page_of: fn(usize, usize, usize) -> String,
}
