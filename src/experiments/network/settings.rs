//! What the experiments on networks have to set.
//!
//! What is left out is the lab's own, which is the book's: see `crate::experiments::network::model`.

use crate::lab::Lab;
use crate::lab::controls::{ControlType, Options, Switch};
use crate::lab::parse::{self, Refused};
use crate::lab::scale::Scale;
use crate::lab::settings::{
    LabName, LaneSetting, Range, Setting, Settings, documentation, number, text,
};
use crate::math::{joined, numeral};
use crate::nn::experiment::Regularization;
use crate::nn::{Activation, Init, LogUniform};
use crate::optim::Hyperparameters;

/// What is set for the experiments on networks; `None` stands for the lab's own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StudySettings {
    /// How many iterations.
    pub iterations: Option<usize>,
    /// Pictures of a mini-batch.
    pub batch: Option<usize>,
    /// Units of each hidden layer.
    pub hidden: Option<Vec<usize>>,
    /// The activation function.
    pub activation: Option<Activation>,
    /// The initial weights, one for each lane of the lab that compares them.
    pub inits: Option<Vec<Init>>,
    /// λ of the weight decay.
    pub weight_decay: Option<f64>,
    /// Share of the units that dropout leaves out.
    pub dropout: Option<f64>,
    /// Pictures to train on.
    pub train_size: Option<usize>,
    /// Share of their labels that are wrong.
    pub label_noise: Option<f64>,
    /// Trials of the search.
    pub trials: Option<usize>,
    /// The trial that is looked at, from 1.
    pub trial: Option<usize>,
    /// Learning rates of the search.
    pub rates: Option<LogUniform>,
    /// Weight decays of the search.
    pub decays: Option<LogUniform>,
}

/// Most hidden layers.
const MAX_LAYERS: usize = 8;
/// Most units of a hidden layer.
const MAX_UNITS: u64 = 200;

