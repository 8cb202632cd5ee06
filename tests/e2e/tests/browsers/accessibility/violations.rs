//! What axe finds: nothing, in any state, in any language.

use e2e::{Page, Session};

use super::{LANGUAGES, notes, open_everything, site};

/// States by name: the link that leads there, and what a person does then.
const STATES: [(&str, &str, &str); 14] = [
    ("in space", "view=space", ""),
    ("asked", "predict=20&lessons=predict", ""),
    ("closed", "", "await openAll(false);"),
    (
        "a formula",
        "surface=formula",
        "await enter('control-formula', 'sin(');",
    ),
    ("a number", "", "await enter('field-start.x', '1e999x');"),
    ("diverged", "optimizers=sgd:lr=1.02 adam&steps=200", ""),
    (
        "converged",
        "optimizers=adam:lr=0.5&steps=900&loss-scale=linear",
        "",
    ),
    ("playing", "steps=2000", "figure().play(); await settle();"),
    ("only the picture", "controls=none", ""),
    ("a picture that plays", "controls=none&autoplay", ""),
    ("the player", "controls=basic", ""),
    ("dark", "theme=dark", "await openAll(true);"),
    ("locked", "lock=start optimizers surface steps", ""),
    ("compared", "comparison=same&noise=0.2", ""),
];

#[track_caller]
fn check(page: &Session, state: &str) {
    let found = page.read("violations()");
    assert_eq!(found, "", "{state}");
}

/// A figure in a language, as it comes and with everything open.
#[track_caller]
fn check_language(language: &str) {
    let page = notes(&format!("lang={language}"));
    check(&page, "as it comes");
    open_everything(&page);
    check(&page, "everything open");
}

/// All states, one after the other.
#[track_caller]
fn check_states(language: &str) {
    let page = notes(&format!("lang={language}"));
    for (name, query, act) in STATES {
        page.run(&format!("await show('{query}'); {act}"));
        check(&page, name);
    }
    check_narrow(&page);
}

/// Each lane with its rule and its program open, in each of the rule's forms.
#[track_caller]
fn check_every_rule(page: &Session) {
    for form in [
        "",
        "&momentum-form=pytorch&nesterov-form=early",
        "&momentum-form=average",
    ] {
        page.run(&format!(
            "await show('lessons=rule program&optimizers=sgd momentum nesterov adagrad rmsprop \
             adam&step=12{form}');"
        ));
        for lane in 1..=6 {
            page.run(&format!("figure().lane = {lane}; await settle();"));
            check(page, &format!("the rule and program of lane {lane}{form}"));
        }
    }
}

#[track_caller]
fn check_narrow(page: &Page) {
    page.run("document.body.style.inlineSize = '320px';");
    open_everything(page);
    check(page, "everything open and narrow");
}

#[test]
fn no_violation_in_korean() {
    check_language("ko");
}

#[track_caller]
fn check_own_data(languages: &[&str]) {
    for language in languages {
        let page = notes(&format!(
            "lab='training' iterations='1' lessons='files' lang='{language}'"
        ));
        page.wait_until("inside().querySelector('.files-input') !== null");
        page.wait_until("figure().record?.recorded === 1");
        check(&page, "the digits");
        // Twenty pictures of one pixel; their labels; and neither.
        let pictures = "[0, 0, 8, 3, 0, 0, 0, 20, 0, 0, 0, 1, 0, 0, 0, 1, ...Array(20).fill(9)]";
        let labels = "[0, 0, 8, 1, 0, 0, 0, 20, ...Array(10).fill(0), ...Array(10).fill(1)]";
        for (files, state, shown) in [
            (
                [pictures, labels],
                "one's own",
                "'p:not([hidden]) > [data-word=filesBack]'",
            ),
            (
                [pictures, "[1, 2, 3]"],
                "a problem",
                "'.files-status[data-problem]'",
            ),
        ] {
            page.run(&format!(
                "const dataTransfer = new DataTransfer();
                 for (const [index, bytes] of [{}, {}].entries()) {{
                   dataTransfer.items.add(new File([new Uint8Array(bytes)], `file ${{index}}`));
                 }}
                 const drop = new DragEvent('drop', {{ bubbles: true, cancelable: true, dataTransfer }});
                 inside().querySelector('.files').dispatchEvent(drop);",
                files[0], files[1]
            ));
            page.wait_until(&format!(
                "inside().querySelector({shown})?.checkVisibility()"
            ));
            page.wait_until("figure().record?.recorded === 1");
            check(&page, state);
        }
    }
}

