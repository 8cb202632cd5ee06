//! Pictures with labels, and batches of them.

use std::ops::Range;

use crate::math::{Real, Rng};

/// Gray pictures of one size with their labels, a byte a pixel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dataset {
    width: usize,
    height: usize,
    white: u8,
    classes: usize,
    pixels: Vec<u8>,
    labels: Vec<u8>,
}

/// Some rows of a [`Dataset`] as a network takes them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Batch<T> {
    /// Inputs from 0 to 1, one picture after another.
    pub x: Vec<T>,
    /// The right class of each picture.
    pub labels: Vec<u8>,
}

impl Dataset {
    /// Pictures of `width` × `height`, row by row, one after another. `white` is the
    /// highest pixel value, which becomes an input of 1.
    ///
    /// The number of classes is one more than the highest label.
    ///
    /// # Panics
    /// Where there is not one label for each picture.
    pub fn new(width: usize, height: usize, white: u8, pixels: Vec<u8>, labels: Vec<u8>) -> Self {
        assert_eq!(
            pixels.len(),
            labels.len() * width * height,
            "one label for each picture"
        );
        let classes = labels.iter().max().map_or(0, |&last| usize::from(last) + 1);
        Self {
            width,
            height,
            white,
            classes,
            pixels,
            labels,
        }
    }

    /// Number of pictures.
    pub const fn len(&self) -> usize {
        self.labels.len()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// Columns of a picture.
    pub const fn width(&self) -> usize {
        self.width
    }

    /// Rows of a picture.
    pub const fn height(&self) -> usize {
        self.height
    }

    /// Pixels of a picture: the inputs of a network for it.
    pub const fn features(&self) -> usize {
        self.width * self.height
    }

    /// The highest pixel value.
    pub const fn white(&self) -> u8 {
        self.white
    }

    /// One more than the highest label.
    pub const fn classes(&self) -> usize {
        self.classes
    }

    /// The pixels of a picture, row by row, from 0 to [`white`](Self::white).
    ///
    /// # Panics
    /// Where there is no such picture.
    pub fn picture(&self, idx: usize) -> &[u8] {
        &self.pixels[idx * self.features()..][..self.features()]
    }

    /// All labels.
    pub fn labels(&self) -> &[u8] {
        &self.labels
    }

    /// Writes the given pictures into `batch`, in that order.
    ///
    /// # Panics
    /// Where there is no such picture.
    pub fn gather<T: Real>(&self, rows: &[usize], batch: &mut Batch<T>) {
        batch.clear();
        for &row in rows {
            self.append(self.picture(row), batch);
            batch.labels.push(self.labels[row]);
        }
    }

    /// Writes consecutive pictures into `batch`.
    ///
    /// # Panics
    /// Where the range goes beyond the last picture.
    pub fn slice<T: Real>(&self, rows: Range<usize>, batch: &mut Batch<T>) {
        batch.clear();
        let features = self.features();
        self.append(
            &self.pixels[rows.start * features..rows.end * features],
            batch,
        );
        batch.labels.extend_from_slice(&self.labels[rows]);
    }

    /// The given pictures as a set of their own, with the classes of the whole.
    ///
    /// # Panics
    /// Where there is no such picture.
    pub fn subset(&self, rows: impl IntoIterator<Item = usize>) -> Self {
        let rows: Vec<usize> = rows.into_iter().collect();
        let mut pixels = Vec::with_capacity(rows.len() * self.features());
        let mut labels = Vec::with_capacity(rows.len());
        for row in rows {
            pixels.extend_from_slice(self.picture(row));
            labels.push(self.labels[row]);
        }
        Self {
            pixels,
            labels,
            ..*self
        }
    }

    /// Training and test data: every `n`-th picture, from the first on, is for the test.
    ///
    /// # Panics
    /// Where `n` is 0.
    pub fn split_every(mut self, n: usize) -> (Self, Self) {
        let test = self.subset((0..self.len()).step_by(n));
        // The others move up, within the same memory: there may be many.
        let features = self.features();
        let mut n_kept = 0;
        for row in (0..self.len()).filter(|row| row % n != 0) {
            let picture = row * features..(row + 1) * features;
            self.pixels.copy_within(picture, n_kept * features);
            self.labels[n_kept] = self.labels[row];
            n_kept += 1;
        }
        self.pixels.truncate(n_kept * features);
        self.labels.truncate(n_kept);
        (self, test)
    }

    /// `n` of the pictures, drawn without replacement, in their order; all where there are no
    /// more.
    pub fn sample(&self, n: usize, rng: &mut Rng) -> Self {
        let mut rows: Vec<usize> = (0..self.len()).collect();
        if n < rows.len() {
            rng.shuffle(&mut rows);
            rows.truncate(n);
            rows.sort_unstable();
        }
        self.subset(rows)
    }

    /// The same pictures with some labels wrong: of `share` of them, from 0 to 1, each
    /// gets one of the other classes, all as likely.
    pub fn with_noisy_labels(mut self, share: f64, rng: &mut Rng) -> Self {
        if self.classes < 2 {
            return self;
        }
        let n_wrong = (share.clamp(0.0, 1.0) * self.len() as f64).round() as usize;
        let mut rows: Vec<usize> = (0..self.len()).collect();
        rng.shuffle(&mut rows);
        for &row in &rows[..n_wrong] {
            let turn = 1 + rng.below(self.classes - 1);
            self.labels[row] = ((usize::from(self.labels[row]) + turn) % self.classes) as u8;
        }
        self
    }

    fn append<T: Real>(&self, pixels: &[u8], batch: &mut Batch<T>) {
        let white = T::from(self.white);
        batch
            .x
            .extend(pixels.iter().map(|&gray| T::from(gray) / white));
    }
}

impl<T> Batch<T> {
    /// Number of pictures.
    pub const fn len(&self) -> usize {
        self.labels.len()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    fn clear(&mut self) {
        self.x.clear();
        self.labels.clear();
    }
}
