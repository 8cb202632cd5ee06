//! The words of a [`Figure`] in its language.

use crate::experiments::race::words::RaceWords;
use crate::experiments::race::words::space::SpaceWords;
use crate::lab::Problem;
#[cfg(feature = "lessons")]
use crate::lab::settings::LabName;
use crate::language::Language;
use crate::locale;
use crate::locale::words::FigureWords;
use crate::view::words;
use crate::web::figure::{Figure, Words};
use crate::web::objects::put;
#[cfg(feature = "lessons")]
use crate::{experiments::network::describe, view::non_breaking::tied};
use js_sys::Object;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
impl Figure {
    /// The words of the language that never change, by their names in the template.
    pub fn words(&self) -> Words {
        let words = Object::new();
        let labels = self.figure_words().labels.pairs();
        #[cfg(feature = "lessons")]
        let labels = [labels, locale::lesson_labels(self.language)].concat();
        for (name, word) in labels {
            #[cfg(feature = "lessons")]
            let word = &*tied(word);
            put(&words, &name, &word.into());
        }
        let title = self.race_words().title;
        #[cfg(feature = "lessons")]
        let title = match self.lab.settings().lab {
            LabName::Race => title,
            lab => describe::title(&self.study_words(), lab),
        };
        put(&words, "title", &title.into());
        words.unchecked_into()
    }
}

impl Figure {
    /// What every figure says.
    pub(super) fn figure_words(&self) -> &'static FigureWords {
        locale::FIGURE.of(self.language)
    }

    /// What the race says.
    pub(super) fn race_words(&self) -> &'static RaceWords {
        locale::RACE.of(self.language)
    }

    /// What is said of the view in space, where the build has it.
    pub(super) fn space_words(&self) -> Option<&'static SpaceWords> {
        cfg!(feature = "lessons").then(|| locale::SPACE.of(self.language))
    }

    /// What is wrong with something typed.
    pub(super) fn problem_text(&self, problem: &Problem) -> String {
        words::problem(self.figure_words(), self.race_words(), problem)
    }
}

/// The titles of the lessons on the race.
pub(super) fn titles(language: Language) -> [&'static str; 10] {
    [
        locale::DATA_TITLE.of(language),
        locale::RULE_TITLE.of(language),
        locale::PROGRAM_TITLE.of(language),
        locale::CONVENTIONS_TITLE.of(language),
        locale::RATES_TITLE.of(language),
        locale::BASINS_TITLE.of(language),
        locale::PHYSICS_TITLE.of(language),
        locale::PREDICT_TITLE.of(language),
        locale::QUESTIONS_TITLE.of(language),
        locale::SHARE_TITLE.of(language),
    ]
}
