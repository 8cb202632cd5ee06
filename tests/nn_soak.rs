//! A long training. By itself, because the memory of the whole process is measured.

#![allow(clippy::unwrap_used)]

use descent_widget::math::Rng;
use descent_widget::nn::{
    Architecture, Batch, Batches, Choice, Init, Network, Trainer, read_digits,
};
use descent_widget::optim::{Hyperparameters, Rule};

/// Memory of this process in bytes, where the system tells.
fn memory() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/statm").ok()?;
    let resident: u64 = text.split(' ').nth(1)?.parse().ok()?;
    Some(resident * 4096)
}

#[test]
fn twenty_thousand_iterations_take_no_more_memory_than_the_first_thousand() {
    let digits = read_digits(include_bytes!("../data/digits/digits.idx")).unwrap();
    // Everything that keeps state: batch normalization, dropout, Adam.
    let architecture = Architecture {
        batch_norm: true,
        dropout_ratio: Some(0.2),
        weight_decay: 1e-4,
        ..Architecture::new(64, &[30], 10)
    };
    let network = Network::<f32>::new(architecture, Init::He, &mut Rng::new(1));
    let mut trainer = Trainer::new(network, &Hyperparameters::new(Rule::Adam), Rng::new(2));
    let mut batches = Batches::new(digits.len(), 50, Choice::EpochShuffle, Rng::new(3));
    let mut batch = Batch::default();
    let mut run = |n: usize| {
        for _ in 0..n {
            digits.gather(batches.draw(), &mut batch);
            assert!(trainer.iterate(&batch).is_finite());
        }
    };
    run(1000);
    let before = memory();
    run(20_000);
    if let (Some(before), Some(after)) = (before, memory()) {
        assert!(after < before + (1 << 20), "{before} to {after} bytes");
    }
}
