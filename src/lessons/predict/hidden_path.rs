//! What lessons leave out while the path of a lane is hidden.

use crate::lab::{Lab, Spoils};

/// What a lesson leaves out, because it would tell where a hidden lane leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HiddenPath {
    /// Name of the hidden lane.
    pub name: String,
    /// Whether the lesson is about nothing else, so that all of it is left out.
    pub is_whole: bool,
}

impl Lab {
    /// What the lesson of that name leaves out now; `None` where it tells all that it has.
    pub fn hidden_path(&mut self, lesson: &str) -> Option<HiddenPath> {
        let hidden = self.hidden_lane()?;
        let is_whole = match self.lesson(lesson)?.spoils(self) {
            Spoils::Nothing => return None,
            Spoils::Part => false,
            Spoils::Whole => true,
        };
        let name = self.scene().lanes.get(hidden)?.name.clone();
        Some(HiddenPath { name, is_whole })
    }
}
