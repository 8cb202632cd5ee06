//! The types of all settings and of what a figure is about, for TypeScript.

use crate::lab::settings::declaration::property_words;
use crate::lab::settings::{Kind, Setting};
use crate::registry::GROUPS;
use crate::web::typescript::{Absence, Declaration, Property, Type};
use wasm_bindgen::prelude::wasm_bindgen;

#[allow(dead_code, reason = "wasm-bindgen reads it")]
const fn declared(row: &Setting) -> Property {
    Property {
        doc: "",
        name: property_words(row.name),
        value: match row.kind {
            Kind::Text | Kind::Names(_) => Type::Named("string"),
            Kind::Number(_) => Type::Named("number"),
            Kind::Boolean => Type::Named("boolean"),
            Kind::Choice(names) => Type::OneOf(names),
        },
        absence: match row.kind {
            Kind::Boolean => Absence::Never,
            _ => Absence::Null,
        },
    }
}

/// The settings one after the other.
#[allow(dead_code, reason = "wasm-bindgen reads it")]
const PROPERTIES: [Property; N_SETTINGS] = {
    let mut properties = [declared(&GROUPS[0][0]); N_SETTINGS];
    let (mut group, mut index, mut n) = (0, 0, 0);
    while group < GROUPS.len() {
        while index < GROUPS[group].len() {
            properties[n] = declared(&GROUPS[group][index]);
            (index, n) = (index + 1, n + 1);
        }
        (group, index) = (group + 1, 0);
    }
    properties
};

#[allow(dead_code, reason = "wasm-bindgen reads it")]
const N_SETTINGS: usize = {
    let (mut group, mut n) = (0, 0);
    while group < GROUPS.len() {
        n += GROUPS[group].len();
        group += 1;
    }
    n
};

#[allow(dead_code, reason = "wasm-bindgen reads it")]
const INTERFACE: Declaration = Declaration::interface(
    " All settings of a figure; null is what is not set, or its default.",
    "State",
    &PROPERTIES,
);

#[wasm_bindgen(typescript_custom_section)]
const TEXT: &str = INTERFACE.text();

/// What [`Figure::record`](crate::web::figure::Figure::record) and `dispatch` are about.
#[wasm_bindgen(typescript_custom_section)]
const BOTH: &str = "\
export type FigureRecord = RaceRecord | NetworkRecord;
export type Action = CommonAction | LessonAction;
";
