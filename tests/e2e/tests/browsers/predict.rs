//! What is to be predicted, in a browser: hidden in every lesson, and kept when the figure moves.

use e2e::{Page, part};

const FIGURE: &str = "document.querySelector('descent-widget')";

/// All lessons as the attribute names them.
const LESSONS: &str =
    "data rule program conventions rates basins physics steps predict questions share";

/// What stands in the lessons that say that something is left out, and which show nothing else.
const HIDDEN: &str =
    "[...document.querySelector('descent-widget').shadowRoot.querySelectorAll('.lesson')]
    .filter((it) => it.querySelector('.hidden-path')?.checkVisibility())";

#[test]
fn every_lesson_says_that_the_path_is_hidden_and_shows_it_after_the_answer() {
    let page = Page::with(&format!(
        "<descent-widget lessons='{LESSONS}' predict='10' lane='2' step='30'></descent-widget>"
    ));
    page.wait_until(&format!(
        "{FIGURE}.shadowRoot.querySelectorAll('.lesson:not([hidden]) .hidden-path').length === 11"
    ));
    page.wait_until(&format!("{HIDDEN}.length > 0"));
    let names = |of: &str| page.read(&format!("{of}.map((it) => it.dataset.lesson).join(' ')"));
    assert_eq!(
        names(HIDDEN),
        "rule physics rates steps program data conventions basins share"
    );
    let empty =
        format!("{HIDDEN}.filter((it) => !it.querySelector('.hidden-path + *').checkVisibility())");
    assert_eq!(names(&empty), "rule physics rates basins");
    let said = page.read(&format!(
        "{HIDDEN}.every((it) => it.querySelector('.hidden-path').textContent.startsWith('Momentum: the path is hidden'))"
    ));
    assert_eq!(said, "true");
    // The numbers of the path stand nowhere in the lessons, nor in what is copied from them.
    let told = page.read(&format!(
        "(() => {{
           const {{ x, y }} = {FIGURE}.record.lanes[1];
           const shown = [...{FIGURE}.shadowRoot.querySelectorAll('.lesson')]
             .map((it) => it.innerText + [...it.querySelectorAll('textarea')].map((at) => at.value).join(' '))
             .join(' ').replaceAll('−', '-');
           return [...x, ...y].slice(1).filter((n) => Math.abs(n) !== 7 && Math.abs(n) !== 2)
             .filter((n) => shown.includes(n.toPrecision(4)) || shown.includes('Momentum(lr')).length;
         }})()"
    ));
    assert_eq!(told, "0");

    let type_into = |at: usize, text: &str| {
        page.run(&format!(
            "const field = {FIGURE}.shadowRoot.querySelectorAll('[data-lesson=predict] input.number')[{at}];
             field.value = '{text}';
             field.dispatchEvent(new Event('change'));"
        ));
    };
    type_into(1, "-3");
    type_into(2, "0.5");
    let tell = part("[data-word='predictTell']");
    page.wait_until(&format!(
        "{tell}?.getAttribute('aria-disabled') === 'false'"
    ));
    page.run(&format!("{FIGURE}.speed = 100; {tell}.click();"));
    page.wait_until(&format!("{HIDDEN}.length === 0"));
    page.wait_until(&part("[data-lesson='rule'] .equation td .value"));
    page.wait_until(&format!(
        "{}?.value.includes('Momentum(lr')",
        part("[data-lesson='program'] textarea")
    ));
}

#[test]
fn a_reader_marks_a_place_plays_and_gets_the_verdict_where_the_path_has_come() {
    let page = Page::with(
        "<descent-widget lang='en' optimizers='sgd momentum' predict='6' speed='20'></descent-widget>",
    );
    let description = part("[data-panel='map'] .description");
    page.wait_until(&format!(
        "{description}?.textContent.includes('SGD: where will it be after 6 steps?')"
    ));
    page.run(&format!(
        "window.steps = []; window.answers = [];
         document.addEventListener('descent-step', ({{ detail }}) => steps.push(detail.step));
         document.addEventListener('descent-answer', ({{ detail }}) => answers.push(detail));
         window.asked = {FIGURE}.toSVG();"
    ));
    let play = part("[data-do='play']");
    // There is nothing to compare with yet: it says what to do first.
    page.click(page.place_on(&play, 0.5, 0.5));
    page.wait_until(&format!(
        "{}.textContent.includes('Mark the place first')",
        part("[role='status']")
    ));
    assert_eq!(page.read(&format!("{FIGURE}.currentStep")), "0");

    page.click(page.place_on(&part("[data-panel='map'] .box"), 0.6, 0.4));
    page.wait_until(&format!("{FIGURE}.toSVG() !== asked"));
    page.click(page.place_on(&play, 0.5, 0.5));
    page.wait_until("answers.length > 0");
    // The path was walked, and ends where it was asked for.
    assert_eq!(page.read("steps.at(-1)"), "6");
    assert!(
        page.read("steps.length")
            .parse::<usize>()
            .unwrap_or_default()
            > 2
    );
    assert_eq!(page.read(&format!("{FIGURE}.currentStep")), "6");
    let said = part("[data-lesson='predict'] .said");
    page.wait_until(&format!("{said}.innerText.includes('SGD after 6 steps')"));
    let right = page.read(&format!(
        "(() => {{
           const [{{ lesson, correct, lane, step, x, y, distance }}] = answers;
           const {{ lanes }} = {FIGURE}.record;
           const away = Math.hypot(x - lanes[0].x[6], y - lanes[0].y[6]);
           return [lesson, correct, lane, step, Math.abs(away - distance) < 1e-9].join();
         }})()"
    ));
    assert_eq!(right, "predict,false,SGD,6,true");

    // It plays on, and the answer is told once.
    page.click(page.place_on(&play, 0.5, 0.5));
    page.wait_until("steps.at(-1) === 30");
    assert_eq!(page.read("answers.length"), "1");
    assert_eq!(page.read(&format!("{said}.children.length")), "3");
}

