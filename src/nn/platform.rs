//! Who runs the loops of training: this crate, or a platform that does it faster.

use std::sync::OnceLock;

use super::kernel;
pub use super::kernel::Task;
use crate::math::Real;

/// What a platform runs them with: the task, what it takes and gives, the two widths. It has to
/// give the same bits as ours. False where it cannot.
pub type Platform = fn(Task, &[&[f32]], &mut [&mut [f32]], [usize; 2]) -> bool;

static PLATFORM: OnceLock<Platform> = OnceLock::new();

/// Gives the loops over `f32` to the platform: the module of a browser is compiled for size,
/// and computes with another one that is compiled for speed. More than once is once.
pub fn install(platform: Platform) {
    let _ = PLATFORM.set(platform);
}

/// Runs a loop.
pub(super) fn run<T: Real>(
    task: Task,
    inputs: &[&[T]],
    outputs: &mut [&mut [T]],
    widths: [usize; 2],
) {
    let is_done = match (PLATFORM.get(), T::singles(inputs)) {
        (Some(platform), Some(inputs)) => {
            T::singles_mut(outputs).is_some_and(|outputs| platform(task, inputs, outputs, widths))
        }
        _ => false,
    };
    if !is_done {
        kernel::run(task, inputs, outputs, widths);
    }
}
