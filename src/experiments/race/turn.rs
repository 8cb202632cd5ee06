//! From where the view in space looks at the surface.

use crate::lab::parse::{self, Refused};
use crate::lab::{Lab, PartAction, Problem};
use crate::math::numeral;

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
        let tenths = |degrees: f64| libm::round(degrees * 10.0) / 10.0;
        let round = tenths(self.azimuth + azimuth);
        Self {
            azimuth: round - 360.0 * libm::ceil((round - 180.0) / 360.0),
            elevation: tenths(self.elevation + elevation).clamp(Self::LOWEST, 90.0),
        }
    }

    /// Reads `azimuth elevation`.
    pub(crate) fn read(text: &str) -> Result<Self, Refused> {
        let numbers = parse::point(text)?;
        let turn = Self {
            azimuth: numbers.x,
            elevation: numbers.y,
        };
        let is_allowed = turn.azimuth > -180.0
            && turn.azimuth <= 180.0
            && (Self::LOWEST..=90.0).contains(&turn.elevation);
        if is_allowed {
            Ok(turn)
        } else {
            Err(Refused::Value)
        }
    }

    /// Writes it so that reading gives the same.
    pub(crate) fn text(self) -> String {
        [self.azimuth, self.elevation]
            .map(numeral::shortest)
            .join(" ")
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
            assert_eq!(Turn::read(&turn.text()), Ok(turn));
        }
        assert_eq!(turn, Turn::DEFAULT);
        assert_eq!(turn.by(-1000.0, 0.0).azimuth, 140.0);
    }

    #[test]
    fn nobody_looks_from_below() {
        assert_eq!(Turn::DEFAULT.by(0.0, -400.0).elevation, Turn::LOWEST);
        assert_eq!(Turn::DEFAULT.by(0.0, 400.0).elevation, 90.0);
        assert!(Turn::read("0 5").is_err() && Turn::read("0 91").is_err());
        assert!(Turn::read("200 40").is_err() && Turn::read("40").is_err());
    }
}
