//! The initial values of the weights.

use super::Activation;
use crate::math::{Real, Rng};

/// The standard deviation of the initial weights; biases start at 0.
///
/// ```
/// use descent_widget::nn::Init;
///
/// assert_eq!(Init::Xavier.deviation(100), 0.1);
/// assert_eq!(Init::He.deviation(50), 0.2);
/// ```
///
/// *Source:* Saito, 6.2; Glorot and Bengio (2010); He and others (2015).
/// *Differs from* PyTorch: `Linear` draws uniformly from ±1/√inputs there. The book's
/// Xavier counts the inputs only, the paper's and PyTorch's the outputs too. The book
/// uses the same rule for the last layer, which has no activation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Init {
    /// The same deviation in every layer.
    Fixed(f64),
    /// √(1 / inputs), made for sigmoid and tanh.
    Xavier,
    /// √(2 / inputs), made for ReLU.
    He,
}

impl Init {
    /// What the book recommends for an activation function.
    pub const fn suited(activation: Activation) -> Self {
        match activation {
            Activation::Sigmoid | Activation::Tanh => Self::Xavier,
            Activation::Relu => Self::He,
        }
    }

    /// The standard deviation of the weights of a layer with this many inputs.
    pub fn deviation(self, inputs: usize) -> f64 {
        let inputs = inputs as f64;
        match self {
            Self::Fixed(deviation) => deviation,
            Self::Xavier => (1.0 / inputs).sqrt(),
            Self::He => (2.0 / inputs).sqrt(),
        }
    }

    /// Weights of a layer: normal numbers times the deviation, row after row.
    pub fn weights<T: Real>(self, inputs: usize, outputs: usize, rng: &mut Rng) -> Vec<T> {
        let deviation = self.deviation(inputs);
        (0..inputs * outputs)
            .map(|_| T::from_f64(deviation * rng.normal()))
            .collect()
    }
}
