//! Plain JavaScript objects, and their TypeScript types.
//!
//! [`object!`](object) declares a struct whose values reach JavaScript as plain objects, and
//! writes the TypeScript interface of these objects into the generated bindings. Both come from
//! the same fields, so they cannot disagree; `cargo xtask test` checks `www` against them.

use super::typescript::{Absence, Type};
use crate::lab::settings::Choice;
use js_sys::{Array, Float64Array, JsString, Object, Reflect};
use std::marker::PhantomData;
use wasm_bindgen::JsValue;
use wasm_bindgen::convert::IntoWasmAbi;
use wasm_bindgen::describe::WasmDescribe;

/// A value that can be a property of an object.
pub(super) trait ToJs {
    /// What TypeScript calls it.
    const TYPE: Type;

    /// Whether the property can be missing.
    const ABSENCE: Absence = Absence::Never;

    /// The value in JavaScript; `undefined` is a property that is missing.
    fn to_js(self) -> JsValue;
}

macro_rules! primitive {
    ($($rust:ty: $name:literal),+) => {$(
        impl ToJs for $rust {
            const TYPE: Type = Type::Named($name);

            fn to_js(self) -> JsValue {
                self.into()
            }
        }
    )+};
}

primitive!(
    bool: "boolean",
    u32: "number",
    f64: "number",
    &str: "string",
    String: "string",
    JsString: "string",
    Float64Array: "Float64Array"
);

impl ToJs for usize {
    const TYPE: Type = Type::Named("number");

    fn to_js(self) -> JsValue {
        (self as f64).into()
    }
}

/// The name of a choice, one of all that there are.
impl<C: Choice> ToJs for C {
    const TYPE: Type = Type::OneOf(C::NAMES);

    #[inline(always)]
    fn to_js(self) -> JsValue {
        self.name().into()
    }
}

/// Declares enums whose values are texts in JavaScript, and a type of the same name there.
macro_rules! texts {
    ($(
        $(#[$meta:meta])*
        $visibility:vis enum $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident = $text:literal,)+
        }
    )+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $visibility enum $name {
            $($(#[$variant_meta])* $variant,)+
        }

        impl $crate::lab::settings::Choice for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            const NAMES: &'static [&'static str] = &[$($text),+];

            fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }
        }

        const _: () = {
            use wasm_bindgen::prelude::wasm_bindgen;
            use $crate::lab::settings::Choice;
            use $crate::web::typescript::{Declaration, Type};

            #[allow(dead_code, reason = "wasm-bindgen reads it")]
            const ALIAS: Declaration =
                Declaration::alias(stringify!($name), Type::OneOf($name::NAMES));

            #[wasm_bindgen(typescript_custom_section)]
            const TEXT: &str = ALIAS.text();
        };
    )+};
}
pub(super) use texts;

impl<T: ToJs> ToJs for Option<T> {
    const TYPE: Type = T::TYPE;
    const ABSENCE: Absence = Absence::Missing;

    #[inline(always)]
    fn to_js(self) -> JsValue {
        match self {
            Some(value) => value.to_js(),
            None => JsValue::UNDEFINED,
        }
    }
}

impl<T: ToJs> ToJs for [T; 2] {
    const TYPE: Type = Type::Pair(&T::TYPE);

    fn to_js(self) -> JsValue {
        List::from_iter(self).to_js()
    }
}

/// An array of values of one type.
pub struct List<T> {
    array: Array,
    items: PhantomData<T>,
}

impl<T: ToJs> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let array = Array::new();
        for item in items {
            push(&array, item.to_js());
        }
        Self {
            array,
            items: PhantomData,
        }
    }
}

/// Beside the loop, so that it is in the program once.
fn push(array: &Array, value: JsValue) {
    array.push(&value);
}

impl<T: ToJs> ToJs for List<T> {
    const TYPE: Type = Type::List(&T::TYPE);

    fn to_js(self) -> JsValue {
        self.array.into()
    }
}

/// An object that a method returns a list of.
pub(super) trait Listed {
    /// Tells wasm-bindgen what TypeScript calls the list.
    fn describe_list();
}

impl<T: Listed> WasmDescribe for List<T> {
    fn describe() {
        T::describe_list();
    }
}

