//! Figures among other things on a page: several, moved, removed, spoken to, misspelt.

use std::{thread, time::Duration};

use e2e::{Page, Session, Site, dist, part};

const FIGURE: &str = "document.querySelector('descent-widget')";

#[test]
fn two_figures_keep_apart_and_share_module_and_frame_loop() {
    let page = Page::with(
        "<div style='display: grid; grid-template-columns: 1fr 1fr'>
           <descent-widget id='a' steps='300'></descent-widget>
           <descent-widget id='b' steps='300' surface='booth' start='1 1'></descent-widget>
         </div>",
    );
    let both = "['a', 'b'].map((id) => document.getElementById(id))";
    let describe =
        format!("{both}.map(({{ record: r }}) => [r.surface, ...r.start].join(' ')).join('|')");
    assert_eq!(page.read(&describe), "ravine -7 2|booth 1 1");
    page.run("document.getElementById('a').start = '3 -1';");
    assert_eq!(page.read(&describe), "ravine 3 -1|booth 1 1");

    page.run(&format!("for (const figure of {both}) figure.play();"));
    page.wait_until(&format!(
        "{both}.every(({{ currentStep }}) => currentStep > 3)"
    ));
    assert_eq!(page.read("window.mostPendingFrames"), "1");
    let modules = page
        .site()
        .requests()
        .iter()
        .filter(|it| it.contains("descent-widget.js"))
        .count();
    assert_eq!(modules, 1);
}

#[test]
fn a_second_copy_of_the_module_is_no_error() {
    let page = Page::with("<descent-widget></descent-widget>");
    page.run(
        "const script = document.createElement('script');
         script.type = 'module';
         script.src = '/descent-widget.js?v=2';
         const loaded = new Promise((done) => { script.onload = done; });
         document.body.append(script);
         await loaded;
         document.body.append(document.createElement('descent-widget'));",
    );
    page.wait_until_ready();
    assert_eq!(
        page.read("document.querySelectorAll('descent-widget')[1].record.lanes.length"),
        "4"
    );
}

#[test]
fn a_figure_that_is_taken_out_leaves_nothing_and_comes_back_as_it_was() {
    let page = Page::with("<descent-widget steps='500'></descent-widget>");
    page.run(&format!(
        "window.figure = {FIGURE};
         figure.start = '4 -3';
         figure.play();"
    ));
    page.wait_until("figure.currentStep > 2");
    page.run("figure.remove();");
    page.wait_until("window.pendingFrames.size === 0");
    thread::sleep(Duration::from_millis(200));
    assert_eq!(page.read("window.pendingFrames.size"), "0");
    let shown = page.read("figure.currentStep");

    page.run("document.body.append(figure);");
    assert_eq!(page.read("figure.record.start.join(' ')"), "4 -3");
    assert_eq!(page.read("figure.currentStep"), shown);
    // It lives: a click on its map places the start anew.
    page.wait_until(&format!(
        "{}.clientWidth > 0",
        part("[data-panel='map'] .box")
    ));
    page.click(page.place_on(&part("[data-panel='map'] .box"), 0.5, 0.5));
    assert_ne!(page.read("figure.record.start.join(' ')"), "4 -3");
}

#[test]
fn a_figure_that_is_moved_goes_on_playing() {
    let page = Page::with("<descent-widget steps='2000'></descent-widget><div id='other'></div>");
    page.run(&format!("window.figure = {FIGURE}; figure.play();"));
    page.wait_until("figure.currentStep > 2");
    page.run("document.getElementById('other').append(figure);");
    let shown = page.read("figure.currentStep");
    page.wait_until(&format!("figure.currentStep > {shown}"));
    page.run("figure.pause();");
}

#[test]
fn a_figure_works_in_a_foreign_shadow_root_and_before_it_is_in_a_page() {
    let page = Page::with("<div id='host'></div>");
    page.run(
        "window.figure = document.createElement('descent-widget');
         figure.optimizers = 'momentum';
         figure.start = '1 2';",
    );
    assert_eq!(page.read("figure.record.start.join(' ')"), "1 2");
    page.run(
        "const host = document.getElementById('host');
         host.attachShadow({ mode: 'open' }).append(figure);",
    );
    page.wait_until("figure.shadowRoot.querySelector('.root').clientHeight > 0");
    assert_eq!(
        page.read("figure.record.lanes.map(({ name }) => name).join(' ')"),
        "momentum"
    );
}

