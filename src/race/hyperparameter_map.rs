//! What becomes of a run for every pair of a learning rate and a second number.
//!
//! Each cell is a run of its own, made by the very functions that make the recorded one,
//! so that a cell says what the race says once its numbers are loaded.

use super::classifier::OutcomeClassifier;
use super::trajectory::Run;
use super::{Conditions, Outcome};
use crate::math::{Point, ProgressiveGrid};
use crate::optim::{Hyperparameters, Key, Powers};
use crate::surface::Surface;

/// What a chart is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The rule, with the values that do not vary.
    pub lane: Hyperparameters,
    /// Where all runs start.
    pub start: Point,
    /// How many updates each makes.
    pub steps: usize,
    /// What else decides a run.
    pub conditions: Conditions,
    /// The learning rates, a column each.
    pub rates: Vec<f64>,
    /// What the rows are.
    pub rows: Rows,
}

/// What varies from row to row.
#[derive(Clone, Debug, PartialEq)]
pub enum Rows {
    /// A second hyperparameter of the rule.
    Key(Key, Vec<f64>),
    /// The step at which the run is looked at: for rules with a single number.
    Steps(Vec<usize>),
}

/// How a run of the chart stands, at its end or at the step of its row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// The loss there: the last finite one where the run overflowed before; NaN where
    /// the start itself has no finite loss.
    pub loss: f64,
    /// How it ended, if by then it had.
    pub outcome: Outcome,
}

/// The cells, as far as they are computed.
#[derive(Clone, Debug)]
pub struct HyperparameterMap {
    plan: Plan,
    cells: ProgressiveGrid<Cell>,
    /// Those of the row that was computed last: to raise its two decays anew for each
    /// step of each run would take Adam longer than everything else.
    powers: Option<Powers>,
}

impl Rows {
    /// How many rows.
    pub fn len(&self) -> usize {
        match self {
            Self::Key(_, values) => values.len(),
            Self::Steps(steps) => steps.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Plan {
    /// The hyperparameters of a cell.
    pub fn lane(&self, column: usize, row: usize) -> Hyperparameters {
        let lane = self.lane.with(Key::Lr, self.rates[column]);
        match &self.rows {
            Rows::Key(key, values) => lane.with(*key, values[row]),
            Rows::Steps(_) => lane,
        }
    }
}

impl HyperparameterMap {
    /// A chart of which nothing is computed yet.
    pub fn new(plan: Plan) -> Self {
        let cells = ProgressiveGrid::new(plan.rates.len(), plan.rows.len());
        Self {
            plan,
            cells,
            powers: None,
        }
    }

    /// What it is about.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What is computed so far.
    pub fn cells(&self) -> &ProgressiveGrid<Cell> {
        &self.cells
    }

    /// Whether all is computed.
    pub fn is_complete(&self) -> bool {
        self.cells.is_complete()
    }

    /// Computes on, coarse before fine, until about so many updates are made; a run is
    /// never cut in two. Returns whether there is more to do.
    pub fn work(&mut self, surface: &dyn Surface, updates: usize) -> bool {
        let mut left = updates as isize;
        while left > 0 {
            let Some((column, row)) = self.cells.wanted() else {
                return false;
            };
            left -= self.compute(surface, column, row) as isize + 1;
        }
        true
    }

    /// Fills a cell, or the whole column where its rows are steps of one run. Returns how
    /// many updates that took.
    fn compute(&mut self, surface: &dyn Surface, column: usize, row: usize) -> usize {
        let lane = self.plan.lane(column, row);
        let mut optimizer = lane.optimizer_with(&mut self.powers, self.plan.steps);
        let Self { plan, cells, .. } = self;
        let run = Run {
            surface,
            start: plan.start,
            lane,
            n_steps: plan.steps,
            conditions: plan.conditions,
        };
        let mut classifier = OutcomeClassifier::new(&run);
        let failure = run.for_each_step(&mut *optimizer, |entry, _| {
            classifier.see(entry);
            true
        });
        let end = classifier.outcome(failure);
        let entries = classifier.entries();
        let loss_at = |step: usize| {
            let entry = entries.get(step).or(entries.last());
            entry.map_or(f64::NAN, |entry| entry.loss)
        };
        match &plan.rows {
            Rows::Key(..) => {
                let loss = loss_at(plan.steps);
                let outcome = end;
                cells.put(column, row, Cell { loss, outcome });
            }
            Rows::Steps(steps) => {
                for (row, &step) in steps.iter().enumerate() {
                    let loss = loss_at(step);
                    let outcome = if step < end.step {
                        Outcome {
                            step,
                            ..Outcome::default()
                        }
                    } else {
                        end
                    };
                    cells.put(column, row, Cell { loss, outcome });
                }
            }
        }
        entries.len()
    }
}
