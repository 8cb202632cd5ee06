//! Contour lines of a sampled function: marching squares, and the levels to draw.

use super::{Grid, Point};

/// All lines along which the function has one value.
#[derive(Clone, Debug, PartialEq)]
pub struct Contour {
    /// The value of the function along the lines.
    pub level: f64,
    /// Open lines end at the border of the grid (or beside a value that is not
    /// finite); a closed line repeats its first point at its end.
    pub lines: Vec<Vec<Point>>,
}

/// An edge of a grid cell, named by the node at its lower or left end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Edge {
    column: usize,
    row: usize,
    upright: bool,
}

/// The contour of `grid` at `level`, interpolated linearly along the cell edges.
///
/// Where a cell has its high corners across a diagonal, the mean of the four
/// decides which pair the lines cut off. A cell with a value that is not finite
/// holds no line.
pub fn contour(grid: &Grid, level: f64) -> Contour {
    let mut links = Links::new(grid);
    for row in 0..grid.rows() - 1 {
        for column in 0..grid.columns() - 1 {
            cross_cell(grid, level, column, row, &mut links);
        }
    }
    let lines = links.into_lines(|edge| crossing(grid, level, edge));
    Contour { level, lines }
}

/// Levels that tell the shape of a function, at most `n` of them, rising.
///
/// Values of a loss crowd near its minimum and run away at the border, so that
/// even steps of the value would leave the valley empty. The levels follow the
/// share of the area that lies below them instead. Around a minimum inside of the
/// grid that share grows with the square of the rank, which spaces the rings of a
/// bowl evenly, whatever its height; where the lowest value lies on the border, as
/// on a saddle, it grows evenly. Each level is rounded to two digits.
pub fn levels(grid: &Grid, n: usize) -> Vec<f64> {
    let mut values: Vec<f64> = grid.values().to_vec();
    values.retain(|value| value.is_finite());
    if values.is_empty() {
        return Vec::new();
    }
    let is_bowl = !lowest_lies_on_border(grid);
    values.sort_unstable_by(f64::total_cmp);
    let last = (values.len() - 1) as f64;
    let mut levels: Vec<f64> = (1..=n)
        .map(|rank| {
            let (rank, n) = (rank as f64, n as f64);
            let share = if is_bowl {
                // The innermost ring is wider than a half step, or a narrow valley
                // would be finer than the grid.
                (rank + 0.5) * (rank + 0.5) / ((n + 0.5) * (n + 0.5) + 1.0)
            } else {
                rank / (n + 1.0)
            };
            round_to_two_digits(values[(share * last) as usize])
        })
        .collect();
    levels.dedup();
    levels.retain(|level| values[0] < *level && *level < values[values.len() - 1]);
    levels
}

fn lowest_lies_on_border(grid: &Grid) -> bool {
    let lowest = (0..grid.values().len())
        .filter(|&id| grid.values()[id].is_finite())
        .min_by(|&a, &b| grid.values()[a].total_cmp(&grid.values()[b]));
    lowest.is_some_and(|id| {
        let (column, row) = (id % grid.columns(), id / grid.columns());
        column == 0 || row == 0 || column + 1 == grid.columns() || row + 1 == grid.rows()
    })
}

fn round_to_two_digits(value: f64) -> f64 {
    if value == 0.0 {
        return 0.0;
    }
    let exponent = libm::floor(libm::log10(value.abs())) - 1.0;
    let unit = libm::exp10(exponent);
    if unit.is_normal() {
        libm::round(value / unit) * unit
    } else {
        value
    }
}

fn cross_cell(grid: &Grid, level: f64, column: usize, row: usize, links: &mut Links) {
    let corners = [
        grid.value(column, row),
        grid.value(column + 1, row),
        grid.value(column + 1, row + 1),
        grid.value(column, row + 1),
    ];
    if corners.iter().any(|v| !v.is_finite()) {
        return;
    }
    let high = corners.map(|v| v >= level);
    let bottom = edge(column, row, false);
    let right = edge(column + 1, row, true);
    let top = edge(column, row + 1, false);
    let left = edge(column, row, true);
    match high {
        [false, false, false, false] | [true, true, true, true] => {}
        [true, false, false, false] | [false, true, true, true] => links.join(left, bottom),
        [false, true, false, false] | [true, false, true, true] => links.join(bottom, right),
        [false, false, true, false] | [true, true, false, true] => links.join(right, top),
        [false, false, false, true] | [true, true, true, false] => links.join(top, left),
        [true, true, false, false] | [false, false, true, true] => links.join(left, right),
        [true, false, false, true] | [false, true, true, false] => links.join(bottom, top),
        [true, false, true, false] | [false, true, false, true] => {
            let mean = corners.iter().sum::<f64>() / 4.0;
            let (first_is_high, center_is_high) = (high[0], mean >= level);
            if first_is_high == center_is_high {
                links.join(bottom, right);
                links.join(top, left);
            } else {
                links.join(left, bottom);
                links.join(right, top);
            }
        }
    }
}

const fn edge(column: usize, row: usize, upright: bool) -> Edge {
    Edge {
        column,
        row,
        upright,
    }
}

