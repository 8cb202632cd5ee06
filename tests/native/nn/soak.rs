//! A long training. The memory of the whole process is measured, so the test must have one to
//! itself, as with `cargo nextest`.

use descent_widget::math::Rng;
use descent_widget::nn::{
    Architecture, Batch, Batches, Choice, Init, Network, Trainer, read_digits,
};
use descent_widget::optim::{Hyperparameters, Rule};

use crate::common::{DIGITS, skip};

/// Memory of this process in bytes, where the system tells.
fn memory() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/statm").ok()?;
    let resident: u64 = text.split(' ').nth(1)?.parse().ok()?;
    Some(resident * 4096)
}

/// Whether memory can be told, and is this test's alone; else the test is skipped.
fn is_measurable() -> bool {
    if std::env::var_os("NEXTEST").is_none() {
        skip("the memory of a process can be told only where it is one test's: cargo nextest run");
        return false;
    }
    if memory().is_none() {
        skip("this system does not tell how much memory a process has");
    }
    memory().is_some()
}

fn train_on(n_iterations: usize) {
    if !is_measurable() {
        return;
    }
    let digits = read_digits(DIGITS).unwrap();
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
    run(n_iterations);
    let (before, after) = (before.unwrap(), memory().unwrap());
    assert!(after < before + (1 << 20), "{before} to {after} bytes");
}

#[test]
fn two_thousand_iterations_take_no_more_memory_than_the_first_thousand() {
    train_on(2000);
}

mod long {
    use super::*;

    #[test]
    fn twenty_thousand_iterations_take_no_more_memory_than_the_first_thousand() {
        train_on(20_000);
    }
}
