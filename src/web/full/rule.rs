//! The lesson on the rule with its numbers.

use crate::experiments::race::choices::View;
use crate::experiments::race::picture::layout::MapLayout;
use crate::lessons::rule::equation::TermId;
use crate::lessons::rule::model::Arrows;
use crate::lessons::rule::notation::Math;
use crate::lessons::rule::picture::{Shown, draw_close_up};
use crate::lessons::rule::sheet::{Bar, Column, sheet};
use crate::locale;
use crate::view::Size;
use crate::view::number::rounded;
use crate::web::canvas::{self, Canvas};
use crate::web::figure::Figure;
use crate::web::full::sheets::{Drawing, LessonCanvas, LessonOptions};
use crate::web::json::{Json, List, ToJson, Typed, object};
use crate::web::pictures::area_of;
use crate::web::typescript::Type;
use wasm_bindgen::prelude::wasm_bindgen;

object! {
    /// An update, term by term.
    struct RuleSheet {
        caption: String,
        lines: List<List<RuleColumn>>,
        /// The rate by which a step is multiplied, where it has a formula.
        rate: Option<RuleRate>,
        bars: List<RuleBar>,
        notes: Vec<String>,
        /// The term that a reader points at.
        lit: Option<TermId>,
    }

    /// A term of an equation, or a sign, with its values for x and y.
    struct RuleColumn {
        math: MathTree,
        /// The term, where it has an arrow.
        id: Option<TermId>,
        /// Empty for a sign.
        name: String,
        values: [String; 2],
        factors: [String; 2],
    }

    /// A rate and its value.
    struct RuleRate {
        math: MathTree,
        text: String,
    }

    /// Accumulated squares of one parameter. Lengths are shares of the full bar.
    struct RuleBar {
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

/// A formula as nested arrays: the name of the element, then its text or its children.
pub(in crate::web) struct MathTree(Math);

impl Typed for MathTree {
    const TYPE: Type = Type::Named("MathTree");
}

impl ToJson for MathTree {
    fn write(&self, json: &mut Json) {
        write_math(&self.0, json);
    }
}

fn write_math(math: &Math, json: &mut Json) {
    json.open('[');
    match math {
        Math::Leaf(tag, text) => {
            json.item(tag);
            json.item(text);
        }
        Math::Vector(text) => {
            json.item(&"vector");
            json.item(text);
        }
        Math::Node(tag, children) => {
            json.item(tag);
            for child in children {
                json.separate();
                write_math(child, json);
            }
        }
    }
    json.close(']');
}

impl Typed for TermId {
    const TYPE: Type = Type::Named("string");
}

impl ToJson for TermId {
    fn write(&self, json: &mut Json) {
        json.text(self.name());
    }
}

impl Figure {
    /// The shown update of the chosen lane, term by term.
    pub(super) fn rule(&mut self, _: &LessonOptions) -> Option<RuleSheet> {
        let (lane, words) = (self.lab.lane(), locale::RULE.of(self.language));
        let scene = self.lab.scene();
        let sheet = sheet(&scene, lane, words);
        let lines = sheet.lines.into_iter();
        let rate = sheet.rate.map(|rate| RuleRate {
            math: MathTree(rate.math),
            text: rate.text,
        });
        Some(RuleSheet {
            caption: sheet.caption,
            lines: lines
                .map(|line| line.into_iter().map(column).collect())
                .collect(),
            rate,
            bars: sheet.bars.into_iter().map(bar).collect(),
            notes: sheet.notes,
            lit: scene.mark::<Arrows>().and_then(|arrows| arrows.lit),
        })
    }

    /// The term whose arrow is at a place of the map; none in space, where arrows lie otherwise.
    pub(super) fn term_on_map(&mut self, at: (f64, f64)) -> Option<TermId> {
        if self.shown_view() == View::Space {
            return None;
        }
        let size = self.map.size();
        let scene = self.lab.scene();
        let layout = MapLayout::new(&scene, size)?;
        Shown::on_map(&scene, &layout)?.term_at(at)
    }

    /// The same of the picture of the arrows alone.
    pub(super) fn term_in_close_up(&mut self, at: (f64, f64), size: Size) -> Option<TermId> {
        let map = self.map.size();
        let scene = self.lab.scene();
        let layout = MapLayout::new(&scene, map)?;
        Shown::close_up(&scene, &layout, size)?.term_at(at)
    }

    /// Draws the arrows alone and large; nothing where there is none with a length.
    pub(super) fn draw_close_up(&mut self, target: LessonCanvas) -> Option<Drawing> {
        let (size, ratio) = (target.size, target.ratio);
        let (theme, map, zoom) = (self.theme(), self.map.size(), self.map.zoom());
        let palette = theme.palette();
        canvas::resize(&target.canvas, size, ratio);
        let scene = self.lab.scene();
        let layout = MapLayout::new(&scene, map)?;
        let shown = Shown::close_up(&scene, &layout, size)?;
        let area = area_of(Canvas::new(target.canvas, size, ratio)?, palette.ground);
        let _ = draw_close_up(&area, &shown, palette);
        let _ = area.present();
        Some(Drawing {
            caption: Some((locale::RULE.of(self.language).close_up)(&rounded(
                shown.zoom / zoom,
                2,
            ))),
            ..Drawing::of(size)
        })
    }
}

fn column(column: Column) -> RuleColumn {
    RuleColumn {
        math: MathTree(column.math),
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
