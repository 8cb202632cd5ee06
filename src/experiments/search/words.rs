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
