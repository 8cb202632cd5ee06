//! What the lessons say, one file a lesson with the three languages side by side.

mod questions;
mod share;

pub use questions::{Question, QuestionLabels, Questions};
pub use share::Share;

/// The words of all lessons in one language.
#[derive(Clone, Copy, Debug)]
pub struct Lessons {
    /// Questions and answers.
    pub questions: Questions,
    /// Links, code and files.
    pub share: Share,
}

/// Korean.
pub const KO: Lessons = Lessons {
    questions: questions::KO,
    share: share::KO,
};

/// English.
pub const EN: Lessons = Lessons {
    questions: questions::EN,
    share: share::EN,
};

/// Japanese.
pub const JA: Lessons = Lessons {
    questions: questions::JA,
    share: share::JA,
};

impl Lessons {
    /// Every word that never changes, by the name that the page has for it.
    pub fn pairs(&self) -> Vec<(String, &'static str)> {
        [self.questions.labels.pairs(), self.share.pairs()].concat()
    }
}
