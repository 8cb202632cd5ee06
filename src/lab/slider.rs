//! What a slider offers: the values of its scale that are allowed, and beside them one that was
//! set exactly, so that no key press replaces it by a neighbor for good.

use super::scale::Scale;
use super::settings::Range;

/// The positions of a slider, from 0, with their values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slider {
    scale: Scale,
    /// The position of the scale that is the first allowed one.
    first: u32,
    /// How many of the scale are allowed.
    n: u32,
    /// A value between them, or beyond them.
    exact: Option<f64>,
}

impl Slider {
    /// The allowed values of a scale and the value that is set. `left` is one that was set exactly
    /// before the slider moved away from it.
    pub(crate) fn new(scale: Scale, range: Range, value: f64, left: Option<f64>) -> Self {
        let first = scale.n_below(range.low());
        let end = scale.n_below(range.high());
        let is_last_allowed = end <= scale.positions() && scale.value(end) <= range.high();
        let slider = Self {
            scale,
            first,
            n: (end + u32::from(is_last_allowed)).saturating_sub(first),
            exact: None,
        };
        let is_between = |it: &f64| !slider.has(*it);
        Self {
            exact: Some(value).filter(is_between).or(left.filter(is_between)),
            ..slider
        }
    }

    /// Whether the scale has a value.
    fn has(self, value: f64) -> bool {
        let index = self.n_below(value);
        index < self.n && self.scale.value(self.first + index) == value
    }

    /// How many values of the scale are less than a value.
    fn n_below(self, value: f64) -> u32 {
        let below = self.scale.n_below(value).saturating_sub(self.first);
        below.min(self.n)
    }

    /// The value beside those of the scale.
    pub(crate) fn exact(self) -> Option<f64> {
        self.exact
    }

    /// The last position.
    pub fn last(self) -> u32 {
        (self.n + u32::from(self.exact.is_some())).saturating_sub(1)
    }

    /// The value at a position; positions past the last count as the last.
    pub fn value(self, position: u32) -> f64 {
        let position = position.min(self.last());
        match self.exact.map(|exact| (exact, self.n_below(exact))) {
            Some((exact, place)) if position == place => exact,
            Some((_, place)) if position > place => self.scale.value(self.first + position - 1),
            _ => self.scale.value(self.first + position),
        }
    }

    /// The position of a value; of one that has none the first after it.
    pub fn position(self, value: f64) -> u32 {
        let is_after = self.exact.is_some_and(|exact| exact < value);
        (self.n_below(value) + u32::from(is_after)).min(self.last())
    }

    /// Where a value lies, as a share of the way from the first position to the last; `None` for
    /// a value beyond them.
    pub fn share(self, value: f64) -> Option<f64> {
        let last = self.last();
        let is_on = (self.value(0)..=self.value(last)).contains(&value);
        is_on.then(|| f64::from(self.position(value)) / f64::from(last.max(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HUNDREDS: Scale = Scale::multiples(1, 99, 0.01);

    #[track_caller]
    fn check(value: f64, left: Option<f64>, expect: &[(u32, f64)]) {
        let slider = Slider::new(HUNDREDS, Range::Whole(1, 10_000), value, left);
        for &(position, value) in expect {
            assert_eq!(slider.value(position), value, "at {position}");
            assert_eq!(slider.position(value), position, "of {value}");
        }
    }

    #[test]
    fn a_value_that_was_set_exactly_is_a_position_of_its_own() {
        check(
            250.0,
            None,
            &[(0, 100.0), (1, 200.0), (2, 250.0), (3, 300.0)],
        );
        check(
            300.0,
            Some(250.0),
            &[(1, 200.0), (2, 250.0), (3, 300.0), (100, 1e4)],
        );
        check(300.0, None, &[(1, 200.0), (2, 300.0), (99, 1e4)]);
    }

    #[test]
    fn a_value_beyond_the_scale_is_its_end() {
        check(7.0, None, &[(0, 7.0), (1, 100.0), (100, 1e4)]);
    }

    #[test]
    fn only_what_is_allowed_has_a_position() {
        let slider = Slider::new(HUNDREDS, Range::Whole(150, 450), 300.0, None);
        let values: Vec<f64> = (0..=slider.last()).map(|it| slider.value(it)).collect();
        assert_eq!(values, [200.0, 300.0, 400.0]);
        assert_eq!(slider.share(1e3), None);
        let nothing = Slider::new(HUNDREDS, Range::Real(210.0, 220.0), 215.0, None);
        assert_eq!((nothing.last(), nothing.value(3)), (0, 215.0));
    }
}
