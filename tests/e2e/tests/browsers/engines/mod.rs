//! What engines do differently: gestures, keys, time, frames, policies, numbers.

pub(crate) mod gestures;
mod harness;
mod heights;
mod hosts;
mod life;
mod loading;
mod numbers;
mod rows;
mod sliders;
mod text;
mod themes;
mod time;
mod wrappers;
