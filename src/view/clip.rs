//! Cuts paths at the frame.
//!
//! A plotting library that clamps points instead lets a path that has left slide along
//! the edge. Coordinates of a diverging run reach 1e300, so nothing here may overflow.

use crate::math::{Point, Rect, Span};

/// A visible piece of a path.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Piece {
    /// Its corners, all within the frame.
    pub(crate) points: Vec<Point>,
}

/// The part of the segment from `p` to `q` within `area`, in the same direction.
///
/// Liang and Barsky's algorithm, begun from a place near the frame: from an end
/// 1e300 away all edges of the frame are equally far, to the last digit.
pub(crate) fn segment(p: Point, q: Point, area: Rect) -> Option<(Point, Point)> {
    if !(p.is_finite() && q.is_finite()) {
        return None;
    }
    match (area.contains(p), area.contains(q)) {
        (true, true) => Some((p, q)),
        (true, false) => outward(p, q, area),
        (false, true) => outward(q, p, area).map(|(b, a)| (a, b)),
        (false, false) if is_beside(p, q, area) => None,
        (false, false) => {
            let middle = nearest_crossing(p, q, area.center());
            let back = outward(middle, p, area);
            let forth = outward(middle, q, area);
            let from = back.map(|(_, end)| end).or(forth.map(|(start, _)| start))?;
            let to = forth.map(|(_, end)| end).or(back.map(|(start, _)| start))?;
            Some((from, to))
        }
    }
}

/// Whether both ends lie beyond the same edge, as of most segments that are not visible.
fn is_beside(p: Point, q: Point, area: Rect) -> bool {
    let is_beyond = |a: f64, b: f64, span: Span| a.max(b) < span.low || span.high < a.min(b);
    is_beyond(p.x, q.x, area.x) || is_beyond(p.y, q.y, area.y)
}

/// The point of the segment that is level with `center`, along the axis on which it is
/// the longer; the end that is nearest to being so, where none is.
fn nearest_crossing(p: Point, q: Point, center: Point) -> Point {
    // Halves, so that no difference overflows.
    let (dx, dy) = (q.x / 2.0 - p.x / 2.0, q.y / 2.0 - p.y / 2.0);
    let share = |from: f64, change: f64, to: f64| (to / 2.0 - from / 2.0) / change;
    let along = |from: f64, change: f64, t: f64| (from / 2.0 + change * t) * 2.0;
    let is_wide = dx.abs() > dy.abs();
    let t = if is_wide {
        share(p.x, dx, center.x)
    } else {
        share(p.y, dy, center.y)
    };
    if t.is_nan() || t <= 0.0 {
        p
    } else if t >= 1.0 {
        q
    } else if is_wide {
        Point::new(center.x, along(p.y, dy, t))
    } else {
        Point::new(along(p.x, dx, t), center.y)
    }
}

/// All visible pieces of a path; a new one begins wherever it comes back.
pub(crate) fn path(points: &[Point], area: Rect) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut open = false;
    for pair in points.windows(2) {
        let Some((a, b)) = segment(pair[0], pair[1], area) else {
            open = false;
            continue;
        };
        match pieces.last_mut() {
            Some(piece) if open && a == pair[0] => piece.points.push(b),
            _ => pieces.push(Piece { points: vec![a, b] }),
        }
        open = b == pair[1];
    }
    pieces
}

/// The last visible piece of a path that ends outside, up to where it leaves the frame.
///
/// `None` where its last point is inside, or nothing of it is visible.
pub(crate) fn exit(points: &[Point], area: Rect) -> Option<(Point, Point)> {
    if area.contains(*points.last()?) {
        return None;
    }
    let mut pairs = points.windows(2).rev();
    pairs.find_map(|pair| segment(pair[0], pair[1], area))
}

/// The visible part of a segment that begins near the frame.
fn outward(p: Point, q: Point, area: Rect) -> Option<(Point, Point)> {
    // A quarter of each number, so that no difference overflows.
    let quarter = |p: Point| Point::new(p.x / 4.0, p.y / 4.0);
    let (near, far) = (quarter(p), quarter(q));
    let way = far - near;
    let (mut enter, mut leave) = (Cut::at(0.0), Cut::at(1.0));
    for (start, change, span, axis) in [
        (near.x, way.x, area.x, Axis::X),
        (near.y, way.y, area.y, Axis::Y),
    ] {
        let (low, high) = (span.low / 4.0, span.high / 4.0);
        if change == 0.0 {
            if start < low || high < start {
                return None;
            }
            continue;
        }
        let (first, last) = if change > 0.0 {
            ((low, span.low), (high, span.high))
        } else {
            ((high, span.high), (low, span.low))
        };
        let share = |edge: f64| (edge - start) / change;
        if share(first.0) > enter.share {
            enter = Cut::on(share(first.0), axis, first.1);
        }
        if share(last.0) < leave.share {
            leave = Cut::on(share(last.0), axis, last.1);
        }
    }
    (enter.share < leave.share).then(|| {
        let place = |cut: Cut| match cut.edge {
            None if cut.share == 0.0 => p,
            None => q,
            Some((axis, edge)) => {
                let along = |start: f64, change: f64, span: Span| {
                    span.clamp((start + change * cut.share) * 4.0)
                };
                match axis {
                    Axis::X => Point::new(edge, along(near.y, way.y, area.y)),
                    Axis::Y => Point::new(along(near.x, way.x, area.x), edge),
                }
            }
        };
        (place(enter), place(leave))
    })
}

