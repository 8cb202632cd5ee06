//! The lab `batch-norm` in a browser.

use e2e::{Key, Page, part};

const FIGURE: &str = "document.querySelector('descent-widget')";

fn opened(attributes: &str) -> Page {
    let page = Page::with(&format!(
        "<descent-widget lab='batch-norm' lang='en' {attributes}></descent-widget>"
    ));
    page.wait_until(&format!("{FIGURE}.record?.recorded > 0"));
    page
}

fn lanes(page: &Page) -> String {
    page.read(&format!("{}.textContent", part(".lanes")))
}

#[test]
fn all_scales_are_computed_and_chosen_by_pointer_and_keyboard() {
    let page = opened("iterations='11'");
    // A slow machine takes a while for all of them.
    for n in [4, 8, 12, 16] {
        page.wait_until(&format!(
            "parseInt({}.textContent.split(' of the ')[1]) >= {n}",
            part(".lanes")
        ));
    }
    // The description follows once all is computed.
    page.wait_until(&format!(
        "{}.textContent.includes('Of 16 computed')",
        part("#loss-description")
    ));
    assert!(!lanes(&page).contains("σ = 0.293"), "{}", lanes(&page));

    // The third cell of the first row.
    page.click(page.place_on(&part("[data-panel='loss'] .box"), 0.65, 0.2));
    page.wait_until(&format!(
        "{}.textContent.includes('higher at σ = 0.293')",
        part(".lanes")
    ));
    assert_eq!(page.events("change"), 1);
    assert!(page.read(&format!("{FIGURE}.query")).contains("init=0.293"));
    page.wait_until(&format!("{}.value === '0.293'", part("select[id$='init']")));

    let select = part("select[id$='init']");
    page.run(&format!(
        "{select}.focus(); {select}.value = '0.0001'; \
         {select}.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    ));
    page.wait_until(&format!("{FIGURE}.query.includes('init=0.0001')"));

    // The playhead runs over both panels.
    page.run(&format!("{}.focus();", part(".scrub")));
    page.press(&[Key::Home]);
    page.wait_until(&format!("{FIGURE}.currentStep === 0"));
    page.click(page.place_on(&part("[data-panel='map'] .box"), 0.5, 0.5));
    let step: usize = page
        .read(&format!("{FIGURE}.currentStep"))
        .parse()
        .expect("a step");
    assert!((2..10).contains(&step), "{step}");
}

#[test]
fn a_locked_scale_stays() {
    let page = opened("iterations='1' lock='init'");
    page.click(page.place_on(&part("[data-panel='loss'] .box"), 0.65, 0.2));
    assert!(!page.read(&format!("{FIGURE}.query")).contains("init=0"));
    assert_eq!(page.events("change"), 0);
}
