//! Contour lines of a sampled function: marching squares, and the levels to draw.

use super::numeral::significant;
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
    column: u32,
    row: u32,
    upright: bool,
}

/// The contours of `grid`, which samples `function`, at the given levels, interpolated linearly
/// along the cell edges.
///
/// Where a cell has its high corners across a diagonal, the mean of the four
/// decides which pair the lines cut off. A cell with a value that is not finite
/// holds no line, and no line crosses an edge where the function jumps or has a pole: it takes
/// no level there, though one lies between the values at the ends.
pub fn contours(grid: &Grid, levels: &[f64], function: impl Fn(Point) -> f64) -> Vec<Contour> {
    let mut pieces: Vec<Vec<[Edge; 2]>> = vec![Vec::new(); levels.len()];
    for row in 0..grid.rows() - 1 {
        for column in 0..grid.columns() - 1 {
            cross_cell(grid, levels, column, row, &mut pieces);
        }
    }
    let mut jumps = Jumps::new(grid, &function);
    for pieces in &mut pieces {
        pieces.retain(|edges| !edges.iter().any(|&edge| jumps.has(edge)));
    }
    let mut links = Links::new(grid);
    let join = |(&level, pieces): (&f64, &Vec<[Edge; 2]>)| Contour {
        level,
        lines: links.lines(pieces, |edge| crossing(grid, level, edge)),
    };
    levels.iter().zip(&pieces).map(join).collect()
}

/// Digits that tell any two values apart that are to be drawn apart.
const MOST_DIGITS: i32 = 15;

/// Levels that tell the shape of a function, at most `n` of them, rising.
///
/// Values of a loss crowd near its minimum and run away at the border, so that
/// even steps of the value would leave the valley empty. The levels follow the
/// share of the area that lies below them instead. Around a minimum inside of the
/// grid that share grows with the square of the rank, which spaces the rings of a
/// bowl evenly, whatever its height; where the lowest value lies on the border, as
/// on a saddle, it grows evenly. Each level is rounded to two digits, or to as many as keep
/// it apart from the others, where the values are large beside their range.
pub fn levels(grid: &Grid, n: usize) -> Vec<f64> {
    let mut values: Vec<f64> = grid.values().to_vec();
    values.retain(|value| value.is_finite());
    if values.is_empty() {
        return Vec::new();
    }
    let is_bowl = !lowest_lies_on_border(grid);
    values.sort_unstable_by(f64::total_cmp);
    let last = (values.len() - 1) as f64;
    let exact: Vec<f64> = (1..=n)
        .map(|rank| {
            let (rank, n) = (rank as f64, n as f64);
            let share = if is_bowl {
                // The innermost ring is wider than a half step, or a narrow valley
                // would be finer than the grid.
                (rank + 0.5) * (rank + 0.5) / ((n + 0.5) * (n + 0.5) + 1.0)
            } else {
                rank / (n + 1.0)
            };
            values[(share * last) as usize]
        })
        .collect();
    let (lowest, highest) = (values[0], values[values.len() - 1]);
    let rounded = |digits| {
        let levels = exact.iter().map(|&level| significant(level, digits));
        let mut levels: Vec<f64> = levels.collect();
        levels.dedup();
        levels.retain(|&level| lowest < level && level < highest);
        levels
    };
    let n_apart = rounded(MOST_DIGITS).len();
    let mut roundings = (2..MOST_DIGITS).map(rounded);
    let all = roundings.find(|levels| levels.len() == n_apart);
    all.unwrap_or_else(|| rounded(MOST_DIGITS))
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

/// Adds the pieces of all lines that cross a cell, one or two for each level.
fn cross_cell(
    grid: &Grid,
    levels: &[f64],
    column: usize,
    row: usize,
    pieces: &mut [Vec<[Edge; 2]>],
) {
    let corners = [
        grid.value(column, row),
        grid.value(column + 1, row),
        grid.value(column + 1, row + 1),
        grid.value(column, row + 1),
    ];
    if corners.iter().any(|v| !v.is_finite()) {
        return;
    }
    let lowest = corners.iter().copied().fold(f64::INFINITY, f64::min);
    let highest = corners.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let bottom = edge(column, row, false);
    let right = edge(column + 1, row, true);
    let top = edge(column, row + 1, false);
    let left = edge(column, row, true);
    for (&level, pieces) in levels.iter().zip(pieces) {
        if level <= lowest || level > highest {
            continue;
        }
        let high = corners.map(|v| v >= level);
        match high {
            [false, false, false, false] | [true, true, true, true] => {}
            [true, false, false, false] | [false, true, true, true] => pieces.push([left, bottom]),
            [false, true, false, false] | [true, false, true, true] => pieces.push([bottom, right]),
            [false, false, true, false] | [true, true, false, true] => pieces.push([right, top]),
            [false, false, false, true] | [true, true, true, false] => pieces.push([top, left]),
            [true, true, false, false] | [false, false, true, true] => pieces.push([left, right]),
            [true, false, false, true] | [false, true, true, false] => pieces.push([bottom, top]),
            [true, false, true, false] | [false, true, false, true] => {
                let mean = corners.iter().sum::<f64>() / 4.0;
                let (first_is_high, center_is_high) = (high[0], mean >= level);
                if first_is_high == center_is_high {
                    pieces.extend([[bottom, right], [top, left]]);
                } else {
                    pieces.extend([[left, bottom], [right, top]]);
                }
            }
        }
    }
}

const fn edge(column: usize, row: usize, upright: bool) -> Edge {
    Edge {
        column: column as u32,
        row: row as u32,
        upright,
    }
}

fn crossing(grid: &Grid, level: f64, edge: Edge) -> Point {
    let (column, row) = (edge.column as usize, edge.row as usize);
    let from = grid.value(column, row);
    let (x, y) = (f64::from(edge.column), f64::from(edge.row));
    if edge.upright {
        let to = grid.value(column, row + 1);
        grid.place(x, y + (level - from) / (to - from))
    } else {
        let to = grid.value(column + 1, row);
        grid.place(x + (level - from) / (to - from), y)
    }
}

/// The edges along which the function jumps, as far as they were asked for.
struct Jumps<'a> {
    grid: &'a Grid,
    function: &'a dyn Fn(Point) -> f64,
    known: Vec<Option<bool>>,
}

