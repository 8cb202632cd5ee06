//! The lesson on the rule with its numbers.

use crate::experiments::race::picture::layout::MapLayout;
use crate::lab::Action;
use crate::lab::settings::View;
use crate::lessons::rule::equation::TermId;
use crate::lessons::rule::model::{Arrows, Light};
use crate::lessons::rule::notation::Math;
use crate::lessons::rule::picture::{Shown, draw_close_up};
use crate::lessons::rule::sheet::{Bar, Column, sheet};
use crate::locale;
use crate::view::Size;
use crate::view::number::rounded;
use crate::web::canvas::{self, Canvas};
use crate::web::figure::Figure;
use crate::web::objects::{List, ToJs, object};
use crate::web::pictures::area_of;
use crate::web::typescript::Type;
use js_sys::Array;
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

object! {
    /// The lanes that a lesson can speak about.
    pub struct LaneChoice {
        names: List<String>,
        /// The one that it speaks about, from 0.
        chosen: usize,
    }

    /// An update, term by term.
    pub struct RuleSheet {
        caption: String,
        lines: List<List<RuleColumn>>,
        /// The rate by which a step is multiplied, where it has a formula.
        rate: Option<RuleRate>,
        bars: List<RuleBar>,
        notes: List<String>,
        /// The term that a reader points at.
        lit: Option<TermId>,
    }

    /// A term of an equation, or a sign, with its values for x and y.
    pub struct RuleColumn {
        math: MathTree,
        /// The term, where it has an arrow.
        id: Option<TermId>,
        /// Empty for a sign.
        name: String,
        values: [String; 2],
        factors: [String; 2],
    }

    /// A rate and its value.
    pub struct RuleRate {
        math: MathTree,
        text: String,
    }

    /// Accumulated squares of one parameter. Lengths are shares of the full bar.
    pub struct RuleBar {
        axis: &'static str,
        kept: f64,
        added: f64,
        text: String,
    }
}

#[wasm_bindgen(typescript_custom_section)]
const MATH_TREE: &str = "\
/** An element of MathML: its name, then its text or its children; `vector` is a bold `mi`. */
export type MathTree = [string, ...(string | MathTree)[]];
";

/// A formula as nested arrays.
pub(in crate::web) struct MathTree(Array);

impl ToJs for MathTree {
    const TYPE: Type = Type::Named("MathTree");

    fn to_js(self) -> JsValue {
        self.0.into()
    }
}

impl ToJs for TermId {
    const TYPE: Type = Type::Named("string");

    fn to_js(self) -> JsValue {
        self.name().into()
    }
}

/// The rule with its numbers.
#[wasm_bindgen]
impl Figure {
    /// The lanes that a lesson can speak about, and the one that it does.
    #[wasm_bindgen(js_name = lanes)]
    pub fn lane_choice(&mut self) -> LaneChoice {
        LaneChoice {
            chosen: self.lab.lane(),
            names: self.lane_names().into_iter().collect(),
        }
    }

    /// The shown update of the chosen lane, term by term.
    pub fn rule(&mut self) -> RuleSheet {
        let (lane, words) = (self.lab.lane(), locale::RULE.of(self.language));
        let scene = self.lab.scene();
        let sheet = sheet(&scene, lane, words);
        let lines = sheet.lines.into_iter();
        let rate = sheet.rate.map(|rate| RuleRate {
            math: math(&rate.math),
            text: rate.text,
        });
        RuleSheet {
            caption: sheet.caption,
            lines: lines
                .map(|line| line.into_iter().map(column).collect())
                .collect(),
            rate,
            bars: sheet.bars.into_iter().map(bar).collect(),
            notes: sheet.notes.into_iter().collect(),
            lit: scene.mark::<Arrows>().and_then(|arrows| arrows.lit),
        }
    }

    /// Lights a term, or none.
    pub fn light(&mut self, term: Option<String>) {
        let term = term.and_then(|name| TermId::named(&name));
        let _ = self.lab.apply(Action::from(Light(term)));
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
        let (theme, map) = (self.theme(), self.map.size());
        let palette = theme.palette();
        canvas::resize(&canvas, size, ratio);
        let scene = self.lab.scene();
        let layout = MapLayout::new(&scene, map)?;
        let shown = Shown::close_up(&scene, &layout, size)?;
        let area = area_of(Canvas::new(canvas, size, ratio)?, palette.ground);
        let _ = draw_close_up(&area, &shown, palette);
        let _ = area.present();
        Some((locale::RULE.of(self.language).close_up)(&rounded(
            shown.zoom, 2,
        )))
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

fn column(column: Column) -> RuleColumn {
    RuleColumn {
        math: math(&column.math),
        id: column.id,
        name: column.name,
        values: column.values,
        factors: column.factors,
    }
}

fn bar(bar: Bar) -> RuleBar {
    RuleBar {
        axis: bar.axis,
        kept: bar.kept,
        added: bar.added,
        text: bar.text,
    }
}

/// Name of the element, then its text or its children.
fn math(formula: &Math) -> MathTree {
    let list = match formula {
        Math::Leaf(tag, text) => Array::of2(&(*tag).into(), &text.into()),
        Math::Vector(text) => Array::of2(&"vector".into(), &text.into()),
        Math::Node(tag, children) => {
            let list = Array::of1(&(*tag).into());
            for child in children {
                list.push(&math(child).to_js());
            }
            list
        }
    };
    MathTree(list)
}
