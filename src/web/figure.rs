//! What stands behind one `<descent-widget>`.

use crate::experiments::race::describe;
use crate::lab::settings::frame::lane_control;
use crate::lab::settings::{self, Choice, Lesson};
use crate::lab::{Action, Lab, Problem, Warning};
use crate::language::Language;
#[cfg(feature = "lessons")]
use crate::locale;
use crate::registry::{self, SETTINGS};
use crate::view::Theme;
use crate::web::hands::Drag;
use crate::web::objects::{List, object};
use crate::web::panel::{LossGround, MapGround, Panel};
use crate::web::pictures::Scheme;
use crate::web::typescript::{Declaration, Type};
use crate::web::{controls, record, state, words};
use js_sys::JsString;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

object! {
    /// A lesson that can be opened.
    pub struct LessonTitle in LessonTitles {
        name: Lesson,
        title: &'static str,
        open: bool,
    }

    /// How one lane stands.
    pub struct Summary in Summaries {
        /// The name of the lane, with which the text begins.
        name: JsString,
        text: JsString,
        /// The control that stands for the lane.
        control: JsString,
    }

    /// Names and descriptions of the two panels.
    pub struct PanelNames {
        map: JsString,
        map_description: JsString,
        /// What the panel of the map can be used for.
        hint: JsString,
        loss: JsString,
        loss_description: JsString,
    }
}

#[allow(dead_code, reason = "wasm-bindgen reads it")]
const LANGUAGE: Declaration = Declaration::alias("Language", Type::OneOf(Language::NAMES));

#[wasm_bindgen(typescript_custom_section)]
const LANGUAGE_TEXT: &str = LANGUAGE.text();

/// What [`Figure::record`] returns.
#[cfg(feature = "lessons")]
#[wasm_bindgen(typescript_custom_section)]
const RECORD: &str = "export type FigureRecord = RaceRecord | StudyRecord;\n";

/// The core has no experiments.
#[cfg(not(feature = "lessons"))]
#[wasm_bindgen(typescript_custom_section)]
const RECORD: &str = "export type FigureRecord = RaceRecord;\n";

#[wasm_bindgen]
extern "C" {
    /// Words by their names in the template.
    #[wasm_bindgen(typescript_type = "Record<string, string>")]
    pub type Words;

    /// A record of either kind.
    #[wasm_bindgen(typescript_type = "FigureRecord")]
    pub type FigureRecord;
}

/// The model, the pictures and the words of one element.
///
/// Positions are CSS pixels from a panel's top-left corner.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Figure {
    pub(super) lab: Lab,
    pub(super) language: Language,
    prefers_dark: bool,
    forced_colors: bool,
    pub(super) reduced_motion: bool,
    pub(super) map: Panel<(MapGround, String, Theme), (u64, Theme)>,
    pub(super) loss: Panel<(LossGround, Language, Theme), (u64, Language, Theme)>,
    /// Whether the data of an experiment could not be had.
    #[cfg(feature = "lessons")]
    pub(super) lacks_digits: bool,
    /// Files of the reader's own that are on their way.
    #[cfg(feature = "lessons")]
    pub(super) intake: Option<crate::nn::Intake>,
    /// Whether an experiment is under way.
    #[cfg(feature = "lessons")]
    pub(super) is_working: bool,
    #[cfg(feature = "lessons")]
    pub(super) pace: crate::web::pace::Pace,
    /// Whether it has come to its end, and the words do not say so yet.
    #[cfg(feature = "lessons")]
    pub(super) has_finished: bool,
    #[cfg(feature = "lessons")]
    pub(super) drawn: crate::web::lessons::Drawn,
    #[cfg(feature = "lessons")]
    pub(super) drawn_pictures: crate::web::lessons::DrawnPictures,
}

