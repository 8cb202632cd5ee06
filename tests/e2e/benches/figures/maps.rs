//! The map of hyperparameters: how soon something stands there, how soon all, and what a
//! drag of the start meets meanwhile.

use std::{thread, time::Duration};

use e2e::{Site, dist};

use crate::{
    chromium, hand,
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
    let cells = e2e::part(".heatmap");
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
    let (adam_first, adam) = rounds(2);

    let events = hand::drag(&session, (150.0, 100.0), 0, EVENTS);
    let frames = hand::whole(&events);
    let longest = hand::longest_task(&session, &frames);

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
            Row::new("Adam, first paint, median", median(&adam_first), "ms")
                .beside(paint.0, paint.1),
            Row::new("Adam, complete, median", median(&adam), "ms").beside(end.0, end.1),
            Row::new(
                "Adam, complete, 95th percentile",
                percentile(&adam, 95.0),
                "ms",
            ),
            Row::new("drag event with its frame, median", median(&frames), "ms"),
            Row::new("longest task while dragging", longest, "ms").beside("limit", 50.0),
        ],
    )
}
