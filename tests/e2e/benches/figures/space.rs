//! The view in space: how long a turn by the mouse takes.

use e2e::{Site, dist};

use crate::{
    chromium, drag, hand,
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

    let longest = hand::longest_task(&session, &hand::whole(&events));
    let mut rows = drag::rows_of(&events);
    rows.push(Row::new("longest task", longest, "ms").beside("limit", 50.0));
    Section::new(
        "Turn of the view in space",
        format!(
            "The book's four rules, {STEPS} steps on the ravine, turned with a mouse in \
             <descent-widget>; {} events, each with its frame.",
            events.len()
        ),
        rows,
    )
}
