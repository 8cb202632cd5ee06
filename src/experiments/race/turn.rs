//! From where the view in space looks at the surface.

use crate::lab::parse::{self, Refused};
use crate::lab::settings::Value;
use crate::lab::{Lab, PartAction, Problem};
use crate::math::Point;
use crate::math::numeral::decimals;

/// A direction of view, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turn {
    /// By how much the surface is turned about its upright axis, more than −180 and up to
    /// 180. At 0 x points right and y away from the reader; it grows counterclockwise.
    pub azimuth: f64,
    /// How high the reader stands, from [`Turn::LOWEST`] to 90, which is a map.
    pub elevation: f64,
}

impl Turn {
    /// Looking down the valley of the book's function from above its start.
    pub const DEFAULT: Self = Self {
        azimuth: 60.0,
        elevation: 42.0,
    };

    /// The lowest elevation: from lower down the walls would hide the valley.
    pub const LOWEST: f64 = 10.0;

    /// Turned on by so many degrees; rounded to tenths, so that it can be read and typed.
    pub fn by(self, azimuth: f64, elevation: f64) -> Self {
        let tenths = |degrees| decimals(degrees, 1);
        let round = tenths(self.azimuth + azimuth);
        Self {
            azimuth: round - 360.0 * libm::ceil((round - 180.0) / 360.0),
            elevation: tenths(self.elevation + elevation).clamp(Self::LOWEST, 90.0),
        }
    }
}

/// `azimuth elevation`.
impl Value for Turn {
    fn read(&mut self, text: &str) -> Result<(), Refused> {
        let Point { x, y } = parse::point(text)?;
        let is_allowed = x > -180.0 && x <= 180.0 && (Self::LOWEST..=90.0).contains(&y);
        let turn = Self {
            azimuth: x,
            elevation: y,
        };
        *self = is_allowed.then_some(turn).ok_or(Refused::Value)?;
        Ok(())
    }

    fn text(&self) -> String {
        parse::numbers_text([self.azimuth, self.elevation])
    }
}

/// Turns the view in space, by degrees of azimuth and of elevation.
#[derive(Clone, Copy, Debug)]
pub struct TurnBy {
    /// Degrees of azimuth.
    pub azimuth: f64,
    /// Degrees of elevation.
    pub elevation: f64,
}

impl PartAction for TurnBy {
    fn apply(&self, lab: &mut Lab) -> Result<(), Problem> {
        if self.azimuth.is_finite() && self.elevation.is_finite() {
            lab.settings.race_mut().turn =
                lab.settings.race().turn.by(self.azimuth, self.elevation);
        }
        Ok(())
    }

    fn attribute(&self) -> Option<&'static str> {
        Some("turn")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_turn_leads_back() {
        let mut turn = Turn::DEFAULT;
        for _ in 0..36 {
            turn = turn.by(10.0, 0.0);
            assert!(turn.azimuth > -180.0 && turn.azimuth <= 180.0);
            let mut again = Turn::DEFAULT;
            assert_eq!(again.read(&turn.text()), Ok(()));
            assert_eq!(again, turn);
        }
        assert_eq!(turn, Turn::DEFAULT);
        assert_eq!(turn.by(-1000.0, 0.0).azimuth, 140.0);
    }

    #[test]
    fn nobody_looks_from_below() {
        assert_eq!(Turn::DEFAULT.by(0.0, -400.0).elevation, Turn::LOWEST);
        assert_eq!(Turn::DEFAULT.by(0.0, 400.0).elevation, 90.0);
        for text in ["0 5", "0 91", "200 40", "40"] {
            assert!({ Turn::DEFAULT }.read(text).is_err(), "{text}");
        }
    }
}
