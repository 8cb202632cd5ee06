//! What the lab `regularization` says.

/// What a network has against overfitting. Numbers are printed.
#[derive(Clone, Copy, Debug, Default)]
pub struct RegularizerWords<'a> {
    /// λ of weight decay, where there is any.
    pub weight_decay: Option<&'a str>,
    /// The ratio of dropout, where there is any.
    pub dropout: Option<&'a str>,
}

/// Why a network is better at its test data than at its training data. Numbers are printed.
#[derive(Clone, Copy, Debug)]
pub enum NegativeWords<'a> {
    /// Labels of the training data are wrong.
    WrongLabels {
        /// The share of wrong ones.
        wrong: &'a str,
        /// The share of right ones: no network that names all digits rightly has more.
        right: &'a str,
    },
    /// It may be chance: the standard error of the gap, in points.
    Chance(&'a str),
    /// The test data is easier.
    Easier,
}

/// What the comparison rests on. Numbers are printed.
#[derive(Clone, Copy, Debug)]
pub struct RegularizationTerms<'a> {
    /// The rule that trains both networks.
    pub rule: &'a str,
    /// Its learning rate.
    pub rate: &'a str,
    /// Pictures to train on.
    pub n_train: usize,
    /// How many of their labels are wrong.
    pub n_wrong: usize,
    /// Pictures to test on.
    pub n_test: usize,
    /// Pictures of a mini-batch.
    pub batch: usize,
}

/// The words of the lab.
#[derive(Clone, Copy, Debug)]
pub struct RegularizationWords {
    /// What the lab is.
    pub title: &'static str,
    /// What it asks, beside the title.
    pub question: &'static str,
    /// Group: what keeps from overfitting.
    pub group: &'static str,
    /// Control: which of them.
    pub regularizer: &'static str,
    /// Its options: none, weight decay, dropout, both.
    pub regularizers: [&'static str; 4],
    /// What a sweep has measured of the one that is set: mean and standard deviation of the gain
    /// in test accuracy, in points.
    pub effect: fn(&str, &str) -> String,
    /// Control: λ.
    pub weight_decay: &'static str,
    /// Control: the ratio of dropout.
    pub dropout: &'static str,
    /// Group: the pictures to train on.
    pub data: &'static str,
    /// Control: how many.
    pub train_size: &'static str,
    /// Control: the share of wrong labels.
    pub label_noise: &'static str,
    /// The name of a network.
    pub network: fn(&RegularizerWords<'_>) -> String,
    /// The same in short, for the name of a curve.
    pub short: fn(&RegularizerWords<'_>) -> &'static str,
    /// Between a network and what is measured of it.
    pub of: &'static str,
    /// In short: the accuracy on the training data.
    pub train: &'static str,
    /// In short: the accuracy on the test data.
    pub test: &'static str,
    /// In short: how much higher the former is.
    pub gap: &'static str,
    /// Before the points by which the test accuracy is higher than without regularization.
    pub gain: &'static str,
    /// Axis: both accuracies.
    pub accuracy: &'static str,
    /// Axis: differences of accuracies.
    pub difference: &'static str,
    /// A panel: the accuracies of this network.
    pub accuracies: fn(&str) -> String,
    /// A panel: the gap of the network without regularization.
    pub gaps: &'static str,
    /// A number of percentage points.
    pub points: fn(&str) -> String,
    /// A clause: the gap, in points.
    pub gap_clause: fn(&str) -> String,
    /// A clause: why the gap is negative.
    pub negative_clause: fn(&NegativeWords<'_>) -> String,
    /// The same in a few words, for a picture.
    pub reason: fn(&NegativeWords<'_>) -> String,
    /// A clause: what regularization does to the test accuracy. The points, and whether it is
    /// higher; no points where it is the same.
    pub gain_clause: fn(Option<(&str, bool)>) -> String,
    /// A clause: the network hardly learns, with the accuracy of guessing.
    pub too_strong: fn(&str) -> String,
    /// What the comparison rests on.
    pub terms: fn(&RegularizationTerms<'_>) -> String,
}
