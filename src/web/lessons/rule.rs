//! The lesson on the rule with its numbers.

use crate::lab::Action;
use crate::lab::lessons::equation::TermId;
use crate::lab::settings::View;
use crate::view::lessons::arrows::{Shown, draw_close_up};
use crate::view::lessons::notation::Math;
use crate::view::lessons::rule::{Bar, Column, sheet};
use crate::view::number::rounded;
use crate::view::{MapLayout, Size};
use crate::web::canvas::{self, Canvas};
use crate::web::figure::Figure;
use crate::web::objects::{array, object};
use crate::web::pictures::area_of;
use js_sys::{Array, Object};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

impl Figure {
    fn lane_names(&mut self) -> Vec<String> {
        if let Some(names) = self.lab.network_names() {
            return names;
        }
        let lanes = &self.lab.scene().lanes;
        lanes.iter().map(|lane| lane.name.clone()).collect()
    }
}

/// The rule with its numbers.
#[wasm_bindgen]
impl Figure {
    /// The lanes that a lesson can speak about, and the one that it does.
    #[wasm_bindgen(js_name = lanes)]
    pub fn lane_choice(&mut self) -> Object {
        let chosen = self.lab.lane() as f64;
        let names = self.lane_names();
        object(&[("names", array(names).into()), ("chosen", chosen.into())])
    }

    /// The shown update of the chosen lane, term by term.
    pub fn rule(&mut self) -> Object {
        let (lane, messages) = (self.lab.lane(), self.messages());
        let scene = self.lab.scene();
        let sheet = sheet(&scene, lane, messages);
        let lit = scene.arrows.as_ref().and_then(|arrows| arrows.lit);
        let lines = sheet
            .lines
            .iter()
            .map(|line| array(line.iter().map(column)));
        let rate = sheet.rate.map_or(JsValue::NULL, |rate| {
            object(&[
                ("math", math(&rate.math)),
                ("text", rate.text.as_str().into()),
            ])
            .into()
        });
        object(&[
            ("caption", sheet.caption.as_str().into()),
            ("lines", array(lines).into()),
            ("rate", rate),
            ("bars", array(sheet.bars.iter().map(bar)).into()),
            (
                "notes",
                array(sheet.notes.iter().map(String::as_str)).into(),
            ),
            ("lit", name(lit)),
        ])
    }

    /// Lights a term, or none.
    pub fn light(&mut self, term: Option<String>) {
        let term = term.and_then(|name| TermId::named(&name));
        let _ = self.lab.apply(Action::Light(term));
    }

    /// The term whose arrow is under a place of the map; none in space, where arrows lie
    /// otherwise.
    #[wasm_bindgen(js_name = termAt)]
    pub fn term_at(&mut self, x: f64, y: f64) -> Option<String> {
        if self.shown_view() == View::Space {
            return None;
        }
        let size = self.map.size();
        let scene = self.lab.scene();
        let layout = MapLayout::new(&scene, size)?;
        let id = Shown::on_map(&scene, &layout)?.term_at((x, y))?;
        Some(id.name().to_owned())
    }

    /// Draws the arrows alone and large; returns how large in words, or nothing where
    /// there is none with a length.
    #[wasm_bindgen(js_name = drawCloseUp)]
    pub fn draw_close_up(
        &mut self,
        canvas: HtmlCanvasElement,
        width: f64,
        height: f64,
        ratio: f64,
    ) -> Option<String> {
        let size = Size::new(width, height);
        let (theme, messages, map) = (self.theme(), self.messages(), self.map.size());
        let palette = theme.palette();
        canvas::resize(&canvas, size, ratio);
        let scene = self.lab.scene();
        let layout = MapLayout::new(&scene, map)?;
        let shown = Shown::close_up(&scene, &layout, size)?;
        let area = area_of(Canvas::new(canvas, size, ratio)?, palette.ground);
        let _ = draw_close_up(&area, &shown, palette);
        let _ = area.present();
        Some((messages.lesson.rule.close_up)(&rounded(shown.zoom, 2)))
    }

    /// The term whose arrow is under a place of such a picture.
    #[wasm_bindgen(js_name = termInCloseUp)]
    pub fn term_in_close_up(&mut self, x: f64, y: f64, width: f64, height: f64) -> Option<String> {
        let map = self.map.size();
        let scene = self.lab.scene();
        let layout = MapLayout::new(&scene, map)?;
        let shown = Shown::close_up(&scene, &layout, Size::new(width, height))?;
        Some(shown.term_at((x, y))?.name().to_owned())
    }
}

/// The name of a term, if there is one.
pub(super) fn name(id: Option<TermId>) -> JsValue {
    id.map_or(JsValue::NULL, |id| id.name().into())
}

fn column(column: &Column) -> Object {
    let texts = |texts: &[String; 2]| JsValue::from(array(texts.iter().map(String::as_str)));
    object(&[
        ("math", math(&column.math)),
        ("id", name(column.id)),
        ("name", column.name.as_str().into()),
        ("values", texts(&column.values)),
        ("factors", texts(&column.factors)),
    ])
}

fn bar(bar: &Bar) -> Object {
    object(&[
        ("axis", bar.axis.into()),
        ("kept", bar.kept.into()),
        ("added", bar.added.into()),
        ("text", bar.text.as_str().into()),
    ])
}

/// A formula as nested arrays: name of the element, then its text or its children.
/// The name `vector` stands for an `mi` in bold.
fn math(formula: &Math) -> JsValue {
    let list: Array = match formula {
        Math::Leaf(tag, text) => array([*tag, text.as_str()]),
        Math::Vector(text) => array(["vector", text.as_str()]),
        Math::Node(tag, children) => {
            let list = array([*tag]);
            for child in children {
                list.push(&math(child));
            }
            list
        }
    };
    list.into()
}
