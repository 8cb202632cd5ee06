//! The training of a bare network, for `cargo xtask bench`.

use crate::nn::throughput::Throughput;
use wasm_bindgen::prelude::wasm_bindgen;

/// See [`Throughput`].
#[wasm_bindgen]
pub struct Training(Throughput);

#[wasm_bindgen]
impl Training {
    /// A network before its first step.
    #[wasm_bindgen(constructor)]
    pub fn new(
        sizes: &[usize],
        rows: usize,
        learning_rate: f64,
        values: &[f32],
        labels: &[u8],
    ) -> Self {
        Self(Throughput::new(sizes, rows, learning_rate, values, labels))
    }

    /// Trains on; the loss of the last step.
    pub fn train(&mut self, n: usize) -> f64 {
        self.0.train(n)
    }
}
