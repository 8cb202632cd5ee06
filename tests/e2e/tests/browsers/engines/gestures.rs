//! What a person does to a figure with a pointer, a finger and keys.

use e2e::{Key, Page, Place, part};

const FIGURE: &str = "document.querySelector('descent-widget')";

fn map() -> String {
    part("[data-panel='map'] .box")
}

fn loss() -> String {
    part("[data-panel='loss'] .box")
}

#[track_caller]
fn start(page: &Page) -> [f64; 2] {
    let text = page.read(&format!("{FIGURE}.record.start.join(' ')"));
    let numbers: Vec<f64> = text.split(' ').filter_map(|it| it.parse().ok()).collect();
    numbers.try_into().expect("a start has two numbers")
}

#[track_caller]
fn step(page: &Page) -> String {
    page.read(&format!("{FIGURE}.currentStep"))
}

/// Brings the middle of the map into view and gives places on it as fractions.
fn on_map(page: &Page, across: f64, down: f64) -> Place {
    page.place_on(&map(), across, down)
}

#[test]
fn a_drag_over_the_map_moves_the_start_and_every_path_answers_at_once() {
    let page = Page::with("<descent-widget></descent-widget>");
    assert_eq!(start(&page), [-7.0, 2.0]);
    let (from, to) = (on_map(&page, 0.3, 0.7), on_map(&page, 0.7, 0.3));

    page.press_and_move(from, to);
    let [x, y] = start(&page);
    // Right is where x grows, and up is where y grows.
    assert!(
        (1.0..8.0).contains(&x) && (0.5..4.0).contains(&y),
        "{x} {y}"
    );
    let starts = page.read(&format!(
        "{FIGURE}.record.lanes.map(({{ x, y }}) => `${{x[0]}} ${{y[0]}}`).join('|')"
    ));
    assert_eq!(starts, vec![format!("{x} {y}"); 4].join("|"));
    assert!(page.events("input") > 1);
    assert_eq!(page.events("change"), 0);

    page.release();
    assert_eq!(start(&page), [x, y]);
    assert_eq!(page.events("change"), 1);
}

#[test]
fn the_start_is_gripped_where_it_is_without_a_jump() {
    let page = Page::with("<descent-widget></descent-widget>");
    let handle = page.place_on(&part(".handle"), 0.5, 0.5);
    let grip = Place {
        x: handle.x + 6.0,
        y: handle.y + 4.0,
    };
    page.drag(grip, grip);
    let [x, y] = start(&page);
    assert!((x + 7.0).abs() < 1e-9 && (y - 2.0).abs() < 1e-9, "{x} {y}");
}

#[test]
fn the_loss_axis_stays_while_the_start_is_dragged_and_follows_afterwards() {
    let page = Page::with("<descent-widget></descent-widget>");
    let axis = format!("{}.toDataURL()", part("[data-panel='loss'] canvas"));
    page.run(&format!("window.before = {axis};"));
    // To a valley's floor, from where the losses are other ones.
    page.press_and_move(on_map(&page, 0.3, 0.7), on_map(&page, 0.45, 0.51));
    assert_ne!(start(&page), [-7.0, 2.0]);
    assert_eq!(page.read(&format!("{axis} === before")), "true");
    page.release();
    page.wait_until(&format!("{axis} !== before"));
}

#[test]
fn a_tap_and_a_click_place_the_start() {
    let page = Page::with("<descent-widget></descent-widget>");
    page.tap(on_map(&page, 0.7, 0.7));
    let [x, y] = start(&page);
    assert!(x > 0.0 && y < 0.0, "{x} {y}");
    page.click(on_map(&page, 0.3, 0.3));
    let [x, y] = start(&page);
    assert!(x < 0.0 && y > 0.0, "{x} {y}");
    assert_eq!(page.events("change"), 2);
}

#[test]
fn a_drag_that_leaves_the_map_stays_in_the_domain() {
    let page = Page::with("<descent-widget></descent-widget>");
    let from = on_map(&page, 0.5, 0.5);
    page.drag(from, Place { x: 1000.0, y: 5.0 });
    assert_eq!(start(&page), [10.0, 5.0]);
}

