//! Overfitting, and what weight decay and dropout do about it (6.4).

use crate::experiments::network::controls::{names, rule_names};
use crate::experiments::network::model::NetworkExperiment;
use crate::experiments::network::run::{self, Data, Extent, NetworkRun, Plan};
use crate::experiments::network::scene::{
    Curve, Curves, Gap, Look, Measure, Measured, More, Name, NetworkLane, NetworkScene, Picture,
    Regularizer,
};
use crate::experiments::network::settings::NetworkSettings;
use crate::lab::Lab;
use crate::lab::settings::{LossScale, Settings};
use crate::nn::experiment::{self, Regularization, overfitting_network};
use crate::nn::{Evaluation, Init, Record, Scores, Session};
use crate::optim::{Hyperparameters, Rule};

/// A network with weight decay and dropout beside the one without.
pub struct RegularizationExperiment;

impl RegularizationExperiment {
    /// Its name in the attribute `lab`.
    pub const NAME: &str = "regularization";
}

impl NetworkExperiment for RegularizationExperiment {
    fn name(&self) -> &'static str {
        Self::NAME
    }

    /// One rule trains.
    fn simplify(&self, plan: &mut Plan) {
        plan.lanes.truncate(1);
    }

    fn begin(&self, plan: &Plan, data: &Data) -> Box<dyn NetworkRun> {
        Box::new(Regularized::new(plan, data))
    }

    /// The rule with which the effect was found has a rate of its own.
    fn usual(&self, rule: Rule) -> Hyperparameters {
        let own = Regularization::lab().rule;
        match own.rule() == rule {
            true => own,
            false => Hyperparameters::new(rule),
        }
    }

    fn controls(&self, lab: &Lab) -> Vec<String> {
        let first = ["weight-decay", "dropout", "train-size", "label-noise"];
        let mut controls = names(&first, &["speed"]);
        controls.extend(rule_names(lab));
        controls
    }

    fn number(&self, settings: &Settings, setting: &str) -> Option<f64> {
        let chosen = chosen(settings.network());
        match setting {
            "weight-decay" => Some(chosen.regularizer.weight_decay),
            "dropout" => Some(chosen.regularizer.dropout_ratio),
            "label-noise" => Some(chosen.label_noise),
            _ => None,
        }
    }
}

/// Two networks that differ in their regularization only; one where there is none.
pub(crate) struct Regularized {
    session: Session<f32>,
    lanes: Vec<Regularizer>,
    n_wrong: usize,
}

/// From how many iterations on every fifth of the book's measurements will do: the picture
/// has no room for more.
const LONG: u64 = 300;

/// What the lab does with these settings, but for its rule.
fn chosen(set: &NetworkSettings) -> Regularization {
    let own = Regularization::lab();
    let n_iterations = set.iterations.map_or(own.plan.n_iterations, |n| n as u64);
    Regularization {
        n_train: set.train_size.unwrap_or(own.n_train),
        label_noise: set.label_noise.unwrap_or(own.label_noise),
        regularizer: Regularizer {
            weight_decay: set.weight_decay.unwrap_or(own.regularizer.weight_decay),
            dropout_ratio: set.dropout.unwrap_or(own.regularizer.dropout_ratio),
        },
        rule: own.rule,
        plan: crate::nn::Plan {
            batch_size: set.batch.unwrap_or(own.plan.batch_size),
            n_iterations,
            // With the book's 300 pictures and batches of 100 an epoch has three iterations.
            evaluation: Evaluation::FromFirst(if n_iterations < LONG { 3 } else { 15 }),
            ..own.plan
        },
    }
}

/// A network that is no further above guessing hardly learns.
const HARDLY: f64 = 0.1;

/// One that is this far above it has learned.
const LEARNED: f64 = 0.3;

/// A color and a marker for each network; a dashed line for the training data, an unbroken
/// one for the test data.
const fn look(lane: usize, part: Measured) -> Look {
    let is_dashed = matches!(part, Measured::Train);
    match (lane, part) {
        (_, Measured::Gain) => Look {
            color: 3,
            variant: 0,
        },
        (0, _) => Look {
            color: 0,
            variant: if is_dashed { 2 } else { 0 },
        },
        _ => Look {
            color: 1,
            variant: if is_dashed { 1 } else { 5 },
        },
    }
}

