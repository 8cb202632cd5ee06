//! The border to JavaScript, tested in a browser.

#![allow(clippy::unwrap_used)]
#![cfg(all(target_arch = "wasm32", feature = "web"))]

use descent_widget::language::Language;
use descent_widget::web::figure::Figure;
use descent_widget::web::optimizers::{AdamClass, MomentumClass, SgdClass};
use js_sys::{Array, Float64Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn floats(values: &[f64]) -> Float64Array {
    Float64Array::from(values)
}

fn object(pairs: &[(&str, &[f64])]) -> JsValue {
    let object = Object::new();
    for (name, values) in pairs {
        Reflect::set(&object, &(*name).into(), &floats(values)).unwrap();
    }
    object.into()
}

fn get(object: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(object.clone(), |value, key| {
        let key = key
            .parse::<u32>()
            .map_or(JsValue::from_str(key), JsValue::from);
        Reflect::get(&value, &key).unwrap()
    })
}

fn text(object: &JsValue, path: &str) -> String {
    get(object, path)
        .as_string()
        .unwrap_or_else(|| panic!("{path} is no text"))
}

fn number(object: &JsValue, path: &str) -> f64 {
    get(object, path)
        .as_f64()
        .unwrap_or_else(|| panic!("{path} is no number"))
}

#[wasm_bindgen_test]
fn a_bare_array_is_moved_in_place() {
    let w = floats(&[1.0, 2.0]);
    let mut sgd = SgdClass::new(Some(0.5)).unwrap();
    sgd.update(&w, &floats(&[1.0, -2.0])).unwrap();
    assert_eq!(w.to_vec(), [0.5, 3.0]);
}

#[wasm_bindgen_test]
fn named_arrays_are_moved_in_place() {
    let params = object(&[("W1", &[1.0, 2.0]), ("b1", &[0.0])]);
    let grads = object(&[("b1", &[2.0]), ("W1", &[1.0, -1.0])]);
    let mut momentum = MomentumClass::new(Some(0.5), Some(0.5)).unwrap();
    momentum.update(&params, &grads).unwrap();
    momentum.update(&params, &grads).unwrap();
    let w1: Float64Array = get(&params, "W1").dyn_into().unwrap();
    let b1: Float64Array = get(&params, "b1").dyn_into().unwrap();
    assert_eq!(w1.to_vec(), [-0.25, 3.25]);
    assert_eq!(b1.to_vec(), [-2.5]);
}

#[wasm_bindgen_test]
fn arguments_that_are_left_out_have_the_books_defaults() {
    let (w, g) = (floats(&[0.0]), floats(&[1.0]));
    let mut momentum = MomentumClass::new(None, None).unwrap();
    momentum.update(&w, &g).unwrap();
    momentum.update(&w, &g).unwrap();
    assert_eq!(w.to_vec(), [-0.01 + (0.9 * -0.01 - 0.01)]);
    // Adam's first step is as long as its rate, up to ε.
    let w = floats(&[0.0]);
    let mut adam = AdamClass::new(None, None, None).unwrap();
    adam.update(&w, &g).unwrap();
    assert!((w.get_index(0) + 0.001).abs() < 1e-8);
}

#[track_caller]
fn check_refusal(params: &JsValue, grads: &JsValue, says: &[&str]) {
    let mut momentum = MomentumClass::new(None, None).unwrap();
    momentum
        .update(
            &object(&[("W1", &[1.0, 2.0])]),
            &object(&[("W1", &[0.0, 0.0])]),
        )
        .unwrap();
    let before = format!("{:?}", js_sys::JSON::stringify(params));
    let error = momentum.update(params, grads).unwrap_err();
    assert!(error.is_instance_of::<js_sys::TypeError>());
    let message = String::from(error.message());
    for part in says {
        assert!(message.contains(part), "{message}");
    }
    assert_eq!(before, format!("{:?}", js_sys::JSON::stringify(params)));
}

#[wasm_bindgen_test]
fn what_does_not_fit_is_a_type_error_that_names_it() {
    let good = object(&[("W1", &[1.0, 2.0])]);
    check_refusal(&good, &object(&[("W1", &[1.0])]), &["W1", "2", "1"]);
    check_refusal(&good, &object(&[]), &["W1", "missing"]);
    check_refusal(
        &good,
        &object(&[("W1", &[1.0, 2.0]), ("b1", &[1.0])]),
        &["b1", "1"],
    );
    let grown = object(&[("W1", &[1.0, 2.0, 3.0])]);
    check_refusal(&grown, &grown, &["W1", "2", "3"]);
    check_refusal(&good, &JsValue::from_f64(3.0), &["grads", "Float64Array"]);
    check_refusal(&JsValue::NULL, &good, &["params", "Float64Array"]);
    check_refusal(&floats(&[1.0, 2.0]), &good, &["both"]);
    let wrong = Object::new();
    Reflect::set(&wrong, &"W1".into(), &Array::of2(&1.into(), &2.into())).unwrap();
    check_refusal(&good, &wrong, &["W1", "grads", "Float64Array"]);
}

#[wasm_bindgen_test]
fn a_rate_that_is_not_finite_is_refused() {
    for rate in [f64::NAN, f64::INFINITY] {
        let error = SgdClass::new(Some(rate)).err().unwrap();
        assert!(String::from(error.message()).contains("lr"));
    }
}

#[wasm_bindgen_test]
fn the_record_has_the_shape_of_the_contract() {
    let record: JsValue = Figure::new().record().unwrap().into();
    assert_eq!(text(&record, "surface"), "ravine");
    assert_eq!(
        (number(&record, "start.0"), number(&record, "start.1")),
        (-7.0, 2.0)
    );
    assert_eq!(number(&record, "steps"), 30.0);
    assert_eq!(number(&record, "lanes.length"), 4.0);
    assert_eq!(text(&record, "lanes.1.name"), "momentum");
    assert_eq!(number(&record, "lanes.1.hyperparameters.momentum"), 0.9);
    for array in ["x", "y", "loss"] {
        let array = get(&record, &format!("lanes.0.{array}"));
        assert!(array.is_instance_of::<Float64Array>());
        assert_eq!(number(&array, "length"), 31.0);
    }
    assert_eq!(text(&record, "lanes.0.outcome.kind"), "moving");
    assert_eq!(number(&record, "lanes.0.outcome.step"), 30.0);
}

#[wasm_bindgen_test]
fn a_state_can_be_taken_and_given_back() {
    let mut figure = Figure::new();
    assert_eq!(
        figure.set("optimizers", Some("adam:lr=0.2".to_owned())),
        None
    );
    figure.seek(7.0);
    let state = figure.get_state();
    let mut other = Figure::new();
    assert!(other.set_state(&state).is_empty());
    assert_eq!(other.query(), figure.query());
    assert_eq!(text(&state, "optimizers"), "adam:lr=0.2");
    assert_eq!(number(&state, "currentStep"), 7.0);
}

#[wasm_bindgen_test]
fn a_state_of_the_wrong_kind_warns_and_changes_nothing() {
    let mut figure = Figure::new();
    assert_eq!(figure.set_state(&JsValue::from_str("sgd")).len(), 1);
    let odd = Object::new();
    Reflect::set(&odd, &"steps".into(), &f64::NAN.into()).unwrap();
    Reflect::set(&odd, &"start".into(), &Object::new()).unwrap();
    Reflect::set(&odd, &"theme".into(), &3.into()).unwrap();
    assert_eq!(figure.set_state(&odd).len(), 3);
    assert_eq!(figure.query(), "");
}

#[wasm_bindgen_test]
fn a_warning_names_attribute_value_and_remedy() {
    let warning = Figure::new().set("steps", Some("lots".to_owned())).unwrap();
    for part in ["steps", "lots", "1 to 10000", "30"] {
        assert!(warning.contains(part), "{warning}");
    }
}

#[wasm_bindgen_test]
fn every_control_has_a_name_in_every_language() {
    for &language in Language::TAGS {
        let mut figure = Figure::new();
        assert_eq!(
            figure.speak(vec!["xx".to_owned(), format!("{language}-XX")]),
            language
        );
        for control in Array::from(&figure.controls().into()) {
            for property in ["id", "group", "groupLabel", "kind", "place", "label"] {
                assert!(!text(&control, property).is_empty(), "{property}");
            }
        }
        assert_eq!(Array::from(&figure.summaries().into()).length(), 4);
    }
}

#[wasm_bindgen_test]
fn a_figure_without_canvases_draws_nothing_and_goes_on() {
    let mut figure = Figure::new();
    figure.draw();
    figure.resize("map", 0.0, 0.0, 2.0);
    figure.draw();
    figure.place_start(10.0, 10.0);
    figure.seek_at(10.0, 10.0);
    assert!(figure.to_svg().starts_with("<svg"));
}

#[wasm_bindgen_test]
fn playing_ends_at_once_where_no_movement_is_wanted() {
    let mut figure = Figure::new();
    figure.reset();
    figure.reduce_motion(true);
    figure.play();
    let status: JsValue = figure.status().into();
    assert_eq!(number(&status, "step"), 30.0);
    assert_eq!(get(&status, "playing"), JsValue::FALSE);
}
