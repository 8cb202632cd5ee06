//! The places that a figure must live in: policies, sandboxes, files, wrong servers.

use e2e::{Options, Page, Session, Site, dist};

const FIGURE: &str = "document.querySelector('descent-widget')";
const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src data:; connect-src 'self'";

#[track_caller]
fn assert_it_runs(session: &Session) {
    session.wait_until(&format!("{FIGURE}?.record?.lanes.length > 0"));
    session.wait_until(&format!(
        "{FIGURE}.shadowRoot.querySelector('canvas').width > 0"
    ));
}

#[track_caller]
fn lanes(session: &Session) -> String {
    session.read(&format!(
        "{FIGURE}.record.lanes.map(({{ name }}) => name).join(' ')"
    ))
}

#[test]
fn the_module_runs_under_a_strict_policy() {
    let page = Page::on(
        Site::of(dist()).policy(STRICT),
        Options::default(),
        "<descent-widget></descent-widget>",
    );
    assert_it_runs(&page);
    // Styles have come through too: the panels have a size.
    let height = page.read(&format!(
        "{FIGURE}.shadowRoot.querySelector('[data-panel=map] .box').clientHeight > 100"
    ));
    assert_eq!(height, "true");
}

#[test]
fn networks_train_under_a_strict_policy() {
    let page = Page::on(
        Site::of(dist()).policy(STRICT),
        Options::default(),
        "<descent-widget lab='training' iterations='8'></descent-widget>",
    );
    page.wait_until(&format!("{FIGURE}?.record?.recorded === 8"));
    let mut requests = page.site().requests();
    requests.retain(|it| it.contains("descent"));
    assert_eq!(requests, ["/descent-widget.js"]);
}

#[test]
fn the_split_build_runs_under_a_strict_policy_and_from_a_server_that_does_not_know_wasm() {
    let site = Site::of(dist().join("npm"))
        .policy(STRICT)
        .without_wasm_type();
    let page = Page::on(
        site,
        Options::default(),
        "<descent-widget></descent-widget>",
    );
    assert_it_runs(&page);
    let requests = page.site().requests();
    let wasm = requests
        .iter()
        .filter(|it| it.ends_with(".wasm.gz"))
        .count();
    assert_eq!(wasm, 1, "{requests:?}");
}

/// Notes in this language with a picture inside the element, and a server that forbids something.
fn forbidding(policy: &'static str, language: &str, module: &str) -> e2e::Visited {
    Site::of(dist())
        .policy(policy)
        .page(
            "notes.html",
            &format!(
                "<!doctype html><html lang='{language}'><link rel='icon' href='data:,'>
                 <descent-widget><img alt='A picture' src=\"data:image/svg+xml,
                   %3Csvg xmlns='http://www.w3.org/2000/svg' width='60' height='40'/%3E\"></descent-widget>
                 <script type='module' src='/{module}'></script>"
            ),
        )
        .serve()
}

#[track_caller]
fn assert_the_picture_shows(session: &Session) {
    let picture = "document.querySelector('descent-widget > img')";
    session.wait_until(&format!("{picture}.complete"));
    assert_eq!(
        session.read(&format!(
            "(({{ clientWidth: width, clientHeight: height }}) => `${{width}} × ${{height}}`)({picture})"
        )),
        "60 × 40"
    );
    assert_eq!(
        session.read(&format!("{picture}.checkVisibility()")),
        "true"
    );
}

#[test]
fn a_policy_without_wasm_leaves_the_picture_and_names_the_directive() {
    let session = Session::start();
    for module in ["descent-widget.js", "npm/descent-widget.js"] {
        for (language, word) in [("ko", "이 페이지의"), ("en", "page's"), ("ja", "ページの")]
        {
            let site = forbidding(
                "script-src 'self'; img-src data:; connect-src 'self'",
                language,
                module,
            );
            session.open(&site.url("notes.html"));
            let failure = format!("{FIGURE}.shadowRoot?.querySelector('.failure')");
            session.wait_until(&format!("{failure} && !{failure}.hidden"));
            assert_eq!(
                session.read(&format!("{failure}.checkVisibility()")),
                "true"
            );
            let sentence = session.read(&format!("{failure}.textContent"));
            for part in [
                word,
                "Content-Security-Policy",
                "script-src",
                "'wasm-unsafe-eval'",
            ] {
                assert!(sentence.contains(part), "{module}: {sentence}");
            }
            assert_the_picture_shows(&session);
        }
    }
}

#[test]
fn a_policy_without_scripts_leaves_the_picture() {
    let session = Session::start();
    let site = forbidding(
        "script-src 'none'; img-src data:",
        "en",
        "descent-widget.js",
    );
    session.open(&site.url("notes.html"));
    assert_the_picture_shows(&session);
    // Nothing of ours has run.
    assert_eq!(
        session.read("customElements.get('descent-widget') === undefined"),
        "true"
    );
    assert_eq!(session.read(&format!("{FIGURE}.shadowRoot")), "null");
}

