//! Predict, then see, for its lesson.

use crate::lessons::predict::picture as predict;
use crate::locale;
use crate::math::numeral::shortest;
use crate::web::figure::Figure;
use crate::web::full::sheets::LessonOptions;
use crate::web::json::object;

object! {
    /// What the reader can be asked to predict, and what is asked.
    struct PredictSheet {
        /// After how many steps, as a field has it that nobody has typed into.
        after: String,
        asked: Option<Prediction>,
    }

    /// What the reader is asked to predict, what was guessed and what came of it.
    struct Prediction {
        question: String,
        /// What came of it, in sentences.
        told: Vec<String>,
        is_told: bool,
        is_guessed: bool,
        /// The guess, where there is one.
        x: String,
        y: String,
    }
}

impl Figure {
    /// What is asked, what was guessed and what came of it.
    pub(super) fn predict(&mut self, _: &LessonOptions) -> Option<PredictSheet> {
        let after = self.get("predict");
        Some(PredictSheet {
            after: match after.is_empty() {
                true => self.lab.last_step().to_string(),
                false => after,
            },
            asked: self.prediction(),
        })
    }

    fn prediction(&mut self) -> Option<Prediction> {
        let words = locale::PREDICT.of(self.language);
        let prediction = self.lab.prediction()?;
        let (question, told) = predict::sentences(&prediction, words);
        let guess = prediction.guess.map(|at| [at.x, at.y].map(shortest));
        let [x, y] = guess.unwrap_or_default();
        Some(Prediction {
            question,
            told,
            is_told: prediction.answer.is_some(),
            is_guessed: prediction.guess.is_some(),
            x,
            y,
        })
    }
}
