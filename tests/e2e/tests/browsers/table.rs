//! The table of numbers, in a browser: it goes with the playhead and the lane.

use e2e::{Page, part};

const FIGURE: &str = "document.querySelector('descent-widget')";

const TABLE: &str =
    "document.querySelector('descent-widget').shadowRoot.querySelector('[data-lesson=data] table')";

fn opened(attributes: &str) -> Page {
    let page = Page::with(&format!(
        "<descent-widget lessons='data' steps='300' {attributes}></descent-widget>"
    ));
    page.wait_until(&format!("{TABLE}?.tBodies[0]?.rows.length > 0"));
    page
}

/// The step of the marked row, once it is that one.
#[track_caller]
fn check_marked(page: &Page, step: usize) {
    page.wait_until(&format!(
        "[...{TABLE}.querySelectorAll('tr[aria-current=step]')]
           .map((it) => it.cells[0].textContent).join() === '{step}'"
    ));
}

/// Whether the marked row can be seen within the part that scrolls.
fn is_seen(page: &Page) -> String {
    page.read(&format!(
        "(() => {{
           const row = {TABLE}.querySelector('tr[aria-current]').getBoundingClientRect();
           const box = {TABLE}.parentElement.getBoundingClientRect();
           const head = {TABLE}.tHead.getBoundingClientRect();
           return row.top >= head.bottom - 1 && row.bottom <= box.bottom + 1;
         }})()"
    ))
}

#[test]
fn the_table_shows_the_step_that_the_picture_shows() {
    let page = opened("step='145' lane='2'");
    check_marked(&page, 145);
    assert_eq!(is_seen(&page), "true");
    let value = page.read(&format!(
        "Math.abs(Number({TABLE}.querySelector('tr[aria-current]').cells[1].textContent.replace('−', '-'))
           / {FIGURE}.record.lanes[1].x[145] - 1) < 1e-3"
    ));
    assert_eq!(value, "true");

    let forward = page.place_on(&part("[data-do='forward']"), 0.5, 0.5);
    for step in 146..=150 {
        page.click(forward);
        check_marked(&page, step);
        assert_eq!(is_seen(&page), "true", "{step}");
    }
    page.run(&format!("{FIGURE}.seek(10);"));
    check_marked(&page, 10);
    assert_eq!(is_seen(&page), "true");
    let weight = "getComputedStyle(TABLE.querySelector('tr[aria-current] td')).fontWeight";
    assert_eq!(page.read(&weight.replace("TABLE", TABLE)), "700");
}

#[test]
fn a_reader_who_turns_pages_stays_there() {
    let page = opened("step='20'");
    check_marked(&page, 20);
    let next = part("[data-lesson='data'] [data-page='1']");
    page.run(&format!("{next}.focus(); {next}.click();"));
    let first = format!("{TABLE}.tBodies[0].rows[0].cells[0].textContent");
    page.wait_until(&format!("{first} === '50'"));
    page.run(&format!("{TABLE}.parentElement.scrollTop = 60;"));
    let scrolled = "scrollY + ' ' + TABLE.parentElement.scrollTop".replace("TABLE", TABLE);
    let before = page.read(&scrolled);
    page.run(&format!("{FIGURE}.seek(30);"));
    page.wait_until(&format!("{FIGURE}.currentStep === 30"));
    page.run(
        "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));",
    );
    assert_eq!(page.read(&first), "50");
    assert_eq!(page.read(&scrolled), before);
    let focus = format!("{FIGURE}.shadowRoot.activeElement === {next}");
    assert_eq!(page.read(&focus), "true");

    // Back at the shown step they go on with it.
    page.run(&format!(
        "{}.click();",
        part("[data-lesson='data'] [data-page='-1']")
    ));
    check_marked(&page, 30);
    page.run(&format!("{FIGURE}.seek(230);"));
    check_marked(&page, 230);
}

#[test]
fn a_reader_who_scrolls_stays_there() {
    let page = opened("step='2'");
    check_marked(&page, 2);
    page.run(&format!("{TABLE}.parentElement.scrollTop = 400;"));
    page.run(&format!("{FIGURE}.seek(3);"));
    check_marked(&page, 3);
    let scrolled = format!("{TABLE}.parentElement.scrollTop");
    assert_eq!(page.read(&scrolled), "400");
}

#[test]
fn the_table_is_that_of_the_chosen_lane() {
    let page = opened("lane='3'");
    let caption = format!("{TABLE}.caption.textContent");
    page.wait_until(&format!("{caption}.startsWith('AdaGrad')"));
    let label = part("[data-lesson='data'] .lane-choice");
    assert!(
        page.read(&format!("{label}.innerText"))
            .contains("Optimizer")
    );
    page.run(&format!("{FIGURE}.lane = 2;"));
    page.wait_until(&format!("{caption}.startsWith('Momentum')"));
    page.run(&format!(
        "const select = {label}.querySelector('select');
         select.selectedIndex = 3;
         select.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    ));
    page.wait_until(&format!("{caption}.startsWith('Adam')"));
    assert_eq!(page.read(&format!("{FIGURE}.lane")), "4");
}
