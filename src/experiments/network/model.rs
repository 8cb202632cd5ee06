//! The experiments on networks: labs whose record grows while they work.
//!
//! As in the race, time is an index into the record. The shown step is a setting; the
//! record grows, a piece of work at a time, until it holds that step, and what is
//! recorded never changes. So a run that is paused, scrubbed and continued is the run
//! that was not. Of one link every reader gets the same numbers.

use super::{data as own, inits};
use crate::experiments::batch_norm::model as batch_norm;
use crate::experiments::regularization::model as regularization;
use crate::experiments::search::model as search;
use crate::experiments::training::model as training;
use crate::experiments::weight_init::model as weight_init;

/// What there is to be said about files of a reader's own.
pub mod files {
    pub use crate::nn::{
        Facts, FileProblem, MAX_BYTES, MAX_CLASSES, MAX_FEATURES, MIN_TRAIN, SetProblem,
    };
}

use std::fmt;
use std::rc::Rc;

use crate::experiments::network::scene::{Look, StudyScene};
use crate::experiments::network::settings::StudySettings;
use crate::experiments::search::settings::SearchSettings;
use crate::experiments::training::predictions::Kept;
use crate::lab::settings::frame::lane_control;
use crate::lab::settings::{LabName, Settings};
use crate::lab::{Experiment, Lab};
use crate::nn::experiment;
use crate::nn::{self, Broken, Dataset, Init, Record, Scores, Session, smooth_curve};
use crate::optim::Hyperparameters;

/// Iterations that pass where the playing speed says one step.
pub(crate) const PACE: f64 = 10.0;

/// An experiment under way.
pub(crate) trait Study {
    /// Steps of the whole record: iterations, or trials of a search.
    fn n_steps(&self) -> usize;

    /// Steps that are recorded.
    fn n_done(&self) -> usize;

    /// Grows with everything that is recorded: a picture of the same number is still true.
    fn n_pieces(&self) -> usize {
        self.n_done()
    }

    /// Takes what is looked at and decides no record.
    fn follow(&mut self, _: &Settings) {}

    /// Does one piece, a few milliseconds, of what is needed to show `wanted`. False where
    /// there is nothing left to do for that.
    fn work(&mut self, wanted: usize) -> bool;

    /// Iterations of the whole run and pictures of a mini-batch, as they are now.
    fn extent(&self) -> Extent;

    /// What is shown at a step that is recorded.
    fn scene(&self, shown: usize, settings: &Settings) -> StudyScene;

    /// Networks that can be asked what they said.
    fn kept(&self) -> Option<Kept<'_>> {
        None
    }
}

/// How much an experiment takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// Iterations of each network.
    pub n_iterations: usize,
    /// Pictures of a mini-batch.
    pub batch_size: usize,
    /// Pictures to train on.
    pub n_train: usize,
    /// How many of their labels are wrong on purpose.
    pub n_wrong: usize,
    /// Pictures to test on.
    pub n_test: usize,
}

/// Pictures to train and to test on.
#[derive(Clone, Debug)]
pub(crate) struct Data {
    pub(crate) train: Rc<Dataset>,
    pub(crate) test: Rc<Dataset>,
    /// Whether accuracies on the training data are measured on some of it, because there may be
    /// very much of it.
    pub(crate) is_sampled: bool,
}

impl Data {
    /// The session as it is to be measured.
    pub(crate) fn measured(&self, session: Session<f32>, seed: u64) -> Session<f32> {
        match self.is_sampled {
            true => experiment::sampled(session, seed),
            false => session,
        }
    }
}

/// What decides a record.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Plan {
    pub(crate) lab: LabName,
    pub(crate) study: StudySettings,
    pub(crate) search: SearchSettings,
    pub(crate) lanes: Vec<Hyperparameters>,
    pub(crate) seed: u64,
    /// Which data: each set has a number.
    pub(crate) data: u64,
}

/// The experiment of a lab, made when its data is there and made anew when what decides it
/// changes.
#[derive(Default)]
pub struct Studies {
    pub(crate) source: own::Source,
    pub(crate) now: Option<(Plan, Box<dyn Study>)>,
    /// The scene of the state after so many changes.
    pub(crate) shown: Option<(u64, Rc<StudyScene>)>,
}

impl Experiment for Studies {
    fn progress(&self, _: &Settings) -> Option<(usize, usize)> {
        let (_, study) = self.now.as_ref()?;
        Some((study.n_done(), study.n_steps()))
    }

