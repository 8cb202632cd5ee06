//! What batch normalization does to the dependence on the initial weights (6.3.2).

use std::rc::Rc;

use super::{Lane, session};
use crate::math::Real;
use crate::nn::{
    Architecture, Choice, Dataset, Evaluation, Init, LossCurve, Plan, Record, Session,
};
use crate::optim::{Hyperparameters, Rule};

/// How many scales the book compares: from 1 down to 1e-4, evenly in the exponent.
pub const BATCH_NORM_SCALES: usize = 16;

/// Images that it trains on, the first ones.
const ROWS: usize = 1000;

/// The book's plan: 191 updates; the accuracy after 1, 11, 21 … 191.
pub const BATCH_NORM_PLAN: Plan = Plan {
    batch_size: 100,
    choice: Choice::WithReplacement,
    n_iterations: 191,
    loss: LossCurve::Off,
    evaluation: Evaluation::Book,
};

/// Two networks of five hidden layers of 100 from the same weights: the first with batch
/// normalization, the second without. The accuracy is that on the training data itself,
/// the first 1000 images of `train`.
///
/// *Source:* Saito, 6.3.2, `batch_norm_test.py`.
/// *Differs from* the book where an epoch is no whole number of iterations, as with fewer
/// than 1000 images: then the measurements are taken every ten.
pub fn batch_norm<T: Real>(plan: Plan, train: &Dataset, init: Init, seed: u64) -> Session<T> {
    let data = train.subset(0..train.len().min(ROWS));
    pair(plan, Rc::new(data), init, seed)
}

fn pair<T: Real>(plan: Plan, data: Rc<Dataset>, init: Init, seed: u64) -> Session<T> {
    let plan = if data.len() >= plan.batch_size && data.len().is_multiple_of(plan.batch_size) {
        plan
    } else {
        Plan {
            evaluation: Evaluation::Every(10),
            ..plan
        }
    };
    let lanes = [true, false].map(|batch_norm| Lane {
        architecture: Architecture {
            batch_norm,
            ..Architecture::new(data.features(), &[100; 5], data.classes())
        },
        init,
        rule: Hyperparameters::new(Rule::Sgd),
    });
    // The scores are on the training data; a test of nothing takes no time.
    let nothing = Rc::new(data.subset([]));
    session(plan, data, nothing, lanes, seed)
}

/// Pairs of networks from weights of several scales, each worked off as far as is asked.
pub struct BatchNormGrid<T> {
    plan: Plan,
    train: Rc<Dataset>,
    seed: u64,
    cells: Vec<BatchNormCell<T>>,
}

/// The pair of one scale.
pub struct BatchNormCell<T> {
    init: Init,
    /// Until it is finished: then the networks go and the records stay.
    session: Option<Session<T>>,
    records: [Record; 2],
    n_iterations: usize,
}

impl<T: Real> BatchNormGrid<T> {
    /// A grid without any cell yet.
    pub fn new(plan: Plan, train: &Dataset, seed: u64) -> Self {
        Self {
            plan,
            train: Rc::new(train.subset(0..train.len().min(ROWS))),
            seed,
            cells: Vec::new(),
        }
    }

    /// The book's standard deviation of the initial weights in a cell, counted from 0.
    pub fn scale(cell_idx: usize) -> f64 {
        libm::pow(
            10.0,
            -4.0 * cell_idx as f64 / (BATCH_NORM_SCALES - 1) as f64,
        )
    }

    /// Does one small piece of the pair from these initial weights. False where it stands at
    /// the wanted iteration or behind it, with every measurement done.
    pub fn work(&mut self, init: Init, wanted: usize) -> bool {
        let Self { cells, train, .. } = self;
        let at = cells.iter().position(|cell| cell.init == init);
        let at = at.unwrap_or_else(|| {
            let session = pair(self.plan, Rc::clone(train), init, self.seed);
            cells.push(BatchNormCell {
                init,
                session: Some(session),
                records: Default::default(),
                n_iterations: 0,
            });
            cells.len() - 1
        });
        cells[at].work(wanted)
    }

    /// The pair from these initial weights, once it has begun.
    pub fn cell(&self, init: Init) -> Option<&BatchNormCell<T>> {
        self.cells.iter().find(|cell| cell.init == init)
    }

    /// How it goes.
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What it trains on.
    pub fn train(&self) -> &Dataset {
        &self.train
    }
}

impl<T: Real> BatchNormCell<T> {
    fn work(&mut self, wanted: usize) -> bool {
        let Some(session) = &mut self.session else {
            return false;
        };
        if session.is_at_rest() && session.n_iterations() as usize >= wanted {
            return false;
        }
        let has_more = session.work();
        let n_done = session.n_iterations() as usize;
        self.n_iterations = n_done - usize::from(session.is_measuring());
        if !has_more {
            self.records = [0, 1].map(|lane_idx: usize| session.lanes()[lane_idx].1.clone());
            self.session = None;
        }
        has_more
    }

    /// What was measured with batch normalization, and without.
    pub fn records(&self) -> [&Record; 2] {
        match &self.session {
            Some(session) => [0, 1].map(|lane_idx: usize| &session.lanes()[lane_idx].1),
            None => self.records.each_ref(),
        }
    }

    /// Iterations that both networks have done and been measured after.
    pub const fn n_iterations(&self) -> usize {
        self.n_iterations
    }
}
