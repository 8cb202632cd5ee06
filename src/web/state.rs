//! The settings as a plain object, keyed by the names of the properties.

use super::objects::put;
#[cfg(feature = "lessons")]
use super::typescript::{Absence, Declaration, Property, Type};
#[cfg(feature = "lessons")]
use crate::lab::settings::declaration::property_words;
use crate::lab::settings::{Kind as TextKind, Setting, Settings, property};
use crate::lab::{Action, Lab, Problem};
use crate::math::numeral;
#[cfg(feature = "lessons")]
use crate::registry::GROUPS;
use crate::registry::SETTINGS;
use js_sys::{Object, Reflect};
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
import type { State } from \"../whole/descent_widget.js\";
export type { State };
";

#[wasm_bindgen]
extern "C" {
    /// All settings as an object.
    #[wasm_bindgen(typescript_type = "State")]
    pub type State;
}

/// All settings as strings, numbers, booleans, or null for what is not set.
pub(super) fn of(settings: &Settings) -> State {
    let state = Object::new();
    for name in SETTINGS.names() {
        let value = match SETTINGS.setting(name) {
            Some(row) => value(row, settings),
            None => text_value(&settings.text(name)),
        };
        put(&state, &property(name), &value);
    }
    state.unchecked_into()
}

fn value(row: &Setting, settings: &Settings) -> JsValue {
    let text = match row.kind {
        TextKind::Boolean => return (!row.text(settings).is_empty()).into(),
        TextKind::Number(_) => {
            return row
                .number(settings)
                .map_or(JsValue::NULL, JsValue::from_f64);
        }
        // Without a start of its own the figure has the surface's, whichever that will be.
        _ if row.name == "start" && settings.race().start.is_none() => return JsValue::NULL,
        TextKind::Text | TextKind::Choice(_) => row.text(settings),
    };
    text_value(&text)
}

fn text_value(text: &str) -> JsValue {
    match text {
        "" => JsValue::NULL,
        text => text.into(),
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
            let value = Reflect::get(state, &property(name).into()).ok()?;
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
