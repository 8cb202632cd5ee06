//! What pictures and words of the experiments on networks are made from, as plain data.

pub use crate::lab::settings::{LabName, LossScale};
use crate::math::numeral;

/// One state of an experiment.
#[derive(Clone, Debug)]
pub struct StudyScene {
    /// Which experiment.
    pub lab: LabName,
    /// Steps of the whole record.
    pub n_steps: usize,
    /// Steps that are recorded so far.
    pub n_done: usize,
    /// The step that is shown.
    pub shown: usize,
    /// The picture of the left panel, or of the upper one.
    pub first: Picture,
    /// The picture of the other panel.
    pub second: Picture,
    /// What is compared, in the order of the interface.
    pub lanes: Vec<StudyLane>,
}

/// One network, or one kind of networks, at the shown step.
#[derive(Clone, Debug)]
pub struct StudyLane {
    /// What it is called.
    pub name: Name,
    /// How it looks.
    pub look: Look,
    /// The control that has its swatch; empty where there is none.
    pub control: String,
    /// The smoothed loss of the mini-batches, where it is measured.
    pub loss: Option<f64>,
    /// The last accuracy on the training data.
    pub train: Option<f64>,
    /// The last accuracy on the test data.
    pub test: Option<f64>,
}

/// What something is called: words belong to the languages, names of rules and numbers do
/// not.
#[derive(Clone, Debug, PartialEq)]
pub enum Name {
    /// The same in every language.
    Plain(String),
}

/// How something looks: one of six colors, and one of some dashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Which color, dash and marker: the place of a rule in `Rule::ALL`.
    pub color: usize,
    /// 0 for the first of that color, 1 for the second …
    pub variant: usize,
}

/// What a panel shows.
#[derive(Clone, Debug)]
pub enum Picture {
    /// Curves over the steps.
    Curves(Curves),
}

/// Curves over the steps, growing with the record.
#[derive(Clone, Debug)]
pub struct Curves {
    /// What the height is.
    pub measure: Measure,
    /// The scale of the axis; accuracies have a linear one.
    pub scale: LossScale,
    /// The curves.
    pub curves: Vec<Curve>,
}

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// The loss of the mini-batches, smoothed as in the book.
    Loss,
    /// The accuracy on the test data, 0 to 1.
    TestAccuracy,
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
}

impl StudyScene {
    /// What is recorded as CSV, a line for each point of each curve, in English like all
    /// files: what is measured, whose it is, the step, the value.
    pub fn csv(&self) -> String {
        let mut text = "measure,name,step,value\n".to_owned();
        for picture in [&self.first, &self.second] {
            let Picture::Curves(Curves {
                measure, curves, ..
            }) = picture;
            for Curve { name, points, .. } in curves {
                let Name::Plain(name) = name;
                for &(step, value) in points {
                    let value = numeral::shortest(value);
                    text.push_str(&format!("{},{name},{step},{value}\n", measure.name()));
                }
            }
        }
        text
    }
}

impl Measure {
    /// The name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Loss => "loss",
            Self::TestAccuracy => "test accuracy",
        }
    }
}

impl Curve {
    /// How many of its points lie at or before a step.
    pub fn n_until(&self, step: usize) -> usize {
        self.points.partition_point(|&(at, _)| at <= step)
    }
}
