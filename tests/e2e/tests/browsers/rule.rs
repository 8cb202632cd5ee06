//! The lessons on the rule and on its program, in a browser.

use e2e::{Page, Place, part};

const FIGURE: &str = "document.querySelector('descent-widget')";

fn opened(attributes: &str) -> Page {
    let page = Page::with(&format!("<descent-widget {attributes}></descent-widget>"));
    page.wait_until(&format!(
        "{} || {}",
        part(".equation td .value"),
        part(".listing code")
    ));
    page
}

/// The value for x or y in the column of the last equation that has this term; the
/// result where the name is empty.
fn printed(page: &Page, column: usize, axis: usize) -> f64 {
    let text = page.read(&format!(
        "(() => {{
           const tables = {FIGURE}.shadowRoot.querySelectorAll('.equation');
           const row = tables[tables.length - 1].tBodies[0].rows[{axis}];
           return row.querySelectorAll('.value')[{column}].textContent;
         }})()"
    ));
    let plain = text.replace('−', "-").replace(['(', ')'], "");
    plain
        .parse()
        .unwrap_or_else(|_| panic!("no number: {text}"))
}

fn recorded(page: &Page, lane: usize, step: usize) -> [f64; 2] {
    ["x", "y"].map(|axis| {
        let text = page.read(&format!("{FIGURE}.record.lanes[{lane}].{axis}[{step}]"));
        text.parse().expect("a number")
    })
}

/// What is printed has at least three decimals here.
#[track_caller]
fn check_printed(page: &Page, step: usize) {
    for (column, of) in [(0, step), (2, step - 1)] {
        for (axis, wanted) in recorded(page, 1, of).into_iter().enumerate() {
            let found = printed(page, column, axis);
            assert!((found - wanted).abs() <= 5.001e-4, "{found} {wanted}");
        }
    }
}

#[test]
fn the_terms_under_the_rule_follow_the_playhead() {
    let page = opened("lessons='rule' lane='2' step='7'");
    check_printed(&page, 7);
    let forward = page.place_on(&part("[data-do='forward']"), 0.5, 0.5);
    page.click(forward);
    page.wait_until(&format!("{FIGURE}.currentStep === 8"));
    page.wait_until(&format!(
        "{}.textContent.includes('7 → 8')",
        part(".rule-caption")
    ));
    check_printed(&page, 8);
    page.run(&format!("{FIGURE}.seek(3);"));
    page.wait_until(&format!(
        "{}.textContent.includes('2 → 3')",
        part(".rule-caption")
    ));
    check_printed(&page, 3);
}

#[test]
fn a_term_under_the_focus_or_the_pointer_lights_its_arrow() {
    let page = opened("lessons='rule' lane='2' step='7'");
    let plain = page.read(&format!("{FIGURE}.toSVG()"));
    let carried = part(".equation th[data-term='carried'] button");
    page.run(&format!("{carried}.focus();"));
    page.wait_until(&part("td[data-term='carried'][data-lit]"));
    let lit = page.read(&format!("{FIGURE}.toSVG()"));
    assert_ne!(plain, lit);

    page.run(&format!("{carried}.blur();"));
    page.wait_until(&format!("!{}", part("[data-lit]")));
    assert_eq!(page.read(&format!("{FIGURE}.toSVG()")), plain);

    page.hover(page.place_on(&part("td[data-term='carried']"), 0.5, 0.5));
    page.wait_until(&part("th[data-term='carried'][data-lit]"));
    assert_eq!(page.read(&format!("{FIGURE}.toSVG()")), lit);
}

#[test]
fn an_arrow_under_the_pointer_lights_its_term() {
    let page = opened("lessons='rule' step='1'");
    // The first arrow of SGD leads down from the start.
    let start = page.place_on(&part(".handle"), 0.5, 0.5);
    page.hover(Place {
        x: start.x + 2.0,
        y: start.y + 16.0,
    });
    page.wait_until(&part("th[data-term='gradient'][data-lit]"));
    page.hover(Place {
        x: start.x + 90.0,
        y: start.y,
    });
    page.wait_until(&format!("!{}", part("[data-lit]")));
}

#[test]
fn every_rule_stands_in_mathml() {
    let page = opened("lessons='rule' optimizers='sgd momentum nesterov adagrad rmsprop adam'");
    for lane in 0..6 {
        page.run(&format!("{FIGURE}.lane = {};", lane + 1));
        page.wait_until(&format!(
            "{}.selectedIndex === {lane}",
            part(".lane-choice select")
        ));
        let namespaces = page.read(&format!(
            "[...new Set([...{FIGURE}.shadowRoot.querySelectorAll('.equation math, .equation math *')]
               .map((it) => it.namespaceURI))].join(' ')"
        ));
        assert_eq!(namespaces, "http://www.w3.org/1998/Math/MathML");
        let sizes = page.read(&format!(
            "[...{FIGURE}.shadowRoot.querySelectorAll('.equation math')]
               .every((it) => it.getBoundingClientRect().width > 4)"
        ));
        assert_eq!(sizes, "true", "lane {lane}");
    }
}

