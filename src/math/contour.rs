//! Contours of a sampled function by marching squares: their lines, and what they enclose.

use super::{Grid, Point, Span};

/// Where a function has one value, and where it has at least that.
#[derive(Clone, Debug, PartialEq)]
pub struct Contour {
    /// The value.
    pub level: f64,
    /// The lines along which the function has it. Open lines end at the border of the grid (or
    /// beside a value that is not finite); a closed line repeats its first point at its end.
    pub lines: Vec<Line>,
    /// The outlines of where it is at least that: closed, counterclockwise around it and
    /// clockwise around what is lower within.
    pub outlines: Vec<Line>,
}

/// Points of a line, with higher values to its left.
pub type Line = Vec<Point>;

/// The contours of a function.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contours {
    /// One for each level.
    pub levels: Vec<Contour>,
    /// The outlines of where the function has a value at all.
    pub domain: Vec<Line>,
}

/// An edge of a grid cell, named by the node at its lower or left end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Edge {
    column: u32,
    row: u32,
    upright: bool,
}

/// The contours of `grid`, which samples `function`, at the given levels, which rise, interpolated
/// linearly along the cell edges.
///
/// Where a cell has its high corners across a diagonal, the mean of the four decides which pair
/// the lines cut off. No line crosses an edge with a value that is not finite, nor one where the
/// function jumps or has a pole: it takes no level there, though one lies between the values at
/// the ends.
pub fn contours(grid: &Grid, levels: &[f64], function: impl Fn(Point) -> f64) -> Contours {
    let framed = Framed::new(grid);
    let mut gaps = Gaps::new(&framed, &function);
    let all: Vec<f64> = [LEAST].iter().chain(levels).copied().collect();
    let mut pieces: Vec<Vec<[Edge; 2]>> = vec![Vec::new(); all.len()];
    for row in 0..framed.rows - 1 {
        for column in 0..framed.columns - 1 {
            framed.cross_cell(&all, column, row, &mut pieces);
        }
    }
    let mut links = Links::new(&framed);
    let mut made = all.iter().zip(&pieces).map(|(&level, pieces)| {
        let rings = links.rings(pieces);
        let spots = |edges: &[Edge]| edges.iter().map(|&at| framed.crossing(level, at)).collect();
        Contour {
            level,
            lines: lines(&rings, &mut gaps)
                .iter()
                .map(|it| spots(it))
                .collect(),
            outlines: rings.iter().map(|it| spots(it)).collect(),
        }
    });
    let domain = made.next().map_or_else(Vec::new, |it| it.outlines);
    Contours {
        domain,
        levels: made.collect(),
    }
}

/// Stands for a value that is lower than all: outside of the grid, and where there is none.
const NOWHERE: f64 = -1e300;

/// Between it and all values: lines of this level run through the nodes.
const LEAST: f64 = -1e280;

/// A grid with a frame of nodes around it that have no value, so that all outlines are closed.
struct Framed<'a> {
    grid: &'a Grid,
    columns: usize,
    rows: usize,
    values: Vec<f64>,
}

impl<'a> Framed<'a> {
    fn new(grid: &'a Grid) -> Self {
        let (columns, rows) = (grid.columns() + 2, grid.rows() + 2);
        let mut values = vec![NOWHERE; columns * rows];
        for (row, line) in grid.values().chunks(grid.columns()).enumerate() {
            for (column, &value) in line.iter().enumerate() {
                // What is larger leaves no room between it and what stands for none.
                if value.abs() < -LEAST {
                    values[(row + 1) * columns + column + 1] = value;
                }
            }
        }
        Self {
            grid,
            columns,
            rows,
            values,
        }
    }

    fn value(&self, column: usize, row: usize) -> f64 {
        self.values[row * self.columns + column]
    }

    /// The values at both ends of an edge.
    fn ends(&self, edge: Edge) -> [f64; 2] {
        let (column, row) = (edge.column as usize, edge.row as usize);
        let to = match edge.upright {
            true => self.value(column, row + 1),
            false => self.value(column + 1, row),
        };
        [self.value(column, row), to]
    }

    /// Whether the function has values at both ends.
    fn is_within(&self, edge: Edge) -> bool {
        self.ends(edge).iter().all(|&value| value > LEAST)
    }

    fn crossing(&self, level: f64, edge: Edge) -> Point {
        let [from, to] = self.ends(edge);
        self.place(edge, (level - from) / (to - from))
    }

    /// The place at a share of an edge, at the border of the grid where that is outside.
    fn place(&self, edge: Edge, share: f64) -> Point {
        let (x, y) = (f64::from(edge.column), f64::from(edge.row));
        let (x, y) = if edge.upright {
            (x, y + share)
        } else {
            (x + share, y)
        };
        let inside = |at: f64, n: usize| Span::new(0.0, (n - 1) as f64).clamp(at - 1.0);
        self.grid
            .place(inside(x, self.grid.columns()), inside(y, self.grid.rows()))
    }

