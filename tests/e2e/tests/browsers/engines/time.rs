//! Play, pause, steps, and what changes meanwhile.

use std::{thread, time::Duration};

use e2e::{Options, Page, Site, dist, part};

const FIGURE: &str = "document.querySelector('descent-widget')";

#[track_caller]
fn step(page: &Page) -> usize {
    page.read(&format!("{FIGURE}.currentStep"))
        .parse()
        .expect("a step is a number")
}

#[track_caller]
fn press_button(page: &Page, action: &str) {
    page.click(page.place_on(&part(&format!("[data-do='{action}']")), 0.5, 0.5));
}

#[test]
fn play_runs_from_the_start_to_the_end_and_then_rests() {
    let page = Page::with("<descent-widget speed='50'></descent-widget>");
    assert_eq!(step(&page), 30);
    press_button(&page, "play");
    page.wait_until(&format!(
        "{FIGURE}.currentStep > 0 && {FIGURE}.currentStep < 30"
    ));
    page.wait_until(&format!("{FIGURE}.currentStep === 30"));
    page.wait_until("window.pendingFrames.size === 0");
    assert_eq!(page.events("end"), 1);
    let steps = page.events("step");
    assert!((5..=31).contains(&steps), "{steps}");
}

#[test]
fn pause_stops_and_play_goes_on_from_there() {
    let page = Page::with("<descent-widget steps='1000'></descent-widget>");
    press_button(&page, "play");
    page.wait_until(&format!("{FIGURE}.currentStep > 2"));
    press_button(&page, "play");
    let stopped = step(&page);
    thread::sleep(Duration::from_millis(400));
    assert_eq!(step(&page), stopped);
    assert_eq!(page.read("window.pendingFrames.size"), "0");
    press_button(&page, "play");
    page.wait_until(&format!("{FIGURE}.currentStep > {stopped}"));
}

#[test]
fn single_steps_go_both_ways_and_back_to_the_start() {
    let page = Page::with("<descent-widget step='5'></descent-widget>");
    press_button(&page, "forward");
    assert_eq!(step(&page), 6);
    press_button(&page, "back");
    press_button(&page, "back");
    assert_eq!(step(&page), 4);
    press_button(&page, "reset");
    assert_eq!(step(&page), 0);
    press_button(&page, "back");
    assert_eq!(step(&page), 0);
    assert_eq!(page.events("step"), 4);
}

#[test]
fn methods_and_attributes_move_the_playhead_without_events() {
    let page = Page::with("<descent-widget></descent-widget>");
    page.run(&format!("{FIGURE}.seek(7);"));
    assert_eq!(step(&page), 7);
    page.run(&format!("{FIGURE}.stepForward();"));
    assert_eq!(step(&page), 8);
    page.run(&format!("{FIGURE}.setAttribute('step', '3');"));
    assert_eq!(step(&page), 3);
    page.run(&format!("{FIGURE}.seek(1e9); {FIGURE}.stepForward();"));
    assert_eq!(step(&page), 30);
    page.run(&format!("{FIGURE}.reset();"));
    assert_eq!(step(&page), 0);
    assert_eq!(
        page.events("step") + page.events("change") + page.events("input"),
        0
    );
}

#[test]
fn attributes_change_while_it_plays_and_the_record_answers_at_once() {
    let page = Page::with("<descent-widget steps='400'></descent-widget>");
    page.run(&format!("{FIGURE}.play();"));
    page.wait_until(&format!("{FIGURE}.currentStep > 1"));
    let answer = page.read(&format!(
        "(() => {{
           const figure = {FIGURE};
           figure.setAttribute('steps', '500');
           figure.setAttribute('surface', 'himmelblau');
           figure.optimizers = 'adam:lr=0.2';
           const {{ surface, steps, lanes }} = figure.record;
           return [surface, steps, lanes.length, lanes[0].name, lanes[0].x.length].join(' ');
         }})()"
    ));
    assert_eq!(answer, "himmelblau 500 1 adam 501");
    let shown = step(&page);
    page.wait_until(&format!("{FIGURE}.currentStep > {shown}"));
}

#[test]
fn a_shorter_run_takes_the_playhead_along() {
    let page = Page::with("<descent-widget steps='400' step='350'></descent-widget>");
    page.run(&format!("{FIGURE}.steps = 20;"));
    assert_eq!(step(&page), 20);
    assert_eq!(
        page.read(&format!("{FIGURE}.record.lanes[0].x.length")),
        "21"
    );
}

#[test]
fn autoplay_plays() {
    let page = Page::with("<descent-widget autoplay steps='300'></descent-widget>");
    page.wait_until(&format!(
        "{FIGURE}.currentStep > 0 && {FIGURE}.currentStep < 300"
    ));
}

#[test]
fn a_figure_out_of_sight_asks_for_no_frames() {
    let page = Page::with(
        "<descent-widget steps='1000'></descent-widget><div style='height: 5000px'></div>",
    );
    page.run(&format!("{FIGURE}.play();"));
    page.wait_until(&format!("{FIGURE}.currentStep > 1"));
    page.run("scrollTo(0, document.body.scrollHeight);");
    page.wait_until("window.pendingFrames.size === 0");
    page.run("scrollTo(0, 0);");
    let shown = step(&page);
    page.wait_until(&format!("{FIGURE}.currentStep > {shown}"));
}

/// WebKit's driver has no way to ask for it.
mod not_webkit {
    use super::*;

    #[test]
    fn a_reader_who_wants_less_motion_sees_the_finished_paths() {
        let options = Options {
            reduced_motion: true,
        };
        let body = "<descent-widget autoplay></descent-widget>";
        let page = Page::on(Site::of(dist()), options, body);
        thread::sleep(Duration::from_millis(300));
        assert_eq!(step(&page), 30);
        assert_eq!(page.read("window.pendingFrames.size"), "0");
    }
}
