//! The record of a race and a page of it as plain objects.

use super::objects::{array, object, put};
use crate::lab::scene::{Lane, Scene};
use crate::lab::settings::Choice;
use crate::locale::Messages;
use crate::view::number::exact;
use js_sys::{Array, Float64Array, Object};
use wasm_bindgen::JsValue;

/// Rows of a page of the table.
const PAGE: usize = 50;

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

/// A page of a lane's numbers, all digits of them. Lanes and pages that are not there
/// stand for the last ones.
pub(super) fn table(scene: &Scene<'_>, messages: &Messages, lane: usize, page: usize) -> Object {
    let names = array(scene.lanes.iter().map(|lane| lane.name.as_str()));
    let Some(lane) = scene
        .lanes
        .get(lane.min(scene.lanes.len().saturating_sub(1)))
    else {
        return Object::new();
    };
    let record = lane.trajectory;
    let n = record.points.len();
    let n_pages = n.div_ceil(PAGE).max(1);
    let page = page.min(n_pages - 1);
    let steps = page * PAGE..((page + 1) * PAGE).min(n);
    let row = |step: usize| {
        let point = record.points[step];
        let cells = [exact(point.x), exact(point.y), exact(record.losses[step])];
        array(std::iter::once(step.to_string()).chain(cells))
    };
    let labels = &messages.labels;
    let last = steps.end.saturating_sub(1);
    let current = match steps.contains(&scene.playhead) {
        true => (scene.playhead - steps.start) as f64,
        false => -1.0,
    };
    object(&[
        ("caption", (messages.table_of)(&lane.name).into()),
        (
            "headers",
            array([labels.step, "x", "y", labels.loss]).into(),
        ),
        (
            "pageText",
            (messages.page_of)(steps.start, last, scene.steps).into(),
        ),
        ("rows", array(steps.map(row)).into()),
        ("page", (page as f64).into()),
        ("pages", (n_pages as f64).into()),
        ("lanes", names.into()),
        ("currentRow", current.into()),
    ])
}
