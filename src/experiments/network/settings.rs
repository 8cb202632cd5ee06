//! What the experiments on networks have to set.
//!
//! What is left out is the lab's own, which is the book's: see `crate::experiments::network::model`.

use crate::experiments::network::controls::TRAINING;
use crate::experiments::regularization::model::REGULARIZERS;
use crate::lab::Lab;
use crate::lab::controls::{Buttons, Component, ControlType, Options, Place, Switch};
use crate::lab::parse::{self, Refused};
use crate::lab::scale::Scale;
use crate::lab::settings::{MAX_ITERATIONS, Range, Settings, Value, settings};
use crate::math::{joined, numeral};
use crate::nn::{Activation, Init};

/// Most hidden layers.
const MAX_LAYERS: usize = 8;

/// The standard deviations that initial weights may have.
const DEVIATIONS: (f64, f64) = (1e-6, 10.0);

/// Most units of a hidden layer.
const MAX_UNITS: u64 = 200;

settings! {
    /// What is set for the experiments on networks; `None` stands for the lab's own.
    pub struct NetworkSettings;

    /// How many iterations networks train, a mini-batch each; when left out as many as in the book.
    "iterations" iterations: Option<usize> = None, number(Range::Whole(1, MAX_ITERATIONS)),
        controls: &[ControlType::slider(TRAINING, |_| Scale::multiples(1, 99, 0.01))];

    /// Pictures of a mini-batch; when left out as many as in the book.
    "batch" batch: Option<usize> = None, number(Range::Whole(1, 1000)),
        controls: &[ControlType::slider(TRAINING, |_| Scale::multiples(1, 49, 0.1))];

    /// Units of each hidden layer; when left out those of the book's network.
    "units" hidden: Option<Vec<usize>> = None, text,
        allowed: "up to 8 numbers from 1 to 200, such as `100 100 100 100`";

    /// The activation function of the hidden layers; when left out ReLU, and sigmoid for the
    /// histograms of `weight-init`.
    "activation" activation: Option<Activation> = None, text,
        allowed: "`sigmoid` `relu` `tanh`",
        controls: &[ControlType::options("network", Options::OF_EXPERIMENT)];

    /// The initial weights: those that `weight-init` compares, the scale that `batch-norm` shows.
    "init" inits: Option<Vec<Init>> = None, text,
        allowed: "`xavier`, `he` or standard deviations from 0.000001 to 10; up to four of them \
                  for `weight-init`",
        controls: &[
            ControlType::options("network", Options::OF_EXPERIMENT),
            ControlType { place: Place::Lane, ..ControlType::component("init.std", "init-std", Component {
                scale: |_, _| Scale::decades(-3, 1),
                range: |_| Range::Real(DEVIATIONS.0, DEVIATIONS.1),
                get: |lab, _| lab.init_deviation(),
                set: |lab, _, deviation| lab.set_init_deviation(deviation),
            }) },
            ControlType::switch("init.#", "init", Switch {
                get: Lab::compares_init,
                set: Lab::switch_init,
            }),
        ];

    /// The λ of weight decay of the regularized network; 0.03 when left out.
    "weight-decay" weight_decay: Option<f64> = None, number(Range::Real(0.0, 10.0)),
        controls: &[
            ControlType { place: Place::Lane, ..ControlType::buttons("regularizer", "regularization", Buttons {
                all: &REGULARIZERS,
                get: Lab::regularizer_name,
                set: Lab::choose_regularizer,
            }) },
            // Up to the book's 0.1 and twice that.
            ControlType {
                place: Place::Lane,
                ..ControlType::slider("regularization", |_| Scale::multiples(0, 200, 1000.0))
            },
        ];

    /// The share of the units that dropout leaves out in the regularized network; none when left
    /// out.
    "dropout" dropout: Option<f64> = None, number(Range::Real(0.0, 0.9)),
        controls: &[ControlType {
            place: Place::Lane,
            ..ControlType::slider("regularization", |_| Scale::multiples(0, 90, 100.0))
        }];

    /// Pictures to train on in the lab `regularization`, at most as many as there are; 300 when
    /// left out, as in the book.
    "train-size" train_size: Option<usize> = None, number(Range::Whole(10, 60_000)),
        controls: &[ControlType::slider("data", Lab::train_sizes)];

    /// The share of these pictures that get a wrong label, on purpose; 0.3 when left out, which
    /// makes overfitting visible.
    "label-noise" label_noise: Option<f64> = None, number(Range::Real(0.0, 1.0)),
        controls: &[ControlType::slider("data", |_| Scale::multiples(0, 100, 100.0))];
}

impl Value for Option<Vec<usize>> {
    fn read(&mut self, text: &str) -> Result<(), Refused> {
        let units = |word: &str| Some(parse::integer(word, 1, MAX_UNITS)? as usize);
        *self = list(text, MAX_LAYERS, units)?;
        Ok(())
    }

    fn text(&self) -> String {
        let units = self.iter().flatten().map(usize::to_string);
        joined(&units.collect::<Vec<_>>(), " ")
    }
}

impl Value for Option<Activation> {
    fn read(&mut self, text: &str) -> Result<(), Refused> {
        let named = |name: &str| Activation::named(name).ok_or(Refused::Value);
        *self = parse::unless_empty(text, named)?;
        Ok(())
    }

    fn text(&self) -> String {
        self.map_or("", Activation::name).to_owned()
    }
}

impl Value for Option<Vec<Init>> {
    fn read(&mut self, text: &str) -> Result<(), Refused> {
        *self = list(text, 4, init)?;
        Ok(())
    }

    fn text(&self) -> String {
        let inits = self.iter().flatten().copied().map(init_text);
        joined(&inits.collect::<Vec<_>>(), " ")
    }
}

/// Words that are read one by one; all of them have to be allowed.
pub(crate) fn list<T>(
    text: &str,
    most: usize,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<Vec<T>>, Refused> {
    let values: Option<Vec<T>> = parse::words(text).map(read).collect();
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
        number => parse::number(number, DEVIATIONS.0, DEVIATIONS.1).map(Init::Fixed),
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
    pub fn network(&self) -> &NetworkSettings {
        self.of()
    }

    /// The same, to change it.
    pub(crate) fn network_mut(&mut self) -> &mut NetworkSettings {
        self.of_mut()
    }
}
