//! The lessons of the lab `training`, by hand: pictures with what networks say of them, and the
//! loop that trains them.

use e2e::{Key, Page, part};

const FIGURE: &str = "document.querySelector('descent-widget')";

/// A figure whose record is whole.
fn opened(attributes: &str, n: usize) -> Page {
    let page = Page::with(&format!(
        "<descent-widget lab='training' lang='en' iterations='{n}' {attributes}></descent-widget>"
    ));
    page.wait_until(&format!("{FIGURE}.record?.recorded === {n}"));
    page
}

fn click(page: &Page, selector: &str) {
    page.run(&format!(
        "{}.scrollIntoView({{ block: 'center' }});",
        part(selector)
    ));
    page.click(page.place_on(&part(selector), 0.5, 0.5));
}

fn text(page: &Page, selector: &str) -> String {
    page.read(&format!("{}.textContent", part(selector)))
}

#[track_caller]
fn wait_for_text(page: &Page, selector: &str, wanted: &str) {
    page.wait_until(&format!(
        "{}?.textContent.includes({wanted:?})",
        part(selector)
    ));
}

const BATCH: &str = "[aria-labelledby='pictures-now']";
const MISTAKES: &str = "[aria-labelledby='pictures-wrong']";

/// How many pixels of a canvas are dark, which in a light picture is ink.
fn ink(page: &Page, section: &str, canvas: &str) -> usize {
    let count = format!(
        "(() => {{
           const canvas = {};
           const {{ width, height }} = canvas;
           const {{ data }} = canvas.getContext('2d').getImageData(0, 0, width, height);
           let n = 0;
           for (let at = 0; at < data.length; at += 4) n += data[at + 3] > 200 && data[at] < 90;
           return n;
         }})()",
        part(&format!("{section} {canvas}"))
    );
    page.read(&count).parse().expect("a count is a number")
}

#[test]
fn a_reader_opens_the_mini_batch_and_sees_what_each_network_makes_of_it() {
    let page = opened(
        "batch='40' theme='light' units='20' optimizers='sgd adam'",
        101,
    );
    click(&page, "[data-tab='batch']");
    wait_for_text(&page, BATCH, "Iteration 101, SGD:");
    assert!(text(&page, BATCH).contains("of 40 correct"));
    assert!(ink(&page, BATCH, ".pixels") > 400);
    // A screen reader gets the sentence and what is wrong in words.
    let name = page.read(&format!(
        "{}.getAttribute('aria-label')",
        part(&format!("{BATCH} [role='img']"))
    ));
    assert!(
        name.contains("SGD") && name.contains("1–40 of 40"),
        "{name}"
    );
    let count = "[...LIST.children].map((it) => Number(it.textContent.split(': ')[1])).reduce((a, b) => a + b, 0)";
    let listed = page.read(&count.replace("LIST", &part(&format!("{MISTAKES} .confusions"))));
    assert!(
        text(&page, MISTAKES).contains(&format!("{listed} of 360 test images misclassified")),
        "{listed}: {}",
        text(&page, MISTAKES)
    );
    // Frames are on the canvas above, thick ones around what is wrong.
    let marks = ink(&page, BATCH, "canvas:not(.pixels)");
    let wrong = text(&page, BATCH);
    page.run(&format!(
        "const select = {}; select.focus(); select.value = 'Adam';
         select.dispatchEvent(new Event('change', {{ bubbles: true }}));",
        part("[data-lesson='batch'] select")
    ));
    wait_for_text(&page, BATCH, "Iteration 101, Adam:");
    assert_ne!(text(&page, BATCH), wrong);
    assert_ne!(ink(&page, BATCH, "canvas:not(.pixels)"), marks);
    let query = page.read(&format!("{FIGURE}.query"));
    assert!(
        query.contains("lessons=batch") && query.contains("lane=2"),
        "{query}"
    );
    // Another iteration, another mini-batch; before the first there is none.
    page.run(&format!("{}.focus();", part(".scrub")));
    page.press(&[Key::Left]);
    wait_for_text(&page, BATCH, "Iteration 100, Adam:");
    wait_for_text(&page, MISTAKES, "measured at iteration 100");
    page.press(&[Key::Home]);
    wait_for_text(&page, BATCH, "no mini-batch has been chosen");
    wait_for_text(&page, MISTAKES, "every 100 iterations");
    assert_eq!(
        page.read(&format!(
            "{}.checkVisibility()",
            part(&format!("{BATCH} canvas"))
        )),
        "false"
    );
}

