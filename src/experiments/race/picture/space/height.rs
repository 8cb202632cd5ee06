//! How high a loss is drawn.

use crate::experiments::race::scene::LossScale;
use crate::math::{Grid, Span};
use crate::view::axis::{Axis, Tick};
use crate::view::number::readable;

/// The scale of the height: 0 at the floor of the box, 1 at its top.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Heights {
    /// The loss at the floor.
    low: f64,
    /// The loss at the top.
    high: f64,
    /// On a compressed scale the height is log(1 + (loss − low) / unit).
    unit: Option<f64>,
}

/// The surface is cut off above this multiple of the height below which four fifths of
/// the area lie: a corner that shoots up would flatten everything else.
const TALLEST: f64 = 4.0;

/// Numbers at the axis keep so far apart, in CSS pixels.
const APART: f64 = 13.0;

impl Heights {
    /// The scale for a sampled surface; `None` where no sample is finite.
    pub(crate) fn of(relief: &Grid, scale: LossScale) -> Option<Self> {
        let mut values: Vec<f64> = relief.values().to_vec();
        values.retain(|value| value.is_finite());
        values.sort_unstable_by(f64::total_cmp);
        let at = |share: f64| values.get((values.len() as f64 * share) as usize).copied();
        let (low, middle, most, last) = (at(0.0)?, at(0.5)?, at(0.8)?, *values.last()?);
        let unit = match scale {
            LossScale::Linear => None,
            // A quarter of what half of the area exceeds: the floor of the valley keeps
            // its shape, and the walls do not dwarf it.
            LossScale::Log => Some(round_down(
                (middle / 4.0 - low / 4.0).max(f64::MIN_POSITIVE),
            )),
        };
        let mut made = Self {
            low,
            high: last,
            unit,
        };
        let (tall, most) = (made.stretch(last), made.stretch(most));
        if !tall.is_finite() || (tall > TALLEST * most && most > 0.0) {
            made.high = made.loss(TALLEST * most);
        }
        let is_flat = made.stretch(made.high) <= 0.0 || !made.high.is_finite();
        if is_flat {
            made.high = low + (low.abs() / 2.0).max(1.0);
            made.unit = None;
        }
        made.stretch(made.high).is_finite().then_some(made)
    }

    /// The height of a loss: 0 at the floor, more than 1 above the box. What lies below
    /// the lowest sample, by less than can be seen, lies on the floor.
    pub(crate) fn share(&self, loss: f64) -> f64 {
        (self.stretch(loss) / self.stretch(self.high)).max(0.0)
    }

    /// The loss in units in which equal heights are equal.
    fn stretch(&self, loss: f64) -> f64 {
        let above = loss - self.low;
        match self.unit {
            None => above,
            Some(unit) => libm::log1p((above / unit).max(0.0)),
        }
    }

    /// The loss that is stretched to this.
    fn loss(&self, stretched: f64) -> f64 {
        match self.unit {
            None => self.low + stretched,
            Some(unit) => self.low + libm::expm1(stretched) * unit,
        }
    }

    /// The losses between floor and top.
    pub(crate) fn range(&self) -> Span {
        Span::new(self.low, self.high)
    }

    /// The unit of the compressed scale; `None` on a linear one.
    pub(crate) fn unit(&self) -> Option<f64> {
        self.unit
    }

    /// The loss at the floor.
    pub(crate) fn low(&self) -> f64 {
        self.low
    }

    /// The loss at the top, where a part of the surface lies above it or has no value.
    pub(crate) fn cut(&self, relief: &Grid) -> Option<f64> {
        let is_inside = |loss: &f64| *loss <= self.high;
        (!relief.values().iter().all(is_inside)).then_some(self.high)
    }

