//! The lab `search` in a browser: few short trials of a small network.

use e2e::{Engine, Key, Page, part};

const FIGURE: &str = "document.querySelector('descent-widget')";

const SMALL: &str = "units='10' iterations='5'";

/// A figure whose trials are all finished.
fn finished(attributes: &str, n: usize) -> Page {
    let page = Page::with(&format!(
        "<descent-widget lab='search' lang='en' {SMALL} trials='{n}' {attributes}></descent-widget>"
    ));
    page.wait_until(&format!("{FIGURE}.record?.recorded === {n}"));
    // The words of what was computed follow.
    page.wait_until(&format!(
        "{}.textContent.includes('{n} finished trials')",
        part("#map-description")
    ));
    page
}

fn query(page: &Page) -> String {
    page.read(&format!("{FIGURE}.query"))
}

/// The trials, as many as are finished, with their numbers.
fn record(page: &Page, of: &str) -> String {
    page.read(&format!("{FIGURE}.record.panels[0].trials{of}"))
}

/// The button with these words, in the middle of it.
fn press(page: &Page, word: &str) {
    let button = part(&format!("[data-word='{word}']"));
    page.wait_until(&format!(
        "{button}.getAttribute('aria-disabled') === 'false'"
    ));
    page.click(page.place_on(&button, 0.5, 0.5));
}

#[test]
fn trials_come_one_after_the_other_and_are_ranked() {
    let page = finished("", 6);
    assert_eq!(record(&page, ".length"), "6");
    assert_eq!(record(&page, ".every(({ finished }) => finished)"), "true");
    let is_ranked = format!(
        "(({{ panels: [{{ trials }}, {{ ranking }}] }}) => ranking
           .map((number) => trials[number - 1].accuracy)
           .every((it, rank, all) => !rank || it <= all[rank - 1]))({FIGURE}.record)"
    );
    assert_eq!(page.read(&is_ranked), "true");
    let lanes = page.read(&format!("{}.textContent", part(".lanes")));
    assert!(
        lanes.contains("Best-1") && lanes.contains("too few trials"),
        "{lanes}"
    );
    let terms = page.read(&format!("{}.textContent", part(".terms")));
    assert!(terms.contains("100 images held out"), "{terms}");
    assert_eq!(
        page.read(&format!("{}.textContent", part(".step-text"))),
        "Trial 6 / 6"
    );

    // The player goes through the trials.
    page.run(&format!("{}.focus();", part(".scrub")));
    page.press(&[Key::Home, Key::Right, Key::Right]);
    page.wait_until(&format!("{FIGURE}.currentStep === 2"));
    page.wait_until(&format!(
        "{}.textContent.includes('2 finished trials')",
        part("#map-description")
    ));
}

#[test]
fn a_search_pauses_and_goes_on_where_it_stood() {
    let page = Page::with(
        "<descent-widget lab='search' lang='en' iterations='5' trials='400'></descent-widget>",
    );
    page.wait_until(&format!("{FIGURE}.record?.recorded > 0"));
    let player = part("[data-do='play']");
    let is_playing = format!("{player}.hasAttribute('data-playing')");
    assert_eq!(page.read(&is_playing), "false", "nobody has asked it to");
    page.click(page.place_on(&player, 0.5, 0.5));
    page.wait_until(&format!("{is_playing} && {FIGURE}.currentStep > 0"));
    page.click(page.place_on(&player, 0.5, 0.5));
    page.wait_until(&format!("!{is_playing}"));
    let stands = format!("`${{{FIGURE}.currentStep}} ${{{FIGURE}.record.recorded}}`");
    let paused = page.read(&stands);
    page.wait_until("new Promise((done) => setTimeout(() => done(true), 400))");
    assert_eq!(page.read(&stands), paused, "it rests while it is paused");
    let step = page.read(&format!("{FIGURE}.currentStep"));
    page.click(page.place_on(&part("[data-do='forward']"), 0.5, 0.5));
    page.wait_until(&format!("{FIGURE}.currentStep === {step} + 1"));
}

