//! The lab `search`: choosing a trial, and other ranges.

use crate::experiments::network::picture as studies;
use crate::experiments::network::scene::Picture;
use crate::experiments::search::trials::Trials;
use crate::lab::Action;
use crate::view;
use crate::view::Size;
use crate::web::canvas::{self, Canvas};
use crate::web::figure::Figure;
use crate::web::objects::{List, object};
use crate::web::pictures::area_of;
use crate::web::record::numbers;
use js_sys::Float64Array;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

object! {
    /// What a person can do with the ranges of a search.
    pub struct RangeChanges {
        /// Whether anything.
        free: bool,
        /// Whether they can be those of the best trials.
        narrow: bool,
        /// Whether they can be the book's.
        widen: bool,
    }

    /// A trial of a search with its numbers.
    pub struct TrialRecord {
        /// From 1.
        number: usize,
        learning_rate: f64,
        weight_decay: f64,
        finished: bool,
        accuracy: f64,
        /// The steps at which it was measured.
        step: Float64Array,
        validation: Float64Array,
        training: Float64Array,
    }
}

/// Ranges and trials. Positions are CSS pixels from the top-left corner of the panel of the map.
#[wasm_bindgen]
impl Figure {
    /// What a person can do with the ranges of a search now; nothing in the other labs.
    #[wasm_bindgen(js_name = rangeChanges)]
    pub fn range_changes(&mut self) -> Option<RangeChanges> {
        let _ = self.lab.study();
        let trials = self.lab.trials()?;
        let is_free = self.lab.can_change_ranges();
        let can_narrow = is_free && trials.narrowed().is_some();
        let can_widen = is_free && !self.lab.has_book_ranges();
        Some(RangeChanges {
            free: is_free,
            narrow: can_narrow,
            widen: can_widen,
        })
    }

    /// Searches within the ranges of the best trials.
    #[wasm_bindgen(js_name = narrowRange)]
    pub fn narrow_range(&mut self) {
        let ranges = self.lab.trials().and_then(|trials| trials.narrowed());
        if ranges.is_some() {
            self.lab.search_within(ranges);
        }
    }

    /// Searches within the book's ranges.
    #[wasm_bindgen(js_name = widenRange)]
    pub fn widen_range(&mut self) {
        self.lab.search_within(None);
    }

    /// Searches within the ranges between two places; false where that is no range.
    #[wasm_bindgen(js_name = searchBetween)]
    pub fn search_between(&mut self, x: f64, y: f64, to_x: f64, to_y: f64) -> bool {
        let Some(scene) = self.lab.study() else {
            return false;
        };
        let size = self.map.size();
        let ranges = studies::ranges_between(&scene.first, size, (x, y), (to_x, to_y));
        if ranges.is_some() && self.lab.can_change_ranges() {
            self.lab.search_within(ranges);
            return true;
        }
        false
    }

    /// Looks at the trial whose dot is at a place; false where there is none.
    #[wasm_bindgen(js_name = pickTrialAt)]
    pub fn pick_trial_at(&mut self, x: f64, y: f64) -> bool {
        let Some(scene) = self.lab.study() else {
            return false;
        };
        self.pick_trial(&scene.first, self.map.size(), (x, y))
    }
}

impl Figure {
    /// Looks at the trial at a place of a panel; false where there is none, or it is locked.
    pub(super) fn pick_trial(&mut self, picture: &Picture, size: Size, at: (f64, f64)) -> bool {
        let Some(number) = studies::trial_at(picture, size, at) else {
            return false;
        };
        let id = "trial";
        let action = Action::choose(id, number.to_string());
        self.lab.apply(action).is_ok()
    }

    /// Draws the dot of a trial beside its sentence.
    pub(super) fn draw_trial(&self, canvas: HtmlCanvasElement, accuracy: f64, ratio: f64) {
        let palette = self.theme().palette();
        canvas::resize(&canvas, view::SWATCH, ratio);
        let Some(canvas) = Canvas::new(canvas, view::SWATCH, ratio) else {
            return;
        };
        let area = area_of(canvas, palette.ground);
        let _ = crate::experiments::search::picture::draw_swatch(
            &area,
            accuracy,
            palette,
            view::SWATCH,
        );
        let _ = area.present();
    }
}

/// Each trial with its numbers.
pub(super) fn record(trials: &Trials) -> List<TrialRecord> {
    let trials = trials.all.iter().enumerate();
    let record = trials.map(|(place, trial)| {
        let values = |points: &[(usize, f64)]| numbers(points.iter().map(|&(_, value)| value));
        TrialRecord {
            number: place + 1,
            learning_rate: trial.rate,
            weight_decay: trial.decay,
            finished: trial.is_finished,
            accuracy: trial.accuracy(),
            step: numbers(trial.validation.iter().map(|&(step, _)| step as f64)),
            validation: values(&trial.validation),
            training: values(&trial.training),
        }
    });
    record.collect()
}
