//! Time as an index into the record.

/// Moves the shown step while the figure plays. The step itself is a setting, so
/// that a link holds it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Playhead {
    is_playing: bool,
    /// The share of the next step that has passed.
    fraction: f64,
}

impl Playhead {
    pub(crate) fn is_playing(&self) -> bool {
        self.is_playing
    }

    pub(crate) fn play(&mut self) {
        self.is_playing = true;
        self.fraction = 0.0;
    }

    pub(crate) fn pause(&mut self) {
        self.is_playing = false;
    }

    /// How many whole steps have come due, given the steps that time has brought.
    pub(crate) fn due(&mut self, steps: f64) -> usize {
        if !self.is_playing || !steps.is_finite() || steps <= 0.0 {
            return 0;
        }
        let total = self.fraction + steps;
        let whole = f64::floor(total);
        self.fraction = total - whole;
        whole as usize
    }
}
