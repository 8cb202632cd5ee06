//! The record of a race as a plain object.

use crate::experiments::race::scene;
use crate::experiments::race::scene::Scene;
use crate::lab::settings::SurfaceName;
use crate::optim::Rule;
use crate::race::OutcomeKind;
use crate::web::objects::{List, ToJs, object, put};
use crate::web::typescript::Type;
use js_sys::{Float64Array, Object};
use wasm_bindgen::JsValue;

object! {
    /// Everything that a race computed.
    pub struct RaceRecord {
        surface: SurfaceName,
        start: [f64; 2],
        steps: usize,
        lanes: List<Lane>,
    }

    /// The run of one optimizer. Index 0 is the start, so that each array has one value more
    /// than there were steps, or fewer where the run diverged.
    pub struct Lane {
        name: Rule,
        hyperparameters: Numbers,
        x: Float64Array,
        y: Float64Array,
        loss: Float64Array,
        outcome: Outcome,
    }

    /// How the run of one optimizer ended, and at which step.
    pub struct Outcome {
        kind: OutcomeKind,
        step: usize,
    }
}

/// Numbers by their names.
pub(super) struct Numbers(Object);

impl ToJs for Numbers {
    const TYPE: Type = Type::Named("Record<string, number>");

    fn to_js(self) -> JsValue {
        self.0.into()
    }
}

impl ToJs for Rule {
    const TYPE: Type = Type::OneOf(&{
        let mut names = [""; Rule::ALL.len()];
        let mut index = 0;
        while index < names.len() {
            names[index] = Rule::ALL[index].name();
            index += 1;
        }
        names
    });

    fn to_js(self) -> JsValue {
        self.name().into()
    }
}

impl ToJs for OutcomeKind {
    const TYPE: Type = Type::OneOf(&[
        Self::Converged.name(),
        Self::Diverged.name(),
        Self::Moving.name(),
        Self::Stalled.name(),
    ]);

    fn to_js(self) -> JsValue {
        self.name().into()
    }
}

/// The record: surface, start, steps, and for each lane its points, losses and outcome.
pub(super) fn record(scene: &Scene<'_>) -> RaceRecord {
    RaceRecord {
        surface: scene.surface,
        start: [scene.start.x, scene.start.y],
        steps: scene.steps,
        lanes: scene.lanes.iter().map(lane).collect(),
    }
}

/// Numbers as JavaScript has many of them.
pub(super) fn numbers(values: impl IntoIterator<Item = f64>) -> Float64Array {
    let values: Vec<f64> = values.into_iter().collect();
    Float64Array::from(values.as_slice())
}

fn lane(lane: &scene::Lane<'_>) -> Lane {
    let hyperparameters = Object::new();
    for (key, value) in lane.hyperparameters.iter() {
        put(&hyperparameters, key.name(), &value.into());
    }
    let record = lane.trajectory;
    Lane {
        name: lane.rule(),
        hyperparameters: Numbers(hyperparameters),
        x: numbers(record.points.iter().map(|p| p.x)),
        y: numbers(record.points.iter().map(|p| p.y)),
        loss: Float64Array::from(record.losses.as_slice()),
        outcome: Outcome {
            kind: record.outcome.kind,
            step: record.outcome.step,
        },
    }
}