#[test]
fn escape_gives_a_drag_up() {
    let page = Page::with("<descent-widget></descent-widget>");
    page.press_and_move(on_map(&page, 0.4, 0.6), on_map(&page, 0.7, 0.3));
    assert_ne!(start(&page), [-7.0, 2.0]);
    page.press(&[Key::Escape]);
    assert_eq!(start(&page), [-7.0, 2.0]);
    page.release();
    assert_eq!(start(&page), [-7.0, 2.0]);
}

/// A pointer's event on the part of the figure that is given, by fractions of its size.
fn made_up(target: &str, kind: &str, more: &str, across: f64, down: f64) -> String {
    format!(
        "{{
           const target = {target};
           const box = target.getBoundingClientRect();
           const place = {{ clientX: box.x + {across} * box.width, clientY: box.y + {down} * box.height }};
           target.dispatchEvent(new PointerEvent('{kind}', {{ bubbles: true, composed: true, ...place, {more} }}));
         }}"
    )
}

#[test]
fn two_fingers_on_a_plot_leave_everything_as_it_was() {
    let page = Page::with("<descent-widget></descent-widget>");
    let before = page.read(&format!("JSON.stringify({FIGURE}.getState())"));
    let [one, other] =
        [1, 2].map(|id| format!("pointerType: 'touch', buttons: 1, pointerId: {id}"));
    for target in [map(), loss(), part(".handle")] {
        assert!(
            page.read(&format!("getComputedStyle({target}).touchAction"))
                .contains("pinch-zoom"),
            "{target}"
        );
        page.run(&made_up(&target, "pointerdown", &one, 0.5, 0.5));
        page.run(&made_up(&target, "pointermove", &one, 0.7, 0.4));
        page.run(&made_up(&target, "pointerdown", &other, 0.2, 0.6));
        page.run(&made_up(&target, "pointermove", &one, 0.8, 0.3));
        page.run(&made_up(&target, "pointermove", &other, 0.1, 0.7));
        page.run(&made_up(&target, "pointerup", &other, 0.1, 0.7));
        page.run(&made_up(&target, "pointerup", &one, 0.8, 0.3));
        assert_eq!(
            page.read(&format!("JSON.stringify({FIGURE}.getState())")),
            before,
            "{target}"
        );
    }
}

#[test]
fn a_mouse_that_has_lost_its_release_leaves_the_start_and_the_step() {
    let page = Page::with("<descent-widget></descent-widget>");
    let state = format!("JSON.stringify({FIGURE}.getState())");
    for target in [map(), loss()] {
        page.run(&made_up(
            &target,
            "pointerdown",
            "pointerId: 1, buttons: 1",
            0.6,
            0.5,
        ));
        page.run(&made_up(
            &target,
            "pointermove",
            "pointerId: 1, buttons: 1",
            0.4,
            0.4,
        ));
        let held = page.read(&state);
        page.run(&made_up(
            &target,
            "pointermove",
            "pointerId: 1, buttons: 0",
            0.8,
            0.2,
        ));
        page.run(&made_up(
            &target,
            "pointermove",
            "pointerId: 1, buttons: 0",
            0.2,
            0.8,
        ));
        assert_eq!(page.read(&state), held, "{target}");
    }
    assert_eq!(page.events("change"), 1);
}

/// No other driver pinches.
mod chromium {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_pinch_on_a_plot_zooms_the_page() {
        let page = Page::with("<descent-widget></descent-widget>");
        page.run(
            "const it = Object.assign(document.createElement('meta'), { name: 'viewport', content: 'width=device-width' });
             document.head.append(it);",
        );
        page.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": 500, "height": 800, "deviceScaleFactor": 1, "mobile": true }),
        );
        page.devtools(
            "Emulation.setTouchEmulationEnabled",
            json!({ "enabled": true }),
        );
        let state = format!("JSON.stringify({FIGURE}.getState())");
        let before = page.read(&state);
        for target in [map(), loss()] {
            let at = page.place_on(&target, 0.5, 0.5);
            let touch = |kind: &str, apart: &[f64]| {
                let fingers = apart
                    .iter()
                    .enumerate()
                    .map(|(id, x)| json!({ "x": at.x + x, "y": at.y, "id": id }));
                let points: Vec<_> = fingers.collect();
                page.devtools(
                    "Input.dispatchTouchEvent",
                    json!({ "type": kind, "touchPoints": points }),
                );
            };
            // The first finger drags before the second one comes.
            touch("touchStart", &[-20.0]);
            touch("touchMove", &[-30.0]);
            touch("touchMove", &[-20.0]);
            touch("touchStart", &[-20.0, 20.0]);
            for step in 1..=10 {
                let apart = 20.0 + 8.0 * f64::from(step);
                touch("touchMove", &[-apart, apart]);
            }
            touch("touchEnd", &[]);
            let scale = page.read("visualViewport.scale");
            assert!(
                scale.parse::<f64>().is_ok_and(|it| it > 1.3),
                "{target}: {scale}"
            );
            assert_eq!(page.read(&state), before, "{target}");
            page.devtools(
                "Emulation.setPageScaleFactor",
                json!({ "pageScaleFactor": 1 }),
            );
        }
    }
}

