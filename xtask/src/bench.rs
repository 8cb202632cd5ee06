//! `cargo xtask bench`: the project's own figures, each beside a peer or a limit.

use std::path::{Path, absolute};

use anyhow::Result;

use crate::{
    bindings::{Bindings, Part},
    dist, peers,
    process::{self, cargo},
    setup::{self, Engine},
};

/// What can be measured by itself.
pub(crate) const SECTIONS: [&str; 7] = [
    "drag", "steps", "training", "maps", "space", "start", "bytes",
];

/// Builds what ships and measures it, in a browser and natively: these sections, or all where
/// none is named. The measuring program is compiled for release, since it times the same Rust
/// code.
pub(crate) fn run(sections: &[String], no_dist: bool, json: Option<&Path>) -> Result<()> {
    setup::engines(&[Engine::Chromium])?;
    if !no_dist {
        dist::run()?;
    }
    let mut measure = cargo(["bench", "--package", "e2e", "--bench", "figures", "--"]);
    measure.arg("--bindings").arg(Bindings::folder(Part::Light));
    if sections.is_empty() || sections.iter().any(|it| it == "training") {
        setup::package_managers();
        measure.arg("--peers").arg(peers::prepare()?);
        if let Some(python) = setup::python() {
            measure.arg("--python").arg(python);
        }
    }
    if let Some(file) = json {
        // Cargo runs the program in another folder than ours.
        measure.arg("--json").arg(absolute(file)?);
    }
    measure.args(sections);
    process::run(measure.env("PATH", setup::search_path()?))
}
