//! What only the full build has: the lessons, and the experiments on networks.

mod action;
mod batch;
mod conventions;
mod data;
mod files;
mod maps;
mod physics;
mod predict;
mod program;
mod questions;
mod rule;
mod share;
mod sheets;
pub(super) mod space;
mod training_loop;

use crate::experiments::search::describe::step_of;
use crate::lab::settings::{Choice, Lesson};
use crate::locale;
use crate::nn::Intake;
use crate::web::figure::Figure;
use crate::web::frame::{Frame, HiddenPath, LaneChoice, LessonTitle, part};
use crate::web::gesture::Gesture;
use crate::web::json::List;
use crate::web::throttle::Throttle;
use crate::web::words::titles;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    pub(super) fn now() -> f64;
}

/// What a figure of the full build has besides.
#[derive(Debug, Default)]
pub(super) struct Full {
    /// Whether the data of an experiment could not be had.
    pub(super) lacks_digits: bool,
    /// Files of the reader's own that are on their way.
    intake: Option<Intake>,
    /// Whether an experiment is under way.
    pub(super) is_working: bool,
    pub(super) throttle: Throttle,
    drawn_maps: maps::Drawn,
    drawn_pictures: batch::DrawnPictures,
    /// Parts of frames as the page has them.
    lane_choice: String,
    ranges: String,
}

impl Figure {
    /// Goes on with what takes long: the experiment, or the open maps. Returns whether there is
    /// more to do.
    pub(super) fn work(&mut self, budget: f64) -> bool {
        if budget <= 0.0 {
            return self.full.is_working;
        }
        if self.lab.is_study() {
            return self.work_on_study(budget);
        }
        let end = now() + budget;
        self.lab.work(|| now() < end)
    }

    /// Says what lessons and experiments have besides the race.
    pub(super) fn describe_lessons(&mut self, frame: &mut Frame, is_all: bool) {
        let choice = LaneChoice {
            names: self.lane_names(),
            chosen: self.lab.lane(),
        };
        frame.lane_choice = part(&mut self.full.lane_choice, &choice);
        if is_all {
            let ranges = self.range_changes();
            frame.ranges = part(&mut self.full.ranges, &ranges);
        }
    }

    fn lane_names(&mut self) -> Vec<String> {
        if let Some(names) = self.lab.network_names() {
            return names;
        }
        let lanes = &self.lab.scene().lanes;
        lanes.iter().map(|lane| lane.name.clone()).collect()
    }

    /// The lessons that can be opened.
    pub(super) fn lesson_titles(&mut self) -> List<LessonTitle> {
        let (language, lab) = (self.language, self.lab.settings().lab);
        let of_race = Lesson::ALL.iter().copied().zip(titles(language));
        // Those on networks have their titles elsewhere, so that the core has none of them.
        let on_networks = [
            (Lesson::Batch, locale::BATCH_TITLE.of(language)),
            (Lesson::Loop, locale::LOOP_TITLE.of(language)),
            (Lesson::Files, locale::FILES_TITLE.of(language)),
        ];
        let lessons = on_networks.into_iter().chain(of_race);
        let lessons = lessons.filter(|(lesson, _)| lesson.is_for(lab));
        let lessons = lessons.map(|(name, title)| LessonTitle {
            name,
            title,
            open: self.lab.is_open(name),
            hides: self.lab.veil(name).map(|veil| HiddenPath {
                sentence: (locale::PREDICT.of(language).veiled)(&veil.name),
                whole: veil.is_whole,
            }),
        });
        lessons.collect()
    }

    pub(super) fn step_text(&self, step: usize, steps: usize) -> String {
        let lab = self.lab.settings().lab;
        match self.lab.study_progress() {
            Some((n_done, _)) => step_of(&self.study_words(), lab, (step, steps), n_done),
            None => (self.race_words().step_of)(step, steps),
        }
    }

    /// What the panel of the map can be used for.
    pub(super) fn hint(&self) -> &'static str {
        match self.map_gesture() {
            Gesture::Turn => locale::SPACE.of(self.language).labels.turn_hint,
            Gesture::Guess => locale::PREDICT.of(self.language).labels.guess_hint,
            _ => self.race_words().drag_hint,
        }
    }

    /// What a gesture on the other panel does.
    pub(super) fn loss_gesture(&mut self) -> Gesture {
        match self.lab.is_study() {
            true => self.second_gesture(),
            false => Gesture::Seek,
        }
    }
}
