//! What is said about pictures of a reader's own.

use crate::lessons::files::words::{FilesSentences, FilesWords};
use crate::math::joined;
use crate::nn::{FileProblem, MAX_BYTES, MAX_CLASSES, MAX_FEATURES, MIN_TRAIN, SetProblem};
use crate::view::sentence::{filled, shortened};

/// What is wrong with files, what remedies it, and that nothing was lost.
pub fn problem(problem: &SetProblem, words: &FilesWords) -> String {
    let words = &words.sentences;
    let of = |n: usize| n.to_string();
    let size = |(width, height): (usize, usize)| [of(width), of(height)];
    let (sentence, values) = match problem {
        SetProblem::Count(n) => (words.count, vec![of(*n)]),
        SetProblem::File { name, problem } => {
            let (sentence, numbers) = file_problem(problem, words);
            let values = std::iter::once(shortened(name)).chain(numbers);
            (sentence, values.collect())
        }
        SetProblem::Uneven { pictures, labels } => (words.uneven, vec![of(*pictures), of(*labels)]),
        SetProblem::Unclear(names) => (
            words.unclear,
            names.each_ref().map(|name| shortened(name)).to_vec(),
        ),
        SetProblem::Mismatch { pictures, labels } => {
            let values = [pictures, labels].map(|(name, n)| [shortened(name), of(*n)]);
            (words.mismatch, values.concat())
        }
        SetProblem::Sizes { train, test } => (words.sizes, [size(*train), size(*test)].concat()),
        SetProblem::Labels { train, test } => (words.labels, vec![of(*train), of(*test)]),
        SetProblem::OneClass => (words.one_class, Vec::new()),
        SetProblem::Few(n) => (words.few, vec![of(*n), of(MIN_TRAIN)]),
    };
    joined(&[&filled(sentence, &values), words.kept], " ")
}

/// The sentence about one file and the values in it, without the name.
fn file_problem(problem: &FileProblem, words: &FilesSentences) -> (&'static str, Vec<String>) {
    let megabytes = |bytes: u64| (bytes >> 20).to_string();
    match *problem {
        FileProblem::Damaged => (words.damaged, Vec::new()),
        FileProblem::Compressed => (words.compressed, Vec::new()),
        FileProblem::NotIdx => (words.not_idx, Vec::new()),
        FileProblem::NotBytes(code) => (words.not_bytes, vec![format!("{code:#04x}")]),
        FileProblem::Dimensions(n) => (words.dimensions, vec![n.to_string()]),
        FileProblem::Empty => (words.empty, Vec::new()),
        FileProblem::Wide { width, height } => (
            words.wide,
            vec![
                width.to_string(),
                height.to_string(),
                MAX_FEATURES.to_string(),
            ],
        ),
        FileProblem::Huge(bytes) => (words.huge, vec![megabytes(bytes), megabytes(MAX_BYTES)]),
        FileProblem::Short { expected, found } => {
            (words.short, vec![found.to_string(), expected.to_string()])
        }
        FileProblem::Long(expected) => (words.long, vec![expected.to_string()]),
        FileProblem::Label(label) => (
            words.label,
            vec![label.to_string(), (MAX_CLASSES - 1).to_string()],
        ),
    }
}
