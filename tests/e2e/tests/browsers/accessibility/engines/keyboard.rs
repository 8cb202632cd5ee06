//! Everything by keys, in the order of reading, with the focus in sight.

use e2e::{Key, Page};

use super::super::{notes, open_everything};

/// Goes from the button before the figure to the one after it.
#[track_caller]
pub(in super::super) fn walk(page: &Page) -> String {
    page.run(
        "followFocus(); window.expected = stops(); document.getElementById('before').focus();",
    );
    for _ in 0..40 {
        let left = "document.activeElement.id === 'after'";
        page.press(&[Key::Tab; 4]);
        if page.read(left) == "true" || page.read("window.path.length >= expected.length") == "true"
        {
            break;
        }
    }
    // Beyond the last stop the batch may have left the page, but not come back.
    page.read("wrongStops(window.expected)")
}

#[track_caller]
fn check(query: &str, prepare: &str) {
    let page = notes("lang=en");
    page.run(&format!("await show('{query}'); {prepare}"));
    assert_eq!(walk(&page), "", "{query}");
}

#[test]
fn tab_reads_the_figure_like_a_page() {
    check("", "await openAll(true);");
}

#[test]
fn tab_reads_a_narrow_figure_like_a_page() {
    check(
        "",
        "document.body.style.inlineSize = '320px'; await openAll(true);",
    );
}

#[test]
fn tab_reads_the_lessons_like_a_page() {
    let page = notes("lang=en");
    open_everything(&page);
    assert_eq!(walk(&page), "");
}

#[test]
fn tab_reads_the_view_in_space_like_a_page() {
    check("view=space&lessons=predict&predict=20", "");
}

#[test]
fn tab_comes_back_the_way_it_went() {
    let page = notes("");
    page.run("followFocus(); document.getElementById('after').focus();");
    page.press_with(Key::Shift, Key::Tab);
    assert_eq!(
        page.read("path.length && path[0].element === stops().at(-1)"),
        "true"
    );
}

#[test]
fn a_figure_without_controls_has_them_for_the_keyboard() {
    let page = notes("controls=none");
    let clip = "getComputedStyle(inside().querySelector('.player')).clipPath";
    assert_eq!(page.read(clip), "inset(50%)");
    page.run("followFocus(); document.getElementById('before').focus();");
    // The start's x and y come first.
    page.press(&[Key::Tab, Key::Right, Key::Right, Key::Tab, Key::Up]);
    let start = page
        .read("figure().record.start.map((it) => it > 0 ? 1 : 0).join(' ') + ' ' + figure().query");
    assert!(start.contains("start=-6"), "{start}");
    page.press(&[Key::Tab]);
    assert_eq!(page.read("inside().activeElement.dataset.do"), "reset");
    assert_eq!(page.read(clip), "none");
    page.press(&[Key::Space]);
    assert_eq!(page.read("figure().currentStep"), "0");
    page.press(&[Key::Tab, Key::Tab, Key::Tab, Key::Space]);
    assert_eq!(page.read("figure().currentStep"), "1");
    page.run("document.getElementById('after').focus();");
    assert_eq!(page.read(clip), "inset(50%)");
    assert_eq!(
        page.read("path.flatMap(({ problems }) => problems).join()"),
        ""
    );
}

#[test]
fn nothing_is_for_the_pointer_alone() {
    let page = notes("");
    open_everything(&page);
    assert_eq!(page.read("pointerOnly()"), "");
}

#[test]
fn the_page_keeps_its_keys() {
    let page = notes("");
    page.run(
        "window.heard = [];
         addEventListener('keydown', (event) => heard.push(`${event.key}${event.defaultPrevented ? '!' : ''}`));
         document.getElementById('before').focus();",
    );
    page.press(&[Key::Right, Key::Left, Key::Down]);
    page.type_text("n/");
    assert_eq!(
        page.read("heard.join(' ')"),
        "ArrowRight ArrowLeft ArrowDown n /"
    );
    assert_eq!(page.read("figure().query"), "");
    // Chords and Tab are the browser's and the page's, from within the figure too.
    page.run("heard.length = 0; inside().querySelector('.scrub').focus();");
    page.press_with(Key::Alt, Key::F2);
    page.press(&[Key::Escape]);
    assert_eq!(
        page.read("heard.filter((it) => it !== 'Alt').join(' ')"),
        "F2 Escape"
    );
}
