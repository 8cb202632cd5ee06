//! The lessons with maps: hyperparameters and basins.

use crate::experiments::race::picture::layout::MapLayout;
use crate::lab::settings::{Choice, LabName};
use crate::lessons::basins::picture as basins;
use crate::lessons::rates::model::Rows;
use crate::lessons::rates::picture as rates;
use crate::lessons::rates::picture::{Metric, RatesLayout};
use crate::locale;
use crate::view::non_breaking::tied;
use crate::view::raster::Raster;
use crate::view::{Frame, Size, number};
use crate::web::canvas::{self, Canvas};
use crate::web::figure::Figure;
use crate::web::objects::{List, object, texts};
use crate::web::pictures::area_of;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    pub(in crate::web) fn now() -> f64;
}

/// Milliseconds of a frame that an experiment works: it is what the reader waits for.
const STUDY_SLICE: f64 = 20.0;

/// What the two maps show, so that nothing is drawn twice.
#[derive(Debug, Default)]
pub(in crate::web) struct Drawn {
    rates: String,
    basins: String,
}

/// The canvases of a map and what they have to be: the cells below, the marks above.
struct Sheet {
    cells: HtmlCanvasElement,
    marks: HtmlCanvasElement,
    size: Size,
    ratio: f64,
}

impl Sheet {
    /// The canvas of the marks, ready to draw on, and that of the cells filled.
    fn begin(self, raster: &Raster) -> Option<Canvas> {
        canvas::put(&self.cells, (raster.width, raster.height), &raster.bytes)?;
        canvas::resize(&self.marks, self.size, self.ratio);
        Canvas::new(self.marks, self.size, self.ratio)
    }

    fn look(&self) -> String {
        // Not by `format!`: how the standard library prints an `f64` weighs 3 kB.
        let Self { size, ratio, .. } = self;
        [size.width, size.height, *ratio]
            .map(number::exact)
            .join(" ")
    }
}

/// The place of the cells, from the left and from the top, and their extent.
fn place(frame: Frame) -> Vec<f64> {
    vec![frame.left, frame.top, frame.width(), frame.height()]
}

texts! {
    /// Which number the colors of the map of hyperparameters show.
    pub(super) enum Colors {
        /// The last loss.
        Loss = "loss",
        /// The steps until the minimum.
        Steps = "steps",
    }
}

/// Only where the map is of a hyperparameter of the rule it can show steps.
fn metric(colors: &str, is_of_key: bool) -> Metric {
    match Colors::named(colors) {
        Some(Colors::Steps) if is_of_key => Metric::Steps,
        _ => Metric::Loss,
    }
}

object! {
    /// The map of hyperparameters, and where the lane stands on it. What is twice is for
    /// across and up.
    pub struct RatesSheet {
        name: String,
        /// What becomes of the cell; empty where nothing is known.
        sentence: String,
        bound: String,
        legend: String,
        /// Whether the colors can show steps.
        has_steps: bool,
        labels: [&'static str; 2],
        texts: [String; 2],
        counts: [usize; 2],
        cell: [usize; 2],
    }

    /// The map of basins, and where the start is on it. What is twice is for across and up.
    pub struct BasinsSheet {
        name: String,
        /// What becomes of the cell; empty where nothing is known.
        sentence: String,
        shares: List<String>,
        labels: [&'static str; 2],
        texts: [String; 2],
        counts: [usize; 2],
        cell: [usize; 2],
    }
}

/// What takes long.
#[wasm_bindgen]
impl Figure {
    /// Goes on with the experiment, or with the open maps, for about so many milliseconds;
    /// returns whether there is more to do.
    pub fn work(&mut self, milliseconds: f64) -> bool {
        if self.lab.is_study() {
            let n_before = self.lab.study_progress();
            let mut before = now();
            self.pace.begin(before);
            let end = before + milliseconds.max(STUDY_SLICE);
            let mut has_more = true;
            while has_more {
                has_more = self.lab.work_on_study();
                let after = now();
                // Another piece takes about as long, which is much with large pictures.
                if after + (after - before) > end {
                    break;
                }
                before = after;
            }
            // One frame more, in which the words follow.
            let was_working = std::mem::replace(&mut self.is_working, has_more);
            // A trial is a piece of its own: what is said of all follows each.
            let is_search = self.lab.settings().lab == LabName::Search;
            let is_one_more = is_search && self.lab.study_progress() != n_before;
            self.has_finished |= (was_working && !has_more) || is_one_more;
            return has_more || was_working;
        }
        let end = now() + milliseconds;
        self.lab.work(|| now() < end)
    }
}

/// The map of hyperparameters. Positions are CSS pixels from its top-left corner.
#[wasm_bindgen]
impl Figure {
    /// Where the lane stands on the map, and what the map says; `undefined` where there is
    /// none.
    pub fn rates(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Colors")] colors: &str,
    ) -> Option<RatesSheet> {
        let (figure, words) = (self.figure_words(), locale::RATES.of(self.language));
        let map = self.lab.rates()?;
        let (column, row) = map.nearest();
        let plan = map.chart.plan();
        let is_of_key = matches!(plan.rows, Rows::Key(..));
        let metric = metric(colors, is_of_key);
        let rate = number::exact(map.lane.iter().next().map_or(0.0, |(_, rate)| rate));
        Some(RatesSheet {
            name: rates::name(&map, metric, figure, words),
            sentence: rates::sentence(&map, words),
            bound: tied(&rates::bound(&map, words)),
            legend: rates::legend(metric, words),
            has_steps: is_of_key,
            labels: rates::axis_names(&map, figure),
            texts: [rate, rates::second_text(&map)],
            counts: [plan.rates.len(), plan.rows.len()],
            cell: [column, row],
        })
    }

