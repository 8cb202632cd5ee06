//! The lesson on the program.

use crate::lessons::program::listing::{Program, program};
use crate::lessons::program::script::script;
use crate::lessons::rule::equation::TermId;
use crate::locale;
use crate::web::figure::Figure;
use crate::web::full::sheets::LessonOptions;
use crate::web::json::{List, object};

object! {
    /// A program at a moment of an update.
    struct ProgramSheet {
        /// The step that is shown.
        step: usize,
        lines: List<ProgramLine>,
        /// The term that a reader points at.
        lit: Option<TermId>,
        variables: List<Variable>,
        caption: String,
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
    struct ProgramLine {
        parts: List<ProgramPart>,
        /// The term of the update that the line stands for.
        term: Option<TermId>,
        /// Whether it runs in the update.
        runs: bool,
    }

    /// A part of a line.
    struct ProgramPart {
        text: String,
        term: Option<TermId>,
    }

    /// A variable of a program.
    struct Variable {
        name: String,
        value: String,
        /// Whether the last line wrote it.
        written: bool,
    }
}

/// A program with its variables.
pub(super) fn sheet(program: &Program, step: usize) -> ProgramSheet {
    let lines = program.lines.iter().map(|line| {
        let parts = line.parts.iter().map(|part| ProgramPart {
            text: part.text.clone(),
            term: part.term,
        });
        ProgramLine {
            parts: parts.collect(),
            term: line.term,
            runs: line.runs,
        }
    });
    let variables = program.variables.iter().map(|variable| Variable {
        name: variable.name.clone(),
        value: variable.value.clone(),
        written: variable.is_written,
    });
    ProgramSheet {
        step,
        lines: lines.collect(),
        lit: program.lit,
        variables: variables.collect(),
        caption: program.caption.clone(),
        moments: program.n_moments,
        moment: program.moment,
        to_come: program.is_to_come,
        gain: None,
    }
}

impl Figure {
    /// The class of the chosen lane's rule and its variables, within the shown update after the
    /// line of that number.
    pub(super) fn program(&mut self, options: &LessonOptions) -> Option<ProgramSheet> {
        let (lane, words) = (self.lab.lane(), locale::PROGRAM.of(self.language));
        let program = program(&self.lab.scene(), lane, options.moment, words);
        Some(sheet(&program, self.lab.step()))
    }

    /// The race as a script for NumPy.
    pub(in crate::web) fn script(&mut self) -> String {
        let words = locale::PROGRAM.of(self.language);
        script(&self.lab.scene(), words)
    }
}
