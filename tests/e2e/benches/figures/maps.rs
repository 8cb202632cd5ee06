//! The map of hyperparameters: how soon something stands there, how soon all, and what a
//! drag of the start meets meanwhile.

use std::{thread, time::Duration};

use e2e::{Site, dist};
use serde_json::json;

use crate::{
    chromium,
    stats::{median, numbers, percentile},
    table::{Row, Section},
    watch,
};

const STEPS: usize = 200;

/// Times that the map is begun anew.
const ROUNDS: usize = 15;

/// Moves of the mouse while the map is computed again and again.
const EVENTS: usize = 150;

pub(crate) fn section() -> Section {
    let page = format!(
        r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Maps</title>
        <link rel="icon" href="data:,"><style>body {{ margin: 0; }}</style>
        <script type="module" src="/descent-widget.js"></script>
        <descent-widget lang="en" optimizers="momentum adam" steps="{STEPS}" lessons="rates"></descent-widget>"#
    );
    let site = Site::of(dist()).isolated().page("maps.html", &page).serve();
    let session = chromium();
    watch(&session);
    session.open(&site.url("maps.html"));
    let cells = e2e::part(".cells");
    let complete = format!("!{cells}?.getAttribute('aria-label')?.includes('still')");
    session.wait_until(&format!(
        "{cells}?.getAttribute('aria-label') && {complete}"
    ));
    let rounds = |lane: usize| {
        session.run(&format!(
            "document.querySelector('descent-widget').lane = {lane};"
        ));
        thread::sleep(Duration::from_millis(500));
        let times = session.run(&format!(
            "return (async () => {{
               const figure = document.querySelector('descent-widget');
               const frame = () => new Promise((done) => requestAnimationFrame(done));
               const label = () => {cells}.getAttribute('aria-label');
               const first = [], all = [];
               for (let round = 0; round < {ROUNDS}; round++) {{
                 await watch.pass(3);
                 const begin = performance.now();
                 figure.start = `${{-6.95 + round / 10}} 2`;
                 // The frame in which the figure answers; its own callback came first.
                 do await frame(); while (!label().includes('still'));
                 first.push(performance.now() - begin);
                 while (label().includes('still')) await frame();
                 all.push(performance.now() - begin);
               }}
               return [first, all];
             }})();"
        ));
        (numbers(&times[0]), numbers(&times[1]))
    };
    let (first, all) = rounds(1);
    let (_, adam) = rounds(2);

    let map = e2e::part("[data-panel='map'] .box");
    let center = session.place_on(&map, 0.5, 0.5);
    let mouse = |kind: &str, x: f64, y: f64, buttons: u32| {
        session.devtools(
            "Input.dispatchMouseEvent",
            json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": buttons, "clickCount": 1 }),
        );
    };
    session.run("window.watch.longest = 0; window.watch.events.length = 0;");
    mouse("mousePressed", center.x, center.y, 1);
    for event in 0..EVENTS {
        let angle = event as f64 / 19.0;
        let (x, y) = (angle.cos(), (1.7 * angle).sin());
        mouse("mouseMoved", center.x + 150.0 * x, center.y + 100.0 * y, 1);
    }
    mouse("mouseReleased", center.x, center.y, 0);
    thread::sleep(Duration::from_millis(600));
    let frames = session.run(
        "return window.watch.events
           .filter(({ rest }) => rest !== undefined)
           .map(({ handler, frame, rest }) => handler + frame + rest);",
    );
    let frames = numbers(&frames);
    let longest: f64 = session
        .read("Math.max(window.watch.longest, 0)")
        .parse()
        .unwrap_or(f64::NAN);
    let longest = frames.iter().copied().fold(longest, f64::max);

    let paint = ("limit", 50.0);
    let end = ("limit", 250.0);
    Section::new(
        "Map of 160 × 120 cells × 200 steps",
        format!(
            "The lesson open in <descent-widget> on the ravine, the start moved {ROUNDS} times, then \
             dragged with a mouse by {} events. Begun anew means until the first cells are painted.",
            frames.len()
        ),
        vec![
            Row::new("Momentum, first paint, median", median(&first), "ms")
                .beside(paint.0, paint.1),
            Row::new("Momentum, complete, median", median(&all), "ms").beside(end.0, end.1),
            Row::new(
                "Momentum, complete, 95th percentile",
                percentile(&all, 95.0),
                "ms",
            ),
            Row::new("Adam, complete, median", median(&adam), "ms").beside(end.0, end.1),
            Row::new("drag event with its frame, median", median(&frames), "ms"),
            Row::new("longest task while dragging", longest, "ms").beside("limit", 50.0),
        ],
    )
}
