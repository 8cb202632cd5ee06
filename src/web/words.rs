//! The words of a [`Figure`] in its language.

use crate::experiments::race::names;
use crate::experiments::race::words::RaceWords;
use crate::experiments::race::words::space::SpaceWords;
use crate::lab::Problem;
use crate::language::Language;
use crate::locale;
use crate::view::words::FigureWords;
use crate::web::build;
use crate::web::figure::Figure;
use crate::web::json::{Json, ToJson, Typed};
use crate::web::typescript::Type;

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
        for (name, word) in build::labels(labels, figure) {
            json.name(&name);
            build::write_word(word, json);
        }
        json.member("title", &figure.page().title(figure));
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
        build::space_words(self.language)
    }

    /// What is wrong with something typed.
    pub(super) fn problem_text(&self, problem: &Problem) -> String {
        names::problem(self.figure_words(), self.race_words(), problem)
    }
}

/// The titles of the lessons on the race, in their order.
pub(super) fn titles(language: Language) -> [&'static str; 11] {
    [
        locale::RULE_TITLE.of(language),
        locale::PHYSICS_TITLE.of(language),
        locale::RATES_TITLE.of(language),
        locale::STEPS_TITLE.of(language),
        locale::PROGRAM_TITLE.of(language),
        locale::DATA_TITLE.of(language),
        locale::CONVENTIONS_TITLE.of(language),
        locale::BASINS_TITLE.of(language),
        locale::PREDICT_TITLE.of(language),
        locale::QUESTIONS_TITLE.of(language),
        locale::SHARE_TITLE.of(language),
    ]
}

/// What the tab of a lesson says that always has one; the others have theirs while they are open.
pub(super) fn tab(lesson: &str, language: Language) -> Option<&'static str> {
    let words = match lesson {
        "rule" => locale::RULE_TAB,
        "physics" => locale::PHYSICS_TAB,
        "rates" => locale::RATES_TAB,
        "batch" => locale::BATCH_TAB,
        "loop" => locale::LOOP_TAB,
        _ => return None,
    };
    Some(words.of(language))
}
