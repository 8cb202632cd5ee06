//! A random search in words.

use crate::experiments::network::describe::{NetworkDescription, percent};
use crate::experiments::network::run::Extent;
use crate::experiments::network::words::{NetworkMessages, PlayerLabels};
use crate::experiments::search::decades::{GoodDecade, decades, expected};
use crate::experiments::search::model::SearchExperiment;
use crate::experiments::search::trials::{
    Finding, LogUniform, Sampling, TrialPoint, Trials, Verdict,
};
use crate::experiments::search::words::{DecadeWords, FindingWords, Place, RangeWords, TrialWords};
use crate::lab::settings::Settings;
use crate::math::joined;
use crate::math::numeral::shortest;
use crate::view::number::{readable, rounded, superscript};

/// How many of the best the description of their curves tells.
const TOLD: usize = 5;

/// The name of the trial of a rank, from 1: the one that the book's figure has.
pub fn best(rank: usize) -> String {
    format!("Best-{rank}")
}

/// An accuracy in whole percent.
pub fn whole_percent(share: f64) -> String {
    shortest(libm::round(share * 100.0)) + "%"
}

/// What the axes of the panel with the trials show, learning rates first.
pub fn range_axes(messages: &NetworkMessages) -> [String; 2] {
    let words = messages.search;
    let log = messages.figure.log;
    [(words.rate, "η"), (words.decay, "λ")].map(|(name, sign)| format!("{name} {sign} ({log})"))
}

impl NetworkDescription for SearchExperiment {
    fn title(&self, messages: &NetworkMessages) -> &'static str {
        messages.search.title
    }

    fn question(&self, messages: &NetworkMessages) -> &'static str {
        messages.search.question
    }

    fn terms(&self, extent: &Extent, _: (&str, f64), messages: &NetworkMessages) -> String {
        let Extent {
            n_train,
            n_test,
            batch_size,
            n_iterations,
            ..
        } = *extent;
        (messages.search.terms)(n_train, n_test, batch_size, n_iterations)
    }

    fn player(&self, messages: &NetworkMessages) -> PlayerLabels {
        messages.search.player
    }

    fn step_of(
        &self,
        (step, n_steps): (usize, usize),
        n_done: usize,
        messages: &NetworkMessages,
    ) -> String {
        (messages.search.step_of)(step, n_steps, n_done)
    }

    fn hint(
        &self,
        control: &str,
        settings: &Settings,
        messages: &NetworkMessages,
    ) -> Option<String> {
        let [rates, _] = settings.search().ranges();
        let highest = decades(rates).pop().filter(|_| control == "sampling")?;
        let (ends, shares) = (decade_ends(highest), expected(rates, highest).map(share));
        let ends = [&*ends[0], &*ends[1]];
        Some((messages.search.sampling_hint)(
            ends,
            [&shares[0], &shares[1]],
        ))
    }

    /// A trial takes its time.
    fn says_each_step(&self) -> bool {
        true
    }

    fn per_second(&self, speed: f64, messages: &NetworkMessages) -> String {
        (messages.search.per_second)(&readable(speed))
    }
}

/// The option for a trial, by its number; none is the best one.
pub fn trial_option(trials: Option<&Trials>, number: &str, messages: &NetworkMessages) -> String {
    let words = messages.search;
    if number.is_empty() {
        return words.best.to_owned();
    }
    let place = number.parse::<usize>().ok();
    let place = place.and_then(|number| number.checked_sub(1));
    let ranked = trials.zip(place).and_then(|(trials, place)| {
        let rank = trials.rank_of(place)?;
        let accuracy = percent(trials.all[place].accuracy());
        Some(format!("{} · {accuracy}", best(rank + 1)))
    });
    ranked.unwrap_or_else(|| number.to_owned())
}

/// A trial, printed.
pub(crate) fn trial(number: usize, trial: &TrialPoint) -> TrialWords {
    TrialWords {
        number,
        rate: rounded(trial.rate, 3),
        decay: rounded(trial.decay, 3),
        validation: percent(trial.accuracy()),
        training: percent(trial.training_accuracy()),
        diverged: trial.diverged,
    }
}

