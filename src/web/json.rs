//! Plain data that a figure hands out, as JSON: one text that the browser parses at once, where a
//! call for each property of each object would take most of a frame.

use crate::lab::settings::Choice;
use crate::math::numeral::shortest;
use crate::web::typescript::{Absence, Type};
use std::borrow::Cow;
use std::marker::PhantomData;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = JSON, js_name = parse)]
    fn parse(text: &str) -> JsValue;
}

/// A value that crosses the border.
pub(super) trait Typed {
    /// What TypeScript calls it.
    const TYPE: Type;

    /// What a property is that does not have it.
    const ABSENCE: Absence = Absence::Never;
}

/// A value that is handed out.
pub(super) trait ToJson: Typed {
    /// Writes it.
    fn write(&self, json: &mut Json);

    /// Whether an object goes without it.
    fn is_missing(&self) -> bool {
        false
    }
}

/// A text that is either ours or made for the occasion.
pub(super) type Text = Cow<'static, str>;

/// JSON that is being written.
#[derive(Debug, Default)]
pub(super) struct Json(String);

impl Json {
    /// The JSON of a value.
    pub(super) fn of(value: &impl ToJson) -> String {
        let mut json = Self::default();
        value.write(&mut json);
        json.0
    }

    /// Begins an object or a list.
    pub(super) fn open(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    /// Ends it.
    pub(super) fn close(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    /// Writes what stands between two values.
    pub(super) fn separate(&mut self) {
        if !self.0.ends_with(['{', '[']) {
            self.0.push(',');
        }
    }

    /// Writes the name of the next member of an object.
    pub(super) fn name(&mut self, name: &str) {
        self.separate();
        self.text(name);
        self.0.push(':');
    }

    /// Writes a member of an object, unless it is missing.
    pub(super) fn member<T: ToJson>(&mut self, name: &str, value: &T) {
        if !value.is_missing() {
            self.name(name);
            value.write(self);
        }
    }

    /// Writes a value of a list.
    pub(super) fn item<T: ToJson>(&mut self, value: &T) {
        self.separate();
        value.write(self);
    }

    /// Writes a text.
    pub(super) fn text(&mut self, text: &str) {
        self.0.push('"');
        for letter in text.chars() {
            // Readers can paste any character into a field.
            if matches!(letter, '"' | '\\' | '\0'..' ') {
                let digit = |value: u32| char::from_digit(value, 16).unwrap_or('0');
                let code = u32::from(letter);
                self.0.push_str("\\u00");
                self.0.push(digit(code / 16));
                self.0.push(digit(code % 16));
            } else {
                self.0.push(letter);
            }
        }
        self.0.push('"');
    }

    /// Writes what is JSON already.
    pub(super) fn raw(&mut self, json: &str) {
        self.0.push_str(json);
    }
}

/// The value as JavaScript has it.
pub(super) fn to_js(value: &impl ToJson) -> JsValue {
    parse(&Json::of(value))
}

macro_rules! typed {
    ($($rust:ty: $name:literal),+ $(,)?) => {$(
        impl Typed for $rust {
            const TYPE: Type = Type::Named($name);
        }
    )+};
}

typed!(
    bool: "boolean",
    u32: "number",
    usize: "number",
    f64: "number",
    &str: "string",
    String: "string",
    Text: "string",
);

macro_rules! text {
    ($($rust:ty),+) => {$(
        impl ToJson for $rust {
            fn write(&self, json: &mut Json) {
                json.text(self);
            }
        }
    )+};
}

text!(&str, String, Text);

impl ToJson for bool {
    fn write(&self, json: &mut Json) {
        json.raw(if *self { "true" } else { "false" });
    }
}

impl ToJson for u32 {
    fn write(&self, json: &mut Json) {
        json.raw(&self.to_string());
    }
}

impl ToJson for usize {
    fn write(&self, json: &mut Json) {
        json.raw(&self.to_string());
    }
}

impl ToJson for f64 {
    fn write(&self, json: &mut Json) {
        match self.is_finite() {
            true => json.raw(&shortest(*self)),
            false => json.raw("null"),
        }
    }
}

/// The name of a choice, one of all that there are.
impl<C: Choice> Typed for C {
    const TYPE: Type = Type::OneOf(C::NAMES);
}

impl<C: Choice> ToJson for C {
    fn write(&self, json: &mut Json) {
        json.text(self.name());
    }
}

impl<T: Typed> Typed for Option<T> {
    const TYPE: Type = T::TYPE;
    const ABSENCE: Absence = Absence::Missing;
}

impl<T: ToJson> ToJson for Option<T> {
    fn write(&self, json: &mut Json) {
        if let Some(value) = self {
            value.write(json);
        }
    }

    fn is_missing(&self) -> bool {
        self.is_none()
    }
}

impl<T: Typed> Typed for Vec<T> {
    const TYPE: Type = Type::List(&T::TYPE);
}

impl<T: ToJson> ToJson for Vec<T> {
    fn write(&self, json: &mut Json) {
        list(self, json);
    }
}

impl<T: Typed> Typed for [T; 2] {
    const TYPE: Type = Type::Pair(&T::TYPE);
}

impl<T: ToJson> ToJson for [T; 2] {
    fn write(&self, json: &mut Json) {
        list(self, json);
    }
}

fn list<T: ToJson>(values: &[T], json: &mut Json) {
    json.open('[');
    for value in values {
        json.item(value);
    }
    json.close(']');
}

/// An array of values of one type, written as they come.
pub(super) struct List<T> {
    json: Json,
    items: PhantomData<T>,
}

impl<T: ToJson> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut json = Json::default();
        json.open('[');
        // Beside a loop the code of an iterator would be in the program once more.
        items.into_iter().for_each(|item| json.item(&item));
        json.close(']');
        Self {
            json,
            items: PhantomData,
        }
    }
}

