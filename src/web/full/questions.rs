//! The lesson with questions.

use crate::lessons::questions::model::SETUPS;
use crate::locale;
use crate::view::non_breaking::non_breaking;
use crate::web::figure::Figure;
use crate::web::full::sheets::LessonOptions;
use crate::web::json::{List, object};

object! {
    /// The questions on the section.
    struct QuestionsSheet {
        questions: List<Question>,
    }

    /// A question on the section.
    struct Question {
        question: String,
        answer: String,
        /// The query that shows it on the figure.
        setup: &'static str,
    }
}

impl Figure {
    /// The questions with their answers, and the query that sets each up.
    pub(super) fn questions(&mut self, _: &LessonOptions) -> Option<QuestionsSheet> {
        let items = locale::QUESTIONS.of(self.language).items.iter();
        let questions = items.zip(SETUPS).map(|(item, setup)| Question {
            question: non_breaking(item.question),
            answer: non_breaking(item.answer),
            setup,
        });
        Some(QuestionsSheet {
            questions: questions.collect(),
        })
    }
}
