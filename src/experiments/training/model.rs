//! Update rules side by side on a real network (6.1.8).

use crate::experiments::network::controls::names;
use crate::experiments::network::model::NetworkExperiment;
use crate::experiments::network::run::{self, Data, Extent, Kept, NetworkRun, Plan};
use crate::experiments::network::scene::{
    About, Curve, Curves, Digits, Look, Measure, More, Name, NetworkLane, NetworkScene, Picture,
};
use crate::lab::Lab;
use crate::lab::controls::{Control, Place};
use crate::lab::settings::{LossScale, Settings};
use crate::nn::experiment::{self, LOSS_PLAN};
use crate::nn::{Architecture, Init, Record, Session};
use crate::optim::{Hyperparameters, Rule};

/// The rules of the race train a network.
pub struct TrainingExperiment;

impl TrainingExperiment {
    /// Its name in the attribute `lab`.
    pub const NAME: &str = "training";
}

impl NetworkExperiment for TrainingExperiment {
    fn name(&self) -> &'static str {
        Self::NAME
    }

    fn begin(&self, plan: &Plan, data: &Data) -> Box<dyn NetworkRun> {
        Box::new(Training::new(plan, data))
    }

    fn keeps_guesses(&self) -> bool {
        true
    }

    fn controls(&self, lab: &Lab) -> Vec<String> {
        let mut names = names(&[], &["activation", "init", "loss-scale", "speed"]);
        names.extend(lab.lane_names());
        names
    }

    fn adapt(&self, control: &mut Control) {
        // The losses are on the first panel here.
        if control.word == "loss-scale" {
            control.place = Place::Map;
        }
    }
}

/// Networks that differ in their rule only.
pub(crate) struct Training {
    session: Session<f32>,
    rules: Vec<Hyperparameters>,
    init: Init,
}

impl Training {
    pub(crate) fn new(plan: &Plan, data: &Data) -> Self {
        let set = &plan.network;
        let book = experiment::loss_network(&data.train);
        let architecture = Architecture {
            hidden: set.hidden.clone().unwrap_or(book.hidden.clone()),
            activation: set.activation.unwrap_or(book.activation),
            ..book
        };
        let init = plan.init().unwrap_or(Init::suited(architecture.activation));
        let training = crate::nn::Plan {
            batch_size: set
                .batch
                .unwrap_or(LOSS_PLAN.batch_size)
                .min(data.train.len()),
            n_iterations: set.iterations.map_or(LOSS_PLAN.n_iterations, |n| n as u64),
            ..LOSS_PLAN
        };
        let (train, test) = (data.train.clone(), data.test.clone());
        let session = experiment::training(
            training,
            &architecture,
            init,
            train,
            test,
            &plan.lanes,
            plan.seed,
        );
        let session = data.measured(session, plan.seed);
        Self {
            session: session.keep_guesses(),
            rules: plan.lanes.clone(),
            init,
        }
    }
}

impl Training {
    /// The mini-batch with what the chosen network says of it. A record that grows to its end
    /// waits at its start, where nothing is said yet: meanwhile it is the last one recorded.
    fn digits(&self, shown: usize, settings: &Settings) -> Option<Digits> {
        let lane = settings
            .lane
            .unwrap_or(1)
            .min(self.rules.len())
            .checked_sub(1)?;
        let iteration = settings.step.map_or(self.n_done(), |_| shown);
        Some(self.kept()?.digits(lane, iteration))
    }
}

impl NetworkRun for Training {
    fn n_steps(&self) -> usize {
        self.session.plan().n_iterations as usize
    }

    fn n_done(&self) -> usize {
        run::n_done(&self.session)
    }

    fn work(&mut self, wanted: usize) -> bool {
        run::work(&mut self.session, wanted)
    }

    fn extent(&self) -> Extent {
        run::extent(&self.session)
    }

    fn compares_rules(&self) -> bool {
        true
    }

    fn kept(&self) -> Option<Kept<'_>> {
        Some(Kept {
            session: &self.session,
            rules: &self.rules,
            init: self.init,
        })
    }

    fn scene(&self, shown: usize, settings: &Settings) -> NetworkScene {
        let lanes = self.rules.iter().enumerate().zip(self.session.lanes());
        let lanes = lanes.map(|((index, rule), (_, record))| {
            let variant = self.rules[..index].iter();
            let variant = variant.filter(|other| other.rule() == rule.rule()).count();
            let color = Rule::ALL.iter().position(|&other| other == rule.rule());
            let look = Look {
                color: color.unwrap_or(0),
                variant,
            };
            let name = Name::Plain(crate::lab::name(&self.rules, index));
            (name, look, record)
        });
        let lanes: Vec<(Name, Look, &Record)> = lanes.collect();
        let curve = |points: &dyn Fn(&Record) -> Vec<(usize, f64)>| {
            let curves = lanes.iter().map(|(name, look, record)| Curve {
                name: name.clone(),
                look: *look,
                points: points(record),
                diverged: run::diverged(record),
            });
            curves.collect::<Vec<Curve>>()
        };
        let losses = curve(&run::smoothed);
        let states = lanes
            .iter()
            .zip(&losses)
            .map(|((name, look, record), curve)| {
                let diverged = run::diverged_by(record, shown);
                let score = run::score_at(record, shown);
                let loss = curve.points[..curve.n_until(shown)].last();
                NetworkLane {
                    name: name.clone(),
                    look: *look,
                    control: String::new(),
                    diverged,
                    loss: loss.filter(|_| diverged.is_none()).map(|&(_, loss)| loss),
                    train: score.map(|score| score.train),
                    test: score.map(|score| score.test),
                    more: More::Nothing,
                }
            });
        NetworkScene {
            digits: self.digits(shown, settings),
            previous: None,
            n_steps: self.n_steps(),
            n_done: self.n_done(),
            shown,
            lanes: states.collect(),
            second: Picture::Curves(Curves {
                measure: Measure::TestAccuracy,
                scale: LossScale::Linear,
                about: About::Networks,
                curves: curve(&|record| {
                    let scores = run::measured(record).iter();
                    scores
                        .map(|score| (score.iteration as usize, score.test))
                        .collect()
                }),
            }),
            first: Picture::Curves(Curves {
                measure: Measure::Loss,
                scale: settings.loss_scale,
                about: About::Networks,
                curves: losses,
            }),
        }
    }
}
