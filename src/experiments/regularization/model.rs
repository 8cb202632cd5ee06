//! Overfitting, and what weight decay and dropout do about it (6.4).

use crate::experiments::network::controls::{names, rule_names};
use crate::experiments::network::model::NetworkExperiment;
use crate::experiments::network::run::{self, Data, Extent, NetworkRun, Plan};
use crate::experiments::network::scene::{
    About, Curve, Curves, Gap, Look, Measure, Measured, More, Name, Negative, NetworkLane,
    NetworkScene, Picture, Regularizer,
};
use crate::experiments::network::settings::NetworkSettings;
use crate::lab::settings::{LossScale, Settings};
use crate::lab::{Action, Lab, Problem};
use crate::math::numeral;
use crate::nn::experiment::{self, EFFECTS, Effect, Regularization, overfitting_network};
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
        let first = [
            "regularizer",
            "weight-decay",
            "dropout",
            "train-size",
            "label-noise",
        ];
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

/// What there is to choose from, by the names of the control.
pub(crate) const REGULARIZERS: [&str; 4] = ["none", "weight-decay", "dropout", "both"];

/// The values that they stand for: those with which each works on these digits.
const CHOICES: [Regularizer; 4] = [
    Regularizer::NONE,
    Regularizer::WEIGHT_DECAY,
    Regularizer::DROPOUT,
    Regularizer::BOTH,
];

/// The place in these lists of one that need not have these values.
fn kind(regularizer: Regularizer) -> usize {
    usize::from(regularizer.weight_decay > 0.0) + 2 * usize::from(regularizer.dropout_ratio > 0.0)
}

/// What a sweep has measured of the regularizer that is set; `None` where it has other values.
pub(crate) fn effect(settings: &Settings) -> Option<Effect> {
    let set = chosen(settings.network()).regularizer;
    EFFECTS.into_iter().find(|effect| effect.regularizer == set)
}

impl Lab {
    /// Which kind of regularizer is set.
    pub(crate) fn regularizer_name(&self) -> &'static str {
        REGULARIZERS[kind(chosen(self.settings().network()).regularizer)]
    }

    /// Sets a kind of regularizer, with the values with which it works. What is locked stays.
    pub(crate) fn choose_regularizer(&mut self, name: &str) -> Result<(), Problem> {
        let place = REGULARIZERS.iter().position(|it| *it == name);
        let wanted = CHOICES[place.ok_or(Problem::Unknown)?];
        let values = |it: Regularizer| [it.weight_decay, it.dropout_ratio];
        let wanted = values(wanted);
        for (place, name) in ["weight-decay", "dropout"].into_iter().enumerate() {
            let change = |text| Action::Change {
                attribute: name.to_owned(),
                text,
            };
            // A default is left out of links.
            let _ = self.apply(change(None));
            let now = values(chosen(self.settings().network()).regularizer);
            if now[place] != wanted[place] {
                let _ = self.apply(change(Some(numeral::shortest(wanted[place]))));
            }
        }
        Ok(())
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

/// Differences of accuracies under this are printed as none.
pub(crate) const SMALLEST: f64 = 0.0005;

/// A gap of a size that is no more than twice its standard error may be chance.
const CERTAIN: f64 = 2.0;

/// A color and a marker for each network; a dashed line for the training data, an unbroken
/// one for the test data.
const fn look(lane: usize, part: Measured) -> Look {
    let is_dashed = matches!(part, Measured::Train);
    match lane {
        0 => Look {
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
    fn curve(&self, lane: usize, part: Measured, value: fn(&Scores) -> f64) -> Curve {
        let record = &self.session.lanes()[lane].1;
        let scores = run::measured(record).iter();
        Curve {
            name: Name::Regularized(self.lanes[lane], part),
            look: look(lane, part),
            points: scores
                .map(|score| (score.iteration as usize, value(score)))
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

    /// Why a gap is below 0.
    fn negative(&self, score: &Scores) -> Option<Negative> {
        let gap = score.train - score.test;
        let (train, test) = (self.session.train().len(), self.session.test().len());
        // What is printed as 0 needs no reason.
        if gap > -SMALLEST || test == 0 {
            return None;
        }
        if self.n_wrong > 0 {
            return Some(Negative::WrongLabels(self.n_wrong as f64 / train as f64));
        }
        let variance = |share: f64, n: usize| share * (1.0 - share) / n as f64;
        let error = f64::sqrt(variance(score.train, train) + variance(score.test, test));
        Some(match -gap < CERTAIN * error {
            true => Negative::Chance(error),
            false => Negative::Easier,
        })
    }

    /// The accuracies of a network, and the gap between them.
    fn accuracies(&self, lane: usize) -> Picture {
        Picture::Curves(Curves {
            measure: Measure::Accuracy,
            scale: LossScale::Linear,
            about: About::Lane(lane),
            curves: vec![
                self.curve(lane, Measured::Train, |score| score.train),
                self.curve(lane, Measured::Test, |score| score.test),
            ],
        })
    }

    /// The gap of the first network, where there is no other.
    fn gap(&self) -> Picture {
        Picture::Curves(Curves {
            measure: Measure::Difference,
            scale: LossScale::Linear,
            about: About::Networks,
            curves: vec![self.curve(0, Measured::Gap, |score| score.train - score.test)],
        })
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
                    negative: self.negative(score),
                    guessing: hardly.map(|_| self.guessing()),
                })
            }),
        });
        NetworkScene {
            digits: None,
            previous: None,
            n_steps: self.n_steps(),
            n_done: self.n_done(),
            shown,
            lanes: lanes.collect(),
            first: self.accuracies(0),
            second: match self.lanes.len() {
                1 => self.gap(),
                _ => self.accuracies(1),
            },
        }
    }
}
