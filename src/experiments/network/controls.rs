//! What the controls of the experiments on networks have in common, and what they offer.

use crate::experiments::network::inits;
use crate::experiments::network::scene::Name;
use crate::experiments::network::settings::{NetworkSettings, init_text};
use crate::lab::Lab;
use crate::lab::scale::Scale;
use crate::lab::settings::frame::lane_value;
use crate::math::joined;
use crate::nn::{Activation, Init};

/// The group of the controls that decide how networks train.
pub(crate) const TRAINING: &str = "training";

/// These controls, which all experiments have.
const SHARED: [&str; 3] = ["iterations", "batch", "seed"];

/// Those of an experiment in the order of the interface: its most telling ones, the shared ones,
/// the others.
pub(crate) fn names(first: &[&str], others: &[&str]) -> Vec<String> {
    let names = first.iter().chain(&SHARED).chain(others);
    names.map(|&name| name.to_owned()).collect()
}

/// The one rule that trains, with its values.
pub(crate) fn rule_names(lab: &Lab) -> Vec<String> {
    let Some(row) = lab.rows().iter().position(|row| row.is_on) else {
        return Vec::new();
    };
    let keys = lab.rows()[row].lane.rule.keys().iter();
    let values = keys.map(|&key| lane_value(row, key));
    std::iter::once("rule".to_owned()).chain(values).collect()
}

/// What is chosen for a setting, and what there is to choose from, unless an experiment has
/// something of its own.
pub(super) fn choice(set: &NetworkSettings, setting: &str) -> Option<(String, Vec<String>)> {
    let activation = set.activation.unwrap_or(Activation::Relu);
    match setting {
        "activation" => {
            let all = Activation::ALL.map(|it| it.name().to_owned());
            Some((activation.name().to_owned(), all.to_vec()))
        }
        "init" => {
            let init = set.inits.as_ref().and_then(|all| all.first()).copied();
            let chosen = init_text(init.unwrap_or(Init::suited(activation)));
            let usual = [Init::He, Init::Xavier, Init::Fixed(0.01)].map(init_text);
            Some(offering(chosen, usual.to_vec()))
        }
        _ => None,
    }
}

/// What is chosen and what there is to choose from; what is set otherwise comes last.
pub(crate) fn offering(chosen: String, mut options: Vec<String>) -> (String, Vec<String>) {
    if !options.contains(&chosen) {
        options.push(chosen.clone());
    }
    (chosen, options)
}

impl Lab {
    /// Whether the initial weights of that place are compared, and have to stay so.
    pub(super) fn compares_init(&self, index: usize) -> Option<(bool, bool)> {
        let set = self.settings().network();
        let compared = inits::compared(set);
        let init = inits::offered(set).get(index).copied()?;
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

    /// The standard deviation of the initial weights that a slider moves.
    pub(super) fn init_deviation(&self) -> Option<f64> {
        inits::deviation(self.settings().network())
    }

    /// Moves it.
    pub(super) fn set_init_deviation(&mut self, deviation: f64) {
        let after = inits::with_deviation(self.settings.network(), deviation);
        self.settings.network_mut().inits = after;
    }

    /// The name of the initial weights at a place of the list of `weight-init`.
    pub fn offered_init(&self, index: usize) -> Option<Name> {
        let offered = inits::offered(self.settings.network());
        offered.get(index).copied().map(inits::name)
    }

    /// The slider of the pictures to train on: tens, up to those that there are.
    pub(super) fn train_sizes(&self) -> Scale {
        let n = self
            .network_state()
            .map_or(0, |state| state.source.n_train());
        Scale::multiples(1, (n as u32 / 10).saturating_sub(1), 0.1)
    }
}

/// The name of the control that lets initial weights be compared.
pub(crate) fn init_control(index: usize) -> String {
    joined(&["init.", &index.to_string()], "")
}
