//! What lessons leave out while the path of a lane is hidden.

use crate::lab::Lab;
use crate::lab::settings::Lesson;
use crate::optim::Rule;

/// What a lesson leaves out, because it would tell where a hidden lane leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Veil {
    /// Name of the hidden lane.
    pub name: String,
    /// Whether the lesson is about nothing else, so that all of it is left out.
    pub is_whole: bool,
}

impl Lab {
    /// What a lesson leaves out now; `None` where it tells all that it has.
    ///
    /// Every lesson has to say here whether it knows of the path, or it does not compile.
    pub fn veil(&mut self, lesson: Lesson) -> Option<Veil> {
        let hidden = self.hidden_lane()?;
        let is_whole = match lesson {
            Lesson::Rule | Lesson::Rates | Lesson::Basins | Lesson::Physics => true,
            Lesson::Data | Lesson::Program | Lesson::Share => false,
            Lesson::Conventions if self.hides_momentum() => false,
            // The first asks for the path itself; questions set other races up.
            Lesson::Conventions | Lesson::Predict | Lesson::Questions => return None,
            // They are about networks, whose paths are not asked for.
            Lesson::Batch | Lesson::Loop | Lesson::Files => return None,
        };
        let name = self.scene().lanes.get(hidden)?.name.clone();
        Some(Veil { name, is_whole })
    }

    /// Whether the hidden lane is the Momentum that the conventions are about.
    pub(crate) fn hides_momentum(&mut self) -> bool {
        let scene = self.scene();
        let momentum = scene.lanes.iter().find(|it| it.rule() == Rule::Momentum);
        momentum.is_some_and(|lane| lane.is_hidden)
    }
}
