//! What the experiment `weight-init` says.

use crate::experiments::network::describe::{NetworkDescription, activation, layer};
use crate::experiments::network::run::Extent;
use crate::experiments::network::scene::{Spread, SpreadProblem};
use crate::experiments::network::words::NetworkMessages;
use crate::experiments::search::describe::whole_percent;
use crate::experiments::weight_init::model::WeightInitExperiment;
use crate::experiments::weight_init::words::ProblemWords;
use crate::lab::settings::Settings;
use crate::math::numeral::shortest;
use crate::nn::Activation;
use crate::view::number::{readable, rounded};

/// What a sentence says of activations: how they change, what is wrong with them, and whether the
/// network has learned.
pub(crate) fn clauses(spread: &Spread, messages: &NetworkMessages) -> Vec<String> {
    let (words, layers) = (messages.weight_init, &spread.layers);
    let ends = layers.first().zip(layers.last());
    let change = ends.map(|(a, b)| (words.spread)(layers.len(), &layer(a), &layer(b)));
    let problem = spread
        .problem
        .map(|problem| said(problem, &|problem| (words.problem)(layers.len(), problem)));
    let guessing = spread
        .guessing
        .map(|loss| (words.nothing_learned)(&readable(loss)));
    change.into_iter().chain(problem).chain(guessing).collect()
}

/// The name of what is wrong.
pub(crate) fn problem_name(problem: SpreadProblem, messages: &NetworkMessages) -> String {
    said(problem, &|it| {
        (messages.weight_init.problem_name)(it).to_owned()
    })
}

fn said(problem: SpreadProblem, say: &dyn Fn(&ProblemWords<'_>) -> String) -> String {
    match problem {
        SpreadProblem::Vanishing {
            flat,
            slope,
            steepest,
        } => {
            let (flat, slope) = (whole_percent(flat), rounded(slope, 2));
            say(&ProblemWords::Vanishing([
                &flat,
                &slope,
                &shortest(steepest),
            ]))
        }
        SpreadProblem::Alike(deviation) => say(&ProblemWords::Alike(&rounded(deviation, 2))),
        SpreadProblem::Exploding(ratio) => say(&ProblemWords::Exploding(&rounded(ratio, 2))),
    }
}

impl NetworkDescription for WeightInitExperiment {
    fn title(&self, messages: &NetworkMessages) -> &'static str {
        messages.weight_init.title
    }

    fn question(&self, messages: &NetworkMessages) -> &'static str {
        messages.weight_init.question
    }

    fn terms(&self, extent: &Extent, (rule, _): (&str, f64), messages: &NetworkMessages) -> String {
        (messages.weight_init.terms)(extent.n_train, extent.batch_size, rule)
    }

    /// The book has an activation function for the histograms and another one for the training.
    fn hint(
        &self,
        control: &str,
        settings: &Settings,
        messages: &NetworkMessages,
    ) -> Option<String> {
        let chosen = settings.network().activation;
        (control == "activation").then(|| {
            let [histograms, training] = [Activation::Sigmoid, Activation::Relu]
                .map(|book| activation(messages, chosen.unwrap_or(book)));
            (messages.weight_init.activations)(histograms, training)
        })
    }
}
