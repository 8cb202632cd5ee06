//! Compiles the crate to the wasm that a reader loads.

use std::path::PathBuf;

use anyhow::Result;

use crate::{
    process::{cargo, run},
    root,
    setup::WASM,
    target,
};

/// The profile of what a reader loads.
const PROFILE: &str = "web";

/// Where the module lies afterwards.
pub(crate) fn folder() -> Result<PathBuf> {
    Ok(target()?.join(WASM).join(PROFILE))
}

/// Compiles the library with these features.
pub(crate) fn for_readers(features: &str) -> Result<()> {
    let mut command = cargo(["build", "--lib", "--profile", PROFILE]);
    command
        .args(["--no-default-features", "--features", features])
        .args(["--target", WASM])
        .arg("--config")
        .arg(remapped(WASM)?);
    run(&mut command)
}

/// Flags that leave folders of this machine out of the names of source files, so that the same
/// sources give the same bytes everywhere. They come on top of those in `.cargo/config.toml`.
pub(crate) fn remapped(target: &str) -> Result<String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|it| it.join(".cargo")));
    let folders = [(Some(root()), "descent-widget"), (home, "cargo")];
    let flags: Vec<_> = folders
        .iter()
        .filter_map(|(from, to)| {
            let from = from.as_ref()?.display();
            Some(format!("--remap-path-prefix={from}={to}"))
        })
        .collect();
    Ok(format!(
        "target.{target}.rustflags={}",
        serde_json::to_string(&flags)?
    ))
}
