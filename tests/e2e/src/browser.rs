//! A browser from its start to its end, each within a time limit.

use std::{future::Future, time::Duration};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use tokio::{runtime::Runtime, time::timeout};

use crate::{Engine, Options, driver::Driver};

/// How long a browser may take to start.
const START_LIMIT: Duration = Duration::from_secs(40);

/// How often it is tried.
const START_ATTEMPTS: usize = 3;

/// How long it may take to be left in order after a test.
const TIDY_LIMIT: Duration = Duration::from_secs(15);

/// A browser with its driver and what talks to it.
#[derive(Debug)]
pub(crate) struct Browser {
    pub(crate) client: Client,
    runtime: Runtime,
    pub(crate) engine: Engine,
    pub(crate) options: Options,
    driver: Driver,
}

impl Browser {
    #[track_caller]
    pub(crate) fn start(engine: Engine, options: Options) -> Self {
        let mut attempts = (0..START_ATTEMPTS).map(|_| Self::attempt(engine, options));
        let started = attempts.find_map(|it| it.inspect_err(|why| eprintln!("{why}")).ok());
        started.unwrap_or_else(|| panic!("{engine:?} did not start"))
    }

    /// A driver may find its port taken by the one of another test, and go.
    fn attempt(engine: Engine, options: Options) -> Result<Self, String> {
        let driver = Driver::start(engine);
        let runtime = Runtime::new().expect("a runtime can be had");
        let session = runtime.block_on(async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(engine.capabilities(options));
            timeout(START_LIMIT, builder.connect(&driver.url())).await
        });
        let session =
            session.map_err(|_| format!("{engine:?} took over {START_LIMIT:?} to start"))?;
        let client = session.map_err(|error| format!("{engine:?} did not start: {error}"))?;
        Ok(Self {
            client,
            runtime,
            engine,
            options,
            driver,
        })
    }

    /// What comes within the limit, else nothing.
    pub(crate) fn wait<T>(&self, limit: Duration, future: impl Future<Output = T>) -> Option<T> {
        let within = async { timeout(limit, future).await };
        self.runtime.block_on(within).ok()
    }

    /// Lifts what is still pressed and leaves the page.
    pub(crate) fn is_tidied(&self) -> bool {
        let tidied = self.wait(TIDY_LIMIT, async {
            self.client.release_actions().await?;
            self.client.goto("about:blank").await
        });
        matches!(tidied, Some(Ok(())))
    }

    /// Says goodbye, so that the browser ends in order; its driver ends it in any case.
    pub(crate) fn close(self) {
        let _ = self.wait(TIDY_LIMIT, self.client.clone().close());
        self.end();
    }

    /// Ends driver and browser without asking them.
    pub(crate) fn end(self) {
        drop(self.driver);
        // The client's task may still wait for an answer.
        self.runtime.shutdown_background();
    }
}
