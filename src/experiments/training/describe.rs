//! What the experiment `training` says.

use crate::experiments::network::describe::NetworkDescription;
use crate::experiments::network::run::Extent;
use crate::experiments::network::words::NetworkMessages;
use crate::experiments::training::model::TrainingExperiment;

impl NetworkDescription for TrainingExperiment {
    fn title(&self, messages: &NetworkMessages) -> &'static str {
        messages.training.title
    }

    fn question(&self, messages: &NetworkMessages) -> &'static str {
        messages.training.question
    }

    fn terms(&self, extent: &Extent, _: (&str, f64), messages: &NetworkMessages) -> String {
        (messages.training.terms)(extent.n_train, extent.n_test, extent.batch_size)
    }
}