#[derive(Clone, Copy)]
enum Axis {
    X,
    Y,
}

/// Where the segment is cut: the share of the way, and which edge does it.
#[derive(Clone, Copy)]
struct Cut {
    share: f64,
    edge: Option<(Axis, f64)>,
}

impl Cut {
    const fn at(share: f64) -> Self {
        Self { share, edge: None }
    }

    const fn on(share: f64, axis: Axis, edge: f64) -> Self {
        Self {
            share,
            edge: Some((axis, edge)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Rect = Rect::new(-10.0, 10.0, -5.0, 5.0);

    #[track_caller]
    fn check(p: (f64, f64), q: (f64, f64), expect: Option<[(f64, f64); 2]>) {
        let (p, q) = (Point::new(p.0, p.1), Point::new(q.0, q.1));
        let found = segment(p, q, BOX);
        let expect = expect.map(|[a, b]| (Point::new(a.0, a.1), Point::new(b.0, b.1)));
        assert_eq!(found, expect);
        let back = segment(q, p, BOX);
        assert_eq!(back, expect.map(|(a, b)| (b, a)));
    }

    #[test]
    fn a_segment_inside_is_kept_as_it_is() {
        check((1.0, 2.0), (3.0, -4.0), Some([(1.0, 2.0), (3.0, -4.0)]));
    }

    #[test]
    fn a_segment_across_is_cut_at_both_edges() {
        check((0.0, -10.0), (0.0, 30.0), Some([(0.0, -5.0), (0.0, 5.0)]));
    }

    #[test]
    fn a_segment_between_ends_out_of_sight_is_drawn_where_it_passes() {
        let far = 1e290;
        check((1.0, -far), (3.0, far), Some([(2.0, -5.0), (2.0, 5.0)]));
        check((-far, 7.0), (far, 9.0), None);
    }

    #[test]
    fn a_segment_beside_the_frame_is_dropped() {
        check((11.0, -1.0), (12.0, 1.0), None);
        check((-30.0, 0.0), (0.0, 40.0), None);
    }

    #[test]
    fn the_far_end_may_be_as_far_as_numbers_go() {
        check((2.0, 1.0), (2.0, 1e300), Some([(2.0, 1.0), (2.0, 5.0)]));
        check(
            (2.0, 1.0),
            (-f64::MAX, 1.0),
            Some([(2.0, 1.0), (-10.0, 1.0)]),
        );
        check(
            (0.0, -f64::MAX),
            (0.0, f64::MAX),
            Some([(0.0, -5.0), (0.0, 5.0)]),
        );
    }

    #[test]
    fn the_direction_of_a_far_end_is_kept() {
        check((1.0, 1.0), (4e300, 1e300), Some([(1.0, 1.0), (10.0, 3.25)]));
    }

    #[test]
    fn a_path_that_leaves_and_returns_has_two_pieces() {
        let points = [(0.0, 0.0), (0.0, 9.0), (4.0, 9.0), (4.0, 0.0), (5.0, 0.0)];
        let points = points.map(|(x, y)| Point::new(x, y));
        let pieces = path(&points, BOX);
        assert_eq!(pieces.len(), 2);
        assert_eq!(pieces[0].points.len(), 2);
        assert_eq!(pieces[1].points.len(), 3);
    }

    #[test]
    fn no_cut_leaves_the_frame() {
        let mut rng = fastrand::Rng::with_seed(7);
        let mut coordinate = || {
            let size = libm::exp10(rng.f64() * 616.0 - 308.0);
            if rng.bool() { size } else { -size }
        };
        for _ in 0..20_000 {
            let p = Point::new(coordinate(), coordinate());
            let q = Point::new(coordinate(), coordinate());
            if let Some((a, b)) = segment(p, q, BOX) {
                assert!(BOX.contains(a) && BOX.contains(b), "{p:?} {q:?}");
            }
        }
    }

    #[test]
    fn the_exit_is_the_last_one() {
        let points = [(0.0, 0.0), (0.0, 9.0), (4.0, -9.0), (4.0, -90.0)];
        let points = points.map(|(x, y)| Point::new(x, y));
        let heights = exit(&points, BOX).map(|(from, at)| (from.y, at.y));
        assert_eq!(heights, Some((5.0, -5.0)));
        assert_eq!(exit(&points[..1], BOX), None);
    }
}
