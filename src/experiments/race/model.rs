//! The race: its record, and what a reader answered about it.

use crate::experiments::race::cache::Cache;
use crate::lab::settings::{Comparison, Settings};
use crate::lab::{Experiment, Lab, parse};
use crate::math::{Point, joined};
use crate::optim::Hyperparameters;
use crate::race::{self, Bound};

/// The race on a loss surface (sections 6.1.2 to 6.1.7).
#[derive(Debug, Default)]
pub struct Race {
    pub(crate) cache: Cache,
    pub(crate) answer: Answer,
}

/// What a reader did about the path that the setting `predict` hides.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Answer {
    /// Where they think that the lane will be.
    pub(crate) guess: Option<Point>,
    /// Whether they have been shown where it is.
    pub(crate) is_told: bool,
}

impl Experiment for Race {
    fn progress(&self, settings: &Settings) -> Option<(usize, usize)> {
        Some((settings.race().steps, settings.race().steps))
    }

    fn decides_rates(&self, settings: &Settings) -> bool {
        settings.race().comparison != Comparison::Own
    }

    fn bound(&self, lab: &Lab, row: usize) -> Option<Bound> {
        race::bound(lab.settings().loss(), &self.values(lab, row)?)
    }

    fn values(&self, lab: &Lab, index: usize) -> Option<Hyperparameters> {
        let settings = lab.settings();
        let row = lab.rows().get(index)?;
        let lane = lab.rows()[..index].iter().filter(|row| row.is_on).count();
        Some(match self.cache.lanes().get(lane) {
            Some(raced) if row.is_on && settings.race().comparison != Comparison::Own => *raced,
            _ => {
                let own = row.lane.hyperparameters(settings.race().surface);
                own.with_forms(settings.race().forms())
            }
        })
    }

    /// What was answered to one question says nothing about another one.
    fn setting_was_set(&mut self, name: &str) {
        if matches!(name, "predict" | "lane") {
            self.answer = Answer::default();
        }
    }

    fn snapshot(&self) -> String {
        let told = if self.answer.is_told { "told " } else { "" };
        let text = |guess| joined(&[told, &parse::point_text(guess)], "");
        self.answer.guess.map_or_else(String::new, text)
    }

    fn restore(&mut self, text: &str) {
        let (is_told, guess) = match text.strip_prefix("told ") {
            Some(guess) => (true, guess),
            None => (false, text),
        };
        if let Ok(guess) = parse::point(guess) {
            self.answer = Answer {
                guess: Some(guess),
                is_told,
            };
        }
    }
}

impl Lab {
    /// The lane whose path is hidden until the reader has said where it leads.
    pub(crate) fn hidden_lane(&self) -> Option<usize> {
        let is_told = self.race().is_some_and(|race| race.answer.is_told);
        let is_asked = self.settings.is_asking() && !is_told;
        is_asked.then(|| self.lane())
    }

    /// What is computed of the race.
    pub(crate) fn race(&self) -> Option<&Race> {
        self.states.find()
    }

    /// The same, with what the settings ask for.
    pub(crate) fn refreshed_race(&mut self) -> &mut Race {
        let race = self.states.of::<Race>();
        race.cache.refresh(&self.settings);
        race
    }
}
