//! Networks that train side by side, watched and steered by hand.

use e2e::{Key, Page, part};

const FIGURE: &str = "document.querySelector('descent-widget')";

fn opened(attributes: &str) -> Page {
    let page = Page::with(&format!(
        "<descent-widget lab='training' lang='en' {attributes}></descent-widget>"
    ));
    page.wait_until(&format!("{FIGURE}.record?.recorded > 0"));
    page
}

fn status(page: &Page) -> String {
    page.read(&format!("{}.textContent", part(".step-text")))
}

fn press(page: &Page, button: &str) {
    let at = page.place_on(&part(&format!("[data-do='{button}']")), 0.5, 0.5);
    page.click(at);
}

#[test]
fn all_rules_train_to_the_end() {
    let page = opened("iterations='16'");
    page.wait_until(&format!("{FIGURE}.record?.recorded === 16"));
    assert_eq!(
        page.read(&format!(
            "{FIGURE}.record.panels[0].curves.map(({{ name, value }}) => `${{name}} ${{value.length}}`)"
        )),
        "SGD 16,Momentum 16,AdaGrad 16,Adam 16"
    );
    page.wait_until(&format!(
        "{}.textContent === 'Iteration 16 / 16'",
        part(".step-text")
    ));
    // All learn; the plain rule last, as in the book.
    let falls =
        format!("{FIGURE}.record.panels[0].curves.every(({{ value }}) => value.at(-1) < value[0])");
    assert_eq!(page.read(&falls), "true");
    let slowest = format!(
        "{FIGURE}.record.panels[0].curves.map(({{ value }}) => value.at(-1))
           .every((loss, lane, all) => loss <= all[0])"
    );
    assert_eq!(page.read(&slowest), "true");
    // The data is credited.
    let terms = page.read(&format!("{}.textContent", part(".terms")));
    assert!(terms.contains("CC BY 4.0"), "{terms}");
}

#[test]
fn a_lab_asks_its_rows_answer_and_the_run_before_stays_in_sight() {
    let page = opened("iterations='5000' optimizers='sgd'");
    let caption = format!("{}.textContent", part("[data-panel='map'] .caption"));
    assert_eq!(
        page.read(&caption),
        "Optimizers on a neural network Which one learns fastest?"
    );
    page.wait_until(&format!("{FIGURE}.record.recorded > 100"));
    let state = format!("{}.textContent", part(".row[data-lane='lane.0'] .state"));
    assert_eq!(page.read(&state), "training");
    page.run(&format!("{}.focus();", part("[id='control-lane.0.lr']")));
    page.press(&[Key::Right]);
    page.wait_until(&format!(
        "{}.textContent.includes('gray: previous settings')",
        part("#map-description")
    ));
    assert!(!page.read(&format!("{FIGURE}.query")).contains("previous"));
}

#[test]
fn a_browser_that_paints_slowly_computes_on_between_two_pictures() {
    let page = opened("iterations='5000'");
    page.run(
        "window.frames = { all: 0, drawn: 0 };
         let isDrawn = false;
         const { stroke } = CanvasRenderingContext2D.prototype;
         CanvasRenderingContext2D.prototype.stroke = function (...words) {
           isDrawn = true;
           return stroke.apply(this, words);
         };
         const ask = window.requestAnimationFrame.bind(window);
         window.requestAnimationFrame = (callback) => ask((time) => {
           isDrawn = false;
           callback(time);
           window.frames.all += 1;
           if (!isDrawn) return;
           window.frames.drawn += 1;
           const end = performance.now() + 200;
           while (performance.now() < end);
         });",
    );
    page.wait_until("window.frames.drawn >= 5");
    let frames = page.read("`${window.frames.all} with ${window.frames.drawn} drawn`");
    let is_so = page.read("window.frames.all >= 2 * window.frames.drawn");
    assert_eq!(is_so, "true", "{frames}");
}

