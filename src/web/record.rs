//! The record as JavaScript has it: objects with arrays of numbers, which JSON does not have.

use crate::experiments::race::choices::SurfaceName;
use crate::experiments::race::scene;
use crate::experiments::race::scene::Scene;
use crate::lab::settings::Choice;
use crate::optim::Rule;
use crate::race::OutcomeKind;
use crate::web::json::Typed;
use crate::web::typescript::Type;
use js_sys::{Array, Float64Array, Object, Reflect};
use wasm_bindgen::JsValue;

/// A value that a record can have.
pub(super) trait ToJs: Typed {
    /// The value in JavaScript; `undefined` is a property that is missing.
    fn to_js(self) -> JsValue;
}

/// Declares structs that become objects of JavaScript, property by property, with their
/// TypeScript interfaces.
macro_rules! record {
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

        impl $crate::web::record::ToJs for $name {
            fn to_js(self) -> wasm_bindgen::JsValue {
                let object = js_sys::Object::new();
                $(
                    $crate::web::record::put(
                        &object,
                        $crate::web::typescript::camel_case!($field),
                        &$crate::web::record::ToJs::to_js(self.$field),
                    );
                )+
                object.into()
            }
        }
    )+};
}
#[allow(
    unused_imports,
    reason = "the light build has the record of the race alone"
)]
pub(super) use record;

/// The release.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

record! {
    /// Everything that a race computed.
    struct RaceRecord {
        /// The release that computed it.
        version: &'static str,
        surface: SurfaceName,
        start: [f64; 2],
        steps: usize,
        lanes: Vec<Lane>,
    }

    /// The run of one optimizer. Index 0 is the start, so that each array has one value more
    /// than there were steps, or fewer where the run diverged.
    struct Lane {
        name: Rule,
        hyperparameters: Numbers,
        x: Float64Array,
        y: Float64Array,
        loss: Float64Array,
        outcome: Outcome,
    }

    /// How the run of one optimizer ended, and at which step.
    struct Outcome {
        kind: OutcomeKind,
        step: usize,
    }
}

/// Sets a property of an object that we make, if it has a value.
pub(super) fn put(object: &Object, name: &str, value: &JsValue) {
    if !value.is_undefined() {
        // A plain object refuses no property.
        let _ = Reflect::set(object, &JsValue::from_str(name), value);
    }
}

/// Numbers by their names.
pub(super) struct Numbers(Object);

impl Typed for Numbers {
    const TYPE: Type = Type::Named("Record<string, number>");
}

impl ToJs for Numbers {
    fn to_js(self) -> JsValue {
        self.0.into()
    }
}

impl Typed for Float64Array {
    const TYPE: Type = Type::Named("Float64Array");
}

impl ToJs for Float64Array {
    fn to_js(self) -> JsValue {
        self.into()
    }
}

impl Typed for Rule {
    const TYPE: Type = Type::OneOf(&{
        let mut names = [""; Rule::ALL.len()];
        let mut index = 0;
        while index < names.len() {
            names[index] = Rule::ALL[index].name();
            index += 1;
        }
        names
    });
}

impl ToJs for Rule {
    fn to_js(self) -> JsValue {
        self.name().into()
    }
}

impl Typed for OutcomeKind {
    const TYPE: Type = Type::OneOf(&[
        Self::Converged.name(),
        Self::Diverged.name(),
        Self::Moving.name(),
        Self::Stalled.name(),
        Self::Undefined.name(),
    ]);
}

impl ToJs for OutcomeKind {
    fn to_js(self) -> JsValue {
        self.name().into()
    }
}

impl<C: Choice> ToJs for C {
    fn to_js(self) -> JsValue {
        self.name().into()
    }
}

impl ToJs for usize {
    fn to_js(self) -> JsValue {
        (self as f64).into()
    }
}

macro_rules! plain {
    ($($rust:ty),+) => {$(
        impl ToJs for $rust {
            fn to_js(self) -> JsValue {
                self.into()
            }
        }
    )+};
}

plain!(bool, u32, f64, &str, String);

impl<T: ToJs> ToJs for Option<T> {
    fn to_js(self) -> JsValue {
        self.map_or(JsValue::UNDEFINED, T::to_js)
    }
}

impl<T: ToJs> ToJs for [T; 2] {
    fn to_js(self) -> JsValue {
        self.into_iter().map(T::to_js).collect::<Array>().into()
    }
}

impl<T: ToJs> ToJs for Vec<T> {
    fn to_js(self) -> JsValue {
        self.into_iter().map(T::to_js).collect::<Array>().into()
    }
}

/// The record: surface, start, steps, and for each lane its points, losses and outcome.
pub(super) fn of_race(scene: &Scene<'_>) -> RaceRecord {
    RaceRecord {
        version: VERSION,
        surface: scene.surface,
        start: [scene.start.x, scene.start.y],
        steps: scene.steps,
        lanes: scene.lanes.iter().map(lane).collect(),
    }
}

/// Numbers as JavaScript has many of them.
pub(super) fn numbers(values: impl IntoIterator<Item = f64>) -> Float64Array {
    let values: Vec<f64> = values.into_iter().collect();
    Float64Array::from(values.as_slice())
}

fn lane(lane: &scene::Lane<'_>) -> Lane {
    let hyperparameters = Object::new();
    for (key, value) in lane.hyperparameters.iter() {
        put(&hyperparameters, key.name(), &value.into());
    }
    let record = lane.trajectory;
    Lane {
        name: lane.rule(),
        hyperparameters: Numbers(hyperparameters),
        x: numbers(record.points.iter().map(|p| p.x)),
        y: numbers(record.points.iter().map(|p| p.y)),
        loss: Float64Array::from(record.losses.as_slice()),
        outcome: Outcome {
            kind: record.outcome.kind,
            step: record.outcome.step,
        },
    }
}
