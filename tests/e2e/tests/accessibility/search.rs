//! A search: dots, curves, buttons and a list, for everyone.

use e2e::Page;

use crate::keyboard::walk;
use crate::{LANGUAGES, is_thorough, notes};

/// A figure whose few trials are finished.
#[track_caller]
fn search(attributes: &str) -> Page {
    let page = notes(&format!(
        "lab='search' units='10' iterations='5' trials='6' {attributes}"
    ));
    page.wait_until("figure().record?.recorded === 6");
    page.run("await openAll(true);");
    page
}

#[track_caller]
fn check(page: &Page, question: &str) {
    assert_eq!(page.read(question), "", "{question}");
}

#[test]
fn no_violation_in_a_search() {
    for language in LANGUAGES {
        // Words are the same in every engine.
        if language != LANGUAGES[0] && !is_thorough() {
            continue;
        }
        let page = search(&format!("lang={language}"));
        check(&page, "violations()");
        page.run("await show('theme=dark&trial=2');");
        check(&page, "violations()");
        page.run("document.body.style.inlineSize = '320px'; await openAll(true);");
        check(&page, "violations()");
        check(&page, "smallTargets()");
    }
}

#[test]
fn tab_reads_a_search_like_a_page() {
    let page = search("lang=en");
    assert_eq!(walk(&page), "");
    check(&page, "pointerOnly()");
    check(&page, "namelessCanvases()");
    check(&page, "doubleNames()");
}
