//! The update, number by number, in English.

use crate::lessons::rule::words::{RuleLabels, RuleWords, Shown};

/// The title.
pub const TITLE: &str = "The update, number by number";

/// What its tab says.
pub const TAB: &str = "Update rule";

/// The words.
pub const WORDS: RuleWords = RuleWords {
    labels: RuleLabels {
        rule_hint: "Point at a term or select it, and its arrow on the map or its bar stands out. \
                    Point at an arrow on the map, and its term stands out.",
        rule_squares: "Accumulated squared gradients",
        rule_equation: "The equation with its values for x and y",
    },
    update: |from, shown| {
        match shown {
        Shown::Made => format!("Step {from} → {}: the update that led to the shown step.", from + 1),
        Shown::ToCome => format!("Step {from} → {}: the first update, which comes next.", from + 1),
        Shown::Last => format!("Step {from} → {}: the last update of this optimizer. The next numbers are too large to compute.", from + 1),
        Shown::LastDefined => format!("Step {from} → {}: the last update of this optimizer. At the next point the loss or its gradient is undefined.", from + 1),
        Shown::LastDivided => format!("Step {from} → {}: the last update of this optimizer. The next one is 0/0, because ε = 0.", from + 1),
        Shown::Nothing => "There is no update to show: the numbers at the start or after the first update cannot be computed.".to_owned(),
    }
    },
    arrows: |names| match names {
        [] => String::new(),
        [one] => format!("The arrow on the map: {one}, from where the parameters were."),
        [parts @ .., sum] => format!(
            "The arrows on the map: {}, head to tail from where the parameters were; \
             the thick arrow {sum} is their sum.",
            parts.join(", ")
        ),
    },
    scaled: |parts, factor| {
        format!(
            "The arrows {} are these terms times {factor}. ΔW is the change of the parameters.",
            parts.join(", ")
        )
    },
    close_up: |zoom| format!("The arrows alone, {zoom} times as large as on the map"),
    squares: |letter| {
        format!(
            "The bars are {letter}, one for each parameter. Where {letter} is large, the learning \
         rate is made small. A full bar is the largest value of this run."
        )
    },
};
