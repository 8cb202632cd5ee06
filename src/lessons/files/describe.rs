//! What is said about pictures of a reader's own.

use crate::experiments::network::model::files::{
    Facts, FileProblem, MAX_BYTES, MAX_CLASSES, MAX_FEATURES, MIN_TRAIN, SetProblem,
};
use crate::experiments::network::words::NetworkWords;
use crate::lab::settings::LabName;
use crate::lessons::files::words::{FilesSentences, FilesWords};
use crate::math::joined;

/// Longer names are cut in sentences.
const NAME: usize = 60;

/// What is wrong with files, what remedies it, and that nothing was lost.
pub fn problem(problem: &SetProblem, words: &FilesWords) -> String {
    let words = &words.sentences;
    let of = |n: usize| n.to_string();
    let size = |(width, height): (usize, usize)| [of(width), of(height)];
    let (sentence, values) = match problem {
        SetProblem::Count(n) => (words.count, vec![of(*n)]),
        SetProblem::File { name, problem } => {
            let (sentence, numbers) = file_problem(problem, words);
            let values = std::iter::once(short(name)).chain(numbers);
            (sentence, values.collect())
        }
        SetProblem::Uneven { pictures, labels } => (words.uneven, vec![of(*pictures), of(*labels)]),
        SetProblem::Unclear(names) => (
            words.unclear,
            names.each_ref().map(|name| short(name)).to_vec(),
        ),
        SetProblem::Mismatch { pictures, labels } => {
            let values = [pictures, labels].map(|(name, n)| [short(name), of(*n)]);
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

/// Whose data a lab trains with: what there is to be said about a reader's own, or where the
/// digits come from.
pub fn source(
    facts: Option<&Facts>,
    lab: LabName,
    network: &NetworkWords,
    words: &FilesWords,
) -> String {
    let words = &words.sentences;
    let Some(facts) = facts else {
        return network.credit.to_owned();
    };
    let names: Vec<String> = facts.names.iter().map(|name| short(name)).collect();
    let (width, height) = facts.size;
    let numbers = [width, height, facts.n_train, facts.n_test, facts.classes];
    let mut values = vec![joined(&names, ", ")];
    values.extend(numbers.map(|n| n.to_string()));
    let mut sentences = vec![filled(words.own, &values)];
    if facts.is_split {
        sentences.push(words.split.to_owned());
    }
    // That lab measures on what it trains on.
    if let Some(n) = facts.n_scored().filter(|_| lab != LabName::BatchNorm) {
        sentences.push(filled(words.scored, &[n.to_string()]));
    }
    joined(&sentences, " ")
}

/// A name as it has room in a sentence.
fn short(name: &str) -> String {
    match name.char_indices().nth(NAME) {
        Some((end, _)) => [&name[..end], "…"].concat(),
        None => name.to_owned(),
    }
}

/// The sentence with the values in their places, `{0}` to `{9}`.
pub fn filled(sentence: &str, values: &[String]) -> String {
    let mut parts = sentence.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (index, rest) = part.split_once('}').unwrap_or(("", part));
        let value = index
            .parse()
            .ok()
            .and_then(|index: usize| values.get(index));
        text.push_str(value.map_or("", String::as_str));
        text.push_str(rest);
    }
    text
}
