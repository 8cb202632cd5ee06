//! A browser with one window, and the gestures of a person.

use std::{
    cell::Cell,
    fmt,
    future::Future,
    path::Path,
    sync::Mutex,
    thread,
    time::{Duration, Instant},
};

use fantoccini::{
    Client,
    actions::{
        InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
        TouchActions,
    },
    elements::{Element, ElementRef},
    key::Key,
    wd::WebDriverCompatibleCommand,
};
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::{Engine, browser::Browser};

/// How long a test waits for something that should come soon.
const PATIENCE: Duration = Duration::from_secs(45);

/// How long one command may take. The drivers themselves give slow pages and scripts up
/// earlier, unless the page never lets them in.
const COMMAND_LIMIT: Duration = Duration::from_secs(75);

/// How long a test may have a browser. The longest ones take less than half of it where two
/// browsers run on two cores.
const LIMIT: Duration = Duration::from_secs(300);

/// What a reader has set up in the browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Asks for less motion. WebKit's driver cannot be told.
    pub reduced_motion: bool,
}

/// A place in the window, in CSS pixels from its top-left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// A browser with one window. A test has it alone; afterwards it waits for the next test of
/// the same program, since to start one takes longer than most tests.
#[derive(Debug)]
pub struct Session {
    browser: Option<Browser>,
    /// Whether a later test would notice this one.
    is_used_up: Cell<bool>,
    /// Whether the browser did not answer in time: it would not answer a farewell either.
    is_stuck: Cell<bool>,
    limit: Duration,
    started: Instant,
}

/// Browsers that no test has at the moment. They end with this program; see [`Driver`].
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

impl Session {
    /// Opens the engine of this run.
    #[track_caller]
    pub fn start() -> Self {
        Self::start_with(Engine::chosen(), Options::default())
    }

    /// Opens a browser for a reader of these habits.
    #[track_caller]
    pub fn start_with(engine: Engine, options: Options) -> Self {
        let browser = take_idle(engine, options).unwrap_or_else(|| Browser::start(engine, options));
        let session = Self {
            browser: Some(browser),
            is_used_up: Cell::new(false),
            is_stuck: Cell::new(false),
            limit: LIMIT,
            started: Instant::now(),
        };
        session.resize(1024, 900);
        session
    }

    /// Gives the test so much time with this browser in place of some minutes.
    pub fn within(mut self, limit: Duration) -> Self {
        self.limit = limit;
        self.started = Instant::now();
        self
    }

    /// The engine of this session.
    pub fn engine(&self) -> Engine {
        self.browser().engine
    }

