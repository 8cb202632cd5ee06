//! What pictures and words of the experiments on networks are made from, as plain data.

use std::rc::Rc;

use super::panel::write_diverged;
pub use super::panel::{
    About, Cell, Curve, Curves, Grid, HistogramRow, Histograms, Measure, Picture,
};
use crate::experiments::search::decades::GoodDecade;
use crate::experiments::search::trials::{Finding, TrialPoint, Trials};
pub use crate::lab::settings::LossScale;
use crate::math::{joined, numeral};
pub use crate::nn::Activation;
pub use crate::nn::experiment::{Histogram, Regularizer, SpreadProblem};

/// One state of an experiment.
#[derive(Clone, Debug)]
pub struct NetworkScene {
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
    pub lanes: Vec<NetworkLane>,
    /// The mini-batch of the shown step, or of the last one recorded while the record grows to its
    /// end, under the curves of the first panel.
    pub digits: Option<Digits>,
    /// The run before the settings were changed, until this one has come as far.
    pub previous: Option<Rc<NetworkScene>>,
}

/// The first pictures of a mini-batch and what a network takes them for after its update.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digits {
    /// What the network is called.
    pub name: String,
    /// The iteration of the mini-batch, from 1.
    pub iteration: usize,
    /// Pictures of the whole mini-batch.
    pub n: usize,
    /// How many of those the network takes for what they show; `None` before the update.
    pub n_right: Option<usize>,
    /// The first of them.
    pub pictures: Vec<Digit>,
    /// Columns of a picture.
    pub width: usize,
    /// Rows of a picture.
    pub height: usize,
    /// The highest gray value.
    pub white: u8,
}

/// One picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digit {
    /// Gray values, row by row.
    pub pixels: Vec<u8>,
    /// What it shows.
    pub label: u8,
    /// What the network takes it for, once it has been updated.
    pub guess: Option<u8>,
}

/// One network, or one kind of networks, at the shown step.
#[derive(Clone, Debug)]
pub struct NetworkLane {
    /// What it is called.
    pub name: Name,
    /// How it looks.
    pub look: Look,
    /// The control that has its swatch; empty where there is none.
    pub control: String,
    /// The iteration in which it diverged, where that is not after the shown one: it has neither
    /// loss nor accuracies then.
    pub diverged: Option<usize>,
    /// The smoothed loss of the mini-batches, where it is measured.
    pub loss: Option<f64>,
    /// The last accuracy on the training data.
    pub train: Option<f64>,
    /// The last accuracy on the test data.
    pub test: Option<f64>,
    /// What else is to be said of it.
    pub more: More,
}

/// What an experiment says of a lane besides its loss and its accuracies.
#[derive(Clone, Debug)]
pub enum More {
    /// Nothing.
    Nothing,
    /// How the activations spread, layer by layer.
    Spread(Spread),
    /// How often its accuracy is the higher one.
    Wins(Wins),
    /// How far its accuracies are apart.
    Gap(Gap),
    /// A trial of a search, with its number.
    Trial(usize, Box<TrialPoint>),
    /// Where the best trials lie, and of learning rates the decade of most of them.
    Finding(Finding, Option<GoodDecade>),
}

/// How activations spread from some initial weights, and whether that was of use.
#[derive(Clone, Debug)]
pub struct Spread {
    /// The layers that are computed.
    pub layers: Vec<Histogram>,
    /// What is wrong with them.
    pub problem: Option<SpreadProblem>,
    /// The loss of guessing, where the network has come to its end and has none that is lower.
    pub guessing: Option<f64>,
}

/// How far the accuracies of a network are apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// By how much that on the training data is higher.
    pub gap: f64,
    /// By how much that on the test data is higher than without regularization; `None` for
    /// the network without.
    pub gain: Option<f64>,
    /// Where the gap is below 0, why.
    pub negative: Option<Negative>,
    /// The accuracy of guessing, where the network is hardly better than that on its training data
    /// although the one without regularization has learned it.
    pub guessing: Option<f64>,
}

/// Why a network is better at its test data than at what it has learned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Negative {
    /// This share of the training labels is wrong, and none of the test data: who names every
    /// picture rightly is that much below 100 % on the training data.
    WrongLabels(f64),
    /// With so few pictures it may be chance: the gap is less than twice its standard error, which
    /// is this.
    Chance(f64),
    /// Neither: the test data is easier for it.
    Easier,
}

/// How often one of two networks has the higher accuracy at the shown step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wins {
    /// Whether it has it with the chosen initial weights.
    pub is_here: bool,
    /// With how many scales of the initial weights.
    pub n: usize,
    /// Of how many that are computed so far.
    pub n_of: usize,
    /// With how many of them it has diverged.
    pub n_diverged: usize,
}

