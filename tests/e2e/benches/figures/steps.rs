//! How long a step of a run takes: in the wasm that ships, in plain JavaScript in the same
//! browser, and in the same Rust natively.

use std::{hint::black_box, time::Instant};

use descent_widget::{
    math::Point,
    optim::{Hyperparameters, Key, Rule},
    race,
    surface::{Ravine, Surface},
};
use e2e::Session;
use serde_json::{Value, json};

use crate::{
    stats::median,
    table::{Row, Section},
};

/// Runs of each kind in a row, and how often the three kinds take turns.
const STARTS: usize = 200;
const TURNS: usize = 21;

const RATES: [f64; 6] = [0.1, 0.09, 0.08, 0.07, 0.06, 0.05];
const MOMENTUM: f64 = 0.9;
/// As long as a drag event's. Much longer records measure the machine's memory instead.
const LENGTH: usize = 500;

pub(crate) fn section(session: &Session) -> Section {
    let lanes: Vec<String> = RATES
        .iter()
        .map(|rate| format!("momentum:lr={rate},momentum={MOMENTUM}"))
        .collect();
    let query = format!("optimizers={}&steps={LENGTH}", lanes.join("%20"));

    let (mut wasm, mut script, mut native) = (Vec::new(), Vec::new(), Vec::new());
    for turn in 0..TURNS {
        let starts = starts(turn);
        let plan = json!({
            "query": query,
            "starts": starts,
            "rates": RATES,
            "momentum": MOMENTUM,
            "length": LENGTH,
        });
        let answer = session.run(&format!("return window.bench.steps({plan});"));
        let (time, ends) = natively(&starts);
        for side in ["ends", "scriptEnds"] {
            agree(&answer[side], &ends, side);
        }
        // In the first turn the browser still compiles what is hot.
        if turn > 0 {
            wasm.push(answer["wasm"].as_f64().expect("a page returns times"));
            script.push(answer["script"].as_f64().expect("a page returns times"));
            native.push(time);
        }
    }
    let per_second = |times: &[f64]| 1000.0 / median(times);
    let (wasm, script, native) = (per_second(&wasm), per_second(&script), per_second(&native));
    let rows = vec![
        Row::new("wasm", wasm, "M steps/s").beside("plain JavaScript", script),
        Row::new("wasm", wasm, "M steps/s").beside("native", native),
        Row::new("plain JavaScript", script, "M steps/s").beside("native", native),
    ];
    Section::new(
        "Steps of a run",
        format!(
            "Momentum on x²/20 + y², {} lanes × {LENGTH} steps, every point, loss, gradient and \
             velocity recorded; medians of {} turns of {STARTS} runs each, the three kinds one \
             after the other. All three end at the same numbers. The Rust also records squares \
             and judges the outcome, for any rule and surface, natively at optimization level 3; \
             the JavaScript knows this one rule and surface.",
            RATES.len(),
            TURNS - 1
        ),
        rows,
    )
}

/// Other starts every time, so that nothing is at hand.
fn starts(turn: usize) -> Vec<[f64; 2]> {
    let start = |run: usize| {
        let number = (turn * STARTS + run) as f64;
        [-7.0 + number / 1024.0, 2.0 - number / 4096.0]
    };
    (0..STARTS).map(start).collect()
}

/// Nanoseconds for a step, and where the lanes of the last run ended.
fn natively(starts: &[[f64; 2]]) -> (f64, Vec<Point>) {
    let lane = |rate| Hyperparameters::new(Rule::Momentum).with(Key::Lr, rate);
    let lanes = RATES.map(|rate| lane(rate).with(Key::Momentum, MOMENTUM));
    // The compiler must not know the surface better than it does in the browser.
    let surface: &dyn Surface = black_box(&Ravine);
    let mut ends = Vec::new();
    let begin = Instant::now();
    for &[x, y] in starts {
        let start = black_box(Point::new(x, y));
        let run = |lane| race::run(surface, start, lane, LENGTH);
        let record: Vec<_> = black_box(lanes.iter().map(run).collect());
        ends = record
            .iter()
            .filter_map(|lane| lane.points.last().copied())
            .collect();
    }
    let taken = starts.len() * lanes.len() * LENGTH;
    (begin.elapsed().as_secs_f64() * 1e9 / taken as f64, ends)
}

/// Whoever ends elsewhere has not done the same work.
fn agree(page: &Value, native: &[Point], side: &str) {
    let page: Vec<Point> = page
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|it| {
            let (x, y) = it.as_str()?.split_once(' ')?;
            Some(Point::new(x.parse().ok()?, y.parse().ok()?))
        })
        .collect();
    assert_eq!(page, native, "{side} differ from the native run");
}
