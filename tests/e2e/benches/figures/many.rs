//! One, ten and a hundred figures on a page.

use e2e::{Session, Site, Visited, dist};

use crate::{
    chromium,
    stats::median,
    table::{Row, Section},
    watch,
};

const COUNTS: [usize; 3] = [1, 10, 100];

/// Visits to each page.
const VISITS: usize = 7;

pub(crate) fn section() -> Section {
    let site = COUNTS.iter().fold(Site::of(dist()).isolated(), |site, &n| {
        site.page(&format!("{n}.html"), &page(n))
    });
    let site = site.serve();
    let session = chromium();
    watch(&session);

    let mut all = COUNTS.map(|_| Vec::new());
    let mut longest = Vec::new();
    let mut compiled = 0.0;
    // The very first visit pays for the browser's start and the module's compilation.
    visit(&session, &site, COUNTS[0]);
    for _ in 0..VISITS {
        for (&n, times) in COUNTS.iter().zip(&mut all) {
            times.push(visit(&session, &site, n));
            compiled = number(&session, "window.watch.compiled");
        }
        longest.push(number(&session, "window.watch.longest"));
    }
    let [one, ten, hundred] = all.map(|times| median(&times));
    let (near, far) = ((ten - one) / 9.0, (hundred - ten) / 90.0);

    // The last page has a hundred figures, and everybody is ready.
    session.run("await window.watch.pass(30);");
    session.run("Object.assign(window.watch, { frames: 0, timers: 0 });");
    session.run("await window.watch.pass(60);");
    let idle_frames = number(&session, "window.watch.frames");
    let idle_timers = number(&session, "window.watch.timers");
    session.run(
        "for (const figure of document.querySelectorAll('descent-widget')) figure.play();
         await window.watch.pass(60);",
    );
    let loops = number(&session, "window.watch.loops");

    let rows = vec![
        Row::new("1 figure, all ready", one, "ms"),
        Row::new("10 figures, all ready", ten, "ms"),
        Row::new("100 figures, all ready", hundred, "ms"),
        Row::new("a further figure, from 1 to 10", near, "ms"),
        Row::new("a further figure, from 10 to 100", far, "ms").beside("from 1 to 10", near),
        Row::new("longest task while 100 start", median(&longest), "ms").beside("long task", 50.0),
        Row::new("modules compiled for 100", compiled, "").beside("limit", 1.0),
        Row::new("frames asked for in a second, 100 idle", idle_frames, "").beside("limit", 0.0),
        Row::new("timers run in a second, 100 idle", idle_timers, "").beside("limit", 0.0),
        Row::new("frame loops, 100 playing", loops, "").beside("limit", 1.0),
    ];
    Section::new(
        "Many figures on one page",
        format!(
            "The book's figure over and over, split build, from navigation until the last one is \
             ready; medians of {VISITS} visits in one browser, which keeps the compiled module."
        ),
        rows,
    )
}

fn page(n: usize) -> String {
    // The steps are for the playing: nobody reaches the end meanwhile.
    let figures = r#"<descent-widget steps="2000" step="0"></descent-widget>"#.repeat(n);
    format!(
        r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>{n}</title>
        <link rel="icon" href="data:,">
        <script type="module" src="/npm/descent-widget.js"></script><body>{figures}"#
    )
}

/// Milliseconds until all figures of the page are ready.
fn visit(session: &Session, site: &Visited, n: usize) -> f64 {
    // To take down the page before is not this one's work.
    session.open("about:blank");
    session.open(&site.url(&format!("{n}.html")));
    session.wait_until(&format!("window.watch.ready.length === {n}"));
    number(session, "Math.max(...window.watch.ready)")
}

fn number(session: &Session, expression: &str) -> f64 {
    let text = session.read(expression);
    text.parse()
        .unwrap_or_else(|_| panic!("{expression} is {text}"))
}