#[test]
fn language_follows_the_attribute_the_page_and_the_nearest_ancestor() {
    let page = Page::with("<descent-widget></descent-widget><div id='notes'></div>");
    let label = format!("{}.textContent", part("[data-word='settings']"));
    let in_english = page.read(&label);
    assert!(in_english.is_ascii(), "{in_english}");
    page.run(&format!("{FIGURE}.lang = 'ja';"));
    page.wait_until(&format!(
        "{FIGURE}.language === 'ja' && {label} !== {in_english:?}"
    ));
    let in_japanese = page.read(&label);
    page.run(&format!(
        "{FIGURE}.removeAttribute('lang'); document.documentElement.lang = 'ko-KR';"
    ));
    page.wait_until(&format!("{FIGURE}.language === 'ko'"));
    let in_korean = page.read(&label);
    assert_ne!(in_korean, in_japanese);
    page.run(&format!(
        "const notes = document.getElementById('notes');
         notes.lang = 'en-GB';
         notes.append({FIGURE});"
    ));
    page.wait_until(&format!(
        "{FIGURE}.language === 'en' && {label} === {in_english:?}"
    ));
    assert_eq!(page.read("window.warnings.join('\\n')"), "");
}

#[test]
fn broken_attributes_fall_back_and_are_named_once() {
    let page = Page::with(
        "<descent-widget optimizers='sgdd' start='1' steps='many' surface='moon' theme='mauve'>
         </descent-widget>",
    );
    let state = page.read(&format!(
        "(({{ surface, start, steps, lanes }}) =>
           [surface, start.join(' '), steps, lanes.map(({{ name }}) => name).join(' ')].join('|')
         )({FIGURE}.record)"
    ));
    assert_eq!(state, "ravine|-7 2|30|sgd momentum adagrad adam");
    for (name, value) in [
        ("optimizers", "sgdd"),
        ("start", "1"),
        ("steps", "many"),
        ("surface", "moon"),
        ("theme", "mauve"),
    ] {
        let of_this = format!(
            "window.warnings.filter((it) => it.includes('\"{name}\"') && it.includes('\"{value}\"')).length"
        );
        assert_eq!(page.read(&of_this), "1", "{name}");
    }
    page.run(&format!("{FIGURE}.setAttribute('steps', '12');"));
    assert_eq!(page.read(&format!("{FIGURE}.record.steps")), "12");
}

#[test]
fn a_link_and_a_state_give_the_same_figure_as_the_attributes() {
    let page = Page::with(
        "<descent-widget id='a' surface='beale' optimizers='sgd:lr=0.01 adam:lr=0.2,beta1=0.8'
           start='0.5 -1.5' steps='40' step='7'></descent-widget>
         <descent-widget id='b'></descent-widget><descent-widget id='c'></descent-widget>",
    );
    page.run(
        "window.figures = ['a', 'b', 'c'].map((id) => document.getElementById(id));
         figures[1].query = '?' + figures[0].query;
         figures[2].setState(JSON.parse(JSON.stringify(figures[0].getState())));",
    );
    let records =
        page.read("new Set(figures.map((it) => window.recorded(it) + it.currentStep)).size");
    assert_eq!(records, "1");
    assert_eq!(
        page.read("new Set(figures.map((it) => it.query)).size"),
        "1"
    );
}

#[test]
fn a_figure_in_an_empty_box_draws_when_it_is_shown() {
    let page =
        Page::with("<div id='slide' style='display: none'><descent-widget></descent-widget></div>");
    let painted = format!(
        "(() => {{
           const canvas = {}.querySelector('canvas');
           if (!canvas.width) return false;
           const {{ data }} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
           return data.some((value) => value !== 0);
         }})()",
        part("[data-panel='map'] .box")
    );
    assert_eq!(page.read(&format!("{FIGURE}.record.lanes.length")), "4");
    page.run("document.getElementById('slide').style.display = 'block';");
    page.wait_until(&painted);
}

