//! What a lecturer prepares: links in the prose, locks, presets.

use e2e::{Key, Page, Place, Session, Site, dist, part};

const NOTES: &str = "
    <p><a id='first' href='#f' data-descent='?optimizers=adam'>the next figure</a></p>
    <descent-widget id='f'></descent-widget>
    <p><a id='named' href='#f' data-descent='f?preset=book-6-5&start=3 1'>Momentum</a>
       <a id='faster' href='#f' data-descent='f?optimizers=sgd:lr=1.02'>η = 1.02</a>
       <a id='plain' href='#elsewhere'>elsewhere</a></p>
    <div style='height: 300vh'></div>
    <p><a id='far' href='#f' data-descent='f?steps=7'>seven steps</a></p>";

#[track_caller]
fn query(page: &Page) -> String {
    page.read("document.querySelector('descent-widget').query")
}

#[track_caller]
fn click(page: &Page, id: &str) {
    let at = page.place_on(&format!("document.getElementById('{id}')"), 0.5, 0.5);
    page.click(at);
}

#[test]
fn links_in_the_prose_set_figures_up() {
    let page = Page::with(NOTES);
    click(&page, "first");
    assert_eq!(query(&page), "optimizers=adam");
    assert_eq!(page.events("change"), 1);
    click(&page, "named");
    assert_eq!(query(&page), "preset=book-6-5&start=3%201");
    page.run("document.getElementById('faster').focus();");
    page.press(&[Key::Enter]);
    assert_eq!(
        query(&page),
        "preset=book-6-5&optimizers=sgd:lr=1.02&start=3%201"
    );
    // The page's address and its other links are left alone.
    assert_eq!(page.read("location.hash"), "");
    page.run("document.getElementById('plain').click();");
    page.wait_until("location.hash === '#elsewhere'");
}

#[test]
fn a_link_scrolls_to_its_figure_only_where_that_is_out_of_sight() {
    let page = Page::with(NOTES);
    // The page's own scrolling, told from what engines do to hold a page in place.
    page.run(
        "const figure = document.getElementById('f');
         window.nTurns = 0;
         figure.scrollIntoView = (how) => {
           window.nTurns += 1;
           Element.prototype.scrollIntoView.call(figure, how);
         };
         Element.prototype.scrollIntoView.call(figure, { block: 'start', behavior: 'instant' });",
    );
    page.run("document.getElementById('named').click();");
    assert_eq!(query(&page), "preset=book-6-5&start=3%201");
    assert_eq!(page.read("window.nTurns"), "0");

    click(&page, "far");
    page.wait_until(
        "document.querySelector('descent-widget').query === 'preset=book-6-5&start=3%201&steps=7'",
    );
    assert_eq!(page.read("window.nTurns"), "1");
    page.wait_until("document.getElementById('f').getBoundingClientRect().bottom > 0");
}

#[test]
fn a_click_that_asks_for_a_new_tab_is_the_browsers() {
    let page = Page::with(NOTES);
    let prevented = page.read(
        "(() => {
           const link = document.getElementById('named');
           const event = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ctrlKey: true });
           // What the browser would do now is not for this test.
           window.addEventListener('click', (late) => { window.seen = late.defaultPrevented; late.preventDefault(); }, { once: true });
           link.dispatchEvent(event);
           return window.seen;
         })()",
    );
    assert_eq!(prevented, "false");
    assert_eq!(query(&page), "");
}

#[test]
fn what_is_locked_resists_pointer_finger_and_keys() {
    let page = Page::with(
        "<descent-widget lock='start optimizers' style='width: 900px'></descent-widget>",
    );
    let map = part("[data-panel='map'] .box");
    let on = |across, down| page.place_on(&map, across, down);
    page.drag(on(0.3, 0.3), on(0.7, 0.6));
    page.click(on(0.5, 0.5));
    page.tap(on(0.6, 0.4));
    assert_eq!(query(&page), "lock=optimizers%20start");
    assert_eq!(page.events("input"), 0);
    for id in [
        "control-start.x",
        "field-start.y",
        "control-lane.0",
        "control-lane.0.lr",
    ] {
        let control = part(&format!("[id='{id}']"));
        assert_eq!(page.read(&format!("{control}.disabled")), "true", "{id}");
    }
    // Steps and the player move on.
    let steps = part("[id='control-steps']");
    assert_eq!(page.read(&format!("{steps}.disabled")), "false");
    let loss: Place = page.place_on(&part("[data-panel='loss'] .box"), 0.5, 0.5);
    page.click(loss);
    assert!(query(&page).contains("step="), "{}", query(&page));
    // A script of the page may do what its reader may not.
    page.run("document.querySelector('descent-widget').start = '1 1';");
    assert!(query(&page).contains("start=1%201"), "{}", query(&page));
}

