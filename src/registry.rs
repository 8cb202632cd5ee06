//! All that there is: the one place that names every experiment and every lesson.

#[cfg(feature = "lessons")]
use crate::experiments::network::model::Studies;
use crate::experiments::race::model::Race;
use crate::experiments::race::picture::RacePanels;
#[cfg(feature = "lessons")]
use crate::experiments::race::picture::space;
#[cfg(feature = "lessons")]
use crate::lab::LessonType;
#[cfg(feature = "lessons")]
use crate::lab::settings::Choice;
use crate::lab::{ExperimentType, Lab, Registry};
use crate::language::Language;
#[cfg(feature = "lessons")]
use crate::lessons::{predict, rule};
use crate::locale;
use crate::view::figure::Panels;

const RACE: ExperimentType = ExperimentType::new::<Race>("race", Lab::race_controls);

/// The race alone, which is all that a page loads first.
#[cfg(not(feature = "lessons"))]
pub static REGISTRY: Registry = Registry {
    experiments: &[RACE],
    lessons: &[],
    extensions: &[],
};

/// Everything.
#[cfg(feature = "lessons")]
pub static REGISTRY: Registry = Registry {
    experiments: &[
        RACE,
        network("training"),
        network("weight-init"),
        network("batch-norm"),
        network("regularization"),
        network("search"),
    ],
    lessons: &[
        LessonType::new::<rule::model::RuleLesson>("rule"),
        LessonType::new::<predict::model::PredictLesson>("predict"),
    ],
    extensions: &[
        &rule::picture::ARROWS,
        &predict::picture::PREDICTION,
        &space::LANDSCAPE,
    ],
};

#[cfg(feature = "lessons")]
const fn network(name: &'static str) -> ExperimentType {
    ExperimentType::new::<Studies>(name, Lab::study_controls)
}

/// The panels of a figure in a language; `None` while their data is missing.
pub fn panels(lab: &mut Lab, language: Language) -> Option<Box<dyn Panels + '_>> {
    #[cfg(feature = "lessons")]
    if lab.settings().lab.name() != RACE.name {
        return Some(Box::new(lab.study_panels(locale::study_words(language))?));
    }
    Some(Box::new(RacePanels {
        scene: lab.scene(),
        figure: locale::FIGURE.of(language),
        words: locale::RACE.of(language),
        space: cfg!(feature = "lessons").then(|| locale::SPACE.of(language)),
    }))
}

impl Lab {
    /// The book's figure: its four rules on its function from (−7, 2).
    pub fn new() -> Self {
        Self::with(&REGISTRY)
    }
}

impl Default for Lab {
    fn default() -> Self {
        Self::new()
    }
}
