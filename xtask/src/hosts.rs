//! `cargo xtask hosts`: the built files in the places that lecture notes live in.

use std::slice;

use anyhow::Result;

use crate::{
    dist,
    process::{self, cargo},
    setup::{self, Engine},
    target,
};

/// Sets up what is missing, writes `dist/` and lets the package `hosts` do the rest, to which
/// the flags that are set are passed on.
pub(crate) fn run(
    names: &[String],
    flags: &[(&str, bool)],
    engine: Option<Engine>,
    no_dist: bool,
) -> Result<()> {
    // Pages that may be seen otherwise by Firefox are opened there too.
    let both = [Engine::Chromium, Engine::Firefox];
    setup::engines(engine.as_ref().map_or(&both, slice::from_ref))?;
    setup::axe()?;
    setup::package_managers();
    if !no_dist {
        dist::run()?;
    }
    let mut hosts = cargo(["run", "--quiet", "--package", "hosts", "--"]);
    hosts.arg("--target").arg(target()?);
    for (flag, _) in flags.iter().filter(|(_, is_set)| *is_set) {
        hosts.arg(flag);
    }
    if let Some(engine) = engine {
        hosts.args(["--engine", engine.name()]);
    }
    hosts.args(names).env("PATH", setup::search_path()?);
    process::run(&mut hosts)
}
