//! The lessons of the experiments on networks: the same questions as of the race.

use e2e::Page;

use super::engines::keyboard::walk;
use super::{LANGUAGES, notes};

/// A figure with its lessons open, more pictures than a page holds, and some mistakes.
#[track_caller]
fn opened(language: &str) -> Page {
    let page = notes(&format!(
        "lab='training' lang='{language}' iterations='101' batch='120' units='20' \
         optimizers='sgd adam' lessons='batch loop'"
    ));
    page.wait_until("figure().record?.recorded === 101");
    page.run("await settle();");
    page
}

/// Everything that can be asked of a state without moving about in it.
#[track_caller]
fn check(page: &Page, state: &str) {
    for question in [
        "violations()",
        "smallTargets()",
        "lostText()",
        "namelessCanvases()",
        "namelessGroups()",
        "pointerOnly()",
    ] {
        assert_eq!(page.read(question), "", "{question} {state}");
    }
}

#[track_caller]
fn check_lessons(languages: &[&str]) {
    for language in languages {
        let page = opened(language);
        for width in [1200, 320] {
            page.run(&format!(
                "document.body.style.inlineSize = '{width}px'; await settle();"
            ));
            check(&page, &format!("{language} {width}"));
        }
        page.run("figure().setAttribute('theme', 'dark'); figure().seek(0); await settle();");
        check(&page, &format!("{language} at the start"));
    }
}

#[track_caller]
fn check_regularization(languages: &[&str]) {
    for language in languages {
        let page = notes(&format!(
            "lab='regularization' lang='{language}' iterations='31' weight-decay='0.01' \
             dropout='0.1'"
        ));
        page.wait_until("figure().record?.recorded === 31");
        for (width, theme) in [(1200, "light"), (320, "dark")] {
            page.run(&format!(
                "document.body.style.inlineSize = '{width}px';
                 figure().setAttribute('theme', '{theme}');
                 await openAll(true); await settle();"
            ));
            check(&page, &format!("{language} {width}"));
        }
    }
}

#[test]
fn everyone_can_use_the_lessons_on_networks() {
    check_lessons(&LANGUAGES[..1]);
}

#[test]
fn everyone_can_use_the_lab_on_regularization() {
    check_regularization(&LANGUAGES[..1]);
}

#[test]
fn tab_reads_the_lessons_on_networks_like_a_page() {
    let page = opened("en");
    assert_eq!(walk(&page), "");
}

/// Words are the same in every engine, and no other driver can set up forced colors.
mod chromium {
    use serde_json::json;

    use super::*;

    #[test]
    fn readers_who_choose_their_colors_can_too() {
        let page = opened("en");
        for (name, value) in [("forced-colors", "active"), ("prefers-contrast", "more")] {
            let features = json!([{ "name": name, "value": value }]);
            page.devtools(
                "Emulation.setEmulatedMedia",
                json!({ "features": features }),
            );
            page.run("await settle();");
            check(&page, name);
        }
    }

    mod long {
        use super::*;

        #[test]
        fn everyone_can_use_the_lessons_on_networks_in_other_languages() {
            check_lessons(&LANGUAGES[1..]);
        }

        #[test]
        fn everyone_can_use_the_lab_on_regularization_in_other_languages() {
            check_regularization(&LANGUAGES[1..]);
        }
    }
}
