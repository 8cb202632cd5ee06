//! The lesson with questions.

use crate::lab::lessons::questions::SETUPS;
use crate::view::lessons::tied::tied;
use crate::web::figure::Figure;
use crate::web::objects::{array, object};
use js_sys::Array;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
impl Figure {
    /// The questions with their answers, and the query that sets each up.
    pub fn questions(&self) -> Array {
        let items = &self.messages().lesson.questions.items;
        array(items.iter().zip(SETUPS).map(|(item, setup)| {
            object(&[
                ("question", tied(item.question).into()),
                ("answer", tied(item.answer).into()),
                ("setup", setup.into()),
            ])
        }))
    }
}
