//! The lesson with the numbers of the record.

use crate::lab::scene::Scene;
use crate::locale::Messages;
use crate::view::number::exact;
use crate::web::figure::Figure;
use crate::web::objects::{array, object};
use js_sys::Object;
use wasm_bindgen::prelude::wasm_bindgen;

/// Rows of a page of the table.
const PAGE: usize = 50;

#[wasm_bindgen]
impl Figure {
    /// A page of the numbers of the lane that lessons speak about; without a number the
    /// page with the shown step.
    pub fn table(&mut self, page: Option<usize>) -> Object {
        let (messages, lane) = (self.messages(), self.lab.lane());
        table(&self.lab.scene(), messages, lane, page)
    }
}

/// A page of a lane's numbers, all digits of them. Pages that are not there stand for the
/// last one.
fn table(scene: &Scene<'_>, messages: &Messages, lane: usize, page: Option<usize>) -> Object {
    let Some(lane) = scene.lanes.get(lane) else {
        return Object::new();
    };
    let record = lane.trajectory;
    let n = record.points.len();
    let n_pages = n.div_ceil(PAGE).max(1);
    let page = page.unwrap_or(scene.playhead / PAGE).min(n_pages - 1);
    let steps = page * PAGE..((page + 1) * PAGE).min(n);
    let row = |step: usize| {
        let point = record.points[step];
        let cells = [exact(point.x), exact(point.y), exact(record.losses[step])];
        array(std::iter::once(step.to_string()).chain(cells))
    };
    let (labels, words) = (&messages.labels, &messages.lesson.data);
    let last = steps.end.saturating_sub(1);
    let current = match steps.contains(&scene.playhead) {
        true => (scene.playhead - steps.start) as f64,
        false => -1.0,
    };
    object(&[
        ("caption", (words.table_of)(&lane.name).into()),
        (
            "headers",
            array([labels.step, "x", "y", labels.loss]).into(),
        ),
        (
            "pageText",
            (words.page_of)(steps.start, last, scene.steps).into(),
        ),
        ("rows", array(steps.map(row)).into()),
        ("page", (page as f64).into()),
        ("pages", (n_pages as f64).into()),
        ("currentRow", current.into()),
    ])
}
