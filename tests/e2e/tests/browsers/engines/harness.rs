//! The harness itself, on a page that only repeats what is done to it.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    time::{Duration, Instant},
};

use e2e::{Engine, Key, Place, Session, Site};

const PAGE: &str = r#"<!doctype html><meta charset="utf-8"><title>한국어</title>
<body style="margin:0;height:3000px"><div id="host"></div><script>
  // Firefox' driver sees what is on `window`, and no lexical names.
  window.log = [];
  window.root = document.getElementById("host").attachShadow({ mode: "open" });
  root.innerHTML = '<input id="a"><div id="pad" style="width:400px;height:300px;touch-action:none"></div>';
  for (const type of ["pointerdown", "pointermove", "pointerup"]) {
    root.getElementById("pad").addEventListener(type, (e) => log.push([e.type, e.pointerType, e.offsetX, e.offsetY].join(" ")));
  }
  addEventListener("keydown", (e) => log.push(e.key + (e.shiftKey ? "+shift" : "")));
</script>"#;

const PAD: &str = "root.getElementById('pad')";

#[track_caller]
fn visit() -> (Session, e2e::Visited) {
    let site = Site::of(".").page("page.html", PAGE).serve();
    let session = Session::start();
    session.open(&site.url("page.html"));
    (session, site)
}

fn log(session: &Session) -> String {
    session.read("log.splice(0).join('|')")
}

#[test]
fn a_mouse_drags_a_finger_taps_and_keys_are_pressed() {
    let (session, site) = visit();
    let from = session.place_on(PAD, 0.25, 0.5);
    let to = Place {
        x: from.x + 100.0,
        y: from.y - 50.0,
    };
    session.drag(from, to);
    let dragged = log(&session);
    assert!(dragged.contains("pointerdown mouse 100 150"), "{dragged}");
    assert!(dragged.contains("pointermove mouse 140 130"), "{dragged}");
    assert!(dragged.ends_with("pointerup mouse 200 100"), "{dragged}");

    // WebKit's driver has no finger of its own: there it is the mouse that taps.
    let finger = if session.engine() == Engine::Webkit {
        "mouse"
    } else {
        "touch"
    };
    session.tap(from);
    let tapped = log(&session);
    assert!(
        tapped.contains(&format!("pointerdown {finger} 100 150")),
        "{tapped}"
    );
    assert!(
        tapped.contains(&format!("pointerup {finger} 100 150")),
        "{tapped}"
    );
    session.swipe(from, to);
    let swiped = log(&session);
    assert!(
        swiped.contains(&format!("pointermove {finger} 140 130")),
        "{swiped}"
    );

    session.run("root.getElementById('a').focus()");
    log(&session);
    session.press(&[Key::Right, Key::Home]);
    session.press_with(Key::Shift, Key::End);
    let keys = log(&session);
    assert!(
        keys.starts_with("ArrowRight|Home|Shift+shift|End+shift"),
        "{keys}"
    );
    assert_eq!(site.requests()[0], "/page.html");
}

#[test]
fn windows_frames_screenshots_and_slow_scripts_work() {
    let (session, site) = visit();
    assert!(session.screenshot().starts_with(b"\x89PNG"));
    assert_eq!(session.read("document.title"), "한국어");
    assert_eq!(
        session.read("new Promise((done) => setTimeout(done, 3000, 7))"),
        "7"
    );
    session.run(
        "const frame = document.createElement('iframe');
         frame.srcdoc = '<p id=p>inside</p>';
         document.body.append(frame);
         await new Promise((done) => { frame.onload = done; });",
    );
    session.enter_frame(0);
    assert_eq!(
        session.read("document.getElementById('p').textContent"),
        "inside"
    );
    session.leave_frame();
    session.open_window();
    session.open(&site.url("page.html"));
    session.type_text("x");
    assert_eq!(log(&session), "x");
}

#[test]
fn a_page_that_never_answers_fails_its_test_within_the_limit() {
    let (session, _site) = visit();
    let session = session.within(Duration::from_secs(4));
    let started = Instant::now();
    let asked = AssertUnwindSafe(|| session.run("while (true) {}"));
    let failure = catch_unwind(asked).expect_err("nothing can be answered");
    let said = failure.downcast_ref::<String>().expect("words");
    assert!(said.contains("has had 4s for this test"), "{said}");
    // The browser goes too, although it does not listen.
    drop(session);
    let elapsed = started.elapsed();
    assert!(elapsed < Duration::from_secs(20), "{elapsed:?}");
}
