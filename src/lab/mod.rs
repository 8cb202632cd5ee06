//! Storey 3: the experiment as a reader handles it. Settings, the record of the run,
//! the step that is shown; every change is one [`Action`].
//!
//! Nothing here knows a pixel, a color, a sentence or a clock.

mod action;
pub mod controls;
mod handover;
pub mod link;
pub mod parse;
mod playhead;
mod rows;
pub mod scale;
pub mod settings;

pub use action::{Action, Problem, Warning};
pub use rows::Row;

#[cfg(feature = "lessons")]
use crate::experiments::network::model as studies;
use crate::experiments::race::cache::Cache;
use crate::experiments::race::scene::{Lane, Scene};
#[cfg(feature = "lessons")]
use crate::lessons;
#[cfg(feature = "lessons")]
use crate::math::Point;
use crate::math::joined;
use crate::math::numeral;
use crate::optim::Hyperparameters;
use crate::surface::formula;
use playhead::Playhead;
use rows::Rows;
use settings::{LabName, LaneSetting, Settings};

/// One experiment: what is set, what came of it, which step is shown.
#[derive(Debug)]
pub struct Lab {
    pub(crate) settings: Settings,
    pub(crate) rows: Rows,
    pub(crate) playhead: Playhead,
    pub(crate) cache: Cache,
    pub(crate) draft: Option<(String, formula::Problem)>,
    pub(crate) n_changes: u64,
    #[cfg(feature = "lessons")]
    pub(crate) lit: Option<lessons::rule::equation::TermId>,
    /// Whether the reader has been shown what they were asked to predict.
    pub(crate) is_told: bool,
    #[cfg(feature = "lessons")]
    pub(crate) guess: Option<Point>,
    /// Whether a person closed the lesson that asks them.
    #[cfg(feature = "lessons")]
    pub(crate) is_put_away: bool,
    #[cfg(feature = "lessons")]
    pub(crate) maps: lessons::maps::Maps,
    #[cfg(feature = "lessons")]
    pub(crate) studies: studies::Studies,
}

impl Default for Lab {
    fn default() -> Self {
        Self::new()
    }
}

impl Lab {
    /// The book's figure: its four rules on its function from (−7, 2).
    pub fn new() -> Self {
        let settings = Settings::default();
        Self {
            rows: Rows::of(&settings.optimizers),
            playhead: Playhead::default(),
            cache: Cache::default(),
            draft: None,
            n_changes: 0,
            #[cfg(feature = "lessons")]
            lit: None,
            is_told: false,
            #[cfg(feature = "lessons")]
            guess: None,
            #[cfg(feature = "lessons")]
            is_put_away: false,
            #[cfg(feature = "lessons")]
            maps: lessons::maps::Maps::default(),
            #[cfg(feature = "lessons")]
            studies: studies::Studies::default(),
            settings,
        }
    }

    /// What is set.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The lanes that the interface offers.
    pub fn rows(&self) -> &[Row] {
        self.rows.as_slice()
    }

    /// The settings as a query that reads back to the same state, without `?`.
    pub fn query(&self) -> String {
        link::query(&self.settings)
    }

    /// The step that is shown. Where the record still grows, that is the last one that
    /// it has of those up to the one that is wanted.
    pub fn step(&self) -> usize {
        let wanted = self.settings.step.unwrap_or(self.last_step());
        #[cfg(feature = "lessons")]
        if self.is_study() {
            return wanted.min(self.n_study_steps().map_or(0, |(n_done, _)| n_done));
        }
        wanted
    }

    /// The last step that can be shown.
    pub fn last_step(&self) -> usize {
        #[cfg(feature = "lessons")]
        if self.is_study() {
            return self.n_study_steps().map_or(0, |(_, n_steps)| n_steps);
        }
        self.settings.steps
    }

    /// Whether this is an experiment on networks.
    pub fn is_study(&self) -> bool {
        cfg!(feature = "lessons") && self.settings.lab != LabName::Race
    }

    /// Whether it is known how many steps there are.
    fn has_steps(&self) -> bool {
        #[cfg(feature = "lessons")]
        if self.is_study() {
            return self.n_study_steps().is_some();
        }
        true
    }

    /// How many steps pass where the speed says one: networks take many small ones.
    pub fn pace(&self) -> f64 {
        #[cfg(feature = "lessons")]
        if self.is_study() && self.settings.lab != LabName::Search {
            return studies::PACE;
        }
        1.0
    }

    /// The lane that the lessons speak about, as an index into the lanes of the scene.
    pub fn lane(&self) -> usize {
        self.settings.lane.min(self.settings.optimizers.len()) - 1
    }

    /// Whether time moves the shown step: the player does, or a record that still grows.
    pub fn is_playing(&self) -> bool {
        #[cfg(feature = "lessons")]
        if self.is_growing() {
            return true;
        }
        self.playhead.is_playing()
    }

    /// Grows with every action: a picture of the same number is still true.
    pub fn n_changes(&self) -> u64 {
        self.n_changes
    }

    /// The formula as it was typed last, good or not.
    pub fn formula_text(&self) -> &str {
        match &self.draft {
            Some((text, _)) => text,
            None => self.settings.formula.text(),
        }
    }

