//! What the lab `search` says.

use crate::experiments::network::words::PlayerLabels;
use crate::language::labels;
use crate::math::joined;

labels! {
    /// Words that never change, for the page.
    SearchLabels:
    /// Button: search within the range of the best trials.
    narrow_range,
    /// Button: search within the book's range again.
    book_range,
    /// Button: search within a range of learning rates that is much wider.
    wide_range,
}

/// A trial. Numbers are printed.
#[derive(Clone, Debug)]
pub struct TrialWords {
    /// Its number, from 1, by the order of the draw.
    pub number: usize,
    /// The learning rate.
    pub rate: String,
    /// The weight decay.
    pub decay: String,
    /// The accuracy on the validation data, in percent.
    pub validation: String,
    /// The accuracy on the training data, in percent.
    pub training: String,
    /// The iteration in which it diverged.
    pub diverged: Option<usize>,
}

/// Where the best trials lie in the range of a hyperparameter. Numbers are printed.
#[derive(Clone, Debug)]
pub struct FindingWords {
    /// How many are looked at.
    pub n: usize,
    /// The lowest value among them.
    pub lowest: String,
    /// The highest one.
    pub highest: String,
    /// The share of the logarithmic range from the one to the other, in percent.
    pub span: String,
    /// What that means.
    pub verdict: Place,
}

/// The decade of the learning rate in which most of the best trials lie. Numbers are printed.
#[derive(Clone, Copy, Debug)]
pub struct DecadeWords<'a> {
    /// From where to where.
    pub ends: [&'a str; 2],
    /// How many trials fell into it, and of how many.
    pub trials: [usize; 2],
    /// How many of the best ones lie there, and of how many.
    pub best: [usize; 2],
    /// The share that is expected there of trials drawn on a log scale, and uniformly.
    pub expected: [&'a str; 2],
}

impl DecadeWords<'static> {
    /// One whose sentence takes as much room as any.
    pub const WIDEST: Self = Self {
        ends: ["10⁻⁸", "8.8×10⁻⁸"],
        trials: [400, 400],
        best: [20, 20],
        expected: ["88%", "0.88%"],
    };
}

/// What the place of the best trials says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// There are too few trials to tell.
    TooFew,
    /// They crowd at the lower end.
    LowEnd,
    /// They crowd at the upper end.
    HighEnd,
    /// They crowd within the range.
    Inside,
    /// They do not crowd, but accuracies rise with the value.
    Rising,
    /// The same, and they fall.
    Falling,
    /// Neither.
    Anywhere,
}

/// What the panel with the trials shows. Numbers are printed.
#[derive(Clone, Debug)]
pub struct RangeWords {
    /// The ends of the range of learning rates.
    pub rates: [String; 2],
    /// The ends of the range of weight decays.
    pub decays: [String; 2],
    /// How many trials are finished.
    pub n: usize,
    /// Whether they were drawn uniformly.
    pub is_uniform: bool,
    /// The decades of the learning rates, and how many trials fell into each.
    pub decades: Vec<([String; 2], usize)>,
    /// The one that is looked at, and its rank.
    pub chosen: Option<(String, TrialWords)>,
    /// Where the search would go on: learning rates and weight decays.
    pub next: Option<[[String; 2]; 2]>,
}

/// The words of the lab.
#[derive(Clone, Copy, Debug)]
pub struct SearchWords {
    /// Words that never change, for the page.
    pub labels: SearchLabels,
    /// What the lab is.
    pub title: &'static str,
    /// What it asks, beside the title.
    pub question: &'static str,
    /// The panel with the trials as points.
    pub panel: &'static str,
    /// The panel with the curves: how many of the best are shown at most.
    pub ranking: &'static str,
    /// What the panel with the points can be used for.
    pub hint: &'static str,
    /// A hyperparameter, and an axis.
    pub rate: &'static str,
    /// The same.
    pub decay: &'static str,
    /// What is measured.
    pub validation_accuracy: &'static str,
    /// What is measured.
    pub training_accuracy: &'static str,
    /// Control: how the trials are drawn.
    pub sampling: &'static str,
    /// Its options: on a log scale, uniformly.
    pub samplings: [&'static str; 2],
    /// What that means for the highest decade of the learning rates: its ends, its share of the
    /// trials in the one case and the other.
    pub sampling_hint: fn([&str; 2], [&str; 2]) -> String,
    /// Before the numbers of trials in each decade.
    pub fell: &'static str,
    /// Where most of the best trials lie, as a clause.
    pub good_decade: fn(&DecadeWords<'_>) -> String,
    /// Control: how many trials.
    pub trials: &'static str,
    /// Group: the ranges.
    pub ranges: &'static str,
    /// Controls: lowest and highest learning rate, lowest and highest weight decay.
    pub ends: [&'static str; 4],
    /// Control: the trial that is looked at.
    pub trial: &'static str,
    /// Its option: the best one.
    pub best: &'static str,
    /// What the player says.
    pub player: PlayerLabels,
    /// How far the search is, in a picture: finished trials, and all.
    pub found: fn(usize, usize) -> String,
    /// Where the player stands: shown trials, number of trials, how many are recorded.
    pub step_of: fn(usize, usize, usize) -> String,
    /// A playing speed, printed.
    pub per_second: fn(&str) -> String,
    /// A trial, as clauses.
    pub trial_parts: fn(&TrialWords) -> Vec<String>,
    /// Where the best trials lie, as clauses.
    pub finding: fn(&FindingWords) -> Vec<String>,
    /// One sentence for a change: trials, name and clauses of the one that is looked at.
    pub announcement: fn(usize, Option<(&str, &str)>) -> String,
    /// The panel with the points described.
    pub description: fn(&RangeWords) -> String,
    /// The panel with the curves described: how many are ranked, name and accuracies of the
    /// best ones.
    pub ranking_description: fn(usize, &[(String, TrialWords)]) -> String,
    /// What the search rests on: pictures to train on, for the validation, those of a batch,
    /// iterations.
    pub terms: fn(usize, usize, usize, usize) -> String,
}

/// Names and accuracies of the best trials.
pub fn listed(best: &[(String, TrialWords)]) -> String {
    let best = best.iter();
    let best = best.map(|(name, trial)| format!("{name} {}", trial.validation));
    joined(&best.collect::<Vec<_>>(), ", ")
}

/// Decades with how many trials fell into each: `10⁻⁶ to 10⁻⁵ 24`.
pub fn counted(decades: &[([String; 2], usize)], to: &str, separator: &str) -> String {
    let counted = decades.iter().map(|(ends, n)| {
        let ends = joined(ends, to);
        joined(&[&ends, &n.to_string()], " ")
    });
    joined(&counted.collect::<Vec<_>>(), separator)
}
