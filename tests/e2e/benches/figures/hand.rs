//! A mouse that is dragged over the map, in a session that is [watched](crate::watch).

use std::{thread, time::Duration};

use e2e::Session;
use serde_json::json;

use crate::stats::numbers;

/// Drags it in curves that reach so many pixels to the sides and up and down. Gives the
/// milliseconds of each event in the pointer's listeners, in its frame, and until that is painted.
pub(crate) fn drag(
    session: &Session,
    reach: (f64, f64),
    warm_up: usize,
    n: usize,
) -> Vec<[f64; 3]> {
    let map = e2e::part("[data-panel='map'] .box");
    let center = session.place_on(&map, 0.5, 0.5);
    let mouse = |kind: &str, x: f64, y: f64, buttons: u32| {
        session.devtools(
            "Input.dispatchMouseEvent",
            json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": buttons, "clickCount": 1 }),
        );
    };
    let forget = || session.run("window.watch.longest = 0; window.watch.events.length = 0;");
    forget();
    mouse("mousePressed", center.x, center.y, 1);
    for event in 0..n + warm_up {
        let angle = event as f64 / 19.0;
        let (x, y) = (reach.0 * angle.cos(), reach.1 * (1.7 * angle).sin());
        mouse("mouseMoved", center.x + x, center.y + y, 1);
        if event + 1 == warm_up {
            forget();
        }
    }
    mouse("mouseReleased", center.x, center.y, 0);
    thread::sleep(Duration::from_millis(600));
    let events = session.run(
        "return window.watch.events
           .filter(({ rest }) => rest !== undefined)
           .map(({ handler, frame, rest }) => [handler, frame, rest]);",
    );
    let events = events.as_array().into_iter().flatten().map(numbers);
    let events: Vec<[f64; 3]> = events.filter_map(|it| it.try_into().ok()).collect();
    assert!(events.len() * 2 > n, "only {} events came", events.len());
    events
}

/// Each event with its frame, as a whole.
pub(crate) fn whole(events: &[[f64; 3]]) -> Vec<f64> {
    events.iter().map(|it| it.iter().sum()).collect()
}

/// The longest task since the drag began; the browser reports those over 50 ms, the others are
/// the events.
pub(crate) fn longest_task(session: &Session, events: &[f64]) -> f64 {
    let reported = session.read("window.watch.longest");
    let longest = reported.parse().expect("a page returns times");
    events.iter().copied().fold(longest, f64::max)
}
