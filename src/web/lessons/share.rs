//! The lesson with links, code and files to take along.

use crate::web::figure::Figure;
use crate::web::objects::object;
use wasm_bindgen::prelude::wasm_bindgen;

object! {
    /// The state as code.
    pub struct Codes {
        link: String,
        element: String,
        frame: String,
        myst: String,
        python: String,
        /// What of the figure it does not carry; empty where it carries all.
        note: &'static str,
    }
}

#[wasm_bindgen]
impl Figure {
    /// The state as code, given the address of the single page without a query, and what of
    /// the figure it does not carry.
    pub fn codes(&self, page: &str) -> Codes {
        let codes = self.lab.codes(page, self.race_words().title);
        Codes {
            link: codes.link,
            element: codes.element,
            frame: codes.frame,
            myst: codes.myst,
            python: codes.python,
            note: self.files_note(),
        }
    }

    /// The record as CSV.
    pub fn csv(&mut self) -> String {
        self.lab.csv()
    }
}
