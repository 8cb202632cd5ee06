//! Several optimizers over one surface, from one start, step by step.

pub mod basins;
mod best;
mod classifier;
mod conditions;
mod critical;
pub mod hyperparameter_map;
mod outcome;
mod stability;
mod trajectory;

pub use best::{best_rate, sweep};
pub use conditions::{Conditions, RateChange};
pub use outcome::{
    Cause, FAR, LEAST_STEPS, NEAR, Outcome, OutcomeKind, REST_TOLERANCE, STALL_TOLERANCE,
    START_TOLERANCE, STAY,
};
pub use stability::{Bound, bound, is_endless};
pub use trajectory::{Trajectory, final_loss, run, run_under};
