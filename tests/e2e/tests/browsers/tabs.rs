//! The second panel's tabs: lessons beside the map, by a hand and by keys, and the way back.

use e2e::{Key, Page, Place, part};

const FIGURE: &str = "document.querySelector('descent-widget')";

#[track_caller]
fn figure(attributes: &str, width: u32, height: u32) -> Page {
    let page = Page::with(&format!(
        "<style>body {{ margin: 0 }}</style><descent-widget {attributes}></descent-widget>"
    ));
    page.resize(width, height);
    page.wait_until(&part("#tab-more"));
    page
}

#[track_caller]
fn click(page: &Page, selector: &str) {
    page.click(page.place_on(&part(selector), 0.5, 0.5));
}

/// Whether the part lies in the window as a whole.
fn in_view(selector: &str) -> String {
    let part = part(selector);
    format!(
        "(({{ top, bottom }}) => top >= 0 && bottom <= innerHeight)({part}.getBoundingClientRect())"
    )
}

#[track_caller]
fn check_opens_in_view(width: u32, height: u32) {
    let page = figure("", width, height + 90);
    let lower = format!("{}.getBoundingClientRect().bottom", part(".root"));
    for (tab, inside) in [
        ("rule", ".equation"),
        ("physics", ".physics"),
        ("rates", ".heatmap"),
    ] {
        click(&page, &format!("[data-tab='{tab}']"));
        page.wait_until(&format!(
            "{}?.clientHeight > 0",
            part(&format!("[data-lesson='{tab}'] {inside}"))
        ));
        assert_eq!(page.read("scrollY"), "0");
        for shown in [".tabs", "[data-panel='map'] .box", ".lessons"] {
            assert_eq!(
                page.read(&in_view(shown)),
                "true",
                "{width} {tab}: {shown} {}",
                page.read(&lower)
            );
        }
    }
    // Those without a tab of their own stand in a list.
    click(&page, "#tab-more");
    page.wait_until(&format!("{}.checkVisibility()", part(".lesson-list")));
    click(&page, "[data-opens='program']");
    page.wait_until(&part("[data-lesson='program'] .listing"));
    assert_eq!(page.read(&format!("{FIGURE}.query")), "lessons=program");
    click(&page, "#tab-loss");
    page.wait_until(&format!("{}.clientHeight > 0", part("#losses")));
    assert_eq!(page.read(&format!("{FIGURE}.query")), "");
}

#[test]
fn a_lesson_opens_beside_the_map_without_scrolling() {
    check_opens_in_view(1280, 900);
    check_opens_in_view(390, 844);
}

#[test]
fn tabs_are_walked_by_arrows_and_chosen_by_enter() {
    let page = figure("", 1280, 900);
    page.run(&format!("{}.focus();", part("#tab-loss")));
    let focused = format!("{FIGURE}.shadowRoot.activeElement.dataset.tab");
    page.press(&[Key::Right, Key::Right]);
    assert_eq!(page.read(&focused), "physics");
    // Only to choose it shows it.
    assert_eq!(page.read(&format!("{FIGURE}.query")), "");
    page.press(&[Key::Enter]);
    page.wait_until(&part("[data-lesson='physics'] .physics"));
    assert_eq!(page.read(&focused), "physics");
    page.press(&[Key::Left, Key::Left, Key::Enter]);
    page.wait_until(&format!("{}.clientHeight > 0", part("#losses")));
    page.press(&[Key::Left]);
    assert_eq!(page.read(&focused), "more");
}

#[test]
fn several_lessons_of_a_link_are_shown_one_below_the_other() {
    let page = figure("lessons='rule data'", 1280, 900);
    let shown = format!(
        "[...{FIGURE}.shadowRoot.querySelectorAll('.lesson')].filter((it) => it.checkVisibility())
           .map((it) => it.dataset.lesson).join(' ')"
    );
    page.wait_until(&format!("{shown} === 'rule data'"));
    let selected = format!(
        "[...{FIGURE}.shadowRoot.querySelectorAll('.tab[aria-selected=true]')]
           .map((it) => it.dataset.tab).join(' ')"
    );
    assert_eq!(page.read(&selected), "rule data");
    click(&page, "[data-tab='data']");
    page.wait_until(&format!("{shown} === 'data'"));
}

