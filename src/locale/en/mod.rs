//! English.

pub mod basins;
pub mod batch;
pub mod batch_norm;
pub mod conventions;
pub mod data;
pub mod figure;
pub mod files;
pub mod network;
pub mod physics;
pub mod predict;
pub mod program;
pub mod questions;
pub mod race;
pub mod rates;
pub mod regularization;
pub mod rule;
pub mod search;
pub mod share;
pub mod space;
pub mod steps;
pub mod surface;
pub mod training;
pub mod training_loop;
pub mod weight_init;
