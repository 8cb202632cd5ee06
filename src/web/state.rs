//! The settings as a plain object, keyed by the names of the properties.

use super::objects::{List, object, put, texts};
#[cfg(feature = "lessons")]
use super::typescript::{Absence, Declaration, Property, Type};
use crate::lab::settings::{Kind as TextKind, Setting, Settings, TABLE};
use crate::lab::{Action, Lab, Problem};
use crate::math::numeral;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

texts! {
    /// What the text of a setting stands for.
    pub(super) enum ValueKind {
        /// Itself.
        Text = "text",
        /// A number.
        Number = "number",
        /// Present or absent.
        Boolean = "boolean",
        /// One of some names.
        Choice = "choice",
    }
}

object! {
    /// One row of the table of settings.
    pub struct SettingRow in SettingsTable {
        /// Its name in HTML and in links.
        attribute: &'static str,
        /// Its name in JavaScript.
        property: &'static str,
        kind: ValueKind,
    }
}

#[cfg(feature = "lessons")]
#[allow(dead_code, reason = "wasm-bindgen reads it")]
const fn property(row: &Setting) -> Property {
    Property {
        doc: "",
        name: row.property,
        value: match row.kind {
            TextKind::Text => Type::Named("string"),
            TextKind::Number => Type::Named("number"),
            TextKind::Boolean => Type::Named("boolean"),
            TextKind::Choice(names) => Type::OneOf(names),
        },
        absence: match row.kind {
            TextKind::Boolean => Absence::Never,
            _ => Absence::Null,
        },
    }
}

#[cfg(feature = "lessons")]
#[allow(dead_code, reason = "wasm-bindgen reads it")]
const PROPERTIES: [Property; TABLE.len()] = {
    let mut properties = [property(&TABLE[0]); TABLE.len()];
    let mut index = 0;
    while index < TABLE.len() {
        properties[index] = property(&TABLE[index]);
        index += 1;
    }
    properties
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

/// The rows of the table that the page needs.
pub(super) fn table() -> List<SettingRow> {
    let row = |row: &Setting| SettingRow {
        attribute: row.attribute,
        property: row.property,
        kind: match row.kind {
            TextKind::Text => ValueKind::Text,
            TextKind::Number => ValueKind::Number,
            TextKind::Boolean => ValueKind::Boolean,
            TextKind::Choice(_) => ValueKind::Choice,
        },
    };
    TABLE.iter().map(row).collect()
}

/// All settings as strings, numbers, booleans, or null for what is not set.
pub(super) fn of(settings: &Settings) -> State {
    let state = Object::new();
    for row in TABLE {
        put(&state, row.property, &value(row, settings));
    }
    state.unchecked_into()
}

fn value(row: &Setting, settings: &Settings) -> JsValue {
    if row.attribute == "start" && settings.start.is_none() {
        // The surface's own start, whichever that will be.
        return JsValue::NULL;
    }
    let text = row.text(settings);
    match row.kind {
        TextKind::Boolean => (!text.is_empty()).into(),
        _ if text.is_empty() => JsValue::NULL,
        TextKind::Number => numeral::parse(&text).map_or(JsValue::NULL, JsValue::from_f64),
        TextKind::Text | TextKind::Choice(_) => text.into(),
    }
}

/// Takes the properties that an object has; what it lacks stays as it is.
pub(super) fn take(lab: &mut Lab, state: &JsValue) -> Vec<String> {
    if !state.is_object() {
        return vec!["setState takes an object, such as getState returns".to_owned()];
    }
    TABLE
        .iter()
        .filter_map(|row| {
            let value = Reflect::get(state, &row.property.into()).ok()?;
            if value.is_undefined() {
                return None;
            }
            let text = text(&value);
            set(lab, row.attribute, text.as_deref())
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