impl Regularized {
    pub(crate) fn new(plan: &Plan, data: &Data) -> Self {
        let mut settings = chosen(&plan.network);
        if let Some(&rule) = plan.lanes.first() {
            settings.rule = rule;
        }
        let network = overfitting_network(&data.train);
        let test = data.test.clone();
        let train = &data.train;
        let session =
            experiment::regularization(&settings, &network, Init::He, train, test, plan.seed);
        let session = data.measured(session, plan.seed);
        let given = session.train().labels().iter();
        let n_wrong = given.zip(train.labels()).filter(|(a, b)| a != b).count();
        let lanes = [Regularizer::NONE, settings.regularizer];
        Self {
            lanes: lanes[..session.lanes().len()].to_vec(),
            session,
            n_wrong,
        }
    }

    fn records(&self) -> impl Iterator<Item = &Record> {
        self.session.lanes().iter().map(|(_, record)| record)
    }

    /// A curve of one lane, point by point from what was measured.
    fn curve(
        &self,
        lane: usize,
        part: Measured,
        value: &dyn Fn(usize, &Scores) -> Option<f64>,
    ) -> Curve {
        let record = &self.session.lanes()[lane].1;
        let scores = run::measured(record).iter().enumerate();
        Curve {
            name: Name::Regularized(self.lanes[lane], part),
            look: look(lane, part),
            points: scores
                .filter_map(|(at, score)| Some((score.iteration as usize, value(at, score)?)))
                .collect(),
            diverged: run::diverged(record),
        }
    }

    /// The accuracy of those who name a class without looking.
    fn guessing(&self) -> f64 {
        1.0 / self.session.train().classes().max(1) as f64
    }

    /// Whether the regularized network names its training data hardly better than by guessing
    /// where the same network without regularization has learned it.
    fn hardly_learns(&self, with: &Scores, without: &Scores) -> bool {
        let guessing = self.guessing();
        with.train < guessing + HARDLY && without.train > guessing + LEARNED
    }

    fn accuracies(&self) -> Vec<Curve> {
        let both = |lane| {
            [
                self.curve(lane, Measured::Train, &|_, score| Some(score.train)),
                self.curve(lane, Measured::Test, &|_, score| Some(score.test)),
            ]
        };
        (0..self.lanes.len()).flat_map(both).collect()
    }

    /// The gaps, and what regularization gains on the test data.
    fn differences(&self) -> Vec<Curve> {
        let gap = |lane| {
            self.curve(lane, Measured::Gap, &|_, score| {
                Some(score.train - score.test)
            })
        };
        let mut curves: Vec<Curve> = (0..self.lanes.len()).map(gap).collect();
        if self.lanes.len() > 1 {
            // The network without is measured first.
            let without = run::measured(&self.session.lanes()[0].1);
            curves.push(self.curve(1, Measured::Gain, &|at, score| {
                Some(score.test - without.get(at)?.test)
            }));
        }
        curves
    }
}

impl NetworkRun for Regularized {
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
        Extent {
            n_wrong: self.n_wrong,
            ..run::extent(&self.session)
        }
    }

    fn scene(&self, shown: usize, _: &Settings) -> NetworkScene {
        let scores = self.records().map(|record| run::score_at(record, shown));
        let scores: Vec<Option<&Scores>> = scores.collect();
        let ends = self.records().map(|record| run::diverged_by(record, shown));
        let lanes = self.lanes.iter().zip(&scores).zip(ends).enumerate();
        let lanes = lanes.map(|(lane, ((&regularizer, score), diverged))| NetworkLane {
            name: Name::Regularized(regularizer, Measured::Whole),
            look: look(lane, Measured::Whole),
            control: ["without", "with"][lane].to_owned(),
            diverged,
            loss: None,
            train: score.map(|score| score.train),
            test: score.map(|score| score.test),
            more: score.map_or(More::Nothing, |score| {
                let without = scores[0].filter(|_| lane > 0);
                let hardly = without.filter(|it| self.hardly_learns(score, it));
                More::Gap(Gap {
                    gap: score.train - score.test,
                    gain: without.map(|without| score.test - without.test),
                    guessing: hardly.map(|_| self.guessing()),
                })
            }),
        });
        let picture = |measure, curves| {
            Picture::Curves(Curves {
                measure,
                scale: LossScale::Linear,
                curves,
            })
        };
        NetworkScene {
            digits: None,
            previous: None,
            n_steps: self.n_steps(),
            n_done: self.n_done(),
            shown,
            lanes: lanes.collect(),
            first: picture(Measure::Accuracy, self.accuracies()),
            second: picture(Measure::Difference, self.differences()),
        }
    }
}
