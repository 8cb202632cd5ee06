//! What a reader sees while a figure loads, and that nothing moves when it is there.

use std::fs;

use descent_widget::language::Language;
use e2e::{Session, Site, Visited, dist};

/// The line that the documentation gives for pages which define the element late.
const LINE: &str = "@media screen and (scripting) \
                    { descent-widget:not(:defined) { display: block; height: HEIGHT } }";

/// How far everything in sight has moved, as a browser counts it. A page hears of it afterwards too.
const SHIFT: &str = "new Promise((done) => {
    let sum = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) sum += value;
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(sum), 300);
  })";

/// Where the section below the figures is in the window.
const SECTION: &str = "document.getElementById('section').getBoundingClientRect().top";

/// Notes with two figures, and a section below them. The module comes when the page's `begin` is called.
fn notes(module: &str, (height, figures): (&str, [&str; 2])) -> Visited {
    let [one, other] = figures;
    let line = LINE.replace("HEIGHT", height);
    let prose = "<p>The gradient seldom points to the minimum.</p>".repeat(80);
    let html = format!(
        "<!doctype html><html lang='en'><meta charset='utf-8'><title>Notes</title>
         <meta name='viewport' content='width=device-width, initial-scale=1'>
         <link rel='icon' href='data:,'>
         <style>html {{ overflow-anchor: none }} {line}</style>
         <script>
           window.ready = 0;
           addEventListener('descent-ready', () => {{ window.ready += 1; }});
           window.begin = () => {{
             const script = document.createElement('script');
             Object.assign(script, {{ type: 'module', src: '/{module}' }});
             document.head.append(script);
           }};
         </script>
         <body><p>Why SGD zig-zags</p><descent-widget {one}></descent-widget><p>And Momentum does not</p>
         <descent-widget {other}></descent-widget><h2 id='section'>Questions</h2>{prose}"
    );
    Site::of(dist()).page("notes.html", &html).serve()
}

const MODULES: [&str; 2] = ["npm/descent-widget.js", "descent-widget.js"];
/// The height that the documentation gives for so many optimizers, and two figures.
const FIGURES: [(&str, [&str; 2]); 2] = [
    (
        "62rem",
        ["optimizers='sgd momentum' steps='40'", "preset='book-6-5'"],
    ),
    ("72rem", ["lang='ko'", "lang='ja' surface='rosenbrock'"]),
];

/// Lets the figures come, and waits until they have been drawn.
#[track_caller]
fn begin(session: &Session) {
    session.run("await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))); begin();");
    session.wait_until("window.ready === 2");
    session.run("await new Promise((done) => setTimeout(done, 300));");
}

/// Makes the window as wide as a phone or a desk allows; some engines have windows no narrower than 450 pixels.
#[track_caller]
fn resize(session: &Session, width: u32) {
    session.resize(width, 900);
    session.wait_until(&format!("Math.abs(innerWidth - {width}) < 150"));
}

#[track_caller]
fn number(session: &Session, expression: &str) -> f64 {
    session.read(expression).parse().unwrap_or(f64::NAN)
}

#[test]
fn a_section_below_two_figures_stays_where_it_is() {
    let session = Session::start();
    for module in MODULES {
        for figures in FIGURES {
            for width in [360, 1280] {
                resize(&session, width);
                let site = notes(module, figures);
                session.open(&site.url("notes.html#section"));
                session.wait_until(&format!("Math.abs({SECTION}) < 2"));
                begin(&session);
                let top = number(&session, SECTION);
                assert!(top.abs() < 4.0, "{module} {figures:?} {width}: {top}");
            }
        }
    }
}

