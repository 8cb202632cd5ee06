//! What a search has to set besides: how many trials, the one that is looked at, the ranges.

use crate::experiments::network::settings::list;
use crate::lab::controls::{Buttons, Component, ControlType, Options, Place};
use crate::lab::parse::{self, Refused};
use crate::lab::scale::Scale;
use crate::lab::settings::{Choice, Range, Settings, Value, choice, settings};
use crate::lab::{Lab, Problem};
use crate::math::numeral::{power, significant};
use crate::nn::{LogUniform, Sampling, SearchPlan};

/// Trials of the book.
const TRIALS: usize = 100;

/// Most trials of a search.
pub const MAX_TRIALS: usize = 400;

/// What the ranges of a search may hold.
const POWERS: (f64, f64) = (1e-12, 1e3);

/// Digits of an end of a range, so that the logarithm leaves no trace.
const RANGE_DIGITS: i32 = 6;

/// The ends of a range are at least this factor apart.
const APART: f64 = 1.1;

/// The slider of an end of a range, the lower one by 0. The other one stays where it is.
macro_rules! end {
    ($name:literal, $field:ident, $range:literal, $end:literal, $scale:expr) => {
        ControlType {
            then: Lab::forget_trial,
            ..ControlType::component(
                $name,
                "ranges",
                Component {
                    scale: |_, _| $scale,
                    range: |lab| end_range(ends(lab.settings().search().ranges()[$range]), $end),
                    get: |lab, _| {
                        let _ = lab.network_extent()?;
                        Some(ends(lab.settings().search().ranges()[$range])[$end])
                    },
                    set: |lab, _, value| {
                        let search = lab.settings.of_mut::<SearchSettings>();
                        let mut ends = ends(search.ranges()[$range]);
                        ends[$end] = value;
                        let range = LogUniform::between(ends[0], ends[1]);
                        let book = SearchSettings::default().ranges()[$range];
                        search.$field = (range != book).then_some(range);
                    },
                },
            )
        }
    };
}

settings! {
    /// What is set of a search; `None` stands for the book's.
    pub struct SearchSettings;

    /// Trials of the random search; 100 when left out, as in the book.
    "trials" trials: Option<usize> = None, number(Range::Whole(1, MAX_TRIALS as u64)),
        controls: &[ControlType::slider("training", |_| Scale::multiples(1, 39, 0.1))];

    /// The trial that `search` looks at, by the order of the draw; when left out the best one.
    "trial" trial: Option<usize> = None, number(Range::Whole(1, MAX_TRIALS as u64)),
        controls: &[ControlType {
            place: Place::Loss,
            ..ControlType::options("trial", Options {
                all: Lab::trial_options,
                get: |lab| lab.settings().text("trial"),
            })
        }];

    /// How the search draws from its ranges: `log`, as in the book, so that every power of ten gets
    /// as many trials, or `uniform`, so that nine of ten get the highest one.
    "sampling" sampling: Sampling = Sampling::Log, choice,
        controls: &[ControlType {
            place: Place::Lane,
            then: Lab::forget_trial,
            ..ControlType::buttons("sampling", "sampling", Buttons {
                all: Sampling::NAMES,
                get: |lab| lab.settings().search().sampling.name(),
                set: |lab, name| {
                    let sampling = Sampling::named(name).ok_or(Problem::Unknown)?;
                    lab.settings.of_mut::<SearchSettings>().sampling = sampling;
                    Ok(())
                },
            })
        }];

    /// The range of learning rates that the search draws from.
    "rates" rates: Option<LogUniform> = None, text,
        allowed: "two numbers from 1e-12 to 1000, such as `1e-6 1e-2`",
        controls: &[
            end!("rates.low", rates, 0, 0, Scale::decades(-8, 1)),
            end!("rates.high", rates, 0, 1, Scale::decades(-8, 1)),
        ];

    /// The range of weight decays that the search draws from.
    "decays" decays: Option<LogUniform> = None, text,
        allowed: "two numbers from 1e-12 to 1000, such as `1e-8 1e-4`",
        controls: &[
            end!("decays.low", decays, 1, 0, Scale::decades(-10, 0)),
            end!("decays.high", decays, 1, 1, Scale::decades(-10, 0)),
        ];
}

choice!(Sampling: Log = "log", Uniform = "uniform");

impl SearchSettings {
    /// The ranges of learning rates and weight decays.
    pub(crate) fn ranges(&self) -> [LogUniform; 2] {
        let book = SearchPlan::book(1, 1);
        [
            self.rates.unwrap_or(book.learning_rate),
            self.decays.unwrap_or(book.weight_decay),
        ]
    }

    /// How many trials there shall be.
    pub(crate) fn n_trials(&self) -> usize {
        self.trials.unwrap_or(TRIALS)
    }
}

impl Settings {
    /// What is set of a search.
    pub fn search(&self) -> &SearchSettings {
        self.of()
    }
}

/// Two positive numbers, the ends of a range of powers of ten.
impl Value for Option<LogUniform> {
    fn read(&mut self, text: &str) -> Result<(), Refused> {
        let ends = list(text, 2, |word| parse::number(word, POWERS.0, POWERS.1))?;
        *self = match ends.as_deref() {
            None => None,
            Some(&[low, high]) if low < high => Some(LogUniform::between(low, high)),
            Some(_) => return Err(Refused::Value),
        };
        Ok(())
    }

    fn text(&self) -> String {
        self.map_or_else(String::new, powers_text)
    }
}

pub(crate) fn powers_text(range: LogUniform) -> String {
    parse::numbers_text(ends(range))
}

/// The ends of a range, with as many digits as links have.
fn ends(range: LogUniform) -> [f64; 2] {
    [range.lowest, range.highest].map(|exponent| power(exponent, RANGE_DIGITS))
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
