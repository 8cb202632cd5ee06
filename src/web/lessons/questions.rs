//! The lesson with questions.

use crate::lessons::questions::model::SETUPS;
use crate::locale;
use crate::view::non_breaking::tied;
use crate::web::figure::Figure;
use crate::web::objects::{List, object};
use wasm_bindgen::prelude::wasm_bindgen;

object! {
    /// A question on the section.
    pub struct Question in Questions {
        question: String,
        answer: String,
        /// The query that shows it on the figure.
        setup: &'static str,
    }
}

#[wasm_bindgen]
impl Figure {
    /// The questions with their answers, and the query that sets each up.
    pub fn questions(&self) -> List<Question> {
        let items = locale::QUESTIONS.of(self.language).items.iter();
        let questions = items.zip(SETUPS).map(|(item, setup)| Question {
            question: tied(item.question),
            answer: tied(item.answer),
            setup,
        });
        questions.collect()
    }
}