fn crossing(grid: &Grid, level: f64, edge: Edge) -> Point {
    let from = grid.value(edge.column, edge.row);
    let (column, row) = (edge.column as f64, edge.row as f64);
    if edge.upright {
        let to = grid.value(edge.column, edge.row + 1);
        grid.place(column, row + (level - from) / (to - from))
    } else {
        let to = grid.value(edge.column + 1, edge.row);
        grid.place(column + (level - from) / (to - from), row)
    }
}

/// For each crossed edge the one or two edges that a line joins it to.
struct Links {
    columns: usize,
    next: Vec<[Option<usize>; 2]>,
}

impl Links {
    fn new(grid: &Grid) -> Self {
        Self {
            columns: grid.columns(),
            next: vec![[None; 2]; grid.columns() * grid.rows() * 2],
        }
    }

    fn id(&self, edge: Edge) -> usize {
        (edge.row * self.columns + edge.column) * 2 + usize::from(edge.upright)
    }

    fn edge(&self, id: usize) -> Edge {
        let node = id / 2;
        edge(node % self.columns, node / self.columns, id % 2 == 1)
    }

    fn join(&mut self, a: Edge, b: Edge) {
        let (a, b) = (self.id(a), self.id(b));
        for (from, to) in [(a, b), (b, a)] {
            let slots = &mut self.next[from];
            let free = usize::from(slots[0].is_some());
            slots[free] = Some(to);
        }
    }

    /// Follows the links: the open lines first, from their ends, then the rings.
    fn into_lines(mut self, place: impl Fn(Edge) -> Point) -> Vec<Vec<Point>> {
        let mut lines = Vec::new();
        for ends_only in [true, false] {
            for start in 0..self.next.len() {
                let is_start = match self.next[start] {
                    [None, None] => false,
                    [Some(_), Some(_)] => !ends_only,
                    _ => true,
                };
                if is_start {
                    let ids = self.walk(start);
                    lines.push(ids.iter().map(|&id| place(self.edge(id))).collect());
                }
            }
        }
        lines
    }

    fn walk(&mut self, start: usize) -> Vec<usize> {
        let mut ids = vec![start];
        let mut at = start;
        while let Some(to) = self.take(at) {
            ids.push(to);
            at = to;
        }
        ids
    }

    /// Removes one link of an edge, at both of its ends, and says where it led.
    fn take(&mut self, from: usize) -> Option<usize> {
        let slot = self.next[from].iter().position(Option::is_some)?;
        let to = self.next[from][slot].take()?;
        if let Some(back) = self.next[to].iter().position(|&id| id == Some(from)) {
            self.next[to][back] = None;
        }
        Some(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::Rect;

    const SQUARE: Rect = Rect::new(-1.0, 1.0, -1.0, 1.0);

    #[track_caller]
    fn check(function: fn(Point) -> f64, level: f64, n_lines: usize, closed: bool) {
        let grid = Grid::sample(SQUARE, 41, 41, function);
        let found = contour(&grid, level);
        assert_eq!(found.lines.len(), n_lines);
        for line in &found.lines {
            assert_eq!(line.first() == line.last(), closed);
            for &point in line {
                assert!(SQUARE.contains(point));
                assert!((function(point) - level).abs() < 2e-3, "{point:?}");
            }
        }
    }

    #[test]
    fn the_contour_of_a_bowl_is_one_ring() {
        check(|p| p.x * p.x + p.y * p.y, 0.5, 1, true);
    }

    #[test]
    fn the_contour_of_a_plane_is_one_open_line() {
        check(|p| p.x + 0.3 * p.y, 0.1, 1, false);
    }

    #[test]
    fn a_saddle_has_two_branches() {
        check(|p| p.x * p.x - p.y * p.y, 0.2, 2, false);
    }

    #[test]
    fn a_level_that_is_not_reached_has_no_line() {
        check(|p| p.x, 7.0, 0, false);
    }

    #[test]
    fn lines_stop_beside_a_value_that_is_not_finite() {
        let grid = Grid::sample(SQUARE, 21, 21, |p| {
            if p.x.abs() < 0.06 { f64::NAN } else { p.y }
        });
        let found = contour(&grid, 0.01);
        assert_eq!(found.lines.len(), 2);
        assert!(found.lines.iter().flatten().all(|p| p.is_finite()));
    }

    #[test]
    fn a_constant_has_no_levels() {
        let grid = Grid::sample(SQUARE, 5, 5, |_| 3.0);
        assert!(levels(&grid, 8).is_empty());
    }

    #[test]
    fn the_rings_of_a_bowl_are_spaced_evenly() {
        let grid = Grid::sample(SQUARE, 81, 81, |p| p.x * p.x + p.y * p.y);
        let radii: Vec<f64> = levels(&grid, 10)
            .iter()
            .map(|level| level.sqrt())
            .filter(|&radius| radius < 1.0)
            .collect();
        assert!(radii.len() >= 6);
        let gaps = radii.windows(2).map(|pair| pair[1] - pair[0]);
        assert!(
            gaps.into_iter().all(|gap| (0.08..0.15).contains(&gap)),
            "{radii:?}"
        );
    }

    #[test]
    fn a_saddle_has_levels_on_both_sides() {
        let grid = Grid::sample(SQUARE, 41, 41, |p| p.x * p.x - p.y * p.y);
        let found = levels(&grid, 9);
        let below = found.iter().filter(|&&level| level < -1e-9).count();
        let above = found.iter().filter(|&&level| level > 1e-9).count();
        assert_eq!(below, above);
        assert!(below >= 3);
    }
}
