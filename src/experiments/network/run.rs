//! A record of an experiment on networks while it grows, and the data that it is made from.

use crate::experiments::network::scene::NetworkScene;
use crate::experiments::network::settings::NetworkSettings;
use crate::experiments::search::settings::SearchSettings;
use crate::lab::settings::Settings;
use crate::nn::experiment;
use crate::nn::{Dataset, Init, Record, Scores, Session, smooth_curve};
use crate::optim::Hyperparameters;
use std::rc::Rc;

/// An experiment under way.
pub trait NetworkRun {
    /// Steps of the whole record: iterations, or trials of a search.
    fn n_steps(&self) -> usize;

    /// Steps that are recorded.
    fn n_done(&self) -> usize;

    /// Grows with everything that is recorded: a picture of the same number is still true.
    fn n_pieces(&self) -> usize {
        self.n_done()
    }

    /// Takes what is looked at and decides no record.
    fn select(&mut self, _: &Settings) {}

    /// Does one piece, a few milliseconds, of what is needed to show `wanted`. False where
    /// there is nothing left to do for that.
    fn work(&mut self, wanted: usize) -> bool;

    /// Iterations of the whole run and pictures of a mini-batch, as they are now.
    fn extent(&self) -> Extent;

    /// What is shown at a step that is recorded.
    fn scene(&self, shown: usize, settings: &Settings) -> NetworkScene;

    /// Whether the rules of the lane list train side by side.
    fn compares_rules(&self) -> bool {
        false
    }

    /// Networks that can be asked what they said.
    fn kept(&self) -> Option<Kept<'_>> {
        None
    }
}

/// What an experiment keeps of its networks for those who ask what they said.
pub struct Kept<'a> {
    pub(crate) session: &'a Session<f32>,
    pub(crate) rules: &'a [Hyperparameters],
    pub(crate) init: Init,
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
pub struct Data {
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
pub struct Plan {
    /// The name of the experiment.
    pub(crate) experiment: &'static str,
    pub(crate) network: NetworkSettings,
    pub(crate) search: SearchSettings,
    pub(crate) lanes: Vec<Hyperparameters>,
    pub(crate) seed: u64,
    /// Which data: each set has a number.
    pub(crate) data: u64,
}

impl Plan {
    /// The first of the initial weights that are set.
    pub(crate) fn init(&self) -> Option<Init> {
        self.network.inits.as_ref()?.first().copied()
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
    let smooth = smooth_curve(record.finite_losses());
    let numbered = smooth.into_iter().enumerate();
    numbered.map(|(at, loss)| (at + 1, loss)).collect()
}

/// The last measurement at or before an iteration; `None` once the network has diverged.
pub(crate) fn score_at(record: &Record, iteration: usize) -> Option<&Scores> {
    if diverged_by(record, iteration).is_some() {
        return None;
    }
    let scores = &record.scores;
    let n = scores.partition_point(|score| score.iteration as usize <= iteration);
    n.checked_sub(1).map(|last| &scores[last])
}

/// The measurements of a network for as long as it has finite weights: what it names after that
/// means nothing.
pub(crate) fn measured(record: &Record) -> &[Scores] {
    let Some(end) = record.diverged else {
        return &record.scores;
    };
    let n = record.scores.partition_point(|score| score.iteration < end);
    &record.scores[..n]
}

/// The iteration in which a network diverged, where it has by the shown one.
pub(crate) fn diverged_by(record: &Record, shown: usize) -> Option<usize> {
    diverged(record).filter(|&iteration| iteration <= shown)
}

/// The iteration in which a network diverged.
pub(crate) fn diverged(record: &Record) -> Option<usize> {
    record.diverged.map(|iteration| iteration as usize)
}