#[test]
fn a_long_mini_batch_comes_a_page_at_a_time_by_keys() {
    let page = opened("batch='250' optimizers='adam' lessons='batch'", 3);
    let turned = format!("{BATCH} .page-text");
    wait_for_text(&page, &turned, "Images 1–100 of 250");
    page.run(&format!(
        "{}.focus();",
        part(&format!("{BATCH} [data-page='1']"))
    ));
    page.press(&[Key::Enter]);
    wait_for_text(&page, &turned, "Images 101–200 of 250");
    page.press(&[Key::Enter]);
    wait_for_text(&page, &turned, "Images 201–250 of 250");
    // There is no further one, and the focus stays.
    page.press(&[Key::Enter]);
    assert_eq!(text(&page, &turned), "Images 201–250 of 250");
    page.run(&format!(
        "{}.focus();",
        part(&format!("{BATCH} [data-page='-1']"))
    ));
    page.press(&[Key::Enter]);
    wait_for_text(&page, &turned, "Images 101–200 of 250");
    // Nothing is wider than a phone.
    page.run("document.body.style.inlineSize = '320px';");
    let sticks_out = format!(
        "(() => {{
           const root = {FIGURE}.shadowRoot;
           const edge = root.querySelector('.lesson-body').getBoundingClientRect().right;
           return [...root.querySelectorAll('.pictures')].some((it) => it.getBoundingClientRect().right > edge);
         }})()"
    );
    page.wait_until(&format!("!{sticks_out}"));
}

/// The marked lines of the program.
fn marked(page: &Page) -> String {
    page.read(&format!(
        "[...{FIGURE}.shadowRoot.querySelectorAll('[data-lesson=loop] .listing [aria-current]')]
           .map((it) => it.textContent.trim()).join('|')"
    ))
}

fn variable(page: &Page, name: &str) -> String {
    page.read(&format!(
        "[...{FIGURE}.shadowRoot.querySelectorAll('[data-lesson=loop] .variables tbody tr')]
           .find((it) => it.cells[0].textContent === {name:?})?.cells[1].textContent ?? ''"
    ))
}

#[test]
fn the_loop_goes_line_by_line_and_on_to_the_next_iteration() {
    let page = opened("optimizers='momentum'", 8);
    click(&page, "[data-tab='loop']");
    wait_for_text(
        &page,
        "[data-lesson='loop'] .rule-caption",
        "Momentum, iteration 8",
    );
    assert_eq!(variable(&page, "i"), "7");
    assert_eq!(marked(&page).split('|').count(), 8);
    page.run(&format!("{}.focus();", part(".scrub")));
    page.press(&[Key::Home]);
    wait_for_text(&page, "[data-lesson='loop'] .rule-caption", "Iteration 0");
    assert!(marked(&page).contains("optimizer = Momentum(lr=0.01, momentum=0.9)"));
    // The first line of the first iteration, then the choice of the mini-batch …
    let forth = part("[data-lesson='loop'] [data-word='programLineForward']");
    page.run(&format!("{forth}.focus();"));
    page.press(&[Key::Enter]);
    page.wait_until(&format!("{FIGURE}.currentStep === 1"));
    wait_for_text(
        &page,
        "[data-lesson='loop'] .rule-caption",
        "iteration 1, line 1 / 8",
    );
    assert_eq!(marked(&page), "for i in range(8):");
    page.press(&[Key::Enter]);
    wait_for_text(&page, "[data-lesson='loop'] .rule-caption", "line 2 / 8");
    assert!(marked(&page).contains("np.random.choice(1437, 128)"));
    assert!(variable(&page, "indices").ends_with("(128,)"));
    // … and after the last line the next iteration.
    for line in 3..=8 {
        page.press(&[Key::Enter]);
        wait_for_text(
            &page,
            "[data-lesson='loop'] .rule-caption",
            &format!("line {line} / 8"),
        );
    }
    assert!(text(&page, ".loop-gain").contains("before the update"));
    page.press(&[Key::Enter]);
    page.wait_until(&format!("{FIGURE}.currentStep === 2"));
    wait_for_text(
        &page,
        "[data-lesson='loop'] .rule-caption",
        "iteration 2, line 1 / 8",
    );
    click(&page, "[data-lesson='loop'] [data-word='programLineBack']");
    wait_for_text(
        &page,
        "[data-lesson='loop'] .rule-caption",
        "iteration 1, line 8 / 8",
    );
    click(&page, "[data-lesson='loop'] [data-word='loopWhole']");
    wait_for_text(&page, "[data-lesson='loop'] .rule-caption", "in turn");
    // The player moves it on, an iteration at a time.
    click(&page, "[data-do='forward']");
    wait_for_text(&page, "[data-lesson='loop'] .rule-caption", "iteration 2:");
    assert_eq!(variable(&page, "i"), "1");
}