#[test]
fn a_preset_takes_what_the_other_attributes_say_on_top() {
    let page = Page::with("<descent-widget start='-3 1' preset='book-6-3'></descent-widget>");
    assert_eq!(query(&page), "preset=book-6-3&start=-3%201");
    page.run("document.querySelector('descent-widget').preset = 'book-6-7';");
    assert_eq!(query(&page), "preset=book-6-7&start=-3%201");
    page.run("document.querySelector('descent-widget').removeAttribute('preset');");
    assert_eq!(query(&page), "start=-3%201");
}

/// Opens a lesson that has no tab of its own, as a reader does.
#[track_caller]
fn open_lesson(page: &Page, name: &str) {
    page.wait_until(&part("#tab-more"));
    page.click(page.place_on(&part("#tab-more"), 0.5, 0.5));
    let entry = part(&format!("[data-opens='{name}']"));
    page.wait_until(&format!("{entry}?.checkVisibility()"));
    page.click(page.place_on(&entry, 0.5, 0.5));
    page.wait_until(&format!(
        "{}.childElementCount > 0",
        part(&format!("[data-lesson='{name}'] .lesson-body"))
    ));
}

#[test]
fn an_answer_sets_up_what_it_speaks_of_by_keyboard_too() {
    let page = Page::with("<descent-widget lang='en' start='5 5'></descent-widget>");
    open_lesson(&page, "questions");
    let all = part(".questions");
    assert_eq!(page.read(&format!("{all}.children.length")), "10");
    page.run(&format!(
        "{all}.children[3].querySelector('summary').focus();"
    ));
    page.press(&[Key::Enter, Key::Tab, Key::Enter]);
    assert_eq!(
        query(&page),
        "optimizers=sgd:lr=0.5%20sgd:lr=0.95&lang=en&lessons=questions"
    );
    // The words follow the language.
    let first = format!("{all}.querySelector('.question').textContent");
    let english = page.read(&first);
    page.run("document.querySelector('descent-widget').lang = 'ja';");
    page.wait_until(&format!("{first} !== {english:?}"));
}

#[test]
fn an_answer_leaves_what_the_lecturer_has_locked() {
    let page =
        Page::with("<descent-widget lock='optimizers' lessons='questions'></descent-widget>");
    page.wait_until(&part(".questions a"));
    page.run(&format!(
        "for (const link of {}.querySelectorAll('a')) link.click();",
        part(".questions")
    ));
    assert_eq!(
        page.read("document.querySelector('descent-widget').optimizers"),
        "sgd momentum adagrad adam"
    );
}

#[test]
fn the_state_is_shared_as_link_and_code() {
    let page = Page::with("<descent-widget preset='book-6-5' start='1 1'></descent-widget>");
    open_lesson(&page, "share");
    let value = |id: &str| page.read(&format!("{}.value", part(&format!("#share-{id}"))));
    page.wait_until(&format!("{}.value", part("#share-link")));
    assert!(value("link").ends_with("/descent-widget.html?preset=book-6-5&start=1%201"));
    assert!(value("element").contains("<descent-widget preset=\"book-6-5\" start=\"1 1\">"));
    assert!(value("frame").contains("&amp;start=1%201"));
    assert!(value("myst").contains("\"start\": \"1 1\""));
    page.run("document.querySelector('descent-widget').steps = 9;");
    page.wait_until(&format!(
        "{}.value.includes('steps=9')",
        part("#share-link")
    ));
}

