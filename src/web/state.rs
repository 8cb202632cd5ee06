//! The settings as a plain object, keyed by the names of the properties.

use crate::lab::settings::{Kind as TextKind, Setting, Settings, property};
use crate::lab::{Action, Lab, Problem, Warning};
use crate::math::numeral;
use crate::registry::SETTINGS;
use crate::web::given::value_of;
use crate::web::json::{Json, ToJson, Typed};
use crate::web::typescript::Type;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

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
        TextKind::Text | TextKind::Choice(_) | TextKind::Names(_) => {
            write_text(&row.text(settings), json)
        }
    }
}

fn write_text(text: &str, json: &mut Json) {
    match text {
        "" => json.raw("null"),
        text => json.text(text),
    }
}

/// Said where no object is given.
pub(super) const NO_OBJECT: &str = "setState takes an object, such as getState returns";

/// Takes the properties that an object has; what it lacks stays as it is. Of those that are no
/// settings it says which were meant.
pub(super) fn take(lab: &mut Lab, state: &JsValue) -> Vec<Warning> {
    let names = Reflect::own_keys(state).unwrap_or_default();
    let given = names.iter().filter_map(|name| name.as_string());
    let given: Vec<String> = given.collect();
    let known = SETTINGS.names().map(|name| (name, property(name)));
    let known: Vec<(&str, String)> = known.collect();
    let is_known = |name: &String| known.iter().any(|(_, property)| property == name);
    let mut warnings = Vec::new();
    for (name, property) in &known {
        let value = value_of(state, property);
        if !value.is_undefined() {
            warnings.extend(set(lab, name, text(&value).as_deref()));
        }
    }
    for name in given.iter().filter(|name| !is_known(name)) {
        warnings.extend(set(lab, name, None));
    }
    warnings
}

/// Sets an attribute; returns what is to be said about it.
pub(super) fn set(lab: &mut Lab, attribute: &str, text: Option<&str>) -> Vec<Warning> {
    let action = Action::Set {
        attribute: attribute.to_owned(),
        text: text.map(str::to_owned),
    };
    let problem = lab.apply(action).err();
    problem.map_or_else(Vec::new, Problem::warnings)
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
