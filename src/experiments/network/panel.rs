//! What the two panels of an experiment on networks show, as plain data.

use super::scene::{Activation, Histogram, Look, LossScale, Name, SpreadProblem};
use crate::experiments::search::trials::Trials;
use crate::math::numeral;
use std::rc::Rc;

/// What a panel shows.
#[derive(Clone, Debug)]
pub enum Picture {
    /// Curves over the steps.
    Curves(Curves),
    /// How activations spread.
    Histograms(Histograms),
    /// Small curves, one picture for each scale of the initial weights.
    Grid(Grid),
    /// Trials of a search by their learning rates and weight decays.
    Trials(Rc<Trials>),
    /// The curves of the best of them.
    Ranking(Rc<Trials>),
}

/// Histograms of the activations, a row for each of the initial weights.
#[derive(Clone, Debug)]
pub struct Histograms {
    /// The activation function.
    pub activation: Activation,
    /// The rows.
    pub rows: Vec<HistogramRow>,
}

/// The histograms of one kind of initial weights.
#[derive(Clone, Debug)]
pub struct HistogramRow {
    /// What it is called.
    pub name: Name,
    /// How it looks.
    pub look: Look,
    /// Layer by layer, as far as they are computed.
    pub layers: Vec<Histogram>,
    /// What is wrong with them.
    pub problem: Option<SpreadProblem>,
}

/// A grid of small pictures.
#[derive(Clone, Debug)]
pub struct Grid {
    /// Row by row.
    pub cells: Vec<Cell>,
    /// The initial weights that are looked at, which need not be those of a cell.
    pub chosen: Name,
}

/// One of the small pictures.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The initial weights.
    pub name: Name,
    /// Its name in links.
    pub value: String,
    /// Accuracies by iteration, as far as they are computed.
    pub curves: Vec<Curve>,
}

/// Curves over the steps, growing with the record.
#[derive(Clone, Debug)]
pub struct Curves {
    /// What the height is.
    pub measure: Measure,
    /// The scale of the axis; accuracies have a linear one.
    pub scale: LossScale,
    /// What all of them are about.
    pub about: About,
    /// The curves.
    pub curves: Vec<Curve>,
}

/// What the curves of a panel have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// No more than what is measured.
    Networks,
    /// The network of this place among the lanes: its training accuracy, its test accuracy and the
    /// gap between them.
    Lane(usize),
    /// This activation function, where that of the other panel may be another one.
    With(Activation),
}

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// The loss of the mini-batches, smoothed as in the book.
    Loss,
    /// The accuracy on the training data, 0 to 1.
    TrainAccuracy,
    /// The accuracy on the test data, 0 to 1.
    TestAccuracy,
    /// Both of these; the names say which.
    Accuracy,
    /// A difference of accuracies, −1 to 1.
    Difference,
}

/// One curve.
#[derive(Clone, Debug)]
pub struct Curve {
    /// What it is called.
    pub name: Name,
    /// How it looks.
    pub look: Look,
    /// Step and value, by rising steps; all that is recorded.
    pub points: Vec<(usize, f64)>,
    /// The step in which its network diverged: it ends there, and may have no point at all.
    pub diverged: Option<usize>,
}

/// Writes which of these networks have diverged, and when.
pub(super) fn write_diverged(text: &mut String, curves: &[Curve], at: &str) {
    for curve in curves {
        if let Some(step) = curve.diverged {
            let name = curve.name.english();
            text.push_str(&format!("diverged,{name}{at},{step},\n"));
        }
    }
}

impl Curve {
    pub(super) fn write(&self, text: &mut String, measure: &str, at: &str) {
        let name = self.name.english();
        for &(step, value) in &self.points {
            // What is not finite is left empty.
            let value = match value.is_finite() {
                true => numeral::shortest(value),
                false => String::new(),
            };
            text.push_str(&format!("{measure},{name}{at},{step},{value}\n"));
        }
    }
}

impl HistogramRow {
    /// Mean and deviation of each layer, and how many activations each bar holds.
    pub(super) fn write(&self, text: &mut String) {
        let name = self.name.english();
        for (layer, histogram) in self.layers.iter().enumerate() {
            let mut line = |what: &str, value: f64| {
                let (layer, value) = (layer + 1, numeral::shortest(value));
                text.push_str(&format!("layer {layer} {what},{name},,{value}\n"));
            };
            line("mean", histogram.mean);
            line("standard deviation", histogram.deviation);
            line("below the bars", f64::from(histogram.n_below));
            for (bar, &count) in histogram.counts.iter().enumerate() {
                line(&format!("bar {}", bar + 1), f64::from(count));
            }
            line("above the bars", f64::from(histogram.n_above));
        }
    }
}

impl Measure {
    /// The name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Loss => "loss",
            Self::TrainAccuracy => "training accuracy",
            Self::TestAccuracy => "test accuracy",
            Self::Accuracy => "accuracy",
            Self::Difference => "difference of accuracies",
        }
    }
}

impl Curves {
    /// The place among the lanes of the one network that they are about.
    pub fn lane(&self) -> Option<usize> {
        match self.about {
            About::Lane(lane) => Some(lane),
            _ => None,
        }
    }
}

impl Curve {
    /// The step in which its network diverged, where that is not after this one.
    pub fn diverged_by(&self, step: usize) -> Option<usize> {
        self.diverged.filter(|&at| at <= step)
    }

    /// How many of its points lie at or before a step.
    pub fn n_until(&self, step: usize) -> usize {
        self.points.partition_point(|&(at, _)| at <= step)
    }
}
