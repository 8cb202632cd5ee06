//! What the experiments on networks call their controls.

use crate::experiments::network::describe::{NetworkDescription, activation, name};
use crate::experiments::network::words::NetworkMessages;
use crate::experiments::regularization::model::REGULARIZERS;
use crate::experiments::search::describe as search;
use crate::lab::controls::Control;
use crate::lab::{Lab, parse};
use crate::nn::Activation;
use crate::optim::Rule;
use crate::view::controls::{self, ControlWords};

/// The words of the controls of one of them.
pub struct NetworkLabels {
    /// Which one.
    pub experiment: &'static dyn NetworkDescription,
    /// What they all say.
    pub words: NetworkMessages,
}

impl ControlWords for NetworkLabels {
    fn name(&self, lab: &Lab, control: &Control) -> String {
        let said = &self.words;
        if let Some(label) = self.experiment.label(control.word, said) {
            return label.to_owned();
        }
        let word = match control.word {
            "iterations" => said.network.iterations,
            "batch" => said.network.batch,
            "seed" => said.network.seed,
            "activation" => said.network.activation,
            "init" => said.network.init,
            "init.std" => said.weight_init.deviation,
            "init.#" => {
                let init = lab.offered_init(control.index);
                return init.map_or_else(String::new, |init| name(said, &init));
            }
            "regularizer" => said.regularization.regularizer,
            "weight-decay" => said.regularization.weight_decay,
            "dropout" => said.regularization.dropout,
            "train-size" => said.regularization.train_size,
            "label-noise" => said.regularization.label_noise,
            "sampling" => said.search.sampling,
            "trials" => said.search.trials,
            "trial" => said.search.trial,
            "rates.low" => said.search.ends[0],
            "rates.high" => said.search.ends[1],
            "decays.low" => said.search.ends[2],
            "decays.high" => said.search.ends[3],
            _ => return controls::name(said.figure, lab, control).unwrap_or_default(),
        };
        word.to_owned()
    }

    fn group(&self, group: &str) -> &'static str {
        let said = &self.words;
        match group {
            "training" => said.network.training_group,
            "sampling" => said.search.sampling,
            "ranges" => said.search.ranges,
            "trial" => said.search.trial,
            "network" => said.network.network_group,
            "init" => said.weight_init.group,
            "init-std" => said.weight_init.deviation_group,
            "regularization" => said.regularization.group,
            "data" => said.regularization.data,
            _ => controls::group(said.figure, group),
        }
    }

    fn option(&self, lab: &Lab, control: &Control, value: &str) -> String {
        let said = &self.words;
        let word = match (control.word, value) {
            ("activation", "") => said.weight_init.as_in_book,
            ("activation", name) => Activation::named(name).map_or("", |it| activation(said, it)),
            ("init", "xavier") => said.network.xavier,
            ("init", "he") => said.network.he,
            ("init", number) => return format!("σ = {number}"),
            ("sampling", "log") => said.search.samplings[0],
            ("sampling", _) => said.search.samplings[1],
            ("regularizer", name) => {
                let place = REGULARIZERS.iter().position(|it| *it == name);
                place.map_or("", |place| said.regularization.regularizers[place])
            }
            ("rule", name) => Rule::named(name).map_or("", Rule::title),
            ("trial", number) => {
                return search::trial_option(lab.trials().as_deref(), number, said);
            }
            ("speed", speed) => {
                let speed = parse::number(speed, 0.0, f64::INFINITY).unwrap_or_default();
                return self.experiment.per_second(speed * lab.pace(), said);
            }
            _ => return controls::option(said.figure, control, value),
        };
        word.to_owned()
    }

    fn hint(&self, lab: &Lab, control: &Control) -> Option<String> {
        let settings = lab.settings();
        self.experiment.hint(control.word, settings, &self.words)
    }
}