/// Settings: attributes, properties, links.
#[wasm_bindgen]
impl Figure {
    /// The book's figure.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        crate::web::numerals::install();
        Self::default()
    }

    /// Takes the names of all settings, so that those which only the whole engine knows are kept
    /// for it.
    pub fn declare(names: Vec<String>) {
        let is_other = |name: &String| SETTINGS.setting(name).is_none();
        SETTINGS
            .others
            .get_or_init(|| names.into_iter().filter(is_other).collect());
    }

    /// Sets an attribute, or brings back its default; returns a warning for the console.
    pub fn set(&mut self, name: &str, text: Option<String>) -> Option<String> {
        state::set(&mut self.lab, name, text.as_deref())
    }

    /// The canonical text of an attribute.
    pub fn get(&self, name: &str) -> String {
        self.lab.settings().text(name)
    }

    /// Takes a query; returns warnings for the console.
    #[wasm_bindgen(js_name = setQuery)]
    pub fn set_query(&mut self, query: &str) -> Vec<String> {
        sentences(&self.lab.set_query(query))
    }

    /// Takes a query from a person's hand, who may not change what is locked; returns
    /// warnings for the console.
    pub fn follow(&mut self, query: &str) -> Vec<String> {
        sentences(&self.lab.follow(query))
    }

    /// Whether a person may not change an attribute.
    #[wasm_bindgen(js_name = isLocked)]
    pub fn is_locked(&self, name: &str) -> bool {
        self.lab.is_locked(name)
    }

    /// The link to this state, without `?`.
    pub fn query(&self) -> String {
        self.lab.query()
    }

    /// All settings as an object, keyed by property.
    #[wasm_bindgen(js_name = getState)]
    pub fn get_state(&self) -> state::State {
        state::of(self.lab.settings())
    }

    /// Takes such an object; returns warnings for the console.
    #[wasm_bindgen(js_name = setState)]
    pub fn set_state(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "unknown")] state: &JsValue,
    ) -> Vec<String> {
        state::take(&mut self.lab, state)
    }

    /// Speaks the first of the candidates that we know, else Korean. Returns its tag.
    #[wasm_bindgen(unchecked_return_type = "Language")]
    pub fn speak(&mut self, candidates: Vec<String>) -> String {
        let known = candidates.iter().find_map(|tag| settings::language(tag));
        self.language = known.unwrap_or_default();
        self.language.tag().to_owned()
    }

    /// Takes the reader's preferences; returns the scheme to paint the page's part in.
    pub fn paint(&mut self, dark: bool, forced: bool) -> Scheme {
        self.prefers_dark = dark;
        self.forced_colors = forced;
        match self.theme() {
            Theme::Light | Theme::ContrastLight => Scheme::Light,
            Theme::Dark | Theme::ContrastDark => Scheme::Dark,
        }
    }

    /// Whether the reader wants no movement: then playing shows the end at once.
    #[wasm_bindgen(js_name = reduceMotion)]
    pub fn reduce_motion(&mut self, on: bool) {
        self.reduced_motion = on;
        if on && self.lab.is_playing() {
            self.act(Action::Seek(self.lab.last_step()));
        }
    }
}

/// Lessons, and the engine that has them.
#[wasm_bindgen]
impl Figure {
    /// The lessons that can be opened, with their titles and whether they are open.
    pub fn lessons(&self) -> List<LessonTitle> {
        #[cfg(feature = "lessons")]
        let is_open = |&lesson| self.lab.is_open(lesson);
        #[cfg(not(feature = "lessons"))]
        let is_open = |lesson| self.lab.settings().lessons.contains(lesson);
        // Those on networks have their titles elsewhere, so that the core has none of them.
        let titles = words::titles(self.language);
        let lessons = Lesson::ALL.iter().zip(titles);
        #[cfg(feature = "lessons")]
        let lessons = crate::web::studies::lessons(self.language)
            .into_iter()
            .chain(lessons);
        #[cfg(feature = "lessons")]
        let lessons = lessons.filter(|(lesson, _)| lesson.is_for(self.lab.settings().lab));
        let lessons = lessons.map(|(lesson, title)| LessonTitle {
            name: *lesson,
            title,
            open: is_open(lesson),
        });
        lessons.collect()
    }

    /// Opens a lesson, or closes it.
    #[wasm_bindgen(js_name = openLesson)]
    pub fn open_lesson(&mut self, name: &str, is_open: bool) {
        if let Some(lesson) = Lesson::named(name) {
            self.act(Action::Open(lesson, is_open));
        }
    }

    /// Whether something is asked for that only the whole engine has.
    #[wasm_bindgen(js_name = wantsWhole)]
    pub fn wants_whole(&self) -> bool {
        let settings = self.lab.settings();
        let is_open = !settings.lessons.is_empty() || settings.is_asking();
        let is_explaining = settings.controls == settings::Controls::Full && is_open;
        is_explaining || self.is_waiting()
    }

    /// Whether settings wait for the whole engine, so that the figure is not yet what was
    /// asked for.
    #[wasm_bindgen(js_name = isWaiting)]
    pub fn is_waiting(&self) -> bool {
        registry::lacks(self.lab.settings())
    }

    /// The state as text, for another figure to go on with.
    #[wasm_bindgen(js_name = handOver)]
    pub fn hand_over(&self) -> String {
        self.lab.hand_over()
    }

    /// The same for the figure's own later life, which does not begin playing.
    pub fn keep(&mut self) -> String {
        self.lab.rest();
        let text = self.lab.hand_over();
        #[cfg(feature = "lessons")]
        let text = self.shelve(text);
        text
    }

    /// Goes on where another figure stood; returns warnings for the console.
    #[wasm_bindgen(js_name = takeOver)]
    pub fn take_over(&mut self, text: &str) -> Vec<String> {
        #[cfg(feature = "lessons")]
        let text = self.unshelve(text);
        sentences(&self.lab.take_over(text))
    }
}

/// Controls, and what is said.
#[wasm_bindgen]
impl Figure {
    /// The controls that the state offers.
    pub fn controls(&mut self) -> List<controls::Control> {
        let language = self.language;
        controls::all(&mut self.lab, language)
    }

    /// Moves a slider.
    pub fn slide(&mut self, id: &str, position: u32) {
        self.act(Action::slide(id, position));
    }