#[test]
fn a_figure_keeps_the_height_that_it_has_before_the_engine_is_there() {
    let session = Session::start();
    let kinds = [
        "",
        "controls='basic'",
        "controls='none'",
        "optimizers='sgd momentum nesterov adagrad rmsprop adam'",
        "preset='book-6-3'",
        "style='--descent-settings: closed'",
        "style='height: 500px'",
    ];
    let figures: String = Language::TAGS
        .iter()
        .flat_map(|language| {
            kinds.map(|kind| format!("<descent-widget lang='{language}' {kind}></descent-widget>"))
        })
        .collect();
    let html = format!(
        "<!doctype html><meta charset='utf-8'><title>Notes</title><link rel='icon' href='data:,'>
         <body style='margin: 0'>{figures}
         <script type='module' src='/npm/descent-widget.js'></script>"
    );
    for width in [320, 360, 414, 768, 1024, 1280, 1920] {
        // The engine is held back until the figures before it have been measured.
        let site = Site::of(dist())
            .page("notes.html", &html)
            .hold("npm/descent_widget_bg.wasm.gz")
            .serve();
        session.resize(width.max(500), 900);
        session.open(&site.url("notes.html"));
        session.run(&format!("document.body.style.width = '{width}px';"));
        session.wait_until("customElements.get('descent-widget')");
        let heights = "[...document.querySelectorAll('descent-widget')].map((it) => it.offsetHeight).join(' ')";
        let before = session.read(heights);
        site.release();
        session.wait_until(
            "[...document.querySelectorAll('descent-widget')].every((it) => it.record)
             && [...document.querySelectorAll('descent-widget')].every(
                  (it) => it.shadowRoot.querySelector('slot').hidden)",
        );
        let after = session.read(heights);
        for (nth, (before, after)) in before.split(' ').zip(after.split(' ')).enumerate() {
            let [before, after] = [before, after].map(|it| it.parse::<f64>().unwrap_or(f64::NAN));
            assert!(
                (before - after).abs() <= 2.0,
                "{width}, {}, language {}: {before} → {after}",
                kinds[nth % kinds.len()],
                nth / kinds.len()
            );
        }
    }
}

#[test]
fn what_stands_inside_shows_until_the_figure_does() {
    let html =
        "<!doctype html><meta charset='utf-8'><title>Notes</title><link rel='icon' href='data:,'>
         <descent-widget><p style='height: 90px'>A picture</p></descent-widget><hr>
         <script type='module' src='/npm/descent-widget.js'></script>";
    let site = Site::of(dist())
        .page("notes.html", html)
        .hold("npm/descent_widget_bg.wasm.gz")
        .serve();
    let session = Session::start();
    session.open(&site.url("notes.html"));
    session.wait_until("customElements.get('descent-widget')");
    let fallback = "document.querySelector('descent-widget > p')";
    assert_eq!(
        session.read(&format!("{fallback}.checkVisibility()")),
        "true"
    );
    // It takes no room beside that of the figure, which is out of sight to every reader.
    let height = "document.querySelector('descent-widget').offsetHeight";
    let before = number(&session, height);
    assert!(before > 400.0, "{before}");
    assert_eq!(
        session.read("document.querySelector('descent-widget').innerText.trim()"),
        "A picture"
    );
    site.release();
    session.wait_until(&format!("!{fallback}.checkVisibility()"));
    let after = number(&session, height);
    assert!((before - after).abs() <= 2.0, "{before} → {after}");
}

#[test]
fn a_figure_that_cannot_start_gives_its_place_back() {
    let html = "<!doctype html><html lang='en'><meta charset='utf-8'><title>Notes</title><link rel='icon' href='data:,'>
         <descent-widget><p style='height: 90px'>A picture</p></descent-widget>
         <script type='module' src='/npm/descent-widget.js'></script>";
    let site = Site::of(dist())
        .policy("script-src 'self'; style-src 'self' 'unsafe-inline'")
        .page("notes.html", html)
        .serve();
    let session = Session::start();
    session.open(&site.url("notes.html"));
    let failure = "document.querySelector('descent-widget').shadowRoot?.querySelector('.failure')";
    session.wait_until(&format!("{failure}?.checkVisibility()"));
    let height = number(
        &session,
        "document.querySelector('descent-widget').offsetHeight",
    );
    assert!((90.0..260.0).contains(&height), "{height}");
}

#[test]
fn a_browser_that_cannot_unpack_gzip_is_told_to_be_too_old() {
    let page = |module: &str| {
        format!(
            "<!doctype html><html lang='en'><meta charset='utf-8'><title>Old</title>
             <link rel='icon' href='data:,'>
             <script>delete globalThis.DecompressionStream;</script>
             <script type='module' src='/{module}'></script>
             <descent-widget><b>Fallback</b></descent-widget>"
        )
    };
    let session = Session::start();
    for module in MODULES {
        let site = Site::of(dist()).page("old.html", &page(module)).serve();
        session.open(&site.url("old.html"));
        let failure =
            "document.querySelector('descent-widget').shadowRoot?.querySelector('.failure')";
        session.wait_until(&format!("{failure}?.checkVisibility()"));
        assert_eq!(
            session.read(&format!("{failure}.textContent")),
            "This figure needs a newer browser: Chrome 91, Firefox 113, Safari 16.4 or later."
        );
        assert_eq!(
            session.read("document.querySelector('b').checkVisibility()"),
            "true"
        );
    }
}

