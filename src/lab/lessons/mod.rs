//! What only explains: models of the lessons.

mod csv;
pub mod questions;
mod share;

pub use share::Codes;

use super::Lab;
