//! The controls that a state offers, as data: identity, range, position, value.
//! Names and hints are words and live elsewhere.

mod id;

pub use id::ControlId;
#[cfg(feature = "lessons")]
pub use id::End;

use super::Lab;
use super::parse::{self, range};
use super::scale::Scale;
use super::settings::{Aspect, Choice, Comparison, LossScale, SPEEDS, SurfaceName, View};
use crate::math::{Rect, numeral};
use crate::optim::{Hyperparameters, Key};
use crate::race::{self, Bound};
use crate::surface::Catalogue;

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
    /// Something to press.
    #[cfg(not(feature = "lessons"))]
    Button,
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

/// The slider of an end of the domain: −20 to 20 by tenths.
#[cfg(feature = "lessons")]
const DOMAIN: Scale = Scale::Even {
    low: -200,
    positions: 400,
    per_unit: 10.0,
};

/// The slider of the noise: 0 to 2 by hundredths, for gradients such as the ravine's.
#[cfg(feature = "lessons")]
const NOISE: Scale = Scale::Even {
    low: 0,
    positions: 200,
    per_unit: 100.0,
};

/// The slider of the seed: 0 to 100.
#[cfg(feature = "lessons")]
const SEED: Scale = Scale::Even {
    low: 0,
    positions: 100,
    per_unit: 1.0,
};

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
    pub fn controls(&mut self) -> Vec<Control> {
        (self.experiment_type().controls)(self)
    }

    /// Those of the race.
    pub(crate) fn race_controls(&mut self) -> Vec<Control> {
        // The sliders show the rates that a sweep has found.
        self.refreshed_race();
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
        match settings.surface {
            SurfaceName::Formula => {
                let value = self.formula_text().to_owned();
                controls.push(Control {
                    id: ControlId::Formula,
                    kind: ControlKind::Text { value },
                });
                #[cfg(feature = "lessons")]
                let ends = End::ALL.into_iter().map(ControlId::Domain);
                #[cfg(feature = "lessons")]
                controls.extend(ends.filter_map(|end| self.slider(end)));
            }
            #[cfg(feature = "lessons")]
            SurfaceName::Named(Catalogue::Ravine) => {
                controls.extend(self.slider(ControlId::Condition));
            }
            SurfaceName::Named(_) => {}
        }
        controls.push(select(
            ControlId::Aspect,
            settings.aspect.name().to_owned(),
            names(<Aspect as Choice>::NAMES),
        ));
        controls.push(select(
            ControlId::View,
            settings.view.name().to_owned(),
            names(<View as Choice>::NAMES),
        ));
        for id in [ControlId::StartX, ControlId::StartY, ControlId::Steps] {
            controls.extend(self.slider(id));
        }
        controls.extend(self.terms());
        controls.push(select(
            ControlId::LossScale,
            settings.loss_scale.name().to_owned(),
            names(<LossScale as Choice>::NAMES),
        ));
        let speeds = SPEEDS.map(numeral::shortest).to_vec();
        let speed = numeral::shortest(settings.speed);
        controls.push(select(ControlId::Speed, speed, speeds));
        controls.extend(self.lane_controls());
        controls
    }

    /// The list of lanes with their values.
    pub(crate) fn lane_controls(&self) -> Vec<Control> {
        let mut controls = Vec::new();
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

    /// What the comparison of the lanes rests on.
    #[cfg(feature = "lessons")]
    fn terms(&self) -> Vec<Control> {
        let settings = self.settings();
        let comparison = Control {
            id: ControlId::Comparison,
            kind: ControlKind::Select {
                value: settings.comparison.name().to_owned(),
                options: names(Comparison::NAMES),
            },
        };
        let is_same = settings.comparison == Comparison::Same;
        let sliders = [
            (ControlId::Rate, is_same),
            (ControlId::Noise, true),
            (ControlId::Seed, settings.noise > 0.0),
        ];
        let shown = sliders.into_iter().filter(|(_, is_shown)| *is_shown);
        let sliders = shown.filter_map(|(id, _)| self.slider(id));
        std::iter::once(comparison).chain(sliders).collect()
    }

    /// The core has a button in their place, which brings the whole.
    #[cfg(not(feature = "lessons"))]
    fn terms(&self) -> Option<Control> {
        Some(Control {
            id: ControlId::More,
            kind: ControlKind::Button,
        })
    }

    /// The slider of that identity, where it is one.
    pub(crate) fn slider(&self, id: ControlId) -> Option<Control> {
        let settings = self.settings();
        let domain = settings.domain();
        let start = settings.start_point();
        let mut bound = None;
        let (scale, value) = match id {
            ControlId::StartX => (Scale::even(domain.x), start.x),
            ControlId::StartY => (Scale::even(domain.y), start.y),
            ControlId::Steps => (Scale::Count, settings.steps as f64),
            #[cfg(feature = "lessons")]
            ControlId::Condition => (Scale::Log { low: 0, high: 3 }, settings.valley.condition),
            #[cfg(feature = "lessons")]
            ControlId::Domain(end) => {
                let mut domain = domain;
                (DOMAIN, *end.of(&mut domain))
            }
            #[cfg(feature = "lessons")]
            ControlId::Rate => (scale(Key::Lr), settings.rate),
            #[cfg(feature = "lessons")]
            ControlId::Noise => (NOISE, settings.noise),
            #[cfg(feature = "lessons")]
            ControlId::Seed => (SEED, settings.seed as f64),
            #[cfg(feature = "lessons")]
            ControlId::Study(id) => self.study_slider(id)?,
            ControlId::Value(index, key) => {
                let values = self.values(index)?;
                if key == Key::Lr && !self.is_study() {
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

    /// The values of a row; of one in the race those it races with.
    pub fn values(&self, index: usize) -> Option<Hyperparameters> {
        self.experiment()?.values(self, index)
    }

    /// Whether the rule of the comparison decides the value of a control.
    pub fn is_settled(&self, id: ControlId) -> bool {
        let is_rate = matches!(id, ControlId::Value(_, Key::Lr));
        is_rate && !self.is_study() && self.settings().comparison != Comparison::Own
    }

    /// What may be typed into the number field of a slider.
    pub fn typed_range(&self, id: ControlId) -> (f64, f64) {
        #[cfg(feature = "lessons")]
        let Rect { x, y } = self.settings().domain();
        #[cfg(feature = "lessons")]
        let (limit, length) = (parse::DOMAIN_LIMIT, parse::DOMAIN_LENGTH);
        match id {
            #[cfg(feature = "lessons")]
            ControlId::Condition => parse::CONDITION,
            #[cfg(feature = "lessons")]
            ControlId::Domain(End::Left) => (-limit, x.high - length),
            #[cfg(feature = "lessons")]
            ControlId::Domain(End::Right) => (x.low + length, limit),
            #[cfg(feature = "lessons")]
            ControlId::Domain(End::Bottom) => (-limit, y.high - length),
            #[cfg(feature = "lessons")]
            ControlId::Domain(End::Top) => (y.low + length, limit),
            #[cfg(feature = "lessons")]
            ControlId::Rate => range(Key::Lr),
            #[cfg(feature = "lessons")]
            ControlId::Noise => parse::NOISE,
            #[cfg(feature = "lessons")]
            ControlId::Seed => (0.0, parse::SEED_LIMIT as f64),
            #[cfg(feature = "lessons")]
            ControlId::Study(id) => self.study_range(id),
            ControlId::Steps => (1.0, super::settings::MAX_STEPS as f64),
            ControlId::Value(_, key) => range(key),
            _ => (
                -super::parse::COORDINATE_LIMIT,
                super::parse::COORDINATE_LIMIT,
            ),
        }
    }
}

pub(crate) fn names(all: &[&str]) -> Vec<String> {
    all.iter().map(|&name| name.to_owned()).collect()
}
