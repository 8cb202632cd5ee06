//! Which levels to draw the contours of a function at.

use super::Grid;
use super::numeral::significant;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::{Point, Rect};

    const SQUARE: Rect = Rect::new(-1.0, 1.0, -1.0, 1.0);

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
