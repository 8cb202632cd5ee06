//! What a person and time do to a [`Figure`].

use crate::experiments::race::picture::layout::MapLayout;
#[cfg(feature = "lessons")]
use crate::experiments::search::describe::step_of;
use crate::lab::Action;
use crate::lab::settings::{Controls, View};
#[cfg(feature = "lessons")]
use crate::lessons::predict::model::PredictAction;
use crate::view::layout::LossLayout;
use crate::web::figure::Figure;
use crate::web::objects::{object, texts};
use js_sys::JsString;
use wasm_bindgen::prelude::wasm_bindgen;

texts! {
    /// What the panel of the map shows.
    pub(super) enum Shows {
        /// The contour lines.
        Map = "map",
        /// The same with the arrows of the gradient.
        Gradient = "gradient",
        /// The landscape in space.
        Space = "space",
        /// An experiment on networks.
        Study = "study",
    }

    /// What a drag over the panel of the map does.
    pub(super) enum Drag {
        /// Moves the start.
        Start = "start",
        /// Moves the guess where a path leads.
        Guess = "guess",
        /// Turns the view in space.
        Turn = "turn",
        /// Moves the playhead.
        Seek = "seek",
        /// Nothing: it is locked.
        Nothing = "",
    }
}

object! {
    /// Where the player stands, and what a figure shows around it.
    pub struct Status {
        step: usize,
        steps: usize,
        playing: bool,
        step_text: JsString,
        controls: Controls,
        autoplay: bool,
        /// What the panel of the map shows now.
        view: Shows,
        /// What a drag over it does.
        drag: Drag,
    }
}

/// Gestures and time.
#[wasm_bindgen]
impl Figure {
    /// Puts the start where the pointer is on the map.
    #[wasm_bindgen(js_name = placeStart)]
    pub fn place_start(&mut self, x: f64, y: f64) {
        #[cfg(feature = "lessons")]
        if self.lab.is_study() {
            return self.press_study(true, (x, y));
        }
        if let Some(layout) = MapLayout::new(&self.lab.scene(), self.map.size()) {
            self.act(Action::PlaceStart(layout.to_point((x, y))));
        }
    }

    /// Takes the place of the pointer on the map for what a drag does now: the start, or
    /// a guess.
    #[wasm_bindgen(js_name = pointAt)]
    pub fn point_at(&mut self, x: f64, y: f64) {
        #[cfg(feature = "lessons")]
        if self.lab.is_study() {
            return self.press_study(true, (x, y));
        }
        let layout = MapLayout::new(&self.lab.scene(), self.map.size());
        let Some(layout) = layout else {
            return;
        };
        let point = layout.to_point((x, y));
        #[cfg(feature = "lessons")]
        if self.lab.is_asking() {
            return self.act(PredictAction::Guess(point).into());
        }
        self.act(Action::PlaceStart(point));
    }

    /// Where the start is on the map; at its nearest border where it lies outside.
    #[wasm_bindgen(js_name = startPosition)]
    pub fn start_position(&mut self) -> Vec<f64> {
        if self.lab.is_study() {
            return vec![0.0, 0.0];
        }
        let size = self.map.size();
        let scene = self.lab.scene();
        let inside = scene.domain.clamp(scene.start);
        let layout = MapLayout::new(&scene, size);
        let (x, y) = layout
            .and_then(|layout| layout.to_pixel(inside))
            .unwrap_or_default();
        vec![x, y]
    }

    /// Shows the step where the pointer is on the loss panel.
    #[wasm_bindgen(js_name = seekAt)]
    #[cfg_attr(not(feature = "lessons"), expect(unused_variables))]
    pub fn seek_at(&mut self, x: f64, y: f64) {
        #[cfg(feature = "lessons")]
        if self.lab.is_study() {
            return self.press_study(false, (x, y));
        }
        let (size, words) = (self.loss.size(), self.figure_words());
        if let Some(layout) = LossLayout::new(&self.lab.scene(), words, size) {
            self.act(Action::Seek(layout.step_at(x)));
        }
    }

    /// Plays, or shows the end at once where the reader wants no movement.
    pub fn play(&mut self) {
        if self.reduced_motion {
            self.act(Action::Seek(self.lab.last_step()));
        } else {
            self.act(Action::Play);
        }
    }

    /// Stops where it is.
    pub fn pause(&mut self) {
        self.act(Action::Pause);
    }

    /// Shows the next step.
    #[wasm_bindgen(js_name = stepForward)]
    pub fn step_forward(&mut self) {
        self.act(Action::StepForward);
    }

    /// Shows the step before.
    #[wasm_bindgen(js_name = stepBack)]
    pub fn step_back(&mut self) {
        self.act(Action::StepBack);
    }

    /// Shows a step; what is not a number shows the start.
    pub fn seek(&mut self, step: f64) {
        self.act(Action::Seek(step as usize));
    }

    /// Shows the start.
    pub fn reset(&mut self) {
        self.act(Action::Reset);
    }

    /// Lets time pass; returns whether another frame is wanted.
    pub fn advance(&mut self, milliseconds: f64) -> bool {
        self.act(Action::Advance(milliseconds));
        self.lab.is_playing()
    }

    /// Where the player stands.
    pub fn status(&self) -> Status {
        let settings = self.lab.settings();
        let (step, steps) = (self.lab.step(), self.lab.last_step());
        let step_text = (self.race_words().step_of)(step, steps);
        #[cfg(feature = "lessons")]
        let step_text = match self.lab.study_progress() {
            Some((n_done, _)) => step_of(&self.study_words(), settings.lab, (step, steps), n_done),
            None => step_text,
        };
        Status {
            step,
            steps,
            playing: self.lab.is_playing(),
            step_text: step_text.into(),
            controls: settings.controls,
            autoplay: settings.autoplay,
            view: match self.shown_view() {
                _ if self.lab.is_study() => Shows::Study,
                View::Map => Shows::Map,
                View::Gradient => Shows::Gradient,
                View::Space => Shows::Space,
            },
            drag: self.drags(),
        }
    }
}
