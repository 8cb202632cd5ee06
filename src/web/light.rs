//! What the light build has besides the race: nothing, but it knows the titles of the lessons.

use crate::experiments::race::picture::Mark;
use crate::experiments::race::picture::layout::MapLayout;
use crate::experiments::race::scene::Scene;
use crate::experiments::race::words::space::SpaceWords;
use crate::lab::{Action, Lab};
use crate::language::Language;
use crate::registry::LESSONS;
use crate::view::Theme;
use crate::view::layout::LossLayout;
use crate::web::action::{Concern, Outcome};
use crate::web::figure::Figure;
use crate::web::frame::{Frame, LessonTitle};
use crate::web::gesture::Gesture;
use crate::web::json::{Json, List, Text};
use crate::web::layers::Layers;
use crate::web::names::LessonName;
use crate::web::page::Page;
use crate::web::race::RacePage;
use crate::web::words::{tab, titles};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Its bindings lie beside those of the full build, which have the names of what only that shows.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "\
import type { Action, State } from \"../full/descent_widget.js\";
export type { Action, State };
export type FigureRecord = RaceRecord;
";

/// It keeps nothing.
#[derive(Debug, Default)]
pub(super) struct State;

impl State {
    /// Nothing here takes long.
    pub(super) fn is_working(&self) -> bool {
        false
    }
}

/// What the ground of a panel shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Ground {
    /// The contour lines of a surface.
    Map(MapLayout, String),
    /// The axes of the losses.
    Losses(LossLayout),
}

/// How an experiment stands in a page.
pub(super) fn page(_: &Lab) -> &'static dyn Page {
    &RacePage
}

/// Draws what is no map; false where there is nothing of the kind.
pub(super) fn draw_view(_: &mut Layers, _: &Scene<'_>, _: Language, _: Theme, _: u64) -> bool {
    false
}

/// What is said of the view in space.
pub(super) fn space_words(_: Language) -> Option<&'static SpaceWords> {
    None
}

/// The words of the template.
pub(super) fn labels(
    labels: Vec<(String, &'static str)>,
    _: &Figure,
) -> Vec<(String, &'static str)> {
    labels
}

/// Writes a word as the template prints it.
pub(super) fn write_word(word: &str, json: &mut Json) {
    json.text(word);
}

impl Figure {
    pub(super) fn take_other(&mut self, _: &JsValue, _: &mut Outcome) -> Concern {
        Concern::Nothing
    }

    pub(super) fn work_on_lessons(&mut self, _: f64) -> bool {
        false
    }

    pub(super) fn describe_lessons(&mut self, _: &mut Frame, _: bool) {}

    /// Those that can be shown: where lessons are locked, what the author shows.
    pub(super) fn lesson_titles(&mut self) -> List<LessonTitle> {
        let titles = LESSONS.iter().zip(titles(self.language));
        let titles = titles.map(|(&name, title)| LessonTitle {
            name: LessonName(name),
            title,
            tab: tab(name, self.language),
            open: self.lab.is_open(name),
            hides: None,
        });
        let is_locked = self.lab.is_locked("lessons");
        titles.filter(|it| it.open || !is_locked).collect()
    }

    pub(super) fn gesture_of_view(&self) -> Option<Gesture> {
        None
    }

    pub(super) fn banner(&mut self) -> Option<Rc<dyn Mark>> {
        None
    }

    pub(super) fn answer_text(&mut self) -> String {
        String::new()
    }

    pub(super) fn why_not_played(&self) -> Option<Text> {
        None
    }

    pub(super) fn drag_in_lesson(&mut self, _: Gesture, _: (f64, f64), _: (f64, f64)) {}

    pub(super) fn undo_guess(&mut self) -> Vec<Action> {
        Vec::new()
    }

    pub(super) fn hint(&self, _: Gesture) -> &'static str {
        self.race_words().drag_hint
    }

    pub(super) fn csv(&mut self) -> String {
        String::new()
    }

    pub(super) fn script(&mut self) -> String {
        String::new()
    }

    pub(super) fn shelve(&self, snapshot: String) -> String {
        snapshot
    }

    pub(super) fn unshelve<'a>(&mut self, snapshot: &'a str) -> &'a str {
        snapshot
    }
}
