//! How long a reader waits for the first path, and what a start leaves in memory.

use e2e::{Session, Site, Visited, dist};
use serde_json::{Value, json};

use crate::{
    chromium,
    stats::median,
    table::{Row, Section},
    watch,
};

/// Browsers that are started for each page under each condition.
const VISITS: usize = 7;

/// How many times the split build a single file may take where no line is in between.
const BUDGET: f64 = 1.6;

/// What a start may leave beside the engine's own memory, in MiB.
const MEMORY_BUDGET: f64 = 4.0;

/// The least that a page with a script can take.
const EMPTY: &str = r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title>
    <link rel="icon" href="data:,"><script type="module">
      document.dispatchEvent(new Event("descent-ready"));
    </script>"#;

const ELEMENT: &str = r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>One</title>
    <link rel="icon" href="data:,"><script type="module" src="/descent-widget.js"></script>
    <descent-widget></descent-widget>"#;

/// The forms of the figure; the first is what the others are compared with.
const FORMS: [(&str, &str); 3] = [
    ("split build", "split.html"),
    ("descent-widget.js", "element.html"),
    ("descent-widget.html", "descent-widget.html"),
];

/// What slows a visit down.
struct Condition {
    what: &'static str,
    /// By how much Chromium slows the processor down.
    throttle: u32,
    /// The line to the server, in Mbit/s and milliseconds there and back.
    line: Option<(f64, u32)>,
}

const CONDITIONS: [Condition; 4] = [
    Condition {
        what: "processor at full speed",
        throttle: 1,
        line: None,
    },
    Condition {
        what: "processor at a quarter",
        throttle: 4,
        line: None,
    },
    Condition {
        what: "line of 10 Mbit/s, 40 ms",
        throttle: 1,
        line: Some((10.0, 40)),
    },
    Condition {
        what: "line of 1.6 Mbit/s, 150 ms",
        throttle: 1,
        line: Some((1.6, 150)),
    },
];

pub(crate) fn sections() -> [Section; 2] {
    let version = env!("CARGO_PKG_VERSION");
    let site = Site::of(dist().join("release").join(version))
        .isolated()
        .compressed()
        .page("empty.html", EMPTY)
        .page("element.html", ELEMENT)
        .page("split.html", &ELEMENT.replace("/descent", "/split/descent"))
        .serve();
    let mut rows = Vec::new();
    for condition in &CONDITIONS {
        rows.extend(times(&site, condition));
    }
    let time = Section::new(
        "From navigation to the first path",
        format!(
            "Until `descent-ready`, when the figure is drawn; a new browser with an empty profile \
             for every visit, medians of {VISITS}, all forms in turn. Files come as gzip. Budget \
             for the single files at both speeds: {BUDGET} × the split build."
        ),
        rows,
    );
    let memory = Section::new(
        "Memory after a start",
        "Scripts' heap and array buffers after a garbage collection, without the engine's own \
         memory and without what a page with only a script has; medians of the same visits.",
        left_behind(&site),
    );
    [time, memory]
}

fn times(site: &Visited, condition: &Condition) -> Vec<Row> {
    let mut times = FORMS.map(|_| Vec::new());
    // In turn, so that a busy minute of the machine spoils all alike.
    for _ in 0..VISITS {
        for ((_, path), times) in FORMS.iter().zip(&mut times) {
            let session = visit(&site.url(path), condition);
            times.push(number(&session, "window.watch.ready[0]"));
        }
    }
    let [split, ..] = &times;
    let split = median(split);
    let rows = FORMS.iter().zip(&times).enumerate();
    rows.map(|(nth, ((name, _), times))| {
        let row = Row::new(format!("{}: {name}", condition.what), median(times), "ms");
        if nth == 0 {
            row
        } else {
            row.beside("split build", split)
        }
    })
    .collect()
}

fn left_behind(site: &Visited) -> Vec<Row> {
    const MIB: f64 = 1024.0 * 1024.0;
    let [condition, ..] = &CONDITIONS;
    let measure = |path: &str| {
        let samples: Vec<_> = (0..VISITS)
            .map(|_| {
                let session = visit(&site.url(path), condition);
                let engine = number(&session, "window.watch.memory?.buffer.byteLength ?? 0");
                (held(&session) - engine) / MIB
            })
            .collect();
        median(&samples)
    };
    let empty = measure("empty.html");
    FORMS
        .iter()
        .map(|(name, path)| {
            Row::new(*name, measure(path) - empty, "MiB").beside("budget", MEMORY_BUDGET)
        })
        .collect()
}

/// Bytes that scripts hold once the garbage is collected.
fn held(session: &Session) -> f64 {
    for _ in 0..2 {
        session.devtools("HeapProfiler.collectGarbage", json!({}));
    }
    let usage = session.devtools("Runtime.getHeapUsage", json!({}));
    let part = |name: &str| usage.get(name).and_then(Value::as_f64).unwrap_or_default();
    part("usedSize") + part("backingStorageSize")
}

/// Opens a page in a browser that knows nothing, and waits for its first figure.
fn visit(url: &str, condition: &Condition) -> Session {
    let session = chromium();
    watch(&session);
    session.devtools(
        "Emulation.setCPUThrottlingRate",
        json!({ "rate": condition.throttle }),
    );
    if let Some((megabits, latency)) = condition.line {
        let bytes = megabits * 1e6 / 8.0;
        session.devtools("Network.enable", json!({}));
        session.devtools(
            "Network.emulateNetworkConditions",
            json!({
                "offline": false,
                "latency": latency,
                "downloadThroughput": bytes,
                "uploadThroughput": bytes,
            }),
        );
    }
    session.open(url);
    session.wait_until("window.watch.ready.length > 0");
    session
}

fn number(session: &Session, expression: &str) -> f64 {
    let text = session.read(expression);
    text.parse()
        .unwrap_or_else(|_| panic!("{expression} is {text}"))
}
