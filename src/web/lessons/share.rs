//! The lesson with links, code and files to take along.

use crate::web::figure::Figure;
use crate::web::objects::object;
use js_sys::Object;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
impl Figure {
    /// The state as code, given the address of the single page without a query, and what of
    /// the figure it does not carry.
    pub fn codes(&self, page: &str) -> Object {
        let codes = self.lab.codes(page, self.messages().labels.title);
        object(&[
            ("link", codes.link.into()),
            ("element", codes.element.into()),
            ("frame", codes.frame.into()),
            ("myst", codes.myst.into()),
            ("python", codes.python.into()),
            ("note", self.files_note().into()),
        ])
    }

    /// The record as CSV.
    pub fn csv(&mut self) -> String {
        self.lab.csv()
    }
}
