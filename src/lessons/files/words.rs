//! What is said about pictures of a reader's own.

use crate::language::labels;

labels! {
    /// Words of the lesson that never change.
    FilesLabels:
    /// Which files are wanted.
    files_which,
    /// Button: opens the system's dialog.
    files_choose,
    /// They can be dropped too.
    files_drop,
    /// Where they go: nowhere.
    files_private,
    /// While they are read.
    files_reading,
    /// Button: the digits again.
    files_back,
    /// They are back.
    files_returned,
}

labels! {
    /// Sentences with places for names and numbers, such as `{0}`; of names the first one.
    FilesSentences:
    /// How many files there are.
    count,
    /// A name.
    damaged,
    /// A name.
    compressed,
    /// A name.
    not_idx,
    /// A name, the code of a type.
    not_bytes,
    /// A name, how many dimensions.
    dimensions,
    /// A name.
    empty,
    /// A name, columns, rows, most pixels.
    wide,
    /// A name, megabytes, most of them.
    huge,
    /// A name, bytes that there are, bytes that are announced.
    short,
    /// A name, bytes that are announced.
    long,
    /// A name, a label, the highest one allowed.
    label,
    /// Files of pictures, files of labels.
    uneven,
    /// Two names.
    unclear,
    /// A name, pictures, a name, labels.
    mismatch,
    /// Columns and rows to train on, those for the test.
    sizes,
    /// The highest label to train on, the highest for the test.
    labels,
    /// Nothing.
    one_class,
    /// How many pictures to train on, how many are needed.
    few,
    /// After all of these: nothing was lost.
    kept,
    /// Files were taken.
    taken,
    /// What a link leaves out.
    not_linked,
}

/// The words.
#[derive(Clone, Copy, Debug)]
pub struct FilesWords {
    /// Words that never change.
    pub labels: FilesLabels,
    /// Sentences with places in them.
    pub sentences: FilesSentences,
}