/// A trial as clauses.
pub(crate) fn parts(trial: &TrialWords, messages: &NetworkMessages) -> Vec<String> {
    let diverged = trial.diverged.map(messages.network.diverged_at);
    let parts = (messages.search.trial_parts)(trial);
    diverged.into_iter().chain(parts).collect()
}

/// Where the best trials lie, as clauses.
pub(crate) fn finding(
    finding: &Finding,
    decade: Option<&GoodDecade>,
    messages: &NetworkMessages,
) -> Vec<String> {
    let words = FindingWords {
        n: finding.n,
        lowest: rounded(finding.lowest, 2),
        highest: rounded(finding.highest, 2),
        span: whole_percent(finding.span),
        verdict: match finding.verdict {
            Verdict::TooFew => Place::TooFew,
            Verdict::LowEnd => Place::LowEnd,
            Verdict::HighEnd => Place::HighEnd,
            Verdict::Inside => Place::Inside,
            Verdict::Rising => Place::Rising,
            Verdict::Falling => Place::Falling,
            Verdict::Anywhere => Place::Anywhere,
        },
    };
    let decade = decade.map(|decade| good_decade(decade, messages));
    let clauses = (messages.search.finding)(&words).into_iter();
    clauses.chain(decade).collect()
}

fn good_decade(of: &GoodDecade, messages: &NetworkMessages) -> String {
    let (ends, expected) = (decade_ends(of.decade.range), of.expected.map(share));
    (messages.search.good_decade)(&DecadeWords {
        ends: [&ends[0], &ends[1]],
        trials: [of.decade.n, of.n_trials],
        best: [of.n_best, of.n_all_best],
        expected: [&expected[0], &expected[1]],
    })
}

/// A share in percent, with two digits where it is small.
fn share(share: f64) -> String {
    rounded(share * 100.0, 2) + "%"
}

/// The ends of a decade: `10⁻³` where they are powers of ten.
fn decade_ends(range: LogUniform) -> [String; 2] {
    [range.lowest, range.highest].map(|exponent| {
        let nearest = libm::round(exponent);
        match (exponent - nearest).abs() < 1e-9 {
            true => joined(&["10", &superscript(nearest as i32)], ""),
            false => rounded(libm::pow(10.0, exponent), 2),
        }
    })
}

fn ends(range: LogUniform) -> [String; 2] {
    [range.lowest, range.highest].map(|exponent| rounded(libm::pow(10.0, exponent), 2))
}

fn looked_at(trials: &Trials) -> Option<(String, TrialWords)> {
    let (place, point) = trials.looked_at()?;
    Some((best(trials.chosen + 1), trial(place + 1, point)))
}

/// The panel with the trials.
pub(crate) fn trials(trials: &Trials, messages: &NetworkMessages) -> String {
    let words = RangeWords {
        rates: ends(trials.rates),
        decays: ends(trials.decays),
        n: trials.n_shown,
        is_uniform: trials.sampling == Sampling::Uniform,
        decades: (trials.decades().into_iter())
            .map(|decade| (decade_ends(decade.range), decade.n))
            .collect(),
        chosen: looked_at(trials),
        next: trials.narrowed().map(|ranges| ranges.map(ends)),
    };
    (messages.search.description)(&words)
}

/// The panel with their curves.
pub(crate) fn ranking(trials: &Trials, messages: &NetworkMessages) -> String {
    let best = (0..TOLD).filter_map(|rank| {
        let (place, point) = trials.ranked(rank)?;
        Some((
            crate::experiments::search::describe::best(rank + 1),
            trial(place + 1, point),
        ))
    });
    let best: Vec<(String, TrialWords)> = best.collect();
    (messages.search.ranking_description)(trials.n_shown, &best)
}

/// One sentence after a change.
pub(crate) fn announcement(trials: &Trials, messages: &NetworkMessages) -> String {
    let words = messages.search;
    let chosen = looked_at(trials);
    let chosen = chosen.map(|(name, trial)| (name, joined(&parts(&trial, messages), ", ")));
    let chosen = chosen.as_ref();
    (words.announcement)(
        trials.n_shown,
        chosen.map(|(name, parts)| (name.as_str(), parts.as_str())),
    )
}
