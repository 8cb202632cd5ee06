//! Random search for hyperparameters.

use std::rc::Rc;

use super::{
    Architecture, Choice, Dataset, Evaluation, Init, LossCurve, Network, Plan, Record, Session,
    Trainer,
};
use crate::math::{Real, Rng};
use crate::optim::{Hyperparameters, Key, Rule};

/// A range of powers of ten, all exponents between as likely.
///
/// ```
/// use descent_widget::math::Rng;
/// use descent_widget::nn::LogUniform;
///
/// let rates = LogUniform::new(-6.0, -2.0);
/// assert!((1e-6..1e-2).contains(&rates.draw(&mut Rng::new(1))));
/// ```
///
/// *Source:* Saito, 6.5.2.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogUniform {
    /// Exponent of the lower end.
    pub lowest: f64,
    /// Exponent of the upper end.
    pub highest: f64,
}

impl LogUniform {
    /// From 10 to the power of `lowest` to 10 to the power of `highest`.
    pub const fn new(lowest: f64, highest: f64) -> Self {
        Self { lowest, highest }
    }

    /// From one positive number to another.
    pub fn between(lowest: f64, highest: f64) -> Self {
        Self::new(libm::log10(lowest), libm::log10(highest))
    }

    /// A number of the range.
    pub fn draw(self, rng: &mut Rng) -> f64 {
        let exponent = self.lowest + (self.highest - self.lowest) * rng.uniform();
        libm::pow(10.0, exponent)
    }

    /// A number of the range, drawn in one way or the other from one random number.
    pub fn draw_by(self, sampling: Sampling, rng: &mut Rng) -> f64 {
        match sampling {
            Sampling::Log => self.draw(rng),
            Sampling::Uniform => {
                let [lowest, highest] = self.ends();
                lowest + (highest - lowest) * rng.uniform()
            }
        }
    }

    /// How likely a number of the range lies in a part of it.
    pub fn share(self, part: Self, sampling: Sampling) -> f64 {
        let length = |range: Self| match sampling {
            Sampling::Log => range.highest - range.lowest,
            Sampling::Uniform => {
                let [lowest, highest] = range.ends();
                highest - lowest
            }
        };
        length(part) / length(self)
    }

    fn ends(self) -> [f64; 2] {
        [self.lowest, self.highest].map(|exponent| libm::pow(10.0, exponent))
    }
}

/// How numbers are drawn from a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sampling {
    /// All exponents are as likely, as in the book.
    Log,
    /// All numbers are as likely: of a range of several powers of ten, nine of ten have the
    /// highest one.
    Uniform,
}

/// What a search tries.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchPlan {
    /// The network; its weight decay is what is searched.
    pub architecture: Architecture,
    /// Initial weights.
    pub init: Init,
    /// Learning rates of SGD.
    pub learning_rate: LogUniform,
    /// Weight decays.
    pub weight_decay: LogUniform,
    /// How both are drawn.
    pub sampling: Sampling,
    /// How each trial trains.
    pub training: Plan,
    /// Number of trials.
    pub n_trials: usize,
}

impl SearchPlan {
    /// The book's: six hidden layers of 100, learning rates from 1e-6 to 1e-2, weight
    /// decays from 1e-8 to 1e-4, 50 epochs of the 400 rows that are left of 500, 100 trials.
    ///
    /// *Source:* Saito, 6.5.3, and `hyperparameter_optimization.py`.
    pub fn book(inputs: usize, classes: usize) -> Self {
        Self {
            architecture: Architecture::new(inputs, &[100; 6], classes),
            init: Init::He,
            learning_rate: LogUniform::new(-6.0, -2.0),
            weight_decay: LogUniform::new(-8.0, -4.0),
            sampling: Sampling::Log,
            training: Plan {
                batch_size: 100,
                choice: Choice::WithReplacement,
                n_iterations: 200,
                loss: LossCurve::Off,
                evaluation: Evaluation::Book,
            },
            n_trials: 100,
        }
    }
}

