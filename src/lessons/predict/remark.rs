//! How a guess differs from where the lane is.

use crate::math::{Point, Rect, Vec2, sign_changes};

/// How a guess differs from the truth, most telling first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Remark {
    /// Hardly.
    Close,
    /// The lane is outside of the picture.
    Outside {
        /// Whether its run diverged although there is a minimum.
        is_thrown: bool,
    },
    /// It is on the other side of the minimum.
    OtherSide(Side),
    /// It is farther from the start than was guessed.
    Farther,
    /// It is nearer to the start.
    Nearer,
    /// It is as far, in another direction.
    Aside,
}

/// On which side of a minimum a lane is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Side {
    /// Whether it is the other side along y, and not along x.
    pub is_y: bool,
    /// The coordinate of the minimum there.
    pub at: f64,
    /// Whether that of the lane is smaller.
    pub is_below: bool,
    /// How often the record crosses the minimum's coordinate up to there.
    pub n_crossings: usize,
}

/// A guess within this share of the picture's diagonal is close.
const CLOSE: f64 = 0.03;

/// Sides of a minimum are told apart beyond this share of the picture.
const SIDE: f64 = 0.02;

/// A guess that went less than this share of the way, or more than its inverse, did not
/// go as far, or went too far.
const SHORT: f64 = 0.8;

/// What a guess is compared with.
#[derive(Clone, Copy, Debug)]
pub struct Truth<'a> {
    /// The record from the start to the step that was asked for.
    pub way: &'a [Point],
    /// Whether the run diverged.
    pub is_diverged: bool,
    /// Global minima that are known.
    pub minima: &'a [Point],
    /// The picture.
    pub domain: Rect,
}

impl Remark {
    /// Compares a guess with the truth.
    pub fn on(guess: Point, truth: &Truth<'_>) -> Self {
        let (Some(&start), Some(&end)) = (truth.way.first(), truth.way.last()) else {
            return Self::Close;
        };
        let domain = truth.domain;
        let scaled = |way: Vec2| Vec2::new(way.x / domain.x.length(), way.y / domain.y.length());
        if scaled(guess - end).length() <= CLOSE {
            return Self::Close;
        }
        if !domain.contains(end) {
            let is_thrown = truth.is_diverged && !truth.minima.is_empty();
            return Self::Outside { is_thrown };
        }
        // Between two minima there are no sides of one.
        let bottom = nearest(truth.minima, end);
        if let Some(bottom) = bottom.filter(|_| bottom == nearest(truth.minima, guess)) {
            let (g, t) = (scaled(guess - bottom), scaled(end - bottom));
            let is_across = |g: f64, t: f64| g * t < 0.0 && g.abs().min(t.abs()) >= SIDE;
            let side = |is_y, at: f64, of: fn(&Point) -> f64| {
                let sides = truth.way.iter().map(|point| of(point) - at);
                Self::OtherSide(Side {
                    is_y,
                    at,
                    is_below: of(&end) < at,
                    n_crossings: sign_changes(sides),
                })
            };
            if is_across(g.y, t.y) {
                return side(true, bottom.y, |point| point.y);
            }
            if is_across(g.x, t.x) {
                return side(false, bottom.x, |point| point.x);
            }
        }
        let (way, guessed) = (end - start, guess - start);
        let short_of = way.length() - guessed.length();
        let aside = (way.x * guessed.y - way.y * guessed.x).abs() / way.length();
        let ratio = guessed.length() / way.length();
        if (SHORT..=1.0 / SHORT).contains(&ratio) && aside > short_of.abs() {
            Self::Aside
        } else if short_of > 0.0 {
            Self::Farther
        } else {
            Self::Nearer
        }
    }
}

fn nearest(minima: &[Point], point: Point) -> Option<Point> {
    let apart = |minimum: &Point| (*minimum - point).length();
    let order = |a: &Point, b: &Point| apart(a).total_cmp(&apart(b));
    minima.iter().copied().min_by(order)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// On a path of these points, round a minimum in the middle.
    #[track_caller]
    fn check(guess: (f64, f64), way: &[(f64, f64)], expect: Remark) {
        let point = |&(x, y): &(f64, f64)| Point::new(x, y);
        let truth = Truth {
            way: &way.iter().map(point).collect::<Vec<_>>(),
            is_diverged: false,
            minima: &[Point::new(0.0, 0.0)],
            domain: Rect::new(-10.0, 10.0, -5.0, 5.0),
        };
        assert_eq!(Remark::on(point(&guess), &truth), expect);
    }

    #[track_caller]
    fn check_end(guess: (f64, f64), end: (f64, f64), expect: Remark) {
        check(guess, &[(-7.0, 2.0), end], expect);
    }

    const fn side(is_y: bool, is_below: bool, n_crossings: usize) -> Remark {
        Remark::OtherSide(Side {
            is_y,
            at: 0.0,
            is_below,
            n_crossings,
        })
    }

    #[test]
    fn a_remark_names_what_differs_most_tellingly() {
        check_end((-3.0, 1.0), (-3.1, 1.1), Remark::Close);
        check_end((-3.0, 1.0), (-3.0, -1.0), side(true, true, 1));
        check_end((-3.0, -1.0), (-3.0, 1.0), side(true, false, 0));
        check_end((-3.0, 0.05), (2.0, 0.1), side(false, false, 1));
        check_end((-6.0, 1.5), (-3.0, 1.0), Remark::Farther);
        check_end((-0.5, 0.2), (-5.0, 1.5), Remark::Nearer);
        check_end((-5.0, 2.0), (-6.0, 0.1), Remark::Aside);
        check_end(
            (0.0, 0.0),
            (30.0, 1.0),
            Remark::Outside { is_thrown: false },
        );
    }

    #[test]
    fn a_guess_across_the_way_is_not_called_shorter() {
        check_end((-7.0, 4.5), (-4.0, 2.0), Remark::Aside);
    }

    #[test]
    fn a_guess_along_the_way_is_not_called_aside() {
        check_end((1.5, 2.0), (3.0, 2.0), Remark::Farther);
    }

    #[test]
    fn a_truth_at_the_start_has_a_remark_too() {
        check_end((-3.0, 2.0), (-7.0, 2.0), Remark::Nearer);
    }

    #[test]
    fn crossings_are_counted_and_a_point_on_the_line_is_none() {
        let way = [(-7.0, 2.0), (-6.0, -1.0), (-5.0, 0.0), (-4.0, -1.0)];
        check((-4.0, 1.0), &way, side(true, true, 1));
        let back = [&way[..], &[(-3.0, 0.0), (-3.0, 1.0)]].concat();
        check((-3.0, -1.0), &back, side(true, false, 2));
    }
}