#[test]
fn a_finger_that_goes_sideways_drags_the_start() {
    let page = Page::with("<descent-widget></descent-widget>");
    page.swipe(on_map(&page, 0.3, 0.3), on_map(&page, 0.8, 0.3));
    let [x, y] = start(&page);
    assert!(x > 2.0 && y > 0.0, "{x} {y}");
}

#[test]
fn a_drag_over_the_loss_moves_the_playhead_and_computes_nothing() {
    let page = Page::with("<descent-widget></descent-widget>");
    let before = page.read(&format!("window.recorded({FIGURE})"));
    page.drag(
        page.place_on(&loss(), 0.9, 0.5),
        page.place_on(&loss(), 0.5, 0.5),
    );
    let shown: usize = step(&page).parse().expect("a step is a number");
    assert!((8..22).contains(&shown), "{shown}");
    assert!(page.events("step") > 0);
    assert_eq!(page.read(&format!("window.recorded({FIGURE})")), before);
}

#[test]
fn a_keyboard_alone_moves_the_start_and_the_playhead() {
    let page = Page::with("<descent-widget></descent-widget>");
    page.run(&format!("{}.focus();", part("[id='control-start.x']")));
    page.press(&[Key::Right, Key::Right]);
    let [x, _] = start(&page);
    assert!(x > -7.0, "{x}");

    page.run(&format!(
        "{0}.focus(); {0}.select();",
        part("[id='field-start.y']")
    ));
    page.type_text("-1.5");
    page.press(&[Key::Enter]);
    assert_eq!(start(&page), [x, -1.5]);

    page.run(&format!("{}.focus();", part(".scrub")));
    page.press(&[Key::Home]);
    assert_eq!(step(&page), "0");
    page.press(&[Key::Right]);
    assert_eq!(step(&page), "1");
}

#[test]
fn a_number_that_cannot_be_read_changes_nothing_and_says_why() {
    let page = Page::with("<descent-widget></descent-widget>");
    page.run(&format!(
        "{0}.focus(); {0}.select();",
        part("[id='field-start.x']")
    ));
    page.type_text("1e999x");
    page.press(&[Key::Enter]);
    assert_eq!(start(&page), [-7.0, 2.0]);
    let field = part("[id='field-start.x']");
    assert_eq!(
        page.read(&format!("{field}.getAttribute('aria-invalid')")),
        "true"
    );
    let problem = part("[id='field-start.x-problem']");
    assert!(!page.read(&format!("{problem}.textContent")).is_empty());
}

#[test]
fn keys_typed_in_the_figure_do_not_turn_the_pages_slides() {
    let page = Page::with("<descent-widget></descent-widget>");
    page.run(
        "window.heard = [];
         for (const kind of ['keydown', 'keyup', 'keypress'])
           window.addEventListener(kind, (event) => window.heard.push(event.key));",
    );
    page.run(&format!("{}.focus();", part(".scrub")));
    page.press(&[Key::Left, Key::Right, Key::Home, Key::Space]);
    page.type_text("ns.");
    assert_eq!(page.read("window.heard.join(' ')"), "");
    page.press(&[Key::Tab]);
    assert!(page.read("window.heard.join(' ')").starts_with("Tab"));
}

