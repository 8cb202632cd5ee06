//! The lab `regularization`, in English.

use crate::experiments::regularization::words::{NegativeWords, RegularizationWords};

/// The words.
pub const WORDS: RegularizationWords = RegularizationWords {
    title: "Overfitting and regularization",
    question: "Can the train–test gap be narrowed?",
    group: "Regularization",
    regularizer: "Regularizer",
    regularizers: ["none", "weight decay", "dropout", "both"],
    effect: |gain, deviation| {
        format!(
            "Measured over the seeds 1 to 10: test accuracy rises by {gain} on average, standard \
             deviation {deviation} (300 training images, 30% of their labels wrong, SGD at 0.03, \
             601 iterations)."
        )
    },
    weight_decay: "Weight decay λ",
    dropout: "Dropout ratio",
    data: "Training data",
    train_size: "Training images",
    label_noise: "Share of wrong labels",
    network: |words| match (words.weight_decay, words.dropout) {
        (None, None) => "No regularization".to_owned(),
        (Some(lambda), None) => format!("Weight decay λ = {lambda}"),
        (None, Some(ratio)) => format!("Dropout {ratio}"),
        (Some(lambda), Some(ratio)) => format!("Weight decay λ = {lambda} and dropout {ratio}"),
    },
    short: |words| match (words.weight_decay, words.dropout) {
        (None, None) => "no regularization",
        (Some(_), None) => "weight decay",
        (None, Some(_)) => "dropout",
        (Some(_), Some(_)) => "both",
    },
    of: " · ",
    train: "train",
    test: "test",
    gap: "gap",
    gain: "test accuracy",
    accuracy: "accuracy",
    difference: "difference of accuracies",
    accuracies: |network| format!("{network}: training and test accuracy"),
    gaps: "Without regularization: gap between training and test accuracy",
    points: |points| format!("{points} percentage points"),
    gap_clause: |points| format!("a gap of {points}"),
    negative_clause: |why| match why {
        NegativeWords::WrongLabels { wrong, right } => format!(
            "negative because {wrong} of the training labels are wrong: a network that names every \
             digit correctly has a training accuracy of {right}"
        ),
        NegativeWords::Chance(error) => {
            format!("negative, but that may be chance (standard error {error})")
        }
        NegativeWords::Easier => "negative because the test data is easier".to_owned(),
    },
    reason: |why| match why {
        NegativeWords::WrongLabels { wrong, .. } => format!("{wrong} of training labels wrong"),
        NegativeWords::Chance(_) => "may be chance".to_owned(),
        NegativeWords::Easier => "the test data is easier".to_owned(),
    },
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
                             is measured against those labels)"
            ),
        };
        format!(
            "Comparison: six hidden layers of 100 units, {} at {}, the first {} training images{wrong}, \
             {} test images, batches of {}, the same initial weights and mini-batches.",
            terms.rule, terms.rate, terms.n_train, terms.n_test, terms.batch
        )
    },
};
