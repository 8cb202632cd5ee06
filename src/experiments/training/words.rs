//! What the lab `training` says.

/// The words of the lab.
#[derive(Clone, Copy, Debug)]
pub struct TrainingWords {
    /// What the lab is.
    pub title: &'static str,
    /// What it asks, beside the title.
    pub question: &'static str,
    /// What the comparison rests on: pictures to train on and to test on, those of a batch.
    pub terms: fn(usize, usize, usize) -> String,
}
