//! The lab `weight-init`, in English.

use crate::experiments::weight_init::words::{LayerWords, ProblemWords, WeightInitWords, rows};
use crate::math::joined;

/// The words.
pub const WORDS: WeightInitWords = WeightInitWords {
    title: "Initial weights",
    question: "What does their scale do to the activations?",
    histograms: |activation| format!("Activations of five layers ({activation})"),
    losses: |activation| format!("Loss by iteration ({activation})"),
    problem: |last, problem| match problem {
        ProblemWords::Vanishing([flat, slope, steepest]) => format!(
            "vanishing gradient: at {flat} of the activations of layer {last} the slope of the \
             activation function is under a tenth of its maximum {steepest} (mean {slope})"
        ),
        ProblemWords::Alike(deviation) => format!(
            "limited expressiveness: the activations of layer {last} are nearly the same \
             (standard deviation {deviation})"
        ),
        ProblemWords::Exploding(ratio) => format!(
            "exploding activations: the standard deviation of layer {last} is {ratio} times that \
             of layer 1"
        ),
    },
    problem_name: |problem| match problem {
        ProblemWords::Vanishing(_) => "vanishing gradient",
        ProblemWords::Alike(_) => "limited expressiveness",
        ProblemWords::Exploding(_) => "exploding activations",
    },
    nothing_learned: |guessing| {
        format!("nothing learned: the loss is no lower than that of guessing, {guessing}")
    },
    deviation: "Standard deviation σ",
    deviation_group: "Scale of the weights",
    bars: "Bars are shares of the activations",
    layer: |number| format!("layer {number}"),
    spread: |last, a, b| {
        format!(
            "activations (layer 1 → {last}) mean {} → {}, standard deviation {} → {}{}",
            a.mean,
            b.mean,
            a.deviation,
            b.deviation,
            b.outside_clause("outside the plotted range")
        )
    },
    deviations: |a, b| format!("std {a} → {b}"),
    description: |[low, high], bars, all| {
        let layer = |number: usize, words: &LayerWords| {
            let LayerWords {
                mean, deviation, ..
            } = words;
            let outside = words.outside_clause("outside the plotted range");
            format!("layer {number} mean {mean}, standard deviation {deviation}{outside}")
        };
        let rows = rows(all, layer, ": ");
        format!(
            "A row for each of the initial weights, a histogram for each layer: {bars} bars over \
             activations from {low} to {high}. {}.",
            joined(&rows, ". ")
        )
    },
    as_in_book: "as in the book",
    activations: |histograms, training| {
        format!("The histograms use {histograms}, the training {training}.")
    },
    terms: |train, batch, rule| {
        format!(
            "Histograms: 1000 normally distributed inputs pass through five layers of 100 neurons without biases. Training: four hidden layers of 100 units, {rule}, {train} images, batches of {batch}. \
             The same random numbers as initial weights, scaled; the same mini-batches."
        )
    },
    group: "Initial weights to compare",
};
