//! Every word of the interface: a folder a language, a file a subject.
//!
//! What a subject has to say is a struct, `words.rs` beside the lesson or the experiment that says
//! it; a language is a constant of it, so that leaving out a field does not compile. Arguments come
//! as plain numbers and as texts that are the same in every language (names of rules, printed
//! numbers).
//!
//! A build has the words that something asks for here by name, and no others: the linker drops the
//! rest.

pub mod en;
pub mod ja;
pub mod ko;

use crate::experiments::batch_norm::words::BatchNormWords;
use crate::experiments::network::words::{NetworkMessages, NetworkWords};
use crate::experiments::race::words::RaceWords;
use crate::experiments::race::words::space::SpaceWords;
use crate::experiments::regularization::words::RegularizationWords;
use crate::experiments::search::words::SearchWords;
use crate::experiments::training::words::TrainingWords;
use crate::experiments::weight_init::words::WeightInitWords;
use crate::language::{Language, Translations};
use crate::lessons::basins::words::BasinsWords;
use crate::lessons::batch::words::BatchWords;
use crate::lessons::conventions::words::ConventionsWords;
use crate::lessons::data::words::DataWords;
use crate::lessons::files::words::FilesWords;
use crate::lessons::physics::words::PhysicsWords;
use crate::lessons::predict::words::PredictWords;
use crate::lessons::program::words::ProgramWords;
use crate::lessons::questions::words::QuestionsWords;
use crate::lessons::rates::words::RatesWords;
use crate::lessons::rule::words::RuleWords;
use crate::lessons::share::words::ShareWords;
use crate::lessons::steps::words::StepsWords;
use crate::lessons::training_loop::words::LoopWords;
use crate::view::words::FigureWords;

/// A constant of the subjects' files, in every language.
macro_rules! translations {
    ($subject:ident::$name:ident) => {
        Translations {
            en: &en::$subject::$name,
            ja: &ja::$subject::$name,
            ko: &ko::$subject::$name,
        }
    };
}

/// What every figure says.
pub const FIGURE: Translations<FigureWords> = translations!(figure::WORDS);
/// The race.
pub const RACE: Translations<RaceWords> = translations!(race::WORDS);
/// The view in space.
pub const SPACE: Translations<SpaceWords> = translations!(space::WORDS);
/// What the labs on networks share.
pub const NETWORK: Translations<NetworkWords> = translations!(network::WORDS);
/// The lab `training`.
pub const TRAINING: Translations<TrainingWords> = translations!(training::WORDS);
/// The lab `weight-init`.
pub const WEIGHT_INIT: Translations<WeightInitWords> = translations!(weight_init::WORDS);
/// The lab `batch-norm`.
pub const BATCH_NORM: Translations<BatchNormWords> = translations!(batch_norm::WORDS);
/// The lab `regularization`.
pub const REGULARIZATION: Translations<RegularizationWords> = translations!(regularization::WORDS);
/// The lab `search`.
pub const SEARCH: Translations<SearchWords> = translations!(search::WORDS);
/// The table of numbers.
pub const DATA: Translations<DataWords> = translations!(data::WORDS);
/// The rule with its numbers.
pub const RULE: Translations<RuleWords> = translations!(rule::WORDS);
/// The rule as a program.
pub const PROGRAM: Translations<ProgramWords> = translations!(program::WORDS);
/// The forms of a rule.
pub const CONVENTIONS: Translations<ConventionsWords> = translations!(conventions::WORDS);
/// The map of hyperparameters.
pub const RATES: Translations<RatesWords> = translations!(rates::WORDS);
/// The map of basins.
pub const BASINS: Translations<BasinsWords> = translations!(basins::WORDS);
/// The ball in the valley.
pub const PHYSICS: Translations<PhysicsWords> = translations!(physics::WORDS);
/// The lengths of the steps.
pub const STEPS: Translations<StepsWords> = translations!(steps::WORDS);
/// Predict, then see.
pub const PREDICT: Translations<PredictWords> = translations!(predict::WORDS);
/// Questions and answers.
pub const QUESTIONS: Translations<QuestionsWords> = translations!(questions::WORDS);
/// Links, code and files.
pub const SHARE: Translations<ShareWords> = translations!(share::WORDS);
/// The pictures of a mini-batch.
pub const BATCH: Translations<BatchWords> = translations!(batch::WORDS);
/// The loop that trains a network.
pub const LOOP: Translations<LoopWords> = translations!(training_loop::WORDS);
/// Pictures of a reader's own.
pub const FILES: Translations<FilesWords> = translations!(files::WORDS);

