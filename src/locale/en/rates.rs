//! The map of hyperparameters, in English.

use crate::lessons::rates::words::{BoundWords, CellEnding, RatesLabels, RatesWords};

/// The title.
pub const TITLE: &str = "Hyperparameter map";

/// What its tab says.
pub const TAB: &str = "Hyperparameters";

/// The words.
pub const WORDS: RatesWords = RatesWords {
    labels: RatesLabels {
        rates_intro: "Each cell is one run. Click a cell, or move with the arrow keys, and the figure is recomputed with its numbers.",
        rates_shows: "Colors show",
        rates_loss: "final loss",
        rates_steps: "steps to converge",
        rates_cell: "The chosen cell",
        rates_dark_loss: "Dark is a low loss",
        rates_dark_steps: "Dark is fast convergence",
        rates_diverged: "Hatched: diverged or not computable",
        rates_underway: "Dotted: not converged within the steps",
    },
    cell: |numbers, loss, ending| match ending {
        CellEnding::After(1) => format!("{numbers}: loss {loss} after 1 step"),
        CellEnding::After(step) => format!("{numbers}: loss {loss} after {step} steps"),
        CellEnding::Converged(step) => format!("{numbers}: converged at step {step}, loss {loss}"),
        CellEnding::Diverged(step) => format!("{numbers}: diverged at step {step}, loss {loss}"),
        CellEnding::Stalled(step) => format!("{numbers}: stalled at step {step}, loss {loss}"),
        CellEnding::Stopped(step) => {
            format!("{numbers}: stopped at step {step}, where it cannot be computed, loss {loss}")
        }
        CellEnding::NoStart => {
            format!("{numbers}: the loss or its gradient cannot be computed at this start")
        }
    },
    map: |name, axes, shown, is_complete| {
        let state = if is_complete {
            ""
        } else {
            " It is still being computed."
        };
        format!("Hyperparameter map of {name}. Across and up: {axes}; color: {shown}.{state}")
    },
    bound: |bound| {
        match bound {
        BoundWords::Known(rate, formula, curvature) => format!(
            "The dashed line is the stability bound η = {formula} = {rate}, with λ = {curvature}, the curvature of the steepest direction. Below it, the swing along that direction shrinks with each step and the run converges; at the bound it neither shrinks nor grows; above it, it grows with each step and the run diverges."
        ),
        BoundWords::Adaptive => "This rule divides its steps by the gradients it has met, so no bound is known beforehand. Look for it on the map.".to_owned(),
        BoundWords::ManyCurvatures => "This function curves differently from place to place, so there is no single stability bound. Look for it on the map.".to_owned(),
        BoundWords::Downward => "This function has a direction that leads down for ever: no learning rate converges.".to_owned(),
    }
    },
};