/// One trial of a search.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// Learning rate of SGD.
    pub learning_rate: f64,
    /// Weight decay λ.
    pub weight_decay: f64,
    /// What has been measured; `test` is the accuracy on the validation data.
    pub record: Record,
}

impl Trial {
    /// The last accuracy on the validation data, by which trials are ranked.
    pub fn accuracy(&self) -> f64 {
        self.record.scores.last().map_or(0.0, |scores| scores.test)
    }
}

/// A random search, one trial after the other, in small pieces of work.
pub struct Search<T> {
    plan: SearchPlan,
    train: Rc<Dataset>,
    validation: Rc<Dataset>,
    rng: Rng,
    trials: Vec<Trial>,
    session: Option<Session<T>>,
}

impl<T: Real> Search<T> {
    /// A search that has not begun.
    ///
    /// Validation data is kept apart from the test data, which must not take part in
    /// choosing (6.5.1).
    pub const fn new(
        plan: SearchPlan,
        train: Rc<Dataset>,
        validation: Rc<Dataset>,
        rng: Rng,
    ) -> Self {
        Self {
            plan,
            train,
            validation,
            rng,
            trials: Vec::new(),
            session: None,
        }
    }

    /// The trials so far; the last may be under way.
    pub fn trials(&self) -> &[Trial] {
        &self.trials
    }

    /// How many of them are finished.
    pub fn n_done(&self) -> usize {
        self.trials.len() - usize::from(self.session.is_some())
    }

    /// What it tries.
    pub const fn plan(&self) -> &SearchPlan {
        &self.plan
    }

    /// Pictures to train on, and those of the validation data.
    pub fn n_pictures(&self) -> (usize, usize) {
        (self.train.len(), self.validation.len())
    }

    /// The trials from the best to the worst.
    pub fn ranked(&self) -> Vec<&Trial> {
        let mut ranked: Vec<&Trial> = self.trials.iter().collect();
        ranked.sort_by(|a, b| b.accuracy().total_cmp(&a.accuracy()));
        ranked
    }

    /// Does one small piece. Gives whether there is more to do.
    pub fn work(&mut self) -> bool {
        if self.session.is_none() {
            if self.trials.len() == self.plan.n_trials {
                return false;
            }
            self.begin();
        }
        let Some(session) = &mut self.session else {
            return false;
        };
        let n_before = session.lanes()[0].1.scores.len();
        let has_more = session.work();
        let scores = &session.lanes()[0].1.scores[n_before..];
        if let Some(trial) = self.trials.last_mut() {
            trial.record.scores.extend_from_slice(scores);
            trial.record.diverged = session.lanes()[0].1.diverged;
        }
        if !has_more {
            self.session = None;
        }
        has_more || self.trials.len() < self.plan.n_trials
    }

    /// Works to the end.
    pub fn finish(&mut self) {
        while self.work() {}
    }

    fn begin(&mut self) {
        // The book draws the weight decay first.
        let (sampling, rng) = (self.plan.sampling, &mut self.rng);
        let weight_decay = self.plan.weight_decay.draw_by(sampling, rng);
        let learning_rate = self.plan.learning_rate.draw_by(sampling, rng);
        let architecture = Architecture {
            weight_decay,
            ..self.plan.architecture.clone()
        };
        let network = Network::new(architecture, self.plan.init, &mut self.rng);
        let rule = Hyperparameters::new(Rule::Sgd).with(Key::Lr, learning_rate);
        let rngs = [self.rng.bits(), self.rng.bits()].map(Rng::new);
        let [for_dropout, for_batches] = rngs;
        self.session = Some(Session::new(
            self.plan.training,
            Rc::clone(&self.train),
            Rc::clone(&self.validation),
            vec![Trainer::new(network, &rule, for_dropout)],
            for_batches,
        ));
        self.trials.push(Trial {
            learning_rate,
            weight_decay,
            record: Record::default(),
        });
    }
}