    /// The place of an edge in a list of all.
    fn index(&self, edge: Edge) -> usize {
        let node = edge.row as usize * self.columns + edge.column as usize;
        node * 2 + usize::from(edge.upright)
    }

    /// Whether the function jumps along an edge: however short a part of it, some part changes
    /// nearly as much as the whole.
    fn jumps(&self, edge: Edge, function: &dyn Fn(Point) -> f64) -> bool {
        /// Halves of halves: beyond these, steepness cannot be told from a jump.
        const N_HALVINGS: usize = 40;
        /// A part that changes by less than this share of the whole has no jump of that size.
        const SHARE: f64 = 0.25;

        let [mut from, mut to] = self.ends(edge);
        let whole = (to - from).abs();
        let (mut start, mut length) = (0.0, 1.0);
        for _ in 0..N_HALVINGS {
            length /= 2.0;
            let half = start + length;
            let middle = function(self.place(edge, half));
            let (first, second) = ((middle - from).abs(), (to - middle).abs());
            if !middle.is_finite() {
                return true;
            }
            if first > second {
                to = middle;
            } else {
                (from, start) = (middle, half);
            }
            if first.max(second) < SHARE * whole {
                return false;
            }
        }
        true
    }

    /// Adds the pieces of all lines that cross a cell, one or two for each level, with the higher
    /// values to their left.
    fn cross_cell(&self, levels: &[f64], column: usize, row: usize, pieces: &mut [Vec<[Edge; 2]>]) {
        let corners = [
            self.value(column, row),
            self.value(column + 1, row),
            self.value(column + 1, row + 1),
            self.value(column, row + 1),
        ];
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
            match corners.map(|value| value >= level) {
                [false, false, false, false] | [true, true, true, true] => {}
                [true, false, false, false] => pieces.push([bottom, left]),
                [false, true, true, true] => pieces.push([left, bottom]),
                [false, true, false, false] => pieces.push([right, bottom]),
                [true, false, true, true] => pieces.push([bottom, right]),
                [false, false, true, false] => pieces.push([top, right]),
                [true, true, false, true] => pieces.push([right, top]),
                [false, false, false, true] => pieces.push([left, top]),
                [true, true, true, false] => pieces.push([top, left]),
                [true, true, false, false] => pieces.push([right, left]),
                [false, false, true, true] => pieces.push([left, right]),
                [true, false, false, true] => pieces.push([bottom, top]),
                [false, true, true, false] => pieces.push([top, bottom]),
                [first_is_high, ..] => {
                    let center_is_high = corners.iter().sum::<f64>() / 4.0 >= level;
                    pieces.extend(match (first_is_high, center_is_high) {
                        (true, true) => [[bottom, right], [top, left]],
                        (true, false) => [[bottom, left], [top, right]],
                        (false, true) => [[left, bottom], [right, top]],
                        (false, false) => [[right, bottom], [left, top]],
                    });
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

/// The parts of closed outlines that cross no gap, each as an open line, or a closed one where
/// that is all of it.
fn lines(rings: &[Vec<Edge>], gaps: &mut Gaps<'_>) -> Vec<Vec<Edge>> {
    let mut lines = Vec::new();
    for ring in rings {
        let Some(gap) = ring.iter().position(|&at| gaps.has(at)) else {
            lines.push(ring.clone());
            continue;
        };
        // The last edge of a ring is its first: it stands there once.
        let around: Vec<Edge> = [&ring[gap..], &ring[1..=gap]].concat();
        let parts = around.split(|&at| gaps.has(at));
        lines.extend(parts.filter(|it| it.len() > 1).map(<[Edge]>::to_vec));
    }
    lines
}

/// The edges along which the function has no value somewhere or jumps, as far as they were asked
/// for.
struct Gaps<'a> {
    framed: &'a Framed<'a>,
    function: &'a dyn Fn(Point) -> f64,
    known: Vec<Option<bool>>,
}

impl<'a> Gaps<'a> {
    fn new(framed: &'a Framed<'a>, function: &'a dyn Fn(Point) -> f64) -> Self {
        Self {
            framed,
            function,
            known: vec![None; framed.columns * framed.rows * 2],
        }
    }

    fn has(&mut self, edge: Edge) -> bool {
        let (framed, function) = (self.framed, self.function);
        let known = &mut self.known[framed.index(edge)];
        *known.get_or_insert_with(|| !framed.is_within(edge) || framed.jumps(edge, function))
    }
}

/// For each crossed edge the one that a line goes to. Empty between two levels, so that one
/// serves for all.
struct Links<'a> {
    framed: &'a Framed<'a>,
    next: Vec<Option<Edge>>,
}

impl<'a> Links<'a> {
    fn new(framed: &'a Framed<'a>) -> Self {
        Self {
            framed,
            next: vec![None; framed.columns * framed.rows * 2],
        }
    }

    fn next(&mut self, edge: Edge) -> &mut Option<Edge> {
        &mut self.next[self.framed.index(edge)]
    }

    /// Joins the pieces to rings, whose last edge is the first again.
    fn rings(&mut self, pieces: &[[Edge; 2]]) -> Vec<Vec<Edge>> {
        for &[from, to] in pieces {
            *self.next(from) = Some(to);
        }
        let mut rings = Vec::new();
        for &[start, _] in pieces {
            let mut ring = vec![start];
            let mut at = start;
            while let Some(to) = self.next(at).take() {
                ring.push(to);
                at = to;
            }
            if ring.len() > 1 {
                rings.push(ring);
            }
        }
        rings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::Rect;
    use crate::math::levels::levels;

    const SQUARE: Rect = Rect::new(-1.0, 1.0, -1.0, 1.0);

    #[track_caller]
    fn check(function: fn(Point) -> f64, level: f64, n_lines: usize, closed: bool) {
        let grid = Grid::sample(SQUARE, 41, 41, function);
        let found = &contours(&grid, &[level], function).levels[0];
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

    #[track_caller]
    fn area(outlines: &[Line]) -> f64 {
        let part = |pair: &[Point]| pair[0].x * pair[1].y - pair[1].x * pair[0].y;
        let outlines = outlines.iter().map(|line| {
            assert_eq!(line.first(), line.last());
            line.windows(2).map(part).sum::<f64>() / 2.0
        });
        outlines.sum()
    }

    #[test]
    fn outlines_enclose_what_is_higher_and_leave_holes_out() {
        let ring = |p: Point| -libm::fabs(libm::hypot(p.x, p.y) - 0.6);
        let grid = Grid::sample(SQUARE, 201, 201, ring);
        let found = contours(&grid, &[-0.2], ring);
        let expect = std::f64::consts::PI * (0.8 * 0.8 - 0.4 * 0.4);
        assert!((area(&found.levels[0].outlines) - expect).abs() < 1e-3);
        assert_eq!(found.levels[0].outlines.len(), 2);
        assert!((area(&found.domain) - 4.0).abs() < 1e-12);
        // Above a slope they go along the border.
        let slope = |p: Point| p.x;
        let plane = contours(&Grid::sample(SQUARE, 21, 21, slope), &[0.5], slope);
        assert!((area(&plane.levels[0].outlines) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn where_there_is_no_value_nothing_is_enclosed() {
        let half = |p: Point| if p.x < 0.0 { f64::NAN } else { p.y };
        let found = contours(&Grid::sample(SQUARE, 41, 41, half), &[0.0], half);
        assert!((area(&found.domain) - 2.0).abs() < 1e-9);
        assert!((area(&found.levels[0].outlines) - 1.0).abs() < 1e-9);
        assert!(found.levels[0].lines.iter().flatten().all(|p| p.x >= 0.0));
    }

    /// Every cell of random grids is covered by as much as lies above the level.
    #[test]
    fn the_outlines_of_rising_levels_lie_within_each_other() {
        for seed in 0..40 {
            let mut random = fastrand::Rng::with_seed(seed);
            let value = |_| match random.u8(..20) {
                0 => f64::NAN,
                _ => random.f64(),
            };
            let random = std::cell::RefCell::new(value);
            let grid = Grid::sample(SQUARE, 9, 9, |p| random.borrow_mut()(p));
            let found = contours(&grid, &[0.2, 0.4, 0.6, 0.8], |_| 0.5);
            let mut areas = vec![area(&found.domain)];
            areas.extend(found.levels.iter().map(|it| area(&it.outlines)));
            assert!(areas.is_sorted_by(|a, b| a >= b), "{seed}: {areas:?}");
        }
    }

    #[test]
    fn lines_stop_beside_a_value_that_is_not_finite() {
        let function = |p: Point| if p.x.abs() < 0.06 { f64::NAN } else { p.y };
        let grid = Grid::sample(SQUARE, 21, 21, function);
        let found = &contours(&grid, &[0.01], function).levels[0];
        assert_eq!(found.lines.len(), 2);
        assert!(found.lines.iter().flatten().all(|p| p.is_finite()));
    }

    /// No line comes near the places of a jump, and beside it there are lines.
    #[track_caller]
    fn check_jump(function: fn(Point) -> f64, is_jump: fn(Point) -> bool) {
        for n in [40, 41] {
            let grid = Grid::sample(SQUARE, n, n, function);
            let all = contours(&grid, &levels(&grid, 9), function).levels;
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
        check_jump(
            |p| (3.0 * p.x).tan(),
            |p| (p.x.abs() - std::f64::consts::FRAC_PI_6).abs() < 0.01,
        );
        check_jump(
            |p| p.y + (2.9 * p.x).floor(),
            |p| (2.9 * p.x - (2.9 * p.x).round()).abs() < 0.01,
        );
    }

    #[test]
    fn what_is_steep_but_has_no_jump_keeps_its_line() {
        let steep = |p: Point| (1e4 * (p.x - 0.3)).tanh();
        let grid = Grid::sample(SQUARE, 41, 41, steep);
        let found = contours(&grid, &[-0.5, 0.0, 0.5], steep).levels;
        assert!(
            found
                .iter()
                .all(|it| it.lines.len() == 1 && it.lines[0].len() == 41)
        );
    }
}
