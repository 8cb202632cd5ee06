//! What the experiment `batch-norm` says.

use crate::experiments::batch_norm::model::BatchNormExperiment;
use crate::experiments::network::describe::NetworkDescription;
use crate::experiments::network::run::Extent;
use crate::experiments::network::words::NetworkMessages;

impl NetworkDescription for BatchNormExperiment {
    fn title(&self, messages: &NetworkMessages) -> &'static str {
        messages.batch_norm.title
    }

    fn question(&self, messages: &NetworkMessages) -> &'static str {
        messages.batch_norm.question
    }

    fn terms(&self, extent: &Extent, _: (&str, f64), messages: &NetworkMessages) -> String {
        (messages.batch_norm.terms)(extent.n_train, extent.batch_size)
    }

    /// The initial weights differ in their scale only.
    fn label(&self, control: &str, messages: &NetworkMessages) -> Option<&'static str> {
        (control == "init").then_some(messages.batch_norm.scale)
    }
}