    /// Types into a field; returns what is wrong, in the reader's language.
    #[wasm_bindgen(js_name = type)]
    pub fn type_text(&mut self, id: &str, text: String) -> Option<String> {
        match self.lab.apply(Action::enter(id, text)) {
            Ok(()) | Err(Problem::Unknown | Problem::Locked) => None,
            Err(problem) => Some(self.problem_text(&problem)),
        }
    }

    /// Picks an option, or switches a checkbox.
    pub fn choose(&mut self, id: &str, value: String) {
        self.act(Action::choose(id, value));
    }

    /// One sentence for each lane, with the name of the control that has its swatch.
    pub fn summaries(&mut self) -> List<Summary> {
        #[cfg(feature = "lessons")]
        if self.lab.is_study() {
            return self.study_summaries();
        }
        let words = self.race_words();
        let rows = self.lab.rows().iter().enumerate();
        let on: Vec<usize> = rows.filter(|(_, row)| row.is_on).map(|(n, _)| n).collect();
        let scene = self.lab.scene();
        let sentences = describe::summaries(&scene, words);
        let lanes = scene.lanes.iter().zip(sentences).zip(on);
        let lanes = lanes.map(|((lane, text), row)| Summary {
            name: lane.name.as_str().into(),
            text: text.into(),
            control: lane_control(row).into(),
        });
        lanes.collect()
    }

    /// What the comparison of the lanes rests on.
    pub fn terms(&mut self) -> String {
        #[cfg(feature = "lessons")]
        if self.lab.is_study() {
            return self.study_terms();
        }
        let words = self.race_words();
        describe::terms(&self.lab.scene(), words)
    }

    /// One sentence about the shown step, to be read out.
    pub fn announcement(&mut self) -> String {
        #[cfg(feature = "lessons")]
        if self.lab.is_study() {
            return self.study_announcement();
        }
        let words = self.race_words();
        describe::announcement(&self.lab.scene(), words)
    }

    /// Names and descriptions of the two panels.
    pub fn names(&mut self) -> PanelNames {
        #[cfg(feature = "lessons")]
        if self.lab.is_study() {
            return self.study_names();
        }
        let (words, space) = (self.race_words(), self.space_words());
        let hint = self.hint();
        let scene = self.lab.scene();
        PanelNames {
            map: describe::map_name(&scene, words).into(),
            map_description: describe::map(&scene, words, space).into(),
            hint: hint.into(),
            loss: words.loss_by_step.into(),
            loss_description: describe::losses(&scene, words).into(),
        }
    }

    /// The record of the race, or of the experiment; `undefined` while that has no data.
    pub fn record(&mut self) -> Option<FigureRecord> {
        #[cfg(feature = "lessons")]
        if self.lab.is_study() {
            return Some(JsValue::from(self.study_record()?).unchecked_into());
        }
        let record = record::record(&self.lab.whole_scene());
        Some(JsValue::from(record).unchecked_into())
    }
}

/// For the console.
fn sentences(warnings: &[Warning]) -> Vec<String> {
    warnings.iter().map(ToString::to_string).collect()
}

impl Figure {
    pub(super) fn theme(&self) -> Theme {
        let is_dark = match self.lab.settings().theme {
            settings::Theme::Auto => self.prefers_dark,
            settings::Theme::Light => false,
            settings::Theme::Dark => true,
        };
        match (is_dark, self.forced_colors) {
            (false, false) => Theme::Light,
            (true, false) => Theme::Dark,
            (false, true) => Theme::ContrastLight,
            (true, true) => Theme::ContrastDark,
        }
    }

    /// What the panel of the map can be used for.
    fn hint(&self) -> &'static str {
        #[cfg(feature = "lessons")]
        match self.drags() {
            Drag::Turn => return locale::SPACE.of(self.language).labels.turn_hint,
            Drag::Guess => return locale::PREDICT.of(self.language).labels.guess_hint,
            _ => {}
        }
        self.race_words().drag_hint
    }

    /// What a drag over the map does now.
    pub(super) fn drags(&self) -> Drag {
        let allowed = |attribute, does| {
            if self.lab.is_locked(attribute) {
                Drag::Nothing
            } else {
                does
            }
        };
        #[cfg(feature = "lessons")]
        if self.lab.is_study() {
            // Over a search the drag is not that of the core.
            let is_search = self.lab.settings().lab == settings::LabName::Search;
            return if is_search { Drag::Nothing } else { Drag::Seek };
        }
        #[cfg(feature = "lessons")]
        if self.shown_view() == settings::View::Space {
            return allowed("turn", Drag::Turn);
        } else if self.lab.is_asking() {
            return Drag::Guess;
        }
        allowed("start", Drag::Start)
    }

    /// How the surface is shown: until the whole engine is there always as a map.
    pub(super) fn shown_view(&self) -> settings::View {
        if cfg!(feature = "lessons") {
            self.lab.settings().race().view
        } else {
            settings::View::Map
        }
    }

    /// For actions that cannot be refused, or whose refusal means that nothing changes.
    pub(super) fn act(&mut self, action: Action) {
        let _ = self.lab.apply(action);
    }
}