impl<T: Typed> Typed for List<T> {
    const TYPE: Type = Type::List(&T::TYPE);
}

impl<T: Typed> ToJson for List<T> {
    fn write(&self, json: &mut Json) {
        json.raw(&self.json.0);
    }
}

/// Declares enums whose values are texts in JavaScript, and a type of the same name there.
macro_rules! texts {
    ($(
        $(#[$meta:meta])*
        enum $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident = $text:literal,)+
        }
    )+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(in crate::web) enum $name {
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

/// Declares a struct whose fields are the properties of an object in JavaScript, `a_field` as
/// `aField`, and its TypeScript interface of the same name.
macro_rules! interface {
    (
        $(#[doc = $doc:literal])+
        struct $name:ident {
            $($(#[doc = $field_doc:literal])* $field:ident: $type:ty,)+
        }
    ) => {
        $(#[doc = $doc])+
        pub(in crate::web) struct $name {
            $($(#[doc = $field_doc])* pub(in crate::web) $field: $type,)+
        }

        impl $crate::web::json::Typed for $name {
            const TYPE: $crate::web::typescript::Type =
                $crate::web::typescript::Type::Named(stringify!($name));
        }

        const _: () = {
            use wasm_bindgen::prelude::wasm_bindgen;
            use $crate::web::json::Typed;
            use $crate::web::typescript::{Declaration, Property};

            #[allow(dead_code, reason = "wasm-bindgen reads it")]
            const INTERFACE: Declaration = Declaration::interface(
                concat!($($doc),+),
                stringify!($name),
                &[$(Property {
                    doc: concat!($($field_doc),*),
                    name: $crate::web::typescript::camel_case!($field),
                    value: <$type as Typed>::TYPE,
                    absence: <$type as Typed>::ABSENCE,
                },)+],
            );

            #[wasm_bindgen(typescript_custom_section)]
            const TEXT: &str = INTERFACE.text();
        };
    };
}
pub(super) use interface;

/// Declares structs that are handed out as JSON, with their TypeScript interfaces.
macro_rules! object {
    ($(
        $(#[doc = $doc:literal])+
        struct $name:ident {
            $($(#[doc = $field_doc:literal])* $field:ident: $type:ty,)+
        }
    )+) => {$(
        $crate::web::json::interface! {
            $(#[doc = $doc])+
            struct $name {
                $($(#[doc = $field_doc])* $field: $type,)+
            }
        }

        impl $crate::web::json::ToJson for $name {
            fn write(&self, json: &mut $crate::web::json::Json) {
                json.open('{');
                $(json.member($crate::web::typescript::camel_case!($field), &self.$field);)+
                json.close('}');
            }
        }
    )+};
}
pub(super) use object;