/// The title of the lesson.
pub const DATA_TITLE: Translations<str> = translations!(data::TITLE);
/// The title of the lesson.
pub const RULE_TITLE: Translations<str> = translations!(rule::TITLE);
/// The title of the lesson.
pub const PROGRAM_TITLE: Translations<str> = translations!(program::TITLE);
/// The title of the lesson.
pub const CONVENTIONS_TITLE: Translations<str> = translations!(conventions::TITLE);
/// The title of the lesson.
pub const RATES_TITLE: Translations<str> = translations!(rates::TITLE);
/// The title of the lesson.
pub const BASINS_TITLE: Translations<str> = translations!(basins::TITLE);
/// The title of the lesson.
pub const PHYSICS_TITLE: Translations<str> = translations!(physics::TITLE);
/// The title of the lesson.
pub const STEPS_TITLE: Translations<str> = translations!(steps::TITLE);
/// The title of the lesson.
pub const PREDICT_TITLE: Translations<str> = translations!(predict::TITLE);
/// The title of the lesson.
pub const QUESTIONS_TITLE: Translations<str> = translations!(questions::TITLE);
/// The title of the lesson.
pub const SHARE_TITLE: Translations<str> = translations!(share::TITLE);
/// The title of the lesson.
pub const BATCH_TITLE: Translations<str> = translations!(batch::TITLE);
/// The title of the lesson.
pub const LOOP_TITLE: Translations<str> = translations!(training_loop::TITLE);
/// The title of the lesson.
pub const FILES_TITLE: Translations<str> = translations!(files::TITLE);

/// What its tab says.
pub const RULE_TAB: Translations<str> = translations!(rule::TAB);
/// What its tab says.
pub const PHYSICS_TAB: Translations<str> = translations!(physics::TAB);
/// What its tab says.
pub const RATES_TAB: Translations<str> = translations!(rates::TAB);
/// What its tab says.
pub const BATCH_TAB: Translations<str> = translations!(batch::TAB);
/// What its tab says.
pub const LOOP_TAB: Translations<str> = translations!(training_loop::TAB);

/// The words of the labs on networks, as their pictures are handed them.
pub const fn network_messages(language: Language) -> NetworkMessages {
    NetworkMessages {
        figure: FIGURE.of(language),
        network: NETWORK.of(language),
        training: TRAINING.of(language),
        weight_init: WEIGHT_INIT.of(language),
        batch_norm: BATCH_NORM.of(language),
        regularization: REGULARIZATION.of(language),
        search: SEARCH.of(language),
    }
}

/// Every word that never changes of the lessons and of the experiments on networks, by the name
/// that the page has for it.
pub fn lesson_labels(language: Language) -> Vec<(String, &'static str)> {
    [
        DATA.of(language).labels.pairs(),
        RULE.of(language).labels.pairs(),
        PROGRAM.of(language).labels.pairs(),
        CONVENTIONS.of(language).labels.pairs(),
        RATES.of(language).labels.pairs(),
        BASINS.of(language).labels.pairs(),
        PHYSICS.of(language).labels.pairs(),
        STEPS.of(language).labels.pairs(),
        PREDICT.of(language).labels.pairs(),
        QUESTIONS.of(language).labels.pairs(),
        SHARE.of(language).labels.pairs(),
        BATCH.of(language).labels.pairs(),
        LOOP.of(language).labels.pairs(),
        FILES.of(language).labels.pairs(),
        SPACE.of(language).labels.pairs(),
        SEARCH.of(language).labels.pairs(),
    ]
    .concat()
}
