//! When the pictures of an experiment at work are drawn.

/// A browser that takes this long to paint does it slowly, in milliseconds.
const SLOW: f64 = 50.0;

/// More than that is no painting: the page was hidden.
const LONGEST: f64 = 500.0;

/// Where a browser takes long to paint the pictures, the experiment computes for as long before
/// it is drawn again.
#[derive(Debug, Default)]
pub(in crate::web) struct Throttle {
    drawn: Option<f64>,
    rests_until: f64,
}

impl Throttle {
    /// A frame begins at that time.
    pub(in crate::web) fn begin(&mut self, now: f64) {
        let Some(drawn) = self.drawn.take() else {
            return;
        };
        let painting = (now - drawn).min(LONGEST);
        if painting > SLOW {
            self.rests_until = now + painting;
        }
    }

    /// The pictures have to wait until that time.
    pub(in crate::web) fn rest(&mut self, until: f64) {
        self.rests_until = until;
    }

    /// The pictures were drawn at that time, and will be painted.
    pub(in crate::web) fn draw(&mut self, now: f64) {
        self.drawn = Some(now);
    }

    /// Whether they have to wait at that time.
    pub(in crate::web) fn rests(&self, now: f64) -> bool {
        now < self.rests_until
    }
}
