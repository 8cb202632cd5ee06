//! Update rules side by side on a real network (6.1.8).

use crate::experiments::network::model::{Data, Extent, Plan, Study};
use crate::experiments::network::scene::{
    Curve, Curves, LabName, Look, Measure, More, Name, Picture, StudyLane, StudyScene,
};
use crate::experiments::training::predictions::Kept;
use crate::lab::settings::{LossScale, Settings};
use crate::nn::experiment::{self, LOSS_PLAN};
use crate::nn::{Architecture, Init, Record, Session};
use crate::optim::{Hyperparameters, Rule};

/// Networks that differ in their rule only.
pub(crate) struct Training {
    session: Session<f32>,
    rules: Vec<Hyperparameters>,
    init: Init,
}

impl Training {
    pub(crate) fn new(plan: &Plan, data: &Data) -> Self {
        let study = &plan.study;
        let book = experiment::loss_network(&data.train);
        let architecture = Architecture {
            hidden: study.hidden.clone().unwrap_or(book.hidden.clone()),
            activation: study.activation.unwrap_or(book.activation),
            ..book
        };
        let init = plan.init().unwrap_or(Init::suited(architecture.activation));
        let training = crate::nn::Plan {
            batch_size: study
                .batch
                .unwrap_or(LOSS_PLAN.batch_size)
                .min(data.train.len()),
            n_iterations: study
                .iterations
                .map_or(LOSS_PLAN.n_iterations, |n| n as u64),
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

impl Study for Training {
    fn n_steps(&self) -> usize {
        self.session.plan().n_iterations as usize
    }

    fn n_done(&self) -> usize {
        crate::experiments::network::model::n_done(&self.session)
    }

    fn work(&mut self, wanted: usize) -> bool {
        crate::experiments::network::model::work(&mut self.session, wanted)
    }

    fn extent(&self) -> Extent {
        crate::experiments::network::model::extent(&self.session)
    }

    fn kept(&self) -> Option<Kept<'_>> {
        Some(Kept {
            session: &self.session,
            rules: &self.rules,
            init: self.init,
        })
    }

    fn scene(&self, shown: usize, settings: &Settings) -> StudyScene {
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
            });
            curves.collect::<Vec<Curve>>()
        };
        let losses = curve(&crate::experiments::network::model::smoothed);
        let states = lanes
            .iter()
            .zip(&losses)
            .map(|((name, look, record), curve)| {
                let score = crate::experiments::network::model::score_at(record, shown);
                StudyLane {
                    name: name.clone(),
                    look: *look,
                    control: String::new(),
                    loss: curve
                        .n_until(shown)
                        .checked_sub(1)
                        .map(|at| curve.points[at].1),
                    train: score.map(|score| score.train),
                    test: score.map(|score| score.test),
                    more: More::Nothing,
                }
            });
        StudyScene {
            lab: LabName::Training,
            n_steps: self.n_steps(),
            n_done: self.n_done(),
            shown,
            lanes: states.collect(),
            second: Picture::Curves(Curves {
                measure: Measure::TestAccuracy,
                scale: LossScale::Linear,
                curves: curve(&|record| {
                    let scores = record.scores.iter();
                    scores
                        .map(|score| (score.iteration as usize, score.test))
                        .collect()
                }),
            }),
            first: Picture::Curves(Curves {
                measure: Measure::Loss,
                scale: settings.loss_scale,
                curves: losses,
            }),
        }
    }
}
