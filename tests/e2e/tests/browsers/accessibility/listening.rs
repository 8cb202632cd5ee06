//! What a screen reader meets, and what it reads out by itself.

use std::{thread, time::Duration};

use e2e::{Engine, Key, Page, part};
use serde_json::{Value, json};

use super::{LANGUAGES, notes, open_everything};

/// Longer than the half second for which nothing may happen before something is said.
const QUIET: Duration = Duration::from_millis(900);

#[track_caller]
fn said(page: &Page) -> usize {
    page.read("window.said.length")
        .parse()
        .expect("a length is a number")
}

/// Chromium's tree of what a screen reader is told: role, name and description of all nodes.
#[track_caller]
fn tree(page: &Page) -> Vec<(String, String, String)> {
    let tree = page.devtools("Accessibility.getFullAXTree", json!({}));
    let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value["value"].as_str().unwrap_or_default().to_owned();
    nodes
        .iter()
        .filter(|node| node["ignored"] != true)
        .map(|node| {
            (
                text(&node["role"]),
                text(&node["name"]),
                text(&node["description"]),
            )
        })
        .collect()
}

#[test]
fn every_control_and_every_picture_has_a_name() {
    let page = notes("");
    page.run("await show('');");
    if page.engine() == Engine::Chromium {
        let nodes = tree(&page);
        let described = nodes
            .iter()
            .filter(|it| it.0 == "image" && !it.2.is_empty());
        assert_eq!(described.count(), 2, "the map and the losses");
    }
    for &language in LANGUAGES {
        page.run(&format!("figure().lang = '{language}';"));
        open_everything(&page);
        assert_eq!(page.read("namelessCanvases()"), "", "{language}");
        assert_eq!(page.read("namelessGroups()"), "", "{language}");
        assert_eq!(page.read("doubleNames()"), "", "{language}");
        if page.engine() != Engine::Chromium {
            continue;
        }
        let nodes = tree(&page);
        let of = |role: &'static str| nodes.iter().filter(move |node| node.0 == role);
        for (_, name, _) in of("image").chain(of("img")) {
            assert!(!name.is_empty(), "{language}: a picture without a name");
        }
        let described = of("image").chain(of("img")).filter(|it| !it.2.is_empty());
        // The map; the sentences of lessons are the names of their pictures.
        assert!(
            described.count() >= 1,
            "{language}: pictures without descriptions"
        );
        assert_eq!(of("Canvas").count() + of("canvas").count(), 0);
        for role in [
            "button",
            "checkbox",
            "combobox",
            "DisclosureTriangle",
            "link",
            "listbox",
            "radio",
            "slider",
            "spinbutton",
            "switch",
            "tab",
            "table",
            "textbox",
        ] {
            for (_, name, _) in of(role) {
                assert!(
                    !name.trim().is_empty(),
                    "{language}: a {role} without a name"
                );
            }
        }
        assert!(of("slider").count() >= 10);
    }
}

#[test]
fn there_is_one_polite_live_region() {
    let page = notes("");
    open_everything(&page);
    let regions = page.read(
        "[...root().querySelectorAll('[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], output')]
           .filter((it) => it.getAttribute('aria-live') !== 'off')
           .map((it) => `${it.localName} ${it.getAttribute('aria-live')}`).join()",
    );
    assert_eq!(regions, "p polite");
}

#[test]
fn playing_says_one_sentence_at_its_end() {
    let page = notes("lang=en");
    page.run("await show('speed=20'); listen();");
    page.click(page.place_on(&part("[data-do='play']"), 0.5, 0.5));
    page.wait_until("figure().currentStep > 10 && figure().currentStep < 30");
    assert_eq!(said(&page), 0);
    page.wait_until("figure().currentStep === 30");
    thread::sleep(QUIET);
    assert_eq!(said(&page), 1);
    let sentence = page.read("window.said[0]");
    assert!(
        sentence.contains("30") && sentence.contains("SGD"),
        "{sentence}"
    );
}

#[test]
fn the_descriptions_follow_the_playhead() {
    let page = notes("lang=en");
    let description = "inside().getElementById('loss-description').textContent";
    let end = page.read(description);
    page.run("await show('step=3');");
    assert_ne!(page.read(description), end);
    // Nor do they stay behind when it has played to the end.
    page.run("figure().query = 'speed=50'; figure().seek(20); figure().play();");
    page.wait_until("figure().currentStep === 30 && window.pendingFrames.size === 0");
    assert_eq!(page.read(description), end);
}

#[test]
fn a_drag_says_one_sentence_after_it() {
    let page = notes("lang=en");
    page.run("listen();");
    let map = part("[data-panel='map'] .box");
    let (from, to) = (page.place_on(&map, 0.3, 0.3), page.place_on(&map, 0.7, 0.6));
    page.press_and_move(from, to);
    page.press_and_move(to, from);
    assert_eq!(said(&page), 0);
    page.release();
    page.wait_until("window.said.length > 0");
    thread::sleep(QUIET);
    assert_eq!(said(&page), 1);
}

#[test]
fn held_keys_say_one_sentence_after_them() {
    let page = notes("lang=en");
    page.run("listen(); inside().querySelector('.scrub').focus();");
    page.press(&[Key::Left; 12]);
    page.wait_until("window.said.length > 0");
    thread::sleep(QUIET);
    assert_eq!(said(&page), 1);
    let sentence = page.read("window.said[0]");
    assert!(sentence.contains("18"), "{sentence}");
}

#[test]
fn what_is_wrong_is_said() {
    let page = notes("lang=en");
    page.run("await show('surface=formula'); listen(); inside().getElementById('control-formula').focus();");
    page.press(&[Key::End]);
    page.type_text("+sin(");
    thread::sleep(QUIET);
    assert_eq!(said(&page), 1);
    let problem = page.read("inside().getElementById('control-formula-problem').textContent");
    assert_eq!(page.read("window.said[0]"), problem);
}
