//! How activations spread over five layers (6.2.2).

use std::rc::Rc;

use super::{Stream, rng};
use crate::nn::{Activation, Init, MatMul};

/// Units of every layer, and inputs.
const UNITS: usize = 100;
/// Inputs that pass through the layers.
const ROWS: usize = 1000;
/// Layers.
const LAYERS: usize = 5;
/// Bars of a histogram.
const BINS: usize = 30;

/// The activations of one layer.
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    /// Lower end of the first bar.
    pub lowest: f64,
    /// Upper end of the last bar.
    pub highest: f64,
    /// Activations in each of 30 bars of equal width; the last includes its upper end.
    pub counts: [u32; BINS],
    /// Activations below the first bar.
    pub n_below: u32,
    /// Activations above the last bar.
    pub n_above: u32,
    /// Mean of all activations.
    pub mean: f64,
    /// Standard deviation of all activations.
    pub deviation: f64,
    /// Mean of the derivatives of the activation function there.
    pub slope: f64,
    /// The share of the activations at which that is less than a tenth of its largest value.
    pub flat: f64,
}

/// What is wrong with how activations spread, judged by the last layer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SpreadProblem {
    /// Most activations are where the activation function is flat, near 0 and 1 for the sigmoid:
    /// gradients vanish.
    Vanishing {
        /// Their share.
        flat: f64,
        /// The mean of the derivatives.
        slope: f64,
        /// The largest value of the derivative.
        steepest: f64,
    },
    /// All are nearly the same, so that many units say no more than one: their standard deviation.
    Alike(f64),
    /// They grow from layer to layer: by how much the standard deviation is larger than in the
    /// first one.
    Exploding(f64),
}

/// Gradients vanish where more than this share of the activations is flat.
const MOST: f64 = 0.5;

/// A derivative below this share of its largest value is flat.
const FLAT: f64 = 0.1;

/// Activations with a standard deviation below this are nearly the same.
const NARROW: f64 = 0.05;

/// Activations explode that grow by more than this factor.
const GROWTH: f64 = 10.0;

/// The random numbers that activations are made from, the same for all initial weights.
#[derive(Debug)]
pub struct Draws {
    inputs: Vec<f32>,
    /// The weights of all layers with a standard deviation of 1.
    weights: Vec<f64>,
}

impl Draws {
    /// Those of a seed.
    pub fn new(seed: u64) -> Self {
        let (mut inputs, mut weights) = (rng(seed, Stream::Inputs), rng(seed, Stream::Weights));
        let inputs = (0..ROWS * UNITS).map(|_| inputs.normal() as f32);
        let weights = (0..LAYERS * UNITS * UNITS).map(|_| weights.normal());
        Self {
            inputs: inputs.collect(),
            weights: weights.collect(),
        }
    }
}

/// 1000 normal inputs of 100 values pass through five layers of 100 units without
/// biases.
///
/// ```
/// use descent_widget::nn::{Activation, Init, experiment::LayerActivations};
///
/// let mut set = LayerActivations::new(Activation::Sigmoid, Init::Fixed(1.0), 1);
/// while set.work() {}
/// assert_eq!(set.histograms().len(), 5);
/// ```
///
/// *Source:* Saito, 6.2.2, `weight_init_activation_histogram.py`.
/// *Differs from* the book's figure: it cuts everything to 0 to 1, which hides half of
/// tanh and what ReLU puts above 1. Tanh has bars from −1 here, and what lies outside
/// of the bars is counted.
#[derive(Clone, Debug)]
pub struct LayerActivations {
    activation: Activation,
    init: Init,
    draws: Rc<Draws>,
    values: Vec<f32>,
    matmul: MatMul<f32>,
    histograms: Vec<Histogram>,
}

impl LayerActivations {
    /// A set that has not begun.
    pub fn new(activation: Activation, init: Init, seed: u64) -> Self {
        Self::of(activation, init, Rc::new(Draws::new(seed)))
    }

