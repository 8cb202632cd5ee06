//! A search: dots, curves, buttons and a list, for everyone.

use e2e::Page;

use super::engines::keyboard::walk;
use super::{LANGUAGES, notes};

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

#[track_caller]
fn check_violations(languages: &[&str]) {
    for language in languages {
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
fn no_violation_in_a_search() {
    check_violations(&LANGUAGES[..1]);
}

#[test]
fn tab_reads_a_search_like_a_page() {
    let page = search("lang=en");
    assert_eq!(walk(&page), "");
    check(&page, "pointerOnly()");
    check(&page, "namelessCanvases()");
    check(&page, "doubleNames()");
}

/// Words are the same in every engine.
mod chromium {
    mod long {
        use super::super::*;

        #[test]
        fn no_violation_in_a_search_in_other_languages() {
            check_violations(&LANGUAGES[1..]);
        }
    }
}
