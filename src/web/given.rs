//! Plain objects that JavaScript hands in.
//!
//! [`actions!`](actions) declares an enum, reads its values from objects that are told apart by
//! their `type`, and writes the TypeScript union of these objects into the bindings.

use crate::lab::settings::Choice;
use crate::web::json::Typed;
use crate::web::typescript::Type;
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A value that is handed in.
pub(super) trait FromJs: Typed + Sized {
    /// Reads it; `None` where it is of another kind.
    fn from_js(value: JsValue) -> Option<Self>;

    /// What stands for it where an object lacks it, so that the object is not taken.
    fn placeholder() -> Self;
}

/// An object that is being read.
pub(super) struct Given<'a> {
    object: &'a JsValue,
    /// Whether it has all the properties that were asked for.
    pub(super) is_complete: bool,
}

impl<'a> Given<'a> {
    pub(super) fn new(object: &'a JsValue) -> Self {
        Self {
            object,
            is_complete: true,
        }
    }

    /// A property. Of what is missing or of another kind the object itself tells at the end: each
    /// property would need a way out of its own else, which weighs more than all the reading.
    pub(super) fn read<T: FromJs>(&mut self, name: &str) -> T {
        T::from_js(value_of(self.object, name)).unwrap_or_else(|| {
            self.is_complete = false;
            T::placeholder()
        })
    }
}

/// The value of a property, `undefined` where there is none.
pub(super) fn value_of(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Anything.
pub(super) struct Unknown(pub(super) JsValue);

impl Typed for Unknown {
    const TYPE: Type = Type::Named("unknown");
}

impl FromJs for Unknown {
    fn from_js(value: JsValue) -> Option<Self> {
        Some(Self(value))
    }

    fn placeholder() -> Self {
        Self(JsValue::UNDEFINED)
    }
}

macro_rules! read {
    ($($rust:ty: $value:ident => $read:expr),+ $(,)?) => {$(
        impl FromJs for $rust {
            fn from_js($value: JsValue) -> Option<Self> {
                $read
            }

            fn placeholder() -> Self {
                Self::default()
            }
        }
    )+};
}

read!(
    bool: value => value.as_bool(),
    f64: value => value.as_f64(),
    u32: value => value.as_f64().map(|number| number as Self),
    usize: value => value.as_f64().map(|number| number as Self),
    String: value => value.as_string(),
);

impl<C: Choice> FromJs for C {
    fn from_js(value: JsValue) -> Option<Self> {
        C::named(&value.as_string()?)
    }

    fn placeholder() -> Self {
        C::ALL[0]
    }
}

impl<T: FromJs> FromJs for Option<T> {
    fn from_js(value: JsValue) -> Option<Self> {
        if value.is_undefined() {
            return Some(None);
        }
        T::from_js(value).map(Some)
    }

    fn placeholder() -> Self {
        None
    }
}

impl FromJs for Vec<String> {
    fn from_js(value: JsValue) -> Option<Self> {
        // What is no array has no length.
        let list: Array = value.unchecked_into();
        list.iter().map(|text| text.as_string()).collect()
    }

    fn placeholder() -> Self {
        Self::new()
    }
}

/// Declares an enum of what JavaScript can ask for, as plain objects with a `type`.
macro_rules! actions {
    (
        $(#[doc = $doc:literal])+
        enum $name:ident {
            $(
                $(#[doc = $variant_doc:literal])+
                $variant:ident = $tag:literal $({ $($field:ident: $type:ty),+ $(,)? })?,
            )+
        }
    ) => {
        $(#[doc = $doc])+
        pub(in crate::web) enum $name {
            $(
                $(#[doc = $variant_doc])+
                $variant { $($($field: $type,)+)? },
            )+
        }

        /// Which of them.
        #[derive(Clone, Copy, PartialEq)]
        enum Kind {
            $($variant,)+
        }

        impl $crate::lab::settings::Choice for Kind {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            const NAMES: &'static [&'static str] = &[$($tag),+];

            fn name(self) -> &'static str {
                Self::NAMES[self as usize]
            }
        }

        impl $name {
            /// Reads one; `None` where it is none of them.
            pub(in crate::web) fn from_js(object: &wasm_bindgen::JsValue) -> Option<Self> {
                let mut given = $crate::web::given::Given::new(object);
                let action = match given.read::<Kind>("type") {
                    $(Kind::$variant => Self::$variant {
                        $($($field: given.read($crate::web::typescript::camel_case!($field)),)+)?
                    },)+
                };
                given.is_complete.then_some(action)
            }
        }

        const _: () = {
            use wasm_bindgen::prelude::wasm_bindgen;
            #[allow(unused_imports, reason = "an action may have no properties")]
            use $crate::web::json::Typed;
            use $crate::web::typescript::{Declaration, Property, Variant};

            #[allow(dead_code, reason = "wasm-bindgen reads it")]
            const UNION: Declaration = Declaration::union(
                concat!($($doc),+),
                stringify!($name),
                &[$(Variant {
                    doc: concat!($($variant_doc),+),
                    tag: $tag,
                    properties: &[$($(Property {
                        doc: "",
                        name: $crate::web::typescript::camel_case!($field),
                        value: <$type as Typed>::TYPE,
                        absence: <$type as Typed>::ABSENCE.of_given(),
                    },)+)?],
                },)+],
            );

            #[wasm_bindgen(typescript_custom_section)]
            const TEXT: &str = UNION.text();
        };
    };
}
pub(super) use actions;