    /// Draws what has changed of the map; returns the place of its cells.
    #[wasm_bindgen(js_name = drawRates)]
    pub fn draw_rates(
        &mut self,
        cells: HtmlCanvasElement,
        marks: HtmlCanvasElement,
        width: f64,
        height: f64,
        ratio: f64,
        #[wasm_bindgen(unchecked_param_type = "Colors")] colors: &str,
    ) -> Option<Vec<f64>> {
        let (theme, figure) = (self.theme(), self.figure_words());
        let palette = theme.palette();
        let size = Size::new(width, height);
        let sheet = Sheet {
            cells,
            marks,
            size,
            ratio,
        };
        let map = self.lab.rates()?;
        let layout = RatesLayout::new(&map, size)?;
        let is_of_key = matches!(map.chart.plan().rows, Rows::Key(..));
        let metric = metric(colors, is_of_key);
        let (version, lane) = (map.version, map.lane);
        let step = if is_of_key { 0 } else { map.step };
        let values: Vec<String> = lane.iter().map(|(_, value)| number::exact(value)).collect();
        let what = format!(
            "{version} {} {step} {theme:?} {metric:?} {} {}",
            values.join(" "),
            figure.tag,
            sheet.look()
        );
        if what != self.drawn.rates {
            let canvas = sheet.begin(&rates::raster(&map, metric, palette))?;
            let area = area_of(canvas, palette.ground);
            // A backend of ours cannot fail.
            let _ = rates::draw_marks(&area, &map, metric, &layout, figure, palette);
            let _ = area.present();
            self.drawn.rates = what;
        }
        Some(place(layout.frame))
    }

    /// Loads the cell at a place of the map of this size.
    #[wasm_bindgen(js_name = loadRatesAt)]
    pub fn load_rates_at(&mut self, x: f64, y: f64, width: f64, height: f64) {
        let map = self.lab.rates();
        let layout = map.and_then(|map| RatesLayout::new(&map, Size::new(width, height)));
        if let Some((column, row)) = layout.map(|layout| layout.cell_at((x, y))) {
            self.lab.load_cell(column, row);
        }
    }

    /// Loads a cell; rows are counted from below.
    #[wasm_bindgen(js_name = loadRates)]
    pub fn load_rates(&mut self, column: usize, row: usize) {
        self.lab.load_cell(column, row);
    }
}

/// The map of basins.
#[wasm_bindgen]
impl Figure {
    /// Where the start is on the map, and what the map says; `undefined` where there is
    /// none.
    pub fn basins(&mut self) -> Option<BasinsSheet> {
        let (race, words) = (self.race_words(), locale::BASINS.of(self.language));
        let lane = self.lab.lane();
        let name = self
            .lab
            .scene()
            .lanes
            .get(lane)
            .map(|lane| lane.name.clone());
        let map = self.lab.basins()?;
        let texts = [map.start.x, map.start.y].map(number::exact);
        let ends = map.basins.ends();
        let (column, row) = map.basins.nearest(map.start);
        let name = name.unwrap_or_default();
        Some(BasinsSheet {
            name: basins::name(&map, &name, words),
            sentence: basins::sentence(&map, words),
            shares: basins::shares(&map, words).into_iter().collect(),
            labels: [race.start_x, race.start_y],
            texts,
            counts: [ends.columns(), ends.rows()],
            cell: [column, row],
        })
    }

    /// Draws what has changed of the map; returns the place of its cells.
    #[wasm_bindgen(js_name = drawBasins)]
    pub fn draw_basins(
        &mut self,
        cells: HtmlCanvasElement,
        marks: HtmlCanvasElement,
        width: f64,
        height: f64,
        ratio: f64,
    ) -> Option<Vec<f64>> {
        let theme = self.theme();
        let palette = theme.palette();
        let size = Size::new(width, height);
        let sheet = Sheet {
            cells,
            marks,
            size,
            ratio,
        };
        let layout = MapLayout::new(&self.lab.scene(), size)?;
        let map = self.lab.basins()?;
        let start = [map.start.x, map.start.y].map(number::exact).join(" ");
        let what = format!("{} {start} {theme:?} {}", map.version, sheet.look());
        if what != self.drawn.basins {
            let canvas = sheet.begin(&basins::raster(&map, palette))?;
            let area = area_of(canvas, palette.ground);
            let _ = basins::draw_marks(&area, &map, &layout, palette);
            let _ = area.present();
            self.drawn.basins = what;
        }
        Some(place(layout.frame))
    }

    /// Puts the start into the cell at a place of the map of this size.
    #[wasm_bindgen(js_name = startAt)]
    pub fn start_at(&mut self, x: f64, y: f64, width: f64, height: f64) {
        let layout = MapLayout::new(&self.lab.scene(), Size::new(width, height));
        let point = layout.map(|layout| layout.to_point((x, y)));
        let map = self.lab.basins();
        let cell = point.and_then(|point| Some(map?.basins.nearest(point)));
        if let Some((column, row)) = cell {
            self.lab.start_from_cell(column, row);
        }
    }

    /// Puts the start into a cell; rows are counted from below.
    #[wasm_bindgen(js_name = startFrom)]
    pub fn start_from(&mut self, column: usize, row: usize) {
        self.lab.start_from_cell(column, row);
    }
}
