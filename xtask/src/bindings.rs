//! Compiles the crate for the browser and makes the JavaScript glue.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    process::{cargo, run},
    root,
    setup::{self, WASM},
    target,
};

/// The stem that wasm-bindgen gives to all its files.
const NAME: &str = "descent_widget";

/// The profile of what a reader loads.
const PROFILE: &str = "web";

/// What wasm-bindgen made of the crate.
pub(crate) struct Bindings {
    /// The folder with the glue, which the bundler reads as `./pkg`.
    pub(crate) folder: PathBuf,
    pub(crate) wasm: Vec<u8>,
    /// The TypeScript declarations of everything that the glue exports.
    pub(crate) types: String,
}

impl Bindings {
    /// The name under which the split builds ship the wasm.
    pub(crate) const WASM_FILE: &str = "descent_widget_bg.wasm";

    /// Where the glue of the last build is.
    pub(crate) fn folder() -> Result<PathBuf> {
        Ok(target()?.join("bindings"))
    }

    /// Sets up the target, compiles and binds.
    pub(crate) fn build() -> Result<Self> {
        setup::wasm_target()?;
        run(cargo([
            "build",
            "--lib",
            "--profile",
            PROFILE,
            "--no-default-features",
            "--features",
            "web",
        ])
        .args(["--target", WASM])
        .arg("--config")
        .arg(hide_paths()?))?;

        let folder = Self::folder()?;
        // wasm-bindgen only adds files, so a renamed one would stay for ever.
        let _ = fs::remove_dir_all(&folder);
        Bindgen::new()
            .input_path(
                target()?
                    .join(WASM)
                    .join(PROFILE)
                    .join(NAME)
                    .with_extension("wasm"),
            )
            .web(true)?
            .typescript(true)
            .remove_name_section(true)
            .remove_producers_section(true)
            .generate(&folder)
            .context(
                "wasm-bindgen could not bind the module; if it speaks of two versions, \
                 give `wasm-bindgen-cli-support` in xtask/Cargo.toml the version that \
                 Cargo.lock has for `wasm-bindgen`",
            )?;
        Ok(Self {
            wasm: fs::read(folder.join(Self::WASM_FILE))?,
            types: fs::read_to_string(folder.join(NAME).with_extension("d.ts"))?,
            folder,
        })
    }
}

/// Messages of panics name source files. Their folders differ from machine to machine and
/// are nobody's business, so the compiler is told to leave them out.
fn hide_paths() -> Result<String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|it| it.join(".cargo")));
    let folders = [(Some(root()), "descent-widget"), (home, "cargo")];
    let flags: Vec<_> = folders
        .iter()
        .filter_map(|(from, to)| {
            Some(format!(
                "--remap-path-prefix={}={to}",
                from.as_ref()?.display()
            ))
        })
        .collect();
    Ok(format!(
        "target.{WASM}.rustflags={}",
        serde_json::to_string(&flags)?
    ))
}