    /// Numbered marks for an axis of this length in CSS pixels.
    pub(crate) fn ticks(&self, length: f64) -> Vec<Tick> {
        let apart = APART / length;
        if self.unit.is_none() {
            return Axis::exact(self.range(), (0.7 / apart) as usize).ticks;
        }
        let largest = self.low.abs().max(self.high.abs());
        let top = libm::floor(libm::log10(largest)) as i32;
        let mut ticks: Vec<Tick> = Vec::new();
        let mut offer = |value: f64| {
            let share = self.share(value);
            let is_inside = self.range().contains(value);
            if is_inside && ticks.iter().all(|tick| (tick.share - share).abs() >= apart) {
                let label = readable(value);
                ticks.push(Tick { share, label });
            }
        };
        offer(0.0);
        for digit in [1.0, 5.0, 2.0, 3.0] {
            for exponent in (top - 6..=top).rev() {
                let value = digit * libm::exp10(f64::from(exponent));
                offer(value);
                offer(-value);
            }
        }
        ticks
    }
}

/// The largest of 1, 2, 5, 10 … that is not above the value.
fn round_down(value: f64) -> f64 {
    let power = libm::exp10(libm::floor(libm::log10(value)));
    let lead = value / power;
    let digit = [5.0, 2.0, 1.0].into_iter().find(|&digit| digit <= lead);
    let rounded = digit.unwrap_or(1.0) * power;
    if rounded.is_normal() { rounded } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::Rect;

    fn bowl() -> Grid {
        let area = Rect::new(-10.0, 10.0, -5.0, 5.0);
        Grid::sample(area, 41, 41, |p| p.x * p.x / 20.0 + p.y * p.y)
    }

    #[test]
    fn the_floor_is_at_0_and_the_top_at_1() {
        for scale in [LossScale::Linear, LossScale::Log] {
            let heights = Heights::of(&bowl(), scale).expect("a surface with values");
            assert_eq!(heights.share(0.0), 0.0);
            assert!((heights.share(30.0) - 1.0).abs() < 1e-12);
            assert_eq!(heights.cut(&bowl()), None);
        }
    }

    #[test]
    fn a_linear_scale_is_linear_and_a_compressed_one_rises_all_the_way() {
        let linear = Heights::of(&bowl(), LossScale::Linear).expect("values");
        assert!((linear.share(15.0) - 0.5).abs() < 1e-12);
        let log = Heights::of(&bowl(), LossScale::Log).expect("values");
        assert!(log.share(15.0) > 0.5);
        let shares: Vec<f64> = (0..=300).map(|k| log.share(f64::from(k) / 10.0)).collect();
        assert!(shares.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn marks_stand_at_the_losses_they_name_and_apart() {
        let heights = Heights::of(&bowl(), LossScale::Log).expect("values");
        let ticks = heights.ticks(100.0);
        assert!(ticks.len() >= 3);
        for (rank, tick) in ticks.iter().enumerate() {
            let loss: f64 = tick.label.parse().expect("a plain number");
            assert!((heights.share(loss) - tick.share).abs() < 1e-12);
            let others = &ticks[..rank];
            assert!(
                others
                    .iter()
                    .all(|it| (it.share - tick.share).abs() >= 0.13)
            );
        }
    }

    #[test]
    fn a_pole_is_cut_off_and_a_plain_is_flat() {
        let area = Rect::new(-1.0, 1.0, -1.0, 1.0);
        let pole = Grid::sample(area, 41, 41, |p| 1.0 / (p.x * p.x + p.y * p.y));
        for scale in [LossScale::Linear, LossScale::Log] {
            let heights = Heights::of(&pole, scale).expect("values");
            assert!(heights.cut(&pole).is_some());
            assert!(heights.share(f64::MAX) > 1.0);
        }
        let plain = Grid::sample(area, 5, 5, |_| 3.0);
        let heights = Heights::of(&plain, LossScale::Log).expect("values");
        assert_eq!(heights.share(3.0), 0.0);
        let nothing = Grid::sample(area, 5, 5, |_| f64::NAN);
        assert_eq!(Heights::of(&nothing, LossScale::Log), None);
    }

    #[test]
    fn huge_losses_have_finite_heights() {
        let area = Rect::new(-5.0, 5.0, -5.0, 5.0);
        let huge = Grid::sample(area, 21, 21, |p| 1e308 * (p.x * p.x - p.y * p.y));
        for scale in [LossScale::Linear, LossScale::Log] {
            if let Some(heights) = Heights::of(&huge, scale) {
                assert!(
                    huge.values()
                        .iter()
                        .all(|&loss| !heights.share(loss).is_nan())
                );
            }
        }
    }
}