impl<'a> Jumps<'a> {
    fn new(grid: &'a Grid, function: &'a dyn Fn(Point) -> f64) -> Self {
        Self {
            grid,
            function,
            known: vec![None; grid.columns() * grid.rows() * 2],
        }
    }

    fn has(&mut self, edge: Edge) -> bool {
        let index = slot(self.grid, edge);
        *self.known[index].get_or_insert_with(|| jumps(self.grid, edge, self.function))
    }
}

/// Whether the function jumps along an edge: however short a part of it, some part changes nearly
/// as much as the whole.
fn jumps(grid: &Grid, edge: Edge, function: &dyn Fn(Point) -> f64) -> bool {
    /// Halves of halves: beyond these, steepness cannot be told from a jump.
    const N_HALVINGS: usize = 40;
    /// A part that changes by less than this share of the whole has no jump of that size.
    const SHARE: f64 = 0.25;

    let (column, row) = (edge.column as usize, edge.row as usize);
    let (x, y) = (f64::from(edge.column), f64::from(edge.row));
    let (dx, dy) = if edge.upright { (0.0, 1.0) } else { (1.0, 0.0) };
    let far = (
        column + usize::from(!edge.upright),
        row + usize::from(edge.upright),
    );
    let (mut from, mut to) = (grid.value(column, row), grid.value(far.0, far.1));
    let (mut start, mut length) = (0.0, 1.0);
    let whole = (to - from).abs();
    for _ in 0..N_HALVINGS {
        length /= 2.0;
        let t = start + length;
        let middle = function(grid.place(x + dx * t, y + dy * t));
        let (first, second) = ((middle - from).abs(), (to - middle).abs());
        if !middle.is_finite() {
            return true;
        }
        if first > second {
            to = middle;
        } else {
            (from, start) = (middle, t);
        }
        if first.max(second) < SHARE * whole {
            return false;
        }
    }
    true
}

fn slot(grid: &Grid, edge: Edge) -> usize {
    let node = edge.row as usize * grid.columns() + edge.column as usize;
    node * 2 + usize::from(edge.upright)
}

/// For each crossed edge the one or two edges that a line joins it to. Empty between
/// two levels, so that one serves for all.
struct Links {
    columns: usize,
    next: Vec<[Option<Edge>; 2]>,
}

impl Links {
    fn new(grid: &Grid) -> Self {
        Self {
            columns: grid.columns(),
            next: vec![[None; 2]; grid.columns() * grid.rows() * 2],
        }
    }

    fn slots(&mut self, edge: Edge) -> &mut [Option<Edge>; 2] {
        let node = edge.row as usize * self.columns + edge.column as usize;
        &mut self.next[node * 2 + usize::from(edge.upright)]
    }

