//! The lab `regularization` in a browser.

use e2e::{Key, Page, Session, Site, dist, part};

const FIGURE: &str = "document.querySelector('descent-widget')";

fn opened(attributes: &str) -> Page {
    let page = Page::with(&format!(
        "<descent-widget lab='regularization' lang='en' {attributes}></descent-widget>"
    ));
    page.wait_until(&format!("{FIGURE}.record?.recorded > 0"));
    page
}

fn lanes(page: &Page) -> String {
    page.read(&format!("{}.textContent", part(".lanes")))
}

fn query(page: &Page) -> String {
    page.read(&format!("{FIGURE}.query"))
}

/// Types into the field of a control.
fn type_into(page: &Page, id: &str, text: &str) {
    let field = part(&format!("#field-{id}"));
    page.run(&format!("{field}.focus(); {field}.select();"));
    page.type_text(text);
    page.press(&[Key::Enter]);
}

#[test]
fn a_network_trains_with_and_one_without_and_the_gap_is_told() {
    let page = opened("iterations='7'");
    page.wait_until(&format!("{FIGURE}.record?.recorded === 7"));
    page.wait_until(&format!(
        "{}.textContent.includes('No regularization: training accuracy')",
        part(".lanes")
    ));
    assert_eq!(
        lanes(&page).matches("a gap of").count(),
        2,
        "{}",
        lanes(&page)
    );
    // A panel for each of them, with its two accuracies.
    let n = format!("{FIGURE}.record.panels.map(({{ curves }}) => curves.length)");
    assert_eq!(page.read(&n), "2,2");
    let terms = page.read(&format!("{}.textContent", part(".terms")));
    assert!(terms.contains("with a wrong label"), "{terms}");

    // A place of the second panel is a step, as one of the first.
    page.run(&format!("{}.focus();", part(".scrub")));
    page.press(&[Key::Home]);
    page.wait_until(&format!("{FIGURE}.currentStep === 0"));
    page.click(page.place_on(&part("[data-panel='loss'] .box"), 0.5, 0.5));
    page.wait_until(&format!("{FIGURE}.currentStep > 2"));
    page.click(page.place_on(&part("[data-panel='map'] .box"), 0.2, 0.5));
    page.wait_until(&format!("[1, 2].includes({FIGURE}.currentStep)"));
}

#[test]
fn settings_are_typed_and_slid_and_begin_anew() {
    let page = opened("iterations='4'");
    page.wait_until(&format!("{FIGURE}.record?.recorded === 4"));
    type_into(&page, "weight-decay", "0.05");
    page.wait_until(&format!("{FIGURE}.query.includes('weight-decay=0.05')"));
    page.wait_until(&format!("{FIGURE}.record?.recorded === 4"));
    page.wait_until(&format!(
        "{}.textContent.includes('λ = 0.05')",
        part(".lanes")
    ));

    page.run(&format!("{}.focus();", part("#control-label-noise")));
    page.press(&[Key::Home]);
    page.wait_until(&format!("{FIGURE}.query.includes('label-noise=0')"));
    page.wait_until(&format!(
        "!{}.textContent.includes('wrong label')",
        part(".terms")
    ));

    // Without any regularization one network is left.
    page.run(&format!("{}.focus();", part("#control-weight-decay")));
    page.press(&[Key::Home]);
    page.wait_until(&format!("{FIGURE}.record.panels[0].curves.length === 2"));
    assert_eq!(
        query(&page),
        "lab=regularization&lang=en&iterations=4&weight-decay=0&label-noise=0"
    );
}

#[test]
fn a_button_beside_the_pictures_sets_a_regularizer() {
    let page = opened("iterations='4'");
    let button = |value: &str| part(&format!("#control-regularizer [value='{value}']"));
    page.wait_until(&format!("{} !== null", button("dropout")));
    page.click(page.place_on(&button("dropout"), 0.5, 0.5));
    page.wait_until(&format!(
        "{}.textContent.includes('Dropout 0.1: ')",
        part(".lanes")
    ));
    assert_eq!(
        page.read(&format!("{}.ariaPressed", button("dropout"))),
        "true"
    );
    assert_eq!(
        query(&page),
        "lab=regularization&lang=en&iterations=4&weight-decay=0&dropout=0.1"
    );
}

#[test]
fn the_books_settings_are_a_preset() {
    let page = opened("preset='book-dropout' iterations='4'");
    page.wait_until(&format!("{FIGURE}.record?.recorded === 4"));
    page.wait_until(&format!(
        "{}.textContent.includes('Dropout 0.2: ')",
        part(".lanes")
    ));
    assert_eq!(query(&page), "preset=book-dropout&lang=en&iterations=4");
    let terms = page.read(&format!("{}.textContent", part(".terms")));
    assert!(
        terms.contains("SGD at 0.01") && !terms.contains("wrong"),
        "{terms}"
    );
    // What it sets is a default: without it the lab's own comes back.
    page.run(&format!("{FIGURE}.removeAttribute('preset');"));
    page.wait_until(&format!(
        "{}.textContent.includes('wrong label')",
        part(".terms")
    ));
}

#[test]
fn what_is_locked_stays() {
    let page = opened("iterations='1' lock='dropout'");
    let disabled = |id: &str| page.read(&format!("{}.disabled", part(&format!("#control-{id}"))));
    page.wait_until(&format!("{} !== null", part("#control-dropout")));
    assert_eq!(disabled("dropout"), "true");
    assert_eq!(disabled("weight-decay"), "false");
}

#[test]
fn the_core_of_the_split_build_brings_the_whole_for_a_preset_on_networks() {
    let page = r#"<!doctype html><meta charset="utf-8"><title>Notes</title>
        <link rel="icon" href="data:,"><script type="module" src="/npm/descent-widget.js"></script>
        <script>
          window.warned = [];
          console.warn = (text) => window.warned.push(text);
        </script>
        <descent-widget preset="book-overfitting" lang="en" iterations="4"></descent-widget>"#;
    let site = Site::of(dist()).page("split.html", page).serve();
    let session = Session::start();
    session.open(&site.url("split.html"));
    session.wait_until(&format!("{FIGURE}?.record?.recorded === 4"));
    let query = session.read(&format!("{FIGURE}.query"));
    assert_eq!(query, "preset=book-overfitting&lang=en&iterations=4");
    assert_eq!(session.read("window.warned.join()"), "");
}
