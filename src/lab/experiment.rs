//! What the frame asks of an experiment, and of a lesson.

use super::controls::Control;
use super::settings::{Declarations, Settings};
use super::states::States;
use super::{Lab, Problem};
use crate::optim::Hyperparameters;
use crate::race::Bound;
use std::any::Any;
use std::fmt;

/// An experiment of the chapter: a record that belongs to what is set, and grows while it works.
pub trait Experiment: Any {
    /// Steps that are recorded and steps of the whole record; `None` while data is missing.
    fn progress(&self, settings: &Settings) -> Option<(usize, usize)>;

    /// How many steps pass where the playing speed says one.
    fn pace(&self, _: &Settings) -> f64 {
        1.0
    }

    /// The hyperparameters of a row of the lane list.
    fn values(&self, lab: &Lab, row: usize) -> Option<Hyperparameters>;

    /// Whether learning rates of the lanes are decided by something else than their controls.
    fn decides_rates(&self, _: &Settings) -> bool {
        false
    }

    /// The learning rate from which on a row diverges, where that is known.
    fn bound(&self, _: &Lab, _row: usize) -> Option<Bound> {
        None
    }

    /// The number that holds for a setting, where it is not just the one that is set.
    fn number(&self, _: &Settings, _setting: &str) -> Option<f64> {
        None
    }

    /// A setting was given another value, or the same again.
    fn setting_was_set(&mut self, _: &str) {}

    /// What a link leaves out of it, for a later life of the figure; no `;` and no line break.
    fn snapshot(&self) -> String {
        String::new()
    }

    /// Goes on from such a text, whatever it is.
    fn restore(&mut self, _: &str) {}
}

/// What is open under the figure.
pub trait Lesson: Any {
    /// Whether it stands open although `lessons` does not name it.
    fn opens_itself(&self, _: &Settings) -> bool {
        false
    }

    /// A person opened it, or closed it.
    fn was_opened(&mut self, _is_open: bool) {}

    /// A setting was given another value, or the same again.
    fn setting_was_set(&mut self, _: &str) {}

    /// What a link leaves out of it, for a later life of the figure; no `;` and no line break.
    fn snapshot(&self) -> String {
        String::new()
    }

    /// Goes on from such a text, whatever it is.
    fn restore(&mut self, _: &str) {}
}

/// Something that a person does to an experiment or in a lesson, and the frame knows nothing of.
pub trait PartAction {
    /// Does it.
    ///
    /// # Errors
    /// Where it was not taken; the state is good all the same.
    fn apply(&self, lab: &mut Lab) -> Result<(), Problem>;

    /// The attribute that a person changes by it.
    fn attribute(&self) -> Option<&'static str> {
        None
    }
}

/// An experiment that can be chosen.
#[derive(Clone, Copy, Debug)]
pub struct ExperimentType {
    /// Its name in the attribute `lab`.
    pub name: &'static str,
    pub(super) find: fn(&States) -> Option<&dyn Experiment>,
    pub(super) of: fn(&mut States) -> &mut dyn Experiment,
    pub(super) controls: fn(&mut Lab) -> Vec<Control>,
}

impl ExperimentType {
    /// The experiment of that name, with its controls in the order of the interface.
    pub const fn new<E: Experiment + Default>(
        name: &'static str,
        controls: fn(&mut Lab) -> Vec<Control>,
    ) -> Self {
        Self {
            name,
            find: |states| states.find::<E>().map(|it| it as &dyn Experiment),
            of: |states| states.of::<E>(),
            controls,
        }
    }
}

/// A lesson that can be opened.
#[derive(Clone, Copy, Debug)]
pub struct LessonType {
    /// Its name in the attribute `lessons`.
    pub name: &'static str,
    pub(super) find: fn(&States) -> Option<&dyn Lesson>,
    pub(super) of: fn(&mut States) -> &mut dyn Lesson,
}

impl LessonType {
    /// The lesson of that name.
    pub const fn new<L: Lesson + Default>(name: &'static str) -> Self {
        Self {
            name,
            find: |states| states.find::<L>().map(|it| it as &dyn Lesson),
            of: |states| states.of::<L>(),
        }
    }
}

/// What one part of a build has for another, which finds it by its type.
pub trait Extension: Any + Sync {}

impl<T: Any + Sync> Extension for T {}

impl fmt::Debug for dyn PartAction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PartAction")
    }
}

impl fmt::Debug for dyn Extension {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Extension")
    }
}

/// All that a build has. The frame gets it from outside, so that it names none of it.
#[derive(Debug)]
pub struct Registry {
    /// All that can be set.
    pub settings: &'static Declarations,
    /// The experiments, the default first.
    pub experiments: &'static [ExperimentType],
    /// The lessons that have something to be told.
    pub lessons: &'static [LessonType],
    /// What one part has for another, found by its type.
    pub extensions: &'static [&'static dyn Extension],
}

impl Registry {
    /// What some part has for another.
    pub fn extensions<T: Any>(&self) -> impl Iterator<Item = &'static T> {
        self.extensions.iter().filter_map(|&it| {
            let any: &dyn Any = it;
            any.downcast_ref()
        })
    }
}
