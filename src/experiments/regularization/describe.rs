//! What the experiment `regularization` says.

use crate::experiments::network::describe::{NetworkDescription, percent};
use crate::experiments::network::run::Extent;
use crate::experiments::network::scene::{Gap, Measured, Regularizer};
use crate::experiments::network::words::NetworkMessages;
use crate::experiments::regularization::model::RegularizationExperiment;
use crate::experiments::regularization::words::{RegularizationTerms, RegularizerWords};
use crate::math::joined;
use crate::view::number::readable;

/// What a network is called, or what is measured of it.
pub(crate) fn name(messages: &NetworkMessages, regularizer: Regularizer, part: Measured) -> String {
    let words = messages.regularization;
    let printed = |value: f64| (value > 0.0).then(|| readable(value));
    let weight_decay = printed(regularizer.weight_decay);
    let dropout = printed(regularizer.dropout_ratio);
    let against = RegularizerWords {
        weight_decay: weight_decay.as_deref(),
        dropout: dropout.as_deref(),
    };
    match part {
        Measured::Whole => (words.network)(&against),
        Measured::Gain => words.gain.to_owned(),
        _ => joined(
            &[(words.short)(&against), self::part(messages, part)],
            words.of,
        ),
    }
}

/// What is measured of a network, in short.
pub(crate) const fn part(messages: &NetworkMessages, part: Measured) -> &'static str {
    let words = messages.regularization;
    match part {
        Measured::Whole => "",
        Measured::Train => words.train,
        Measured::Test => words.test,
        Measured::Gap => words.gap,
        Measured::Gain => words.gain,
    }
}

/// A difference of accuracies in percentage points.
pub(crate) fn points(difference: f64, messages: &NetworkMessages) -> String {
    let sign = if difference <= -0.0005 {
        "\u{2212}"
    } else {
        ""
    };
    let points = unsigned(difference);
    (messages.regularization.points)(&joined(&[sign, &points], ""))
}

/// Points without their sign, as accuracies are printed.
fn unsigned(difference: f64) -> String {
    let percent = percent(difference.abs());
    percent.strip_suffix(" %").unwrap_or(&percent).to_owned()
}

/// How far the accuracies of a network are apart, as clauses.
pub(crate) fn clauses(of: Gap, messages: &NetworkMessages) -> Vec<String> {
    let Gap {
        gap,
        gain,
        guessing,
    } = of;
    let words = messages.regularization;
    let hardly = guessing.map(|share| (words.too_strong)(&percent(share)));
    let gap = (words.gap_clause)(&points(gap, messages));
    let gain = gain.map(|gain| {
        // Less than a twentieth of a point is no difference of printed numbers.
        let size = (words.points)(&unsigned(gain));
        let is_some = gain.abs() >= 0.0005;
        (words.gain_clause)(is_some.then_some((&*size, gain > 0.0)))
    });
    std::iter::once(gap).chain(gain).chain(hardly).collect()
}

impl NetworkDescription for RegularizationExperiment {
    fn title(&self, messages: &NetworkMessages) -> &'static str {
        messages.regularization.title
    }

    fn question(&self, messages: &NetworkMessages) -> &'static str {
        messages.regularization.question
    }

    fn terms(
        &self,
        extent: &Extent,
        (rule, rate): (&str, f64),
        messages: &NetworkMessages,
    ) -> String {
        (messages.regularization.terms)(&RegularizationTerms {
            rule,
            rate: &readable(rate),
            n_train: extent.n_train,
            n_wrong: extent.n_wrong,
            n_test: extent.n_test,
            batch: extent.batch_size,
        })
    }
}
