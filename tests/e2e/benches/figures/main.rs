//! Measures what a reader waits for: in one Chromium without a window, on the built files,
//! and natively. `cargo xtask bench` builds everything and runs it.
//!
//! Every figure stands beside a peer or a limit that was measured in the same run, because
//! times differ from machine to machine and on one machine from minute to minute. Times are
//! medians; where the tail matters, the 95th percentile is a row of its own.

mod bytes;
mod drag;
mod hand;
mod many;
mod maps;
mod space;
mod start;
mod stats;
mod steps;
mod table;
mod training;

use std::{fs, path::PathBuf};

use clap::Parser;
use e2e::{Engine, Options, Session, Site, Visited, dist};
use serde_json::json;

use table::Section;

#[derive(Parser)]
struct Arguments {
    /// The folder with the glue of wasm-bindgen, through which the engine is called directly
    #[arg(long)]
    bindings: PathBuf,
    /// The folder with what trains networks
    #[arg(long)]
    peers: Option<PathBuf>,
    /// A Python with numpy
    #[arg(long)]
    python: Option<PathBuf>,
    /// What to measure, all where nothing is named
    sections: Vec<String>,
    /// Where to write the figures as JSON as well
    #[arg(long)]
    json: Option<PathBuf>,
    /// What cargo tells every benchmark
    #[arg(long, hide = true)]
    bench: bool,
}

/// CSS pixels of the window, and device pixels to each.
const WINDOW: (u32, u32) = (1280, 1000);
const RATIO: u32 = 2;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let Arguments {
        bindings,
        peers,
        python,
        sections: chosen,
        json,
        ..
    } = Arguments::parse();
    let wants = |name: &str| chosen.is_empty() || chosen.iter().any(|it| it == name);
    let glue = bindings.join("descent_widget.js");
    let glue = fs::read_to_string(&glue).map_err(|error| format!("{}: {error}", glue.display()))?;

    let load_before = load();
    let mut sections = Vec::new();
    let mut measure = |section: Section| {
        section.print();
        sections.push(section.json());
    };
    if wants("drag") || wants("steps") {
        let (session, _site) = open(&glue);
        if wants("drag") {
            drag::of_engine(&session).into_iter().for_each(&mut measure);
        }
        if wants("steps") {
            measure(steps::section(&session));
        }
    }
    if wants("drag") {
        measure(drag::of_element());
    }
    if let (true, Some(peers)) = (wants("training"), &peers) {
        training::sections(peers, python.as_ref(), &mut measure);
    }
    if wants("maps") {
        measure(maps::section());
    }
    if wants("space") {
        measure(space::section());
    }
    if wants("start") {
        start::sections().into_iter().for_each(&mut measure);
        measure(many::section());
    }
    if wants("bytes") {
        measure(bytes::section());
    }

    let load_after = load();
    println!(
        "\nProcesses that wanted a core, as an average over a minute: {load_before} before, \
         {load_after} after; this machine has {}.",
        cores()
    );
    println!("With more of them than cores, trust the ratios and not the times.");
    if let Some(file) = json {
        let figures = json!({
            "machine": {
                "cores": cores(),
                "loadBefore": load_before,
                "loadAfter": load_after,
                "window": WINDOW,
                "devicePixelRatio": RATIO,
            },
            "sections": sections,
        });
        fs::write(&file, format!("{figures:#}\n"))
            .map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(())
}

/// A page that can call the engine directly, with nothing of the element around it.
fn open(glue: &str) -> (Session, Visited) {
    let page = r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
        <link rel="icon" href="data:,"><style>body { margin: 0; }</style>
        <script type="module" src="/engine.js"></script><body>"#;
    let site = Site::of(dist())
        .isolated()
        .page("glue.js", glue)
        .page("engine.js", include_str!("engine.js"))
        .page("bench.html", page)
        .serve();
    let session = chromium();
    session.open(&site.url("bench.html"));
    session.wait_until("window.bench?.ready.then(() => true)");
    assert_eq!(
        session.read("crossOriginIsolated"),
        "true",
        "the clock is coarse"
    );
    (session, site)
}

/// A new browser with the window that all figures are about.
fn chromium() -> Session {
    let session = Session::start_with(Engine::Chromium, Options::default());
    let (width, height) = WINDOW;
    session.devtools(
        "Emulation.setDeviceMetricsOverride",
        json!({ "width": width, "height": height, "deviceScaleFactor": RATIO, "mobile": false }),
    );
    session
}

/// Notes what the pages of this session do from now on, in their `window.watch`.
fn watch(session: &Session) {
    let script = include_str!("watch.js");
    session.devtools("Page.enable", json!({}));
    session.devtools(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": script }),
    );
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// The machine's load, where the system tells it.
fn load() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ')
        .next()
        .filter(|it| !it.is_empty())
        .unwrap_or("unknown")
        .to_owned()
}
