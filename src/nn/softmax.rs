//! Softmax with cross-entropy: the last layer.

use crate::math::Real;

/// What keeps the logarithm of a probability of 0 finite: the loss of one row is at
/// most −ln 1e-7 = 16.118.
pub const LOG_EPSILON: f64 = 1e-7;

/// Softmax and the cross-entropy with the right labels, averaged over the batch.
///
/// ```text
/// pⱼ = exp(aⱼ − max a) / Σ exp(aᵢ − max a)
/// L = −mean(ln(p[label] + 1e-7))
/// ∂L/∂a = (p − onehot(label)) / n
/// ```
///
/// ```
/// use descent_widget::nn::SoftmaxWithLoss;
///
/// let mut head = SoftmaxWithLoss::new(2);
/// let loss = head.forward(&[1.0_f64, 1.0], &[0]);
/// assert!((loss - 2.0_f64.ln()).abs() < 1e-6);
/// head.backward(&[0]);
/// assert_eq!(head.input_gradient(), [-0.5, 0.5]);
/// ```
///
/// *Source:* Saito, 3.5, 4.2 and 5.6.3.
/// *Differs from* PyTorch's `CrossEntropyLoss`, which takes the logarithm before the
/// division and needs no 1e-7. The gradient ignores the 1e-7, in the book as here, so
/// that it differs from the slope of the loss by about 1e-7 / p.
#[derive(Clone, Debug)]
pub struct SoftmaxWithLoss<T> {
    classes: usize,
    probabilities: Vec<T>,
    input_gradient: Vec<T>,
}

impl<T: Real> SoftmaxWithLoss<T> {
    /// For scores of this many classes.
    pub const fn new(classes: usize) -> Self {
        Self {
            classes,
            probabilities: Vec::new(),
            input_gradient: Vec::new(),
        }
    }

    /// Computes [`probabilities`](Self::probabilities) from scores of n × `classes`.
    pub fn predict(&mut self, scores: &[T]) {
        self.probabilities.clear();
        for row in scores.chunks_exact(self.classes) {
            let highest = row.iter().copied().fold(row[0], larger);
            let start = self.probabilities.len();
            self.probabilities
                .extend(row.iter().map(|&score| (score - highest).exponential()));
            let row = &mut self.probabilities[start..];
            let sum: T = row.iter().copied().sum();
            for p in row {
                *p /= sum;
            }
        }
    }

    /// Computes the probabilities and gives the mean loss of the batch.
    ///
    /// # Panics
    /// Where a label is not below the number of classes.
    pub fn forward(&mut self, scores: &[T], labels: &[u8]) -> f64 {
        self.predict(scores);
        let epsilon = T::from_f64(LOG_EPSILON);
        let rows = self.probabilities.chunks_exact(self.classes).zip(labels);
        let sum: f64 = rows
            .map(|(row, &label)| -> f64 { (row[usize::from(label)] + epsilon).logarithm().into() })
            .sum();
        -sum / labels.len() as f64
    }

    /// Computes [`input_gradient`](Self::input_gradient) for the mean loss.
    ///
    /// # Panics
    /// Where a label is not below the number of classes.
    pub fn backward(&mut self, labels: &[u8]) {
        let n = T::from_f64(labels.len() as f64);
        self.input_gradient.clear();
        self.input_gradient.extend_from_slice(&self.probabilities);
        let rows = self.input_gradient.chunks_exact_mut(self.classes);
        for (row, &label) in rows.zip(labels) {
            row[usize::from(label)] -= T::ONE;
            for g in row {
                *g /= n;
            }
        }
    }

    /// Probabilities of the last forward pass, n × `classes`.
    pub fn probabilities(&self) -> &[T] {
        &self.probabilities
    }

    /// ∂L/∂a of the last backward pass, n × `classes`.
    pub fn input_gradient(&self) -> &[T] {
        &self.input_gradient
    }
}

fn larger<T: Real>(a: T, b: T) -> T {
    if b > a { b } else { a }
}
