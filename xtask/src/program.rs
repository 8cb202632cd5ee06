//! Compiles the program `figure` to wasm, so that a notebook draws its pictures without a
//! browser and without a compiler: Python has a library that runs it on every platform.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result};

use crate::{
    compile::rustflags,
    process::{cargo, output, run},
    setup, target,
};

/// Wasm with arguments and files.
const WASI: &str = "wasm32-wasip1";

/// Networks train in it too, so it is compiled for speed, with vector instructions.
const VECTORS: &str = "-Ctarget-feature=+simd128";

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
        .arg("--config")
        .arg(rustflags(WASI, &[VECTORS, &library()])?);
    run(&mut command)?;
    let file = target()?.join(WASI).join("release/descent-widget.wasm");
    let program = lean(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    Ok(Some(program))
}

/// Where the sources of the standard library lie here is nobody's business either.
fn library() -> String {
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]));
    let sysroot = sysroot.unwrap_or_default();
    format!("--remap-path-prefix={sysroot}/lib/rustlib/src/rust=rust")
}

/// Leaves out the names of functions, which nothing reads.
fn lean(file: &Path) -> Result<Vec<u8>> {
    let mut module = walrus::ModuleConfig::new()
        .generate_name_section(false)
        .generate_producers_section(false)
        .parse(&fs::read(file)?)?;
    Ok(module.emit_wasm())
}
