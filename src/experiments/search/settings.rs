//! What a search has to set besides: how many trials, the one that is looked at, the ranges.

use crate::experiments::network::settings::{StudySettings, list};
use crate::experiments::search::model as search;
use crate::lab::Lab;
use crate::lab::controls::{ControlType, Options, Part, Place};
use crate::lab::parse::{self, Refused};
use crate::lab::scale::Scale;
use crate::lab::settings::{Range, Setting, documentation, number, text};
use crate::math::numeral::significant;
use crate::nn::LogUniform;

/// Most trials of a search.
pub const MAX_TRIALS: usize = 400;

/// What the ranges of a search may hold.
const POWERS: (f64, f64) = (1e-12, 1e3);

/// Digits of an end of a range, so that the logarithm leaves no trace.
const RANGE_DIGITS: i32 = 6;

/// The ends of a range are at least this factor apart.
const APART: f64 = 1.1;

/// A range of powers of ten.
macro_rules! powers {
    ($field:ident) => {
        text!(
            StudySettings.$field,
            |settings, text| {
                settings.network_mut().$field = powers(text)?;
                Ok(())
            },
            |settings| settings
                .network()
                .$field
                .map_or_else(String::new, powers_text)
        )
    };
}

/// The slider of an end of such a range, the lower one by 0. The other one stays where it is.
macro_rules! end {
    ($name:literal, $field:ident, $range:literal, $end:literal, $scale:expr) => {
        ControlType {
            then: Lab::forget_trial,
            ..ControlType::part(
                $name,
                "ranges",
                Part {
                    scale: |_| $scale,
                    range: |lab| {
                        end_range(ends(search::ranges(lab.settings().network())[$range]), $end)
                    },
                    get: |lab, _| {
                        let _ = lab.study_extent()?;
                        Some(ends(search::ranges(lab.settings().network())[$range])[$end])
                    },
                    set: |lab, _, value| {
                        let study = lab.settings.network_mut();
                        let mut ends = ends(search::ranges(study)[$range]);
                        ends[$end] = value;
                        let range = LogUniform::between(ends[0], ends[1]);
                        let book = search::ranges(&StudySettings::default())[$range];
                        study.$field = (range != book).then_some(range);
                    },
                },
            )
        }
    };
}

/// The settings of the lab `search`.
pub(crate) const SETTINGS: &[Setting] = &[
    Setting {
        // By tens.
        controls: &[ControlType::slider("training", |_| {
            Scale::multiples(1, 39, 0.1)
        })],
        ..Setting::new(
            "trials",
            number!(StudySettings.trials, Range::Whole(1, MAX_TRIALS as u64)),
            documentation!("Trials of the random search; 100 when left out, as in the book."),
        )
    },
    Setting {
        controls: &[ControlType {
            place: Place::Loss,
            ..ControlType::options(
                "trial",
                Options {
                    all: Lab::trial_options,
                    get: |lab| lab.settings().text("trial"),
                },
            )
        }],
        ..Setting::new(
            "trial",
            number!(StudySettings.trial, Range::Whole(1, MAX_TRIALS as u64)),
            documentation!(
                "The trial that `search` looks at, by the order of the draw; when left out the \
                  best one."
            ),
        )
    },
    Setting {
        allowed: "two numbers from 1e-12 to 1000, such as `1e-6 1e-2`",
        controls: &[
            end!("rates.low", rates, 0, 0, Scale::Log { low: -8, high: 1 }),
            end!("rates.high", rates, 0, 1, Scale::Log { low: -8, high: 1 }),
        ],
        ..Setting::new(
            "rates",
            powers!(rates),
            documentation!("The range of learning rates that the search draws from."),
        )
    },
    Setting {
        allowed: "two numbers from 1e-12 to 1000, such as `1e-8 1e-4`",
        controls: &[
            end!("decays.low", decays, 1, 0, Scale::Log { low: -10, high: 0 }),
            end!(
                "decays.high",
                decays,
                1,
                1,
                Scale::Log { low: -10, high: 0 }
            ),
        ],
        ..Setting::new(
            "decays",
            powers!(decays),
            documentation!("The range of weight decays that the search draws from."),
        )
    },
];

/// Two positive numbers, the ends of a range of powers of ten.
fn powers(text: &str) -> Result<Option<LogUniform>, Refused> {
    let ends = list(text, 2, |word| parse::number(word, POWERS.0, POWERS.1))?;
    match ends.as_deref() {
        None => Ok(None),
        Some(&[low, high]) if low < high => Ok(Some(LogUniform::between(low, high))),
        Some(_) => Err(Refused::Value),
    }
}

pub(crate) fn powers_text(range: LogUniform) -> String {
    parse::numbers_text(ends(range))
}

/// The ends of a range, with as many digits as links have.
fn ends(range: LogUniform) -> [f64; 2] {
    [range.lowest, range.highest]
        .map(|exponent| significant(libm::pow(10.0, exponent), RANGE_DIGITS))
}

/// What may be typed for an end.
fn end_range([lowest, highest]: [f64; 2], end: usize) -> Range {
    let (low, high) = POWERS;
    match end {
        0 => Range::Real(low, significant(highest / APART, RANGE_DIGITS)),
        _ => Range::Real(significant(lowest * APART, RANGE_DIGITS), high),
    }
}

impl Lab {
    /// The trials from the best to the worst.
    fn trial_options(&self) -> Vec<String> {
        let trials = self.trials();
        let places = trials.iter().flat_map(|trials| trials.ranking.clone());
        let numbers = places.map(|place| (place + 1).to_string());
        let mut options: Vec<String> = std::iter::once(String::new()).chain(numbers).collect();
        let value = self.settings().text("trial");
        if !options.contains(&value) {
            options.push(value);
        }
        options
    }
}
