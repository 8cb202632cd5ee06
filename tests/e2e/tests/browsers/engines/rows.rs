//! The rows of the lanes under the map: one gesture from the first sight of a figure to an insight.

use descent_widget::language::Language;
use e2e::{Key, Page, Place, part};

const RATE: &str = ".row[data-lane='lane.0'] input[type='range']";

/// Left, top, right and bottom of a part in the window, which is not scrolled for it.
#[track_caller]
fn frame(page: &Page, selector: &str) -> [f64; 4] {
    let box_of = format!("{}.getBoundingClientRect()", part(selector));
    let text = page.read(&format!(
        "(({{ left, top, right, bottom }}) => [left, top, right, bottom].join(' '))({box_of})"
    ));
    let numbers: Vec<f64> = text.split(' ').filter_map(|it| it.parse().ok()).collect();
    numbers.try_into().expect("a box has four edges")
}

#[track_caller]
fn check_drag(width: u32) {
    let page = Page::with("<style>body { margin: 0 }</style><descent-widget></descent-widget>");
    page.resize(width, 940);
    let state = part(".row[data-lane='lane.0'] .state");
    page.wait_until(&format!("{state}.dataset.ending === 'moving'"));
    // Map and slider are in the window together.
    let inner: f64 = page.read("innerHeight").parse().expect("a height");
    let (map, slider) = (frame(&page, "[data-panel='map'] .box"), frame(&page, RATE));
    assert!(map[1] >= 0.0 && map[3] < inner, "{width}: {map:?} {inner}");
    assert!(slider[3] < inner, "{width}: {slider:?} {inner}");
    assert!(slider[2] - slider[0] >= 160.0, "{width}: {slider:?}");

    // Just past the mark of the stability bound.
    let number = |code: &str| -> f64 { page.read(code).parse().expect("a number") };
    let range = part(RATE);
    let now = number(&format!("{range}.value / {range}.max"));
    let mark = number(&format!("{range}.style.getPropertyValue('--mark')"));
    let place = |share: f64| Place {
        // The middle of the thumb goes from half its width to half its width before the end.
        x: slider[0] + 12.0 + (slider[2] - slider[0] - 24.0) * share,
        y: (slider[1] + slider[3]) / 2.0,
    };
    page.drag(place(now), place(mark + 0.03));
    page.wait_until(&format!("{state}.dataset.ending === 'diverged'"));
    let rate = "document.querySelector('descent-widget').record.lanes[0].hyperparameters.lr";
    let rate = number(rate);
    assert!((1.0..1.3).contains(&rate), "{width}: {rate}");
}

#[test]
fn one_drag_of_the_rate_under_the_map_shows_that_sgd_diverges() {
    for width in [390, 768, 1280] {
        check_drag(width);
    }
}

#[test]
fn the_slider_of_a_rate_is_wide_on_a_phone() {
    let page = Page::with("<div style='width: 360px'><descent-widget></descent-widget></div>");
    for language in Language::TAGS {
        page.run(&format!(
            "document.querySelector('descent-widget').lang = '{language}';"
        ));
        page.wait_until(&format!(
            "{}.lang === '{language}' && {}.clientWidth >= 160",
            part(".root"),
            part(RATE)
        ));
    }
}

#[test]
fn the_rate_of_a_row_is_moved_by_keys_and_typed() {
    let page = Page::with("<descent-widget></descent-widget>");
    let state = part(".row[data-lane='lane.0'] .state");
    page.run(&format!("{}.focus();", part(RATE)));
    page.press(&[Key::End]);
    page.wait_until(&format!("{state}.textContent.startsWith('diverged')"));
    page.click(page.place_on(&part(".row[data-lane='lane.0'] .number"), 0.5, 0.5));
    page.run(&format!(
        "{}.select();",
        part(".row[data-lane='lane.0'] .number")
    ));
    page.type_text("1.02");
    page.press(&[Key::Enter]);
    page.wait_until(
        "document.querySelector('descent-widget').record.lanes[0].hyperparameters.lr === 1.02",
    );
    page.wait_until(&format!("{state}.textContent.startsWith('diverged')"));
}

#[test]
fn the_sentences_are_there_for_listeners_and_for_a_figure_without_controls() {
    let page = Page::with("<descent-widget></descent-widget>");
    let height = || frame(&page, ".lanes")[3] - frame(&page, ".lanes")[1];
    page.wait_until(&format!(
        "{}.textContent.includes('Momentum: at (')",
        part(".lanes")
    ));
    assert!(height() < 2.0);
    page.run("document.querySelector('descent-widget').setAttribute('controls', 'none');");
    page.wait_until(&format!("{}.clientHeight > 40", part(".lanes")));
    assert!(frame(&page, ".rows")[3] - frame(&page, ".rows")[1] < 1.0);
}
