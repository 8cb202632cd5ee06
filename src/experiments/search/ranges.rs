//! The controls of the lab `search`.

use crate::experiments::network::controls::{StudyId, select};
use crate::experiments::network::settings::POWERS;
use crate::experiments::search::model as search;
use crate::lab::Lab;
use crate::lab::controls::{Control, ControlId};
use crate::lab::scale::Scale;
use crate::nn::LogUniform;

/// An end of a range that is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeEnd {
    /// The lowest learning rate.
    LowestRate,
    /// The highest learning rate.
    HighestRate,
    /// The lowest weight decay.
    LowestDecay,
    /// The highest weight decay.
    HighestDecay,
}

/// The slider of the number of trials: tens.
const TRIALS: Scale = Scale::Even {
    low: 1,
    positions: 39,
    per_unit: 0.1,
};

/// The ends of a range are at least this factor apart.
const APART: f64 = 1.1;

impl RangeEnd {
    /// All ends.
    pub const ALL: [Self; 4] = [
        Self::LowestRate,
        Self::HighestRate,
        Self::LowestDecay,
        Self::HighestDecay,
    ];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::LowestRate => "rates.low",
            Self::HighestRate => "rates.high",
            Self::LowestDecay => "decays.low",
            Self::HighestDecay => "decays.high",
        }
    }

    pub(crate) const fn attribute(self) -> &'static str {
        if self.is_rate() { "rates" } else { "decays" }
    }

    const fn is_rate(self) -> bool {
        matches!(self, Self::LowestRate | Self::HighestRate)
    }

    const fn is_lowest(self) -> bool {
        matches!(self, Self::LowestRate | Self::LowestDecay)
    }
}

impl Lab {
    /// Trials, their iterations and batches are among the other sliders.
    pub(crate) fn search_controls(&self) -> Vec<Control> {
        let ends = RangeEnd::ALL.into_iter().map(StudyId::Range);
        let ends = ends.filter_map(|id| self.slider(ControlId::Study(id)));
        ends.chain([self.trial_control()]).collect()
    }

    /// The trials from the best to the worst.
    fn trial_control(&self) -> Control {
        let trials = self.trials();
        let places = trials.iter().flat_map(|trials| trials.ranking.clone());
        let numbers = places.map(|place| (place + 1).to_string());
        let mut options: Vec<String> = std::iter::once(String::new()).chain(numbers).collect();
        let number = self.settings().study.trial;
        let value = number.map_or_else(String::new, |number| number.to_string());
        if !options.contains(&value) {
            options.push(value.clone());
        }
        select(StudyId::Trial, value, options)
    }

    /// The ends of a range of powers of ten, as values.
    fn ends(&self, end: RangeEnd) -> [f64; 2] {
        let [rates, decays] = search::ranges(&self.settings().study);
        let range = if end.is_rate() { rates } else { decays };
        [range.lowest, range.highest].map(tidy)
    }

    /// The scale and the value of the slider of an end.
    pub(crate) fn range_slider(&self, end: RangeEnd) -> (Scale, f64) {
        let scale = if end.is_rate() {
            Scale::Log { low: -8, high: 1 }
        } else {
            Scale::Log { low: -10, high: 0 }
        };
        let [lowest, highest] = self.ends(end);
        (scale, if end.is_lowest() { lowest } else { highest })
    }

    pub(crate) fn trials_slider(&self) -> (Scale, f64) {
        (TRIALS, search::n_trials(&self.settings().study) as f64)
    }

    /// What may be typed for an end: the other one stays where it is.
    pub(crate) fn end_range(&self, end: RangeEnd) -> (f64, f64) {
        let ([lowest, highest], (low, high)) = (self.ends(end), POWERS);
        if end.is_lowest() {
            (low, tidy(libm::log10(highest / APART)))
        } else {
            (tidy(libm::log10(lowest * APART)), high)
        }
    }

    /// Moves an end.
    pub(crate) fn take_end(&mut self, end: RangeEnd, value: f64) {
        let [lowest, highest] = self.ends(end);
        let [lowest, highest] = if end.is_lowest() {
            [value, highest]
        } else {
            [lowest, value]
        };
        let range = LogUniform::new(libm::log10(lowest), libm::log10(highest));
        let book = search::ranges(&Default::default());
        let study = &mut self.settings.study;
        let (field, book) = if end.is_rate() {
            (&mut study.rates, book[0])
        } else {
            (&mut study.decays, book[1])
        };
        *field = (range != book).then_some(range);
        self.forget_trial();
    }
}

/// Ten to the power of a number, with as many digits as links have.
fn tidy(exponent: f64) -> f64 {
    crate::experiments::network::settings::rounded(libm::pow(10.0, exponent))
}
