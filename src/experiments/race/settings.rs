//! The rows of the table that set the terms of a race: the ravine's shape, the picture's
//! range, whose learning rates, noise, forms.

use crate::lab::parse;
use crate::lab::settings::macros::{choose, copy, documentation};
use crate::lab::settings::table::{Kind, Setting};
use crate::lab::settings::{Choice, Comparison};
use crate::math::joined;
use crate::math::numeral;
use crate::optim::{Key, MomentumForm, NesterovForm};
use crate::race::RateChange;

/// The attributes of this file, of `views` and of `studies`. The core does not understand them: it keeps their texts for
/// the whole to read.
pub(crate) const OF_THE_WHOLE: [&str; 26] = [
    "lab",
    "condition",
    "domain",
    "comparison",
    "rate",
    "noise",
    "rate-change",
    "momentum-form",
    "nesterov-form",
    "view",
    "turn",
    "cut",
    "predict",
    "iterations",
    "batch",
    "units",
    "activation",
    "init",
    "weight-decay",
    "dropout",
    "train-size",
    "label-noise",
    "trials",
    "trial",
    "rates",
    "decays",
];

/// In the core that a reader loads, the row without the code and the words that it would
/// bring along; documentation and types are made from the whole row.
pub(crate) const fn of_the_whole(row: Setting) -> Setting {
    if cfg!(feature = "lessons") || !cfg!(feature = "web") {
        return row;
    }
    Setting {
        kind: match row.kind {
            Kind::Choice(_) => Kind::Choice(&[]),
            kind => kind,
        },
        values: "",
        read: |_, _| Ok(()),
        write: |_| String::new(),
        copy: |_, _| (),
        ..row
    }
}

pub(crate) const CONDITION: Setting = of_the_whole(Setting {
    attribute: "condition",
    property: "condition",
    kind: Kind::Number,
    values: "1 to 1000",
    default: "20",
    doc: documentation!(
        "The condition number κ of the ravine x²/κ + y²; 20 is the book's, 1 a round bowl."
    ),
    read: |settings, text| {
        let (low, high) = parse::CONDITION;
        settings.valley.condition = parse::number(text, low, high).ok_or(parse::Refused::Value)?;
        Ok(())
    },
    write: |settings| numeral::shortest(settings.valley.condition),
    copy: copy!(valley),
});

pub(crate) const DOMAIN: Setting = of_the_whole(Setting {
    attribute: "domain",
    property: "domain",
    kind: Kind::Text,
    values: "four numbers `x0 x1 y0 y1` between -10000 and 10000, each pair rising by at \
             least 0.01",
    default: "",
    doc: documentation!(
        "The part of the plane that the picture shows; the surface's own when left out."
    ),
    read: |settings, text| {
        settings.domain = parse::unless_empty(text, parse::domain)?;
        Ok(())
    },
    write: |settings| settings.domain.map_or_else(String::new, parse::domain_text),
    copy: copy!(domain),
});

pub(crate) const COMPARISON: Setting = of_the_whole(Setting {
    attribute: "comparison",
    property: "comparison",
    kind: Kind::Choice(<Comparison as Choice>::NAMES),
    values: "`own` `same` `best`",
    default: "own",
    doc: documentation!(
        "Whose learning rates race: each lane's own, one for all, or each lane's best of \
          a sweep from 0.0001 to 10 (61 rates, 11 for more than 1000 steps), the one \
          with the lowest loss after the last step."
    ),
    read: choose!(comparison),
    write: |settings| settings.comparison.name().to_owned(),
    copy: copy!(comparison),
});

pub(crate) const RATE: Setting = of_the_whole(Setting {
    attribute: "rate",
    property: "rate",
    kind: Kind::Number,
    values: "0.000001 to 1000",
    default: "0.1",
    doc: documentation!("The learning rate of all lanes with `comparison=\"same\"`."),
    read: |settings, text| {
        let (low, high) = parse::range(Key::Lr);
        settings.rate = parse::number(text, low, high).ok_or(parse::Refused::Value)?;
        Ok(())
    },
    write: |settings| numeral::shortest(settings.rate),
    copy: copy!(rate),
});

pub(crate) const NOISE: Setting = of_the_whole(Setting {
    attribute: "noise",
    property: "noise",
    kind: Kind::Number,
    values: "0 to 1000",
    default: "0",
    doc: documentation!(
        "Gradient noise: the standard deviation of the normally distributed number that \
          is added to each component of the gradient at each step, the same for every \
          lane."
    ),
    read: |settings, text| {
        let (low, high) = parse::NOISE;
        settings.noise = parse::number(text, low, high).ok_or(parse::Refused::Value)?;
        Ok(())
    },
    write: |settings| numeral::shortest(settings.noise),
    copy: copy!(noise),
});

pub(crate) const RATE_CHANGE: Setting = of_the_whole(Setting {
    attribute: "rate-change",
    property: "rateChange",
    kind: Kind::Text,
    values: "a step from 0 to 10000 and a factor from 0 to 1000, such as `15 0.1`",
    default: "",
    doc: documentation!("At that step every learning rate is multiplied by the factor."),
    read: |settings, text| {
        settings.rate_change = parse::unless_empty(text, parse::rate_change)?;
        Ok(())
    },
    write: |settings| {
        let written = |RateChange { step, factor }| {
            joined(&[step.to_string(), numeral::shortest(factor)], " ")
        };
        settings.rate_change.map_or_else(String::new, written)
    },
    copy: copy!(rate_change),
});

pub(crate) const MOMENTUM_FORM: Setting = of_the_whole(Setting {
    attribute: "momentum-form",
    property: "momentumForm",
    kind: Kind::Choice(<MomentumForm as Choice>::NAMES),
    values: "`book` `pytorch` `average`",
    default: "book",
    doc: documentation!(
        "How Momentum keeps its velocity: the book's v ← αv − ηg, W ← W + v; PyTorch's \
          v ← αv + g, W ← W − ηv; an average v ← αv + (1 − α)g, W ← W − ηv."
    ),
    read: |settings, text| {
        settings.forms.momentum = parse::choice(text)?;
        Ok(())
    },
    write: |settings| settings.forms.momentum.name().to_owned(),
    copy: |settings, other| settings.forms.momentum = other.forms.momentum,
});

pub(crate) const NESTEROV_FORM: Setting = of_the_whole(Setting {
    attribute: "nesterov-form",
    property: "nesterovForm",
    kind: Kind::Choice(<NesterovForm as Choice>::NAMES),
    values: "`corrected` `early`",
    default: "corrected",
    doc: documentation!(
        "Nesterov as in the book's program since 2021, or as in that of the Korean \
          edition, which updates the velocity before it is used."
    ),
    read: |settings, text| {
        settings.forms.nesterov = parse::choice(text)?;
        Ok(())
    },
    write: |settings| settings.forms.nesterov.name().to_owned(),
    copy: |settings, other| settings.forms.nesterov = other.forms.nesterov,
});