#[test]
fn where_the_clipboard_is_closed_the_code_is_selected() {
    let page = Page::with("<descent-widget lang='en' lessons='share'></descent-widget>");
    page.wait_until(&format!("{}?.value", part("#share-element")));
    page.run(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error()) } });
         document.execCommand = () => false;",
    );
    page.run(&format!("{}.click();", part("#share-element + button")));
    page.wait_until(&format!(
        "{}.textContent.includes('Ctrl+C')",
        part(".share-status")
    ));
    let field = part("#share-element");
    assert_eq!(
        page.read(&format!(
            "{field}.selectionEnd - {field}.selectionStart === {field}.value.length"
        )),
        "true"
    );
}

#[test]
fn a_sandbox_shows_the_record_that_it_may_not_save() {
    let site = Site::of(dist())
        .page(
            "notes.html",
            "<!doctype html><iframe sandbox='allow-scripts' width='900' height='700'
               src='/descent-widget.html?optimizers=sgd&steps=3&lessons=share&lang=en'></iframe>",
        )
        .serve();
    let session = Session::start();
    session.open(&site.url("notes.html"));
    session.enter_frame(0);
    let button = part(".share-files button:last-child");
    session.wait_until(&format!(
        "document.querySelector('descent-widget')?.shadowRoot && {button}"
    ));
    session.run(&format!("{button}.click();"));
    let text = session.read(&format!("{}.value", part(".share-instead textarea")));
    assert!(text.starts_with("lane,optimizer,step,x,y,loss"), "{text}");
    assert_eq!(text.lines().count(), 5);
}

#[test]
fn the_lecture_note_speaks_one_language_by_switch_and_by_link() {
    let site = Site::of(dist().join("site")).serve();
    let session = Session::start();
    session.open(&site.url("index.html?lang=ja"));
    session.wait_until("document.querySelector('descent-widget')?.record");
    let shown = "[...document.querySelectorAll('main [lang]')].filter((it) => it.checkVisibility())
                   .map((it) => it.lang).filter((it, i, all) => all.indexOf(it) === i).join(' ')";
    assert_eq!(session.read(shown), "ja");
    session.wait_until(
        "[...document.querySelectorAll('descent-widget')].every(({ language }) => language === 'ja')",
    );
    // The figures around it have come to rest when it stays where it was put.
    session.run(
        "const part = document.querySelector('#zigzag');
         const place = () => {
           part.scrollIntoView({ behavior: 'instant' });
           return `${part.getBoundingClientRect().top} ${scrollY}`;
         };
         for (let at = ''; at !== place(); ) {
           at = place();
           await new Promise((done) => setTimeout(done, 300));
         }",
    );
    let top = "document.querySelector('#zigzag').getBoundingClientRect().top";
    let before = session.read(top);
    session.run("document.querySelector('[data-speak=en]').click();");
    assert_eq!(session.read(shown), "en");
    assert_eq!(session.read("document.documentElement.lang"), "en");
    assert_eq!(
        session.read("new URLSearchParams(location.search).get('lang')"),
        "en"
    );
    // The reader's place in the text stays where it was; a page scrolls by whole pixels.
    session.wait_until(&format!("Math.abs({top} - {before}) < 0.75"));
    session.wait_until("document.querySelector('descent-widget').language === 'en'");
    // Nothing is wider than the page.
    assert_eq!(
        session.read("document.documentElement.scrollWidth <= innerWidth"),
        "true"
    );
}

#[test]
fn the_links_of_the_lecture_note_move_its_figures() {
    let site = Site::of(dist().join("site")).serve();
    let session = Session::start();
    session.open(&site.url("index.html?lang=en"));
    session.wait_until("document.querySelector('descent-widget')?.record");
    session.run(
        "for (const link of document.querySelectorAll('main a[data-descent]')) if (link.checkVisibility()) link.click();",
    );
    // The last link of a figure decides.
    let figure = |id: &str| session.read(&format!("document.getElementById('{id}').query"));
    assert!(
        figure("zigzag-figure").contains("formula=x%5E2%2By%5E2"),
        "{}",
        figure("zigzag-figure")
    );
    assert_eq!(figure("adam-figure"), "preset=book-6-7&steps=60");
    assert_eq!(figure("which"), "surface=himmelblau&steps=60");
}

