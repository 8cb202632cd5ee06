//! The rule as a program.

use crate::language::labels;

labels! {
    /// Words of the lesson that never change.
    ProgramLabels:
    /// Heading of the class.
    program_class,
    /// Heading of the variables.
    program_variables,
    /// Button: the line before.
    program_line_back,
    /// Button: the next line.
    program_line_forward,
    /// Button: the update as a whole again.
    program_whole,
    /// Button: copy the script.
    program_copy,
    /// Name of the field with the script.
    program_script,
    /// Said after copying.
    program_copied,
    /// Said where the page may not copy.
    program_selected,
    /// What the script needs.
    program_needs,
    /// How to find a line's arrow and the other way round.
    program_hint,
}

/// Words of the lesson.
#[derive(Clone, Copy, Debug)]
pub struct ProgramWords {
    /// Those that never change.
    pub labels: ProgramLabels,
    /// The optimizer has been made and nothing updated.
    pub made: &'static str,
    /// The whole update after that step is shown.
    pub whole: fn(usize) -> String,
    /// A line of the update after that step has run: which, of how many.
    pub line: fn(usize, usize, usize) -> String,
    /// The comment at the head of the script, for that many steps.
    pub script: fn(usize) -> Vec<String>,
    /// The comment where a lane is left out, because the reader is asked to predict it.
    pub script_without: fn(&str) -> String,
}
