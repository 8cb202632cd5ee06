//! The browser's own conversion between numbers and text, see [`crate::math::numeral`].

use crate::math::numeral::{self, Platform};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    /// A number of JavaScript.
    type Double;

    /// With as many digits as are needed, as no number of them is asked for.
    #[wasm_bindgen(method, js_name = toExponential)]
    fn to_exponential(this: &Double) -> String;
}

/// Gives the browser's conversions to the numeric core; more than once is once.
pub(super) fn install() {
    numeral::install(Platform {
        parse: js_sys::parse_float,
        scientific: |value| {
            JsValue::from_f64(value)
                .unchecked_into::<Double>()
                .to_exponential()
        },
    });
}
