//! Room for fingers, and for words: large targets, text that is spread or enlarged, narrow windows.

use e2e::{Page, Session};

use crate::{LANGUAGES, is_thorough, notes, open_everything};

const WIDTHS: [u32; 2] = [320, 1200];

/// Shows everything at each width and asks something about it.
#[track_caller]
fn check(page: &Session, question: &str, what: &str) {
    for width in WIDTHS {
        page.run(&format!(
            "document.body.style.inlineSize = '{width}px'; await settle();"
        ));
        assert_eq!(page.read(question), "", "{what} {width}");
    }
}

#[track_caller]
fn in_each_language(prepare: &str, question: &str) {
    let page: Page = notes("");
    let languages = if is_thorough() {
        &LANGUAGES[..]
    } else {
        &LANGUAGES[..1]
    };
    for language in languages {
        page.run(&format!("figure().lang = '{language}';"));
        open_everything(&page);
        page.run(&format!("{prepare}; await settle();"));
        check(&page, question, language);
    }
}

#[test]
fn targets_are_large_enough() {
    in_each_language("", "smallTargets()");
    let page = notes("");
    let thumbs = page.read("thumbs()");
    let sizes: Vec<f64> = thumbs
        .split(' ')
        .filter_map(|it| it.strip_suffix("px")?.parse().ok())
        .collect();
    assert!(
        sizes.len() >= 2 && sizes.iter().all(|&it| it >= 24.0),
        "{thumbs}"
    );
}

#[test]
fn no_text_is_lost() {
    // With spread text it is asked in every engine.
    if !is_thorough() {
        return;
    }
    in_each_language("", "lostText()");
}

#[test]
fn no_text_is_lost_when_it_is_spread() {
    in_each_language("spread()", "lostText()");
}

#[test]
fn no_text_is_lost_at_twice_the_size() {
    // With spread text it is asked in every engine.
    if !is_thorough() {
        return;
    }
    in_each_language(
        "document.documentElement.style.fontSize = '200%'",
        "lostText()",
    );
}

#[test]
fn a_window_of_320_pixels_scrolls_one_way_only() {
    let page = notes("");
    page.run("document.body.style.inlineSize = '320px';");
    open_everything(&page);
    assert_eq!(page.read("document.body.scrollWidth"), "320");
}
