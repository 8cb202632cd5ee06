//! The settings as a plain object, keyed by the names of the properties.

use super::objects::{array, object, put};
use crate::lab::settings::{Kind, Setting, Settings, TABLE};
use crate::lab::{Action, Lab, Problem};
use crate::math::numeral;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The rows of the table that the page needs.
pub(super) fn table() -> Array {
    array(TABLE.iter().map(|row| {
        object(&[
            ("attribute", row.attribute.into()),
            ("property", row.property.into()),
            ("kind", kind_name(row.kind).into()),
        ])
    }))
}

const fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Number => "integer",
        Kind::Boolean => "boolean",
        Kind::Choice(_) => "choice",
    }
}

/// All settings as strings, numbers, booleans, or null for what is not set.
pub(super) fn of(settings: &Settings) -> Object {
    let state = Object::new();
    for row in TABLE {
        put(&state, row.property, &value(row, settings));
    }
    state
}

fn value(row: &Setting, settings: &Settings) -> JsValue {
    if row.attribute == "start" && settings.start.is_none() {
        // The surface's own start, whichever that will be.
        return JsValue::NULL;
    }
    let text = row.text(settings);
    match row.kind {
        Kind::Boolean => (!text.is_empty()).into(),
        _ if text.is_empty() => JsValue::NULL,
        Kind::Number => numeral::parse(&text).map_or(JsValue::NULL, JsValue::from_f64),
        Kind::Text | Kind::Choice(_) => text.into(),
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
