//! Predict, then see, for its lesson.

use crate::experiments::race::picture::Mark;
use crate::lessons::predict::banner::Banner;
use crate::lessons::predict::model::Answer;
use crate::lessons::predict::picture as predict;
use crate::locale;
use crate::math::numeral::shortest;
use crate::web::figure::Figure;
use crate::web::frame::AnswerDetail;
use crate::web::full::sheets::LessonOptions;
use crate::web::json::{Text, object};
use crate::web::names::LessonName;
use std::rc::Rc;

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
        /// Whether a guess can be placed.
        takes_guess: bool,
        /// The guess, where there is one.
        x: String,
        y: String,
    }
}

impl Figure {
    /// What is asked, or what came of it, on the picture.
    pub(in crate::web) fn banner(&mut self) -> Option<Rc<dyn Mark>> {
        Banner::of(&mut self.lab, locale::PREDICT.of(self.language))
    }

    /// What came of the guess, at the step that was asked for.
    pub(in crate::web) fn answer_text(&mut self) -> String {
        let words = locale::PREDICT.of(self.language);
        let step = self.lab.step();
        let prediction = self.lab.prediction();
        let told = prediction.filter(|it| it.answer.is_some() && it.after == step);
        told.map_or_else(String::new, |it| predict::sentences(&it, words).1.join(" "))
    }

    /// What is to be done before it plays.
    pub(in crate::web) fn why_not_played(&self) -> Option<Text> {
        Some(locale::PREDICT.of(self.language).mark_first.into())
    }

    /// The answer to a guess that the page has not heard of.
    pub(super) fn new_answer(&mut self) -> Option<AnswerDetail> {
        let it = self.lab.take_new_answer()?;
        let (guess, correct) = (it.guess?, it.is_correct());
        Some(AnswerDetail {
            lesson: LessonName("predict"),
            correct,
            lane: it.name,
            step: it.after,
            x: guess.x,
            y: guess.y,
            distance: match it.answer {
                Some(Answer::At { distance, .. }) => Some(distance),
                _ => None,
            },
        })
    }

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
            takes_guess: self.lab.takes_guess(),
            x,
            y,
        })
    }
}
