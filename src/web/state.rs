//! The settings as a plain object, keyed by the names of the properties.

#[cfg(feature = "lessons")]
use crate::lab::settings::declaration::property_words;
use crate::lab::settings::{Kind as TextKind, Setting, Settings, property};
use crate::lab::{Action, Lab, Problem};
use crate::math::numeral;
#[cfg(feature = "lessons")]
use crate::registry::GROUPS;
use crate::registry::SETTINGS;
use crate::web::given::value_of;
use crate::web::json::{Json, ToJson, Typed};
use crate::web::typescript::Type;
#[cfg(feature = "lessons")]
use crate::web::typescript::{Absence, Declaration, Property};
use js_sys::Object;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[cfg(feature = "lessons")]
#[allow(dead_code, reason = "wasm-bindgen reads it")]
const fn declared(row: &Setting) -> Property {
    Property {
        doc: "",
        name: property_words(row.name),
        value: match row.kind {
            TextKind::Text => Type::Named("string"),
            TextKind::Number(_) => Type::Named("number"),
            TextKind::Boolean => Type::Named("boolean"),
            TextKind::Choice(names) => Type::OneOf(names),
        },
        absence: match row.kind {
            TextKind::Boolean => Absence::Never,
            _ => Absence::Null,
        },
    }
}

/// The settings one after the other.
#[cfg(feature = "lessons")]
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

#[cfg(feature = "lessons")]
#[allow(dead_code, reason = "wasm-bindgen reads it")]
const N_SETTINGS: usize = {
    let (mut group, mut n) = (0, 0);
    while group < GROUPS.len() {
        n += GROUPS[group].len();
        group += 1;
    }
    n
};

#[cfg(feature = "lessons")]
#[allow(dead_code, reason = "wasm-bindgen reads it")]
const INTERFACE: Declaration = Declaration::interface(
    " All settings of a figure; null is what is not set, or its default.",
    "State",
    &PROPERTIES,
);

#[cfg(feature = "lessons")]
#[wasm_bindgen(typescript_custom_section)]
const TEXT: &str = INTERFACE.text();

/// The core does without the names of what only the whole shows: its bindings lie beside those
/// of the whole, which have them.
#[cfg(not(feature = "lessons"))]
#[wasm_bindgen(typescript_custom_section)]
const TEXT: &str = "\
import type { State } from \"../full/descent_widget.js\";
export type { State };
";

/// All settings as strings, numbers, booleans, or null for what is not set.
pub(super) struct State<'a>(pub(super) &'a Settings);

impl Typed for State<'_> {
    const TYPE: Type = Type::Named("State");
}

impl ToJson for State<'_> {
    fn write(&self, json: &mut Json) {
        json.open('{');
        for name in SETTINGS.names() {
            json.name(&property(name));
            match SETTINGS.setting(name) {
                Some(row) => write_value(row, self.0, json),
                None => write_text(&self.0.text(name), json),
            }
        }
        json.close('}');
    }
}

fn write_value(row: &Setting, settings: &Settings, json: &mut Json) {
    match row.kind {
        TextKind::Boolean => (!row.text(settings).is_empty()).write(json),
        // What is not a number is null.
        TextKind::Number(_) => row.number(settings).unwrap_or(f64::NAN).write(json),
        // Without a start of its own the figure has the surface's, whichever that will be.
        _ if row.name == "start" && settings.race().start.is_none() => json.raw("null"),
        TextKind::Text | TextKind::Choice(_) => write_text(&row.text(settings), json),
    }
}

fn write_text(text: &str, json: &mut Json) {
    match text {
        "" => json.raw("null"),
        text => json.text(text),
    }
}

/// Takes the properties that an object has; what it lacks stays as it is.
pub(super) fn take(lab: &mut Lab, state: &JsValue) -> Vec<String> {
    if !state.is_object() {
        return vec!["setState takes an object, such as getState returns".to_owned()];
    }
    SETTINGS
        .names()
        .filter_map(|name| {
            let value = value_of(state, &property(name));
            if value.is_undefined() {
                return None;
            }
            let text = text(&value);
            set(lab, name, text.as_deref())
        })
        .collect()
}

/// Sets an attribute; returns what is to be said about it on the console.
pub(super) fn set(lab: &mut Lab, attribute: &str, text: Option<&str>) -> Option<String> {
    let action = Action::Set {
        attribute: attribute.to_owned(),
        text: text.map(str::to_owned),
    };
    match lab.apply(action) {
        Err(Problem::Attribute(warning)) => Some(warning.to_string()),
        _ => None,
    }
}

/// The text of a value as an attribute would have it; null is its absence.
fn text(value: &JsValue) -> Option<String> {
    if value.is_null() {
        None
    } else if let Some(text) = value.as_string() {
        Some(text)
    } else if let Some(number) = value.as_f64() {
        Some(numeral::shortest(number))
    } else if let Some(flag) = value.as_bool() {
        Some(flag.to_string())
    } else {
        let kind = value.dyn_ref::<Object>().map_or("unknown", |_| "object");
        Some(format!("[{kind}]"))
    }
}