#[test]
fn the_next_iteration_is_trained_when_its_first_line_is_asked_for() {
    let page = Page::with(
        "<descent-widget lab='training' lang='en' iterations='50' step='4' lessons='loop' \
         optimizers='sgd'></descent-widget>",
    );
    page.wait_until(&format!("{FIGURE}.record?.recorded === 4"));
    wait_for_text(&page, "[data-lesson='loop'] .rule-caption", "iteration 4:");
    let back = "[data-lesson='loop'] [data-word='programLineBack']";
    let forth = "[data-lesson='loop'] [data-word='programLineForward']";
    click(&page, back);
    wait_for_text(&page, "[data-lesson='loop'] .rule-caption", "line 8 / 8");
    click(&page, forth);
    wait_for_text(
        &page,
        "[data-lesson='loop'] .rule-caption",
        "iteration 5, line 1 / 8",
    );
    assert_eq!(marked(&page), "for i in range(50):");
}

#[test]
fn each_experiment_has_its_own_lessons() {
    let page = opened("", 2);
    let offered = format!(
        "[...{FIGURE}.shadowRoot.querySelectorAll('[data-tab], [data-opens]')]
           .map((it) => it.dataset.tab ?? it.dataset.opens).join(' ')"
    );
    assert_eq!(page.read(&offered), "loss batch loop more files share");
    page.run(&format!("{FIGURE}.setAttribute('lab', 'weight-init');"));
    page.wait_until(&format!("{offered} === 'loss more files share'"));
    page.run(&format!("{FIGURE}.setAttribute('lab', 'training');"));
    page.wait_until(&format!("{offered} === 'loss batch loop more files share'"));
}

#[test]
fn training_stays_fluent_while_the_lessons_are_open() {
    let page = opened(
        "batch='1000' optimizers='sgd adam' lessons='batch loop' units='20'",
        12,
    );
    // No task of the page is longer than 50 ms where the engine can say so.
    page.run(
        "window.longest = 0;
         if (PerformanceObserver.supportedEntryTypes.includes('longtask'))
           new PerformanceObserver((list) => list.getEntries().forEach((it) => (window.longest = Math.max(window.longest, it.duration))))
             .observe({ type: 'longtask' });",
    );
    for step in [3, 7, 11, 2, 9] {
        page.run(&format!("{FIGURE}.seek({step});"));
        wait_for_text(&page, BATCH, &format!("Iteration {step},"));
    }
    let longest: f64 = page.read("window.longest").parse().expect("a number");
    // Machines that test are slow and busy; what would freeze a page is far above.
    assert!(longest < 400.0, "{longest} ms");
}

/// No other driver can show a page as paper.
mod chromium {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_open_is_printed_and_fits_the_paper() {
        let page = opened("optimizers='sgd' lessons='batch loop'", 3);
        wait_for_text(&page, BATCH, "Iteration 3,");
        let height = "getBoundingClientRect().height";
        let box_ = part(&format!("{BATCH} .pictures"));
        let before = page.read(&format!("{box_}.{height}"));
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
        // Paper is narrower than the window, and no script runs before it is printed.
        page.run("document.body.style.inlineSize = '400px';");
        let shown = |selector: &str| page.read(&format!("{}.checkVisibility()", part(selector)));
        for (selector, is_shown) in [
            (&*format!("{BATCH} .pictures"), "true"),
            ("[data-word='batchLegend']", "true"),
            ("[data-lesson='loop'] .listing", "true"),
            (&*format!("{BATCH} .pager"), "false"),
            ("[data-lesson='loop'] .line-buttons", "false"),
            ("[data-lesson='share']", "false"),
            (".settings", "false"),
        ] {
            assert_eq!(shown(selector), is_shown, "{selector}");
        }
        let fits = format!("{box_}.getBoundingClientRect().right <= 408");
        assert_eq!(page.read(&fits), "true");
        assert!(before.parse::<f64>().expect("a height") > 100.0);
    }
}
