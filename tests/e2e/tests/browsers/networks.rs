//! What the experiments on networks have in common in a page: they compute when they are seen and play
//! when they are asked, and nothing around them moves meanwhile.

use e2e::{Options, Page, Session, Site, dist, part};

const FIGURE: &str = "document.querySelector('descent-widget')";

const PLAYER: &str = "[data-do='play']";

/// Whether it plays, and which step it shows.
fn stands(page: &Page) -> String {
    let player = part(PLAYER);
    page.read(&format!(
        "`${{{player}.hasAttribute('data-playing')}} ${{{FIGURE}.currentStep}}`"
    ))
}

/// A figure that has computed something and is far from its end.
fn computing(lab: &str, attributes: &str, options: Options) -> Page {
    let body = format!("<descent-widget lab='{lab}' lang='en' {attributes}></descent-widget>");
    let page = Page::on(Site::of(dist()), options, &body);
    page.wait_until(&format!("{FIGURE}.record?.recorded > 0"));
    page
}

#[track_caller]
fn check_waits(lab: &str, attributes: &str, options: Options) {
    let page = computing(lab, attributes, options);
    let before = page.read(&format!("{FIGURE}.record.recorded"));
    page.wait_until(&format!("{FIGURE}.record.recorded > {before}"));
    assert_eq!(stands(&page), "false 0", "{lab} {options:?}");
    assert_eq!(page.events("step"), 0);
}

const CALM: Options = Options {
    reduced_motion: true,
};

#[test]
fn a_lab_computes_in_sight_and_plays_only_when_it_is_asked() {
    check_waits("training", "iterations='5000'", Options::default());
    check_waits("search", "iterations='20' trials='400'", Options::default());
    let page = computing("training", "iterations='5000'", Options::default());
    page.click(page.place_on(&part(PLAYER), 0.5, 0.5));
    page.wait_until(&format!("{}.hasAttribute('data-playing')", part(PLAYER)));
    page.wait_until(&format!("{FIGURE}.currentStep > 3"));
}

#[test]
fn a_lab_that_is_to_play_by_itself_does() {
    let page = computing("training", "iterations='5000' autoplay", Options::default());
    page.wait_until(&format!("{FIGURE}.currentStep > 3"));
    assert!(stands(&page).starts_with("true"), "{}", stands(&page));
}

#[test]
fn a_lab_comes_to_its_end_unasked() {
    let page = computing("training", "iterations='12' units='10'", Options::default());
    page.wait_until(&format!("{FIGURE}.currentStep === 12"));
    page.wait_until(&format!("{}.textContent.includes('loss')", part(".lanes")));
    assert_eq!(page.events("end"), 0);
}