    /// What is wrong with the formula as it was typed last.
    pub fn formula_problem(&self) -> Option<&formula::Problem> {
        self.draft.as_ref().map(|(_, problem)| problem)
    }

    /// The race as plain data; what is not computed yet is computed first. Of a lane that
    /// the reader is asked to predict it holds the start only.
    pub fn scene(&mut self) -> Scene<'_> {
        #[cfg(feature = "lessons")]
        let prediction = self.prediction();
        let hidden = self.hidden_lane();
        let scene = self.scene_without(hidden);
        #[cfg(feature = "lessons")]
        let scene = Scene {
            prediction,
            ..scene
        };
        scene
    }

    /// The same with nothing hidden: the record.
    pub fn whole_scene(&mut self) -> Scene<'_> {
        self.scene_without(None)
    }

    /// The lane whose path is hidden until the reader has said where it leads.
    pub(crate) fn hidden_lane(&self) -> Option<usize> {
        let is_asked = self.settings.is_asking() && !self.is_told;
        is_asked.then(|| self.lane())
    }

    fn scene_without(&mut self, hidden: Option<usize>) -> Scene<'_> {
        self.refresh();
        self.cache.hide(hidden);
        let all = self.cache.lanes();
        let lanes = all.iter().zip(self.cache.trajectories()).enumerate();
        let lanes = lanes.map(|(index, (lane, trajectory))| Lane {
            hyperparameters: *lane,
            variant: n_of_rule(&all[..index], lane),
            name: name(all, index),
            #[cfg(feature = "lessons")]
            is_hidden: hidden == Some(index),
            trajectory: self.cache.shown(hidden, index).unwrap_or(trajectory),
        });
        let lanes: Vec<Lane<'_>> = lanes.collect();
        Scene {
            #[cfg(feature = "lessons")]
            arrows: self.arrows(&lanes).filter(|_| hidden.is_none()),
            surface: self.settings.surface,
            formula: self.settings.formula.text(),
            domain: self.settings.domain(),
            condition: self.settings.valley.condition,
            contours: self.cache.contours(&self.settings),
            minima: self.settings.loss().minima(),
            start: self.settings.start_point(),
            steps: self.settings.steps,
            playhead: self.settings.step.unwrap_or(self.settings.steps),
            lanes,
            comparison: self.settings.comparison,
            has_own_rates: self
                .settings
                .optimizers
                .iter()
                .any(LaneSetting::has_own_rate),
            conditions: self.settings.conditions(),
            loss_scale: self.settings.loss_scale,
            aspect: self.settings.aspect,
            #[cfg(feature = "lessons")]
            relief: self.cache.relief(self.settings.view),
            #[cfg(feature = "lessons")]
            slopes: crate::experiments::race::slopes::slopes(&self.settings),
            #[cfg(feature = "lessons")]
            turn: self.settings.turn,
            #[cfg(feature = "lessons")]
            prediction: None,
        }
    }

    /// The arrows of the chosen lane, while the lesson on the rule or on its program is open.
    #[cfg(feature = "lessons")]
    fn arrows(&self, lanes: &[Lane<'_>]) -> Option<lessons::rule::model::Arrows> {
        let open = &self.settings.lessons;
        let is_open =
            open.contains(&settings::Lesson::Rule) || open.contains(&settings::Lesson::Program);
        let lane = self.lane();
        let update = || {
            let conditions = self.settings.conditions();
            lessons::rule::model::Update::shown(lanes.get(lane)?, &conditions, self.step())
        };
        is_open.then(|| lessons::rule::model::Arrows {
            lane,
            arrows: update().map_or_else(Vec::new, |update| update.arrows()),
            lit: self.lit,
        })
    }

    pub(crate) fn refresh(&mut self) {
        self.cache.refresh(&self.settings);
    }

    /// The lanes of the last scene, with the rates that they raced at.
    pub(crate) fn raced_lanes(&self) -> &[Hyperparameters] {
        self.cache.lanes()
    }

    pub(crate) fn count_change(&mut self) {
        self.n_changes += 1;
    }
}

fn n_of_rule(lanes: &[Hyperparameters], like: &Hyperparameters) -> usize {
    let same = |lane: &&Hyperparameters| lane.rule() == like.rule();
    lanes.iter().filter(same).count()
}

/// The rule's name; where the rule races more than once, with the values in which its
/// lanes differ, or a number where they differ in none.
pub(crate) fn name(lanes: &[Hyperparameters], index: usize) -> String {
    let lane = &lanes[index];
    let title = lane.rule().title().to_owned();
    if n_of_rule(lanes, lane) == 1 {
        return title;
    }
    let same_rule = || lanes.iter().filter(|other| other.rule() == lane.rule());
    let values: Vec<String> = lane
        .iter()
        .filter(|&(key, value)| same_rule().any(|other| other.value(key) != value))
        .map(|(_, value)| numeral::shortest(value))
        .collect();
    if values.is_empty() {
        format!("{title} {}", n_of_rule(&lanes[..=index], lane))
    } else {
        format!("{title} {}", joined(&values, " "))
    }
}
