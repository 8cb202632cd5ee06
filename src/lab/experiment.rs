//! What the frame asks of an experiment, and of a lesson.

use super::controls::Control;
use super::parse::Refused;
use super::settings::Declarations;
use super::{Lab, Problem};
use crate::optim::Hyperparameters;
use crate::race::Bound;
use std::any::Any;
use std::fmt;

/// A part of the chapter, which may keep something in [`States`](super::States) between frames.
pub trait Part: Sync {
    /// Its name in attributes and snapshots.
    fn name(&self) -> &'static str;

    /// A setting was given another value, or the same again.
    fn setting_was_set(&self, _: &mut Lab, _setting: &str) {}

    /// The text of a setting was not taken.
    fn setting_was_refused(&self, _: &mut Lab, _setting: &str, _text: &str, _: &Refused) {}

    /// What a link leaves out of it, for a later life of the figure; no `;` and no line break.
    fn snapshot(&self, _: &Lab) -> String {
        String::new()
    }

    /// Goes on from such a text, whatever it is.
    fn restore(&self, _: &mut Lab, _text: &str) {}
}

/// An experiment of the chapter: a record that belongs to what is set, and grows while it works.
pub trait Experiment: Part {
    /// Whether its record waits for data that the page has to bring.
    fn lacks_data(&self, _: &Lab) -> bool {
        false
    }

    /// Begins the record anew where what is set now decides another one.
    fn refresh(&self, lab: &mut Lab);

    /// Steps that are recorded and steps of the whole record; `None` while data is missing.
    fn progress(&self, lab: &Lab) -> Option<(usize, usize)>;

    /// Records another piece of what is needed to show the wanted step, a few milliseconds. False
    /// where nothing is left to do.
    fn work(&self, _: &mut Lab) -> bool {
        false
    }

    /// How many steps pass where the playing speed says one.
    fn pace(&self) -> f64 {
        1.0
    }

    /// Whether the lesson of that name has something to say about it.
    fn has_lesson(&self, lesson: &str) -> bool;

    /// All controls, in the order of the interface.
    fn controls(&self, lab: &mut Lab) -> Vec<Control>;

    /// The hyperparameters of a row of the lane list.
    fn values(&self, lab: &Lab, row: usize) -> Option<Hyperparameters>;

    /// Whether learning rates of the lanes are decided by something else than their controls.
    fn decides_rates(&self, _: &Lab) -> bool {
        false
    }

    /// The learning rate from which on a row diverges, where that is known.
    fn bound(&self, _: &Lab, _row: usize) -> Option<Bound> {
        None
    }

    /// The learning rate that a row has where none is set.
    fn usual_rate(&self, lab: &Lab, row: usize) -> Option<f64>;

    /// The number that holds for a setting, where it is not just the one that is set.
    fn number(&self, _: &Lab, _setting: &str) -> Option<f64> {
        None
    }

    /// What is chosen for a setting, and what there is to choose from, where that depends on the
    /// experiment.
    fn choice(&self, _: &Lab, _setting: &str) -> Option<(String, Vec<String>)> {
        None
    }
}

/// What is open under the figure.
pub trait Lesson: Part {
    /// Whether it stands open although `lessons` does not name it.
    fn opens_itself(&self, _: &Lab) -> bool {
        false
    }

    /// A person opened it, or closed it.
    fn was_opened(&self, _: &mut Lab, _is_open: bool) {}

    /// Which lane it speaks about where none is set and it is open; the first where it does not
    /// matter.
    fn lane(&self, _: &Lab) -> Option<usize> {
        None
    }

    /// The step that is shown where none is set; the last where it does not matter.
    fn step(&self, _: &Lab) -> Option<usize> {
        None
    }

    /// Something else than time has changed the lab.
    fn was_changed(&self, _: &mut Lab) {}

    /// Playing is about to begin: the step at which it stops, where that is not at the end.
    ///
    /// # Errors
    /// Where a person has to answer something first.
    fn stop_of_playing(&self, _: &mut Lab) -> Result<Option<usize>, Problem> {
        Ok(None)
    }

    /// Another step is shown.
    fn step_was_shown(&self, _: &mut Lab) {}

    /// How much of it would tell where a lane leads that the reader is asked to predict.
    fn spoils(&self, lab: &mut Lab) -> Spoils;
}

/// How much of a lesson would tell an answer before it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoils {
    /// Nothing: it shows all that it has.
    Nothing,
    /// What it says of that lane.
    Part,
    /// All of it.
    Whole,
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

    /// Whether a person does it, and not the page on its own.
    fn is_by_hand(&self) -> bool {
        true
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

/// All that a build has. The frame gets it from outside, so that it names none of it.
pub struct Registry {
    /// All that can be set.
    pub settings: &'static Declarations,
    /// The experiments, the default first.
    pub experiments: &'static [&'static dyn Experiment],
    /// The lessons that have something to be told.
    pub lessons: &'static [&'static dyn Lesson],
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

    /// The experiments and the lessons.
    pub fn parts(&self) -> impl Iterator<Item = &'static dyn Part> {
        let experiments = self.experiments.iter().map(|&it| it as &dyn Part);
        experiments.chain(self.lessons.iter().map(|&it| it as &dyn Part))
    }
}

impl fmt::Debug for Registry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Registry")
    }
}
