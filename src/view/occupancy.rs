//! Where paths are, roughly.

use crate::view::frame::{Frame, MOST};
use crate::view::pen::Spot;

/// Which cells of a coarse grid a path runs through.
#[derive(Clone, Debug)]
pub(crate) struct Crowd {
    bounds: Frame,
    columns: usize,
    rows: usize,
    cells: Vec<bool>,
    /// How many more marks may be set: a run that crosses the picture thousands of
    /// times has filled its cells long before.
    budget: usize,
}

const CELL: f64 = 5.0;

impl Crowd {
    /// An empty grid.
    pub(crate) fn new(bounds: Frame) -> Self {
        let n = |length: f64| (length.clamp(0.0, MOST) / CELL) as usize + 1;
        let (columns, rows) = (n(bounds.width()), n(bounds.height()));
        Self {
            bounds,
            columns,
            rows,
            cells: vec![false; columns * rows],
            budget: 40_000,
        }
    }

    /// The cell at a place; `None` outside of the grid and for what is not a number.
    fn cell(&self, (x, y): Spot) -> Option<usize> {
        Some(self.row(y)? * self.columns + self.column(x)?)
    }

    fn column(&self, x: f64) -> Option<usize> {
        index(x - self.bounds.left, self.columns)
    }

    fn row(&self, y: f64) -> Option<usize> {
        index(y - self.bounds.top, self.rows)
    }

    /// Marks the cells that a line runs through.
    pub(crate) fn mark(&mut self, line: &[Spot]) {
        for pair in line.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            let length = (to.0 - from.0).abs().max((to.1 - from.1).abs());
            // The budget bounds the number before it becomes a whole one.
            let n = (length / CELL).min(self.budget as f64) as usize;
            let n = (n + 1).min(self.budget);
            self.budget -= n;
            for k in 0..=n {
                let t = k as f64 / n.max(1) as f64;
                let at = (from.0 + (to.0 - from.0) * t, from.1 + (to.1 - from.1) * t);
                if let Some(id) = self.cell(at) {
                    self.cells[id] = true;
                }
            }
        }
    }

    /// How many marked cells lie under a rectangle: asked every [`CELL`] pixels and at its
    /// right and lower edge.
    pub(crate) fn under(&self, frame: Frame) -> u32 {
        // Counted by whole numbers: a walk that adds to a coordinate until it passes an edge
        // ends only if the edge is finite and every comparison is right.
        let n = |length: f64| f64::ceil(length.clamp(0.0, MOST) / CELL) as usize;
        let (columns, rows) = (n(frame.width()), n(frame.height()));
        let x = |k: usize| (frame.left + k as f64 * CELL).min(frame.right);
        let y = |k: usize| (frame.top + k as f64 * CELL).min(frame.bottom);
        let columns: Vec<usize> = (0..=columns).filter_map(|k| self.column(x(k))).collect();
        let rows = (0..=rows).filter_map(|k| self.row(y(k)));
        let marked = rows.map(|row| {
            let cells = &self.cells[row * self.columns..];
            columns.iter().filter(|&&column| cells[column]).count() as u32
        });
        marked.sum()
    }
}

/// The cell, of `n` in a line, at a distance from the first one's edge.
fn index(distance: f64, n: usize) -> Option<usize> {
    let cell = distance / CELL;
    (0.0..n as f64).contains(&cell).then_some(cell as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(left: f64, top: f64, right: f64, bottom: f64) -> Frame {
        Frame {
            left,
            top,
            right,
            bottom,
        }
    }

    #[test]
    fn a_line_crowds_the_places_over_it() {
        let mut crowd = Crowd::new(frame(0.0, 0.0, 100.0, 100.0));
        crowd.mark(&[(0.0, 50.0), (60.0, 50.0)]);
        assert!(crowd.under(frame(10.0, 40.0, 30.0, 60.0)) >= 4);
        assert_eq!(crowd.under(frame(70.0, 40.0, 90.0, 60.0)), 0);
        assert_eq!(crowd.under(frame(10.0, 70.0, 30.0, 90.0)), 0);
    }

    #[test]
    fn a_label_as_large_as_the_grid_counts_every_cell() {
        let mut crowd = Crowd::new(frame(0.0, 0.0, 99.0, 9.0));
        crowd.mark(&[(0.0, 2.0), (99.0, 2.0)]);
        assert_eq!(crowd.under(frame(0.0, 0.0, 99.0, 4.0)), 2 * 21);
    }

    #[test]
    fn nothing_infinite_goes_on_for_ever() {
        let odd = [f64::NAN, f64::INFINITY, -f64::INFINITY, 1e300, -1e300, 1e9];
        for low in odd {
            for high in odd {
                let mut crowd = Crowd::new(frame(0.0, 0.0, 50.0, 50.0));
                crowd.mark(&[(low, 20.0), (high, 20.0), (low, high), (20.0, 20.0)]);
                let under = crowd.under(frame(low, low, high, high));
                assert!(under as usize <= crowd.cells.len(), "{low} {high}: {under}");
            }
        }
        for extent in odd {
            let crowd = Crowd::new(frame(0.0, 0.0, extent, 10.0));
            assert!(
                crowd.cells.len() <= 3 * (MOST / CELL) as usize + 3,
                "{extent}"
            );
        }
    }
}
