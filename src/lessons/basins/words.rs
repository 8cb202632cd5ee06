//! Words of the map of basins.

use crate::language::labels;

labels! {
    /// Words that never change.
    BasinsLabels:
    /// What a cell is and what can be done with it.
    basins_intro,
    /// The group of the two sliders that move the start.
    basins_start,
    /// The list of where starts lead.
    basins_shares,
    /// Button, where there is only one minimum: a surface with four.
    basins_four,
}

/// Where a run ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BasinEnd {
    /// At the minimum of that letter and place, or of that place.
    Minimum(String),
    /// It diverges.
    Away,
    /// At no minimum within so many steps.
    Nowhere(usize),
}

/// Words of the map of basins.
#[derive(Clone, Copy, Debug)]
pub struct BasinsWords {
    /// Words that never change.
    pub labels: BasinsLabels,
    /// What the map shows: lane, number of updates, whether it is complete.
    pub map: fn(&str, usize, bool) -> String,
    /// Where a start leads: its place, the end.
    pub cell: fn(&str, &BasinEnd) -> String,
    /// A share of the starts leads to a minimum: its letter, its place, the percentage.
    pub to_minimum: fn(&str, &str, &str) -> String,
    /// A share leads to other minima: how many, the percentage.
    pub to_others: fn(usize, &str) -> String,
    /// A share diverges.
    pub away: fn(&str) -> String,
    /// A share comes to no minimum within so many steps.
    pub nowhere: fn(&str, usize) -> String,
}
