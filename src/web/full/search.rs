//! The lab `search`: choosing a trial, and other ranges.

use crate::experiments::network::picture;
use crate::experiments::network::scene::Picture;
use crate::experiments::search::model::SearchWithin;
use crate::experiments::search::trials::Trials;
use crate::lab::Action;
use crate::view;
use crate::view::Size;
use crate::web::action::Concern;
use crate::web::canvas::{self, Canvas};
use crate::web::figure::Figure;
use crate::web::frame::RangeChanges;
use crate::web::pictures::area_of;
use crate::web::record::{numbers, record};
use js_sys::Float64Array;
use web_sys::HtmlCanvasElement;

/// A drag that is shorter than this, in CSS pixels, is a click.
const SLOP: f64 = 6.0;

record! {
    /// A trial of a search with its numbers.
    struct TrialRecord {
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
        /// The iteration in which its network diverged.
        diverged: Option<usize>,
    }
}

impl Figure {
    /// What a person can do with the ranges of a search now.
    pub(in crate::web) fn range_changes(&mut self) -> RangeChanges {
        let _ = self.lab.network_scene();
        let trials = self.lab.trials();
        let is_free = trials.is_some() && self.lab.can_change_ranges();
        let narrowed = trials.as_ref().and_then(|trials| trials.narrowed());
        RangeChanges {
            shown: trials.is_some(),
            free: is_free,
            narrow: is_free && narrowed.is_some(),
            widen: is_free && !self.lab.has_book_ranges(),
            wide: is_free && !self.lab.has_wide_ranges(),
        }
    }

    /// Searches within the ranges of the best trials.
    pub(in crate::web) fn narrow_ranges(&mut self) {
        let ranges = self.lab.trials().and_then(|trials| trials.narrowed());
        if ranges.is_some() {
            self.act(SearchWithin(ranges).into());
        }
    }

    /// Searches within the ranges between two places of the panel of the map, or looks at the
    /// trial at the first one where they are about the same.
    pub(in crate::web) fn search_between(&mut self, from: (f64, f64), to: (f64, f64)) -> Concern {
        let Some(scene) = self.lab.network_scene() else {
            return Concern::Nothing;
        };
        let size = self.map.size();
        if (from.0 - to.0).abs() < SLOP || (from.1 - to.1).abs() < SLOP {
            return self.pick_trial(&scene.first, size, from);
        }
        let ranges = picture::ranges_between(&scene.first, size, from, to);
        if ranges.is_none() || !self.lab.can_change_ranges() {
            return Concern::Nothing;
        }
        self.act(SearchWithin(ranges).into());
        Concern::Settings
    }

    /// Looks at the trial at a place of a panel, unless there is none or it is locked.
    pub(in crate::web) fn pick_trial(
        &mut self,
        picture: &Picture,
        size: Size,
        at: (f64, f64),
    ) -> Concern {
        let number = picture::trial_at(picture, size, at);
        let action = number.map(|number| Action::choose("trial", number.to_string()));
        match action.is_some_and(|action| self.lab.apply(action).is_ok()) {
            true => Concern::Settings,
            false => Concern::Nothing,
        }
    }

    /// Draws the dot of a trial beside its sentence.
    pub(in crate::web) fn draw_trial(&self, canvas: HtmlCanvasElement, accuracy: f64, ratio: f64) {
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
pub(in crate::web) fn records(trials: &Trials) -> Vec<TrialRecord> {
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
            diverged: trial.diverged,
        }
    });
    record.collect()
}
