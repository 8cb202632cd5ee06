//! Activation functions.

use crate::math::Real;

/// A function applied to every activation by itself.
///
/// The derivatives are written with the output y, which the layer keeps anyway.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Activation {
    /// y = 1 / (1 + e⁻ˣ), dy/dx = y (1 − y).
    Sigmoid,
    /// y = max(x, 0), dy/dx = 1 where x > 0, and 0 at 0 as in the book and in PyTorch.
    Relu,
    /// y = tanh x, dy/dx = 1 − y².
    Tanh,
}

impl Activation {
    /// All functions, in the order in which the book introduces them.
    pub const ALL: [Self; 3] = [Self::Sigmoid, Self::Relu, Self::Tanh];

    /// The name in attributes and links.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sigmoid => "sigmoid",
            Self::Relu => "relu",
            Self::Tanh => "tanh",
        }
    }

    /// The function of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.name() == name)
    }

    /// The function.
    #[inline]
    pub fn value<T: Real>(self, x: T) -> T {
        match self {
            Self::Sigmoid => T::ONE / (T::ONE + (-x).exponential()),
            // NaN stays NaN, so that a run that overflows does not look healthy.
            Self::Relu if x <= T::ZERO => T::ZERO,
            Self::Relu => x,
            Self::Tanh => x.hyperbolic_tangent(),
        }
    }

    /// The derivative at the place where the function has the value y.
    #[inline]
    pub fn slope<T: Real>(self, y: T) -> T {
        match self {
            Self::Sigmoid => y * (T::ONE - y),
            Self::Relu if y > T::ZERO => T::ONE,
            Self::Relu => T::ZERO,
            Self::Tanh => T::ONE - y * y,
        }
    }
}

/// A layer that applies an [`Activation`].
///
/// *Source:* Saito, 3.2 and 5.5; tanh in 6.2.2.
#[derive(Clone, Debug)]
pub struct ActivationLayer<T> {
    function: Activation,
    output: Vec<T>,
    input_gradient: Vec<T>,
}

impl<T: Real> ActivationLayer<T> {
    /// A layer of this function.
    pub const fn new(function: Activation) -> Self {
        Self {
            function,
            output: Vec::new(),
            input_gradient: Vec::new(),
        }
    }

    /// Computes [`output`](Self::output) from x.
    pub fn forward(&mut self, x: &[T]) {
        let Self {
            function, output, ..
        } = self;
        output.resize(x.len(), T::ZERO);
        match function {
            Activation::Relu => T::relu(x, output),
            Activation::Sigmoid | Activation::Tanh => {
                for (y, &x) in output.iter_mut().zip(x) {
                    *y = function.value(x);
                }
            }
        }
    }

    /// Computes [`input_gradient`](Self::input_gradient) from ∂L/∂y.
    pub fn backward(&mut self, output_gradient: &[T]) {
        let Self {
            function,
            output,
            input_gradient,
        } = self;
        input_gradient.resize(output_gradient.len(), T::ZERO);
        if *function == Activation::Relu {
            return T::relu_gradient(output_gradient, output, input_gradient);
        }
        let pairs = output_gradient.iter().zip(output);
        for (dx, (&g, &mut y)) in input_gradient.iter_mut().zip(pairs) {
            *dx = g * function.slope(y);
        }
    }

    /// y of the last forward pass.
    pub fn output(&self) -> &[T] {
        &self.output
    }

    /// ∂L/∂x of the last backward pass.
    pub fn input_gradient(&self) -> &[T] {
        &self.input_gradient
    }
}
