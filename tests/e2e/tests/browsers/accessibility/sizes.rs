//! Room for fingers, and for words: large targets, text that is spread or enlarged, narrow windows.

use e2e::{Page, Session};

use super::{LANGUAGES, notes, open_everything};

const WIDTHS: [u32; 2] = [320, 1200];
const KOREAN: &[&str] = LANGUAGES.split_at(1).0;
const OTHERS: &[&str] = LANGUAGES.split_at(1).1;
const LARGE: &str = "document.documentElement.style.fontSize = '200%'";

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
fn check_in(languages: &[&str], prepare: &str, question: &str) {
    let page: Page = notes("");
    for language in languages {
        page.run(&format!("figure().lang = '{language}';"));
        open_everything(&page);
        page.run(&format!("{prepare}; await settle();"));
        check(&page, question, language);
    }
}

#[test]
fn targets_are_large_enough() {
    check_in(KOREAN, "", "smallTargets()");
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
fn no_text_is_lost_when_it_is_spread() {
    check_in(KOREAN, "spread()", "lostText()");
}

#[test]
fn a_window_of_320_pixels_scrolls_one_way_only() {
    let page = notes("");
    page.run("document.body.style.inlineSize = '320px';");
    open_everything(&page);
    assert_eq!(page.read("document.body.scrollWidth"), "320");
}

/// The other engines are asked with spread text, which takes the most room.
mod chromium {
    use super::*;

    #[test]
    fn no_text_is_lost() {
        check_in(KOREAN, "", "lostText()");
    }

    #[test]
    fn no_text_is_lost_at_twice_the_size() {
        check_in(KOREAN, LARGE, "lostText()");
    }

    mod long {
        use super::*;

        #[test]
        fn targets_are_large_enough_in_other_languages() {
            check_in(OTHERS, "", "smallTargets()");
        }

        #[test]
        fn no_text_is_lost_in_other_languages() {
            check_in(OTHERS, "", "lostText()");
        }

        #[test]
        fn no_text_is_lost_in_other_languages_when_it_is_spread() {
            check_in(OTHERS, "spread()", "lostText()");
        }

        #[test]
        fn no_text_is_lost_in_other_languages_at_twice_the_size() {
            check_in(OTHERS, LARGE, "lostText()");
        }
    }
}
