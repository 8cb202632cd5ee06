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
const PLAN: Plan = Plan {
    batch_size: 100,
    choice: Choice::WithReplacement,
    n_iterations: 191,
    loss: LossCurve::Off,
    evaluation: Evaluation::Book,
};

/// Two networks of five hidden layers of 100 from the same weights of the standard
/// deviation `scale`: the first with batch normalization, the second without. The
/// accuracy is that on the training data itself, the first 1000 images of `train`.
///
/// *Source:* Saito, 6.3.2, `batch_norm_test.py`.
/// *Differs from* the book where there are fewer than 1000 images: then an epoch is no
/// ten iterations, and the measurements are taken every ten.
pub fn batch_norm<T: Real>(train: &Dataset, scale: f64, seed: u64) -> Session<T> {
    let data = Rc::new(train.subset(0..train.len().min(ROWS)));
    let plan = if data.len() == ROWS {
        PLAN
    } else {
        Plan {
            evaluation: Evaluation::Every(10),
            ..PLAN
        }
    };
    let lanes = [true, false].map(|batch_norm| Lane {
        architecture: Architecture {
            batch_norm,
            ..Architecture::new(train.features(), &[100; 5], train.classes())
        },
        init: Init::Fixed(scale),
        rule: Hyperparameters::new(Rule::Sgd),
    });
    // The scores are on the training data; a test of nothing takes no time.
    let nothing = Rc::new(train.subset([]));
    session(plan, data, nothing, lanes, seed)
}

/// All scales, one after the other.
pub struct BatchNormGrid<T> {
    train: Rc<Dataset>,
    seed: u64,
    session: Option<Session<T>>,
    records: Vec<[Record; 2]>,
}

impl<T: Real> BatchNormGrid<T> {
    /// A grid that has not begun.
    pub const fn new(train: Rc<Dataset>, seed: u64) -> Self {
        Self {
            train,
            seed,
            session: None,
            records: Vec::new(),
        }
    }

    /// The standard deviation of the initial weights in a cell, counted from 0.
    pub fn scale(cell_idx: usize) -> f64 {
        libm::pow(
            10.0,
            -4.0 * cell_idx as f64 / (BATCH_NORM_SCALES - 1) as f64,
        )
    }

    /// Does one small piece. Gives whether there is more to do.
    pub fn work(&mut self) -> bool {
        if self.records.len() == BATCH_NORM_SCALES {
            return false;
        }
        let scale = Self::scale(self.records.len());
        let session = self
            .session
            .get_or_insert_with(|| batch_norm(&self.train, scale, self.seed));
        if !session.work() {
            let record = |lane_idx: usize| session.lanes()[lane_idx].1.clone();
            self.records.push([record(0), record(1)]);
            self.session = None;
        }
        self.records.len() < BATCH_NORM_SCALES
    }

    /// The finished cells: with batch normalization, then without.
    pub fn records(&self) -> &[[Record; 2]] {
        &self.records
    }

    /// The cell under way.
    pub const fn session(&self) -> Option<&Session<T>> {
        self.session.as_ref()
    }
}