    /// The same from random numbers that are drawn.
    pub const fn of(activation: Activation, init: Init, draws: Rc<Draws>) -> Self {
        Self {
            activation,
            init,
            draws,
            values: Vec::new(),
            matmul: MatMul::new(),
            histograms: Vec::new(),
        }
    }

    /// The initial weights.
    pub const fn init(&self) -> Init {
        self.init
    }

    /// Computes one layer: a few milliseconds. Gives whether there is more to do.
    pub fn work(&mut self) -> bool {
        if !self.is_done() {
            let layer = self.histograms.len();
            let drawn = &self.draws.weights[layer * UNITS * UNITS..][..UNITS * UNITS];
            let deviation = self.init.deviation(UNITS);
            let weights: Vec<f32> = drawn.iter().map(|it| (deviation * it) as f32).collect();
            let values = match layer {
                0 => &self.draws.inputs,
                _ => &self.values,
            };
            let mut output = vec![0.0; values.len()];
            self.matmul
                .product(values, &weights, &mut output, UNITS, UNITS);
            for value in &mut output {
                *value = self.activation.value(*value);
            }
            self.values = output;
            let lowest = match self.activation {
                Activation::Tanh => -1.0,
                Activation::Sigmoid | Activation::Relu => 0.0,
            };
            let histogram = Histogram::new(&self.values, (lowest, 1.0), self.activation);
            self.histograms.push(histogram);
        }
        !self.is_done()
    }

    /// What is wrong with them, once all layers are computed.
    pub fn problem(&self) -> Option<SpreadProblem> {
        let [first, .., last] = self.histograms.as_slice() else {
            return None;
        };
        let ratio = last.deviation / first.deviation;
        match self.activation {
            _ if !self.is_done() => None,
            Activation::Sigmoid | Activation::Tanh if last.flat > MOST => {
                Some(SpreadProblem::Vanishing {
                    flat: last.flat,
                    slope: last.slope,
                    steepest: steepest(self.activation),
                })
            }
            _ if last.deviation < NARROW => Some(SpreadProblem::Alike(last.deviation)),
            Activation::Relu if ratio > GROWTH => Some(SpreadProblem::Exploding(ratio)),
            _ => None,
        }
    }

    /// Whether all layers are computed.
    pub const fn is_done(&self) -> bool {
        self.histograms.len() == LAYERS
    }

    /// The layers so far, from the first.
    pub fn histograms(&self) -> &[Histogram] {
        &self.histograms
    }
}

/// The largest derivative of an activation function.
const fn steepest(activation: Activation) -> f64 {
    match activation {
        Activation::Sigmoid => 0.25,
        Activation::Relu | Activation::Tanh => 1.0,
    }
}

impl Histogram {
    fn new(values: &[f32], (lowest, highest): (f64, f64), activation: Activation) -> Self {
        let mut counts = [0; BINS];
        let (mut n_below, mut n_above) = (0, 0);
        for value in values.iter().copied().map(f64::from) {
            let share = (value - lowest) / (highest - lowest);
            if share < 0.0 {
                n_below += 1;
            } else if share > 1.0 {
                n_above += 1;
            } else {
                counts[((share * BINS as f64) as usize).min(BINS - 1)] += 1;
            }
        }
        let n = values.len() as f64;
        let mean = values.iter().copied().map(f64::from).sum::<f64>() / n;
        let squares = values.iter().map(|&value| {
            let centered = f64::from(value) - mean;
            centered * centered
        });
        let squares = squares.sum::<f64>();
        let slopes = || {
            values
                .iter()
                .map(|&value| f64::from(activation.slope(value)))
        };
        let limit = FLAT * steepest(activation);
        Self {
            lowest,
            highest,
            counts,
            n_below,
            n_above,
            mean,
            deviation: (squares / n).sqrt(),
            slope: slopes().sum::<f64>() / n,
            flat: slopes().filter(|&slope| slope < limit).count() as f64 / n,
        }
    }
}
