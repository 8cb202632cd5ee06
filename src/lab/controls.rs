//! The controls that a state offers, as data: identity, range, position, value.
//! Names and hints are words and live elsewhere.

use super::Lab;
use super::parse::range;
use super::scale::Scale;
use super::settings::{Aspect, Choice, LossScale, SPEEDS, SurfaceName};
use crate::math::numeral;
use crate::optim::Key;
use crate::race::{self, Bound};

/// Which control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ControlId {
    /// The loss surface.
    Surface,
    /// The reader's formula.
    Formula,
    /// The start's x.
    StartX,
    /// The start's y.
    StartY,
    /// How many updates.
    Steps,
    /// Playing speed.
    Speed,
    /// Scale of the loss axis.
    LossScale,
    /// Shape of the map.
    Aspect,
    /// Whether a row of the list of lanes takes part.
    Row(usize),
    /// A hyperparameter of a row.
    Value(usize, Key),
}

/// What a control is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum ControlKind {
    /// A slider with a number beside it.
    Slider {
        /// What its positions stand for.
        scale: Scale,
        /// The value now, which need not stand on a position.
        value: f64,
        /// The rate from which on the lane diverges, where that is known.
        bound: Option<Bound>,
    },
    /// One of some named values.
    Select {
        /// The name of the value now.
        value: String,
        /// All names.
        options: Vec<String>,
    },
    /// On or off.
    Checkbox {
        /// Whether it is on.
        is_on: bool,
        /// Whether it cannot be changed now.
        is_locked: bool,
    },
    /// A line of text.
    Text {
        /// The text now, good or not.
        value: String,
    },
}

/// A control of the interface.
#[derive(Clone, Debug, PartialEq)]
pub struct Control {
    /// Which.
    pub id: ControlId,
    /// What it is made of.
    pub kind: ControlKind,
}

impl ControlId {
    /// The name that the page uses, such as `start.x` or `lane.0.lr`.
    pub fn name(self) -> String {
        match self {
            Self::Surface => "surface".to_owned(),
            Self::Formula => "formula".to_owned(),
            Self::StartX => "start.x".to_owned(),
            Self::StartY => "start.y".to_owned(),
            Self::Steps => "steps".to_owned(),
            Self::Speed => "speed".to_owned(),
            Self::LossScale => "loss-scale".to_owned(),
            Self::Aspect => "aspect".to_owned(),
            Self::Row(row) => format!("lane.{row}"),
            Self::Value(row, key) => format!("lane.{row}.{}", key.name()),
        }
    }

    /// The attribute that the control changes.
    pub const fn attribute(self) -> &'static str {
        match self {
            Self::Surface => "surface",
            Self::Formula => "formula",
            Self::StartX | Self::StartY => "start",
            Self::Steps => "steps",
            Self::Speed => "speed",
            Self::LossScale => "loss-scale",
            Self::Aspect => "aspect",
            Self::Row(_) | Self::Value(..) => "optimizers",
        }
    }

    /// The control of that name.
    pub fn named(name: &str) -> Option<Self> {
        let plain = [
            Self::Surface,
            Self::Formula,
            Self::StartX,
            Self::StartY,
            Self::Steps,
            Self::Speed,
            Self::LossScale,
            Self::Aspect,
        ];
        if let Some(id) = plain.into_iter().find(|id| id.name() == name) {
            return Some(id);
        }
        let rest = name.strip_prefix("lane.")?;
        match rest.split_once('.') {
            None => Some(Self::Row(rest.parse().ok()?)),
            Some((row, key)) => Some(Self::Value(row.parse().ok()?, Key::named(key)?)),
        }
    }
}

/// The slider of a hyperparameter.
fn scale(key: Key) -> Scale {
    match key {
        Key::Lr => Scale::Log { low: -5, high: 1 },
        Key::Momentum => Scale::Even {
            low: 0,
            positions: 200,
            per_unit: 200.0,
        },
        Key::Decay | Key::Beta1 => Scale::NearOne { digits: 3 },
        Key::Beta2 => Scale::NearOne { digits: 4 },
        Key::Eps => Scale::Log { low: -10, high: 0 },
    }
}

impl Lab {
    /// All controls of the state, in the order of the interface.
    pub fn controls(&self) -> Vec<Control> {
        let settings = self.settings();
        let select = |id, value: String, options| Control {
            id,
            kind: ControlKind::Select { value, options },
        };
        let mut controls = vec![select(
            ControlId::Surface,
            settings.surface.name().to_owned(),
            names(<SurfaceName as Choice>::NAMES),
        )];
        if settings.surface == SurfaceName::Formula {
            let value = self.formula_text().to_owned();
            controls.push(Control {
                id: ControlId::Formula,
                kind: ControlKind::Text { value },
            });
        }
        controls.push(select(
            ControlId::Aspect,
            settings.aspect.name().to_owned(),
            names(<Aspect as Choice>::NAMES),
        ));
        for id in [ControlId::StartX, ControlId::StartY, ControlId::Steps] {
            controls.extend(self.slider(id));
        }
        controls.push(select(
            ControlId::LossScale,
            settings.loss_scale.name().to_owned(),
            names(<LossScale as Choice>::NAMES),
        ));
        let speeds = SPEEDS.map(numeral::shortest).to_vec();
        let speed = numeral::shortest(settings.speed);
        controls.push(select(ControlId::Speed, speed, speeds));
        let n_on = self.rows().iter().filter(|row| row.is_on).count();
        for (index, row) in self.rows().iter().enumerate() {
            controls.push(Control {
                id: ControlId::Row(index),
                kind: ControlKind::Checkbox {
                    is_on: row.is_on,
                    is_locked: row.is_on && n_on == 1,
                },
            });
            if row.is_on {
                let keys = row.lane.rule.keys().iter();
                controls.extend(keys.filter_map(|&key| self.slider(ControlId::Value(index, key))));
            }
        }
        controls
    }

    /// The slider of that identity, where it is one.
    pub(super) fn slider(&self, id: ControlId) -> Option<Control> {
        let settings = self.settings();
        let domain = settings.domain();
        let start = settings.start_point();
        let mut bound = None;
        let (scale, value) = match id {
            ControlId::StartX => (Scale::even(domain.x), start.x),
            ControlId::StartY => (Scale::even(domain.y), start.y),
            ControlId::Steps => (Scale::Count, settings.steps as f64),
            ControlId::Value(index, key) => {
                let lane = self.rows().get(index)?.lane;
                let values = lane.hyperparameters(settings.surface);
                if key == Key::Lr {
                    bound = race::bound(settings.loss(), &values);
                }
                (scale(key), values.value(key))
            }
            _ => return None,
        };
        let kind = ControlKind::Slider {
            scale,
            value,
            bound,
        };
        Some(Control { id, kind })
    }

    /// What may be typed into the number field of a slider.
    pub fn typed_range(&self, id: ControlId) -> (f64, f64) {
        match id {
            ControlId::Steps => (1.0, super::settings::MAX_STEPS as f64),
            ControlId::Value(_, key) => range(key),
            _ => (
                -super::parse::COORDINATE_LIMIT,
                super::parse::COORDINATE_LIMIT,
            ),
        }
    }
}

fn names(all: &[&str]) -> Vec<String> {
    all.iter().map(|&name| name.to_owned()).collect()
}