#[test]
fn the_player_stops_steps_and_goes_back() {
    let page = opened("iterations='5000'");
    page.wait_until(&format!("{FIGURE}.record.recorded > 100"));
    press(&page, "play");
    page.wait_until(&format!("{FIGURE}.currentStep > 3"));
    press(&page, "play");
    page.wait_until(&format!(
        "!{}.hasAttribute('data-playing')",
        part("[data-do='play']")
    ));
    let stopped = status(&page);
    page.run("await new Promise((done) => setTimeout(done, 300));");
    assert_eq!(status(&page), stopped, "it rests while it is paused");
    let number = |text: &str| -> usize {
        let number = text.split(' ').nth(1).and_then(|it| it.parse().ok());
        number.unwrap_or_else(|| panic!("{text}"))
    };
    let before = number(&stopped);
    press(&page, "forward");
    page.wait_until(&format!(
        "{}.textContent.startsWith('Iteration {} ')",
        part(".step-text"),
        before + 1
    ));
    press(&page, "back");
    page.wait_until(&format!(
        "{}.textContent.startsWith('Iteration {before} ')",
        part(".step-text")
    ));
    page.run(&format!("{}.focus();", part(".scrub")));
    page.press(&[Key::Home]);
    page.wait_until(&format!(
        "{}.textContent.startsWith('Iteration 0 ')",
        part(".step-text")
    ));
    // What is recorded stays.
    let recorded = page.read(&format!("{FIGURE}.record.recorded > {before}"));
    assert_eq!(recorded, "true");
}

#[test]
fn a_figure_that_leaves_its_page_trains_on_when_it_is_back() {
    let page = opened("iterations='8'");
    page.run(&format!(
        "const figure = {FIGURE};
         figure.remove();
         await new Promise((done) => setTimeout(done, 100));
         document.body.append(figure);"
    ));
    page.wait_until(&format!("{FIGURE}.record?.recorded === 8"));
}

#[test]
fn a_setting_begins_anew_and_the_link_holds_it() {
    let page = opened("iterations='8' optimizers='sgd adam:lr=0.01'");
    page.wait_until(&format!("{FIGURE}.record?.recorded === 8"));
    page.run(&format!("{FIGURE}.setAttribute('batch', '32');"));
    page.wait_until(&format!("{FIGURE}.record?.recorded === 8"));
    assert_eq!(
        page.read(&format!("{FIGURE}.query")),
        "lab=training&optimizers=sgd%20adam:lr=0.01&lang=en&iterations=8&batch=32"
    );
}

#[test]
fn a_rate_of_one_network_changes_that_network_alone() {
    let page = opened("iterations='6' optimizers='sgd momentum'");
    page.wait_until(&format!("{FIGURE}.record?.recorded === 6"));
    let losses = |lane: usize| {
        page.read(&format!(
            "[...{FIGURE}.record.panels[0].curves[{lane}].value].join(' ')"
        ))
    };
    let before = [losses(0), losses(1)];
    let field = part("[id='field-lane.0.lr']");
    page.run(&format!("{field}.focus(); {field}.select();"));
    page.type_text("0.5");
    page.press(&[Key::Enter]);
    page.wait_until(&format!(
        "{FIGURE}.query.includes('sgd:lr=0.5') && {FIGURE}.record?.recorded === 6"
    ));
    assert_ne!(losses(0), before[0]);
    assert_eq!(losses(1), before[1]);
}

#[test]
fn reset_shows_the_start_and_a_speed_is_chosen_by_hand() {
    let page = opened("iterations='30' step='30'");
    page.wait_until(&format!("{FIGURE}.record?.recorded === 30"));
    press(&page, "reset");
    page.wait_until(&format!(
        "{}.textContent === 'Iteration 0 / 30'",
        part(".step-text")
    ));
    let select = part("select[id$='speed']");
    page.run(&format!(
        "{select}.value = '1'; {select}.dispatchEvent(new Event('change', {{ bubbles: true }}));"
    ));
    page.wait_until(&format!("{FIGURE}.query.includes('speed=1')"));
    // Ten iterations a second: it plays, and stops where it is told to.
    press(&page, "play");
    page.wait_until(&format!("{FIGURE}.currentStep > 3"));
    press(&page, "play");
    let shown = status(&page);
    page.run("await new Promise((done) => setTimeout(done, 300));");
    assert_eq!(status(&page), shown);
}
