//! The single page in a frame tells how high it would like to be, in the forms that parents know.

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
<iframe name="race" src="/descent-widget.html?lang=en" title="A figure" width="700" height="480"
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
