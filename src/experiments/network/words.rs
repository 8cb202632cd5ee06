//! What the labs on networks share.

use crate::experiments::batch_norm::words::BatchNormWords;
use crate::experiments::regularization::words::RegularizationWords;
use crate::experiments::search::words::SearchWords;
use crate::experiments::training::words::TrainingWords;
use crate::experiments::weight_init::words::WeightInitWords;
use crate::language::labels;
use crate::math::joined;
use crate::view::words::FigureWords;

labels! {
    /// What the player says of the steps of an experiment, for the page.
    PlayerLabels:
    /// The range that moves through them.
    step,
    /// Button: show the next one.
    step_forward,
    /// Button: show the one before.
    step_back,
    /// Heading of the sentences about the shown one.
    lanes,
}

/// A network at the shown step, for sentences. Numbers are printed.
#[derive(Clone, Debug)]
pub struct NetworkLaneWords {
    /// What it is called.
    pub name: String,
    /// The smoothed loss.
    pub loss: Option<String>,
    /// The accuracy on the training data.
    pub train: Option<String>,
    /// The accuracy on the test data.
    pub test: Option<String>,
    /// What else is to be said, as clauses.
    pub more: Vec<String>,
}

impl NetworkLaneWords {
    /// Whether nothing is known of it.
    pub fn is_empty(&self) -> bool {
        let values = [&self.loss, &self.train, &self.test];
        values.iter().all(|value| value.is_none()) && self.more.is_empty()
    }

    /// What is known, after the names of loss and accuracies, and what else there is.
    pub fn parts(&self, [loss, train, test]: [&str; 3]) -> String {
        let part = |name: &str, value: &Option<String>| Some(format!("{name} {}", value.as_ref()?));
        let parts = [
            part(loss, &self.loss),
            part(train, &self.train),
            part(test, &self.test),
        ];
        let mut parts: Vec<String> = parts.into_iter().flatten().collect();
        parts.extend_from_slice(&self.more);
        joined(&parts, ", ")
    }
}

/// What a panel with curves shows. Numbers are printed.
#[derive(Clone, Debug)]
pub struct MeasureWords {
    /// What is measured.
    pub measure: &'static str,
    /// Iterations of the whole run.
    pub n_steps: usize,
    /// The shown one.
    pub shown: usize,
    /// Name of each curve, and its value at the shown iteration or what is said in its place.
    pub values: Vec<(String, String)>,
}

impl MeasureWords {
    /// Names and values of the curves.
    pub fn listed(&self) -> String {
        let values = self.values.iter();
        let values = values.map(|(name, value)| joined(&[name, value], " "));
        joined(&values.collect::<Vec<_>>(), ", ")
    }
}

/// What the labs on networks share.
#[derive(Clone, Copy, Debug)]
pub struct NetworkWords {
    /// Axis: the number of the update.
    pub iteration: &'static str,
    /// Axis: the accuracy on the training data.
    pub train_accuracy: &'static str,
    /// Axis: the accuracy on the test data.
    pub test_accuracy: &'static str,
    /// A panel.
    pub loss_by_iteration: &'static str,
    /// A panel.
    pub accuracy_by_iteration: &'static str,
    /// Where the digits come from.
    pub credit: &'static str,
    /// While the digits are on their way.
    pub digits_loading: &'static str,
    /// The digits failed to load.
    pub digits_missing: &'static str,
    /// Control: how many iterations.
    pub iterations: &'static str,
    /// Control: pictures of a mini-batch.
    pub batch: &'static str,
    /// Group: how networks train.
    pub training_group: &'static str,
    /// Group: how networks are built.
    pub network_group: &'static str,
    /// Control: the activation function.
    pub activation: &'static str,
    /// Its option.
    pub sigmoid: &'static str,
    /// Its option.
    pub relu: &'static str,
    /// Its option.
    pub tanh: &'static str,
    /// Control: the initial weights.
    pub init: &'static str,
    /// Its option.
    pub xavier: &'static str,
    /// Its option.
    pub he: &'static str,
    /// Control: seed of everything random.
    pub seed: &'static str,
    /// Whose data it is: `{0}` names of files, `{1}` by `{2}` pixels, `{3}` pictures to train on,
    /// `{4}` to test on, `{5}` classes.
    pub own_data: &'static str,
    /// Every fifth picture is for the test.
    pub own_split: &'static str,
    /// Accuracies are measured on at most `{0}` pictures.
    pub own_scored: &'static str,
    /// What the player says.
    pub player: PlayerLabels,
    /// In place of a value: the network has diverged.
    pub diverged: &'static str,
    /// The same as a clause, with the iteration in which it did.
    pub diverged_at: fn(usize) -> String,
    /// How a network stands, in short: it has iterations before it.
    pub training: &'static str,
    /// The same: it has none.
    pub done: &'static str,
    /// In place of a value: there is none yet.
    pub not_measured: &'static str,
    /// What the gray curves are: those of the run before.
    pub previous: &'static str,
    /// How far the training is, in a picture: percent.
    pub trained: fn(usize) -> String,
    /// Where the player stands: shown iteration, number of iterations, how many are recorded.
    pub step_of: fn(usize, usize, usize) -> String,
    /// A playing speed, printed.
    pub per_second: fn(&str) -> String,
    /// A network's sentence for the shown step.
    pub lane: fn(&NetworkLaneWords) -> String,
    /// One sentence for all: iteration, networks.
    pub announcement: fn(usize, &[NetworkLaneWords]) -> String,
    /// The description of a panel with curves.
    pub curves: fn(&MeasureWords) -> String,
}

/// The words of the labs on networks in one language, as their pictures are handed them.
#[derive(Clone, Copy, Debug)]
pub struct NetworkMessages {
    /// What every figure says.
    pub figure: &'static FigureWords,
    /// What the labs share.
    pub network: &'static NetworkWords,
    /// The lab `training`.
    pub training: &'static TrainingWords,
    /// The lab `weight-init`.
    pub weight_init: &'static WeightInitWords,
    /// The lab `batch-norm`.
    pub batch_norm: &'static BatchNormWords,
    /// The lab `regularization`.
    pub regularization: &'static RegularizationWords,
    /// The lab `search`.
    pub search: &'static SearchWords,
}