    /// Sets the window's outer size, in CSS pixels.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        self.now(self.client().set_window_size(width, height));
    }

    /// Opens a page and waits until it has loaded.
    #[track_caller]
    pub fn open(&self, url: &str) {
        self.now(self.client().goto(url));
    }

    /// Opens a further window and works in it from now on.
    #[track_caller]
    pub fn open_window(&self) {
        self.is_used_up.set(true);
        let window = self.now(self.client().new_window(false));
        self.now(self.client().switch_to_window(window.handle));
    }

    /// Works in the page's frame of this index from now on.
    #[track_caller]
    pub fn enter_frame(&self, index: u16) {
        self.now(self.client().enter_frame(index));
    }

    /// Works in the page around the frame again.
    #[track_caller]
    pub fn leave_frame(&self) {
        self.now(self.client().enter_parent_frame());
    }

    /// Runs statements in the page; they may `return` a value and `await` promises.
    #[track_caller]
    pub fn run(&self, statements: &str) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async () => {{ {statements} }})().then(
               (value) => done([value ?? null]),
               (error) => done([null, `${{error}}\\n${{error?.stack ?? ''}}`]),
             );"
        );
        let answer = self.now(self.client().execute_async(&script, Vec::new()));
        if let Some(error) = answer.get(1) {
            panic!(
                "the page threw: {}\nin: {statements}",
                error.as_str().unwrap_or_default()
            );
        }
        answer[0].clone()
    }

    /// The value of a JavaScript expression as text. Numbers travel as text, because not
    /// every driver passes all their digits on.
    #[track_caller]
    pub fn read(&self, expression: &str) -> String {
        let value = self.run(&format!("return String(await ({expression}));"));
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until a JavaScript expression is true.
    #[track_caller]
    pub fn wait_until(&self, expression: &str) {
        let start = Instant::now();
        while self.read(&format!("Boolean(await ({expression}))")) != "true" {
            assert!(
                start.elapsed() < PATIENCE,
                "it never came true: {expression}"
            );
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// A place on an element that a JavaScript expression gives, by fractions of its size,
    /// after bringing it into view.
    #[track_caller]
    pub fn place_on(&self, element: &str, across: f64, down: f64) -> Place {
        let text = self.read(&format!(
            "(async () => {{
               const element = {element};
               // WebKit finds what is under a pointer by the last frame that it has shown, and
               // a figure may be about to become lower or higher.
               const frame = () => new Promise((done) => requestAnimationFrame(done));
               const place = () => {{
                 element.scrollIntoView({{ block: 'center', inline: 'center', behavior: 'instant' }});
                 return JSON.stringify(element.getBoundingClientRect());
               }};
               for (let turns = 0, at = ''; turns < 60 && at !== place(); turns += 1) {{
                 at = place();
                 await frame().then(frame);
               }}
               const box = element.getBoundingClientRect();
               return [box.x, box.y, box.width, box.height].join(' ');
             }})()"
        ));
        let numbers: Vec<f64> = text.split(' ').filter_map(|it| it.parse().ok()).collect();
        let [x, y, width, height] = numbers[..] else {
            panic!("no box of {element}: {text}")
        };
        Place {
            x: x + across * width,
            y: y + down * height,
        }
    }

    /// Clicks with the mouse.
    #[track_caller]
    pub fn click(&self, at: Place) {
        self.perform(mouse().then(to(at, 0)).then(down()).then(up()));
    }

    /// Moves the mouse there, with no button down.
    #[track_caller]
    pub fn hover(&self, at: Place) {
        self.perform(mouse().then(to(at, 50)));
    }

    /// Presses the mouse, moves it there in some steps, and lets go.
    #[track_caller]
    pub fn drag(&self, from: Place, to: Place) {
        self.press_and_move(from, to);
        self.release();
    }

    /// The first part of a drag: the button is down and stays so.
    #[track_caller]
    pub fn press_and_move(&self, from: Place, target: Place) {
        self.perform(way(mouse().then(to(from, 0)).then(down()), from, target));
    }

    /// The last part of a drag.
    #[track_caller]
    pub fn release(&self) {
        self.perform(mouse().then(up()));
    }

    /// Touches and lifts the finger.
    #[track_caller]
    pub fn tap(&self, at: Place) {
        self.perform(finger().then(to(at, 0)).then(down()).then(up()));
    }

    /// Touches, moves the finger there in some steps, and lifts it.
    #[track_caller]
    pub fn swipe(&self, from: Place, target: Place) {
        self.perform(way(finger().then(to(from, 0)).then(down()), from, target).then(up()));
    }

    /// Presses and releases keys one after the other.
    #[track_caller]
    pub fn press(&self, keys: &[Key]) {
        let keys = keys.iter().map(|&key| char::from(key));
        self.perform(keys.fold(keyboard(), stroke));
    }

    /// Presses a key while another is held.
    #[track_caller]
    pub fn press_with(&self, held: Key, key: Key) {
        let (held, key) = (char::from(held), char::from(key));
        let down = keyboard().then(KeyAction::Down { value: held });
        self.perform(stroke(down, key).then(KeyAction::Up { value: held }));
    }

    /// Types text, one key a character.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.perform(text.chars().fold(keyboard(), stroke));
    }

    /// Chooses files in the system's dialog of the field that a JavaScript expression gives.
    #[track_caller]
    pub fn choose_files(&self, field: &str, files: &[&Path]) {
        let script = format!("return {field};");
        let found = self.now(self.client().execute(&script, Vec::new()));
        // The key under which every driver hands elements over.
        let id = &found["element-6066-11e4-a52e-4f735466cecf"];
        let id = ElementRef::from(id.as_str().unwrap_or_default().to_owned());
        let field = Element::from_element_id(self.client().clone(), id);
        let names: Vec<String> = files.iter().map(|it| it.display().to_string()).collect();
        self.now(field.send_keys(&names.join("\n")));
    }

    /// What the window shows, as PNG.
    #[track_caller]
    pub fn screenshot(&self) -> Vec<u8> {
        self.now(self.client().screenshot())
    }

    /// Sends a command of Chromium's own protocol, which can do what WebDriver cannot.
    #[track_caller]
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.is_used_up.set(true);
        let command = DevTools(json!({ "cmd": command, "params": parameters }));
        self.now(self.client().issue_cmd(command))
    }

    #[track_caller]
    fn perform(&self, actions: impl Into<fantoccini::actions::Actions>) {
        self.now(self.client().perform_actions(actions));
    }

    fn browser(&self) -> &Browser {
        self.browser
            .as_ref()
            .expect("a session has its browser until it is dropped")
    }

    fn client(&self) -> &Client {
        &self.browser().client
    }

    #[track_caller]
    fn now<T, E: fmt::Display>(&self, future: impl Future<Output = Result<T, E>>) -> T {
        let browser = self.browser();
        let engine = browser.engine;
        let left = self.limit.saturating_sub(self.started.elapsed());
        let limit = left.min(COMMAND_LIMIT);
        match browser.wait(limit, future) {
            Some(Ok(value)) => value,
            Some(Err(error)) => panic!("{engine:?}: {error}"),
            None => {
                self.is_stuck.set(true);
                if limit == left {
                    panic!(
                        "{engine:?} has had {:?} for this test, which is all",
                        self.limit
                    );
                }
                panic!("{engine:?} did not answer within {limit:?}");
            }
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let Some(browser) = self.browser.take() else {
            return;
        };
        // What a failed test leaves behind could fail the next one as well.
        if self.is_stuck.get() {
            browser.end();
        } else if self.is_used_up.get() || thread::panicking() || !browser.is_tidied() {
            browser.close();
        } else if let Ok(mut idle) = IDLE.lock() {
            idle.push(browser);
        }
    }
}