/// The single page, with its module at an address of its own: `module.js`.
fn page_apart(module: &str) -> Site {
    let page = fs::read_to_string(dist().join("descent-widget.html")).expect("the single page");
    let tag = "<script type=\"module\">";
    let (head, rest) = page.split_once(tag).expect("a module");
    let (own, tail) = rest.rsplit_once("</script>").expect("the module's end");
    let text = if module.is_empty() { own } else { module };
    Site::of(dist())
        .page(
            "page.html",
            &format!("{head}<script type=\"module\" src=\"/module.js\"></script>{tail}"),
        )
        .page("module.js", text)
        .page(
            "frames.html",
            "<!doctype html><link rel='icon' href='data:,'><title>Notes</title>",
        )
}

/// Opens the page in a frame, which does not keep a driver waiting, and gives the words on it.
#[track_caller]
fn words_in_frame(session: &Session, url: &str, sandbox: Option<&str>) -> String {
    let sandbox = sandbox.map_or(String::new(), |it| format!("frame.sandbox = '{it}';"));
    session.run(&format!(
        "const frame = document.createElement('iframe');
         {sandbox}
         Object.assign(frame, {{ src: '{url}', width: 700, height: 480 }});
         document.body.replaceChildren(frame);"
    ));
    session.wait_until(&format!("{FRAME}?.body?.innerText.trim()"));
    words(session)
}

const FRAME: &str = "document.querySelector('iframe')?.contentDocument";

#[track_caller]
fn words(session: &Session) -> String {
    // The heading is for those who listen.
    session.read(&format!(
        "{FRAME}.querySelector('descent-widget').innerText.trim()"
    ))
}

#[test]
fn the_single_page_says_that_it_loads_and_nothing_else() {
    let session = Session::start();
    for (language, loading) in [
        ("ko", "불러오는 중…"),
        ("en", "Loading…"),
        ("ja", "読み込み中…"),
    ] {
        let site = page_apart("").hold("module.js").serve();
        session.open(&site.url("frames.html"));
        let url = format!("/page.html?optimizers=sgd&lang={language}");
        assert_eq!(words_in_frame(&session, &url, None), loading);
        assert_eq!(
            session.read(&format!("{FRAME}.documentElement.lang")),
            language
        );
        site.release();
        let figure = format!("{FRAME}.querySelector('descent-widget')");
        session.wait_until(&format!("{figure}.record?.lanes.length === 1"));
        session.wait_until(&format!(
            "!{FRAME}.querySelector('.outline').checkVisibility()"
        ));
    }
}

#[test]
fn the_single_page_says_when_its_module_does_not_run() {
    let session = Session::start();
    for (language, sentence) in [
        ("ko", "이 그림을 시작할 수 없습니다."),
        ("en", "This figure could not start."),
        ("ja", "この図を開始できませんでした。"),
    ] {
        for broken in ["throw new Error('broken');", "this is no program"] {
            let site = page_apart(broken).serve();
            session.open(&site.url("frames.html"));
            words_in_frame(&session, &format!("/page.html?lang={language}"), None);
            session.wait_until(&format!(
                "{FRAME}.querySelector('.failed')?.checkVisibility()"
            ));
            assert_eq!(words(&session), sentence, "{broken}");
        }
    }
}

#[test]
fn the_single_page_asks_for_scripts_where_they_are_off() {
    let site = Site::of(dist())
        .page(
            "frames.html",
            "<!doctype html><link rel='icon' href='data:,'><title>Notes</title>",
        )
        .serve();
    let session = Session::start();
    session.open(&site.url("frames.html"));
    let url = "/descent-widget.html?lang=en";
    let shown = words_in_frame(&session, url, Some("allow-same-origin"));
    for part in ["JavaScript가", "needs JavaScript", "JavaScript が"] {
        assert!(shown.contains(part), "{shown}");
    }
    // No policy is in the way, and nothing is on its way.
    for part in ["Content-Security-Policy", "Loading"] {
        assert!(!shown.contains(part), "{shown}");
    }
}

