//! `cargo xtask bench`: the project's own figures, each beside a peer or a limit.

use std::path::{Path, absolute};

use anyhow::Result;

use crate::{
    bindings::{Bindings, Part},
    dist,
    process::{self, cargo},
    setup::{self, Engine},
};

/// Builds what ships and measures it, in a browser and natively. The measuring program is
/// compiled for release, since it times the same Rust code.
pub(crate) fn run(json: Option<&Path>) -> Result<()> {
    setup::engines(&[Engine::Chromium])?;
    dist::run()?;
    let mut measure = cargo(["bench", "--package", "e2e", "--bench", "figures", "--"]);
    measure.arg("--bindings").arg(Bindings::folder(Part::Core)?);
    if let Some(file) = json {
        // Cargo runs the program in another folder than ours.
        measure.arg("--json").arg(absolute(file)?);
    }
    process::run(measure.env("PATH", setup::search_path()?))
}
