//! The lessons, a folder each.

use crate::lab::{Lab, Lesson, Part, Spoils};
use crate::optim::Rule;

pub mod basins;
pub mod batch;
pub mod conventions;
pub mod data;
pub mod files;
pub mod maps;
pub mod physics;
pub mod predict;
pub mod program;
pub mod questions;
pub mod rates;
pub mod rule;
pub mod share;
pub mod steps;
pub mod training_loop;

/// A lesson that keeps nothing between frames.
pub struct PlainLesson {
    /// Its name in the attribute `lessons`.
    pub name: &'static str,
    /// How much of it would tell where a lane leads that the reader is asked to predict.
    pub spoils: Spoils,
    /// The rule that it has most to say about.
    pub rule: Option<Rule>,
}

impl Part for PlainLesson {
    fn name(&self) -> &'static str {
        self.name
    }
}

impl Lesson for PlainLesson {
    fn spoils(&self, _: &mut Lab) -> Spoils {
        self.spoils
    }

    fn lane(&self, lab: &Lab) -> Option<usize> {
        // What is asked of a lane is not to change because a lesson opens.
        let rule = self.rule.filter(|_| !lab.settings().is_asking())?;
        let lanes = &lab.settings().optimizers;
        lanes.iter().position(|lane| lane.rule == rule)
    }
}
