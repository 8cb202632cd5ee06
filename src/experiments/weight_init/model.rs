//! Initial weights side by side: how activations spread (6.2.2), how networks learn (6.2.4).
//!
//! With nothing set each panel has the book's activation function, sigmoid for the histograms and
//! ReLU for the training; what is set holds for both.

use crate::experiments::network::controls::{init_control, names, rule_names};
use crate::experiments::network::inits;
use crate::experiments::network::model::NetworkExperiment;
use crate::experiments::network::run::{self, Data, Extent, NetworkRun, Plan};
use crate::experiments::network::scene::{
    About, Curve, Curves, HistogramRow, Histograms, Measure, More, NetworkLane, NetworkScene,
    Picture, Spread,
};
use crate::lab::Lab;
use crate::lab::settings::Settings;
use crate::nn::experiment::{self, Draws, LOSS_PLAN, LayerActivations};
use crate::nn::{Activation, Architecture, Init, Record, Session};
use crate::optim::{Hyperparameters, Rule};
use std::rc::Rc;

/// Most initial weights in the list of those that are offered.
const MAX_OFFERED: usize = 8;

/// Initial weights side by side.
pub struct WeightInitExperiment;

impl WeightInitExperiment {
    /// Its name in the attribute `lab`.
    pub const NAME: &str = "weight-init";
}

impl NetworkExperiment for WeightInitExperiment {
    fn name(&self) -> &'static str {
        Self::NAME
    }

    /// One rule trains. Which initial weights are compared may change while the record stays.
    fn simplify(&self, plan: &mut Plan) {
        plan.lanes.truncate(1);
        plan.network.inits = None;
    }

    fn begin(&self, plan: &Plan, data: &Data) -> Box<dyn NetworkRun> {
        Box::new(WeightInit::new(plan, data))
    }

    fn controls(&self, lab: &Lab) -> Vec<String> {
        let mut controls = names(&["init.std"], &["activation"]);
        controls.extend((0..MAX_OFFERED).map(init_control));
        controls.extend(["loss-scale", "speed"].map(str::to_owned));
        controls.extend(rule_names(lab));
        controls
    }

    /// The book has an activation function for the histograms and another one for the training.
    fn choice(&self, settings: &Settings, setting: &str) -> Option<(String, Vec<String>)> {
        if setting != "activation" {
            return None;
        }
        let chosen = settings.network().activation.map_or("", Activation::name);
        let names = Activation::ALL.map(|it| it.name().to_owned());
        let all = std::iter::once(String::new()).chain(names);
        Some((chosen.to_owned(), all.collect()))
    }
}

/// What is compared: activations first, they take a moment; then networks learn.
pub(crate) struct WeightInit {
    training: Training,
    /// The activation function of the histograms.
    activation: Activation,
    draws: Rc<Draws>,
    compared: Vec<Compared>,
}

/// What all networks share.
struct Training {
    plan: crate::nn::Plan,
    architecture: Architecture,
    rule: Hyperparameters,
    seed: u64,
    data: Data,
}

/// One kind of initial weights.
struct Compared {
    layers: LayerActivations,
    /// Its network, from when its turn to learn has come. Each draws the same mini-batches.
    session: Option<Session<f32>>,
}

/// A loss above this share of that of guessing is none that was learned.
const NOTHING_LEARNED: f64 = 0.99;

impl WeightInit {
    pub(crate) fn new(plan: &Plan, data: &Data) -> Self {
        let set = &plan.network;
        let book = experiment::loss_network(&data.train);
        let architecture = Architecture {
            hidden: set.hidden.clone().unwrap_or(book.hidden.clone()),
            activation: set.activation.unwrap_or(book.activation),
            ..book
        };
        let batch_size = set.batch.unwrap_or(LOSS_PLAN.batch_size);
        let training = crate::nn::Plan {
            batch_size: batch_size.min(data.train.len()),
            n_iterations: set.iterations.map_or(LOSS_PLAN.n_iterations, |n| n as u64),
            ..LOSS_PLAN
        };
        let rule = plan.lanes.first().copied();
        Self {
            training: Training {
                plan: training,
                architecture,
                rule: rule.unwrap_or(Hyperparameters::new(Rule::Sgd)),
                seed: plan.seed,
                data: data.clone(),
            },
            activation: set.activation.unwrap_or(Activation::Sigmoid),
            draws: Rc::new(Draws::new(plan.seed)),
            compared: Vec::new(),
        }
    }
}

impl Training {
    fn begin(&self, init: Init) -> Session<f32> {
        let Self { seed, ref data, .. } = *self;
        let session = experiment::weight_init(
            self.plan,
            &self.architecture,
            data.train.clone(),
            data.test.clone(),
            &[init],
            self.rule,
            seed,
        );
        data.measured(session, seed)
    }

    /// The loss of a network that gives each class the same probability.
    fn guessing(&self) -> f64 {
        libm::log(self.data.train.classes().max(1) as f64)
    }
}

