//! Words of the map of hyperparameters.

use crate::language::labels;

labels! {
    /// Words that never change.
    RatesLabels:
    /// What a cell is and what can be done with it.
    rates_intro,
    /// What the colors show.
    rates_shows,
    /// They show the loss at the end.
    rates_loss,
    /// They show how many steps it took to converge.
    rates_steps,
    /// The group of the two sliders that move the cell.
    rates_cell,
    /// Which end of the colors is a small loss.
    rates_dark_loss,
    /// Which end of them is few steps.
    rates_dark_steps,
    /// How cells look whose run diverged, or has no more numbers.
    rates_diverged,
    /// How cells look whose run did not converge.
    rates_underway,
}

/// How the run of a cell ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellEnding {
    /// It stands after so many steps.
    After(usize),
    /// It converged, at that step.
    Converged(usize),
    /// It diverged, at that step.
    Diverged(usize),
    /// It stalled, at that step.
    Stalled(usize),
    /// It has no numbers from that step on, for another reason than size.
    Stopped(usize),
    /// The start has no numbers.
    NoStart,
}

/// What is known of the largest stable rate. Numbers are printed.
#[derive(Clone, Copy, Debug)]
pub enum BoundWords<'a> {
    /// The bound, its formula, and the largest curvature.
    Known(&'a str, &'a str, &'a str),
    /// The rule adapts its steps.
    Adaptive,
    /// The curvature is not the same everywhere.
    ManyCurvatures,
    /// Some direction leads down for ever.
    Downward,
}

/// Words of the map of hyperparameters.
#[derive(Clone, Copy, Debug)]
pub struct RatesWords {
    /// Words that never change.
    pub labels: RatesLabels,
    /// What became of a run: its numbers such as `η = 0.1, α = 0.9`, the loss, the end.
    pub cell: fn(&str, &str, CellEnding) -> String,
    /// What the map shows: lane, the two axes, the loss or the steps, whether it is complete.
    pub map: fn(&str, &str, &str, bool) -> String,
    /// What happens on both sides of the bound.
    pub bound: fn(&BoundWords) -> String,
}
