//! Which controls the experiments on networks have, and what they offer.

use crate::experiments::batch_norm::model as batch_norm;
use crate::experiments::network::inits;
use crate::experiments::network::scene::Name;
use crate::experiments::network::settings::init_text;
use crate::lab::Lab;
use crate::lab::controls::{Control, Place};
use crate::lab::scale::Scale;
use crate::lab::settings::LabName;
use crate::lab::settings::frame::lane_value;
use crate::math::joined;
use crate::nn::experiment::BATCH_NORM_SCALES;
use crate::nn::{Activation, Init};

/// Most initial weights in the list of those that are offered.
const MAX_OFFERED: usize = 8;

impl Lab {
    /// All controls of an experiment, in the order of the interface.
    pub(crate) fn study_controls(&mut self) -> Vec<Control> {
        // Some are made from what is recorded.
        let _ = self.study();
        let lab = self.settings().lab;
        let first: &[&str] = match lab {
            LabName::BatchNorm => &["init"],
            LabName::Regularization => &["weight-decay", "dropout", "train-size", "label-noise"],
            LabName::Search => &["trials"],
            _ => &[],
        };
        let own: &[&str] = match lab {
            LabName::Training => &["activation", "init"],
            LabName::WeightInit => &["activation"],
            LabName::Search => &[
                "rates.low",
                "rates.high",
                "decays.low",
                "decays.high",
                "trial",
            ],
            _ => &[],
        };
        let mut controls = self.controls_of(first);
        controls.extend(self.controls_of(["iterations", "batch", "seed"]));
        controls.extend(self.controls_of(own));
        if lab == LabName::WeightInit {
            let inits = (0..MAX_OFFERED).map(init_control);
            controls.extend(self.controls_of(inits));
        }
        if matches!(lab, LabName::Training | LabName::WeightInit) {
            controls.extend(self.control("loss-scale"));
        }
        controls.extend(self.control("speed"));
        match lab {
            LabName::Training => controls.extend(self.lane_controls()),
            LabName::WeightInit | LabName::Regularization => {
                controls.extend(self.rule_controls());
            }
            _ => {}
        }
        for control in &mut controls {
            match control.word {
                "seed" => control.group = "training".to_owned(),
                // The losses are on the first panel there.
                "loss-scale" if lab == LabName::Training => control.place = Place::Map,
                _ => {}
            }
        }
        controls
    }

    /// The one rule that trains, with its values.
    fn rule_controls(&self) -> Vec<Control> {
        let Some(row) = self.rows().iter().position(|row| row.is_on) else {
            return Vec::new();
        };
        let keys = self.rows()[row].lane.rule.keys().iter();
        let values = keys.map(|&key| lane_value(row, key));
        self.controls_of(std::iter::once("rule".to_owned()).chain(values))
    }

    /// The activation functions to choose from; in `weight-init` the book's two besides.
    pub(super) fn activations(&self) -> Vec<String> {
        let names = Activation::ALL.map(|it| it.name().to_owned());
        let book = (self.settings().lab == LabName::WeightInit).then(String::new);
        book.into_iter().chain(names).collect()
    }

    /// The activation function as it is chosen from these.
    pub(super) fn activation(&self) -> String {
        let chosen = self.settings().network().activation;
        let name = chosen.map_or("", Activation::name);
        match self.settings().lab {
            LabName::WeightInit => name,
            _ => chosen.unwrap_or(Activation::Relu).name(),
        }
        .to_owned()
    }

    /// The initial weights to choose from; in `batch-norm` the scales. What is set otherwise
    /// comes last.
    pub(super) fn inits(&self) -> Vec<String> {
        let mut options: Vec<String> = match self.settings().lab {
            LabName::BatchNorm => (0..BATCH_NORM_SCALES).map(inits::scale_text).collect(),
            _ => [Init::He, Init::Xavier, Init::Fixed(0.01)]
                .map(init_text)
                .to_vec(),
        };
        let value = self.init();
        if !options.contains(&value) {
            options.push(value);
        }
        options
    }

    /// The initial weights as they are chosen from these.
    pub(super) fn init(&self) -> String {
        let study = self.settings().network();
        if self.settings().lab == LabName::BatchNorm {
            return batch_norm::chosen_text(study);
        }
        let suited = || Init::suited(study.activation.unwrap_or(Activation::Relu));
        let init = study.inits.as_ref().and_then(|all| all.first());
        init_text(init.copied().unwrap_or_else(suited))
    }

    /// Whether the initial weights of that place are compared, and have to stay so.
    pub(super) fn compares_init(&self, index: usize) -> Option<(bool, bool)> {
        let study = self.settings().network();
        let compared = inits::compared(study);
        let init = inits::offered(study).get(index).copied()?;
        let is_on = compared.contains(&init);
        let most = if is_on { 1 } else { inits::MOST };
        Some((is_on, compared.len() == most))
    }

    /// Lets initial weights take part, or not. The last ones stay.
    pub(super) fn switch_init(&mut self, index: usize, is_on: bool) {
        let after = inits::switched(self.settings.network(), index, is_on);
        let n = after.as_ref().map_or(inits::MOST, Vec::len);
        if (1..=inits::MOST).contains(&n) {
            self.settings.network_mut().inits = after;
        }
    }

    /// The name of the initial weights at a place of the list of `weight-init`.
    pub fn offered_init(&self, index: usize) -> Option<Name> {
        let offered = inits::offered(self.settings.network());
        offered.get(index).copied().map(inits::name)
    }

    /// The slider of the pictures to train on: tens, up to those that there are.
    pub(super) fn train_sizes(&self) -> Scale {
        let n = self.studies().map_or(0, |studies| studies.source.n_train());
        Scale::multiples(1, (n as u32 / 10).saturating_sub(1), 0.1)
    }
}

/// The name of the control that lets initial weights be compared.
pub(crate) fn init_control(index: usize) -> String {
    joined(&["init.", &index.to_string()], "")
}
