//! The lesson with the numbers of the record.

use crate::experiments::race::scene::Scene;
use crate::language::Language;
use crate::locale;
use crate::view::number::readable;
use crate::web::figure::Figure;
use crate::web::full::sheets::LessonOptions;
use crate::web::json::{List, object};

/// Rows of a page of the table.
const PAGE: usize = 50;

object! {
    /// A page of a lane's numbers.
    struct TablePage {
        caption: String,
        headers: Vec<&'static str>,
        /// The step, the point and the loss, to four digits; all digits are in the CSV.
        rows: List<List<String>>,
        /// From 0.
        page: usize,
        pages: usize,
        page_text: String,
        /// The row of the shown step; −1 where it is on another page.
        current_row: f64,
    }
}

impl Figure {
    /// A page of the numbers of the lane that lessons speak about; nothing where there is no lane.
    pub(super) fn table(&mut self, options: &LessonOptions) -> Option<TablePage> {
        let (language, lane) = (self.language, self.lab.lane());
        table(&self.lab.scene(), language, lane, options.page)
    }
}

/// A page of a lane's numbers to four digits. Pages that are not there stand for the
/// last one.
fn table(
    scene: &Scene<'_>,
    language: Language,
    lane: usize,
    page: Option<usize>,
) -> Option<TablePage> {
    let lane = scene.lanes.get(lane)?;
    let record = lane.trajectory;
    let n = record.points.len();
    let n_pages = n.div_ceil(PAGE).max(1);
    let page = page.unwrap_or(scene.playhead / PAGE).min(n_pages - 1);
    let steps = page * PAGE..((page + 1) * PAGE).min(n);
    let row = |step: usize| {
        let point = record.points[step];
        let cells = [point.x, point.y, record.losses[step]].map(readable);
        std::iter::once(step.to_string()).chain(cells).collect()
    };
    let (labels, words) = (
        &locale::FIGURE.of(language).labels,
        locale::DATA.of(language),
    );
    let last = steps.end.saturating_sub(1);
    let current = match steps.contains(&scene.playhead) {
        true => (scene.playhead - steps.start) as f64,
        false => -1.0,
    };
    Some(TablePage {
        caption: (words.table_of)(&lane.name),
        headers: vec![labels.step, "x", "y", labels.loss],
        page_text: (words.page_of)(steps.start, last, scene.steps),
        rows: steps.map(row).collect(),
        page,
        pages: n_pages,
        current_row: current,
    })
}
