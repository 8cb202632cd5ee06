//! What stands behind one `<descent-widget>`: all that JavaScript can call is listed here, and in
//! `full` for what only the full build has.

use crate::experiments::race::choices::View;
use crate::lab::settings::{self, Choice, Controls};
use crate::lab::{Action, Lab, Problem, Warning};
use crate::language::Language;
use crate::registry::{self, SETTINGS};
use crate::view::{Size, Theme};
use crate::web::build;
use crate::web::canvas;
use crate::web::frame::Sent;
use crate::web::gesture::Held;
use crate::web::json::{texts, to_js};
use crate::web::layers::Layers;
use crate::web::page::{Page, Shows};
use crate::web::state;
use crate::web::words::Words;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

texts! {
    /// One of the two panels.
    enum PanelName {
        /// The one with the map.
        Map = "map",
        /// The one with the losses.
        Loss = "loss",
    }

    /// The scheme of colors that the page's part of a figure is painted in.
    enum Scheme {
        /// Dark on light.
        Light = "light",
        /// Light on dark.
        Dark = "dark",
    }

    /// What a figure cannot do without any longer.
    enum Need {
        /// The full build, before it can show what is set.
        Build = "build",
        /// The full build, for what explains.
        Lessons = "lessons",
        /// The handwritten digits.
        Digits = "digits",
    }

    /// What a figure gives away as text.
    enum Export {
        /// The picture, as wide as both panels side by side.
        Svg = "svg",
        /// The link to this state, without `?`.
        Query = "query",
        /// The state with all that a link leaves out, for another figure to go on with.
        Snapshot = "snapshot",
        /// One sentence about the shown step, to be read out.
        Announcement = "announcement",
        /// The record as a table.
        Csv = "csv",
        /// The race as a script for NumPy.
        Script = "script",
    }
}

#[allow(dead_code, reason = "wasm-bindgen reads it")]
const LANGUAGE: crate::web::typescript::Declaration = crate::web::typescript::Declaration::alias(
    "Language",
    crate::web::typescript::Type::OneOf(Language::NAMES),
);

#[wasm_bindgen(typescript_custom_section)]
const LANGUAGE_TEXT: &str = LANGUAGE.text();

/// The model, the pictures and the words of one element.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Figure {
    pub(super) lab: Lab,
    pub(super) language: Language,
    pub(super) prefers_dark: bool,
    pub(super) forced_colors: bool,
    pub(super) reduced_motion: bool,
    pub(super) map: Layers,
    pub(super) loss: Layers,
    /// The gesture under way.
    pub(super) held: Option<Held>,
    /// Whether more has changed since the last frame than what time changes.
    pub(super) is_stale: bool,
    pub(super) sent: Sent,
    pub(super) build: build::State,
}

