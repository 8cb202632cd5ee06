//! The frame of every experiment: settings, the step that is shown, the state of what is open;
//! every change is one [`Action`].
//!
//! Nothing here knows a pixel, a color, a sentence or a clock.

mod action;
mod authored;
pub mod controls;
mod experiment;
pub mod link;
pub mod parse;
mod playhead;
mod rows;
pub mod scale;
pub mod settings;
pub mod slider;
mod snapshot;
mod states;
mod warning;

pub use action::{Action, Origin, Problem};
pub use experiment::{Experiment, Extension, Lesson, Part, PartAction, Registry, Spoils};
pub use rows::Row;
pub use states::States;
pub use warning::Warning;

use crate::math::joined;
use crate::math::numeral;
use crate::optim::Hyperparameters;
use authored::Authored;
use playhead::Playhead;
use rows::Rows;
use settings::Settings;

/// One figure: what is set, what came of it, which step is shown.
#[derive(Debug)]
pub struct Lab {
    registry: &'static Registry,
    pub(crate) settings: Settings,
    pub(crate) rows: Rows,
    playhead: Playhead,
    n_changes: u64,
    /// The slider that moved last, and the value set exactly that it moved away from.
    left: Option<(String, f64)>,
    authored: Option<Authored>,
    pub(crate) states: States,
}

impl Lab {
    /// The book's figure: its four rules on its function from (−7, 2).
    pub fn with(registry: &'static Registry) -> Self {
        let settings = Settings::new(registry.settings);
        Self {
            registry,
            rows: Rows::of(&settings.optimizers),
            settings,
            playhead: Playhead::default(),
            n_changes: 0,
            left: None,
            authored: None,
            states: States::default(),
        }
    }

    /// What is set.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// All that there is.
    pub fn registry(&self) -> &'static Registry {
        self.registry
    }

    /// The lanes that the interface offers.
    pub fn rows(&self) -> &[Row] {
        self.rows.as_slice()
    }

    /// The settings as a query that reads back to the same state, without `?`.
    pub fn query(&self) -> String {
        link::query(&self.settings)
    }

    /// The step that is shown. Where the record still grows, that is the last one that it has of
    /// those up to the one that is wanted. A record that is to be shown to its end waits at its
    /// start until it is whole: it is computed unasked, but plays only where it is asked to. Lessons
    /// may want another step to be shown than the last.
    pub fn step(&self) -> usize {
        let (n_done, n_steps) = self.progress().unwrap_or_default();
        match self.settings.step {
            Some(step) => step.min(n_done),
            None if self.is_growing() => 0,
            None => self
                .suggested_step()
                .map_or(n_steps, |step| step.min(n_steps)),
        }
    }

    /// Whether the record is to be shown to its end and has not come there.
    fn is_growing(&self) -> bool {
        let is_behind = |(n_done, n_steps)| n_done < n_steps;
        self.settings.step.is_none() && self.progress().is_some_and(is_behind)
    }

    /// The step that a lesson wants to be shown where none is set.
    pub(crate) fn suggested_step(&self) -> Option<usize> {
        let mut lessons = self.registry.lessons.iter();
        lessons.find_map(|it| it.step(self))
    }

    /// The last step that can be shown.
    pub fn last_step(&self) -> usize {
        self.progress().map_or(0, |(_, n_steps)| n_steps)
    }

    /// Steps that are recorded and steps of the whole record; `None` while data is missing.
    pub fn progress(&self) -> Option<(usize, usize)> {
        self.experiment().progress(self)
    }

    /// Whether the record waits for data that the page has to bring.
    pub fn lacks_data(&self) -> bool {
        self.experiment().lacks_data(self)
    }

    /// Records another piece of what is needed to show the wanted step. False where all is done.
    pub fn work_on_record(&mut self) -> bool {
        self.experiment().work(self)
    }

    /// Works until the wanted step can be shown.
    pub fn finish_record(&mut self) {
        while self.work_on_record() {}
    }

    /// How many steps pass where the speed says one: networks take many small ones.
    pub fn pace(&self) -> f64 {
        self.experiment().pace()
    }

    /// The lane that the lessons speak about, as an index into the lanes of the scene: where none
    /// is set, the one of which an open lesson has most to say.
    pub fn lane(&self) -> usize {
        let experiment = self.experiment();
        let is_open = |name: &str| experiment.has_lesson(name) && self.is_open(name);
        let open = self.registry.lessons.iter();
        let mut open = open.filter(|it| is_open(it.name()));
        let set = self.settings.lane.map(|lane| lane - 1);
        let lane = set.or_else(|| open.find_map(|it| it.lane(self)));
        lane.unwrap_or(0).min(self.settings.optimizers.len() - 1)
    }

    /// Whether time moves the shown step.
    pub fn is_playing(&self) -> bool {
        self.playhead.is_playing()
    }

    /// The step at which it stops to play.
    pub fn goal(&self) -> usize {
        let last = self.last_step();
        self.playhead.stop().map_or(last, |stop| stop.min(last))
    }

    /// Grows with every action: a picture of the same number is still true.
    pub fn n_changes(&self) -> u64 {
        self.n_changes
    }

    /// Whether the lesson of that name stands open: one that is set, or one that opens itself.
    pub fn is_open(&self, lesson: &str) -> bool {
        let opens_itself = self.lesson(lesson).is_some_and(|it| it.opens_itself(self));
        opens_itself || self.settings.lessons.contains(&lesson)
    }

    /// The lesson of that name, where this build has it.
    pub fn lesson(&self, name: &str) -> Option<&'static dyn Lesson> {
        let mut all = self.registry.lessons.iter().copied();
        all.find(|it| it.name() == name)
    }

    /// The experiment that is set; the first where this build does not have that.
    pub fn experiment(&self) -> &'static dyn Experiment {
        let (all, name) = (self.registry.experiments, self.settings.experiment());
        all.iter()
            .find(|it| it.name() == name)
            .copied()
            .unwrap_or(all[0])
    }

    pub(crate) fn count_change(&mut self) {
        self.n_changes += 1;
    }
}

pub(crate) fn n_of_rule(lanes: &[Hyperparameters], like: &Hyperparameters) -> usize {
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
