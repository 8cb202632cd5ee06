//! Which rows a mini-batch takes.

use crate::math::Rng;

/// How the rows of a mini-batch are chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Choice {
    /// Each row by itself from all rows, so that one can come twice: the book's
    /// `np.random.choice(n, size)`.
    #[default]
    WithReplacement,
    /// A new random order for each epoch, every row once; the last batch of an epoch
    /// may be smaller. What PyTorch's `DataLoader(shuffle=True)` does.
    EpochShuffle,
}

/// The mini-batches of a run, from a seed.
///
/// *Source:* Saito, 4.2.3 and 4.5.2.
#[derive(Clone, Debug)]
pub struct Batches {
    rng: Rng,
    size: usize,
    choice: Choice,
    /// All rows, in the order of the epoch.
    order: Vec<usize>,
    /// How many rows of the epoch have been taken.
    n_taken: usize,
    rows: Vec<usize>,
}

impl Batches {
    /// Batches of `size` rows out of `n`.
    ///
    /// # Panics
    /// Where `n` or `size` is 0.
    pub fn new(n: usize, size: usize, choice: Choice, rng: Rng) -> Self {
        assert!(n > 0 && size > 0, "a mini-batch has rows");
        Self {
            rng,
            size,
            choice,
            order: (0..n).collect(),
            n_taken: n,
            rows: Vec::new(),
        }
    }

    /// The rows of the next mini-batch.
    pub fn draw(&mut self) -> &[usize] {
        let n = self.order.len();
        self.rows.clear();
        match self.choice {
            Choice::WithReplacement => {
                let rng = &mut self.rng;
                self.rows.extend((0..self.size).map(|_| rng.below(n)));
            }
            Choice::EpochShuffle => {
                if self.n_taken == n {
                    self.rng.shuffle(&mut self.order);
                    self.n_taken = 0;
                }
                let end = (self.n_taken + self.size).min(n);
                self.rows.extend_from_slice(&self.order[self.n_taken..end]);
                self.n_taken = end;
            }
        }
        &self.rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shuffled_epoch_takes_every_row_once() {
        let mut batches = Batches::new(10, 4, Choice::EpochShuffle, Rng::new(1));
        let mut epoch = || -> Vec<usize> { (0..3).flat_map(|_| batches.draw().to_vec()).collect() };
        let (mut first, mut second) = (epoch(), epoch());
        assert_ne!(first, second);
        first.sort_unstable();
        second.sort_unstable();
        assert!(first.iter().copied().eq(0..10));
        assert_eq!(first, second);
    }

    #[test]
    fn drawing_with_replacement_repeats_rows() {
        let mut batches = Batches::new(50, 100, Choice::WithReplacement, Rng::new(1));
        let rows = batches.draw();
        assert_eq!(rows.len(), 100);
        assert!(rows.iter().all(|&row| row < 50));
    }

    #[test]
    fn the_same_seed_gives_the_same_batches() {
        let batches = || Batches::new(1437, 100, Choice::WithReplacement, Rng::new(9));
        assert_eq!(batches().draw(), batches().draw());
    }
}