#[test]
fn the_single_page_says_what_a_policy_without_scripts_keeps_from_it() {
    let site = Site::of(dist()).policy("script-src 'none'").serve();
    let session = Session::start();
    session.open(&site.url("descent-widget.html"));
    let shown = session.read("document.body.innerText");
    for part in [
        "JavaScript가",
        "needs JavaScript",
        "JavaScript が",
        "Content-Security-Policy",
        "script-src",
    ] {
        assert!(shown.contains(part), "{shown}");
    }
}

#[test]
fn the_single_page_runs_from_a_file() {
    let session = Session::start();
    let file = dist().join("descent-widget.html");
    session.open(&format!(
        "file://{}?optimizers=sgd:lr=0.5%20adam&lang=ja",
        file.display()
    ));
    assert_it_runs(&session);
    assert_eq!(lanes(&session), "sgd adam");
    session.wait_until("document.documentElement.lang === 'ja'");
    assert_eq!(
        session.read("performance.getEntriesByType('resource').length"),
        "0"
    );
}

#[test]
fn the_single_page_runs_in_a_sandbox() {
    let site = Site::of(dist())
        .page(
            "notes.html",
            "<!doctype html><iframe sandbox='allow-scripts' width='900' height='600'
               src='/descent-widget.html?optimizers=momentum'></iframe>",
        )
        .serve();
    let session = Session::start();
    session.open(&site.url("notes.html"));
    session.enter_frame(0);
    assert_it_runs(&session);
    assert_eq!(lanes(&session), "momentum");
    assert_eq!(session.read("self.origin"), "null");
}

#[test]
fn the_module_runs_in_a_sandbox() {
    // A module of an opaque origin needs the server's leave, whatever is in it.
    let site = Site::of(dist())
        .for_any_origin()
        .page(
            "inner.html",
            "<!doctype html><descent-widget optimizers='nesterov'></descent-widget>
             <script type='module' src='/descent-widget.js'></script>",
        )
        .page(
            "notes.html",
            "<!doctype html><iframe sandbox='allow-scripts' width='900' height='600' src='/inner.html'></iframe>",
        )
        .serve();
    let session = Session::start();
    session.open(&site.url("notes.html"));
    session.enter_frame(0);
    assert_it_runs(&session);
    assert_eq!(lanes(&session), "nesterov");
    assert_eq!(session.read("self.origin"), "null");
}

#[test]
fn the_module_runs_when_it_is_imported_from_a_blob() {
    let page = Page::with("");
    page.run(
        "const text = await (await fetch('/descent-widget.js')).text();
         const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
         const script = document.createElement('script');
         script.type = 'module';
         script.textContent = `import widget from '${url}'; window.widget = widget;`;
         document.head.append(script);",
    );
    page.wait_until("window.widget");
    page.run("window.cleanUp = widget.render({ model: { get() {} }, el: document.body });");
    assert_it_runs(&page);
    page.run("window.cleanUp();");
    assert_eq!(page.read(&format!("{FIGURE} === null")), "true");
}

#[test]
fn the_gallery_asks_for_nothing_but_its_own_files() {
    let site = Site::of(dist().join("site")).serve();
    let session = Session::start();
    session.open(&site.url("index.html?lang=en"));
    assert_it_runs(&session);
    // One figure has a lesson open, which needs the full build.
    session.wait_until(
        "performance.getEntriesByType('resource').some(({ name }) => name.includes('lessons_bg'))",
    );
    let mut requests = site.requests();
    requests.sort();
    assert_eq!(
        requests,
        [
            "/descent-widget-lessons.js",
            "/descent_widget_bg.wasm.gz",
            "/descent_widget_lessons_bg.wasm.gz",
            "/gallery.css",
            "/gallery.js",
            "/index.html?lang=en"
        ]
    );
    let elsewhere = session.read(
        "performance.getEntriesByType('resource')
           .filter(({ name }) => !name.startsWith(location.origin) && !name.startsWith('data:'))
           .map(({ name }) => name).join(' ')",
    );
    assert_eq!(elsewhere, "");
    assert_eq!(
        session.read("document.cookie + localStorage.length + sessionStorage.length"),
        "00"
    );
}

#[test]
fn the_module_asks_for_nothing_at_all() {
    let page = Page::with("<descent-widget></descent-widget>");
    assert_it_runs(&page);
    let mut requests = page.site().requests();
    requests.sort();
    assert_eq!(
        requests,
        ["/api.js", "/descent-widget.js", "/log.js", "/notes.html"]
    );
}

