//! The lab `weight-init` in a browser.

use e2e::{Key, Page, part};

const FIGURE: &str = "document.querySelector('descent-widget')";

fn opened(attributes: &str) -> Page {
    let page = Page::with(&format!(
        "<descent-widget lab='weight-init' lang='en' {attributes}></descent-widget>"
    ));
    page.wait_until(&format!("{FIGURE}.record?.recorded > 0"));
    page
}

fn record(page: &Page, what: &str) -> String {
    page.read(&format!("{FIGURE}.record.{what}"))
}

#[test]
fn histograms_and_losses_come_pause_and_follow_the_controls() {
    let page = opened("iterations='10'");
    page.wait_until(&format!("{FIGURE}.record?.recorded === 10"));
    assert_eq!(record(&page, "panels[0].rows.length"), "4");
    assert_eq!(
        record(&page, "panels[0].rows[3].layers[4].counts.length"),
        "30"
    );
    assert_eq!(record(&page, "panels[1].curves.length"), "4");
    page.wait_until(&format!(
        "{}.children.length === 4 && {}.textContent.includes('standard deviation')",
        part(".lanes"),
        part(".lanes")
    ));

    // Scrubbing by the keys of the slider and by a click on the losses.
    page.run(&format!("{}.focus();", part(".scrub")));
    page.press(&[Key::Home]);
    page.wait_until(&format!("{FIGURE}.currentStep === 0"));
    let losses = part("[data-panel='loss'] .box");
    page.run(&format!("{losses}.scrollIntoView({{ block: 'center' }});"));
    page.click(page.place_on(&losses, 0.4, 0.5));
    let step: usize = page
        .read(&format!("{FIGURE}.currentStep"))
        .parse()
        .expect("a step");
    assert!((1..10).contains(&step), "{step}");

    // Another activation by the keyboard.
    let select = part("select[id$='activation']");
    page.wait_until(&format!("!!{select}"));
    page.run(&format!(
        "{}.open = true; {select}.scrollIntoView(); {select}.focus();",
        part(".settings")
    ));
    page.run(&format!(
        "{select}.value = 'relu'; {select}.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    ));
    page.wait_until(&format!("{FIGURE}.record.panels[0].name.includes('ReLU')"));
    page.wait_until(&format!(
        "{FIGURE}.record.panels[0].rows[3].layers[4]?.above > 0"
    ));
    assert!(page.events("change") >= 1);

    // One of the four goes by a click.
    let checkbox = part("input[id$='init.0']");
    page.run(&format!(
        "{checkbox}.scrollIntoView({{ block: 'center' }});"
    ));
    page.click(page.place_on(&checkbox, 0.5, 0.5));
    page.wait_until(&format!("{FIGURE}.record.panels[0].rows.length === 3"));
}

#[test]
fn a_slider_beside_the_pictures_moves_the_first_row() {
    let page = opened("iterations='2'");
    page.wait_until(&format!("{FIGURE}.record?.recorded === 2"));
    let slider = part("[id='control-init.std']");
    page.run(&format!("{slider}.focus();"));
    page.press(&[Key::Left]);
    page.wait_until(&format!("{FIGURE}.query.includes('init=0.95')"));
    page.wait_until(&format!(
        "{FIGURE}.record.panels[0].rows[0].name.includes('0.95')"
    ));
    page.wait_until(&format!(
        "{FIGURE}.record.panels[0].rows[0].layers.length === 5"
    ));
    let said = format!(
        "{}.textContent.includes('vanishing gradient')",
        part(".lanes")
    );
    page.wait_until(&said);
}

#[test]
fn pausing_stops_the_training_and_going_on_finishes_it() {
    let page = opened("iterations='4000'");
    page.run(&format!("{FIGURE}.pause();"));
    let paused: usize = record(&page, "recorded").parse().expect("a number");
    assert!(paused < 4000, "{paused}");
    page.wait_until("new Promise((done) => setTimeout(() => done(true), 400))");
    let later: usize = record(&page, "recorded").parse().expect("a number");
    assert!(later <= paused + 1, "{paused} {later}");
    page.run(&format!("{FIGURE}.seek({});", later + 5));
    page.wait_until(&format!("{FIGURE}.record?.recorded === {later} + 5"));
    page.wait_until("new Promise((done) => setTimeout(() => done(true), 400))");
    assert_eq!(record(&page, "recorded"), (later + 5).to_string());
}
