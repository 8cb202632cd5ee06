//! The lab `regularization`, in English.

use crate::experiments::regularization::words::RegularizationWords;

/// The words.
pub const WORDS: RegularizationWords = RegularizationWords {
    title: "Overfitting and regularization",
    question: "Can the train–test gap be narrowed?",
    group: "Regularization",
    weight_decay: "Weight decay λ",
    dropout: "Dropout ratio",
    data: "Training data",
    train_size: "Training pictures",
    label_noise: "Share of wrong labels",
    network: |words| match (words.weight_decay, words.dropout) {
        (None, None) => "Without regularization".to_owned(),
        (Some(lambda), None) => format!("Weight decay λ = {lambda}"),
        (None, Some(ratio)) => format!("Dropout {ratio}"),
        (Some(lambda), Some(ratio)) => format!("Weight decay λ = {lambda} and dropout {ratio}"),
    },
    short: |words| match (words.weight_decay, words.dropout) {
        (None, None) => "without",
        (Some(_), None) => "weight decay",
        (None, Some(_)) => "dropout",
        (Some(_), Some(_)) => "both",
    },
    of: " · ",
    train: "train",
    test: "test",
    gap: "gap",
    gain: "test gain",
    gain_short: "gain",
    accuracy: "accuracy",
    difference: "difference of accuracies",
    accuracies: "Training and test accuracy by iteration",
    differences: "Gap of the accuracies, gain on the test data",
    points: |points| format!("{points} points"),
    gap_clause: |points| format!("a gap of {points}"),
    gain_clause: |gain| match gain {
        Some((points, true)) => {
            format!("test accuracy {points} higher than without regularization")
        }
        Some((points, false)) => {
            format!("test accuracy {points} lower than without regularization")
        }
        None => "the same test accuracy as without regularization".to_owned(),
    },
    too_strong: |guessing| {
        format!("hardly better than guessing ({guessing}): this regularization is too strong here")
    },
    terms: |terms| {
        let wrong = match terms.n_wrong {
            0 => String::new(),
            n => format!(
                " ({n} of them with a wrong label, on purpose; training accuracy \
                             counts what they say)"
            ),
        };
        format!(
            "Comparison: six hidden layers of 100, {} at {}, the first {} training pictures{wrong}, \
             {} to test on, batches of {}, the same initial weights and mini-batches.",
            terms.rule, terms.rate, terms.n_train, terms.n_test, terms.batch
        )
    },
};
