//! The update rule with the numbers of the shown step.

pub mod equation;
pub mod model;
pub mod notation;
pub mod picture;
pub mod rounded_sum;
pub mod sheet;
pub mod words;