fn take_idle(engine: Engine, options: Options) -> Option<Browser> {
    let mut idle = IDLE.lock().ok()?;
    let fitting = idle
        .iter()
        .position(|it| it.engine == engine && it.options == options)?;
    Some(idle.swap_remove(fitting))
}

/// A command for Chromium's driver to pass on.
#[derive(Debug)]
struct DevTools(Value);

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!(
            "session/{}/goog/cdp/execute",
            session.unwrap_or_default()
        ))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.0.to_string()))
    }
}

fn mouse() -> MouseActions {
    MouseActions::new("mouse".into())
}

fn finger() -> TouchActions {
    TouchActions::new("finger".into())
}

fn keyboard() -> KeyActions {
    KeyActions::new("keyboard".into())
}

/// Whole pixels, as a mouse has them: a press and the moves after it must agree.
fn to(place: Place, duration_ms: u64) -> PointerAction {
    let duration = Some(Duration::from_millis(duration_ms));
    let (x, y) = (place.x.round(), place.y.round());
    PointerAction::MoveTo { duration, x, y }
}

fn down() -> PointerAction {
    PointerAction::Down {
        button: MOUSE_BUTTON_LEFT,
    }
}

fn up() -> PointerAction {
    PointerAction::Up {
        button: MOUSE_BUTTON_LEFT,
    }
}

/// Some moves that a hand would make between two places, the last one ending there.
fn way<D: InputSource<Action = PointerAction>>(device: D, from: Place, target: Place) -> D {
    const MOVES: u32 = 5;
    (1..=MOVES).fold(device, |device, i| {
        let part = f64::from(i) / f64::from(MOVES);
        let x = from.x + part * (target.x - from.x);
        let y = from.y + part * (target.y - from.y);
        device.then(to(Place { x, y }, 20))
    })
}

fn stroke(keyboard: KeyActions, value: char) -> KeyActions {
    keyboard
        .then(KeyAction::Down { value })
        .then(KeyAction::Up { value })
}
