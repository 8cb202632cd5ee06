//! Fair comparisons, conventions and a formula of one's own, by hand.

use e2e::{Key, Page, part};

const FIGURE: &str = "document.querySelector('descent-widget')";

/// Picks an option of a select as its list of options does, which drivers cannot open.
fn pick(page: &Page, selector: &str, value: &str) {
    let select = part(selector);
    page.run(&format!(
        "{select}.value = {value:?}; {select}.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    ));
}

fn type_into(page: &Page, selector: &str, text: &str) {
    page.run(&format!("{0}.focus(); {0}.select();", part(selector)));
    page.type_text(text);
}

fn rates(page: &Page) -> String {
    page.read(&format!(
        "{FIGURE}.record.lanes.map((lane) => lane.hyperparameters.lr).join(' ')"
    ))
}

/// The sentence about the comparison, once it says so.
#[track_caller]
fn wait_for_terms(page: &Page, words: &str) {
    let terms = part(".terms");
    page.wait_until(&format!("{terms}.textContent.includes({words:?})"));
}

#[test]
fn one_rate_for_all_is_set_once_and_said() {
    let page = Page::with("<descent-widget></descent-widget>");
    wait_for_terms(&page, "the book’s learning rate");
    pick(&page, "[id='control-comparison']", "same");
    wait_for_terms(&page, "the same learning rate");
    assert_eq!(rates(&page), "0.1 0.1 0.1 0.1");
    page.wait_until(&part("[id='control-lane.0.lr']:disabled"));
    type_into(&page, "[id='field-rate']", "0.2");
    page.press(&[Key::Enter]);
    wait_for_terms(&page, "0.2");
    assert_eq!(rates(&page), "0.2 0.2 0.2 0.2");
}

#[test]
fn the_best_rates_of_a_sweep_are_shown_where_they_cannot_be_moved() {
    let page = Page::with("<descent-widget comparison=\"best\"></descent-widget>");
    wait_for_terms(&page, "of 61 rates from 0.0001 to 10");
    let slider = part("[id='control-lane.0.lr']");
    page.wait_until(&format!("{slider}.disabled"));
    let shown = page.read(&format!("{}.value", part("[id='field-lane.0.lr']")));
    assert_eq!(
        shown,
        page.read(&format!("{FIGURE}.record.lanes[0].hyperparameters.lr"))
    );
    pick(&page, "[id='control-comparison']", "own");
    assert_eq!(rates(&page), "0.95 0.1 1.5 0.3");
}

#[test]
fn noise_comes_from_a_seed() {
    let page = Page::with("<descent-widget></descent-widget>");
    let x = || page.read(&format!("{FIGURE}.record.lanes[0].x.join(' ')"));
    let plain = x();
    type_into(&page, "[id='field-noise']", "0.5");
    page.press(&[Key::Enter]);
    wait_for_terms(&page, "standard deviation 0.5");
    let noisy = x();
    assert_ne!(noisy, plain);
    type_into(&page, "[id='field-seed']", "2");
    page.press(&[Key::Enter]);
    wait_for_terms(&page, "seed 2");
    assert_ne!(x(), noisy);
    type_into(&page, "[id='field-seed']", "1");
    page.press(&[Key::Enter]);
    wait_for_terms(&page, "seed 1");
    assert_eq!(x(), noisy);
}

#[test]
fn controls_that_come_and_go_leave_the_others_where_they_are() {
    let page = Page::with("<descent-widget></descent-widget>");
    let noise = part("[id='control-noise']");
    page.run(&format!("window.slider = {noise}; window.slider.focus();"));
    // The first step up brings the seed; a drag or a held key goes on.
    page.press(&[Key::Right]);
    page.wait_until(&part("[id='control-seed']"));
    page.press(&[Key::Right]);
    assert_eq!(page.read(&format!("{FIGURE}.noise")), "0.02");
    assert_eq!(page.read(&format!("{noise} === window.slider")), "true");
    pick(&page, "[id='control-comparison']", "same");
    page.wait_until(&part("[id='control-rate']"));
    assert_eq!(page.read(&format!("{noise} === window.slider")), "true");
}

#[test]
fn a_half_typed_formula_is_marked_where_something_is_missing() {
    let page = Page::with("<descent-widget surface=\"formula\"></descent-widget>");
    let field = "[id='control-formula']";
    let place = part(".problem-place");
    let seen = || page.read(&format!("{FIGURE}.record.lanes[0].loss.join(' ')"));
    type_into(&page, field, "x^2 + ");
    // `x^` on the way has a place of its own.
    page.wait_until(&format!(
        "!{place}.hidden && {place}.textContent === 'x^2 + '"
    ));
    assert_eq!(
        page.read(&format!("{place}.querySelector('mark').textContent")),
        ""
    );
    let described = page.read(&format!(
        "{0}.getAttribute('aria-describedby').split(' ').map((id) => {0}.getRootNode().getElementById(id).textContent).join()",
        part(field)
    ));
    assert!(described.contains("Character 7"), "{described}");
    // `x^2` alone was the last good one on the way.
    let last = seen();
    assert_eq!(page.read(&format!("{FIGURE}.formula")), "x^2 ");
    page.type_text("?");
    page.wait_until(&format!(
        "{place}.querySelector('mark').textContent === '?'"
    ));
    assert_eq!(seen(), last);
    page.press(&[Key::Backspace]);
    page.type_text("y^2");
    page.wait_until(&format!("{place}.hidden"));
    assert_ne!(seen(), last);
    assert_eq!(page.read(&format!("{FIGURE}.formula")), "x^2 + y^2");
}

#[test]
fn the_range_of_the_picture_is_set_by_its_ends() {
    let page = Page::with("<descent-widget surface=\"formula\"></descent-widget>");
    type_into(&page, "[id='field-domain.x1']", "2");
    page.press(&[Key::Enter]);
    assert_eq!(page.read(&format!("{FIGURE}.domain")), "-10 2 -5 5");
    type_into(&page, "[id='field-domain.x1']", "-11");
    page.press(&[Key::Enter]);
    let problem = part("[id='field-domain.x1-problem']");
    page.wait_until(&format!("!{problem}.hidden"));
    assert_eq!(page.read(&format!("{FIGURE}.domain")), "-10 2 -5 5");
}

#[test]
fn the_condition_number_makes_a_round_bowl_of_the_ravine() {
    let page = Page::with("<descent-widget></descent-widget>");
    page.run(&format!("{}.focus();", part("[id='control-condition']")));
    page.press(&[Key::Home]);
    assert_eq!(page.read(&format!("{FIGURE}.condition")), "1");
    let caption = part("[data-panel='map'] .caption");
    page.wait_until(&format!("{caption}.textContent.includes('x² + y²')"));
    // So do the contour lines, and the arrows come when they are asked for.
    let ground = || {
        page.read(&format!(
            "{}.toDataURL()",
            part("[data-panel='map'] canvas")
        ))
    };
    page.wait_until("window.pendingFrames.size === 0");
    let round = ground();
    page.run(&format!("{FIGURE}.condition = 50;"));
    page.wait_until("window.pendingFrames.size === 0");
    let long = ground();
    assert_ne!(round, long);
    page.run(&format!("{FIGURE}.view = 'gradient';"));
    page.wait_until("window.pendingFrames.size === 0");
    assert_ne!(ground(), long);
}

#[test]
fn a_form_of_momentum_is_chosen_with_the_rate_that_keeps_the_path() {
    let page = Page::with("<descent-widget lessons=\"conventions\"></descent-widget>");
    let form = "[id='conventions-conventionsForm']";
    page.wait_until(&part(form));
    let end = || page.read(&format!("{FIGURE}.record.lanes[1].x.at(-1).toFixed(9)"));
    let before = end();
    pick(&page, form, "average");
    assert_eq!(rates(&page), "0.95 1 1.5 0.3");
    assert_eq!(end(), before);
    wait_for_terms(&page, "(1 − α)g");

    page.run(&format!(
        "{}.click();",
        part("[id='conventions-conventionsChangeOn']")
    ));
    wait_for_terms(&page, "From step 15 on");
    assert_eq!(page.read(&format!("{FIGURE}.rateChange")), "15 0.1");
    assert_ne!(end(), before);
    page.run(&format!(
        "{}.click();",
        part("[id='conventions-conventionsChangeOn']")
    ));
    assert_eq!(page.read(&format!("{FIGURE}.rateChange")), "");
    assert_eq!(end(), before);

    page.run(&format!("{}.click();", part(".convention-add")));
    assert_eq!(
        page.read(&format!(
            "{FIGURE}.record.lanes.map(({{ name }}) => name).join(' ')"
        )),
        "sgd momentum adagrad adam nesterov"
    );
}
