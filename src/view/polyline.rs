//! Broken lines in pixels: fewer corners, dashes.

use super::pen::Spot;

/// A corner that strays less from a straight line, in CSS pixels, cannot be seen.
const FLAT: f64 = 0.07;

/// The same for the edge of an area that a line covers.
const FLAT_UNDER_LINE: f64 = 0.25;

/// The line without the corners that cannot be seen. A curve of thousands of points
/// that are hardly apart costs a browser as much as it would with visible corners.
///
/// From each kept point a cone opens that holds all directions in which a straight
/// line passes near every point so far; a point outside of it, or one that turns
/// back, makes its predecessor a corner.
pub(crate) fn straightened(line: &[Spot]) -> Vec<Spot> {
    simplified(line, FLAT)
}

/// The edge of an area without the corners that cannot be seen under the line along it.
pub(crate) fn straightened_edge(edge: &[Spot]) -> Vec<Spot> {
    simplified(edge, FLAT_UNDER_LINE)
}

fn simplified(line: &[Spot], flat: f64) -> Vec<Spot> {
    let mut kept: Vec<Spot> = Vec::with_capacity(line.len().min(256));
    let Some(&first) = line.first() else {
        return kept;
    };
    kept.push(first);
    let mut cone = Cone::at(first, flat);
    let mut before = first;
    for &spot in &line[1..] {
        if !cone.takes(spot) {
            kept.push(before);
            cone = Cone::at(before, flat);
            cone.takes(spot);
        }
        before = spot;
    }
    if line.len() > 1 {
        kept.push(before);
    }
    kept
}

/// The directions that are left for a straight line.
struct Cone {
    tip: Spot,
    /// How far a corner may stray.
    flat: f64,
    reach: f64,
    /// Right and left border; none while all points were at the tip.
    borders: Option<(Spot, Spot)>,
}

impl Cone {
    const fn at(tip: Spot, flat: f64) -> Self {
        Self {
            tip,
            flat,
            reach: 0.0,
            borders: None,
        }
    }

    /// Narrows the cone to pass near a point; false where that cannot be.
    fn takes(&mut self, spot: Spot) -> bool {
        let way = (spot.0 - self.tip.0, spot.1 - self.tip.1);
        // At least the distance, which makes the cone narrower than it might be: the
        // sum of both sides saves a root for each of thousands of points.
        let length = way.0.abs() + way.1.abs();
        if length + self.flat < self.reach {
            return false;
        }
        self.reach = self.reach.max(length);
        if length <= self.flat {
            return true;
        }
        let open = self.flat / length;
        let mut right = (way.0 + way.1 * open, way.1 - way.0 * open);
        let mut left = (way.0 - way.1 * open, way.1 + way.0 * open);
        if let Some((old_right, old_left)) = self.borders {
            if cross(old_right, way) < 0.0 || cross(way, old_left) < 0.0 {
                return false;
            }
            if cross(right, old_right) > 0.0 {
                right = old_right;
            }
            if cross(old_left, left) > 0.0 {
                left = old_left;
            }
        }
        self.borders = Some((right, left));
        true
    }
}

fn cross(a: Spot, b: Spot) -> f64 {
    a.0 * b.1 - a.1 * b.0
}

/// Most dashes of one line. A path that turns back and forth hundreds of times gets
/// longer dashes instead: single ones could not be told apart there.
const MAX_DASHES: f64 = 1200.0;

/// Walks along the line and hands over every dash, which may turn corners.
pub(crate) fn cut_into_dashes<E>(
    line: &[Spot],
    dash: &[f64],
    mut draw: impl FnMut(&[Spot]) -> Result<(), E>,
) -> Result<(), E> {
    let length: f64 = line.windows(2).map(|pair| distance(pair[0], pair[1])).sum();
    let period: f64 = dash.iter().sum();
    let scale = (length / period * (dash.len() / 2) as f64 / MAX_DASHES).max(1.0);
    let shortest = dash.iter().copied().fold(f64::INFINITY, f64::min) * scale;
    let Some(&first) = line.first() else {
        return Ok(());
    };
    let mut piece = vec![first];
    let (mut turn, mut left) = (0, dash[0] * scale);
    for pair in line.windows(2) {
        let (mut at, end) = (pair[0], pair[1]);
        let mut rest = distance(at, end);
        // No rounding and no odd length can make this more turns than there are dashes.
        let most = (rest / shortest).min(2.0 * MAX_DASHES) as usize + 2;
        for _ in 0..most {
            let is_longer = rest > left;
            if !is_longer {
                break;
            }
            let t = left / rest;
            at = (at.0 + (end.0 - at.0) * t, at.1 + (end.1 - at.1) * t);
            rest -= left;
            if turn % 2 == 0 {
                piece.push(at);
                draw(&piece)?;
            }
            piece.clear();
            piece.push(at);
            turn = (turn + 1) % dash.len();
            left = dash[turn] * scale;
        }
        left -= rest;
        piece.push(end);
    }
    if turn % 2 == 0 && piece.len() > 1 {
        draw(&piece)?;
    }
    Ok(())
}

/// The distance of two places; unlike a general hypotenuse it need not fear overflow.
fn distance(a: Spot, b: Spot) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    f64::sqrt(dx * dx + dy * dy)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dashes(line: &[Spot], dash: &[f64]) -> Vec<Vec<Spot>> {
        let mut found = Vec::new();
        let done: Result<(), ()> = cut_into_dashes(line, dash, |piece| {
            found.push(piece.to_vec());
            Ok(())
        });
        assert_eq!(done, Ok(()));
        found
    }

    #[test]
    fn dashes_and_gaps_take_turns() {
        let found = dashes(&[(0.0, 0.0), (10.0, 0.0)], &[3.0, 2.0]);
        assert_eq!(found, [[(0.0, 0.0), (3.0, 0.0)], [(5.0, 0.0), (8.0, 0.0)]]);
    }

    #[test]
    fn a_dash_goes_round_a_corner() {
        let found = dashes(&[(0.0, 0.0), (2.0, 0.0), (2.0, 2.0)], &[3.0, 9.0]);
        assert_eq!(found, [[(0.0, 0.0), (2.0, 0.0), (2.0, 1.0)]]);
    }

    #[test]
    fn a_long_line_has_a_bounded_number_of_dashes() {
        let line: Vec<Spot> = (0..10_000)
            .map(|k| (0.0, f64::from(k % 2) * 400.0))
            .collect();
        let n = dashes(&line, &[3.0, 3.0]).len();
        assert!((600..=1201).contains(&n), "{n}");
    }

    #[test]
    fn turning_back_is_a_corner() {
        let line = [(0.0, 0.0), (9.0, 0.0), (4.0, 0.0)];
        assert_eq!(straightened(&line), line);
    }

    #[test]
    fn straight_stretches_lose_their_corners() {
        let line = [(0.0, 0.0), (1.0, 0.0), (2.0, 0.01), (3.0, 0.0), (3.0, 4.0)];
        assert_eq!(straightened(&line), [(0.0, 0.0), (3.0, 0.0), (3.0, 4.0)]);
    }

    #[test]
    fn a_ring_stays_closed() {
        let turn = |k: i32| f64::from(k) * std::f64::consts::TAU / 60.0;
        let ring: Vec<Spot> = (0..=60)
            .map(|k| (80.0 * libm::cos(turn(k)), 80.0 * libm::sin(turn(k))))
            .collect();
        let found = straightened(&ring);
        assert_eq!((found.first(), found.last()), (ring.first(), ring.last()));
        assert!(found.len() > 30);
    }
}