impl Compared {
    fn n_done(&self) -> usize {
        self.session.as_ref().map_or(0, run::n_done)
    }

    /// Whether its network stands at an iteration, or has passed it.
    fn is_at(&self, iteration: usize) -> bool {
        let session = self.session.as_ref();
        session.is_some_and(|it| it.is_at_rest() && it.n_iterations() as usize >= iteration)
    }

    fn record(&self) -> Option<&Record> {
        Some(&self.session.as_ref()?.lanes().first()?.1)
    }
}

impl NetworkRun for WeightInit {
    fn n_steps(&self) -> usize {
        self.training.plan.n_iterations as usize
    }

    fn n_done(&self) -> usize {
        let all = self.compared.iter();
        all.map(Compared::n_done).min().unwrap_or(0)
    }

    fn n_pieces(&self) -> usize {
        let all = self.compared.iter();
        let pieces = all.map(|it| it.n_done() + it.layers.histograms().len());
        pieces.sum()
    }

    /// What is computed of those that stay is kept, also while one of them is changed.
    fn select(&mut self, settings: &Settings) {
        let mut known = std::mem::take(&mut self.compared);
        let wanted = inits::compared(settings.network()).into_iter();
        let compared = wanted.map(|init| {
            let place = known.iter().position(|it| it.layers.init() == init);
            place.map_or_else(
                || Compared {
                    layers: LayerActivations::of(self.activation, init, Rc::clone(&self.draws)),
                    session: None,
                },
                |place| known.swap_remove(place),
            )
        });
        self.compared = compared.collect();
    }

    fn work(&mut self, wanted: usize) -> bool {
        let mut waiting = self.compared.iter_mut();
        if let Some(next) = waiting.find(|it| !it.layers.is_done()) {
            next.layers.work();
            return true;
        }
        let wanted = wanted.min(self.n_steps());
        let behind = self.compared.iter_mut().filter(|it| !it.is_at(wanted));
        let Some(next) = behind.min_by_key(|it| it.n_done()) else {
            return false;
        };
        let begin = || self.training.begin(next.layers.init());
        next.session.get_or_insert_with(begin).work();
        true
    }

    fn extent(&self) -> Extent {
        let Training { plan, data, .. } = &self.training;
        Extent {
            n_iterations: plan.n_iterations as usize,
            batch_size: plan.batch_size,
            n_train: data.train.len(),
            n_wrong: 0,
            n_test: data.test.len(),
        }
    }

    fn scene(&self, shown: usize, settings: &Settings) -> NetworkScene {
        let all: Vec<Init> = self.compared.iter().map(|it| it.layers.init()).collect();
        let named = self.compared.iter().enumerate();
        let named =
            named.map(|(index, of)| (of, inits::name(all[index]), inits::look(&all, index)));
        let named: Vec<_> = named.collect();
        let curves = named.iter().map(|(of, name, look)| Curve {
            name: name.clone(),
            look: *look,
            points: of.record().map_or_else(Vec::new, run::smoothed),
            diverged: of.record().and_then(run::diverged),
        });
        let curves: Vec<Curve> = curves.collect();
        let lanes = named.iter().zip(&curves).map(|((of, name, look), curve)| {
            let record = of.record();
            let diverged = record.and_then(|record| run::diverged_by(record, shown));
            let last = curve.points[..curve.n_until(shown)].last();
            let loss = last.filter(|_| diverged.is_none()).map(|&(_, loss)| loss);
            let score = record.and_then(|record| run::score_at(record, shown));
            let (is_at_end, guessing) = (shown == self.n_steps(), self.training.guessing());
            let has_learned = loss.is_none_or(|loss| loss < NOTHING_LEARNED * guessing);
            NetworkLane {
                name: name.clone(),
                look: *look,
                control: inits::control(settings, of.layers.init()),
                diverged,
                loss,
                train: None,
                test: score.map(|score| score.test),
                more: More::Spread(Spread {
                    layers: of.layers.histograms().to_vec(),
                    problem: of.layers.problem(),
                    guessing: (is_at_end && !has_learned).then_some(guessing),
                }),
            }
        });
        let rows = named.iter().map(|(of, name, look)| HistogramRow {
            name: name.clone(),
            look: *look,
            layers: of.layers.histograms().to_vec(),
            problem: of.layers.problem(),
        });
        NetworkScene {
            digits: None,
            previous: None,
            n_steps: self.n_steps(),
            n_done: self.n_done(),
            shown,
            lanes: lanes.collect(),
            first: Picture::Histograms(Histograms {
                activation: self.activation,
                rows: rows.collect(),
            }),
            second: Picture::Curves(Curves {
                measure: Measure::Loss,
                scale: settings.loss_scale,
                about: About::With(self.training.architecture.activation),
                curves,
            }),
        }
    }
}
