//! `cargo xtask hosts`: the built files in the places that lecture notes live in.

use anyhow::Result;

use crate::{
    dist,
    process::{self, cargo},
    setup::{self, Engine},
    target,
};

/// Sets up what is missing, writes `dist/` and lets the package `hosts` do the rest.
pub(crate) fn run(names: &[String], bare: bool, engine: Engine, no_dist: bool) -> Result<()> {
    setup::engines(&[engine])?;
    setup::axe()?;
    setup::package_managers();
    if !no_dist {
        dist::run()?;
    }
    let mut hosts = cargo(["run", "--quiet", "--package", "hosts", "--"]);
    hosts.arg("--target").arg(target()?);
    if bare {
        hosts.arg("--bare");
    }
    hosts
        .args(names)
        .env("E2E_ENGINE", engine.name())
        .env("PATH", setup::search_path()?);
    process::run(&mut hosts)
}