/// Lets a figure work, and gives all heights that it had meanwhile, and all places of what stands
/// below it and of its player.
fn heights(page: &Page, width: u32, language: &str, attributes: &str, work: &str) -> String {
    page.run(&format!(
        "document.body.innerHTML = `<div style='inline-size: {width}px'>
           <descent-widget lang='{language}' {attributes}></descent-widget><p id='below'>below</p></div>`;
         const figure = {FIGURE};
         while (!figure.record) await new Promise(requestAnimationFrame);
         while (figure.shadowRoot.querySelector('[data-reserving]')) {{
           figure.play();
           await new Promise(requestAnimationFrame);
         }}
         const places = new Set();
         const note = () => {{
           const top = (element) => Math.round(element.getBoundingClientRect().top - figure.getBoundingClientRect().top);
           const of = (selector) => top(figure.shadowRoot.querySelector(selector));
           places.add([top(document.querySelector('#below')), of('.scrub'), of('.step-text'), of('.terms')].join(' '));
         }};
         const frame = async () => {{ await new Promise(requestAnimationFrame); note(); }};
         {work}
         window.places = [...places].join(', ');"
    ));
    page.read("window.places")
}

#[test]
fn nothing_below_a_figure_moves_while_networks_train() {
    let page = Page::with("<descent-widget></descent-widget>");
    for language in ["ko", "en", "ja"] {
        for (width, attributes) in [
            (
                390,
                "lab='training' iterations='60' units='10' batch='20' speed='100'",
            ),
            (
                320,
                "lab='search' iterations='3' units='10' trials='12' speed='100'",
            ),
            (
                390,
                "lab='regularization' iterations='30' train-size='60' batch='20' speed='100'",
            ),
        ] {
            let work = "figure.seek(0); await frame(); figure.play();
                        for (let n = 0; n < 60; n += 1) await frame();";
            let places = heights(&page, width, language, attributes, work);
            assert!(
                !places.contains(','),
                "{language} {width} {attributes}: {places}"
            );
        }
    }
}

#[test]
fn nothing_below_a_figure_moves_while_the_race_plays_or_its_start_is_dragged() {
    let page = Page::with("<descent-widget></descent-widget>");
    for language in ["ko", "en", "ja"] {
        for width in [390, 800] {
            let work = "for (let n = 0; n <= 30; n += 3) { figure.seek(n); await frame(); }
                        for (let n = 0; n < 40; n += 1) {
                          figure.start = `${(Math.sin(n * 7) * 9).toFixed(2)} ${(Math.cos(n * 3) * 9).toFixed(2)}`;
                          await frame();
                        }";
            let places = heights(&page, width, language, "", work);
            assert!(!places.contains(','), "{language} {width}: {places}");
        }
    }
}

#[test]
fn the_player_of_a_search_speaks_of_trials() {
    let page = computing(
        "search",
        "iterations='2' units='10' trials='3'",
        Options::default(),
    );
    let label = |selector: &str| page.read(&format!("{}.ariaLabel", part(selector)));
    assert_eq!(label(".scrub"), "trial");
    assert_eq!(label("[data-do='forward']"), "One trial forward");
    // Another experiment has other words, and so has the race.
    page.run(&format!("{FIGURE}.setAttribute('lab', 'training');"));
    page.wait_until(&format!("{}.ariaLabel === 'iteration'", part(".scrub")));
    page.wait_until(&format!(
        "{}.ariaLabel.includes('neural network')",
        part(".root")
    ));
    page.run(&format!("{FIGURE}.removeAttribute('lab');"));
    page.wait_until(&format!("{}.ariaLabel === 'step'", part(".scrub")));
}

#[test]
fn the_single_page_is_called_as_its_experiment_is() {
    let site = Site::of(dist()).serve();
    let session = Session::start();
    session.open(&site.url("descent-widget.html?lab=search&lang=en&trials=2&iterations=2"));
    let heading = "document.querySelector('h1').textContent";
    session.wait_until(&format!(
        "{heading} === 'Random search for hyperparameters'"
    ));
    assert_eq!(
        session.read("document.title"),
        "Random search for hyperparameters"
    );
    session.run("location.hash = 'lab=batch-norm&iterations=1&lang=en';");
    session.wait_until(&format!(
        "{heading} === 'The effect of batch normalization'"
    ));
    session.run("location.hash = 'lab=race&lang=ja';");
    session.wait_until(&format!("{heading} === '最適化手法の比較'"));
}

#[test]
fn a_marker_beside_a_name_is_that_optimizers_own() {
    let page = Page::with("<descent-widget optimizers='sgd momentum' lang='en'></descent-widget>");
    let swatch = "figure.shadowRoot.querySelectorAll('.lanes .swatch')";
    let drawn = |lane: usize| {
        page.read(&format!(
            "(() => {{ const figure = {FIGURE}; return {swatch}[{lane}].toDataURL(); }})()"
        ))
    };
    let momentum = drawn(1);
    page.run(&format!("{FIGURE}.optimizers = ['momentum', 'nesterov'];"));
    page.wait_until(&format!(
        "{}.textContent.includes('Nesterov')",
        part(".lanes")
    ));
    page.run("await new Promise(requestAnimationFrame);");
    assert_eq!(drawn(0), momentum, "Momentum keeps its own marker");
    assert_ne!(drawn(1), momentum);
}

#[test]
fn a_link_brings_the_plots_into_sight_and_only_where_they_are_out_of_it() {
    let page = Page::with(
        "<descent-widget id='f' lang='en'></descent-widget>
         <p><a href='#f' data-descent='f?optimizers=adam'>Adam</a></p><div style='block-size: 200vh'></div>",
    );
    let top = format!("{FIGURE}.shadowRoot.querySelector('.plots').getBoundingClientRect().top");
    // Below the figure the plots are above the window, though much of the figure is in it.
    page.run(&format!(
        "document.documentElement.style.scrollBehavior = 'auto';
         const map = {FIGURE}.shadowRoot.querySelector('.plots');
         scrollBy(0, map.getBoundingClientRect().bottom - 20);
         document.querySelector('a').click();"
    ));
    page.wait_until(&format!("{top} > -2.0 && {top} < 40"));
    page.wait_until(&format!("{FIGURE}.query.includes('optimizers=adam')"));
    page.run(
        "await new Promise((done) => setTimeout(done, 700));
         scrollBy(0, 10); window.before = scrollY;
         document.querySelector('a').click();
         await new Promise((done) => setTimeout(done, 300));",
    );
    assert_eq!(page.read("scrollY === window.before"), "true");
}

/// No other driver can show a page as paper, or a phone's width.
mod chromium {
    use serde_json::json;

    use super::*;

    fn print(page: &Page) {
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
        page.run("dispatchEvent(new Event('beforeprint'));");
    }

    #[test]
    fn a_lab_that_was_never_in_sight_prints_what_stands_inside_it() {
        let page = Page::with(
            "<div style='block-size: 300vh'></div>
             <descent-widget lab='training' lang='en'><p id='instead'>A picture</p></descent-widget>",
        );
        let instead = "document.querySelector('#instead').checkVisibility()";
        assert_eq!(page.read(instead), "false");
        print(&page);
        assert_eq!(page.read(instead), "true");
        assert_eq!(
            page.read(&format!("{}.checkVisibility()", part(".root"))),
            "false"
        );
        // Once it has something to show it prints that.
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "screen" }));
        page.run(&format!("{FIGURE}.scrollIntoView();"));
        page.wait_until(&format!("{FIGURE}.record?.recorded > 0"));
        print(&page);
        assert_eq!(page.read(instead), "false");
        assert_eq!(
            page.read(&format!("{}.checkVisibility()", part(".root"))),
            "true"
        );
    }

    #[test]
    fn a_lab_without_a_picture_inside_computes_before_it_is_printed() {
        let page = Page::with(
            "<div style='block-size: 300vh'></div>
             <descent-widget lab='training' lang='en' units='10' iterations='6'></descent-widget>",
        );
        page.wait_until(&format!("{FIGURE}.record !== undefined"));
        assert_eq!(page.read(&format!("{FIGURE}.record.recorded")), "0");
        print(&page);
        assert_eq!(page.read(&format!("{FIGURE}.record.recorded")), "6");
    }

    #[test]
    fn the_small_pictures_of_batch_norm_are_drawn_on_phones() {
        for (width, height) in [(390, 844), (360, 740), (320, 640)] {
            let page = Page::with(
                "<style>body { margin: 0 }</style>
                 <descent-widget lab='batch-norm' lang='en' iterations='1'></descent-widget>",
            );
            page.devtools(
                "Emulation.setDeviceMetricsOverride",
                json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true }),
            );
            page.wait_until(&format!("{FIGURE}.record?.panels[1].cells?.length === 16"));
            page.run("await new Promise((done) => setTimeout(done, 400));");
            let canvas = part("[data-panel='loss'] canvas");
            // As many frames as cells: dark pixels in every sixteenth of the canvas.
            let blank = format!(
                "(() => {{
                   const canvas = {canvas};
                   const {{ data }} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                   let drawn = 0;
                   for (let at = 3; at < data.length; at += 4) if (data[at]) drawn += 1;
                   return drawn / (canvas.width * canvas.height);
                 }})()"
            );
            let drawn: f64 = page.read(&blank).parse().expect("a share");
            assert!(drawn > 0.02, "{width} × {height}: {drawn}");
            page.devtools("Emulation.clearDeviceMetricsOverride", json!({}));
        }
    }

    #[test]
    fn a_lab_does_not_play_by_itself_where_the_reader_wants_no_movement() {
        check_waits("training", "iterations='5000'", CALM);
        check_waits("training", "iterations='5000' autoplay", CALM);
    }
}
