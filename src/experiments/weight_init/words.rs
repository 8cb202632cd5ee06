//! What the lab `weight-init` says.

use crate::math::joined;

/// The activations of one layer. Numbers are printed.
#[derive(Clone, Debug)]
pub struct LayerWords {
    /// Their mean.
    pub mean: String,
    /// Their standard deviation.
    pub deviation: String,
    /// The share of them outside of the bars, in percent, where there are any.
    pub outside: Option<String>,
}

impl LayerWords {
    /// The share outside of the bars after its name, as a further clause; nothing where there is none.
    pub fn outside_clause(&self, name: &str) -> String {
        let share = self.outside.as_ref();
        share.map_or_else(String::new, |share| format!(", {name} {share}"))
    }
}

/// What is wrong with how activations spread. Numbers are printed.
#[derive(Clone, Copy, Debug)]
pub enum ProblemWords<'a> {
    /// Gradients vanish: the share of the activations at which the activation function is flat, the
    /// mean of its derivatives, the largest one.
    Vanishing([&'a str; 3]),
    /// Activations are nearly the same: their standard deviation.
    Alike(&'a str),
    /// They grow: how many times the standard deviation of the first layer.
    Exploding(&'a str),
}

/// The name of initial weights, and their layers.
pub type RowWords = (String, Vec<LayerWords>);

/// The words of the lab.
#[derive(Clone, Copy, Debug)]
pub struct WeightInitWords {
    /// What the lab is.
    pub title: &'static str,
    /// What it asks, beside the title.
    pub question: &'static str,
    /// The panel with the histograms: the activation function.
    pub histograms: fn(&str) -> String,
    /// The panel with the losses: the activation function.
    pub losses: fn(&str) -> String,
    /// What is wrong with the activations of the last layer, as a clause: its number, what it is.
    pub problem: fn(usize, &ProblemWords<'_>) -> String,
    /// The same in a word or two, for a picture.
    pub problem_name: fn(&ProblemWords<'_>) -> &'static str,
    /// A clause: the loss at the end is no lower than this one of guessing.
    pub nothing_learned: fn(&str) -> String,
    /// Control: the standard deviation that can be moved.
    pub deviation: &'static str,
    /// The row of that control.
    pub deviation_group: &'static str,
    /// What the bars stand for.
    pub bars: &'static str,
    /// A layer, by its number.
    pub layer: fn(usize) -> String,
    /// How the activations change from the first layer to the last: those two.
    pub spread: fn(usize, &LayerWords, &LayerWords) -> String,
    /// The same, of the standard deviation alone.
    pub deviations: fn(&str, &str) -> String,
    /// The panel described: ends of the axis, how many bars, name and layers of each row.
    pub description: fn([&str; 2], usize, &[RowWords]) -> String,
    /// Option: the activation functions that the book has.
    pub as_in_book: &'static str,
    /// What the activation function changes: those of the histograms and of the training.
    pub activations: fn(&str, &str) -> String,
    /// What the comparison rests on: pictures to train on, those of a batch, the rule.
    pub terms: fn(usize, usize, &str) -> String,
    /// Group of the initial weights.
    pub group: &'static str,
}

/// The rows, each with a sentence for every layer.
pub fn rows(
    rows: &[RowWords],
    layer: impl Fn(usize, &LayerWords) -> String,
    separator: &str,
) -> Vec<String> {
    let row = |(name, layers): &RowWords| {
        let layers = layers.iter().enumerate();
        let layers: Vec<String> = layers.map(|(at, words)| layer(at + 1, words)).collect();
        format!("{name}{separator}{}", joined(&layers, "; "))
    };
    rows.iter().map(row).collect()
}
