//! What one drag event costs: the engine alone by its parts, and the whole element.

use e2e::{Session, Site, dist};
use serde_json::{Value, json};

use crate::{
    RATIO, chromium, hand,
    stats::{median, numbers, percentile},
    table::{Row, Section},
    watch,
};

/// Six lanes of 500 steps on the book's function, each at a rate that keeps it moving.
const OPTIMIZERS: &str = "sgd:lr=0.95 momentum:lr=0.1 nesterov:lr=0.1 adagrad:lr=1.5 \
                          rmsprop:lr=0.1 adam:lr=0.3";
const LANES: usize = 6;
const STEPS: usize = 500;

/// CSS pixels of the panels.
const MAP: (u32, u32) = (640, 420);
const LOSS: (u32, u32) = (460, 420);

/// Events that count, and events before them in which the browser compiles what is hot.
const EVENTS: usize = 300;
const WARM_UP: usize = 60;

/// The time between two pictures of a screen that shows 120 a second.
const LIMIT: (&str, f64) = ("frame at 120 Hz", 1000.0 / 120.0);

/// The engine alone, called as the element calls it.
pub(crate) fn of_engine(session: &Session) -> Vec<Section> {
    let measure = |rasterize: bool| {
        let size = |(width, height): (u32, u32)| json!({ "width": width, "height": height });
        let plan = json!({
            "query": format!("optimizers={}&steps={STEPS}", OPTIMIZERS.replace(' ', "%20")),
            "map": size(MAP),
            "loss": size(LOSS),
            "count": EVENTS,
            "warmup": WARM_UP,
            "rasterize": rasterize,
        });
        let answer = session.run(&format!("return window.bench.drag({plan});"));
        assert_eq!(
            numbers(&answer["lanes"]),
            [STEPS as f64 + 1.0; LANES],
            "a lane of another length was measured"
        );
        answer
    };
    let recorded = measure(false);
    let painted = measure(true);

    let of = |answer: &Value, part: &str| numbers(&answer["parts"][part]);
    let rows = [
        parts("run", &of(&recorded, "run")),
        parts("words and controls", &of(&recorded, "words")),
        parts("layout", &of(&recorded, "layout")),
        parts("draw", &of(&recorded, "draw")),
        whole("whole event", &of(&recorded, "event")),
        parts("painting of the canvases", &of(&painted, "raster")),
        whole("whole event, painted", &of(&painted, "event")),
    ];
    let event = Section::new(
        "Drag event, engine alone",
        format!(
            "{LANES} lanes × {STEPS} steps on the ravine, map {} × {} and loss {} × {} CSS px, \
             device pixel ratio {RATIO}; main thread, {EVENTS} events, one a frame. Drawing only \
             records what is to be painted; \"painted\" reads a pixel of each canvas back, so that \
             the browser has to paint at once, here without a graphics card.",
            MAP.0, MAP.1, LOSS.0, LOSS.1
        ),
        rows.into_iter().flatten().collect(),
    );

    let empty = serde_json::Map::new();
    let calls = painted["calls"].as_object().unwrap_or(&empty);
    let mut counts: Vec<(&str, f64)> = calls
        .iter()
        .map(|(name, count)| (name.as_str(), count.as_f64().unwrap_or(0.0)))
        .collect();
    counts.sort_by(|a, b| b.1.total_cmp(&a.1));
    let total: f64 = counts.iter().map(|(_, count)| count).sum();
    let points = (LANES * (STEPS + 1)) as f64;
    let mut rows = vec![
        Row::new("all methods of a context", total, "calls")
            .beside("recorded points in both panels", 2.0 * points),
    ];
    rows.extend(
        counts
            .into_iter()
            .take(8)
            .map(|(name, count)| Row::new(name, count, "calls")),
    );
    let calls = Section::new(
        "Canvas calls of one drag event",
        "Exact; each call crosses from wasm to the browser. The eight most frequent.",
        rows,
    );
    vec![event, calls]
}

/// The element as it ships, under a real mouse.
pub(crate) fn of_element() -> Section {
    let page = format!(
        r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Drag</title>
        <link rel="icon" href="data:,"><style>body {{ margin: 0; }}</style>
        <script type="module" src="/descent-widget.js"></script>
        <descent-widget optimizers="{OPTIMIZERS}" steps="{STEPS}"></descent-widget>"#
    );
    let site = Site::of(dist()).isolated().page("drag.html", &page).serve();
    let session = chromium();
    watch(&session);
    session.open(&site.url("drag.html"));
    session.wait_until("window.watch.ready.length === 1");

    let box_of = |panel: &str| {
        let element = e2e::part(&format!("[data-panel='{panel}'] .box"));
        session.read(&format!(
            "(({{ clientWidth, clientHeight }}) => `${{clientWidth}} × ${{clientHeight}}`)({element})"
        ))
    };
    let (map_size, loss_size) = (box_of("map"), box_of("loss"));
    let events = hand::drag(&session, (200.0, 130.0), WARM_UP, EVENTS);
    Section::new(
        "Drag event, whole element",
        format!(
            "The same race in <descent-widget>, English, settings open, map {map_size} and loss \
             {loss_size} CSS px, dragged with a mouse; {} events, each with its frame.",
            events.len()
        ),
        rows_of(&events),
    )
}

/// What events in the element cost by their parts, see [`hand::drag`].
pub(crate) fn rows_of(events: &[[f64; 3]]) -> Vec<Row> {
    let part = |index: usize| events.iter().map(|it| it[index]).collect::<Vec<f64>>();
    let script: Vec<f64> = events.iter().map(|it| it[0] + it[1]).collect();
    let rows = [
        parts("pointer's listeners", &part(0)),
        parts("frame: run, words, controls, drawing", &part(1)),
        parts("styles, layout, painting", &part(2)),
        whole("all scripts", &script),
        whole("until painted", &hand::whole(events)),
    ];
    rows.into_iter().flatten().collect()
}

/// Median and 95th percentile.
fn parts(what: &str, samples: &[f64]) -> [Row; 2] {
    let row = |name: &str, value| Row::new(format!("{what}, {name}"), value, "ms");
    [
        row("median", median(samples)),
        row("95th percentile", percentile(samples, 95.0)),
    ]
}

/// The same beside one frame.
fn whole(what: &str, samples: &[f64]) -> [Row; 2] {
    let (whose, limit) = LIMIT;
    parts(what, samples).map(|row| row.beside(whose, limit))
}
