//! How long the steps are.

use crate::language::labels;

labels! {
    /// Words of the lengths of steps.
    StepsLabels:
    /// Why they are as they are.
    steps_note,
}

/// The update that led to the shown step. Numbers are printed.
#[derive(Clone, Debug)]
pub struct UpdateWords {
    /// Name of the lane.
    pub name: String,
    /// The step.
    pub step: usize,
    /// Its change of x and of y.
    pub change: [String; 2],
    /// Its learning rate.
    pub rate: String,
}

/// The updates of a lane up to the shown step. Numbers are printed.
#[derive(Clone, Debug)]
pub struct UpdatesWords {
    /// Name of the lane.
    pub name: String,
    /// The last of these steps.
    pub step: usize,
    /// The longest update along x and along y.
    pub longest: [String; 2],
    /// The same as multiples of the learning rate; nothing where that is 0.
    pub of_rate: Option<[String; 2]>,
    /// How often the updates turned round along x and along y.
    pub turns: [usize; 2],
}

/// The words of the lengths of steps.
#[derive(Clone, Copy, Debug)]
pub struct StepsWords {
    /// Words that never change.
    pub labels: StepsLabels,
    /// Name of the picture.
    pub title: &'static str,
    /// The update that led to the shown step.
    pub update: fn(&UpdateWords) -> String,
    /// No update has been made at the start.
    pub start: fn(&str) -> String,
    /// The updates up to the shown step.
    pub updates: fn(&UpdatesWords) -> String,
}
