//! What the labs on networks share, in English.

use crate::experiments::network::words::{NetworkWords, PlayerLabels};
use crate::math::joined;

/// The names of loss and accuracies in a sentence about a network.
const PARTS: [&str; 3] = ["loss", "training accuracy", "test accuracy"];

/// The words.
pub const WORDS: NetworkWords = NetworkWords {
    iteration: "iteration",
    train_accuracy: "training accuracy",
    test_accuracy: "test accuracy",
    loss_by_iteration: "Loss by iteration, smoothed",
    accuracy_by_iteration: "Test accuracy by iteration",
    credit: "Data: UCI Optical Recognition of Handwritten Digits (E. Alpaydin, C. Kaynak), \
                 1797 digits of 8×8, CC BY 4.0.",
    digits_loading: "The handwritten digits are loading.",
    digits_missing: "The handwritten digits could not be loaded. Check the network and \
                         open the page again.",
    iterations: "Iterations",
    batch: "Batch size",
    training_group: "Training",
    network_group: "Network",
    activation: "Activation function",
    sigmoid: "sigmoid",
    relu: "ReLU",
    tanh: "tanh",
    init: "Initial weights",
    xavier: "Xavier",
    he: "He",
    seed: "Seed",
    own_data: "Data: your files {0}. {1}×{2} pixels, {5} classes, {3} training images, {4} test images.",
    own_split: "There are no test files, so every fifth image is held out for testing.",
    own_scored: "Accuracy is measured on at most {0} images of the training data and of the test data each, drawn at random with the seed.",
    player: PlayerLabels {
        step: "iteration",
        step_forward: "One iteration forward",
        step_back: "One iteration back",
        lanes: "At this iteration",
    },
    diverged: "diverged",
    diverged_at: |iteration| format!("diverged at iteration\u{a0}{iteration}"),
    training: "training",
    done: "done",
    not_measured: "not measured yet",
    previous: "gray: previous settings",
    trained: |percent| format!("{percent}% done"),
    step_of: |step, steps, done| match done < steps {
        true => format!(
            "Iteration {step} / {steps} ({}% done)",
            done * 100 / steps.max(1)
        ),
        false => format!("Iteration {step} / {steps}"),
    },
    per_second: |speed| format!("{speed} iterations/s"),
    lane: |words| format!("{}: {}.", words.name, words.parts(PARTS)),
    announcement: |step, lanes| {
        let lanes = lanes
            .iter()
            .map(|lane| format!("{}: {}", lane.name, lane.parts(PARTS)));
        format!(
            "Iteration {step}. {}.",
            joined(&lanes.collect::<Vec<_>>(), "; ")
        )
    },
    curves: |words| {
        format!(
            "Iterations 0 to {} across, {} upward. At iteration {}: {}.",
            words.n_steps,
            words.measure,
            words.shown,
            words.listed()
        )
    },
};