#[test]
fn the_single_page_names_the_policy_that_forbids_its_scripts() {
    let session = Session::start();
    for policy in ["script-src 'none'", "default-src 'self'"] {
        let site = Site::of(dist())
            .policy(policy)
            .page(
                "frames.html",
                "<!doctype html><link rel='icon' href='data:,'><title>Notes</title>",
            )
            .serve();
        session.open(&site.url("descent-widget.html?lang=en"));
        let shown = session.read("document.querySelector('descent-widget').innerText");
        for part in [
            "JavaScript가",
            "needs JavaScript",
            "JavaScript が",
            "Content-Security-Policy",
        ] {
            assert!(shown.contains(part), "{policy}: {shown}");
        }
        assert!(!shown.contains("Loading"), "{policy}: {shown}");
    }
    // Scripts run, WebAssembly does not: the figure's own sentence, and nothing beside it.
    let site = Site::of(dist())
        .policy("script-src 'unsafe-inline'; style-src 'unsafe-inline'")
        .serve();
    session.open(&site.url("descent-widget.html?lang=en"));
    let failure = "document.querySelector('descent-widget').shadowRoot.querySelector('.failure')";
    session.wait_until(&format!("{failure}.checkVisibility()"));
    assert!(
        session
            .read(&format!("{failure}.textContent"))
            .contains("'wasm-unsafe-eval'")
    );
    assert_eq!(
        session.read("document.querySelector('descent-widget').innerText.trim()"),
        ""
    );
}

/// The gallery for a reader whose browser does not keep to what is read.
fn gallery() -> Visited {
    let folder = dist().join("site");
    let page = fs::read_to_string(folder.join("index.html")).expect("the gallery");
    let page = page.replace(
        "</head>",
        "<style>html { overflow-anchor: none }</style></head>",
    );
    Site::of(folder).page("gallery.html", &page).serve()
}

/// All figures of the gallery are there.
const ALL: &str = "((all) => all.length > 5 && all.every((it) => it.record))([...document.querySelectorAll('descent-widget')])";

#[test]
fn a_section_of_the_gallery_stays_where_it_is() {
    let site = gallery();
    let session = Session::start();
    for width in [360, 1280] {
        for language in ["ko", "en"] {
            resize(&session, width);
            session.open(&site.url(&format!("gallery.html?lang={language}#choice")));
            let is_new = format!("location.search.endsWith('{language}')");
            session.wait_until(&format!("{is_new} && {ALL}"));
            session.run("await new Promise((done) => setTimeout(done, 300));");
            let top = number(
                &session,
                "document.getElementById('choice').getBoundingClientRect().top",
            );
            // The page keeps 16 px above what it scrolls to.
            assert!((top - 16.0).abs() < 8.0, "{width} {language}: {top}");
        }
    }
}

/// No other engine counts how far things move.
mod chromium {
    use super::*;

    #[test]
    fn nothing_in_sight_moves_when_the_figures_come() {
        let session = Session::start();
        for module in MODULES {
            for figures in FIGURES {
                for width in [360, 1280] {
                    resize(&session, width);
                    let site = notes(module, figures);
                    session.open(&site.url("notes.html"));
                    begin(&session);
                    let shift = number(&session, SHIFT);
                    assert!(shift < 0.05, "{module} {figures:?} {width}: {shift}");
                }
            }
        }
    }

    #[test]
    fn nothing_moves_in_or_around_frames() {
        let html = "<!doctype html><html lang='en'><meta charset='utf-8'><title>Notes</title><link rel='icon' href='data:,'>
             <meta name='viewport' content='width=device-width, initial-scale=1'>
             <iframe src='/descent-widget.html?lang=en' width='100%' height='480'></iframe><p>Words</p>
             <iframe src='/descent-widget.html?preset=book-6-5' width='100%' height='480'></iframe><p>Words</p>";
        let site = Site::of(dist()).page("notes.html", html).serve();
        let session = Session::start();
        for width in [360, 1280] {
            resize(&session, width);
            session.open(&site.url("notes.html"));
            session.wait_until(
                "[0, 1].every((it) => frames[it].document.querySelector('descent-widget')?.record)",
            );
            let around = number(&session, SHIFT);
            assert!(around < 0.05, "{width}: {around}");
            for index in 0..2 {
                session.enter_frame(index);
                let inside = number(&session, SHIFT);
                session.leave_frame();
                assert!(inside < 0.05, "{width}, frame {index}: {inside}");
            }
        }
    }

    #[test]
    fn nothing_in_sight_moves_while_the_gallery_loads() {
        let site = gallery();
        let session = Session::start();
        for width in [360, 1280] {
            for language in ["ko", "ja"] {
                resize(&session, width);
                session.open(&site.url(&format!("gallery.html?lang={language}")));
                let is_new = format!("location.search.endsWith('{language}')");
                session.wait_until(&format!("{is_new} && {ALL}"));
                let shift = number(&session, SHIFT);
                assert!(shift < 0.05, "{width} {language}: {shift}");
            }
        }
    }
}
