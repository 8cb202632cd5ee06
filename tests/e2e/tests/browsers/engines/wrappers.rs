//! A figure takes the width that it is offered, in whatever stands around it, and no more.

use e2e::{Session, Site, Visited, dist};

const WIDTHS: [u32; 5] = [320, 414, 600, 768, 1024];

/// What pages put around a figure, which stands for `@`.
const WRAPPERS: [&str; 20] = [
    "<div style='display: flex'><nav style='flex: 0 0 40px'>N</nav><main style='flex: 1'>@</main></div>",
    "<div style='display: grid; grid-template-columns: 1fr'><main>@</main></div>",
    "<div style='display: grid; grid-template-columns: 40px 1fr'><nav>N</nav><main>@</main></div>",
    "<div style='display: grid'>@</div>",
    "<fieldset><legend>L</legend>@</fieldset>",
    "<table><tr><td>@</td></tr></table>",
    "<div style='display: table'><div style='display: table-cell'>@</div></div>",
    "<div style='float: left'>@</div>",
    "<div style='display: inline-block'>@</div>",
    "<div style='width: fit-content'>@</div>",
    "<div style='display: flex'>@</div>",
    "<div style='display: inline-flex'>@</div>",
    "<div style='display: flex; flex-direction: column; align-items: flex-start'>@</div>",
    "<div style='position: absolute'>@</div>",
    "<ul><li>@</li></ul>",
    "<blockquote>@</blockquote>",
    "<details open><summary>S</summary>@</details>",
    "<dl><dd>@</dd></dl>",
    "<div style='padding: 0 4%; border: 1px solid'>@</div>",
    "<section style='container-type: inline-size'>@</section>",
];

/// A page whose frame is as wide as a window can be, with a function that puts something into it.
fn open() -> (Session, Visited) {
    let notes = "<!doctype html><html lang='en'><meta charset='utf-8'><title>Notes</title>
        <link rel='icon' href='data:,'><iframe src='/frame.html' height='800' style='border: 0'></iframe>";
    let frame = "<!doctype html><html lang='en'><meta charset='utf-8'><title>Frame</title>
        <link rel='icon' href='data:,'><style>body { margin: 8px }</style>
        <body><script type='module' src='/npm/descent-widget.js'></script>";
    let site = Site::of(dist())
        .page("notes.html", notes)
        .page("frame.html", frame)
        .serve();
    let session = Session::start();
    session.open(&site.url("notes.html"));
    session.run(
        "window.frame = document.querySelector('iframe');
         window.put = (html) => {
           const { document } = frame.contentWindow;
           document.body.innerHTML = html;
           const { body, documentElement } = document;
           return [document.querySelector('.it').offsetWidth, documentElement.scrollWidth];
         };
         // Words that wrap anywhere take all the width that there is.
         window.words = `<div class='it'>${'a '.repeat(4000)}</div>`;
         window.figure = `<descent-widget class='it'></descent-widget>`;",
    );
    session.wait_until("frame.contentWindow.customElements?.get('descent-widget')");
    (session, site)
}

/// The widths of the figure and of its page, and those of words in its place.
#[track_caller]
fn measure(session: &Session, width: u32, wrapper: &str) -> [f64; 4] {
    let text = session.read(&format!(
        "(() => {{
           frame.style.width = '{width}px';
           const wrapper = `{wrapper}`;
           return [...put(wrapper.replace('@', figure)), ...put(wrapper.replace('@', words))].join(' ');
         }})()"
    ));
    let numbers: Vec<f64> = text.split(' ').filter_map(|it| it.parse().ok()).collect();
    numbers.try_into().expect("four widths")
}

#[test]
fn a_figure_takes_the_width_that_it_is_offered_in_every_wrapper() {
    let (session, _site) = open();
    for width in WIDTHS {
        for wrapper in WRAPPERS {
            let [figure, page, words, _] = measure(&session, width, wrapper);
            assert!(
                page <= f64::from(width),
                "{width}, {wrapper}: the page is {page} wide"
            );
            assert!(
                (figure - words).abs() < 2.0,
                "{width}, {wrapper}: {figure} of {words}"
            );
        }
    }
}

#[test]
fn wrappers_in_wrappers_do_not_make_a_page_wider() {
    let (session, _site) = open();
    let mut rng = fastrand::Rng::with_seed(1);
    for _ in 0..25 {
        let mut wrapper = "@".to_owned();
        for _ in 0..rng.usize(2..=4) {
            // The last one hides from those around it how wide it would like to be.
            let kind = rng.usize(..WRAPPERS.len() - 1);
            wrapper = WRAPPERS[kind].replace('@', &wrapper);
        }
        for width in WIDTHS {
            let [figure, page, words, least] = measure(&session, width, &wrapper);
            assert!(
                page <= least.max(f64::from(width)),
                "{width}, {wrapper}: the page is {page} wide"
            );
            assert!(
                (figure - words).abs() < 2.0,
                "{width}, {wrapper}: {figure} of {words}"
            );
        }
    }
}

#[test]
fn a_figure_that_is_drawn_is_as_wide_as_one_that_is_not_yet() {
    let (session, _site) = open();
    for width in [320, 768] {
        for wrapper in WRAPPERS {
            let [before, ..] = measure(&session, width, wrapper);
            session.run(&format!("put(`{wrapper}`.replace('@', figure));"));
            session.wait_until("frame.contentDocument.querySelector('.it').record");
            let after = session.read("frame.contentDocument.querySelector('.it').offsetWidth");
            assert_eq!(after, before.to_string(), "{width}, {wrapper}");
        }
    }
}