    fn pace(&self, settings: &Settings) -> f64 {
        match settings.lab {
            LabName::Search => 1.0,
            _ => PACE,
        }
    }

    fn number(&self, settings: &Settings, setting: &str) -> Option<f64> {
        let (_, study) = self.now.as_ref()?;
        let extent = study.extent();
        let set = settings.network();
        let chosen = regularization::chosen(set);
        Some(match setting {
            "weight-decay" => chosen.regularizer.weight_decay,
            "dropout" => chosen.regularizer.dropout_ratio,
            "label-noise" => chosen.label_noise,
            "train-size" => extent.n_train as f64,
            "iterations" => extent.n_iterations as f64,
            "batch" => extent.batch_size as f64,
            "trials" => settings.search().n_trials() as f64,
            _ => return None,
        })
    }

    fn values(&self, lab: &Lab, row: usize) -> Option<Hyperparameters> {
        let row = lab.rows().get(row)?;
        Some(row.lane.network_hyperparameters(lab.settings().lab))
    }
}

impl fmt::Debug for Studies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plan = self.now.as_ref().map(|(plan, _)| plan);
        f.debug_struct("Studies").field("plan", &plan).finish()
    }
}

impl Studies {
    pub(crate) fn refresh(&mut self, settings: &Settings) {
        let Some(number) = self.source.number() else {
            return;
        };
        let mut plan = Plan {
            lab: settings.lab,
            study: settings.network().clone(),
            search: settings.search().clone(),
            lanes: settings.network_lanes(),
            seed: settings.seed,
            data: number,
        };
        match plan.lab {
            LabName::WeightInit | LabName::Regularization => plan.lanes.truncate(1),
            // Which scale is looked at changes none of them.
            LabName::BatchNorm => {
                plan.lanes.clear();
                plan.study.inits = None;
            }
            // More trials are more of the same record.
            LabName::Search => {
                plan.lanes.clear();
                (plan.search.trials, plan.search.trial) = (None, None);
            }
            _ => {}
        }
        if let Some((now, study)) = &mut self.now
            && *now == plan
        {
            study.follow(settings);
            return;
        }
        let Some(data) = &self.source.data(settings.seed) else {
            return;
        };
        let study: Box<dyn Study> = match plan.lab {
            LabName::Race => {
                (self.now, self.shown) = (None, None);
                return;
            }
            LabName::Training => Box::new(training::Training::new(&plan, data)),
            LabName::WeightInit => Box::new(weight_init::WeightInit::new(&plan, data)),
            LabName::BatchNorm => Box::new(batch_norm::BatchNorm::new(&plan, data)),
            LabName::Regularization => Box::new(regularization::Regularized::new(&plan, data)),
            LabName::Search => Box::new(search::RandomSearch::new(&plan, data)),
        };
        let mut study = study;
        study.follow(settings);
        self.now = Some((plan, study));
    }
}

impl Plan {
    /// The first of the initial weights that are set.
    pub(crate) fn init(&self) -> Option<Init> {
        self.study.inits.as_ref()?.first().copied()
    }
}

/// Iterations that every network of a session has done.
pub(crate) fn n_done(session: &Session<f32>) -> usize {
    // While measurements are pending the iteration is not yet one to show.
    let done = session.n_iterations() as usize;
    if session.is_at_rest() {
        done
    } else {
        done.saturating_sub(usize::from(session.is_measuring()))
    }
}

pub(crate) fn extent(session: &Session<f32>) -> Extent {
    let plan = session.plan();
    Extent {
        n_iterations: plan.n_iterations as usize,
        batch_size: plan.batch_size,
        n_train: session.train().len(),
        n_wrong: 0,
        n_test: session.test().len(),
    }
}

/// Does a piece of a session, unless it stands at the wanted iteration.
pub(crate) fn work(session: &mut Session<f32>, wanted: usize) -> bool {
    let is_there = session.is_at_rest() && session.n_iterations() as usize >= wanted;
    !is_there && session.work()
}

/// The losses of a record, smoothed as in the book, by iterations from 1.
pub(crate) fn smoothed(record: &Record) -> Vec<(usize, f64)> {
    let smooth = smooth_curve(&record.losses);
    let numbered = smooth.into_iter().enumerate();
    numbered.map(|(at, loss)| (at + 1, loss)).collect()
}

