//! Storey 2: several optimizers over one surface, from one start, step by step.

mod outcome;
mod trajectory;

pub use outcome::{GRADIENT_TOLERANCE, Outcome, OutcomeKind, STALL_STEPS, STALL_TOLERANCE};
pub use trajectory::{Trajectory, run};