/// The settings that most of the experiments share, and those of `regularization`.
pub(crate) const SETTINGS: &[Setting] = &[
    Setting {
        // By hundreds.
        controls: &[ControlType::slider("training", |_| {
            Scale::multiples(1, 99, 0.01)
        })],
        ..Setting::new(
            "iterations",
            number!(StudySettings.iterations, Range::Whole(1, 20_000)),
            documentation!(
                "How many iterations networks train, a mini-batch each; when left out as many as \
                  in the book."
            ),
        )
    },
    Setting {
        // By tens.
        controls: &[ControlType::slider("training", |_| {
            Scale::multiples(1, 49, 0.1)
        })],
        ..Setting::new(
            "batch",
            number!(StudySettings.batch, Range::Whole(1, 1000)),
            documentation!("Pictures of a mini-batch; when left out as many as in the book."),
        )
    },
    Setting {
        allowed: "up to 8 numbers from 1 to 200, such as `100 100 100 100`",
        ..Setting::new(
            "units",
            text!(
                StudySettings.hidden,
                |settings, text| {
                    let units = |word: &str| Some(parse::integer(word, 1, MAX_UNITS)? as usize);
                    settings.network_mut().hidden = list(text, MAX_LAYERS, units)?;
                    Ok(())
                },
                |settings| {
                    let units = settings.network().hidden.iter().flatten();
                    joined(&units.map(usize::to_string).collect::<Vec<_>>(), " ")
                }
            ),
            documentation!(
                "Units of each hidden layer; when left out those of the book's network."
            ),
        )
    },
    Setting {
        allowed: "`sigmoid` `relu` `tanh`",
        controls: &[ControlType::options(
            "network",
            Options {
                all: Lab::activations,
                get: Lab::activation,
            },
        )],
        ..Setting::new(
            "activation",
            text!(
                StudySettings.activation,
                |settings, text| {
                    let named = |name: &str| Activation::named(name).ok_or(Refused::Value);
                    settings.network_mut().activation = parse::unless_empty(text, named)?;
                    Ok(())
                },
                |settings| {
                    let activation = settings.network().activation;
                    activation.map_or("", Activation::name).to_owned()
                }
            ),
            documentation!(
                "The activation function of the hidden layers; when left out ReLU, and sigmoid \
                  for the histograms of `weight-init`."
            ),
        )
    },
    Setting {
        allowed: "`xavier`, `he` or standard deviations from 0.000001 to 10; up to four of them \
                  for `weight-init`",
        controls: &[
            ControlType::options(
                "network",
                Options {
                    all: Lab::inits,
                    get: Lab::init,
                },
            ),
            ControlType::switch(
                "init.#",
                "init",
                Switch {
                    get: Lab::compares_init,
                    set: Lab::switch_init,
                },
            ),
        ],
        ..Setting::new(
            "init",
            text!(
                StudySettings.inits,
                |settings, text| {
                    settings.network_mut().inits = list(text, 4, init)?;
                    Ok(())
                },
                |settings| {
                    let inits = settings.network().inits.iter().flatten();
                    joined(&inits.map(|&it| init_text(it)).collect::<Vec<_>>(), " ")
                }
            ),
            documentation!(
                "The initial weights: those that `weight-init` compares, the scale that \
                  `batch-norm` shows."
            ),
        )
    },
    Setting {
        // By thousandths, up to the book's 0.1 and twice that.
        controls: &[ControlType::slider("regularization", |_| {
            Scale::multiples(0, 200, 1000.0)
        })],
        ..Setting::new(
            "weight-decay",
            number!(StudySettings.weight_decay, Range::Real(0.0, 10.0)),
            documentation!("The λ of weight decay of the regularized network; 0.03 when left out."),
        )
    },
    Setting {
        controls: &[ControlType::slider("regularization", |_| {
            Scale::multiples(0, 90, 100.0)
        })],
        ..Setting::new(
            "dropout",
            number!(StudySettings.dropout, Range::Real(0.0, 0.9)),
            documentation!(
                "The share of the units that dropout leaves out in the regularized network; none \
                  when left out."
            ),
        )
    },
    Setting {
        controls: &[ControlType::slider("data", Lab::train_sizes)],
        ..Setting::new(
            "train-size",
            number!(StudySettings.train_size, Range::Whole(10, 60_000)),
            documentation!(
                "Pictures to train on in the lab `regularization`, at most as many as there are; \
                  300 when left out, as in the book."
            ),
        )
    },
    Setting {
        controls: &[ControlType::slider("data", |_| {
            Scale::multiples(0, 100, 100.0)
        })],
        ..Setting::new(
            "label-noise",
            number!(StudySettings.label_noise, Range::Real(0.0, 1.0)),
            documentation!(
                "The share of these pictures that get a wrong label, on purpose; 0.3 when left \
                  out, which makes overfitting visible."
            ),
        )
    },
];

/// Words that are read one by one; all of them have to be allowed.
pub(crate) fn list<T>(
    text: &str,
    most: usize,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<Vec<T>>, Refused> {
    let values: Option<Vec<T>> = text.split_whitespace().map(read).collect();
    match values {
        Some(values) if values.is_empty() => Ok(None),
        Some(values) if values.len() <= most => Ok(Some(values)),
        _ => Err(Refused::Value),
    }
}

/// The initial weights of that name, or of that standard deviation.
pub fn init(text: &str) -> Option<Init> {
    match text {
        "xavier" => Some(Init::Xavier),
        "he" => Some(Init::He),
        number => parse::number(number, 1e-6, 10.0).map(Init::Fixed),
    }
}

/// Its name, or its number.
pub fn init_text(init: Init) -> String {
    match init {
        Init::Xavier => "xavier".to_owned(),
        Init::He => "he".to_owned(),
        Init::Fixed(deviation) => numeral::shortest(deviation),
    }
}

impl Settings {
    /// What is set for the experiments on networks.
    pub fn network(&self) -> &StudySettings {
        self.of()
    }

    /// The same, to change it.
    pub(crate) fn network_mut(&mut self) -> &mut StudySettings {
        self.of_mut()
    }
}

impl LaneSetting {
    /// All values, for the training of a network: the book's programs leave every rate at
    /// the rule's default there. The lab `regularization` has a rate of its own for the rule
    /// with which its effect was found.
    pub fn network_hyperparameters(&self, lab: LabName) -> Hyperparameters {
        let own = Regularization::lab().rule;
        self.on(match lab {
            LabName::Regularization if own.rule() == self.rule => own,
            _ => Hyperparameters::new(self.rule),
        })
    }
}