impl<T: Listed> IntoWasmAbi for List<T> {
    type Abi = <JsValue as IntoWasmAbi>::Abi;

    fn into_abi(self) -> Self::Abi {
        JsValue::from(self.array).into_abi()
    }
}

impl<T> From<List<T>> for JsValue {
    fn from(list: List<T>) -> Self {
        list.array.into()
    }
}

/// Sets a property of an object that we make, if it has a value.
pub(super) fn add(object: &Object, name: &str, value: JsValue) {
    if !value.is_undefined() {
        put(object, name, &value);
    }
}

/// Sets a property of an object that we have made.
pub(super) fn put(object: &Object, name: &str, value: &JsValue) {
    // A plain object refuses no property.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}

/// Declares structs that cross the border as plain objects. Methods of a `#[wasm_bindgen]`
/// class can return them, in an `Option` too; in TypeScript they are interfaces of the same name,
/// and `a_field` is the property `aField`. With `struct Thing in Things` they can return a
/// `List<Thing>`, which TypeScript calls `Things`.
macro_rules! object {
    ($(
        $(#[doc = $doc:literal])+
        $visibility:vis struct $name:ident $(in $list:ident)? {
            $($(#[doc = $field_doc:literal])* $field:ident: $type:ty,)+
        }
    )+) => {$(
        $(#[doc = $doc])+
        $visibility struct $name {
            $($(#[doc = $field_doc])* pub(in crate::web) $field: $type,)+
        }

        impl $crate::web::objects::ToJs for $name {
            const TYPE: $crate::web::typescript::Type =
                $crate::web::typescript::Type::Named(stringify!($name));

            #[inline(always)]
            fn to_js(self) -> wasm_bindgen::JsValue {
                let object = js_sys::Object::new();
                $(
                    $crate::web::objects::add(
                        &object,
                        $crate::web::typescript::camel_case!($field),
                        $crate::web::objects::ToJs::to_js(self.$field),
                    );
                )+
                object.into()
            }
        }

        impl From<$name> for wasm_bindgen::JsValue {
            fn from(it: $name) -> Self {
                $crate::web::objects::ToJs::to_js(it)
            }
        }

        // How wasm-bindgen hears that a method returns it, and what TypeScript calls it. These
        // traits may change with its version, which Cargo.lock holds.
        const _: () = {
            use wasm_bindgen::convert::{IntoWasmAbi, OptionIntoWasmAbi};
            use wasm_bindgen::describe::WasmDescribe;
            use wasm_bindgen::prelude::wasm_bindgen;
            use wasm_bindgen::JsValue;
            use $crate::web::objects::ToJs;
            use $crate::web::typescript::{Declaration, Property};

            #[wasm_bindgen]
            extern "C" {
                #[wasm_bindgen(typescript_type = $name)]
                type Js;
            }

            impl WasmDescribe for $name {
                fn describe() {
                    Js::describe();
                }
            }

            impl IntoWasmAbi for $name {
                type Abi = <JsValue as IntoWasmAbi>::Abi;

                fn into_abi(self) -> Self::Abi {
                    self.to_js().into_abi()
                }
            }

            impl OptionIntoWasmAbi for $name {
                fn none() -> Self::Abi {
                    JsValue::UNDEFINED.into_abi()
                }
            }

            $(
                #[wasm_bindgen]
                extern "C" {
                    #[wasm_bindgen(typescript_type = $list)]
                    type JsList;
                }

                impl $crate::web::objects::Listed for $name {
                    fn describe_list() {
                        JsList::describe();
                    }
                }

                #[wasm_bindgen(typescript_custom_section)]
                const LIST: &str = concat!("export type ", stringify!($list), " = ", stringify!($name), "[];\n");
            )?

            #[allow(dead_code, reason = "wasm-bindgen reads it")]
            const INTERFACE: Declaration = Declaration::interface(
                concat!($($doc),+),
                stringify!($name),
                &[$(Property {
                    doc: concat!($($field_doc),*),
                    name: $crate::web::typescript::camel_case!($field),
                    value: <$type as ToJs>::TYPE,
                    absence: <$type as ToJs>::ABSENCE,
                },)+],
            );

            #[wasm_bindgen(typescript_custom_section)]
            const TEXT: &str = INTERFACE.text();
        };
    )+};
}
pub(super) use object;
