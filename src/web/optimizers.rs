//! The update rules as JavaScript classes.
//!
//! `update(params, grads)` takes two `Float64Array`s or two objects of them, and
//! changes the parameters in place, as the book's classes do. What does not fit is a
//! `TypeError` that names the key and both lengths, and then nothing is changed.

use crate::math::Params;
use crate::math::numeral::shortest;
use crate::optim::{self, Named, Optimizer};
use js_sys::{Error, Float64Array, Object, Reflect, TypeError};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// The name of a bare array in messages.
const BARE: &str = "params";

/// The arrays of an argument by name, and whether it was a bare array.
fn arrays(argument: &JsValue, role: &str) -> Result<(Vec<(String, Float64Array)>, bool), Error> {
    if let Some(array) = argument.dyn_ref::<Float64Array>() {
        return Ok((vec![(BARE.to_owned(), array.clone())], true));
    }
    let refusal = |what: &str| {
        let text = format!("{what} must be a Float64Array or an object of Float64Arrays");
        Error::from(TypeError::new(&text))
    };
    if !argument.is_object() || js_sys::ArrayBuffer::is_view(argument) {
        return Err(refusal(role));
    }
    let object: &Object = argument.unchecked_ref();
    let mut named = Vec::new();
    for key in Object::keys(object).iter() {
        let name = key.as_string().unwrap_or_default();
        let value = Reflect::get(object, &key).unwrap_or(JsValue::UNDEFINED);
        let Ok(array) = value.dyn_into::<Float64Array>() else {
            return Err(refusal(&format!("\"{name}\" of {role}")));
        };
        named.push((name, array));
    }
    Ok((named, false))
}

fn params(arrays: &[(String, Float64Array)]) -> Params {
    let mut params = Params::new();
    for (name, array) in arrays {
        params.insert(name, &array.to_vec());
    }
    params
}

/// The classes share one compiled update; only their rules differ.
type AnyRule = Named<Box<dyn Optimizer>>;

fn update(optimizer: &mut AnyRule, into: &JsValue, grads: &JsValue) -> Result<(), Error> {
    let (targets, is_bare) = arrays(into, "params")?;
    let (gradients, are_bare) = arrays(grads, "grads")?;
    if is_bare != are_bare {
        let text = "params and grads must both be Float64Arrays or both be objects of them";
        return Err(TypeError::new(text).into());
    }
    let mut values = params(&targets);
    optimizer
        .update(&mut values, &params(&gradients))
        .map_err(|mismatch| TypeError::new(&mismatch.to_string()))?;
    for (name, array) in &targets {
        if let Some(moved) = values.get(name) {
            array.copy_from(moved);
        }
    }
    Ok(())
}

/// A class: its name, its rule, and for each argument its name, default and doc.
macro_rules! class {
    (
        $(#[$doc:meta])*
        $name:ident as $js:literal over $rule:ty,
        new($($argument:ident = $default:expr),+)
    ) => {
        $(#[$doc])*
        #[wasm_bindgen(js_name = $js)]
        pub struct $name {
            optimizer: AnyRule,
        }

        #[wasm_bindgen(js_class = $js)]
        impl $name {
            /// Arguments that are left out have the book's defaults.
            ///
            /// # Errors
            /// A `TypeError` where an argument is not a finite number.
            #[wasm_bindgen(constructor)]
            pub fn new($($argument: Option<f64>),+) -> Result<$name, Error> {
                $(let $argument = finite(stringify!($argument), $argument.unwrap_or($default))?;)+
                let rule: Box<dyn Optimizer> = Box::new(<$rule>::new($($argument),+));
                let optimizer = Named::new(rule);
                Ok(Self { optimizer })
            }

            /// Moves `params` once, in place, along `grads`.
            ///
            /// # Errors
            /// A `TypeError` where the two do not fit each other or the first update.
            pub fn update(
                &mut self,
                #[wasm_bindgen(unchecked_param_type = "Float64Array | Record<string, Float64Array>")]
                params: &JsValue,
                #[wasm_bindgen(unchecked_param_type = "Float64Array | Record<string, Float64Array>")]
                grads: &JsValue,
            ) -> Result<(), Error> {
                update(&mut self.optimizer, params, grads)
            }
        }
    };
}

fn finite(name: &str, value: f64) -> Result<f64, Error> {
    crate::web::numerals::install();
    if value.is_finite() {
        Ok(value)
    } else {
        let text = format!("{name} must be a finite number, not {}", shortest(value));
        Err(TypeError::new(&text).into())
    }
}

class! {
    /// `W ← W − η ∂L/∂W`, see [`optim::Sgd`].
    SgdClass as "Sgd" over optim::Sgd,
    new(lr = 0.01)
}

class! {
    /// `v ← α v − η ∂L/∂W`, `W ← W + v`, see [`optim::Momentum`].
    MomentumClass as "Momentum" over optim::Momentum,
    new(lr = 0.01, momentum = 0.9)
}

class! {
    /// Nesterov's accelerated gradient, see [`optim::Nesterov`].
    NesterovClass as "Nesterov" over optim::Nesterov,
    new(lr = 0.01, momentum = 0.9)
}

class! {
    /// `h ← h + g²`, `W ← W − η g / (√h + ε)`, see [`optim::AdaGrad`].
    AdaGradClass as "AdaGrad" over optim::AdaGrad,
    new(lr = 0.01)
}

class! {
    /// `h ← ρ h + (1 − ρ) g²`, `W ← W − η g / (√h + ε)`, see [`optim::RmsProp`].
    RmsPropClass as "RmsProp" over optim::RmsProp,
    new(lr = 0.01, decay = 0.99)
}

class! {
    /// Moments of the gradient, corrected for their start, see [`optim::Adam`].
    AdamClass as "Adam" over optim::Adam,
    new(lr = 0.001, beta1 = 0.9, beta2 = 0.999)
}
