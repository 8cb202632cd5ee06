//! What a lesson shows, by its name: the one call for all of them.

use crate::view::Size;
use crate::web::figure::Figure;
use crate::web::full::batch::PictureSheet;
use crate::web::full::conventions::ConventionsSheet;
use crate::web::full::data::TablePage;
use crate::web::full::files::FilesSheet;
use crate::web::full::maps::{BasinsSheet, Colors, RatesSheet};
use crate::web::full::physics::PhysicsSheet;
use crate::web::full::predict::PredictSheet;
use crate::web::full::program::ProgramSheet;
use crate::web::full::questions::QuestionsSheet;
use crate::web::full::rule::RuleSheet;
use crate::web::full::share::Codes;
use crate::web::full::steps::StepsSheet;
use crate::web::json::{Typed, object, to_js};
use crate::web::typescript::{Absence, Declaration, Property};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

/// Declares a struct of what JavaScript may ask for, all of which can be left out.
macro_rules! options {
    (
        $(#[doc = $doc:literal])+
        struct $name:ident {
            $($(#[doc = $field_doc:literal])+ $field:ident: Option<$type:ty>,)+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Default)]
        pub(in crate::web) struct $name {
            $($(#[doc = $field_doc])+ pub(in crate::web) $field: Option<$type>,)+
        }

        impl $name {
            /// Reads them; what is of another kind is left out too.
            pub(in crate::web) fn from_js(object: &wasm_bindgen::JsValue) -> Self {
                let mut given = $crate::web::given::Given::new(object);
                Self {
                    $($field: given.read($crate::web::typescript::camel_case!($field)),)+
                }
            }
        }

        const _: () = {
            use wasm_bindgen::prelude::wasm_bindgen;
            use $crate::web::json::Typed;
            use $crate::web::typescript::{Absence, Declaration, Property};

            #[allow(dead_code, reason = "wasm-bindgen reads it")]
            const INTERFACE: Declaration = Declaration::interface(
                concat!($($doc),+),
                stringify!($name),
                &[$(Property {
                    doc: concat!($($field_doc),+),
                    name: $crate::web::typescript::camel_case!($field),
                    value: <$type as Typed>::TYPE,
                    absence: Absence::Optional,
                },)+],
            );

            #[wasm_bindgen(typescript_custom_section)]
            const TEXT: &str = INTERFACE.text();
        };
    };
}

options! {
    /// What a reader has chosen to see of a lesson.
    struct LessonOptions {
        /// The page, from 0; without it the one with the shown step.
        page: Option<usize>,
        /// Whether it is the test data that is taken for something else, not the mini-batch.
        mistakes: Option<bool>,
        /// The line of the update that has run last; without it the whole update has.
        moment: Option<usize>,
        /// Which number the colors of a map show.
        colors: Option<Colors>,
        /// The address of the single page, without a query.
        address: Option<String>,
    }
}

object! {
    /// Where a picture stands in its box, in CSS pixels.
    struct Drawing {
        left: f64,
        top: f64,
        width: f64,
        height: f64,
        /// What stands under it.
        caption: Option<String>,
    }
}

impl Drawing {
    /// A picture that fills a box of this size.
    pub(super) fn of(size: Size) -> Self {
        Self {
            left: 0.0,
            top: 0.0,
            width: size.width,
            height: size.height,
            caption: None,
        }
    }
}

/// Where a lesson draws.
pub(super) struct LessonCanvas {
    /// The picture, or the cells of a map.
    pub(super) canvas: HtmlCanvasElement,
    /// What lies over it, on a canvas of its own.
    pub(super) marks: Option<HtmlCanvasElement>,
    pub(super) size: Size,
    pub(super) ratio: f64,
}

/// Says for every lesson what it shows.
macro_rules! sheets {
    ($($lesson:literal: $sheet:ty = $method:ident,)+) => {
        impl Figure {
            fn sheet(&mut self, lesson: &str, options: &LessonOptions) -> JsValue {
                match lesson {
                    $($lesson => match self.$method(options) {
                        Some(sheet) => to_js(&sheet),
                        None => JsValue::UNDEFINED,
                    },)+
                    _ => JsValue::UNDEFINED,
                }
            }
        }

        #[allow(dead_code, reason = "wasm-bindgen reads it")]
        const PROPERTIES: &[Property] = &[$(Property {
            doc: "",
            name: $lesson,
            value: <$sheet as Typed>::TYPE,
            absence: Absence::Never,
        },)+];
    };
}

sheets! {
    "data": TablePage = table,
    "rule": RuleSheet = rule,
    "program": ProgramSheet = program,
    "conventions": ConventionsSheet = conventions,
    "rates": RatesSheet = rates,
    "basins": BasinsSheet = basins,
    "physics": PhysicsSheet = physics,
    "steps": StepsSheet = steps,
    "predict": PredictSheet = predict,
    "questions": QuestionsSheet = questions,
    "share": Codes = codes,
    "batch": PictureSheet = pictures,
    "loop": ProgramSheet = training_loop,
    "files": FilesSheet = files_sheet,
}

#[allow(dead_code, reason = "wasm-bindgen reads it")]
const SHEETS: Declaration =
    Declaration::interface(" What the lessons show.", "LessonSheets", PROPERTIES);

#[wasm_bindgen(typescript_custom_section)]
const SHEETS_TEXT: &str = SHEETS.text();

#[wasm_bindgen(typescript_custom_section)]
const LESSON: &str = "\
export interface Figure {
  /** What a lesson shows; `undefined` while there is nothing. */
  lesson<Name extends keyof LessonSheets>(name: Name, options?: LessonOptions): LessonSheets[Name] | undefined;
}
";

#[wasm_bindgen]
impl Figure {
    /// What a lesson shows; `undefined` while there is nothing.
    #[wasm_bindgen(skip_typescript)]
    pub fn lesson(&mut self, name: &str, options: &JsValue) -> JsValue {
        self.sheet(name, &LessonOptions::from_js(options))
    }

    /// Draws the picture of a lesson into a box of a width, a height and so many pixels to a CSS
    /// pixel: on one canvas, or on one for the cells and one for the marks above them.
    #[wasm_bindgen(js_name = drawLesson, unchecked_return_type = "Drawing | undefined")]
    #[allow(
        clippy::too_many_arguments,
        reason = "each is a value of its own in JavaScript"
    )]
    pub fn draw_lesson(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "keyof LessonSheets")] name: &str,
        canvas: HtmlCanvasElement,
        marks: Option<HtmlCanvasElement>,
        width: f64,
        height: f64,
        ratio: f64,
        #[wasm_bindgen(unchecked_optional_param_type = "LessonOptions")] options: &JsValue,
    ) -> JsValue {
        let target = LessonCanvas {
            canvas,
            marks,
            size: Size::new(width, height),
            ratio,
        };
        let options = LessonOptions::from_js(options);
        let drawing = match name {
            "rule" => self.draw_close_up(target),
            "rates" => self.draw_rates(target, &options),
            "basins" => self.draw_basins(target),
            "physics" => self.draw_physics(target),
            "steps" => self.draw_steps(target),
            "batch" => self.draw_pictures(target, &options),
            _ => None,
        };
        drawing.map_or(JsValue::UNDEFINED, |drawing| to_js(&drawing))
    }

    /// The term of the update rule whose arrow is at a place of the map, or of the close-up in a
    /// box of this size.
    #[wasm_bindgen(js_name = termAt)]
    pub fn term_at(
        &mut self,
        x: f64,
        y: f64,
        width: Option<f64>,
        height: Option<f64>,
    ) -> Option<String> {
        let term = match width.zip(height) {
            Some((width, height)) => self.term_in_close_up((x, y), Size::new(width, height)),
            None => self.term_on_map(self.map.place((x, y))),
        };
        term.map(|term| term.name().to_owned())
    }
}
