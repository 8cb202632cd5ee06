//! What the experiment `weight-init` says.

use crate::experiments::network::describe::{NetworkDescription, activation};
use crate::experiments::network::run::Extent;
use crate::experiments::network::words::NetworkMessages;
use crate::experiments::weight_init::model::WeightInitExperiment;
use crate::lab::settings::Settings;
use crate::nn::Activation;

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
