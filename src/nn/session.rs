//! Several networks that train side by side on the same mini-batches.

use std::rc::Rc;

use super::{Batch, Batches, Choice, Dataset, Evaluation, Evaluator, Trainer};
use crate::math::{Real, Rng};

/// Pixels that one piece of an evaluation looks at: a few milliseconds of work, 250 of the
/// digits.
const PIECE: usize = 250 * 64;

/// Which loss a curve shows for an iteration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LossCurve {
    /// Of the same batch after the update, as in the test: the book's. It costs another pass.
    #[default]
    AfterUpdate,
    /// Of the batch before the update, as in training: it comes with the gradient.
    BeforeUpdate,
    /// None.
    Off,
}

/// How a session goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    /// Rows of a mini-batch.
    pub batch_size: usize,
    /// How they are chosen.
    pub choice: Choice,
    /// Iterations until the end.
    pub n_iterations: u64,
    /// Which loss is recorded.
    pub loss: LossCurve,
    /// When the accuracy is measured.
    pub evaluation: Evaluation,
}

/// What has been measured of one network.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// The loss of each iteration.
    pub losses: Vec<f64>,
    /// The accuracies, in the order of the iterations.
    pub scores: Vec<Scores>,
    /// The loss of each mini-batch before the update, which comes with the gradient; empty
    /// unless guesses are [kept](Session::keep_guesses).
    pub losses_before: Vec<f64>,
    /// The names that the network gave to the pictures of each mini-batch in its last pass
    /// of the iteration, one batch after the other; empty unless they are
    /// [kept](Session::keep_guesses).
    pub guesses: Vec<u8>,
    /// The names that it gave to the test data at each measurement, likewise.
    pub test_guesses: Vec<Vec<u8>>,
    /// The iteration in which the network diverged, see `Record::note`; 0 where its initial
    /// weights already give no loss.
    pub diverged: Option<u64>,
}

impl Record {
    /// Notes an iteration. A network has diverged once the update has left a weight or a bias that
    /// is no finite number, or once its loss is none: from there on it names nothing.
    fn note(&mut self, iteration: u64, before: f64, after: Option<f64>, is_finite: bool) {
        if self.diverged.is_some() {
            return;
        }
        if !before.is_finite() {
            self.diverged = Some(iteration - 1);
        } else if !is_finite || after.is_some_and(|loss| !loss.is_finite()) {
            self.diverged = Some(iteration);
        }
    }

    /// The losses up to the iteration in which the network diverged.
    pub fn finite_losses(&self) -> &[f64] {
        let n = self.losses.iter().take_while(|loss| loss.is_finite());
        &self.losses[..n.count()]
    }
}

/// Accuracies from 0 to 1 after some iteration.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scores {
    /// Iterations done.
    pub iteration: u64,
    /// On the training data.
    pub train: f64,
    /// On the test data, or on the validation data of a search.
    pub test: f64,
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Next {
    Iterate { lane_idx: usize },
    ScoreTrain { lane_idx: usize },
    ScoreTest { lane_idx: usize, train: f64 },
    Nothing,
}

/// Several networks that train side by side, in pieces of work small enough for a page
/// that must stay fluent. However the work is cut, the numbers are the same.
pub struct Session<T> {
    plan: Plan,
    train: Rc<Dataset>,
    /// What the accuracy on the training data is measured on.
    scored: Rc<Dataset>,
    test: Rc<Dataset>,
    batches: Batches,
    batch: Batch<T>,
    rows: Vec<usize>,
    evaluator: Evaluator<T>,
    lanes: Vec<(Trainer<T>, Record)>,
    n_iterations: u64,
    next: Next,
    keeps_guesses: bool,
    drawn: Vec<u32>,
}

impl<T: Real> Session<T> {
    /// A session that has not begun. `rng` is for the mini-batches.
    ///
    /// # Panics
    /// Where there is no training data, or a batch size of 0.
    pub fn new(
        plan: Plan,
        train: Rc<Dataset>,
        test: Rc<Dataset>,
        trainers: Vec<Trainer<T>>,
        rng: Rng,
    ) -> Self {
        let is_done = plan.n_iterations == 0 || trainers.is_empty();
        Self {
            batches: Batches::new(train.len(), plan.batch_size, plan.choice, rng),
            batch: Batch::default(),
            rows: Vec::new(),
            evaluator: Evaluator::new(),
            lanes: trainers
                .into_iter()
                .map(|trainer| (trainer, Record::default()))
                .collect(),
            n_iterations: 0,
            next: if is_done {
                Next::Nothing
            } else {
                Next::Iterate { lane_idx: 0 }
            },
            plan,
            scored: Rc::clone(&train),
            train,
            test,
            keeps_guesses: false,
            drawn: Vec::new(),
        }
    }

    /// Keeps what every network says to every picture: a byte each, and four for the row;
    /// and the loss before each update.
    pub fn keep_guesses(mut self) -> Self {
        self.keeps_guesses = true;
        self
    }