/// The value of a variable as the lesson lists it.
fn variable(page: &Page, name: &str) -> String {
    page.read(&format!(
        "[...{FIGURE}.shadowRoot.querySelectorAll('.variables tr')]
           .find((row) => row.cells[0].textContent === {name:?})?.cells[1].textContent ?? ''"
    ))
}

fn running(page: &Page) -> String {
    page.read(&format!(
        "[...{FIGURE}.shadowRoot.querySelectorAll('.listing [aria-current]')]
           .map((line) => line.textContent.trim()).join('|')"
    ))
}

#[test]
fn the_program_runs_line_by_line_with_the_playhead() {
    let page = opened("lessons='program' lane='2' step='0'");
    assert!(
        running(&page).starts_with("def __init__"),
        "{}",
        running(&page)
    );
    let forward = part("[data-word='programLineForward']");
    let press = || page.run(&format!("{forward}.click();"));
    press();
    page.wait_until(&format!("{FIGURE}.currentStep === 1"));
    page.wait_until(&format!(
        "{FIGURE}.shadowRoot.querySelectorAll('.listing [aria-current]').length === 1"
    ));
    assert_eq!(running(&page), "if self.v is None:");
    assert_eq!(variable(&page, "self.v"), "None");
    for _ in 0..3 {
        press();
    }
    page.wait_until(&format!(
        "{}.textContent.includes('4 / 8')",
        part(".rule-caption")
    ));
    assert!(
        running(&page).starts_with("self.v[key] ="),
        "{}",
        running(&page)
    );
    assert_eq!(variable(&page, "self.v[\"x\"]"), "0.07");
    assert_eq!(variable(&page, "params[\"x\"]"), "−7");
    press();
    page.wait_until(&format!(
        "{}.textContent.includes('5 / 8')",
        part(".rule-caption")
    ));
    assert_eq!(variable(&page, "params[\"x\"]"), "−6.93");
    page.run(&format!("{FIGURE}.seek(2);"));
    page.wait_until(&format!(
        "{}.textContent.includes('1 → 2')",
        part(".rule-caption")
    ));
    let found: f64 = variable(&page, "params[\"y\"]")
        .replace('−', "-")
        .parse()
        .expect("a number");
    assert!((found - recorded(&page, 1, 2)[1]).abs() < 1e-6);
}

#[test]
fn a_line_of_the_program_lights_its_arrow_and_an_arrow_its_line() {
    let page = opened("lessons='program' lane='2' step='7'");
    let svg = || page.read(&format!("{FIGURE}.toSVG()"));
    let plain = svg();
    let carried = part(".listing button[data-term='carried']");
    page.run(&format!("{carried}.focus();"));
    page.wait_until(&part(".listing button[data-term='carried'][data-lit]"));
    assert_eq!(page.read(&format!("{carried}.ariaPressed")), "true");
    let by_focus = svg();
    assert_ne!(plain, by_focus);
    page.run(&format!("{carried}.blur();"));
    page.wait_until(&format!("!{}", part("[data-lit]")));
    assert_eq!(svg(), plain);

    page.hover(page.place_on(&carried, 0.5, 0.5));
    page.wait_until(&part(".listing button[data-term='carried'][data-lit]"));
    assert_eq!(svg(), by_focus);

    // The line that moves the parameters stands for the whole step, wherever one points at it.
    let whole = part(".listing > code[data-term='step']:last-child");
    page.hover(page.place_on(&whole, 0.9, 0.5));
    page.wait_until(&part(".listing > code[data-term='step'][data-lit]"));
    let step = svg();
    assert!(step != plain && step != by_focus);
}

#[test]
fn an_arrow_under_the_pointer_lights_the_line_of_the_program() {
    let page = opened("lessons='program' step='1'");
    // The first arrow of SGD leads down from the start.
    let start = page.place_on(&part(".handle"), 0.5, 0.5);
    page.hover(Place {
        x: start.x + 2.0,
        y: start.y + 16.0,
    });
    page.wait_until(&part(".listing > code[data-term='gradient'][data-lit]"));
    assert_eq!(
        page.read(&format!(
            "{}.textContent.trim()",
            part(".listing > [data-lit]")
        )),
        "params[key] -= self.lr * grads[key]"
    );
    page.hover(Place {
        x: start.x + 90.0,
        y: start.y,
    });
    page.wait_until(&format!("!{}", part("[data-lit]")));
}

#[test]
fn the_script_can_be_copied_or_is_selected() {
    let page = opened("lessons='program'");
    let field = part(".script textarea");
    page.wait_until(&format!("{field}.value.includes('import numpy as np')"));
    page.click(page.place_on(&part("[data-word='programCopy']"), 0.5, 0.5));
    page.wait_until(&format!(
        "{}.textContent.length > 10",
        part(".script .said")
    ));
    let is_selected =
        format!("{field}.selectionEnd - {field}.selectionStart === {field}.value.length");
    let is_copied = format!("{}.textContent.startsWith('Copied')", part(".script .said"));
    assert_eq!(page.read(&format!("{is_copied} || {is_selected}")), "true");
}
