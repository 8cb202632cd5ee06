//! A grid of values that is filled from coarse to fine.

/// Columns times rows of values, of which every eighth of both is asked for first, then
/// every fourth, every second and all.
///
/// What is there stands for the block around it until a finer value comes, so that the
/// grid can be shown whole from early on.
#[derive(Clone, Debug)]
pub struct ProgressiveGrid<T> {
    columns: usize,
    rows: usize,
    stride: usize,
    next: usize,
    values: Vec<Option<T>>,
}

/// The distance of the first values.
const COARSEST: usize = 8;

impl<T> ProgressiveGrid<T> {
    /// An empty grid.
    pub fn new(columns: usize, rows: usize) -> Self {
        Self {
            columns,
            rows,
            stride: COARSEST,
            next: 0,
            values: (0..columns * rows).map(|_| None).collect(),
        }
    }

    /// How many columns.
    pub const fn columns(&self) -> usize {
        self.columns
    }

    /// How many rows.
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// The value of a place, where it has one of its own.
    pub fn get(&self, column: usize, row: usize) -> Option<&T> {
        let is_in = column < self.columns && row < self.rows;
        self.values
            .get(row * self.columns + column)?
            .as_ref()
            .filter(|_| is_in)
    }

    /// The value of a place, or else of the block that it lies in.
    pub fn nearest(&self, column: usize, row: usize) -> Option<&T> {
        let mut stride = 1;
        while stride <= COARSEST {
            let found = self.get(column - column % stride, row - row % stride);
            if found.is_some() {
                return found;
            }
            stride *= 2;
        }
        None
    }

    /// All values that are there.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.values.iter().flatten()
    }

    /// The place whose value is wanted next, column first; `None` when all are there.
    pub fn wanted(&mut self) -> Option<(usize, usize)> {
        while self.stride > 0 {
            let columns = self.columns.div_ceil(self.stride);
            let (column, row) = (self.next % columns, self.next / columns);
            let place = (column * self.stride, row * self.stride);
            if place.1 >= self.rows {
                self.stride /= 2;
                self.next = 0;
            } else if self.get(place.0, place.1).is_some() {
                self.next += 1;
            } else {
                return Some(place);
            }
        }
        None
    }

    /// Whether all values are there.
    pub fn is_complete(&self) -> bool {
        self.values.iter().all(Option::is_some)
    }

    /// Puts a value at its place.
    pub fn put(&mut self, column: usize, row: usize, value: T) {
        if let Some(place) = self.values.get_mut(row * self.columns + column) {
            *place = Some(value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_asked_for_once_and_shown_from_the_first_round_on() {
        for (columns, rows) in [(160, 120), (13, 7), (1, 1), (9, 1)] {
            let mut grid = ProgressiveGrid::new(columns, rows);
            let first = columns.div_ceil(COARSEST) * rows.div_ceil(COARSEST);
            let mut count = 0;
            while let Some((column, row)) = grid.wanted() {
                assert_eq!(grid.get(column, row), None);
                grid.put(column, row, count);
                count += 1;
                if count == first {
                    let all = (0..columns * rows).map(|k| (k % columns, k / columns));
                    for (column, row) in all {
                        assert!(grid.nearest(column, row).is_some());
                    }
                }
            }
            assert_eq!(count, columns * rows);
            assert_eq!(grid.values().count(), count);
        }
    }
}