    /// Measures the accuracy on the training data on `n` pictures of it, where all of them
    /// would take too long.
    pub fn scored_on_some(mut self, n: usize, rng: &mut Rng) -> Self {
        self.scored = Rc::new(self.train.sample(n, rng));
        self
    }

    /// Does one piece: an iteration of one network, or a part of a measurement. Gives
    /// whether there is more to do.
    pub fn work(&mut self) -> bool {
        let piece = (PIECE / self.train.features().max(1)).clamp(32, 250);
        self.next = match self.next {
            Next::Iterate { lane_idx } => self.iterate(lane_idx),
            Next::ScoreTrain { lane_idx } => {
                let (trainer, _) = &mut self.lanes[lane_idx];
                match self
                    .evaluator
                    .work(trainer.network_mut(), &self.scored, piece)
                {
                    Some((train, _)) => Next::ScoreTest { lane_idx, train },
                    None => self.next,
                }
            }
            Next::ScoreTest { lane_idx, train } => {
                let (trainer, record) = &mut self.lanes[lane_idx];
                match self
                    .evaluator
                    .work(trainer.network_mut(), &self.test, piece)
                {
                    Some((test, guesses)) => {
                        if self.keeps_guesses {
                            record.test_guesses.push(guesses);
                        }
                        record.scores.push(Scores {
                            iteration: self.n_iterations,
                            train,
                            test,
                        });
                        if lane_idx + 1 < self.lanes.len() {
                            Next::ScoreTrain {
                                lane_idx: lane_idx + 1,
                            }
                        } else {
                            self.next_iteration()
                        }
                    }
                    None => self.next,
                }
            }
            Next::Nothing => Next::Nothing,
        };
        self.next != Next::Nothing
    }

    /// Works to the end.
    pub fn finish(&mut self) {
        while self.work() {}
    }

    /// Iterations that every network has done.
    pub const fn n_iterations(&self) -> u64 {
        self.n_iterations
    }

    /// Whether it stands between two iterations, with every measurement done.
    pub fn is_at_rest(&self) -> bool {
        matches!(self.next, Next::Iterate { lane_idx: 0 } | Next::Nothing)
    }

    /// Whether it measures after an iteration that all networks have done.
    pub fn is_measuring(&self) -> bool {
        matches!(self.next, Next::ScoreTrain { .. } | Next::ScoreTest { .. })
    }

    /// How it goes.
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The rows of the mini-batch of an iteration, counted from 1; empty where they are not
    /// kept or it has not come yet.
    pub fn rows_of(&self, iteration: usize) -> &[u32] {
        let size = self.plan.batch_size;
        let start = iteration.wrapping_sub(1).wrapping_mul(size);
        self.drawn
            .get(start..)
            .map_or(&[], |rest| &rest[..size.min(rest.len())])
    }

    /// The rows of the present mini-batch among the training data.
    pub fn rows(&self) -> &[usize] {
        &self.rows
    }

    /// The trainers and what has been measured of each.
    pub fn lanes(&self) -> &[(Trainer<T>, Record)] {
        &self.lanes
    }

    /// The training data.
    pub fn train(&self) -> &Dataset {
        &self.train
    }

    /// The test data.
    pub fn test(&self) -> &Dataset {
        &self.test
    }

    fn iterate(&mut self, lane_idx: usize) -> Next {
        if lane_idx == 0 {
            self.rows.clear();
            self.rows.extend_from_slice(self.batches.draw());
            self.train.gather(&self.rows, &mut self.batch);
            if self.keeps_guesses {
                self.drawn.extend(self.rows.iter().map(|&row| row as u32));
            }
        }
        let (trainer, record) = &mut self.lanes[lane_idx];
        let before = trainer.iterate(&self.batch);
        let after = match self.plan.loss {
            LossCurve::AfterUpdate => Some(trainer.loss(&self.batch)),
            LossCurve::BeforeUpdate | LossCurve::Off => None,
        };
        let iteration = self.n_iterations + 1;
        record.note(iteration, before, after, trainer.network().is_finite());
        match self.plan.loss {
            LossCurve::AfterUpdate => record.losses.extend(after),
            LossCurve::BeforeUpdate => record.losses.push(before),
            LossCurve::Off => {}
        }
        if self.keeps_guesses {
            record.losses_before.push(before);
            record.guesses.extend(trainer.network().guesses());
        }
        if lane_idx + 1 < self.lanes.len() {
            return Next::Iterate {
                lane_idx: lane_idx + 1,
            };
        }
        self.n_iterations += 1;
        let (n, size) = (self.train.len(), self.plan.batch_size);
        if self.plan.evaluation.is_due(self.n_iterations, n, size) {
            Next::ScoreTrain { lane_idx: 0 }
        } else {
            self.next_iteration()
        }
    }

    const fn next_iteration(&self) -> Next {
        if self.n_iterations < self.plan.n_iterations {
            Next::Iterate { lane_idx: 0 }
        } else {
            Next::Nothing
        }
    }
}