#[test]
fn the_sections_of_the_lecture_note_lead_on_in_the_readers_language() {
    let site = Site::of(dist().join("site")).serve();
    let session = Session::start();
    session.open(&site.url("training.html?lang=ja"));
    for (name, next) in [
        ("training", "initial-weights"),
        ("initial-weights", "batch-normalization"),
        ("batch-normalization", "regularization"),
        ("regularization", "hyperparameters"),
        ("hyperparameters", "index"),
    ] {
        session.wait_until(&format!("location.pathname === '/{name}.html'"));
        session.wait_until("document.querySelector('descent-widget')?.language === 'ja'");
        assert_eq!(
            session.read("document.documentElement.scrollWidth <= innerWidth"),
            "true"
        );
        let here = "document.querySelector('.chapter [aria-current]').href";
        assert!(session.read(here).contains(name), "{name}");
        session.run("document.querySelector('.following a').click();");
        session.wait_until(&format!(
            "location.pathname + location.search === '/{next}.html?lang=ja'"
        ));
    }
}

#[test]
fn the_links_of_a_section_set_its_figure_up() {
    let site = Site::of(dist().join("site")).serve();
    let session = Session::start();
    session.open(&site.url("initial-weights.html?lang=en"));
    let figure = "document.querySelector('descent-widget')";
    session.wait_until(&format!("{figure}?.language === 'en'"));
    assert_eq!(
        session.read(&format!("{figure}.query")),
        "lab=weight-init&iterations=500"
    );
    session.run("document.querySelector('[slot=try]:lang(en)').click();");
    assert_eq!(
        session.read(&format!("{figure}.query")),
        "lab=weight-init&iterations=500&activation=relu"
    );
}

/// No other driver can show a page as paper.
mod chromium {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_section_prints_the_answers_to_its_questions() {
        let site = Site::of(dist().join("site")).serve();
        let session = Session::start();
        session.open(&site.url("regularization.html?lang=ko"));
        let answers = "[...document.querySelectorAll('.answer p:lang(ko)')]";
        let shown =
            format!("{answers}.map((it) => it.checkVisibility({{ contentVisibilityAuto: true }}))");
        assert_eq!(session.read(&shown), "false,false,false");
        session.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
        // The media changes with the next frame.
        session.wait_until(&format!("String({shown}) === 'true,true,true'"));
        let contents = "document.querySelector('.chapter').checkVisibility()";
        assert_eq!(session.read(contents), "false");
    }

    #[test]
    fn the_lecture_note_prints_its_questions_with_their_answers() {
        let site = Site::of(dist().join("site")).serve();
        let session = Session::start();
        session.open(&site.url("index.html?lang=ko"));
        // Nobody has scrolled to the figure.
        session.wait_until(
            "performance.getEntriesByType('resource').some(({ name }) => name.includes('lessons_bg'))",
        );
        session.wait_until("document.querySelector('#questions').record");
        session.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
        let answers = "[...document.querySelector('#questions').shadowRoot.querySelectorAll('.questions details > p')]";
        session.wait_until(&format!(
            "(dispatchEvent(new Event('beforeprint')), {answers}.length === 10)"
        ));
        let shown = format!(
            "{answers}.every((it) => it.checkVisibility() && it.clientHeight > 15 && it.textContent.length > 20)"
        );
        assert_eq!(session.read(&shown), "true");
        let part = |selector: &str| {
            format!(
                "document.querySelector('#questions').shadowRoot.querySelector(\"{selector}\").checkVisibility()"
            )
        };
        for (selector, is_shown) in [
            (".questions .question", "true"),
            (".questions summary", "false"),
            (".questions a", "false"),
            ("[data-lesson='share']", "false"),
            (".player", "false"),
        ] {
            assert_eq!(session.read(&part(selector)), is_shown, "{selector}");
        }
        // On the screen the answers are closed again.
        session.devtools("Emulation.setEmulatedMedia", json!({ "media": "" }));
        let closed = format!("{answers}.every((it) => !it.checkVisibility())");
        assert_eq!(session.read(&closed), "true");
    }
}