#[test]
fn a_figure_leaves_its_own_tag_as_the_page_wrote_it() {
    let tag =
        "<descent-widget id=\"f\" class=\"wide\" steps=\"40\"><p>A picture</p></descent-widget>";
    let page = Page::with(&format!("<main>{tag}</main>"));
    page.click(page.place_on(&part("[data-panel='map'] .box"), 0.5, 0.5));
    page.wait_until("window.pendingFrames.size === 0");
    assert_eq!(page.read("document.querySelector('main').innerHTML"), tag);
}

#[test]
fn pictures_can_be_taken_out() {
    let page = Page::with("<descent-widget></descent-widget>");
    let svg = page.read(&format!("{FIGURE}.toSVG()"));
    assert!(
        svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>"),
        "{svg:.80}"
    );
    let blob = page.read(&format!(
        "{FIGURE}.toBlob().then((blob) => `${{blob.type}} ${{blob.size > 5000}}`)"
    ));
    assert_eq!(blob, "image/png true");
}

#[test]
fn properties_are_there_before_the_engine_and_keep_what_is_set() {
    let html =
        "<!doctype html><meta charset='utf-8'><title>Notes</title><link rel='icon' href='data:,'>
        <script>
          // Before the element is defined.
          window.early = document.createElement('descent-widget');
          window.early.steps = 12;
          window.early.optimizers = ['sgd', 'adam:lr=0.1'];
        </script>
        <script type='module' src='/npm/descent-widget.js'></script>";
    let site = Site::of(dist())
        .page("notes.html", html)
        .hold("npm/descent_widget_bg.wasm.gz")
        .serve();
    let session = Session::start();
    session.open(&site.url("notes.html"));
    session.wait_until("customElements.get('descent-widget')");
    session.run("window.figure = document.createElement('descent-widget');");
    assert_eq!(session.read("'lossScale' in window.figure"), "true");
    let version = env!("CARGO_PKG_VERSION");
    let class = "customElements.get('descent-widget')";
    assert_eq!(session.read(&format!("{class}.version")), version);
    session.run(
        "Object.assign(window.figure, { lossScale: 'linear', start: [1, -2], steps: 70, theme: 'dark' });
         window.figure.steps = null;
         window.figure.autoplay = false;
         window.both = [window.figure, window.early];
         document.body.append(...window.both);",
    );
    let set = "window.both.map((it) => [it.lossScale, it.start, it.steps, it.optimizers].join('|')).join('; ')";
    assert_eq!(session.read(set), "linear|1 -2||; ||12|sgd adam:lr=0.1");
    site.release();
    session.wait_until("window.both.every((it) => it.record)");
    assert_eq!(
        session.read(set),
        "linear|1 -2|30|sgd momentum adagrad adam; log|-7 2|12|sgd adam:lr=0.1"
    );
    assert_eq!(session.read("window.early.record.lanes.length"), "2");
    assert_eq!(session.read("window.early.record.version"), version);
}

#[test]
fn what_a_script_sets_in_one_task_is_taken_at_once_after_it() {
    let page = Page::with("<descent-widget></descent-widget>");
    page.run(&format!(
        "window.figure = {FIGURE};
         for (const steps of [40, 50, 60]) window.figure.setAttribute('steps', steps);
         window.figure.setAttribute('optimizers', 'adam');"
    ));
    page.wait_until(
        "window.figure.shadowRoot.querySelectorAll('.lanes > li').length === 1
         && window.figure.shadowRoot.querySelector('.step-text').textContent.includes('60')",
    );
    // Set again to the text it has: the figure was moved away from it.
    page.run(
        "window.figure.setState({ optimizers: 'sgd momentum' });
         window.figure.setAttribute('optimizers', 'adam');",
    );
    page.wait_until("window.figure.record.lanes.length === 1");
    assert_eq!(page.read("window.figure.record.lanes[0].name"), "adam");
}
