//! Drives real browsers through WebDriver: the files of `dist/` as a person meets them,
//! with a pointer, a finger and keys.
//!
//! The variable `E2E_ENGINE` says which engine a run is about: `chromium` (when it is
//! absent), `firefox` or `webkit`. `cargo xtask test` runs the tests once for each.
//!
//! Everything here panics where it cannot go on, with the line of the test that asked:
//! it is made for tests, which have no better use for an error.

mod browser;
pub mod budgets;
mod driver;
mod engine;
mod page;
mod session;
mod site;

use std::{
    env,
    fs::{self, OpenOptions},
    io::Write as _,
    path::PathBuf,
    thread,
};

pub use engine::Engine;
pub use fantoccini::key::Key;
pub use page::{Page, part};
pub use session::{Options, Place, Session};
pub use site::{Site, Visited};

/// The source of axe, which finds violations of WCAG in a page.
///
/// # Panics
///
/// Where it is missing: `cargo xtask test` brings it.
pub fn axe() -> String {
    let file = tools().join("axe-core/node_modules/axe-core/axe.min.js");
    fs::read_to_string(&file).unwrap_or_else(|error| {
        panic!(
            "{}: {error}; let `cargo xtask test` bring it",
            file.display()
        )
    })
}

/// Tells that the test that calls it cannot run here, and why. `cargo xtask test` says so at
/// its end, and on a machine of continuous integration fails unless `tests/skips.txt` allows it.
pub fn skip(reason: &str) {
    let (engine, thread) = (Engine::chosen().name(), thread::current());
    let line = format!("{engine} {}\t{reason}\n", thread.name().unwrap_or("?"));
    print!("skipped: {line}");
    if let Some(file) = env::var_os("TEST_SKIPS") {
        let written = OpenOptions::new()
            .create(true)
            .append(true)
            .open(file)
            .and_then(|mut file| file.write_all(line.as_bytes()));
        written.expect("the list of skipped tests can be written");
    }
}

/// The tools that `cargo xtask` brings. They lie in Cargo's target folder, two or three
/// levels above this very program.
fn tools() -> PathBuf {
    let program = env::current_exe().unwrap_or_default();
    let mut folders = program.ancestors().skip(2).map(|it| it.join("tools"));
    let found = folders.find(|it| it.is_dir());
    found.unwrap_or_default()
}

/// The folder that `cargo xtask dist` writes.
///
/// # Panics
///
/// Where nothing has been written yet.
pub fn dist() -> PathBuf {
    // Asked at run time: the same compiled test may be run for another clone.
    let package = env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| ".".into());
    let dist = PathBuf::from(package).join("../../dist").canonicalize();
    dist.expect("there is a dist/; write it with: cargo xtask dist")
}
