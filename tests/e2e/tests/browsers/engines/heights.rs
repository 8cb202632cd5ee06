//! The single page in a frame tells how high it would like to be, in the forms that parents know.

use descent_widget::language::Language;
use e2e::{Session, Site, dist};

/// A parent that does with messages what learning platforms do.
const PARENT: &str = r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Notes</title>
<link rel="icon" href="data:,">
<script>
  window.told = [];
  addEventListener("message", ({ data, source }) => {
    window.told.push(data);
    const frame = document.querySelector("iframe");
    if (window.speaksH5p && data.context === "h5p") {
      const answer = (action) => source.postMessage({ context: "h5p", action }, "*");
      if (data.action === "hello") answer("hello");
      if (data.action === "prepareResize") {
        frame.style.height = `${data.clientHeight}px`;
        answer("resizePrepared");
      }
      if (data.action === "resize") frame.style.height = `${data.scrollHeight}px`;
    }
  });
</script>
<iframe name="race" src="/descent-widget.html?lang=en" title="A figure" width="500" height="480"
        sandbox="allow-scripts"></iframe>"#;

#[track_caller]
fn open(parent: &str) -> (Session, e2e::Visited) {
    let site = Site::of(dist()).page("notes.html", parent).serve();
    let session = Session::start();
    session.open(&site.url("notes.html"));
    (session, site)
}

#[test]
fn a_frame_tells_its_height_and_its_name() {
    let (session, _site) = open(PARENT);
    session.wait_until("told.some(({ subject }) => subject === 'lti.frameResize')");
    let own = "told.filter(({ type }) => type === 'descent-widget:resize')";
    session.wait_until(&format!("{own}.length > 0"));
    assert_eq!(session.read(&format!("{own}[0].id")), "race");
    let height = |session: &Session| -> f64 {
        let text = session.read(&format!("{own}.at(-1).height"));
        text.parse().unwrap_or_default()
    };
    let first = height(&session);
    assert!((400.0..2000.0).contains(&first), "{first}");

    // A lesson that opens makes it higher, and one that closes lower again.
    session.enter_frame(0);
    let figure = "document.querySelector('descent-widget')";
    session.run(&format!("{figure}.setAttribute('lessons', 'rule');"));
    session.leave_frame();
    session.wait_until(&format!("{own}.at(-1).height > {first} + 40"));
    session.enter_frame(0);
    session.run(&format!("{figure}.removeAttribute('lessons');"));
    session.leave_frame();
    session.wait_until(&format!("Math.abs({own}.at(-1).height - {first}) < 30"));
}

#[test]
fn a_parent_that_speaks_h5p_gives_the_height() {
    let (session, _site) = open(&PARENT.replace(
        "window.told = [];",
        "window.told = []; window.speaksH5p = true;",
    ));
    session.wait_until("told.some(({ action }) => action === 'resize')");
    let asked = "told.filter(({ type }) => type === 'descent-widget:resize').at(-1).height";
    session.wait_until(&format!(
        "Math.abs(document.querySelector('iframe').clientHeight - {asked}) < 2"
    ));
}

#[test]
fn a_page_of_its_own_tells_nobody() {
    let site = Site::of(dist()).serve();
    let session = Session::start();
    session.open(&site.url("descent-widget.html"));
    session.run("window.told = 0; addEventListener('message', () => { window.told += 1; });");
    session.wait_until("document.querySelector('descent-widget')?.record?.lanes.length === 4");
    session.run("await new Promise((done) => setTimeout(done, 200));");
    assert_eq!(session.read("window.told"), "0");
}

/// The height of a part of the figure in a frame of the recommended height.
#[track_caller]
fn check_frame(width: u32, query: &str, least: [f64; 2], is_whole: bool) {
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Notes</title>
         <link rel=\"icon\" href=\"data:,\">
         <iframe src=\"/descent-widget.html?{query}\" title=\"A figure\" width=\"{width}\"
                 height=\"560\" style=\"border: 0\"></iframe>"
    );
    let (session, _site) = open(&page);
    session.enter_frame(0);
    session.wait_until("document.querySelector('descent-widget')?.record?.lanes.length === 4");
    let part = |selector: &str| {
        format!("document.querySelector('descent-widget').shadowRoot.querySelector(\"{selector}\")")
    };
    if query.contains("lessons=") {
        session.wait_until(&part(
            ".lesson:not([hidden]) .lesson-body:not([data-loading])",
        ));
    }
    let number = |code: &str| -> f64 { session.read(code).parse().unwrap_or_default() };
    let second = match query.contains("lessons=") {
        true => ".lessons",
        false => "[data-panel='loss'] .stage",
    };
    for (panel, least) in ["[data-panel='map'] .stage", second].into_iter().zip(least) {
        let stage = part(panel);
        let height = number(&format!("{stage}.clientHeight"));
        assert!(height >= least, "{width} {query}: {panel} {height}");
    }
    let root = part(".root");
    let over = number(&format!("{root}.scrollHeight - {root}.clientHeight"));
    assert_eq!(over <= 0.0, is_whole, "{width} {query}: {over}");
    // Without scrolling a reader sees the plots and plays.
    if !query.contains("lessons=") {
        let end = number(&format!(
            "{}.getBoundingClientRect().bottom",
            part(".scrub")
        ));
        assert!(end <= 560.0, "{width} {query}: {end}");
    }
}

#[test]
fn in_a_frame_of_the_recommended_height_the_plots_can_be_read() {
    for language in Language::TAGS {
        check_frame(360, &format!("lang={language}"), [307.0, 120.0], false);
        check_frame(400, &format!("lang={language}"), [308.0, 120.0], false);
        check_frame(700, &format!("lang={language}"), [308.0, 307.0], false);
        check_frame(768, &format!("lang={language}"), [307.0, 307.0], false);
        check_frame(1280, &format!("lang={language}"), [307.0, 307.0], false);
    }
    check_frame(360, "lessons=rule", [200.0, 200.0], false);
    check_frame(768, "lessons=rule", [307.0, 300.0], false);
    check_frame(768, "view=space&lang=ja", [239.0, 239.0], false);
}

#[test]
fn a_figure_without_drawers_still_fits_into_a_low_frame() {
    for language in Language::TAGS {
        let query = format!("controls=basic&lang={language}");
        check_frame(768, &query, [120.0, 120.0], true);
        check_frame(1280, &query, [200.0, 200.0], true);
    }
}
