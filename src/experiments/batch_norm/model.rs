//! What batch normalization makes of the scale of the initial weights (6.3.2).

use crate::experiments::network::controls::{names, offering};
use crate::experiments::network::inits;
use crate::experiments::network::model::NetworkExperiment;
use crate::experiments::network::run::{self, Data, Extent, NetworkRun, Plan};
use crate::experiments::network::scene::{
    About, Cell, Curve, Curves, Grid, Look, Measure, More, Name, NetworkLane, NetworkScene,
    Picture, Wins,
};
use crate::experiments::network::settings::{NetworkSettings, init_text};
use crate::lab::Lab;
use crate::lab::settings::{LossScale, Settings};
use crate::nn::experiment::{BATCH_NORM_PLAN, BATCH_NORM_SCALES, BatchNormGrid};
use crate::nn::{Init, Record};

/// The scales of initial weights, with batch normalization and without.
pub struct BatchNormExperiment;

impl BatchNormExperiment {
    /// Its name in the attribute `lab`.
    pub const NAME: &str = "batch-norm";
}

impl NetworkExperiment for BatchNormExperiment {
    fn name(&self) -> &'static str {
        Self::NAME
    }

    /// Its rule is the book's, and which scale is looked at changes none of them.
    fn simplify(&self, plan: &mut Plan) {
        plan.lanes.clear();
        plan.network.inits = None;
    }

    fn begin(&self, plan: &Plan, data: &Data) -> Box<dyn NetworkRun> {
        Box::new(BatchNorm::new(plan, data))
    }

    /// Accuracies are those on the pictures that it trains on.
    fn tests(&self) -> bool {
        false
    }

    fn controls(&self, _: &Lab) -> Vec<String> {
        names(&["init"], &["speed"])
    }

    fn choice(&self, settings: &Settings, setting: &str) -> Option<(String, Vec<String>)> {
        let chosen = || chosen_text(settings.network());
        let scales = (0..BATCH_NORM_SCALES).map(inits::scale_text);
        (setting == "init").then(|| offering(chosen(), scales.collect()))
    }
}

/// Pairs of networks with and without batch normalization: that of the chosen scale
/// first, then those of the others.
pub(crate) struct BatchNorm {
    grid: BatchNormGrid<f32>,
    chosen: Init,
}

/// Names and looks of a pair: an unbroken line with batch normalization, a dashed one without.
const PAIR: [(Name, Look); 2] = [
    (
        Name::BatchNorm(true),
        Look {
            color: 0,
            variant: 0,
        },
    ),
    (
        Name::BatchNorm(false),
        Look {
            color: 1,
            variant: 0,
        },
    ),
];

impl BatchNorm {
    pub(crate) fn new(plan: &Plan, data: &Data) -> Self {
        let set = &plan.network;
        let training = crate::nn::Plan {
            batch_size: set.batch.unwrap_or(BATCH_NORM_PLAN.batch_size),
            n_iterations: set
                .iterations
                .map_or(BATCH_NORM_PLAN.n_iterations, |n| n as u64),
            ..BATCH_NORM_PLAN
        };
        Self {
            grid: BatchNormGrid::new(training, &data.train, plan.seed),
            chosen: inits::chosen(set),
        }
    }

    fn records(&self, init: Init) -> Option<[&Record; 2]> {
        Some(self.grid.cell(init)?.records())
    }

    /// The accuracies of both at a step, where both have come there and been measured; of one that
    /// has diverged the iteration in which it did.
    fn scores(&self, init: Init, shown: usize) -> Option<[Result<f64, usize>; 2]> {
        let cell = self.grid.cell(init)?;
        if cell.n_iterations() < shown {
            return None;
        }
        let [with, without] = cell.records();
        let score = |record| match run::diverged_by(record, shown) {
            Some(iteration) => Some(Err(iteration)),
            None => Some(Ok(run::score_at(record, shown)?.train)),
        };
        Some([score(with)?, score(without)?])
    }

