//! The maps of hyperparameters and of basins, in a browser.

use e2e::{Key, Page, part};

const FIGURE: &str = "document.querySelector('descent-widget')";

/// A figure with one lesson open whose map is complete.
fn opened(attributes: &str) -> Page {
    let page = Page::with(&format!("<descent-widget {attributes}></descent-widget>"));
    page.wait_until(&format!("{}?.width > 100", part(".heatmap .pixels")));
    complete(&page);
    page
}

/// Waits until the map says no more that it is being computed.
fn complete(page: &Page) {
    page.wait_until(&format!(
        "!{}.getAttribute('aria-label').includes('still')",
        part(".heatmap")
    ));
}

fn sentence(page: &Page) -> String {
    page.read(&format!("{}.textContent", part(".cell-sentence")))
}

fn lane(page: &Page, lane: usize, what: &str) -> f64 {
    let text = page.read(&format!("{FIGURE}.record.lanes[{lane}].{what}"));
    text.parse().expect("a number")
}

/// How many different colors the cells have.
fn colors(page: &Page) -> usize {
    let text = page.read(&format!(
        "(() => {{
           const canvas = {};
           const {{ data }} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
           return new Set(new Uint32Array(data.buffer)).size;
         }})()",
        part(".heatmap .pixels")
    ));
    text.parse().expect("a number")
}

#[test]
fn a_click_and_the_arrow_keys_load_cells() {
    let page = opened("lang='en' lessons='rates' lane='2'");
    assert!(colors(&page) > 50);
    assert!(sentence(&page).starts_with("η = 0.1, α = 0.9: "));

    page.click(page.place_on(&part(".heatmap"), 0.6, 0.8));
    let rate = lane(&page, 1, "hyperparameters.lr");
    let momentum = lane(&page, 1, "hyperparameters.momentum");
    assert!(rate > 0.1 && momentum < 0.9, "{rate} {momentum}");
    page.wait_until(&format!(
        "{}.textContent.startsWith('η = {rate}, α = {momentum}: ')",
        part(".cell-sentence")
    ));
    assert_eq!(page.events("change"), 1);

    page.run(&format!("{}.focus();", part(".heatmap")));
    page.press(&[Key::Right, Key::Up]);
    assert!(lane(&page, 1, "hyperparameters.lr") > rate);
    assert!(lane(&page, 1, "hyperparameters.momentum") > momentum);

    let slider = part(".cell-slider input");
    page.run(&format!("{slider}.focus();"));
    page.press(&[Key::Left]);
    assert_eq!(lane(&page, 1, "hyperparameters.lr"), rate);
}

#[test]
fn a_rule_of_one_number_has_a_map_of_steps() {
    let page = opened("lang='en' lessons='rates' lane='1'");
    page.click(page.place_on(&part(".heatmap"), 0.3, 0.8));
    let step: usize = page
        .read(&format!("{FIGURE}.currentStep"))
        .parse()
        .expect("a step");
    assert!((1..15).contains(&step), "{step}");
    page.wait_until(&format!(
        "{}.textContent.includes('after {step} steps')",
        part(".cell-sentence")
    ));
    assert!(
        page.read(&format!(
            "{}.textContent",
            part("[data-lesson='rates'] .lesson-body")
        ))
        .contains("2/λ\u{a0}=\u{a0}1")
    );
}

#[test]
fn the_map_follows_the_start_and_the_basins_move_it() {
    let page = opened("lang='en' lessons='basins' surface='himmelblau'");
    let shares = page.read(&format!("{}.children.length", part(".basin-shares")));
    assert!(shares.parse::<usize>().expect("a number") >= 4);
    page.click(page.place_on(&part(".heatmap"), 0.75, 0.25));
    let start = page.read(&format!(
        "{FIGURE}.record.start.map((it) => Math.sign(it)).join(' ')"
    ));
    assert_eq!(start, "1 1");
    assert_eq!(page.events("change"), 1);
}

/// Notes what is read out from now on.
fn listen(page: &Page) {
    page.run(&format!(
        "window.said = [];
         const region = {FIGURE}.shadowRoot.querySelector('[role=status]');
         new MutationObserver(() => window.said.push(region.textContent))
           .observe(region, {{ childList: true, characterData: true, subtree: true }});"
    ));
}

#[test]
fn a_cell_that_is_reached_by_keys_is_read_out_once() {
    let page = opened("lang='en' lessons='rates' lane='2'");
    for (name, wanted) in [("role", "application"), ("tabindex", "0")] {
        let text = page.read(&format!("{}.getAttribute('{name}')", part(".heatmap")));
        assert_eq!(text, wanted);
    }
    listen(&page);
    page.run(&format!("{}.focus();", part(".heatmap")));
    page.press(&[Key::Right, Key::Up, Key::Right]);
    page.wait_until("window.said.length > 0");
    page.run("await new Promise((done) => setTimeout(done, 900));");
    assert_eq!(page.read("window.said.join('|')"), sentence(&page));
    assert!(sentence(&page).starts_with("η = 0.112, α = "));

    page.run(&format!(
        "{FIGURE}.lessons = 'basins'; {FIGURE}.surface = 'himmelblau';"
    ));
    let basins = part("[data-lesson='basins'] .heatmap");
    page.wait_until(&format!(
        "{basins}?.checkVisibility() && !{basins}.getAttribute('aria-label').includes('still')"
    ));
    page.run(&format!("window.said = []; {basins}.focus();"));
    page.press(&[Key::Right]);
    page.wait_until("window.said.length > 0");
    let said = page.read("window.said.join('|')");
    assert!(said.starts_with("Start ("), "{said}");
    let shown = part("[data-lesson='basins'] .cell-sentence");
    assert_eq!(page.read(&format!("{shown}.textContent")), said);
}

#[test]
fn a_slider_of_steps_says_a_number() {
    let page = opened("lang='en' lessons='rates' lane='1' step='30'");
    let text = page.read(&format!(
        "{FIGURE}.shadowRoot.querySelectorAll('.cell-slider input')[1].getAttribute('aria-valuetext')"
    ));
    assert_eq!(text, "30");
}
