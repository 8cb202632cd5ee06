//! The release folder is what its manifest and the documentation say.

use std::{fs, io::Read as _};

use e2e::{Options, Page, Session, Site, budgets::weigh, dist};
use flate2::read::GzDecoder;
use serde_json::Value;

const SCRIPT: &str = "release/0.1.0/descent-widget.js";

fn manifest() -> Value {
    let path = dist().join("release/0.1.0/manifest.json");
    let text = fs::read_to_string(path).expect("a release has a manifest");
    serde_json::from_str(&text).expect("the manifest is JSON")
}

fn files() -> Vec<Value> {
    manifest()["files"].as_array().expect("files").clone()
}

#[test]
fn the_manifest_lists_the_files_with_their_sizes() {
    let folder = dist().join("release/0.1.0");
    let size = |name: &str| {
        let bytes = fs::read(folder.join(name));
        bytes
            .unwrap_or_else(|error| panic!("{name}: {error}"))
            .len()
    };
    let files = files();
    assert_eq!(files.len(), 8);
    for file in &files {
        let path = file["path"].as_str().expect("a path");
        assert_eq!(file["bytes"], size(path), "{path}");
        for (kind, extension) in [("gzip", "gz"), ("brotli", "br")] {
            if let Some(bytes) = file[kind].as_u64() {
                let packed = size(&format!("{path}.{extension}"));
                assert_eq!(bytes, packed as u64, "{path}.{extension}");
            }
        }
        if file["gzip"].is_u64() {
            let packed = fs::File::open(folder.join(format!("{path}.gz"))).expect("a file");
            let mut plain = Vec::new();
            GzDecoder::new(packed)
                .read_to_end(&mut plain)
                .expect("it is gzip");
            assert_eq!(
                plain,
                fs::read(folder.join(path)).expect("a file"),
                "{path}"
            );
        }
    }
}

#[test]
fn a_browser_takes_the_file_with_its_integrity_and_no_other() {
    let files = files();
    let file = files.iter().find(|it| it["path"] == "descent-widget.js");
    let right = file.expect("the module is listed")["integrity"].clone();
    let right = right.as_str().expect("an integrity value");
    let wrong = right
        .replace("sha384-", "sha384-AAAA")
        .chars()
        .take(71)
        .collect::<String>();
    let html = |integrity: &str| {
        format!(
            "<!doctype html><link rel=icon href='data:,'>
             <script>window.refused = false;</script>
             <script type='module' src='/{SCRIPT}' crossorigin='anonymous' integrity='{integrity}'
                     onerror='window.refused = true'></script>
             <descent-widget></descent-widget>"
        )
    };
    let site = Site::of(dist())
        .page("right.html", &html(right))
        .page("wrong.html", &html(&wrong))
        .serve();
    let session = Session::start();
    session.open(&site.url("right.html"));
    session.wait_until("document.querySelector('descent-widget').record?.lanes.length === 4");
    session.open(&site.url("wrong.html"));
    session.wait_until("window.refused");
    assert_eq!(
        session.read("customElements.get('descent-widget') === undefined"),
        "true"
    );
}

#[test]
fn the_split_files_of_a_release_find_each_other() {
    let page = Page::on(
        Site::of(dist().join("release/0.1.0/split")),
        Options::default(),
        "<descent-widget lessons='rule'></descent-widget>",
    );
    let lesson = e2e::part("[data-lesson=rule] math");
    page.wait_until(&format!("{lesson} !== null"));
}

#[test]
fn the_reckoning_uses_sizes_that_are_true() {
    let docs = fs::read_to_string(dist().join("../docs/serving.md")).expect("the page is there");
    let row = |name: &str| -> f64 {
        let rest = docs.split(name).nth(1).expect("the row is there");
        let bytes = rest
            .split(" kB")
            .next()
            .and_then(|it| it.rsplit(' ').next());
        bytes
            .and_then(|it| it.parse().ok())
            .expect("a number of kB")
    };
    let race = ["npm/descent-widget.js", "npm/descent_widget_bg.wasm.gz"];
    let lesson = [
        race[0],
        race[1],
        "npm/descent-widget-lessons.js",
        "npm/descent_widget_lessons_bg.wasm.gz",
        "npm/descent-widget-digits.idx.gz",
    ];
    for (name, files) in [
        ("the race |", &race[..]),
        ("with a lesson and the digits |", &lesson[..]),
        ("or `.html` |", &["descent-widget.js"][..]),
    ] {
        let true_size = f64::from(u32::try_from(weigh(files).gzip).unwrap_or(u32::MAX)) / 1000.0;
        let told = row(name);
        let is_true = true_size <= told && told <= 1.6 * true_size;
        assert!(
            is_true,
            "docs/serving.md tells {told} kB for {name} {true_size}"
        );
    }
}
