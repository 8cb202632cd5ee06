//! What the lab `training` says.

/// The words of the lab.
#[derive(Clone, Copy, Debug)]
pub struct TrainingWords {
    /// What the lab is.
    pub title: &'static str,
    /// What it asks, beside the title.
    pub question: &'static str,
    /// Which mini-batch: the iteration, the network.
    pub digits_of: fn(usize, &str) -> String,
    /// How many pictures of it the network takes for what they show: how many, of how many.
    pub digits: fn(usize, usize) -> String,
    /// The first mini-batch before any update: its pictures.
    pub digits_before: fn(usize) -> String,
    /// How many of them are to be seen, the first ones.
    pub digits_shown: fn(usize) -> String,
    /// What the comparison rests on: pictures to train on and to test on, those of a batch.
    pub terms: fn(usize, usize, usize) -> String,
}
