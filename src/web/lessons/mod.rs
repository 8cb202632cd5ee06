//! What the lessons ask of a figure.

mod questions;
mod share;
