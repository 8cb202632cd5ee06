//! Initial weights side by side: how activations spread (6.2.2), how networks learn (6.2.4).
//!
//! With nothing set each panel has the book's activation function, sigmoid for the histograms and
//! ReLU for the training; what is set holds for both.

use crate::experiments::network::controls::{init_control, names, rule_names};
use crate::experiments::network::inits;
use crate::experiments::network::model::NetworkExperiment;
use crate::experiments::network::run::{self, Data, Extent, NetworkRun, Plan};
use crate::experiments::network::scene::{
    Curve, Curves, HistogramRow, Histograms, Measure, More, NetworkLane, NetworkScene, Picture,
};
use crate::lab::Lab;
use crate::lab::settings::Settings;
use crate::nn::experiment::{self, LOSS_PLAN, LayerActivations};
use crate::nn::{Activation, Architecture, Init, Session};
use crate::optim::{Hyperparameters, Rule};

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

    /// One rule trains.
    fn simplify(&self, plan: &mut Plan) {
        plan.lanes.truncate(1);
    }

    fn begin(&self, plan: &Plan, data: &Data) -> Box<dyn NetworkRun> {
        Box::new(WeightInit::new(plan, data))
    }

    fn controls(&self, lab: &Lab) -> Vec<String> {
        let mut controls = names(&[], &["activation"]);
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
    inits: Vec<Init>,
    activation: Activation,
    activations: Vec<LayerActivations>,
    /// The initial weights of the lanes of the session.
    trained: Vec<Init>,
    session: Session<f32>,
}

impl WeightInit {
    pub(crate) fn new(plan: &Plan, data: &Data) -> Self {
        let set = &plan.network;
        let inits = inits::compared(set);
        // The book trains no network from σ = 1.
        let trained = match &set.inits {
            Some(inits) => inits.clone(),
            None => vec![Init::Fixed(0.01), Init::Xavier, Init::He],
        };
        let book = experiment::loss_network(&data.train);
        let architecture = Architecture {
            hidden: set.hidden.clone().unwrap_or(book.hidden.clone()),
            activation: set.activation.unwrap_or(book.activation),
            ..book
        };
        let training = crate::nn::Plan {
            batch_size: set
                .batch
                .unwrap_or(LOSS_PLAN.batch_size)
                .min(data.train.len()),
            n_iterations: set.iterations.map_or(LOSS_PLAN.n_iterations, |n| n as u64),
            ..LOSS_PLAN
        };
        let rule = plan.lanes.first().copied();
        let session = experiment::weight_init(
            training,
            &architecture,
            data.train.clone(),
            data.test.clone(),
            &trained,
            rule.unwrap_or(Hyperparameters::new(Rule::Sgd)),
            plan.seed,
        );
        let session = data.measured(session, plan.seed);
        let activation = set.activation.unwrap_or(Activation::Sigmoid);
        let activations = inits
            .iter()
            .map(|&init| LayerActivations::new(activation, init, plan.seed));
        Self {
            activation,
            activations: activations.collect(),
            inits,
            trained,
            session,
        }
    }
}

impl NetworkRun for WeightInit {
    fn n_steps(&self) -> usize {
        self.session.plan().n_iterations as usize
    }

    fn n_done(&self) -> usize {
        run::n_done(&self.session)
    }

    fn n_pieces(&self) -> usize {
        let layers = self.activations.iter();
        self.n_done() + layers.map(|it| it.histograms().len()).sum::<usize>()
    }

    fn work(&mut self, wanted: usize) -> bool {
        let mut waiting = self.activations.iter_mut().filter(|it| !it.is_done());
        if let Some(next) = waiting.next() {
            next.work();
            return true;
        }
        run::work(&mut self.session, wanted)
    }

    fn extent(&self) -> Extent {
        run::extent(&self.session)
    }

    fn scene(&self, shown: usize, settings: &Settings) -> NetworkScene {
        let lanes = self.inits.iter().zip(&self.activations).enumerate();
        let lanes = lanes.map(|(index, (&init, activations))| {
            let position = self.trained.iter().position(|&other| other == init);
            let record = position.map(|position| &self.session.lanes()[position].1);
            let (name, look) = (inits::name(init), inits::look(&self.inits, index));
            (init, name, look, record, activations.histograms())
        });
        let lanes: Vec<_> = lanes.collect();
        let curves = lanes.iter().filter_map(|(_, name, look, record, _)| {
            Some(Curve {
                name: name.clone(),
                look: *look,
                points: run::smoothed((*record)?),
                diverged: run::diverged((*record)?),
            })
        });
        let curves: Vec<Curve> = curves.collect();
        let states = lanes.iter().map(|(init, name, look, record, layers)| {
            let curve = curves.iter().find(|curve| curve.name == *name);
            let loss = curve.and_then(|curve| curve.points[..curve.n_until(shown)].last());
            let diverged = record.and_then(|record| run::diverged_by(record, shown));
            let score = record.and_then(|record| run::score_at(record, shown));
            NetworkLane {
                name: name.clone(),
                look: *look,
                control: inits::control(settings, *init),
                diverged,
                loss: loss.filter(|_| diverged.is_none()).map(|&(_, loss)| loss),
                train: None,
                test: score.map(|score| score.test),
                more: More::Spread(layers.to_vec()),
            }
        });
        let rows = lanes.iter().map(|(_, name, look, _, layers)| HistogramRow {
            name: name.clone(),
            look: *look,
            layers: layers.to_vec(),
        });
        NetworkScene {
            n_steps: self.n_steps(),
            n_done: self.n_done(),
            shown,
            lanes: states.collect(),
            first: Picture::Histograms(Histograms {
                activation: self.activation,
                rows: rows.collect(),
            }),
            second: Picture::Curves(Curves {
                measure: Measure::Loss,
                scale: settings.loss_scale,
                lane: None,
                curves,
            }),
        }
    }
}
