//! Packs the handwritten digits for the labs.
//!
//! ```text
//! gunzip -c sklearn/datasets/data/digits.csv.gz | cargo run --example pack_digits > data/digits/digits.bin
//! ```

use std::error::Error;
use std::io::{Write, stdin, stdout};

use descent_widget::nn;

fn main() -> Result<(), Box<dyn Error>> {
    let (mut pixels, mut labels) = (Vec::new(), Vec::new());
    for line in stdin().lines() {
        let line = line?;
        let mut values = Vec::new();
        for value in line.split(',') {
            values.push(value.trim().parse::<f64>()? as u8);
        }
        let label = values.pop().ok_or("an empty line")?;
        labels.push(label);
        pixels.extend(values);
    }
    let digits = nn::Dataset::new(8, 8, 16, pixels, labels);
    stdout().write_all(&nn::pack(&digits)?)?;
    Ok(())
}
