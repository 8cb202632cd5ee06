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
use crate::web::figure::Figure;
use crate::web::json::{Json, ToJson, Typed};
use crate::web::typescript::Type;
#[cfg(feature = "lessons")]
use crate::{experiments::network::describe, view::non_breaking::tied};

/// The words of the language that never change, by their names in the template.
pub(super) struct Words<'a>(pub(super) &'a Figure);

impl Typed for Words<'_> {
    const TYPE: Type = Type::Named("Record<string, string>");
}

impl ToJson for Words<'_> {
    fn write(&self, json: &mut Json) {
        let Self(figure) = self;
        json.open('{');
        let labels = figure.figure_words().labels.pairs();
        #[cfg(feature = "lessons")]
        let labels = [labels, locale::lesson_labels(figure.language)].concat();
        for (name, word) in labels {
            json.name(&name);
            #[cfg(feature = "lessons")]
            let word = &*tied(word);
            json.text(word);
        }
        let title = figure.race_words().title;
        #[cfg(feature = "lessons")]
        let title = match figure.lab.settings().lab {
            LabName::Race => title,
            lab => describe::title(&figure.study_words(), lab),
        };
        json.member("title", &title);
        json.close('}');
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
