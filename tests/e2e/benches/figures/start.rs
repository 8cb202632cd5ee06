//! How long a reader waits for the first path.

use e2e::{Site, dist};

use crate::{
    chromium,
    stats::median,
    table::{Row, Section},
    watch,
};

/// Browsers that are started for each page.
const VISITS: usize = 9;

/// The least that a page with a script can take.
const EMPTY: &str = r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title>
    <link rel="icon" href="data:,"><script type="module">
      document.dispatchEvent(new Event("descent-ready"));
    </script>"#;

pub(crate) fn section() -> Section {
    let element = r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>One</title>
        <link rel="icon" href="data:,"><script type="module" src="/descent-widget.js"></script>
        <descent-widget></descent-widget>"#;
    let site = Site::of(dist())
        .isolated()
        .page("empty.html", EMPTY)
        .page("element.html", element)
        .page("split.html", &element.replace("/descent", "/npm/descent"))
        .serve();
    let pages = [
        ("page with only a script", "empty.html"),
        ("gallery, its first figure (split build)", "site/index.html"),
        ("single page, descent-widget.html", "descent-widget.html"),
        ("one element, split build", "split.html"),
        ("one element, descent-widget.js", "element.html"),
    ];
    let mut times = pages.map(|_| Vec::new());
    // All pages in turn, so that a busy minute of the machine spoils all alike.
    for _ in 0..VISITS {
        for ((_, path), times) in pages.iter().zip(&mut times) {
            times.push(visit(&site.url(path)));
        }
    }
    let [floor, figures @ ..] = times.map(|it| median(&it));
    let named = pages[1..].iter().zip(figures);
    let rows = named.map(|((name, _), time)| {
        Row::new(*name, time, "ms").beside("page with only a script", floor)
    });
    Section::new(
        "From navigation to the first path",
        format!(
            "Until `descent-ready`, when the first figure of the page is drawn; a new browser with \
             an empty profile for every visit, medians of {VISITS}, from this machine: a network \
             comes on top."
        ),
        rows.collect(),
    )
}

/// Milliseconds until the first figure of a page is ready in a browser that knows nothing.
fn visit(url: &str) -> f64 {
    let session = chromium();
    watch(&session);
    session.open(url);
    session.wait_until("window.watch.ready.length > 0");
    let time = session.read("window.watch.ready[0]");
    time.parse().expect("a page tells a time")
}
