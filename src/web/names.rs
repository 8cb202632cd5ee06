//! The names of lessons, as JavaScript has them.

use crate::registry::LESSONS;
use crate::web::given::FromJs;
use crate::web::json::{Json, ToJson, Typed};
use crate::web::typescript::Type;
use wasm_bindgen::JsValue;

/// The name of a lesson.
pub(super) struct LessonName(pub(super) &'static str);

impl Typed for LessonName {
    const TYPE: Type = Type::OneOf(LESSONS);
}

impl ToJson for LessonName {
    fn write(&self, json: &mut Json) {
        json.text(self.0);
    }
}

impl FromJs for LessonName {
    fn from_js(value: JsValue) -> Option<Self> {
        let name = value.as_string()?;
        LESSONS.iter().copied().find(|it| *it == name).map(Self)
    }

    fn placeholder() -> Self {
        Self(LESSONS[0])
    }
}
