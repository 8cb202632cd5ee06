//! Sliders by mouse, finger and keys.

use e2e::{Key, Page, Place, part};

const RATE: &str = "[id='control-lane.0.lr']";
const FIELD: &str = "[id='field-lane.0.lr']";

#[track_caller]
fn rate(page: &Page) -> String {
    page.run("await new Promise(requestAnimationFrame);");
    page.read(&format!("{}.value", part(FIELD)))
}

#[track_caller]
fn type_rate(page: &Page, text: &str) {
    page.run(&format!(
        "const field = {};
         field.value = '{text}';
         field.dispatchEvent(new Event('input'));
         field.dispatchEvent(new Event('change'));
         await new Promise(requestAnimationFrame);",
        part(FIELD)
    ));
}

#[test]
fn a_rate_of_1_02_is_set_by_keys_mouse_and_finger() {
    let page = Page::with(
        "<div style='width: 640px'><descent-widget optimizers='sgd' lang='en'></descent-widget></div>",
    );
    let slider = part(RATE);
    page.run(&format!("{slider}.focus();"));
    page.press(&[Key::Right; 7]);
    page.wait_until(&format!("{}.value === '1.02'", part(FIELD)));
    // Where the middle of the thumb is then.
    let share = page.read(&format!("{slider}.value / {slider}.max"));
    let share: f64 = share.parse().expect("a number");
    let place = |page: &Page| -> Place {
        let width = page.read(&format!("{slider}.offsetWidth"));
        let width: f64 = width.parse().expect("a number");
        page.place_on(&slider, (12.0 + share * (width - 24.0)) / width, 0.5)
    };
    type_rate(&page, "0.5");
    assert_eq!(rate(&page), "0.5");
    page.click(place(&page));
    assert_eq!(rate(&page), "1.02");
    type_rate(&page, "0.5");
    page.tap(place(&page));
    page.wait_until(&format!("{}.value === '1.02'", part(FIELD)));
}

#[test]
fn the_arrow_keys_move_a_rate_through_its_range_and_back_to_what_was_typed() {
    let page = Page::with(
        "<descent-widget optimizers='sgd:lr=2' lang='en' style='width: 640px'></descent-widget>",
    );
    let slider = part(RATE);
    page.run(&format!("{slider}.focus();"));
    let mut before = 2.0;
    for _ in 0..20 {
        page.press(&[Key::Left]);
        let now: f64 = rate(&page).parse().expect("a rate");
        assert!(now < before, "{now} after {before}");
        before = now;
    }
    type_rate(&page, "0.9537");
    page.run(&format!("{slider}.focus();"));
    page.press(&[Key::Right]);
    assert_eq!(rate(&page), "0.96");
    page.press(&[Key::Left]);
    assert_eq!(rate(&page), "0.9537");
    // A number beyond the slider is kept, and the slider stands at its end.
    type_rate(&page, "50");
    assert_eq!(rate(&page), "50");
    assert_eq!(
        page.read(&format!("{slider}.value === {slider}.max")),
        "true"
    );
}
