//! Predict, then see, for its drawer.

use crate::lab::settings::{Choice, Lesson};
use crate::lessons::predict::model::PredictAction;
use crate::lessons::predict::picture as predict;
use crate::locale;
use crate::math::numeral::shortest;
use crate::web::figure::Figure;
use crate::web::objects::{List, object};
use wasm_bindgen::prelude::wasm_bindgen;

object! {
    /// What the reader is asked to predict, what was guessed and what came of it.
    pub struct Prediction {
        question: String,
        /// What came of it, in sentences.
        told: List<String>,
        is_told: bool,
        is_guessed: bool,
        /// The guess, where there is one.
        x: String,
        y: String,
    }

    /// What a lesson leaves out while a path is hidden.
    pub struct Veil {
        sentence: String,
        /// Whether that is all of it.
        is_whole: bool,
    }
}

/// The lesson `predict`.
#[wasm_bindgen]
impl Figure {
    /// What is asked, what was guessed and what came of it; `undefined` where nothing is asked.
    pub fn prediction(&mut self) -> Option<Prediction> {
        let words = locale::PREDICT.of(self.language);
        let prediction = self.lab.prediction()?;
        let (question, told) = predict::sentences(&prediction, words);
        let guess = prediction.guess.map(|at| [at.x, at.y].map(shortest));
        let [x, y] = guess.unwrap_or_default();
        Some(Prediction {
            question,
            told: told.into_iter().collect(),
            is_told: prediction.answer.is_some(),
            is_guessed: prediction.guess.is_some(),
            x,
            y,
        })
    }

    /// What a lesson leaves out because it would tell where a hidden lane leads, in words;
    /// `undefined` where it tells all.
    pub fn veil(&mut self, lesson: &str) -> Option<Veil> {
        let veil = self.lab.veil(Lesson::named(lesson)?)?;
        let sentence = (locale::PREDICT.of(self.language).veiled)(&veil.name);
        Some(Veil {
            sentence,
            is_whole: veil.is_whole,
        })
    }

    /// Hides the path of the lane and asks where it is after as many steps as were typed;
    /// returns what is wrong.
    #[wasm_bindgen(js_name = askAfter)]
    pub fn ask_after(&mut self, text: &str) -> Option<String> {
        let problem = self
            .lab
            .apply(PredictAction::Ask(text.to_owned()).into())
            .err()?;
        Some(self.problem_text(&problem))
    }

    /// Takes one coordinate of a guess as it was typed; returns what is wrong.
    #[wasm_bindgen(js_name = typeGuess)]
    pub fn type_guess(&mut self, is_y: bool, text: &str) -> Option<String> {
        let problem = self
            .lab
            .apply(PredictAction::TypeGuess(is_y, text.to_owned()).into())
            .err()?;
        Some(self.problem_text(&problem))
    }

    /// Shows where the lane is.
    pub fn tell(&mut self) {
        self.act(PredictAction::Tell.into());
    }

    /// Asks again.
    #[wasm_bindgen(js_name = askAgain)]
    pub fn ask_again(&mut self) {
        self.act(PredictAction::AskAgain.into());
    }
}
