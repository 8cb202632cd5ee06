//! Where paths are, roughly.

use super::frame::Frame;
use super::pen::Spot;

/// Which cells of a coarse grid a path runs through.
#[derive(Clone, Debug)]
pub(super) struct Crowd {
    bounds: Frame,
    columns: usize,
    cells: Vec<bool>,
    /// How many more marks may be set: a run that crosses the picture thousands of
    /// times has filled its cells long before.
    budget: usize,
}

const CELL: f64 = 5.0;

impl Crowd {
    /// An empty grid.
    pub(super) fn new(bounds: Frame) -> Self {
        let n = |length: f64| (length.max(0.0) / CELL) as usize + 1;
        let columns = n(bounds.width());
        Self {
            bounds,
            columns,
            cells: vec![false; columns * n(bounds.height())],
            budget: 40_000,
        }
    }

    fn cell(&self, (x, y): Spot) -> Option<usize> {
        let column = (x - self.bounds.left) / CELL;
        let row = (y - self.bounds.top) / CELL;
        if column < 0.0 || row < 0.0 || column as usize >= self.columns {
            return None;
        }
        let id = row as usize * self.columns + column as usize;
        (id < self.cells.len()).then_some(id)
    }

    /// Marks the cells that a line runs through.
    pub(super) fn mark(&mut self, line: &[Spot]) {
        for pair in line.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            let length = (to.0 - from.0).abs().max((to.1 - from.1).abs());
            let n = ((length / CELL) as usize + 1).min(self.budget);
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

    /// How many marked cells lie under a rectangle.
    pub(super) fn under(&self, frame: Frame) -> u32 {
        let mut n = 0;
        let mut y = frame.top;
        while y < frame.bottom + CELL {
            let mut x = frame.left;
            while x < frame.right + CELL {
                let at = (x.min(frame.right), y.min(frame.bottom));
                n += u32::from(self.cell(at).is_some_and(|id| self.cells[id]));
                x += CELL;
            }
            y += CELL;
        }
        n
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_crowds_the_places_over_it() {
        let frame = |left: f64, top: f64, right: f64, bottom: f64| Frame {
            left,
            top,
            right,
            bottom,
        };
        let mut crowd = Crowd::new(frame(0.0, 0.0, 100.0, 100.0));
        crowd.mark(&[(0.0, 50.0), (60.0, 50.0)]);
        assert!(crowd.under(frame(10.0, 40.0, 30.0, 60.0)) >= 4);
        assert_eq!(crowd.under(frame(70.0, 40.0, 90.0, 60.0)), 0);
        assert_eq!(crowd.under(frame(10.0, 70.0, 30.0, 90.0)), 0);
    }
}