#[test]
fn no_violation_with_data_of_ones_own() {
    check_own_data(&LANGUAGES[..1]);
}

#[track_caller]
fn check_shipped(page: &str) {
    let site = site().serve();
    let session = Session::start();
    for &language in LANGUAGES {
        session.open(&site.url(&format!(
            "{page}?lang={language}&lessons=rule%20conventions%20predict"
        )));
        load_axe(&session);
        session.wait_until("document.querySelector('descent-widget')?.record?.lanes.length > 0");
        session.wait_until(&format!("document.documentElement.lang === '{language}'"));
        session.wait_until(
            "!document.querySelector('descent-widget').shadowRoot.querySelector('[data-loading]')",
        );
        check(&session, &format!("{page} {language}"));
    }
}

#[test]
fn no_violation_on_the_single_page() {
    check_shipped("descent-widget.html");
}

#[test]
fn no_violation_where_the_engine_may_not_start() {
    let site = site()
        .policy("script-src 'self'")
        .page(
            "notes.html",
            "<!doctype html><html lang='en'><title>Notes</title><main><h1>Notes</h1>
             <descent-widget><a href='figure.png'>A picture</a></descent-widget></main>
             <script type='module' src='/descent-widget.js'></script>",
        )
        .serve();
    let session = Session::start();
    session.open(&site.url("notes.html"));
    session.wait_until("document.querySelector('descent-widget').shadowRoot?.querySelector('.failure:not([hidden])')");
    load_axe(&session);
    check(&session, "a policy without wasm");
}

/// Brings axe into a page that was not made for it.
#[track_caller]
fn load_axe(session: &Session) {
    session.run(
        "for (const name of ['axe', 'audit']) {
           const script = document.createElement('script');
           script.src = `/${name}.js`;
           document.head.append(script);
           await new Promise((done) => { script.onload = done; });
         }",
    );
}

/// Words are the same in every engine, and no other driver can set up forced colors.
mod chromium {
    use serde_json::json;

    use super::*;

    #[test]
    fn no_violation_in_english() {
        check_language("en");
        check_states("en");
    }

    #[test]
    fn no_violation_in_japanese() {
        check_language("ja");
    }

    #[test]
    fn no_violation_on_the_gallery() {
        check_shipped("site/index.html");
    }

    #[test]
    fn no_violation_in_the_sections_of_the_note() {
        let site = site().serve();
        let session = Session::start();
        for (name, language) in [
            ("training", "ko"),
            ("initial-weights", "en"),
            ("batch-normalization", "ja"),
            ("regularization", "ko"),
            ("hyperparameters", "en"),
        ] {
            session.open(&site.url(&format!("site/{name}.html?lang={language}")));
            load_axe(&session);
            // A figure takes its words when it comes into sight.
            session.wait_until(
                "[...document.querySelectorAll('descent-widget')].every((it) => {
                   const map = it.shadowRoot?.querySelector('[aria-describedby=map-description]');
                   if (!map?.ariaLabel) it.scrollIntoView();
                   return map?.ariaLabel;
                 })",
            );
            check(&session, name);
        }
    }

    #[test]
    fn no_violation_for_readers_who_choose_their_colors() {
        let page = notes("");
        for (name, value) in [
            ("forced-colors", "active"),
            ("prefers-contrast", "more"),
            ("prefers-color-scheme", "dark"),
        ] {
            let features = json!([{ "name": name, "value": value }]);
            page.devtools(
                "Emulation.setEmulatedMedia",
                json!({ "features": features }),
            );
            open_everything(&page);
            check(&page, name);
        }
    }

    mod long {
        use super::*;

        #[test]
        fn no_violation_in_any_state_in_korean() {
            check_states("ko");
        }

        #[test]
        fn no_violation_in_any_state_in_japanese() {
            check_states("ja");
        }

        #[test]
        fn no_violation_with_any_rule() {
            for &language in LANGUAGES {
                check_every_rule(&notes(&format!("lang={language}")));
            }
        }

        #[test]
        fn no_violation_with_data_of_ones_own_in_other_languages() {
            check_own_data(&LANGUAGES[1..]);
        }
    }
}
