//! Time as an index into the record.

/// Moves the shown step while the figure plays. The step itself is a setting, so
/// that a link holds it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Playhead {
    is_playing: bool,
    /// The share of the next step that has passed.
    fraction: f64,
    /// Where playing stops, where that is not at the end.
    stop: Option<usize>,
}

impl Playhead {
    pub(crate) fn is_playing(&self) -> bool {
        self.is_playing
    }

    /// Plays to a step, or to the end.
    pub(crate) fn play_to(&mut self, stop: Option<usize>) {
        *self = Self {
            is_playing: true,
            fraction: 0.0,
            stop,
        };
    }

    /// Where playing stops, where that is not at the end.
    pub(crate) fn stop(&self) -> Option<usize> {
        self.stop
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