#[test]
fn reset_brings_back_what_the_author_has_set() {
    let page = figure("surface='himmelblau' steps='40' step='7'", 1280, 900);
    let query = page.read(&format!("{FIGURE}.query"));
    let button = part("[data-do='revert']");
    assert_eq!(page.read(&format!("{button}.ariaDisabled")), "true");
    let map = part("[data-panel='map'] .box");
    let at = page.place_on(&map, 0.3, 0.3);
    let to = Place {
        x: at.x + 40.0,
        y: at.y + 60.0,
    };
    page.drag(at, to);
    click(&page, "[data-tab='rule']");
    page.run(&format!("{FIGURE}.seek(20);"));
    page.wait_until(&format!("{button}.ariaDisabled === 'false'"));
    assert_ne!(page.read(&format!("{FIGURE}.query")), query);
    click(&page, "[data-do='revert']");
    page.wait_until(&format!("{FIGURE}.query === {query:?}"));
    page.wait_until(&format!("{button}.ariaDisabled === 'true'"));
    assert_eq!(page.read(&format!("{FIGURE}.currentStep")), "7");
}

#[test]
fn things_to_try_stand_in_the_figure_and_say_what_it_shows() {
    let page = Page::with(
        "<style>body { margin: 0 }</style>
         <descent-widget preset='book-6-3' data-caption='It zig-zags.'>
           <button slot='try' id='half' data-descent='?preset=&optimizers=sgd:lr=0.5'
                   data-caption='One step, and y is 0.'>0.5</button>
           <a slot='try' id='one' href='#x' data-descent='?preset=&optimizers=sgd:lr=1.02'>1.02</a>
           <p>A picture.</p>
         </descent-widget>",
    );
    page.resize(1280, 990);
    let caption = format!("{}.textContent", part(".try-caption"));
    page.wait_until(&format!("{caption} === 'It zig-zags.'"));
    page.wait_until(&part(".row[data-lane='lane.0'] input[type='range']"));
    let query = format!("{FIGURE}.query");
    let current = "[...document.querySelectorAll('[aria-current]')].map((it) => it.id).join(' ')";

    // The map is in the window all the while.
    page.run("scrollTo(0, 0);");
    let box_of = "(({ left, top, width, height }) => [left + width / 2, top + height / 2].join(' '))(document.querySelector('#half').getBoundingClientRect())";
    let (x, y) = page
        .read(box_of)
        .split_once(' ')
        .map(|(x, y)| (x.to_owned(), y.to_owned()))
        .expect("two numbers");
    let place = Place {
        x: x.parse().expect("a number"),
        y: y.parse().expect("a number"),
    };
    page.click(place);
    page.wait_until(&format!("{query} === 'optimizers=sgd:lr=0.5'"));
    page.wait_until(&format!("{caption} === 'One step, and y is 0.'"));
    assert_eq!(page.read(current), "half");
    assert_eq!(page.read("scrollY"), "0");
    assert_eq!(page.read(&in_view("[data-panel='map'] .box")), "true");

    page.click(page.place_on("document.querySelector('#one')", 0.5, 0.5));
    page.wait_until(&format!("{query} === 'optimizers=sgd:lr=1.02'"));
    assert_eq!(page.read(&caption), "");
    assert_eq!(page.read(current), "one");
    assert_eq!(page.read("location.hash"), "");

    // What a reader changes is no longer what was tried.
    page.run(&format!(
        "{}.focus();",
        part(".row[data-lane='lane.0'] input[type='range']")
    ));
    page.press(&[Key::Left]);
    page.wait_until(&format!("{caption} === 'It zig-zags.'"));
    assert_eq!(page.read(current), "");
    page.click(page.place_on("document.querySelector('#half')", 0.5, 0.5));
    click(&page, "[data-do='revert']");
    page.wait_until(&format!("{query} === 'preset=book-6-3'"));
    assert_eq!(page.read(&caption), "It zig-zags.");
}

#[test]
fn lessons_that_are_locked_offer_no_tab_that_would_do_nothing() {
    let page = Page::with("<descent-widget lock='lessons' lessons='rule'></descent-widget>");
    page.wait_until(&part("[data-lesson='rule'] .equation"));
    let tabs = format!(
        "[...{FIGURE}.shadowRoot.querySelectorAll('.tab')].filter((it) => it.checkVisibility())
           .map((it) => it.dataset.tab).join(' ')"
    );
    assert_eq!(page.read(&tabs), "loss rule");
    page.run(&format!("{FIGURE}.removeAttribute('lock');"));
    page.wait_until(&format!("{tabs} === 'loss rule physics rates more'"));
}
