//! The lesson on the loop that trains a network.

use crate::language::labels;

labels! {
    /// Words of the lesson that never change.
    LoopLabels:
    /// Heading of the program.
    loop_code,
    /// Nothing has run in the loop.
    loop_before,
    /// Button: the iteration as a whole again.
    loop_whole,
    /// How the program is to be read.
    loop_hint,
}

/// Words of the lesson.
#[derive(Clone, Copy, Debug)]
pub struct LoopWords {
    /// Those that never change.
    pub labels: LoopLabels,
    /// The whole iteration of a network is shown: its name, the iteration.
    pub whole: fn(&str, usize) -> String,
    /// A line of it has run: which, of how many.
    pub line: fn(&str, usize, usize, usize) -> String,
    /// The loss of the mini-batch before the update.
    pub before: fn(&str) -> String,
    /// The same and the one after it, and how many pictures are named rightly, of how many.
    pub after: fn(&str, &str, usize, usize) -> String,
}
