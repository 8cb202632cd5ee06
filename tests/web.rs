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

/// An action or a state, as a page writes it.
fn json(text: &str) -> JsValue {
    js_sys::JSON::parse(text).unwrap()
}

/// What comes of an action.
fn act(figure: &mut Figure, action: &str) -> JsValue {
    figure.dispatch(&json(action))
}

fn list(object: &JsValue, path: &str) -> Vec<JsValue> {
    Array::from(&get(object, path)).to_vec()
}

/// A frame in which no time passes.
fn frame(figure: &mut Figure) -> JsValue {
    figure.frame(0.0, 0.0)
}

/// The parts of a frame.
fn parts(frame: &JsValue) -> Vec<String> {
    let frame: &Object = frame.unchecked_ref();
    let names = Object::keys(frame).to_vec().into_iter();
    let names = names.filter_map(|name| name.as_string());
    let always = ["more", "working", "moved", "ended"];
    names.filter(|name| !always.contains(&&**name)).collect()
}

#[wasm_bindgen_test]
fn the_record_has_the_shape_of_the_contract() {
    let record = Figure::new().record();
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
    let set = r#"{ "type": "set", "name": "optimizers", "text": "adam:lr=0.2" }"#;
    assert!(list(&act(&mut figure, set), "warnings").is_empty());
    act(&mut figure, r#"{ "type": "seek", "step": 7 }"#);
    let state = figure.state();
    let mut other = Figure::new();
    let action = json(r#"{ "type": "state" }"#);
    Reflect::set(&action, &"state".into(), &state).unwrap();
    assert!(list(&other.dispatch(&action), "warnings").is_empty());
    assert_eq!(other.export_text("query"), figure.export_text("query"));
    assert_eq!(text(&state, "optimizers"), "adam:lr=0.2");
    assert_eq!(number(&state, "currentStep"), 7.0);
    assert_eq!(get(&state, "start"), JsValue::NULL);
    assert_eq!(get(&state, "autoplay"), JsValue::FALSE);
}

#[wasm_bindgen_test]
fn a_state_of_the_wrong_kind_warns_and_changes_nothing() {
    let mut figure = Figure::new();
    let sentence = act(&mut figure, r#"{ "type": "state", "state": "sgd" }"#);
    assert_eq!(list(&sentence, "warnings").len(), 1);
    let odd = r#"{ "type": "state", "state": { "steps": "NaN", "start": {}, "theme": 3 } }"#;
    assert_eq!(list(&act(&mut figure, odd), "warnings").len(), 3);
    assert_eq!(figure.export_text("query"), "");
}

#[wasm_bindgen_test]
fn a_warning_names_attribute_value_and_remedy() {
    let set = r#"{ "type": "set", "name": "steps", "text": "lots" }"#;
    let warning = text(&act(&mut Figure::new(), set), "warnings.0");
    for part in ["steps", "lots", "1 to 10000", "30"] {
        assert!(warning.contains(part), "{warning}");
    }
}

#[wasm_bindgen_test]
fn what_is_no_action_changes_nothing() {
    let mut figure = Figure::new();
    let odd = [
        "{}",
        "3",
        "null",
        r#"{ "type": "dance" }"#,
        r#"{ "type": "slide", "id": "steps" }"#,
        r#"{ "type": "slide", "id": "nothing", "position": 3 }"#,
        r#"{ "type": "open", "lesson": "cooking", "open": true }"#,
        r#"{ "type": "pointer", "on": "map", "phase": "move", "x": 1, "y": 1 }"#,
    ];
    for odd in odd {
        assert!(list(&act(&mut figure, odd), "warnings").is_empty(), "{odd}");
    }
    assert_eq!(figure.export_text("query"), "");
}

#[wasm_bindgen_test]
fn every_control_has_a_name_in_every_language() {
    for &language in Language::TAGS {
        let mut figure = Figure::new();
        let environment = format!(
            r#"{{ "type": "environment", "languages": ["xx", "{language}-XX"], "dark": false,
                 "forcedColors": false, "reducedMotion": false }}"#
        );
        let outcome = act(&mut figure, &environment);
        assert_eq!(text(&outcome, "language"), language);
        assert_eq!(text(&outcome, "scheme"), "light");
        let frame = frame(&mut figure);
        for control in list(&frame, "controls") {
            for property in ["id", "group", "groupLabel", "kind", "place", "label"] {
                assert!(!text(&control, property).is_empty(), "{property}");
            }
        }
        assert_eq!(list(&frame, "lanes").len(), 4);
        assert!(!text(&figure.words(), "stepBack").is_empty());
    }
}

#[wasm_bindgen_test]
fn a_frame_leaves_out_what_is_as_it_was() {
    let mut figure = Figure::new();
    let first = parts(&frame(&mut figure));
    for part in [
        "status",
        "controls",
        "lanes",
        "comparison",
        "panels",
        "handle",
        "lessons",
    ] {
        assert!(first.iter().any(|it| it == part), "{part}");
    }
    assert!(parts(&frame(&mut figure)).is_empty());
    act(&mut figure, r#"{ "type": "seek", "step": 7 }"#);
    assert_eq!(parts(&frame(&mut figure)), ["status", "lanes", "panels"]);
    act(&mut figure, r#"{ "type": "highlight" }"#);
    assert!(parts(&frame(&mut figure)).is_empty());
    act(
        &mut figure,
        r#"{ "type": "set", "name": "loss-scale", "text": "linear" }"#,
    );
    assert_eq!(parts(&frame(&mut figure)), ["controls", "panels"]);
}

#[wasm_bindgen_test]
fn while_it_plays_a_frame_tells_steps_and_lanes_alone() {
    let mut figure = Figure::new();
    frame(&mut figure);
    act(&mut figure, r#"{ "type": "play" }"#);
    frame(&mut figure);
    let playing = figure.frame(350.0, 0.0);
    assert_eq!(get(&playing, "more"), JsValue::TRUE);
    assert_eq!(number(&playing, "moved"), 3.0);
    assert_eq!(parts(&playing), ["status", "lanes"]);
    let end = figure.frame(10_000.0, 0.0);
    assert_eq!(get(&end, "more"), JsValue::FALSE);
    assert_eq!(get(&end, "ended"), JsValue::TRUE);
    assert_eq!(number(&end, "moved"), 30.0);
    assert!(parts(&end).contains(&"panels".to_owned()));
}

#[wasm_bindgen_test]
fn every_character_that_is_typed_comes_back() {
    let mut figure = Figure::new();
    act(
        &mut figure,
        r#"{ "type": "set", "name": "surface", "text": "formula" }"#,
    );
    let typed = "x \"quoted\" \\ \u{1}\n\t\u{1f}\u{7f}é가🎓\"";
    let action = json(r#"{ "type": "type", "id": "formula" }"#);
    Reflect::set(&action, &"text".into(), &typed.into()).unwrap();
    assert!(!text(&figure.dispatch(&action), "problem").is_empty());
    let controls = list(&frame(&mut figure), "controls");
    let formula = controls.iter().find(|it| text(it, "id") == "formula");
    assert_eq!(text(formula.unwrap(), "value"), typed);
}

#[wasm_bindgen_test]
fn a_drag_moves_the_start_and_escape_puts_it_back() {
    let mut figure = Figure::new();
    figure.resize("map", 600.0, 400.0, 1.0);
    let before = figure.get("start");
    let point = |figure: &mut Figure, phase: &str, x: f64| {
        let action = format!(
            r#"{{ "type": "pointer", "on": "map", "phase": "{phase}", "x": {x}, "y": 120 }}"#
        );
        text(&act(figure, &action), "concern")
    };
    assert_eq!(point(&mut figure, "press", 200.0), "settings");
    let pressed = figure.get("start");
    assert_ne!(pressed, before);
    assert_eq!(point(&mut figure, "move", 300.0), "settings");
    assert_ne!(figure.get("start"), pressed);
    assert_eq!(point(&mut figure, "cancel", 0.0), "settings");
    assert_eq!(figure.get("start"), before);
    // The gesture is over.
    assert_eq!(point(&mut figure, "move", 300.0), "");
    assert_eq!(figure.get("start"), before);
}

#[wasm_bindgen_test]
fn the_start_stays_under_the_pointer_where_its_handle_was_gripped() {
    let mut figure = Figure::new();
    figure.resize("map", 600.0, 400.0, 1.0);
    let before = figure.get("start");
    let handle = get(&frame(&mut figure), "handle");
    let (x, y) = (number(&handle, "x"), number(&handle, "y"));
    let point = |figure: &mut Figure, phase: &str, x: f64, y: f64| {
        let action = format!(
            r#"{{ "type": "pointer", "on": "handle", "phase": "{phase}", "x": {x}, "y": {y} }}"#
        );
        act(figure, &action)
    };
    point(&mut figure, "press", x + 4.0, y - 3.0);
    assert_eq!(figure.get("start"), before);
    point(&mut figure, "move", x + 24.0, y + 7.0);
    let handle = get(&frame(&mut figure), "handle");
    assert!((number(&handle, "x") - x - 20.0).abs() < 2.0);
    assert!((number(&handle, "y") - y - 10.0).abs() < 2.0);
}

#[wasm_bindgen_test]
fn a_snapshot_goes_on_where_it_was_taken() {
    let mut figure = Figure::new();
    act(
        &mut figure,
        r#"{ "type": "query", "query": "surface=saddle&steps=40&step=3", "origin": "author" }"#,
    );
    act(&mut figure, r#"{ "type": "play" }"#);
    for (may_play, plays) in [(true, JsValue::TRUE), (false, JsValue::FALSE)] {
        let action = json(r#"{ "type": "restore" }"#);
        let snapshot = figure.export_text("snapshot");
        Reflect::set(&action, &"snapshot".into(), &snapshot.into()).unwrap();
        Reflect::set(&action, &"mayPlay".into(), &may_play.into()).unwrap();
        let mut next = Figure::new();
        assert_eq!(get(&next.dispatch(&action), "playing"), plays);
        assert_eq!(next.export_text("query"), figure.export_text("query"));
        assert_eq!(next.get("step"), "3");
    }
}

#[wasm_bindgen_test]
fn every_lesson_of_the_race_has_something_to_show() {
    let mut figure = Figure::new();
    let lessons = list(&frame(&mut figure), "lessons");
    assert_eq!(lessons.len(), 11);
    for lesson in lessons {
        let name = text(&lesson, "name");
        let sheet = figure.lesson(&name, &JsValue::UNDEFINED);
        assert!(sheet.is_object(), "{name}");
    }
    for name in ["batch", "loop"] {
        // They wait for their data.
        assert!(
            figure.lesson(name, &JsValue::UNDEFINED).is_undefined(),
            "{name}"
        );
    }
}

#[wasm_bindgen_test]
fn a_lesson_shows_what_it_is_asked_for() {
    let mut figure = Figure::new();
    act(
        &mut figure,
        r#"{ "type": "set", "name": "steps", "text": "120" }"#,
    );
    let page = |figure: &mut Figure, options: &str| {
        let sheet = figure.lesson("data", &json(options));
        (number(&sheet, "page"), number(&sheet, "rows.length"))
    };
    // The one with the shown step, which is the last.
    assert_eq!(page(&mut figure, "{}"), (2.0, 21.0));
    assert_eq!(page(&mut figure, r#"{ "page": 1 }"#), (1.0, 50.0));
    assert_eq!(page(&mut figure, r#"{ "page": 99 }"#), (2.0, 21.0));
}

#[wasm_bindgen_test]
fn a_figure_without_canvases_draws_nothing_and_goes_on() {
    let mut figure = Figure::new();
    frame(&mut figure);
    figure.resize("map", 0.0, 0.0, 2.0);
    frame(&mut figure);
    for on in ["map", "loss", "handle"] {
        for phase in ["press", "move", "release"] {
            let place = format!(r#""on": "{on}", "phase": "{phase}", "x": 10, "y": 10"#);
            act(&mut figure, &format!(r#"{{ "type": "pointer", {place} }}"#));
        }
    }
    assert!(figure.export_text("svg").starts_with("<svg"));
}

#[wasm_bindgen_test]
fn playing_ends_at_once_where_no_movement_is_wanted() {
    let mut figure = Figure::new();
    act(&mut figure, r#"{ "type": "reset" }"#);
    act(
        &mut figure,
        r#"{ "type": "environment", "languages": [], "dark": true, "forcedColors": false,
             "reducedMotion": true }"#,
    );
    let outcome = act(&mut figure, r#"{ "type": "play" }"#);
    assert_eq!(number(&outcome, "moved"), 30.0);
    assert_eq!(get(&outcome, "playing"), JsValue::FALSE);
}
