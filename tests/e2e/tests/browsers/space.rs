//! The view in space is turned, and a guess is marked, by the gestures of a person.

use e2e::{Key, Page, part};

const FIGURE: &str = "document.querySelector('descent-widget')";

fn map() -> String {
    part("[data-panel='map'] .box")
}

#[track_caller]
fn turn(page: &Page) -> [f64; 2] {
    let text = page.read(&format!("{FIGURE}.turn"));
    let numbers: Vec<f64> = text.split(' ').filter_map(|it| it.parse().ok()).collect();
    numbers.try_into().expect("a turn has two numbers")
}

/// A figure in space, once the engine that can show it has come.
#[track_caller]
fn in_space(attributes: &str) -> Page {
    let page = Page::with(&format!(
        "<descent-widget view='space' {attributes}></descent-widget>"
    ));
    page.wait_until(&format!("{}?.hidden === false", part(".orbit-controls")));
    page
}

/// A figure that asks where SGD is after five steps.
#[track_caller]
fn asking() -> Page {
    let page = Page::with("<descent-widget lessons='data predict' predict='5'></descent-widget>");
    page.wait_until(&format!(
        "{}?.isConnected",
        part("[data-word='predictTell']")
    ));
    page
}

#[track_caller]
fn press(page: &Page, word: &str) {
    page.click(page.place_on(&part(&format!("[data-word='{word}']")), 0.5, 0.5));
}

fn told() -> String {
    format!("{}.textContent", part(".said"))
}

#[test]
fn a_drag_turns_the_view_and_leaves_the_start_where_it_is() {
    let page = in_space("");
    assert_eq!(turn(&page), [60.0, 42.0]);
    let from = page.place_on(&map(), 0.4, 0.5);
    let to = page.place_on(&map(), 0.6, 0.6);
    page.drag(from, to);
    let [azimuth, elevation] = turn(&page);
    assert!(azimuth > 70.0 && elevation > 44.0, "{azimuth} {elevation}");
    assert_eq!(
        page.read(&format!("{FIGURE}.record.start.join(' ')")),
        "-7 2"
    );
    assert_eq!(page.events("change"), 1);
}

#[test]
fn escape_turns_the_view_back() {
    let page = in_space("");
    let from = page.place_on(&map(), 0.4, 0.5);
    page.press_and_move(from, page.place_on(&map(), 0.7, 0.5));
    assert_ne!(turn(&page), [60.0, 42.0]);
    page.press(&[Key::Escape]);
    assert_eq!(turn(&page), [60.0, 42.0]);
    page.release();
}

#[test]
fn arrow_keys_and_buttons_turn_the_view() {
    let page = in_space("");
    page.run(&format!("{}.focus();", map()));
    page.press(&[Key::Right, Key::Down]);
    assert_eq!(turn(&page), [70.0, 47.0]);
    press_label(&page, "turnLeft");
    press_label(&page, "lookUp");
    assert_eq!(turn(&page), [60.0, 42.0]);
}

#[track_caller]
fn press_label(page: &Page, word: &str) {
    page.click(page.place_on(
        &part(&format!(".orbit-controls [data-label='{word}']")),
        0.5,
        0.5,
    ));
}

#[test]
fn the_choice_above_the_map_leads_to_space_and_back() {
    let page = Page::with("<descent-widget></descent-widget>");
    let choose = |view: &str| {
        page.run(&format!(
            "const select = {}; select.value = '{view}';
             select.dispatchEvent(new Event('change', {{ bubbles: true }}));",
            part("[data-place='map'] select")
        ));
    };
    choose("space");
    page.wait_until(&format!("{}?.hidden === false", part(".orbit-controls")));
    let name = page.read(&format!("{}.getAttribute('aria-label')", map()));
    assert!(name.contains("3-D"), "{name}");
    assert_eq!(page.read(&format!("{}.tabIndex", map())), "0");
    choose("map");
    page.wait_until(&format!("{}.hidden", part(".orbit-controls")));
    assert_eq!(page.read(&format!("{}.getAttribute('role')", map())), "img");
}

#[test]
fn a_click_marks_a_guess_and_the_answer_tells_how_far_it_was() {
    let page = asking();
    let lane = format!("{}.rows.length", part("[data-lesson='data'] table"));
    page.wait_until(&format!("{lane} === 2"));
    page.click(page.place_on(&map(), 0.3, 0.3));
    page.wait_until(&format!("{}.includes('Your guess')", told()));
    assert_eq!(
        page.read(&format!("{FIGURE}.record.start.join(' ')")),
        "-7 2"
    );
    assert!(!page.read(&told()).contains("Distance"));
    press(&page, "predictTell");
    page.wait_until(&format!("{}.includes('Distance')", told()));
    page.wait_until(&format!("{lane} === 32"));
    assert_eq!(page.read(&format!("{FIGURE}.currentStep")), "5");
    press(&page, "predictAgain");
    page.wait_until(&format!("{lane} === 2"));
}

#[test]
fn a_guess_is_typed_and_told_by_keys_alone() {
    let page = asking();
    let labelled = |word: &str| {
        format!(
            "{}.nextElementSibling",
            part(&format!("[data-word='{word}']"))
        )
    };
    page.run(&format!("{}.focus();", labelled("guessX")));
    page.type_text("-4");
    page.press(&[Key::Tab]);
    page.type_text("1.5");
    page.press(&[Key::Tab]);
    page.wait_until(&format!("{}.includes('1.5')", told()));
    page.press(&[Key::Enter]);
    page.wait_until(&format!("{}.includes('Distance')", told()));
}