#[test]
fn a_guess_and_an_answer_stay_when_the_figure_leaves_the_page_and_returns() {
    let page =
        Page::with("<descent-widget lessons='predict' predict='10' lane='2'></descent-widget>");
    page.wait_until(&part("[data-word='predictTell']"));
    let hidden = "figure.toSVG().length";
    page.run(&format!(
        "window.figure = {FIGURE};
         const field = figure.shadowRoot.querySelectorAll('[data-lesson=predict] input.number')[1];
         field.value = '-3.25';
         field.dispatchEvent(new Event('change'));"
    ));
    let move_it = || {
        page.run("figure.remove();");
        page.wait_until("window.pendingFrames.size === 0");
        page.run("document.body.append(figure);");
        page.wait_until(&part(".said p"));
    };
    let guess = format!("{}.textContent", part(".said p"));
    page.wait_until(&format!(
        "{}?.textContent.includes('−3.25')",
        part(".said p")
    ));
    let before = page.read(hidden);
    move_it();
    assert!(page.read(&guess).contains("−3.25"), "{}", page.read(&guess));
    assert_eq!(page.read(hidden), before, "the path is still hidden");

    page.run(&format!("{}.click();", part("[data-word='predictTell']")));
    let answered = format!("{FIGURE}.shadowRoot.querySelectorAll('.said p').length === 3");
    page.wait_until(&answered);
    let open = page.read(hidden);
    assert_ne!(open, before);
    move_it();
    page.wait_until(&answered);
    assert_eq!(page.read(hidden), open, "the path is still told");
}

#[test]
fn the_presets_of_figures_6_1_6_2_and_6_4_bring_what_shows_them() {
    let page = Page::with(
        "<descent-widget preset='book-6-1'></descent-widget>
         <descent-widget preset='book-6-4'></descent-widget>
         <descent-widget preset='book-6-2'></descent-widget>",
    );
    let [space, ball, slopes] =
        [0, 1, 2].map(|at| format!("document.querySelectorAll('descent-widget')[{at}]"));
    assert_eq!(page.read(&format!("{space}.view")), "space");
    page.wait_until(&format!(
        "{space}.shadowRoot.querySelector('.root').dataset.view === 'space'"
    ));
    assert_eq!(page.read(&format!("{space}.query")), "preset=book-6-1");
    assert_eq!(page.read(&format!("{slopes}.view")), "gradient");
    assert_eq!(page.read(&format!("{slopes}.query")), "preset=book-6-2");
    // What is out of sight waits.
    page.run(&format!("{ball}.scrollIntoView();"));
    page.wait_until(&format!(
        "{ball}.shadowRoot.querySelector('.lesson:not([hidden]) .physics')?.checkVisibility()"
    ));
    assert_eq!(page.read(&format!("{ball}.query")), "preset=book-6-4");
    assert_eq!(
        page.read(&format!("{ball}.record.lanes.map((it) => it.name).join()")),
        "momentum"
    );
}

#[test]
fn a_link_that_asks_says_what_it_asks() {
    let page = Page::with("<descent-widget predict='5'></descent-widget>");
    let lesson = part("[data-lesson='predict']");
    page.wait_until(&format!("{lesson}?.hidden === false"));
    page.wait_until(&format!(
        "{lesson}.innerText.includes('SGD: where will it be after 5 steps?')"
    ));
    assert_eq!(page.read(&format!("{FIGURE}.query")), "predict=5");

    // Closed by a person, it stays closed, and asks on.
    page.run(&format!("{}.click();", part("#tab-loss")));
    page.wait_until(&format!("{lesson}.hidden"));
    page.run(&format!("{FIGURE}.seek(3);"));
    page.wait_until(&format!("{FIGURE}.currentStep === 3"));
    page.run(
        "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));",
    );
    assert_eq!(page.read(&format!("{lesson}.hidden")), "true");
    page.run(&format!("{FIGURE}.predict = 6;"));
    page.wait_until(&format!(
        "!{lesson}.hidden && {lesson}.innerText.includes('after 6 steps?')"
    ));
}
