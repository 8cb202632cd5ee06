//! Builds a page of notes with every host's own tool and looks at it in a real browser.
//!
//! `cargo xtask hosts` writes `dist/`, brings what is missing and runs this. A host is a row
//! of [`host::HOSTS`]; its page is the folder of that name in `pages/`, which is also what
//! `docs/hosts.md` shows. One line a host is printed:
//!
//! ```text
//! ok    mkdocs  MkDocs Material 9.8.1  (7 s)
//! ok    frame   A frame of fixed height, in chromium and firefox  (9 s)
//! FAIL  mkdocs  MkDocs Material 9.8.1: what is wrong
//! none  mkdocs  MkDocs Material 9.8.1: the tool could not be installed, and how it can be
//! ```

mod build;
mod host;
mod notebook;
mod package;
mod paper;
mod tools;
mod visit;
mod workshop;

use std::{
    panic::{self, AssertUnwindSafe},
    path::PathBuf,
    process::ExitCode,
    sync::Mutex,
    time::Instant,
};

use anyhow::{Context as _, Result, anyhow, bail};
use clap::Parser;
use e2e::Engine;

use crate::{
    host::{HOSTS, Host},
    tools::Missing,
    workshop::Workshop,
};

#[derive(Parser)]
struct Arguments {
    /// Only these hosts
    names: Vec<String>,
    /// Where tools are installed and pages built: Cargo's target folder
    #[arg(long)]
    target: PathBuf,
    /// Only hosts that need no tool of their own
    #[arg(long)]
    bare: bool,
    /// Leave out hosts whose tools take minutes to come
    #[arg(long)]
    quick: bool,
    /// The only engine to look with; else it is Chromium, and Firefox where that may differ
    #[arg(long, value_parser = engine)]
    engine: Option<Engine>,
}

fn engine(name: &str) -> Result<Engine, String> {
    Engine::named(name).ok_or_else(|| "use chromium, firefox or webkit".into())
}

impl Arguments {
    /// What this host's pages are opened in.
    fn engines(&self, host: &Host) -> Vec<Engine> {
        match self.engine {
            Some(engine) => vec![engine],
            None if host.differs => vec![Engine::Chromium, Engine::Firefox],
            None => vec![Engine::Chromium],
        }
    }
}

/// What the last panic said: the harness of the browsers panics where it cannot go on.
static LAST_PANIC: Mutex<String> = Mutex::new(String::new());

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whether no host failed.
fn run(arguments: &Arguments) -> Result<bool> {
    if let Some(name) = arguments
        .names
        .iter()
        .find(|name| !HOSTS.iter().any(|host| host.name == **name))
    {
        let known: Vec<_> = HOSTS.iter().map(|host| host.name).collect();
        bail!("no host is called `{name}`; there are {}", known.join(" "));
    }
    panic::set_hook(Box::new(|info| {
        if let Ok(mut last) = LAST_PANIC.lock() {
            let payload = info.payload();
            let text = payload.downcast_ref::<String>().map(String::as_str);
            let text = text.or_else(|| payload.downcast_ref::<&str>().copied());
            let text = text.unwrap_or("it panicked");
            *last = match info.location() {
                Some(at) => format!("{text} ({}:{})", at.file(), at.line()),
                None => text.to_owned(),
            };
        }
    }));
    let chosen = HOSTS.iter().filter(|host| {
        let named = arguments.names.is_empty() || arguments.names.iter().any(|it| it == host.name);
        let left_out = arguments.bare && host.tools.is_some() || arguments.quick && host.slow;
        named && !left_out
    });
    let (mut passed, mut failed, mut skipped) = (0, 0, 0);
    for host in chosen {
        let start = Instant::now();
        let engines = arguments.engines(host);
        let names: Vec<_> = engines.iter().map(|it| it.name()).collect();
        let seen_in = match names[..] {
            ["chromium"] => String::new(),
            _ => format!(", in {}", names.join(" and ")),
        };
        let what = format!("{:<12}  {}{seen_in}", host.name, host.title);
        match check(host, arguments, engines) {
            Ok(()) => {
                passed += 1;
                println!("ok    {what}  ({} s)", start.elapsed().as_secs());
            }
            Err(error) if error.is::<Missing>() => {
                skipped += 1;
                println!("none  {what}: {error:#}");
            }
            Err(error) => {
                failed += 1;
                println!("FAIL  {what}: {error:#}");
            }
        }
    }
    println!("{passed} passed, {failed} failed, {skipped} skipped");
    Ok(failed == 0)
}

/// Installs, builds and looks.
fn check(host: &Host, arguments: &Arguments, engines: Vec<Engine>) -> Result<()> {
    let workshop = Workshop::new(host, &arguments.target, engines)?;
    if let Some(tools) = host.tools {
        tools.install(&arguments.target)?;
    }
    caught(|| (host.build)(&workshop))?;
    for place in host.places {
        for &engine in &workshop.engines {
            let looked = caught(|| {
                visit::visit(place, &workshop, engine);
                Ok(())
            });
            looked.with_context(|| format!("{} in {}", place.page, engine.name()))?;
        }
    }
    Ok(())
}

/// What was done, or why it panicked.
fn caught(work: impl FnOnce() -> Result<()>) -> Result<()> {
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        let said = LAST_PANIC.lock().map(|it| it.clone()).unwrap_or_default();
        Err(anyhow!(said))
    })
}
