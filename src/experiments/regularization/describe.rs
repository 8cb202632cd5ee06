//! What the experiment `regularization` says.

use crate::experiments::network::describe::{NetworkDescription, percent};
use crate::experiments::network::run::Extent;
use crate::experiments::network::scene::{Gap, Measured, Negative, Regularizer};
use crate::experiments::network::words::NetworkMessages;
use crate::experiments::regularization::model::{RegularizationExperiment, SMALLEST, effect};
use crate::experiments::regularization::words::{
    NegativeWords, RegularizationTerms, RegularizerWords,
};
use crate::experiments::search::describe::whole_percent;
use crate::lab::settings::Settings;
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
    }
}

/// A difference of accuracies in percentage points.
pub(crate) fn points(difference: f64, messages: &NetworkMessages) -> String {
    let sign = if difference <= -SMALLEST {
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
    percent.strip_suffix('%').unwrap_or(&percent).to_owned()
}

/// The same with a plus sign where it is above 0.
fn signed(difference: f64, messages: &NetworkMessages) -> String {
    let sign = if difference >= SMALLEST { "+" } else { "" };
    joined(&[sign, &points(difference, messages)], "")
}

/// What a panel says of a network: its gap, why that is negative, what the test accuracy gains.
pub fn notes(of: Gap, messages: &NetworkMessages) -> [Option<String>; 3] {
    let words = messages.regularization;
    let gap = joined(&[words.gap, &points(of.gap, messages)], " ");
    let reason = of.negative.map(|it| negative(it, words.reason, messages));
    let gain = of
        .gain
        .map(|gain| joined(&[words.gain, &signed(gain, messages)], " "));
    [Some(gap), reason, gain]
}

/// Why a gap is negative, by one of the two sentences for it.
fn negative(
    why: Negative,
    said: fn(&NegativeWords<'_>) -> String,
    messages: &NetworkMessages,
) -> String {
    let words = match why {
        Negative::WrongLabels(share) => [share, 1.0 - share].map(whole_percent),
        Negative::Chance(error) => [points(error, messages), String::new()],
        Negative::Easier => Default::default(),
    };
    said(&match why {
        Negative::WrongLabels(_) => NegativeWords::WrongLabels {
            wrong: &words[0],
            right: &words[1],
        },
        Negative::Chance(_) => NegativeWords::Chance(&words[0]),
        Negative::Easier => NegativeWords::Easier,
    })
}

/// How far the accuracies of a network are apart, as clauses.
pub fn clauses(of: Gap, messages: &NetworkMessages) -> Vec<String> {
    let Gap {
        gap,
        gain,
        negative: why,
        guessing,
    } = of;
    let words = messages.regularization;
    let why = why.map(|why| negative(why, words.negative_clause, messages));
    let hardly = guessing.map(|share| (words.too_strong)(&percent(share)));
    let gap = (words.gap_clause)(&points(gap, messages));
    let gain = gain.map(|gain| {
        // Less than a twentieth of a point is no difference of printed numbers.
        let size = (words.points)(&unsigned(gain));
        let is_some = gain.abs() >= SMALLEST;
        (words.gain_clause)(is_some.then_some((&*size, gain > 0.0)))
    });
    std::iter::once(gap)
        .chain(why)
        .chain(gain)
        .chain(hardly)
        .collect()
}

impl NetworkDescription for RegularizationExperiment {
    fn title(&self, messages: &NetworkMessages) -> &'static str {
        messages.regularization.title
    }

    fn question(&self, messages: &NetworkMessages) -> &'static str {
        messages.regularization.question
    }

    fn hint(
        &self,
        control: &str,
        settings: &Settings,
        messages: &NetworkMessages,
    ) -> Option<String> {
        let effect = effect(settings).filter(|_| control == "regularizer")?;
        let gain = points(effect.gain, messages);
        let deviation = points(effect.deviation, messages);
        Some((messages.regularization.effect)(&gain, &deviation))
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
