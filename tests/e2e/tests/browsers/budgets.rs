//! What the artefacts weigh, what a page loads, and what the engine asks of the browser.

use std::collections::BTreeSet;

use e2e::{
    Engine, Options, Session, Site,
    budgets::{BUDGETS, weigh},
    dist,
};

/// Everything that the engine's module imports, as `wasm-bindgen` names it without its hashes.
/// Of the page it gets nothing but canvases that are handed to it: no document, no window,
/// no clock, no storage, no network, no random numbers.
const IMPORTS: &[&str] = &[
    // The canvas and its context.
    "arc",
    "beginPath",
    "clearRect",
    "fill",
    "fillText",
    "getContext",
    "height",
    "instanceof_CanvasRenderingContext2d",
    "lineTo",
    "moveTo",
    "rect",
    "setTransform",
    "set_fillStyle",
    "set_font",
    "set_height",
    "set_lineJoin",
    "set_lineWidth",
    "set_strokeStyle",
    "set_textAlign",
    "set_textBaseline",
    "set_width",
    "stroke",
    "strokeText",
    "width",
    // Objects, arrays, numbers and errors of the language.
    "get",
    "get_unchecked",
    "instanceof_Float64Array",
    "instanceof_Object",
    "isView",
    "keys",
    "length",
    "new",
    "new_from_slice",
    "ownKeys",
    "prototypesetcall",
    "push",
    "set",
    "toExponential",
    "parse",
    "parseFloat",
    // What wasm-bindgen itself needs to hand values over.
    "__wbindgen_boolean_get",
    "__wbindgen_generic_",
    "__wbindgen_init_externref_table",
    "__wbindgen_is_null",
    "__wbindgen_is_object",
    "__wbindgen_is_undefined",
    "__wbindgen_number_get",
    "__wbindgen_string_get",
    "__wbindgen_throw",
];

#[test]
fn every_artefact_stays_within_its_weight() {
    for budget in BUDGETS {
        let weight = weigh(budget.files).gzip;
        let goal = budget.goal.unwrap_or(budget.most);
        assert!(
            weight <= budget.most,
            "{}: {weight} bytes after gzip, {} allowed (budget {goal})",
            budget.what,
            budget.most
        );
    }
}

#[test]
fn a_page_with_the_split_build_loads_what_is_weighed() {
    let page = r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Split</title>
        <link rel="icon" href="data:,"><script type="module" src="/npm/descent-widget.js"></script>
        <script>
          document.addEventListener("descent-ready", () => { window.isReady = true; });
        </script>
        <descent-widget></descent-widget>"#;
    let site = Site::of(dist()).page("split.html", page).serve();
    let session = Session::start_with(Engine::chosen(), Options::default());
    session.open(&site.url("split.html"));
    session.wait_until("window.isReady");
    let loaded: BTreeSet<String> = site.requests().into_iter().collect();
    let weighed = BUDGETS[0].files.iter().map(|name| format!("/{name}"));
    let weighed: BTreeSet<String> = weighed.chain(["/split.html".to_owned()]).collect();
    assert_eq!(loaded, weighed);
}

#[test]
fn the_engine_imports_canvases_objects_and_nothing_of_the_page() {
    let site = Site::of(dist())
        .page("empty.html", "<!doctype html><link rel=icon href=data:,>")
        .serve();
    let session = Session::start_with(Engine::chosen(), Options::default());
    session.open(&site.url("empty.html"));
    let imports = session.read(
        "fetch('/npm/descent_widget_bg.wasm')
           .then((answer) => answer.arrayBuffer())
           .then((bytes) => WebAssembly.compile(bytes))
           .then((module) => WebAssembly.Module.imports(module).map(({ name }) => name).join(' '))",
    );
    let imports: BTreeSet<&str> = imports.split(' ').map(plain).collect();
    let known: BTreeSet<&str> = IMPORTS.iter().copied().collect();
    let new: Vec<_> = imports.difference(&known).collect();
    let gone: Vec<_> = known.difference(&imports).collect();
    assert!(
        new.is_empty() && gone.is_empty(),
        "new: {new:?}, gone: {gone:?}"
    );
}

/// The name of a browser's function, without the digits by which wasm-bindgen tells those apart
/// that have the same.
fn plain(import: &str) -> &str {
    let named = import.strip_prefix("__wbg_");
    match named.and_then(|it| it.rsplit_once('_')) {
        Some((name, _)) => name,
        None => import.trim_end_matches(char::is_numeric),
    }
}