#[wasm_bindgen]
impl Figure {
    /// The book's figure.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        crate::web::numerals::install();
        Self {
            is_stale: true,
            ..Self::default()
        }
    }

    /// Takes the names of all settings, so that those which only the full build knows are kept
    /// for it.
    pub fn declare(names: Vec<String>) {
        let is_other = |name: &String| SETTINGS.setting(name).is_none();
        SETTINGS
            .others
            .get_or_init(|| names.into_iter().filter(is_other).collect());
    }

    /// Lets something happen: a reader's gesture, a wish of the page.
    #[wasm_bindgen(unchecked_return_type = "Outcome")]
    pub fn dispatch(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Action")] action: &JsValue,
    ) -> JsValue {
        to_js(&self.take(action))
    }

    /// Lets some milliseconds pass, computes for about as many as the budget allows, draws what
    /// has changed, and says it in words.
    #[wasm_bindgen(unchecked_return_type = "Frame")]
    pub fn frame(&mut self, elapsed: f64, budget: f64) -> JsValue {
        to_js(&self.next(elapsed, budget))
    }

    /// The canonical text of an attribute; of `step` the step that is shown.
    pub fn get(&self, attribute: &str) -> String {
        if attribute == "step" {
            return self.lab.step().to_string();
        }
        self.lab.settings().text(attribute)
    }

    /// What the page has to bring.
    #[wasm_bindgen(unchecked_return_type = "Need | undefined")]
    pub fn needs(&self) -> Option<String> {
        self.need().map(|need| need.name().to_owned())
    }

    /// The words of the language that never change, by their names in the template.
    #[wasm_bindgen(unchecked_return_type = "Record<string, string>")]
    pub fn words(&self) -> JsValue {
        to_js(&Words(self))
    }

    /// All settings, keyed by property.
    #[wasm_bindgen(unchecked_return_type = "State")]
    pub fn state(&self) -> JsValue {
        to_js(&state::State(self.lab.settings()))
    }

    /// Everything that was computed; `undefined` while data or settings are awaited.
    #[wasm_bindgen(unchecked_return_type = "FigureRecord | undefined")]
    pub fn record(&mut self) -> JsValue {
        if self.need() == Some(Need::Build) {
            return JsValue::UNDEFINED;
        }
        self.page().record(self)
    }

    /// The figure as a text of a kind; empty where there is none.
    #[wasm_bindgen(js_name = export)]
    pub fn export_text(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Export")] kind: &str,
    ) -> String {
        match Export::named(kind) {
            Some(Export::Svg) => self.svg(),
            Some(Export::Query) => self.lab.query(),
            Some(Export::Snapshot) => self.snapshot(),
            Some(Export::Announcement) => self.page().announcement(self),
            Some(Export::Csv) => self.csv(),
            Some(Export::Script) => self.script(),
            None => String::new(),
        }
    }

    /// Takes the two canvases of a panel.
    pub fn attach(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "PanelName")] panel: &str,
        ground: HtmlCanvasElement,
        actors: HtmlCanvasElement,
    ) {
        match PanelName::named(panel) {
            Some(PanelName::Map) => self.map.attach(ground, actors),
            _ => self.loss.attach(ground, actors),
        }
        self.is_stale = true;
    }

    /// Takes the size of a panel's box in CSS pixels, and the device pixels to each. That
    /// empties the canvases until the next frame.
    pub fn resize(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "PanelName")] panel: &str,
        width: f64,
        height: f64,
        ratio: f64,
    ) {
        let size = Size::new(width, height);
        match PanelName::named(panel) {
            Some(PanelName::Map) => self.map.resize(size, ratio),
            _ => self.loss.resize(size, ratio),
        }
        self.is_stale = true;
    }

    /// Draws the whole figure on a canvas of its own.
    #[wasm_bindgen(js_name = drawInto)]
    pub fn draw_into(&mut self, canvas: HtmlCanvasElement, width: f64, height: f64, ratio: f64) {
        let size = Size::new(width, height);
        canvas::resize(&canvas, size, ratio);
        self.draw_whole(canvas, size, ratio);
    }

    /// Draws the line, dash and marker of the lane that a control stands for.
    #[wasm_bindgen(js_name = drawSwatch)]
    pub fn draw_swatch(&self, canvas: HtmlCanvasElement, control: &str, ratio: f64) {
        self.page().draw_swatch(self, canvas, control, ratio);
    }
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

    pub(super) fn scheme(&self) -> Scheme {
        match self.theme() {
            Theme::Light | Theme::ContrastLight => Scheme::Light,
            Theme::Dark | Theme::ContrastDark => Scheme::Dark,
        }
    }

    /// How the experiment stands in the page.
    pub(super) fn page(&self) -> &'static dyn Page {
        build::page(&self.lab)
    }

    /// How the surface is shown: until the full build is there always as a map.
    pub(super) fn shown_view(&self) -> View {
        match self.space_words() {
            Some(_) => self.lab.settings().race().view,
            None => View::Map,
        }
    }

    fn need(&self) -> Option<Need> {
        let settings = self.lab.settings();
        let is_open = !settings.lessons.is_empty() || settings.is_asking();
        let is_explaining = settings.controls == Controls::Full && is_open;
        if registry::lacks(&self.lab) {
            return Some(Need::Build);
        }
        if self.lab.lacks_data() {
            return Some(Need::Digits);
        }
        // Their parts of the page come with the lessons.
        let is_drawn_there = matches!(self.page().shows(self), Shows::Space | Shows::Network);
        (is_explaining || is_drawn_there).then_some(Need::Lessons)
    }

    fn snapshot(&self) -> String {
        self.shelve(self.lab.snapshot())
    }

    /// Goes on where another figure stood.
    pub(super) fn restore(&mut self, snapshot: &str) -> Vec<Warning> {
        let snapshot = self.unshelve(snapshot).to_owned();
        let taken = self.lab.apply(Action::Restore(snapshot));
        taken.err().map_or_else(Vec::new, Problem::warnings)
    }
}
