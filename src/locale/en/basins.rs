//! The map of basins, in English.

use crate::lessons::basins::words::{BasinEnd, BasinsLabels, BasinsWords};

/// The title.
pub const TITLE: &str = "Which start leads where?";

/// The words.
pub const WORDS: BasinsWords = BasinsWords {
    labels: BasinsLabels {
        basins_intro: "The color and pattern of a cell tell which minimum a run from there reaches. Click a cell, or move with the arrow keys, to start there.",
        basins_start: "Start",
        basins_shares: "Shares of the starts",
        basins_four: "Try Himmelblau’s function, which has four minima",
    },
    map: |name, steps, is_complete| {
        let state = if is_complete {
            ""
        } else {
            " It is still being computed."
        };
        format!("{name}: map of the minimum that each start reaches within {steps} steps.{state}")
    },
    cell: |start, end| match end {
        BasinEnd::Minimum(name) => format!("Start {start}: reaches the minimum {name}."),
        BasinEnd::Away => format!("Start {start}: diverges."),
        BasinEnd::Nowhere(steps) => {
            format!("Start {start}: reaches no minimum within {steps} steps.")
        }
    },
    to_minimum: |letter, place, share| format!("{letter} {place}: {share}%"),
    to_others: |n, share| {
        let minima = if n == 1 { "minimum" } else { "minima" };
        format!("Gray: {n} other {minima} {share}%")
    },
    away: |share| format!("Hatched: diverges {share}%"),
    nowhere: |share, steps| format!("Dotted: no minimum within {steps} steps {share}%"),
};
