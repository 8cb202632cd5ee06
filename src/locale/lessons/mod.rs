//! What the lessons say, one file a lesson with the three languages side by side.

mod basins;
pub mod conventions;
mod data;
pub mod physics;
pub mod predict;
pub mod program;
mod questions;
mod rates;
pub mod rule;
mod share;
pub mod space;

pub use basins::{BasinEnd, Basins, BasinsLabels};
pub use data::{Data, DataLabels};
pub use questions::{Question, QuestionLabels, Questions};
pub use rates::{BoundWords, CellEnding, Rates, RatesLabels};
pub use share::Share;

/// The words of all lessons in one language.
#[derive(Clone, Copy, Debug)]
pub struct Lessons {
    /// The rule with its numbers.
    pub rule: rule::RuleWords,
    /// The rule as a program.
    pub program: program::ProgramWords,
    /// The table of numbers.
    pub data: Data,
    /// The forms in which books and libraries write the same rule.
    pub conventions: conventions::ConventionsWords,
    /// Questions and answers.
    pub questions: Questions,
    /// Links, code and files.
    pub share: Share,
    /// The ball in the valley.
    pub physics: physics::Physics,
    /// Predict, then see.
    pub predict: predict::Predict,
    /// The view in space.
    pub space: space::Space,
    /// The map of hyperparameters.
    pub rates: Rates,
    /// The map of basins.
    pub basins: Basins,
}

/// Korean.
pub const KO: Lessons = Lessons {
    rule: rule::KO,
    program: program::KO,
    data: data::KO,
    conventions: conventions::KO,
    questions: questions::KO,
    share: share::KO,
    physics: physics::KO,
    predict: predict::KO,
    space: space::KO,
    rates: rates::KO,
    basins: basins::KO,
};

/// English.
pub const EN: Lessons = Lessons {
    rule: rule::EN,
    program: program::EN,
    data: data::EN,
    conventions: conventions::EN,
    questions: questions::EN,
    share: share::EN,
    physics: physics::EN,
    predict: predict::EN,
    space: space::EN,
    rates: rates::EN,
    basins: basins::EN,
};

/// Japanese.
pub const JA: Lessons = Lessons {
    rule: rule::JA,
    program: program::JA,
    data: data::JA,
    conventions: conventions::JA,
    questions: questions::JA,
    share: share::JA,
    physics: physics::JA,
    predict: predict::JA,
    space: space::JA,
    rates: rates::JA,
    basins: basins::JA,
};

impl Lessons {
    /// Every word that never changes, by the name that the page has for it.
    pub fn pairs(&self) -> Vec<(String, &'static str)> {
        [
            self.rule.labels.pairs(),
            self.program.labels.pairs(),
            self.data.labels.pairs(),
            self.conventions.labels.pairs(),
            self.questions.labels.pairs(),
            self.share.pairs(),
            self.physics.labels.pairs(),
            self.predict.labels.pairs(),
            self.space.labels.pairs(),
            self.rates.labels.pairs(),
            self.basins.labels.pairs(),
        ]
        .concat()
    }
}
