//! The lab `weight-init`, in English.

use crate::experiments::weight_init::words::{LayerWords, WeightInitWords, rows};
use crate::math::joined;

/// The words.
pub const WORDS: WeightInitWords = WeightInitWords {
    title: "Initial weights",
    question: "What does their scale do to the activations?",
    histograms: |activation| format!("Activations of five layers ({activation})"),
    bars: "Bars are shares of the activations",
    layer: |number| format!("layer {number}"),
    spread: |last, a, b| {
        format!(
            "activations (layer 1 → {last}) mean {} → {}, standard deviation {} → {}{}",
            a.mean,
            b.mean,
            a.deviation,
            b.deviation,
            b.outside_clause("outside of the bars")
        )
    },
    deviations: |a, b| format!("std {a} → {b}"),
    description: |[low, high], bars, all| {
        let layer = |number: usize, words: &LayerWords| {
            let LayerWords {
                mean, deviation, ..
            } = words;
            let outside = words.outside_clause("outside of the bars");
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
            "Histograms: 1000 normal inputs pass five layers of 100 neurons without biases. \
             Training: four hidden layers of 100, {rule}, {train} pictures, batches of {batch}. \
             The same random numbers as initial weights, scaled; the same mini-batches."
        )
    },
    group: "Initial weights to compare",
    untrained: "not trained, as in the book",
};
