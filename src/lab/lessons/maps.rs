//! What takes long to compute and is computed a slice at a time.

use super::basins::BasinsMap;
use super::rates::RatesMap;
use crate::lab::Lab;
use crate::lab::settings::Lesson;

/// The maps of the lessons, as far as they are computed.
#[derive(Debug, Default)]
pub(in crate::lab) struct Maps {
    pub(super) rates: RatesMap,
    pub(super) basins: BasinsMap,
}

impl Lab {
    /// Goes on with the maps of the lessons that are open, for about so many updates.
    /// Returns whether there is more to do.
    pub fn work(&mut self, updates: usize) -> bool {
        let is_open = |lesson| self.settings.lessons.contains(&lesson);
        let (rates, basins) = (is_open(Lesson::Rates), is_open(Lesson::Basins));
        let more_rates = rates && self.work_on_rates(updates);
        let more_basins = basins && self.work_on_basins(updates);
        more_rates || more_basins
    }
}
