//! Compiles `xtask/packer` to the module that unpacks the engine in a page.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};

use crate::{
    beside::{lean, rustc},
    process::run,
    root,
};

/// Compiles it, in a folder that takes what is made on the way. It computes with vectors, which
/// every engine has that unpacks gzip.
pub(crate) fn build(folder: &Path) -> Result<Vec<u8>> {
    let library = folder.join("libpacker.rlib");
    let module = folder.join("unpacker.wasm");
    let sources = root().join("xtask/packer/src");
    run(rustc()
        .args(["--crate-type", "rlib", "--crate-name", "packer"])
        .arg(LEVEL)
        .arg("-o")
        .arg(&library)
        .arg(sources.join("lib.rs")))?;
    run(rustc()
        .args(["--crate-type", "cdylib"])
        .arg(LEVEL)
        .arg("-o")
        .arg(&module)
        .arg("--extern")
        .arg(format!("packer={}", library.display()))
        .arg(sources.join("module.rs")))?;
    let exports = ["memory", "packed", "begin", "work", "module", "length"];
    let mut module = lean(&fs::read(&module)?, &exports).context("xtask/packer")?;
    ensure!(
        module.imports.iter().next().is_none(),
        "xtask/packer must import nothing"
    );
    Ok(module.emit_wasm())
}

/// One level less than the kernel has takes a sixth of its bytes and a twentieth of its speed.
const LEVEL: &str = "-Copt-level=2";
