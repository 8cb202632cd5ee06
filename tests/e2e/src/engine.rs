//! The three engines, and what each wants to be told at the start.

use std::env;

use serde_json::{Map, Value, json};

use crate::{Options, driver::find};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, and with it Chrome, Edge, Opera, Samsung Internet.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKit, and with it Safari and every browser on an iPhone.
    Webkit,
}

impl Engine {
    /// The engine that this run is about.
    ///
    /// # Panics
    ///
    /// Where `E2E_ENGINE` names none of the three.
    pub fn chosen() -> Self {
        let Ok(name) = env::var("E2E_ENGINE") else {
            return Self::Chromium;
        };
        Self::named(&name)
            .unwrap_or_else(|| panic!("E2E_ENGINE is `{name}`; use chromium, firefox or webkit"))
    }

    /// The engine of this name.
    pub fn named(name: &str) -> Option<Self> {
        let all = [Self::Chromium, Self::Firefox, Self::Webkit];
        all.into_iter().find(|it| it.name() == name)
    }

    /// How commands call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// The driver with all words of its command line but the port.
    pub(crate) fn driver(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromedriver"],
            Self::Firefox => &["geckodriver"],
            // It has no headless mode: it gets a display of its own, which nobody sees.
            Self::Webkit => &[
                "xvfb-run",
                "-a",
                "-s",
                "-screen 0 1600x1200x24",
                "WebKitWebDriver",
            ],
        }
    }

    /// The capabilities of a session: no window, as root too, no traffic of the browser's own.
    pub(crate) fn capabilities(self, options: Options) -> Map<String, Value> {
        let mut capabilities = match self {
            Self::Chromium => chromium(options),
            Self::Firefox => firefox(options),
            Self::Webkit => Map::new(),
        };
        // Dialogs and slow pages fail a test soon instead of hanging it.
        capabilities.insert(
            "timeouts".into(),
            json!({ "script": 60_000, "pageLoad": 60_000 }),
        );
        capabilities
    }
}

fn chromium(options: Options) -> Map<String, Value> {
    let mut arguments = vec![
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
    ];
    if options.reduced_motion {
        arguments.push("--force-prefers-reduced-motion");
    }
    let mut browser = json!({ "args": arguments });
    if let Some(binary) = find(&["chromium", "chromium-browser", "google-chrome"]) {
        browser["binary"] = json!(binary);
    }
    Map::from_iter([("goog:chromeOptions".into(), browser)])
}

fn firefox(options: Options) -> Map<String, Value> {
    let mut browser = json!({
        "args": ["-headless"],
        "prefs": {
            // Automation relaxes this; a reader's Firefox does not.
            "security.fileuri.strict_origin_policy": true,
            "ui.prefersReducedMotion": u8::from(options.reduced_motion),
            // Tab reaches every control and link, whatever the system prefers.
            "accessibility.tabfocus": 7,
        },
    });
    if let Some(binary) = find(&["firefox-esr", "firefox"]) {
        browser["binary"] = json!(binary);
    }
    Map::from_iter([("moz:firefoxOptions".into(), browser)])
}
