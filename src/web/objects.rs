//! Plain JavaScript objects and arrays.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

/// An object with these properties.
pub(super) fn object(properties: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in properties {
        put(&object, name, value);
    }
    object
}

/// Sets a property of an object that we have made.
pub(super) fn put(object: &Object, name: &str, value: &JsValue) {
    // A plain object refuses no property.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// An array of these items.
pub(super) fn array<T: Into<JsValue>>(items: impl IntoIterator<Item = T>) -> Array {
    let array = Array::new();
    for item in items {
        array.push(&item.into());
    }
    array
}
