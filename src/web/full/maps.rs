//! The lessons with maps: hyperparameters and basins.

use crate::experiments::race::picture::layout::MapLayout;
use crate::lessons::basins::picture as basins;
use crate::lessons::rates::model::Rows;
use crate::lessons::rates::picture as rates;
use crate::lessons::rates::picture::{Metric, RatesLayout};
use crate::locale;
use crate::view::non_breaking::non_breaking;
use crate::view::raster::Raster;
use crate::view::{Frame, Size, number};
use crate::web::canvas::{self, Canvas};
use crate::web::figure::Figure;
use crate::web::full::pixels;
use crate::web::full::sheets::{Drawing, LessonCanvas, LessonOptions};
use crate::web::json::{object, texts};
use crate::web::pictures::area_of;

/// What the two maps show, so that nothing is drawn twice.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    rates: String,
    basins: String,
}

impl LessonCanvas {
    /// The canvas of the marks, ready to draw on, and that of the cells filled.
    fn begin(self, raster: &Raster) -> Option<Canvas> {
        let marks = self.marks?;
        pixels::put(&self.canvas, (raster.width, raster.height), &raster.bytes)?;
        canvas::resize(&marks, self.size, self.ratio);
        Canvas::new(marks, self.size, self.ratio)
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
fn place(frame: Frame) -> Drawing {
    Drawing {
        left: frame.left,
        top: frame.top,
        width: frame.width(),
        height: frame.height(),
        caption: None,
    }
}

texts! {
    /// Which number the colors of the map of hyperparameters show.
    enum Colors {
        /// The last loss.
        Loss = "loss",
        /// The steps until the minimum.
        Steps = "steps",
    }

    /// A map of cells.
    enum CellMap {
        /// That of hyperparameters.
        Rates = "rates",
        /// That of basins.
        Basins = "basins",
    }
}

/// Only where the map is of a hyperparameter of the rule it can show steps.
fn metric(colors: Option<Colors>, is_of_key: bool) -> Metric {
    match colors {
        Some(Colors::Steps) if is_of_key => Metric::Steps,
        _ => Metric::Loss,
    }
}

object! {
    /// The map of hyperparameters, and where the lane stands on it. What is twice is for
    /// across and up.
    struct RatesSheet {
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
    struct BasinsSheet {
        name: String,
        /// What becomes of the cell; empty where nothing is known.
        sentence: String,
        shares: Vec<String>,
        /// Whether another surface would tell more, and may be chosen.
        offers: bool,
        labels: [&'static str; 2],
        texts: [String; 2],
        counts: [usize; 2],
        cell: [usize; 2],
    }
}

/// The map of hyperparameters.
impl Figure {
    /// Where the lane stands on the map, and what the map says; nothing where there is none.
    pub(super) fn rates(&mut self, options: &LessonOptions) -> Option<RatesSheet> {
        let (figure, words) = (self.figure_words(), locale::RATES.of(self.language));
        let map = self.lab.rates()?;
        let (column, row) = map.nearest();
        let plan = map.chart.plan();
        let is_of_key = matches!(plan.rows, Rows::Key(..));
        let metric = metric(options.colors, is_of_key);
        let rate = number::exact(map.lane.iter().next().map_or(0.0, |(_, rate)| rate));
        Some(RatesSheet {
            name: rates::name(&map, metric, figure, words),
            sentence: rates::sentence(&map, words),
            bound: non_breaking(&rates::bound(&map, words)),
            legend: rates::legend(metric, words),
            has_steps: is_of_key,
            labels: rates::axis_names(&map, figure),
            texts: [rate, rates::second_text(&map)],
            counts: [plan.rates.len(), plan.rows.len()],
            cell: [column, row],
        })
    }

    /// Draws what has changed of the map; returns the place of its cells.
    pub(super) fn draw_rates(
        &mut self,
        target: LessonCanvas,
        options: &LessonOptions,
    ) -> Option<Drawing> {
        let (theme, figure) = (self.theme(), self.figure_words());
        let palette = theme.palette();
        let map = self.lab.rates()?;
        let layout = RatesLayout::new(&map, target.size)?;
        let is_of_key = matches!(map.chart.plan().rows, Rows::Key(..));
        let metric = metric(options.colors, is_of_key);
        let (version, lane) = (map.version, map.lane);
        let step = if is_of_key { 0 } else { map.step };
        let values: Vec<String> = lane.iter().map(|(_, value)| number::exact(value)).collect();
        let what = format!(
            "{version} {} {step} {theme:?} {metric:?} {} {}",
            values.join(" "),
            figure.tag,
            target.look()
        );
        if what != self.build.drawn_maps.rates {
            let canvas = target.begin(&rates::raster(&map, metric, palette))?;
            let area = area_of(canvas, palette.ground);
            // A backend of ours cannot fail.
            let _ = rates::draw_marks(&area, &map, metric, &layout, figure, palette);
            let _ = area.present();
            self.build.drawn_maps.rates = what;
        }
        Some(place(layout.frame))
    }
}

/// The map of basins.
impl Figure {
    /// Where the start is on the map, and what the map says; nothing where there is none.
    pub(super) fn basins(&mut self, _: &LessonOptions) -> Option<BasinsSheet> {
        let (race, words) = (self.race_words(), locale::BASINS.of(self.language));
        let lane = self.lab.lane();
        let name = self
            .lab
            .scene()
            .lanes
            .get(lane)
            .map(|lane| lane.name.clone());
        let is_alone = self.lab.scene().minima.len() == 1;
        let offers = is_alone && !self.lab.is_locked("surface");
        let map = self.lab.basins()?;
        let texts = [map.start.x, map.start.y].map(number::exact);
        let ends = map.basins.ends();
        let (column, row) = map.basins.nearest(map.start);
        let name = name.unwrap_or_default();
        Some(BasinsSheet {
            name: basins::name(&map, &name, words),
            sentence: basins::sentence(&map, words),
            shares: basins::shares(&map, words),
            offers,
            labels: [race.start_x, race.start_y],
            texts,
            counts: [ends.columns(), ends.rows()],
            cell: [column, row],
        })
    }

    /// Draws what has changed of the map; returns the place of its cells.
    pub(super) fn draw_basins(&mut self, target: LessonCanvas) -> Option<Drawing> {
        let theme = self.theme();
        let palette = theme.palette();
        let layout = MapLayout::new(&self.lab.scene(), target.size)?;
        let map = self.lab.basins()?;
        let start = [map.start.x, map.start.y].map(number::exact).join(" ");
        let what = format!("{} {start} {theme:?} {}", map.version, target.look());
        if what != self.build.drawn_maps.basins {
            let canvas = target.begin(&basins::raster(&map, palette))?;
            let area = area_of(canvas, palette.ground);
            let _ = basins::draw_marks(&area, &map, &layout, palette);
            let _ = area.present();
            self.build.drawn_maps.basins = what;
        }
        Some(place(layout.frame))
    }
}

/// The cells of both.
impl Figure {
    /// Takes the numbers, or the start, that a cell stands for; rows are counted from below.
    pub(super) fn take_cell(&mut self, map: CellMap, (column, row): (usize, usize)) {
        match map {
            CellMap::Rates => self.lab.load_cell(column, row),
            CellMap::Basins => self.lab.start_from_cell(column, row),
        }
    }

    /// The same of the cell at a place of a map of this size.
    pub(super) fn take_cell_at(
        &mut self,
        map: CellMap,
        at: (f64, f64),
        (width, height): (f64, f64),
    ) {
        let size = Size::new(width, height);
        let cell = match map {
            CellMap::Rates => {
                let rates = self.lab.rates();
                let layout = rates.and_then(|rates| RatesLayout::new(&rates, size));
                layout.map(|layout| layout.cell_at(at))
            }
            CellMap::Basins => {
                let layout = MapLayout::new(&self.lab.scene(), size);
                let point = layout.map(|layout| layout.to_point(at));
                point.and_then(|point| Some(self.lab.basins()?.basins.nearest(point)))
            }
        };
        if let Some(cell) = cell {
            self.take_cell(map, cell);
        }
    }
}