/// What the console of a page was told, which an early script of it keeps.
const KEPT: &str = "<script>
    window.told = [];
    console.error = (...words) => window.told.push(words.join(' '));
    window.problems = [];
    addEventListener('error', ({ message }) => window.problems.push(message));
    addEventListener('descent-error', ({ detail }) => window.problems.push(`told: ${detail.message}`));
  </script>";

/// Two figures with pictures inside cannot start: the pictures stay, and the console has the reason once.
#[track_caller]
fn assert_the_pictures_stay(session: &Session, reason: &str) {
    session.wait_until("window.told.length > 0");
    let pictures = "[...document.querySelectorAll('descent-widget > b')]";
    session.wait_until(&format!(
        "{pictures}.every((it) => it.checkVisibility() && it.offsetHeight > 0)"
    ));
    session.run("await new Promise((done) => setTimeout(done, 200));");
    assert_eq!(session.read("window.told.length"), "1");
    let told = session.read("window.told[0]");
    assert!(
        told.contains("descent-widget") && told.contains(reason),
        "{told}"
    );
    assert_eq!(
        session.read("window.problems.join('|')"),
        "told: This figure could not start.|told: This figure could not start."
    );
    assert_eq!(session.read(&format!("{pictures}.length")), "2");
    // The figure has no place of its own beside them.
    let height: f64 = session
        .read(&format!("{FIGURE}.offsetHeight"))
        .parse()
        .unwrap_or_default();
    assert!((10.0..200.0).contains(&height), "{height}");
}

const PICTURES: &str = "<descent-widget><b>A picture</b></descent-widget><descent-widget><b>Another</b></descent-widget>";

#[test]
fn without_a_canvas_the_picture_stays() {
    let session = Session::start();
    for module in ["descent-widget.js", "npm/descent-widget.js"] {
        let html = format!(
            "<!doctype html><html lang='en'><meta charset='utf-8'><title>Notes</title><link rel='icon' href='data:,'>{KEPT}
             <script>HTMLCanvasElement.prototype.getContext = () => null;</script>
             <body>{PICTURES}<script type='module' src='/{module}'></script>"
        );
        let site = Site::of(dist()).page("notes.html", &html).serve();
        session.open(&site.url("notes.html"));
        assert_the_pictures_stay(&session, "2-D canvas");
    }
}

#[test]
fn what_the_browser_refuses_while_the_figure_is_made_leaves_the_picture() {
    let session = Session::start();
    for refusal in [
        "DOMParser.prototype.parseFromString = () => { throw new TypeError('refused'); };",
        "CSSStyleSheet.prototype.replaceSync = () => { throw new TypeError('refused'); };",
        "Element.prototype.attachShadow = () => { throw new TypeError('refused'); };",
        "Document.prototype.importNode = () => { throw new TypeError('refused'); };",
    ] {
        let html = format!(
            "<!doctype html><html lang='en'><meta charset='utf-8'><title>Notes</title><link rel='icon' href='data:,'>{KEPT}
             <script>{refusal}</script><body>{PICTURES}<script type='module' src='/descent-widget.js'></script>"
        );
        let site = Site::of(dist()).page("notes.html", &html).serve();
        session.open(&site.url("notes.html"));
        assert_the_pictures_stay(&session, "refused");
    }
}

#[test]
fn a_page_of_xml_has_its_figure() {
    let html = "<html xmlns='http://www.w3.org/1999/xhtml' lang='en'><head><title>Notes</title><link rel='icon' href='data:,'/></head>
        <body><descent-widget lessons='rule'><b>A picture</b></descent-widget>
        <script>import('/descent-widget.js');</script></body></html>";
    let site = Site::of(dist()).page("notes.xhtml", html).serve();
    let session = Session::start();
    session.open(&site.url("notes.xhtml"));
    assert_eq!(
        session.read("document.contentType"),
        "application/xhtml+xml"
    );
    assert_it_runs(&session);
    session.wait_until(&format!(
        "{FIGURE}.shadowRoot.querySelector('.lesson:not([hidden]) .lesson-body:not([data-loading])')"
    ));
}

/// A page may allow no policy but its own, and then has no markup from anyone else.
mod chromium {
    use super::*;

    #[test]
    fn where_trusted_types_forbid_the_markup_the_picture_stays() {
        let html = format!(
            "<!doctype html><html lang='en'><meta charset='utf-8'><title>Notes</title><link rel='icon' href='data:,'>{KEPT}
             <body>{PICTURES}<script type='module' src='/descent-widget.js'></script>"
        );
        let session = Session::start();
        for policy in [
            "require-trusted-types-for 'script'; trusted-types default",
            "require-trusted-types-for 'script'; trusted-types 'none'",
        ] {
            let site = Site::of(dist())
                .policy(policy)
                .page("notes.html", &html)
                .serve();
            session.open(&site.url("notes.html"));
            assert_the_pictures_stay(&session, "trusted-types descent-widget");
        }
    }
}
