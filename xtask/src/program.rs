//! Compiles the program `figure` to wasm, so that a notebook draws its pictures without a
//! browser and without a compiler: Python has a library that runs it on every platform.

use std::fs;

use anyhow::{Context, Result};

use crate::{
    compile::remapped,
    process::{cargo, run},
    setup, target,
};

/// Wasm with arguments and files.
const WASI: &str = "wasm32-wasip1";

/// The program's bytes; nothing where Rust lacks the target and cannot bring it.
pub(crate) fn build() -> Result<Option<Vec<u8>>> {
    if let Err(error) = setup::add_target(WASI) {
        println!("{error}. Without it a notebook has the picture of its first browser only.");
        return Ok(None);
    }
    let mut command = cargo(["build", "--quiet", "--release", "--bin", "descent-widget"]);
    command
        .args(["--no-default-features", "--features", "figure"])
        .args(["--target", WASI])
        // Nothing reads the names of its functions.
        .args(["--config", "profile.release.strip=true"])
        .arg("--config")
        .arg(remapped(WASI)?);
    run(&mut command)?;
    let file = target()?.join(WASI).join("release/descent-widget.wasm");
    let program = fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    Ok(Some(program))
}
