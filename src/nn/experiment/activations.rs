//! How activations spread over five layers (6.2.2).

use super::{Stream, rng};
use crate::math::Rng;
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
    rng: Rng,
    values: Vec<f32>,
    matmul: MatMul<f32>,
    histograms: Vec<Histogram>,
}

impl LayerActivations {
    /// A set that has not begun.
    pub fn new(activation: Activation, init: Init, seed: u64) -> Self {
        let mut inputs = rng(seed, Stream::Inputs);
        let values = (0..ROWS * UNITS).map(|_| inputs.normal() as f32);
        Self {
            activation,
            init,
            rng: rng(seed, Stream::Weights),
            values: values.collect(),
            matmul: MatMul::new(),
            histograms: Vec::new(),
        }
    }

    /// Computes one layer: a few milliseconds. Gives whether there is more to do.
    pub fn work(&mut self) -> bool {
        if !self.is_done() {
            let weights: Vec<f32> = self.init.weights(UNITS, UNITS, &mut self.rng);
            let mut output = vec![0.0; self.values.len()];
            self.matmul
                .product(&self.values, &weights, &mut output, UNITS, UNITS);
            for value in &mut output {
                *value = self.activation.value(*value);
            }
            self.values = output;
            let lowest = match self.activation {
                Activation::Tanh => -1.0,
                Activation::Sigmoid | Activation::Relu => 0.0,
            };
            self.histograms
                .push(Histogram::new(&self.values, lowest, 1.0));
        }
        !self.is_done()
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

impl Histogram {
    fn new(values: &[f32], lowest: f64, highest: f64) -> Self {
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
        Self {
            lowest,
            highest,
            counts,
            n_below,
            n_above,
            mean,
            deviation: (squares.sum::<f64>() / n).sqrt(),
        }
    }
}
