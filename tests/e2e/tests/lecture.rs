//! What a lecturer prepares: links in the prose, locks, presets.

use e2e::{Key, Page, Place, part};

const NOTES: &str = "
    <p><a id='first' href='#f' data-descent='?optimizers=adam'>the next figure</a></p>
    <descent-widget id='f'></descent-widget>
    <p><a id='named' href='#f' data-descent='f?preset=book-6-5&start=3 1'>Momentum</a>
       <a id='faster' href='#f' data-descent='f?optimizers=sgd:lr=1.02'>η = 1.02</a>
       <a id='plain' href='#elsewhere'>elsewhere</a></p>
    <div style='height: 300vh'></div>
    <p><a id='far' href='#f' data-descent='f?steps=7'>seven steps</a></p>";

#[track_caller]
fn query(page: &Page) -> String {
    page.read("document.querySelector('descent-widget').query")
}

#[track_caller]
fn click(page: &Page, id: &str) {
    let at = page.place_on(&format!("document.getElementById('{id}')"), 0.5, 0.5);
    page.click(at);
}

#[test]
fn links_in_the_prose_set_figures_up() {
    let page = Page::with(NOTES);
    click(&page, "first");
    assert_eq!(query(&page), "optimizers=adam");
    assert_eq!(page.events("change"), 1);
    click(&page, "named");
    assert_eq!(query(&page), "preset=book-6-5&start=3%201");
    page.run("document.getElementById('faster').focus();");
    page.press(&[Key::Enter]);
    assert_eq!(
        query(&page),
        "preset=book-6-5&optimizers=sgd:lr=1.02&start=3%201"
    );
    // The page's address and its other links are left alone.
    assert_eq!(page.read("location.hash"), "");
    page.run("document.getElementById('plain').click();");
    page.wait_until("location.hash === '#elsewhere'");
}

#[test]
fn a_link_scrolls_to_its_figure_only_where_that_is_out_of_sight() {
    let page = Page::with(NOTES);
    page.run(
        "document.getElementById('named').scrollIntoView({ block: 'end', behavior: 'instant' });",
    );
    let before = page.read("scrollY");
    page.run("document.getElementById('named').click();");
    page.run("await new Promise((done) => setTimeout(done, 500));");
    assert_eq!(page.read("scrollY"), before);

    click(&page, "far");
    assert_eq!(query(&page), "preset=book-6-5&start=3%201&steps=7");
    page.wait_until("document.getElementById('f').getBoundingClientRect().bottom > 0");
}

#[test]
fn a_click_that_asks_for_a_new_tab_is_the_browsers() {
    let page = Page::with(NOTES);
    let prevented = page.read(
        "(() => {
           const link = document.getElementById('named');
           const event = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ctrlKey: true });
           // What the browser would do now is not for this test.
           window.addEventListener('click', (late) => { window.seen = late.defaultPrevented; late.preventDefault(); }, { once: true });
           link.dispatchEvent(event);
           return window.seen;
         })()",
    );
    assert_eq!(prevented, "false");
    assert_eq!(query(&page), "");
}

#[test]
fn what_is_locked_resists_pointer_finger_and_keys() {
    let page = Page::with(
        "<descent-widget lock='start optimizers' style='width: 900px'></descent-widget>",
    );
    let map = part("[data-panel='map'] .box");
    let on = |across, down| page.place_on(&map, across, down);
    page.drag(on(0.3, 0.3), on(0.7, 0.6));
    page.click(on(0.5, 0.5));
    page.tap(on(0.6, 0.4));
    assert_eq!(query(&page), "lock=optimizers%20start");
    assert_eq!(page.events("input"), 0);
    for id in [
        "control-start.x",
        "field-start.y",
        "control-lane.0",
        "control-lane.0.lr",
    ] {
        let control = part(&format!("[id='{id}']"));
        assert_eq!(page.read(&format!("{control}.disabled")), "true", "{id}");
    }
    // Steps and the player move on.
    let steps = part("[id='control-steps']");
    assert_eq!(page.read(&format!("{steps}.disabled")), "false");
    let loss: Place = page.place_on(&part("[data-panel='loss'] .box"), 0.5, 0.5);
    page.click(loss);
    assert!(query(&page).contains("step="), "{}", query(&page));
    // A script of the page may do what its reader may not.
    page.run("document.querySelector('descent-widget').start = '1 1';");
    assert!(query(&page).contains("start=1%201"), "{}", query(&page));
}

#[test]
fn a_preset_takes_what_the_other_attributes_say_on_top() {
    let page = Page::with("<descent-widget start='-3 1' preset='book-6-3'></descent-widget>");
    assert_eq!(query(&page), "preset=book-6-3&start=-3%201");
    page.run("document.querySelector('descent-widget').preset = 'book-6-7';");
    assert_eq!(query(&page), "preset=book-6-7&start=-3%201");
    page.run("document.querySelector('descent-widget').removeAttribute('preset');");
    assert_eq!(query(&page), "start=-3%201");
}