/// What something is called: words belong to the languages, names of rules and numbers do
/// not.
#[derive(Clone, Debug, PartialEq)]
pub enum Name {
    /// The same in every language.
    Plain(String),
    /// Initial weights of this standard deviation.
    Deviation(f64),
    /// Xavier's initial weights.
    Xavier,
    /// He's initial weights.
    He,
    /// A network with batch normalization, or the one without.
    BatchNorm(bool),
    /// A network with this against overfitting, or something that is measured of it.
    Regularized(Regularizer, Measured),
    /// The trial of this rank, from 1.
    Best(usize),
    /// The learning rate.
    Rate,
    /// The weight decay.
    Decay,
}

/// What is measured of a network with or without regularization.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// Nothing: the network itself.
    Whole,
    /// The accuracy on the training data.
    Train,
    /// The accuracy on the test data.
    Test,
    /// By how much the former is higher.
    Gap,
}

/// How something looks: one of six colors, and one of some dashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Which color, dash and marker: the place of a rule in `Rule::ALL`.
    pub color: usize,
    /// 0 for the first of that color, 1 for the second …
    pub variant: usize,
}

impl NetworkScene {
    /// Where the axes of steps end: what is recorded fills them, and they grow by leaps, so that
    /// little moves while networks train. The run before has room on them too.
    pub fn axis_end(&self) -> usize {
        /// No axis is shorter, unless the whole run is.
        const LEAST: usize = 20;

        let before = self.previous.as_ref().map_or(0, |scene| scene.n_done);
        let n = self.n_done.max(before).max(LEAST);
        let powers = (0..usize::MAX.ilog10()).map(|power| 10_usize.pow(power));
        let ends = powers.flat_map(|power| [power, 2 * power, 5 * power]);
        let end = ends.into_iter().find(|&end| end >= n);
        end.unwrap_or(n).min(self.n_steps)
    }

    /// Whether these are the curves of the first panel.
    pub fn is_first(&self, curves: &Curves) -> bool {
        matches!(&self.first, Picture::Curves(own) if std::ptr::eq(own, curves))
    }

    /// The curves of the run before in the panel of these, while they are to be seen.
    pub fn before(&self, curves: &Curves) -> &[Curve] {
        let Some(previous) = &self.previous else {
            return &[];
        };
        let panel = match self.is_first(curves) {
            true => &previous.first,
            false => &previous.second,
        };
        match panel {
            Picture::Curves(before) => &before.curves,
            _ => &[],
        }
    }

    /// The trials of the search before, while they are to be seen.
    pub fn trials_before(&self) -> Option<&Trials> {
        match &self.previous.as_ref()?.first {
            Picture::Trials(trials) => Some(trials),
            _ => None,
        }
    }

    /// What is recorded as CSV, a line for each point of each curve, in English like all
    /// files: what is measured, whose it is, the step, the value.
    pub fn csv(&self) -> String {
        let mut text = "measure,name,step,value\n".to_owned();
        for picture in [&self.first, &self.second] {
            match picture {
                Picture::Curves(Curves {
                    measure, curves, ..
                }) => {
                    for curve in curves {
                        curve.write(&mut text, measure.name(), "");
                    }
                    write_diverged(&mut text, curves, "");
                }
                Picture::Histograms(histograms) => {
                    for row in &histograms.rows {
                        row.write(&mut text);
                    }
                }
                Picture::Grid(grid) => {
                    for cell in &grid.cells {
                        let at = format!(" at {}", cell.name.english());
                        for curve in &cell.curves {
                            curve.write(&mut text, Measure::TrainAccuracy.name(), &at);
                        }
                        write_diverged(&mut text, &cell.curves, &at);
                    }
                }
                Picture::Trials(trials) => trials.write(&mut text),
                // The same trials.
                Picture::Ranking(_) => {}
            }
        }
        text
    }
}

impl Name {
    /// What it is called in files.
    pub(super) fn english(&self) -> String {
        match self {
            Self::Plain(name) => name.clone(),
            Self::Deviation(deviation) => ["std", &numeral::shortest(*deviation)].join(" "),
            Self::Xavier => "Xavier".to_owned(),
            Self::He => "He".to_owned(),
            Self::BatchNorm(true) => "with batch normalization".to_owned(),
            Self::BatchNorm(false) => "without batch normalization".to_owned(),
            Self::Regularized(regularizer, part) => part.english(*regularizer),
            Self::Best(rank) => format!("Best-{rank}"),
            Self::Rate => "learning rate".to_owned(),
            Self::Decay => "weight decay".to_owned(),
        }
    }
}

impl Measured {
    pub(super) fn english(self, regularizer: Regularizer) -> String {
        let Regularizer {
            weight_decay,
            dropout_ratio,
        } = regularizer;
        let part = match self {
            Self::Whole => "",
            Self::Train => "training ",
            Self::Test => "test ",
            Self::Gap => "gap ",
        };
        let mut name = part.to_owned();
        if regularizer.is_none() {
            name.push_str("without regularization");
            return name;
        }
        let used = [("weight decay", weight_decay), ("dropout", dropout_ratio)];
        let used = used.into_iter().filter(|(_, value)| *value > 0.0);
        let used = used.map(|(what, value)| [what, &numeral::shortest(value)].join(" "));
        name.push_str("with ");
        name.push_str(&joined(&used.collect::<Vec<_>>(), " and "));
        name
    }
}
