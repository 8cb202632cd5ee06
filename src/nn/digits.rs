//! The handwritten digits of 8 × 8 pixels.
//!
//! `data/digits/digits.idx` holds two IDX files, one behind the other: the pictures, then their
//! labels. `data/digits/README.md` says where the digits come from.

use std::fmt;

use super::Dataset;
use super::idx::{self, Content};

/// The highest pixel value, which an IDX file does not tell.
const WHITE: u8 = 16;

/// The bytes are not those of the digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken;

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the file of the digits is damaged")
    }
}

impl std::error::Error for Broken {}

/// Reads pictures with pixels from 0 to 16 and then their labels, from 0 to 9, as IDX.
///
/// # Errors
/// Where the bytes are something else, end too early or go on too long.
pub fn read_digits(bytes: &[u8]) -> Result<Dataset, Broken> {
    let (pictures, labels) = idx::split_first(bytes).ok_or(Broken)?;
    let pictures = idx::read(pictures).map_err(|_| Broken)?;
    let labels = idx::read(labels).map_err(|_| Broken)?;
    let (
        Content::Pictures {
            width,
            height,
            pixels,
        },
        Content::Labels(labels),
    ) = (pictures, labels)
    else {
        return Err(Broken);
    };
    let fits = pixels.len() == labels.len() * width * height
        && pixels.iter().all(|&gray| gray <= WHITE)
        && labels.iter().all(|&label| label < 10);
    if !fits {
        return Err(Broken);
    }
    Ok(Dataset::new(width, height, WHITE, pixels, labels))
}
