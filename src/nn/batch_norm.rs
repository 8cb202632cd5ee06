//! Batch normalization.

use crate::math::Real;

/// ε under the root. The book writes `10e-7`, which is 1e-6.
pub const BATCH_NORM_EPSILON: f64 = 10e-7;

/// Share of the running statistics that stays at each training pass.
pub const BATCH_NORM_MOMENTUM: f64 = 0.9;

/// Batch normalization: each unit is brought to mean 0 and variance 1 over the
/// mini-batch, then scaled by γ and shifted by β, which are learned.
///
/// ```text
/// training:  μ = mean(x),  σ² = mean((x − μ)²)
///            x̂ = (x − μ) / √(σ² + ε),  y = γ x̂ + β
///            running μ ← 0.9 running μ + 0.1 μ, and σ² the same way
/// test:      μ and σ² are the running ones
/// ```
///
/// | symbol | name here | at the start |
/// |---|---|---|
/// | γ, β | parameters `gamma1`, `beta1` … of the network | 1, 0 |
/// | running μ, running σ² | `running_mean`, `running_variance` | 0, 0 |
/// | ε | [`BATCH_NORM_EPSILON`] | 1e-6 |
///
/// *Source:* Saito, 6.3; Ioffe and Szegedy, *Batch normalization* (2015).
/// *Differs from* PyTorch's `BatchNorm1d`: ε is 1e-5 there; the running variance starts
/// at 1 there and collects the unbiased estimate, here it starts at 0 and collects the
/// biased one, so that the first 20 to 40 updates are badly scaled in the test; and 0.9
/// is what stays, which PyTorch calls a momentum of 0.1.
#[derive(Clone, Debug)]
pub struct BatchNorm<T> {
    units: usize,
    running_mean: Vec<T>,
    running_variance: Vec<T>,
    mean: Vec<T>,
    deviation: Vec<T>,
    normalized: Vec<T>,
    output: Vec<T>,
    input_gradient: Vec<T>,
}

impl<T: Real> BatchNorm<T> {
    /// A layer of this many units, without statistics yet.
    pub fn new(units: usize) -> Self {
        Self {
            units,
            running_mean: vec![T::ZERO; units],
            running_variance: vec![T::ZERO; units],
            mean: vec![T::ZERO; units],
            deviation: vec![T::ZERO; units],
            normalized: Vec::new(),
            output: Vec::new(),
            input_gradient: Vec::new(),
        }
    }

    /// The pass of training: normalizes by the batch and moves the running statistics.
    pub fn train(&mut self, x: &[T], gamma: &[T], beta: &[T]) {
        let n = T::from_f64((x.len() / self.units) as f64);
        T::sum_rows(x, &mut self.mean);
        divide(&mut self.mean, n);
        // The variance first, then its root in the same place.
        T::sum_squared_deviations(x, &self.mean, &mut self.deviation);
        divide(&mut self.deviation, n);
        carry(&mut self.running_mean, &self.mean);
        carry(&mut self.running_variance, &self.deviation);
        root(&mut self.deviation);
        self.normalize(x, gamma, beta);
    }

    /// The pass of the test: normalizes by the running statistics.
    pub fn test(&mut self, x: &[T], gamma: &[T], beta: &[T]) {
        self.mean.copy_from_slice(&self.running_mean);
        self.deviation.copy_from_slice(&self.running_variance);
        root(&mut self.deviation);
        self.normalize(x, gamma, beta);
    }

    /// From ∂L/∂y computes ∂L/∂γ, ∂L/∂β and [`input_gradient`](Self::input_gradient),
    /// after a pass of training.
    ///
    /// The mean and the variance depend on every row, which gives, with means over the batch,
    /// ∂L/∂x = γ / √(σ² + ε) · (∂L/∂y − mean(∂L/∂y) − x̂ mean(x̂ ∂L/∂y)).
    pub fn backward(
        &mut self,
        output_gradient: &[T],
        gamma: &[T],
        gamma_gradient: &mut [T],
        beta_gradient: &mut [T],
    ) {
        T::sum_rows(output_gradient, beta_gradient);
        T::sum_products(output_gradient, &self.normalized, gamma_gradient);
        self.input_gradient.resize(output_gradient.len(), T::ZERO);
        T::normalize_gradient(
            output_gradient,
            &self.normalized,
            beta_gradient,
            gamma_gradient,
            &self.deviation,
            gamma,
            &mut self.input_gradient,
        );
    }

    fn normalize(&mut self, x: &[T], gamma: &[T], beta: &[T]) {
        self.normalized.resize(x.len(), T::ZERO);
        self.output.resize(x.len(), T::ZERO);
        T::normalize(
            x,
            &self.mean,
            &self.deviation,
            gamma,
            beta,
            &mut self.normalized,
            &mut self.output,
        );
    }

    /// Running mean of each unit.
    pub fn running_mean(&self) -> &[T] {
        &self.running_mean
    }

    /// Running variance of each unit.
    pub fn running_variance(&self) -> &[T] {
        &self.running_variance
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

fn divide<T: Real>(sums: &mut [T], n: T) {
    for sum in sums {
        *sum /= n;
    }
}

fn carry<T: Real>(running: &mut [T], batch: &[T]) {
    let kept = T::from_f64(BATCH_NORM_MOMENTUM);
    let share = T::from_f64(1.0 - BATCH_NORM_MOMENTUM);
    for (running, &batch) in running.iter_mut().zip(batch) {
        *running = kept * *running + share * batch;
    }
}

/// Turns variances into √(σ² + ε).
fn root<T: Real>(variances: &mut [T]) {
    let epsilon = T::from_f64(BATCH_NORM_EPSILON);
    for variance in variances {
        *variance = (*variance + epsilon).square_root();
    }
}
