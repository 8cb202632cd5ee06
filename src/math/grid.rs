//! A function of two variables, sampled at the nodes of a regular grid.

use super::{Point, Rect};

/// Values at `columns × rows` nodes that span a rectangle, row by row from the
/// lowest y, each row from the lowest x.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    area: Rect,
    columns: usize,
    rows: usize,
    values: Vec<f64>,
}

impl Grid {
    /// Samples `function` at the nodes; the outer nodes lie on the border of `area`.
    ///
    /// # Panics
    /// Where there are fewer than two columns or rows.
    pub fn sample(
        area: Rect,
        columns: usize,
        rows: usize,
        function: impl Fn(Point) -> f64,
    ) -> Self {
        assert!(columns >= 2 && rows >= 2, "a grid has at least 2 × 2 nodes");
        let mut values = Vec::with_capacity(columns * rows);
        for row in 0..rows {
            let y = area.y.at(row as f64 / (rows - 1) as f64);
            for column in 0..columns {
                let x = area.x.at(column as f64 / (columns - 1) as f64);
                values.push(function(Point::new(x, y)));
            }
        }
        Self {
            area,
            columns,
            rows,
            values,
        }
    }

    /// Number of nodes along x.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Number of nodes along y.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The value at a node.
    ///
    /// # Panics
    /// Where the node is outside of the grid.
    pub fn value(&self, column: usize, row: usize) -> f64 {
        assert!(column < self.columns, "column {column} of {}", self.columns);
        self.values[row * self.columns + column]
    }

    /// All values, row by row.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The place at fractional node coordinates.
    pub fn place(&self, column: f64, row: f64) -> Point {
        Point::new(
            self.area.x.at(column / (self.columns - 1) as f64),
            self.area.y.at(row / (self.rows - 1) as f64),
        )
    }
}
