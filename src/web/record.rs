//! The record of a race and a page of it as plain objects.

use super::objects::{array, object, put};
use crate::lab::scene::{Lane, Scene};
use crate::lab::settings::Choice;
use js_sys::{Array, Float64Array, Object};
use wasm_bindgen::JsValue;

/// The record: surface, start, steps, and for each lane its points, losses and outcome.
pub(super) fn record(scene: &Scene<'_>) -> Object {
    object(&[
        ("surface", scene.surface.name().into()),
        ("start", pair(scene.start.x, scene.start.y).into()),
        ("steps", (scene.steps as f64).into()),
        ("lanes", array(scene.lanes.iter().map(lane)).into()),
    ])
}

fn pair(x: f64, y: f64) -> Array {
    array([x, y])
}

fn lane(lane: &Lane<'_>) -> Object {
    let hyperparameters = Object::new();
    for (key, value) in lane.hyperparameters.iter() {
        put(&hyperparameters, key.name(), &value.into());
    }
    let record = lane.trajectory;
    let numbers = |values: Vec<f64>| JsValue::from(Float64Array::from(values.as_slice()));
    object(&[
        ("name", lane.rule().name().into()),
        ("hyperparameters", hyperparameters.into()),
        ("x", numbers(record.points.iter().map(|p| p.x).collect())),
        ("y", numbers(record.points.iter().map(|p| p.y).collect())),
        ("loss", numbers(record.losses.clone())),
        (
            "outcome",
            object(&[
                ("kind", record.outcome.kind.name().into()),
                ("step", (record.outcome.step as f64).into()),
            ])
            .into(),
        ),
    ])
}