    /// Joins the pieces: the open lines first, from their ends, then the rings.
    fn lines(&mut self, pieces: &[[Edge; 2]], place: impl Fn(Edge) -> Point) -> Vec<Vec<Point>> {
        for &[a, b] in pieces {
            for (from, to) in [(a, b), (b, a)] {
                let slots = self.slots(from);
                let free = usize::from(slots[0].is_some());
                slots[free] = Some(to);
            }
        }
        let mut lines = Vec::new();
        for ends_only in [true, false] {
            for &start in pieces.iter().flatten() {
                let is_start = match self.slots(start) {
                    [None, None] => false,
                    [Some(_), Some(_)] => !ends_only,
                    _ => true,
                };
                if is_start {
                    lines.push(self.walk(start, &place));
                }
            }
        }
        lines
    }

    fn walk(&mut self, start: Edge, place: &impl Fn(Edge) -> Point) -> Vec<Point> {
        let mut line = vec![place(start)];
        let mut at = start;
        while let Some(to) = self.take(at) {
            line.push(place(to));
            at = to;
        }
        line
    }

    /// Removes one link of an edge, at both of its ends, and says where it led.
    fn take(&mut self, from: Edge) -> Option<Edge> {
        let to = self.slots(from).iter_mut().find_map(Option::take)?;
        if let Some(back) = self.slots(to).iter_mut().find(|slot| **slot == Some(from)) {
            *back = None;
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
        let found = &contours(&grid, &[level], function)[0];
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
        let function = |p: Point| if p.x.abs() < 0.06 { f64::NAN } else { p.y };
        let grid = Grid::sample(SQUARE, 21, 21, function);
        let found = &contours(&grid, &[0.01], function)[0];
        assert_eq!(found.lines.len(), 2);
        assert!(found.lines.iter().flatten().all(|p| p.is_finite()));
    }

    /// No line comes near the places of a jump, and beside it there are lines.
    #[track_caller]
    fn check_jump(function: fn(Point) -> f64, is_jump: fn(Point) -> bool) {
        for n in [40, 41] {
            let grid = Grid::sample(SQUARE, n, n, function);
            let all = contours(&grid, &levels(&grid, 9), function);
            let points: Vec<Point> =
                (all.iter().flat_map(|it| &it.lines).flatten().copied()).collect();
            assert!(points.len() > 30, "{}", points.len());
            let wrong = points.iter().filter(|&&point| is_jump(point)).count();
            // A line may end at a jump.
            assert!(wrong <= points.len() / 20, "{wrong} of {}", points.len());
        }
    }

    #[test]
    fn no_line_runs_along_a_jump_or_a_pole() {
        check_jump(|p| (p.y / p.x).atan(), |p| p.x.abs() < 0.01);
        check_jump(|p| 1.0 / p.x, |p| p.x.abs() < 0.02);
        check_jump(|p| 1.0 / (p.x - 0.013), |p| (p.x - 0.013).abs() < 0.02);
        check_jump(|p| (3.0 * p.x).tan(), |p| (p.x.abs() - 0.5236).abs() < 0.01);
        check_jump(
            |p| p.y + (2.9 * p.x).floor(),
            |p| (2.9 * p.x - (2.9 * p.x).round()).abs() < 0.01,
        );
    }

    #[test]
    fn what_is_steep_but_has_no_jump_keeps_its_line() {
        let steep = |p: Point| (1e4 * (p.x - 0.3)).tanh();
        let grid = Grid::sample(SQUARE, 41, 41, steep);
        let found = contours(&grid, &[-0.5, 0.0, 0.5], steep);
        assert!(
            found
                .iter()
                .all(|it| it.lines.len() == 1 && it.lines[0].len() == 41)
        );
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
    fn a_loss_far_from_zero_has_as_many_rings() {
        let bowl = |constant: f64| {
            let value = move |p: Point| p.x * p.x + p.y * p.y + constant;
            levels(&Grid::sample(SQUARE, 81, 81, value), 10)
        };
        let usual = bowl(0.0);
        for constant in [100.0, 1000.0, -1e6, 1e9] {
            let moved = bowl(constant);
            assert_eq!(moved.len(), usual.len(), "{constant}");
            for at in 1..usual.len() {
                let gap = usual[at] - usual[at - 1];
                let off = (moved[at] - constant - usual[at]).abs();
                assert!(off <= gap, "{constant}: {} is not {}", moved[at], usual[at]);
                assert!(moved[at] > moved[at - 1], "{constant}");
            }
        }
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
