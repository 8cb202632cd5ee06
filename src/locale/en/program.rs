//! The rule as a program, in English.

use crate::lessons::program::words::{ProgramLabels, ProgramWords};

/// The title.
pub const TITLE: &str = "Python code";

/// The words.
pub const WORDS: ProgramWords = ProgramWords {
    labels: ProgramLabels {
        program_class: "Class in Python",
        program_variables: "Variables and their values",
        program_line_back: "Previous line",
        program_line_forward: "Next line",
        program_whole: "Show the whole update",
        program_copy: "Copy NumPy code",
        program_script: "NumPy script that repeats this comparison",
        program_copied: "Copied. Paste it into a file and run it with python.",
        program_selected: "This page cannot copy automatically. The whole script is selected: copy it with Ctrl+C (⌘C on a Mac) or a long press.",
        program_needs: "Needs only Python 3 and NumPy; paths holds every point of every optimizer.",
        program_hint: "Point at a line or at a term with a dotted underline, or select the term, and its \
                       arrow on the map stands out. Point at an arrow, and its line stands out.",
    },
    made: "Step 0: the object has been made; update has not been called yet.",
    whole: |from| {
        format!(
            "Step {from} → {}: the values after the highlighted lines have run in turn.",
            from + 1
        )
    },
    line: |from, line, n| {
        format!(
            "Step {from} → {}, line {line} / {n}: the values after the highlighted line has run.",
            from + 1
        )
    },
    script: |steps| {
        vec![
            format!("The comparison of the figure, repeated with NumPy. Steps: {steps}"),
            "paths has an array for each optimizer: its points (x, y) from step 0 on.".to_owned(),
        ]
    },
    script_without: |name| {
        format!("{name} is left out: its path is hidden until the prediction has been answered.")
    },
};