#[test]
fn a_dot_a_cell_and_a_key_choose_a_trial() {
    let page = finished("", 6);
    let select = part("[data-place='loss'] select");
    // A cell: the second of the ranking.
    page.click(page.place_on(&part("[data-panel='loss'] .box"), 0.32, 0.2));
    let second = page.read(&format!("{FIGURE}.record.panels[1].ranking[1]"));
    page.wait_until(&format!("{FIGURE}.query.includes('trial={second}')"));
    assert_eq!(page.events("change"), 1);
    page.wait_until(&format!("{select}.value === '{second}'"));
    // What it is stands in the description, which is said after the change.
    let rate =
        "[...document.querySelector('descent-widget').shadowRoot.querySelectorAll('.lanes li')]
        .find((it) => it.textContent.startsWith('Best-2')).textContent";
    assert!(
        page.read(rate).contains("learning rate"),
        "{}",
        page.read(rate)
    );
    page.wait_until(&format!(
        "{}.textContent.includes('Best-2')",
        part("[role='status']")
    ));

    // A dot: wherever the first one lies, by the ranges that it was drawn from.
    let place = |axis: &str, low: i32, range: i32| -> f64 {
        let share =
            format!("(Math.log10({FIGURE}.record.panels[0].trials[0].{axis}) - {low}) / {range}");
        page.read(&share).parse().expect("a share")
    };
    let (x, y) = (place("learningRate", -6, 4), place("weightDecay", -8, 4));
    let panel = part("[data-panel='map'] .box");
    let size = |side: &str| -> f64 {
        page.read(&format!("{panel}.client{side}"))
            .parse()
            .expect("a size")
    };
    // The frame of the dots within the panel, as it is laid out.
    let (width, height) = (size("Width"), size("Height"));
    // Everything in a large panel is larger; the counts of the decades stand above the frame.
    let zoom = (width / 430.0).min(height / 460.0).clamp(1.0, 1.5);
    let (left, right, top, bottom) = (32.0 * zoom, 60.0 * zoom, 54.0 * zoom, 34.0 * zoom);
    let across = (left + x * (width - left - right)) / width;
    let down = (top + (1.0 - y) * (height - top - bottom)) / height;
    page.click(page.place_on(&panel, across, down));
    page.wait_until(&format!("{FIGURE}.query.includes('trial=1')"));

    // By keys: the drivers of the others open the list in a window that no key reaches.
    page.run(&format!("{select}.focus();"));
    if Engine::chosen() == Engine::Chromium {
        page.press(&[Key::Home]);
    } else {
        page.run(&format!(
            "{select}.value = ''; {select}.dispatchEvent(new Event('change', {{ bubbles: true }}));"
        ));
    }
    page.wait_until(&format!("!{FIGURE}.query.includes('trial=')"));
}

#[test]
fn the_range_narrows_by_button_and_by_drag_and_comes_back() {
    let page = finished("", 6);
    let first = record(&page, "[0].learningRate");
    press(&page, "narrowRange");
    page.wait_until(&format!("{FIGURE}.query.includes('rates=')"));
    assert_eq!(page.events("change"), 1);
    page.wait_until(&format!("{FIGURE}.record?.recorded === 6"));
    assert_ne!(record(&page, "[0].learningRate"), first);
    press(&page, "bookRange");
    page.wait_until(&format!("!{FIGURE}.query.includes('rates=')"));
    page.wait_until(&format!("{FIGURE}.record?.recorded === 6"));
    assert_eq!(record(&page, "[0].learningRate"), first);

    let panel = part("[data-panel='map'] .box");
    let from = page.place_on(&panel, 0.5, 0.2);
    let to = page.place_on(&panel, 0.8, 0.6);
    page.drag(from, to);
    page.wait_until(&format!("/rates=.*decays=/.test({FIGURE}.query)"));
    page.wait_until(&format!("{FIGURE}.record?.recorded === 6"));
    let are_within = format!(
        "(([low, high]) => {FIGURE}.record.panels[0].trials
           .every(({{ learningRate: it }}) => low <= it && it <= high))
         ({FIGURE}.getState().rates.split(' ').map(Number))"
    );
    assert_eq!(page.read(&are_within), "true");
}

#[test]
fn locked_ranges_have_no_buttons_that_do_anything() {
    let page = finished("lock='rates decays trial'", 4);
    for word in ["narrowRange", "bookRange"] {
        let button = part(&format!("[data-word='{word}']"));
        let disabled = format!("{button}.getAttribute('aria-disabled')");
        assert_eq!(page.read(&disabled), "true");
    }
    let before = query(&page);
    let panel = part("[data-panel='map'] .box");
    page.drag(
        page.place_on(&panel, 0.5, 0.2),
        page.place_on(&panel, 0.8, 0.6),
    );
    page.click(page.place_on(&part("[data-panel='loss'] .box"), 0.32, 0.2));
    assert_eq!(query(&page), before);
    assert_eq!(page.events("change"), 0);
}
