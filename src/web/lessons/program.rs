//! The lesson on the program.

use crate::view::lessons::numpy::script;
use crate::view::lessons::program::{Program, program};
use crate::web::figure::Figure;
use crate::web::lessons::rule::name;
use crate::web::objects::{array, object};
use js_sys::Object;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// A program with its variables.
pub(super) fn sheet(program: &Program) -> Object {
    let lines = program.lines.iter().map(|line| {
        let parts = line.parts.iter().map(|part| {
            object(&[
                ("text", part.text.as_str().into()),
                ("term", name(part.term)),
            ])
        });
        object(&[
            ("parts", array(parts).into()),
            ("term", name(line.term)),
            ("runs", line.runs.into()),
        ])
    });
    let variables = program.variables.iter().map(|variable| {
        object(&[
            ("name", variable.name.as_str().into()),
            ("value", variable.value.as_str().into()),
            ("written", variable.is_written.into()),
        ])
    });
    let at = program
        .moment
        .map_or(JsValue::NULL, |at| (at as f64).into());
    object(&[
        ("lines", array(lines).into()),
        ("lit", name(program.lit)),
        ("variables", array(variables).into()),
        ("caption", program.caption.as_str().into()),
        ("moments", (program.n_moments as f64).into()),
        ("moment", at),
        ("toCome", program.is_to_come.into()),
    ])
}

/// The rule as a program.
#[wasm_bindgen]
impl Figure {
    /// The class of the chosen lane's rule and its variables, within the shown update
    /// after the line of number `moment`; without it, after the whole update.
    pub fn program(&mut self, moment: Option<usize>) -> Object {
        let (lane, messages) = (self.lab.lane(), self.messages());
        sheet(&program(&self.lab.scene(), lane, moment, messages))
    }

    /// The race as a script for NumPy.
    pub fn script(&mut self) -> String {
        let messages = self.messages();
        script(&self.lab.scene(), messages)
    }
}
