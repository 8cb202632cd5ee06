//! A page of notes with figures on it, as most tests need one.

use std::{ops::Deref, thread};

use crate::{Engine, Options, Session, Site, Visited, dist};

/// Remembers the figures' events, what went wrong, what was warned of, and the frames that
/// were asked for. Everything hangs on `window`: Firefox' driver sees no lexical names.
const LOG: &str = include_str!("log.js");

/// A page in a browser, with figures that are ready. It is also the [`Session`].
///
/// When it is dropped, nothing may have gone wrong in it: no error that nobody caught, no
/// promise rejected unheard.
#[derive(Debug)]
pub struct Page {
    session: Session,
    site: Visited,
}

impl Page {
    /// A page in English with this body, and the module that ships.
    #[track_caller]
    pub fn with(body: &str) -> Self {
        Self::on(Site::of(dist()), Options::default(), body)
    }

    /// The same on another site, or for another reader.
    #[track_caller]
    pub fn on(site: Site, options: Options, body: &str) -> Self {
        let html = format!(
            r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>Notes</title>
            <link rel="icon" href="data:,"><script src="/log.js"></script>
            <script type="module" src="/api.js"></script><body>{body}</body></html>"#
        );
        let api = r#"import * as api from "/descent-widget.js"; window.api = api;"#;
        let site = site
            .page("log.js", LOG)
            .page("api.js", api)
            .page("notes.html", &html)
            .serve();
        let session = Session::start_with(Engine::chosen(), options);
        session.open(&site.url("notes.html"));
        session.wait_until("window.api?.ready.then(() => true)");
        let page = Self { session, site };
        page.wait_until_ready();
        page
    }

    /// The page's server.
    pub fn site(&self) -> &Visited {
        &self.site
    }

    /// Waits until all figures of the page can be used.
    #[track_caller]
    pub fn wait_until_ready(&self) {
        self.wait_until(
            "[...document.querySelectorAll('descent-widget')].every((it) => window.ready.has(it))",
        );
    }

    /// The events of one type since the last time they were asked for.
    #[track_caller]
    pub fn events(&self, kind: &str) -> usize {
        self.read(&format!("window.take({kind:?})"))
            .parse()
            .unwrap_or_default()
    }
}

impl Deref for Page {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.session
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if !thread::panicking() {
            assert_eq!(
                self.read("window.problems.join('\\n')"),
                "",
                "the page had problems"
            );
        }
    }
}

/// The JavaScript expression for a part of the first figure.
pub fn part(selector: &str) -> String {
    format!("document.querySelector('descent-widget').shadowRoot.querySelector({selector:?})")
}
