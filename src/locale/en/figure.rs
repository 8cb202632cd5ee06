//! What every figure says, in English.

use crate::view::words::{FigureLabels, FigureWords};

/// The words.
pub const WORDS: FigureWords = FigureWords {
    tag: "en",
    labels: FigureLabels {
        play: "Play",
        pause: "Pause",
        step_forward: "One step forward",
        step_back: "One step back",
        to_start: "Back to the start",
        revert: "Reset",
        player: "Player",
        step: "step",
        loss: "loss",
        settings: "Settings",
        lanes: "At this step",
        lane: "Optimizer",
        lessons: "Explore further",
        more: "More",
        loading: "Loading",
        not_loaded: "This could not be loaded. Check the network and open it again.",
    },
    speed: "Speed",
    loss_scale: "Loss axis",
    log: "log",
    linear: "linear",
    linear_because_negative: "loss (linear: some values ≤ 0)",
    below: ["below the axis", ": "],
    advanced: "Advanced",
    lr: "Learning rate η",
    momentum: "Momentum coefficient α",
    decay: "Decay ρ",
    beta1: "β₁",
    beta2: "β₂",
    eps: "ε",
    number_wanted: |low, high, is_whole| {
        let kind = if is_whole {
            "a whole number"
        } else {
            "a number"
        };
        format!("Enter {kind} from {low} to {high}. The previous value is kept until then.")
    },
};
