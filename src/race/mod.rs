//! Several optimizers over one surface, from one start, step by step.

pub mod basins;
mod best;
mod classifier;
mod conditions;
pub mod hyperparameter_map;
mod outcome;
mod stability;
mod trajectory;

pub use best::{best_rate, sweep};
pub use conditions::{Conditions, RateChange};
pub use outcome::{
    Cause, FAR, GRADIENT_TOLERANCE, Outcome, OutcomeKind, REST_TOLERANCE, SADDLE_CURVATURE,
    STALL_STEPS, STALL_TOLERANCE,
};
pub use stability::{Bound, bound};
pub use trajectory::{Trajectory, final_loss, run, run_under};
