//! The lesson on the program.

use crate::lessons::program::listing::{Program, program};
use crate::lessons::program::script::script;
use crate::lessons::rule::equation::TermId;
use crate::locale;
use crate::web::figure::Figure;
use crate::web::objects::{List, object};
use js_sys::JsString;
use wasm_bindgen::prelude::wasm_bindgen;

object! {
    /// A program at a moment of an update.
    pub struct ProgramSheet {
        lines: List<ProgramLine>,
        /// The term that a reader points at.
        lit: Option<TermId>,
        variables: List<Variable>,
        caption: JsString,
        /// How many lines the update runs.
        moments: usize,
        /// Which of them has run last; missing for the whole update.
        moment: Option<usize>,
        /// The update is still to come.
        to_come: bool,
        /// What an update of a network gains, in words; only the training loop has it.
        gain: Option<String>,
    }

    /// A line of a program.
    pub struct ProgramLine {
        parts: List<ProgramPart>,
        /// The term of the update that the line stands for.
        term: Option<TermId>,
        /// Whether it runs in the update.
        runs: bool,
    }

    /// A part of a line.
    pub struct ProgramPart {
        text: JsString,
        term: Option<TermId>,
    }

    /// A variable of a program.
    pub struct Variable {
        name: JsString,
        value: JsString,
        /// Whether the last line wrote it.
        written: bool,
    }
}

/// A program with its variables.
pub(super) fn sheet(program: &Program) -> ProgramSheet {
    let lines = program.lines.iter().map(|line| {
        let parts = line.parts.iter().map(|part| ProgramPart {
            text: part.text.as_str().into(),
            term: part.term,
        });
        ProgramLine {
            parts: parts.collect(),
            term: line.term,
            runs: line.runs,
        }
    });
    let variables = program.variables.iter().map(|variable| Variable {
        name: variable.name.as_str().into(),
        value: variable.value.as_str().into(),
        written: variable.is_written,
    });
    ProgramSheet {
        lines: lines.collect(),
        lit: program.lit,
        variables: variables.collect(),
        caption: program.caption.as_str().into(),
        moments: program.n_moments,
        moment: program.moment,
        to_come: program.is_to_come,
        gain: None,
    }
}

/// The rule as a program.
#[wasm_bindgen]
impl Figure {
    /// The class of the chosen lane's rule and its variables, within the shown update
    /// after the line of number `moment`; without it, after the whole update.
    pub fn program(&mut self, moment: Option<usize>) -> ProgramSheet {
        let (lane, words) = (self.lab.lane(), locale::PROGRAM.of(self.language));
        sheet(&program(&self.lab.scene(), lane, moment, words))
    }

    /// The race as a script for NumPy.
    pub fn script(&mut self) -> String {
        let words = locale::PROGRAM.of(self.language);
        script(&self.lab.scene(), words)
    }
}
