//! The view in space: how long a turn by the mouse takes.

use e2e::{Site, dist};

use crate::{
    chromium, hand,
    stats::{median, percentile},
    table::{Row, Section},
    watch,
};

const STEPS: usize = 100;
const WARM_UP: usize = 30;
const EVENTS: usize = 200;

pub(crate) fn section() -> Section {
    let page = format!(
        r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Space</title>
        <link rel="icon" href="data:,"><style>body {{ margin: 0; }}</style>
        <script type="module" src="/descent-widget.js"></script>
        <descent-widget lang="en" view="space" steps="{STEPS}"></descent-widget>"#
    );
    let site = Site::of(dist())
        .isolated()
        .page("space.html", &page)
        .serve();
    let session = chromium();
    watch(&session);
    session.open(&site.url("space.html"));
    let turning = e2e::part(".orbit-controls");
    session.wait_until(&format!("{turning}?.hidden === false"));
    let turn = || session.read("document.querySelector('descent-widget').turn");
    let before = turn();
    let events = hand::drag(&session, (150.0, 100.0), WARM_UP, EVENTS);
    assert_ne!(turn(), before, "the view was not turned");

    let part = |index: usize| events.iter().map(|it| it[index]).collect::<Vec<f64>>();
    let whole = hand::whole(&events);
    let longest = hand::longest_task(&session, &whole);
    let tail = percentile(&whole, 95.0);
    let frame = ("a frame of 60 Hz", 1000.0 / 60.0);
    Section::new(
        "Turn of the view in space",
        format!(
            "The book's four rules, {STEPS} steps on the ravine, turned with a mouse in \
             <descent-widget>; {} events, each with its frame.",
            events.len()
        ),
        vec![
            Row::new("frame: words and drawing, median", median(&part(1)), "ms"),
            Row::new("styles, layout, painting, median", median(&part(2)), "ms"),
            Row::new("until painted, median", median(&whole), "ms").beside(frame.0, frame.1),
            Row::new("until painted, 95th percentile", tail, "ms").beside(frame.0, frame.1),
            Row::new("longest task", longest, "ms").beside("limit", 50.0),
        ],
    )
}