    fn curves(&self, init: Init) -> Vec<Curve> {
        let records = self.records(init).into_iter().flatten();
        let curves = PAIR.into_iter().zip(records);
        let points = |record: &Record| {
            let scores = run::measured(record).iter();
            let points = scores.map(|score| (score.iteration as usize, score.train));
            points.collect()
        };
        curves
            .map(|((name, look), record)| Curve {
                name,
                look,
                points: points(record),
                diverged: run::diverged(record),
            })
            .collect()
    }
}

impl NetworkRun for BatchNorm {
    fn n_steps(&self) -> usize {
        self.grid.plan().n_iterations as usize
    }

    fn n_done(&self) -> usize {
        let cell = self.grid.cell(self.chosen);
        cell.map_or(0, |cell| cell.n_iterations())
    }

    fn n_pieces(&self) -> usize {
        let cells = inits::scales().into_iter().chain([self.chosen]);
        let cells = cells.filter_map(|init| self.grid.cell(init));
        cells.map(|cell| cell.n_iterations()).sum()
    }

    fn work(&mut self, wanted: usize) -> bool {
        let scales = inits::scales().into_iter();
        // A cell that has just been finished does nothing more, but the next one may.
        let mut next = std::iter::once(self.chosen).chain(scales);
        next.any(|init| self.grid.work(init, wanted))
    }

    fn extent(&self) -> Extent {
        let plan = self.grid.plan();
        Extent {
            n_iterations: plan.n_iterations as usize,
            batch_size: plan.batch_size,
            n_train: self.grid.train().len(),
            n_wrong: 0,
            n_test: 0,
        }
    }

    fn select(&mut self, settings: &Settings) {
        self.chosen = inits::chosen(settings.network());
    }

    fn scene(&self, shown: usize, _: &Settings) -> NetworkScene {
        let pairs = inits::scales().map(|init| self.scores(init, shown));
        let pairs: Vec<[Result<f64, usize>; 2]> = pairs.into_iter().flatten().collect();
        let here = self.scores(self.chosen, shown);
        let lanes = PAIR.into_iter().enumerate();
        let lanes = lanes.map(|(index, (name, look))| {
            // One that has diverged names nothing, whatever the other one does.
            let is_higher = |pair: &[Result<f64, usize>; 2]| match (pair[index], pair[1 - index]) {
                (Ok(own), Ok(other)) => own > other,
                (own, _) => own.is_ok(),
            };
            let own = here.map(|pair| pair[index]);
            NetworkLane {
                name,
                look,
                control: ["with", "without"][index].to_owned(),
                diverged: own.and_then(Result::err),
                loss: None,
                train: own.and_then(Result::ok),
                test: None,
                more: More::Wins(Wins {
                    is_here: here.as_ref().is_some_and(is_higher),
                    n: pairs.iter().filter(|pair| is_higher(pair)).count(),
                    n_of: pairs.len(),
                    n_diverged: pairs.iter().filter(|pair| pair[index].is_err()).count(),
                }),
            }
        });
        let cells = inits::scales().into_iter().enumerate();
        let cells = cells.map(|(cell_idx, init)| Cell {
            name: inits::name(init),
            value: inits::scale_text(cell_idx),
            curves: self.curves(init),
        });
        NetworkScene {
            digits: None,
            previous: None,
            n_steps: self.n_steps(),
            n_done: self.n_done(),
            shown,
            lanes: lanes.collect(),
            first: Picture::Curves(Curves {
                measure: Measure::TrainAccuracy,
                scale: LossScale::Linear,
                about: About::Networks,
                curves: self.curves(self.chosen),
            }),
            second: Picture::Grid(Grid {
                cells: cells.collect(),
                chosen: inits::name(self.chosen),
            }),
        }
    }
}

/// The chosen initial weights as the control and links write them.
fn chosen_text(set: &NetworkSettings) -> String {
    let chosen = inits::chosen(set);
    let cell = inits::scales().into_iter().position(|init| init == chosen);
    cell.map_or_else(|| init_text(chosen), inits::scale_text)
}
