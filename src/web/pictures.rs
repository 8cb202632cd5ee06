//! The pictures of a [`Figure`]: what it draws on canvases and writes as SVG.

use crate::experiments::race::picture::layout::MapLayout;
use crate::experiments::race::picture::{loss, map};
use crate::lab::settings::Choice;
use crate::math::joined;
use crate::registry;
use crate::view;
use crate::view::layout::LossLayout;
use crate::view::words::shown_formula;
use crate::view::{LaneStyle, Size};
use crate::web::canvas::Canvas;
use crate::web::figure::Figure;
use crate::web::objects::texts;
use crate::web::panel::{LossGround, MapGround};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::style::RGBColor;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

texts! {
    /// One of the two panels.
    pub(super) enum PanelName {
        /// The one with the map.
        Map = "map",
        /// The one with the losses.
        Loss = "loss",
    }
}

/// The scheme of colors that the page's part of a figure is painted in.
#[wasm_bindgen]
#[derive(Clone, Copy, Debug)]
pub enum Scheme {
    /// Dark on light.
    Light = "light",
    /// Light on dark.
    Dark = "dark",
}

/// The size of an exported picture, wide enough for both panels side by side.
pub(super) const PICTURE: Size = Size::new(960.0, 420.0);

/// Canvases and pictures.
#[wasm_bindgen]
impl Figure {
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
    }

    /// Takes the size of a panel's box and the device pixels to a CSS pixel.
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
    }

    /// Width over height that the map's box should have, where units are to be equal.
    #[wasm_bindgen(js_name = mapAspect)]
    pub fn map_aspect(&mut self) -> Option<f64> {
        #[cfg(feature = "lessons")]
        if self.lab.is_study() {
            return None;
        }
        crate::experiments::race::picture::layout::map_aspect(&self.lab.scene())
    }

    /// Draws what has changed since the last time.
    pub fn draw(&mut self) {
        #[cfg(feature = "lessons")]
        if self.lab.is_study() {
            if self.rests() {
                return;
            }
            if let Some(scene) = self.lab.study() {
                self.draw_study(&scene);
            }
            return;
        }
        let (theme, language, words) = (self.theme(), self.language, self.figure_words());
        let palette = theme.palette();
        let n_changes = self.lab.n_changes();
        let scene = self.lab.scene();
        // A backend of ours cannot fail; the results that plotters hands on are passed over.
        #[cfg(feature = "lessons")]
        let is_space = crate::web::lessons::space::draw(
            &mut self.map,
            &scene,
            self.language,
            theme,
            n_changes,
        );
        #[cfg(not(feature = "lessons"))]
        let is_space = false;
        let layout = MapLayout::new(&scene, self.map.size());
        if let Some(layout) = layout.filter(|_| !is_space) {
            let surface = joined(
                &[
                    Choice::name(scene.surface),
                    &shown_formula(&scene),
                    if scene.slopes.is_empty() {
                        ""
                    } else {
                        " gradient"
                    },
                ],
                "",
            );
            let what = (MapGround::Map(layout.clone()), surface, theme);
            if let Some(canvas) = self.map.ground_for(what) {
                let area = area_of(canvas, palette.ground);
                let _ = map::draw_ground(&area, &scene, &layout, palette);
                let _ = area.present();
            }
            if let Some(canvas) = self.map.actors_for((n_changes, theme)) {
                let area = area_of(canvas, palette.ground);
                let _ = map::draw_actors(&area, &scene, &layout, palette, map::Start::Handle);
                let _ = area.present();
            }
        }
        if let Some(layout) = LossLayout::new(&scene, words, self.loss.size()) {
            if let Some(canvas) =
                self.loss
                    .ground_for((LossGround::Axes(layout.clone()), language, theme))
            {
                let area = area_of(canvas, palette.ground);
                let _ = loss::draw_ground(&area, &layout, words, palette);
                let _ = area.present();
            }
            if let Some(canvas) = self.loss.actors_for((n_changes, language, theme)) {
                let area = area_of(canvas, palette.ground);
                let _ = loss::draw_actors(&area, &scene, &layout, words, palette);
                let _ = area.present();
            }
        }
    }

    /// Draws the whole figure on a canvas of its own.
    #[wasm_bindgen(js_name = drawInto)]
    pub fn draw_into(&mut self, canvas: HtmlCanvasElement, width: f64, height: f64, ratio: f64) {
        let size = Size::new(width, height);
        crate::web::canvas::resize(&canvas, size, ratio);
        let (theme, language) = (self.theme(), self.language);
        let Some(canvas) = Canvas::new(canvas, size, ratio) else {
            return;
        };
        let area = area_of(canvas, theme.palette().ground);
        if let Some(scene) = registry::panels(&mut self.lab, language) {
            let scene = &*scene;
            let figure = view::Figure {
                scene,
                language,
                theme,
                size,
            };
            let _ = view::draw_figure(&area, &figure);
        }
        let _ = area.present();
    }

    /// The whole figure as SVG, as wide as both panels side by side; empty while its data is
    /// missing.
    #[wasm_bindgen(js_name = toSVG)]
    pub fn to_svg(&mut self) -> String {
        let (theme, language) = (self.theme(), self.language);
        let Some(scene) = registry::panels(&mut self.lab, language) else {
            return String::new();
        };
        view::figure_svg(&view::Figure {
            scene: &*scene,
            language,
            theme,
            size: PICTURE,
        })
    }

    /// Draws the line, dash and marker of the lane that a control stands for.
    #[wasm_bindgen(js_name = drawSwatch)]
    pub fn draw_swatch(&self, canvas: HtmlCanvasElement, control: &str, ratio: f64) {
        #[cfg(feature = "lessons")]
        if let Some(accuracy) = self.lab.trial_of(control) {
            return self.draw_trial(canvas, accuracy, ratio);
        }
        #[cfg(feature = "lessons")]
        if control.is_empty() {
            // What the canvas had for another line goes.
            return crate::web::canvas::resize(&canvas, view::SWATCH, ratio);
        }
        let palette = self.theme().palette();
        #[cfg(feature = "lessons")]
        let study = self.lab.study_look(control);
        #[cfg(feature = "lessons")]
        let study = study.map(|look| crate::experiments::network::picture::style(look, palette));
        #[cfg(not(feature = "lessons"))]
        let study = None;
        let Some(look) = study.or_else(|| self.row_look(control)) else {
            return;
        };
        crate::web::canvas::resize(&canvas, view::SWATCH, ratio);
        let Some(canvas) = Canvas::new(canvas, view::SWATCH, ratio) else {
            return;
        };
        let area = area_of(canvas, palette.ground);
        let _ = view::draw_swatch(&area, &look, palette);
        let _ = area.present();
    }
}

impl Figure {
    /// How the row of that control looks.
    fn row_look(&self, control: &str) -> Option<LaneStyle> {
        let index = control.strip_prefix("lane.")?.parse::<usize>().ok()?;
        let rows = self.lab.rows();
        let row = rows.get(index)?;
        let before = rows[..index].iter().filter(|other| other.is_on);
        let same = before.filter(|other| other.lane.rule == row.lane.rule);
        let palette = self.theme().palette();
        Some(LaneStyle::new(row.lane.rule, same.count(), palette))
    }
}

/// A canvas as what plotters draws on; text stands out from the ground of this color.
pub(super) fn area_of(canvas: Canvas, ground: RGBColor) -> DrawingArea<Canvas, Shift> {
    canvas.with_halo(ground).into_drawing_area()
}