#[test]
fn a_slash_in_the_figure_opens_no_search() {
    let page = Page::with("<descent-widget></descent-widget>");
    page.run(
        "window.presses = [];
         window.addEventListener('keydown', (event) => window.presses.push(event), { capture: true });",
    );
    let kept = "window.presses.splice(0).map((it) => it.key + it.defaultPrevented).join(' ')";
    for control in [
        ".scrub",
        "[id='control-start.x']",
        "[data-do='play']",
        ".controls select",
    ] {
        page.run(&format!("{}.focus();", part(control)));
        page.type_text("/a'b");
        assert_eq!(page.read(kept), "/true afalse 'true bfalse", "{control}");
    }
    // Where text is written it is a letter like others.
    let field = part("[id='field-start.x']");
    page.run(&format!("{field}.focus(); {field}.select();"));
    page.type_text("1/2'a");
    assert_eq!(page.read(&format!("{field}.value")), "1/2'a");
    // Firefox does not see that this is a text field.
    if page.engine() == e2e::Engine::Firefox {
        assert_eq!(page.read(kept), "1false /true 2false 'true afalse");
    }
}

#[test]
fn tab_goes_through_the_figure_and_out_again() {
    let page = Page::with("<input id='before'><descent-widget></descent-widget><input id='after'>");
    page.run("document.getElementById('before').focus();");
    page.press(&[Key::Tab]);
    assert_eq!(
        page.read("document.activeElement.localName"),
        "descent-widget"
    );
    for _ in 0..80 {
        page.press(&[Key::Tab]);
        if page.read("document.activeElement.id") == "after" {
            return;
        }
    }
    panic!("80 times Tab did not lead out of the figure");
}

#[test]
fn a_lane_is_switched_off_and_on_by_its_checkbox() {
    let page = Page::with("<descent-widget></descent-widget>");
    let names = format!("{FIGURE}.record.lanes.map((lane) => lane.name).join(' ')");
    assert_eq!(page.read(&names), "sgd momentum adagrad adam");
    let boxes = part("input[type='checkbox']");
    page.click(page.place_on(&boxes, 0.5, 0.5));
    assert_eq!(page.read(&names), "momentum adagrad adam");
    // Its sliders leave with the next frame, and everything below moves up.
    page.wait_until("window.pendingFrames.size === 0");
    page.click(page.place_on(&boxes, 0.5, 0.5));
    assert_eq!(page.read(&names), "sgd momentum adagrad adam");
    assert_eq!(page.events("change"), 2);
}

/// Drags the start about, within the map, over its edges and out of it, in figures of many
/// shapes. A page that stops to answer fails by the limit of its session.
#[track_caller]
pub(crate) fn drag_about(n: usize, seed: u64) {
    const QUERIES: [&str; 4] = [
        "",
        "optimizers=sgd momentum nesterov adagrad rmsprop adam&steps=300&lessons=rule",
        "surface=himmelblau&aspect=equal&optimizers=sgd:lr=1 momentum:lr=1 adam&steps=100",
        "surface=formula&formula=tan(5x)%2Bexp(y^2)&optimizers=sgd momentum:lr=5&steps=60",
    ];
    let mut rng = fastrand::Rng::with_seed(seed);
    let page = Page::with("<descent-widget></descent-widget>");
    let (mut corner, mut across) = (on_map(&page, 0.0, 0.0), on_map(&page, 1.0, 1.0));
    for turn in 0..n {
        if turn % 20 == 0 {
            let query = QUERIES[turn / 20 % QUERIES.len()];
            let (width, height) = (rng.u32(420..1100), rng.u32(600..1000));
            page.resize(width, height);
            page.run(&format!("{FIGURE}.query = '{query}';"));
            page.wait_until("window.pendingFrames.size === 0");
            (corner, across) = (on_map(&page, 0.0, 0.0), on_map(&page, 1.0, 1.0));
        }
        let from = Place {
            x: corner.x + rng.f64() * (across.x - corner.x),
            y: corner.y + rng.f64() * (across.y - corner.y),
        };
        // Mostly within the window, whose edges are not the map's.
        let to = Place {
            x: (from.x + 700.0 * (rng.f64() - 0.5)).clamp(1.0, 400.0),
            y: (from.y + 700.0 * (rng.f64() - 0.5)).clamp(1.0, 400.0),
        };
        page.drag(from, to);
        let [x, y] = start(&page);
        assert!(x.is_finite() && y.is_finite(), "{x} {y}");
    }
}

#[test]
fn many_drags_are_answered() {
    drag_about(40, 0);
}