/// The last measurement at or before an iteration.
pub(crate) fn score_at(record: &Record, iteration: usize) -> Option<&Scores> {
    let scores = &record.scores;
    let n = scores.partition_point(|score| score.iteration as usize <= iteration);
    n.checked_sub(1).map(|last| &scores[last])
}

impl Settings {
    /// The rules that train networks, with the book's rates where none are set.
    pub fn network_lanes(&self) -> Vec<Hyperparameters> {
        let lanes = self.optimizers.iter();
        let lanes = lanes.map(|lane| lane.network_hyperparameters(self.lab));
        lanes.collect()
    }
}

impl Lab {
    /// The experiments on networks.
    pub(crate) fn studies(&self) -> Option<&Studies> {
        self.states.find()
    }

    /// The same, made to do what the settings ask for.
    pub(crate) fn refreshed_studies(&mut self) -> &mut Studies {
        let studies = self.states.of::<Studies>();
        studies.refresh(&self.settings);
        studies
    }

    /// Whether the experiment waits for pictures.
    pub fn wants_digits(&self) -> bool {
        let has_data = |studies: &Studies| studies.source.number().is_some();
        self.is_study() && !self.studies().is_some_and(has_data)
    }

    /// Gives it the handwritten digits, as [`nn::read_digits`] reads them. Every fifth is for the
    /// test.
    ///
    /// # Errors
    /// Where the bytes are others.
    pub fn give_digits(&mut self, bytes: &[u8]) -> Result<(), Broken> {
        let (train, test) = nn::read_digits(bytes)?.split_every(nn::TEST_EVERY);
        self.give_pictures(train, test);
        Ok(())
    }

    /// Gives it these pictures to train and to test on.
    pub fn give_pictures(&mut self, train: Dataset, test: Dataset) {
        self.states.of::<Studies>().source.give(train, test);
        self.count_change();
    }

    /// Does one piece of what is needed to show the wanted step. False where all is done.
    pub fn work_on_study(&mut self) -> bool {
        let wanted = self.wanted_step();
        let Some((_, study)) = &mut self.refreshed_studies().now else {
            return false;
        };
        let before = study.n_pieces();
        let has_more = study.work(wanted);
        if study.n_pieces() != before || !has_more {
            self.count_change();
        }
        has_more
    }

    /// Works until the wanted step can be shown.
    pub fn finish_study(&mut self) {
        while self.work_on_study() {}
    }

    /// What is shown of the experiment; `None` in the race, and while there is no data.
    pub fn study(&mut self) -> Option<Rc<StudyScene>> {
        let n_changes = self.n_changes();
        if let Some((n, scene)) = &self.refreshed_studies().shown
            && *n == n_changes
        {
            return Some(Rc::clone(scene));
        }
        let shown = self.step();
        let (_, study) = self.studies()?.now.as_ref()?;
        let mut scene = study.scene(shown, &self.settings);
        if self.settings.lab == LabName::Training {
            // The lanes are the rows that take part, in their order.
            let rows = self.rows.as_slice().iter().enumerate();
            let on = rows.filter(|(_, row)| row.is_on);
            for (lane, (row, _)) in scene.lanes.iter_mut().zip(on) {
                lane.control = lane_control(row);
            }
        }
        let scene = Rc::new(scene);
        self.states.of::<Studies>().shown = Some((n_changes, Rc::clone(&scene)));
        Some(scene)
    }

    /// Steps that are recorded and steps of the whole record; `None` in the race, and while
    /// there is no data.
    pub fn study_progress(&self) -> Option<(usize, usize)> {
        self.progress().filter(|_| self.is_study())
    }

    /// How much the experiment takes; `None` while there is no data.
    pub fn study_extent(&self) -> Option<Extent> {
        let (_, study) = self.studies()?.now.as_ref()?;
        Some(study.extent())
    }

    /// How the lane, or what a control stands for, looks.
    pub fn study_look(&self, control: &str) -> Option<Look> {
        if let Some(index) = control.strip_prefix("init.").and_then(|it| it.parse().ok()) {
            let offered = inits::offered(self.settings.network());
            return (index < offered.len()).then(|| inits::look(&offered, index));
        }
        let (_, scene) = self.studies()?.shown.as_ref()?;
        let mut lanes = scene.lanes.iter().filter(|lane| !lane.control.is_empty());
        let lane = lanes.find(|lane| lane.control == control);
        lane.map(|lane| lane.look)
    }

    fn wanted_step(&self) -> usize {
        self.settings.step.unwrap_or(usize::MAX)
    }
}
