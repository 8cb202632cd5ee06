//! What the full build has besides the race: the lessons, and the experiments on networks.

mod action;
mod batch;
mod conventions;
mod data;
mod files;
mod maps;
pub(super) mod networks;
mod physics;
mod pixels;
mod predict;
mod program;
mod questions;
mod rule;
mod search;
mod share;
mod sheets;
mod space;
mod state;
mod steps;
mod throttle;
mod training_loop;

use crate::experiments::race::choices::View;
use crate::experiments::race::picture::layout::MapLayout;
use crate::experiments::race::picture::space::SpaceLayout;
use crate::experiments::race::words::space::SpaceWords;
use crate::lab::Lab;
use crate::language::Language;
use crate::locale;
use crate::nn::{DatasetImporter, SetProblem};
use crate::registry::{LESSONS, full};
use crate::view::layout::LossLayout;
use crate::view::non_breaking::non_breaking;
use crate::web::figure::Figure;
use crate::web::frame::{Frame, HiddenPath, LaneChoice, LessonTitle, part};
use crate::web::gesture::Gesture;
use crate::web::json::{Json, List};
use crate::web::names::LessonName;
use crate::web::page::Page;
use crate::web::race::RacePage;
use crate::web::words::{tab, titles};
use networks::NetworkPage;
pub(super) use space::draw as draw_view;
use throttle::Throttle;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance)]
    pub(super) fn now() -> f64;
}

/// What a figure of the full build has besides.
#[derive(Debug, Default)]
pub(super) struct State {
    /// Whether the data of an experiment could not be had.
    pub(super) lacks_digits: bool,
    /// Files of the reader's own that are on their way.
    importer: Option<DatasetImporter>,
    /// What came of those that were given last.
    imported: Option<Result<(), SetProblem>>,
    /// Whether an experiment is under way.
    pub(super) is_working: bool,
    pub(super) throttle: Throttle,
    drawn_maps: maps::Drawn,
    drawn_pictures: batch::DrawnPictures,
    /// Parts of frames as the page has them.
    lane_choice: String,
    ranges: String,
}

impl State {
    /// Whether something long is being computed.
    pub(super) fn is_working(&self) -> bool {
        self.is_working
    }
}

/// What the ground of a panel shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Ground {
    /// The contour lines of a surface.
    Map(MapLayout, String),
    /// The axes of the losses.
    Losses(LossLayout),
    /// The landscape of a surface.
    Space(SpaceLayout, String),
    /// A picture of an experiment on networks after so many changes.
    Network(u64),
}

/// How the experiment stands in a page.
pub(super) fn page(lab: &Lab) -> &'static dyn Page {
    match full::network(lab) {
        Some(_) => &NetworkPage,
        None => &RacePage,
    }
}

/// What is said of the view in space.
pub(super) fn space_words(language: Language) -> Option<&'static SpaceWords> {
    Some(locale::SPACE.of(language))
}

/// The words of the template, with those of lessons and experiments.
pub(super) fn labels(
    mut labels: Vec<(String, &'static str)>,
    figure: &Figure,
) -> Vec<(String, &'static str)> {
    let own = networks::player_labels(figure);
    labels.retain(|(name, _)| own.iter().all(|(other, _)| other != name));
    [labels, locale::lesson_labels(figure.language), own].concat()
}

/// Writes a word as the template prints it: its formulas do not break.
pub(super) fn write_word(word: &str, json: &mut Json) {
    json.text(&non_breaking(word));
}

impl Figure {
    /// Goes on with the open maps.
    pub(super) fn work_on_lessons(&mut self, budget: f64) -> bool {
        let end = now() + budget;
        self.lab.work_on_maps(|| now() < end)
    }

    /// Says what lessons and experiments have besides the race.
    pub(super) fn describe_lessons(&mut self, frame: &mut Frame, is_all: bool) {
        let choice = LaneChoice {
            names: self.lane_names(),
            chosen: self.lab.lane(),
        };
        frame.lane_choice = part(&mut self.build.lane_choice, &choice);
        frame.answer = self.new_answer();
        if is_all {
            let ranges = self.range_changes();
            frame.ranges = part(&mut self.build.ranges, &ranges);
        }
    }

    /// The lanes that a lesson can speak about.
    fn lane_names(&mut self) -> Vec<String> {
        let networks = self.lab.network_names();
        if !networks.is_empty() {
            return networks;
        }
        let lanes = &self.lab.scene().lanes;
        lanes.iter().map(|lane| lane.name.clone()).collect()
    }

    /// The lessons that can be opened.
    pub(super) fn lesson_titles(&mut self) -> List<LessonTitle> {
        let (language, experiment) = (self.language, self.lab.experiment());
        // Where they are locked nobody could open another one.
        let is_locked = self.lab.is_locked("lessons");
        // Those on networks have their titles elsewhere, so that the light build has none of them.
        let on_networks = [
            ("batch", locale::BATCH_TITLE.of(language)),
            ("loop", locale::LOOP_TITLE.of(language)),
            ("files", locale::FILES_TITLE.of(language)),
        ];
        let of_race = LESSONS.iter().copied().zip(titles(language));
        let lessons = on_networks.into_iter().chain(of_race);
        let lessons = lessons.filter(|(lesson, _)| experiment.has_lesson(lesson));
        let lessons = lessons.map(|(name, title)| LessonTitle {
            name: LessonName(name),
            title,
            tab: tab(name, self.language),
            open: self.lab.is_open(name),
            hides: self.lab.hidden_path(name).map(|hidden| HiddenPath {
                sentence: (locale::PREDICT.of(language).hidden)(&hidden.name),
                whole: hidden.is_whole,
            }),
        });
        lessons.filter(|it| it.open || !is_locked).collect()
    }

    /// What a gesture on the map does where it does not move the start.
    pub(super) fn gesture_of_view(&self) -> Option<Gesture> {
        if self.shown_view() == View::Space {
            return Some(self.unless_locked("turn", Gesture::Turn));
        }
        self.lab.is_asking().then_some(Gesture::Guess)
    }

    /// What the panel of the map can be used for.
    pub(super) fn hint(&self, gesture: Gesture) -> &'static str {
        match gesture {
            Gesture::Turn => locale::SPACE.of(self.language).labels.turn_hint,
            Gesture::Guess => locale::PREDICT.of(self.language).labels.guess_hint,
            _ => self.race_words().drag_hint,
        }
    }

    /// The record as a table.
    pub(super) fn csv(&mut self) -> String {
        self.lab.csv()
    }
}
