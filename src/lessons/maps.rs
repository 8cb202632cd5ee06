//! What takes long to compute and is computed a slice at a time.

use crate::lab::Lab;

/// About so many updates are made in one go.
pub(crate) const UPDATES: usize = 1000;

impl Lab {
    /// Goes on with the maps of the lessons that are open as long as `goes_on`, which is asked
    /// after every thousand updates or so. Returns whether there is more to do.
    pub fn work_on_maps(&mut self, mut goes_on: impl FnMut() -> bool) -> bool {
        // Nobody sees the map of a lane that is hidden.
        let is_told = !self.is_asking();
        let is_open = |lesson| is_told && self.settings().lessons.contains(&lesson);
        let (rates, basins) = (is_open("rates"), is_open("basins"));
        let more_rates = rates && self.work_on_rates(&mut goes_on);
        let more_basins = basins && self.work_on_basins(&mut goes_on);
        more_rates || more_basins
    }
}
