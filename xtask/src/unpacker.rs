//! Compiles `xtask/packer` to the module that unpacks the engine in a page.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};

use crate::{compile, process::run, root};

/// Compiles it, in a folder that takes what is made on the way. It is for every engine, since
/// it is what the module for every engine travels with.
pub(crate) fn build(folder: &Path) -> Result<Vec<u8>> {
    let library = folder.join("libpacker.rlib");
    let module = folder.join("unpacker.wasm");
    let sources = root().join("xtask/packer/src");
    run(compile::rustc()
        .args(["--crate-type", "rlib", "--crate-name", "packer", "-o"])
        .arg(&library)
        .arg(sources.join("lib.rs")))?;
    run(compile::rustc()
        .args(["--crate-type", "cdylib", "-o"])
        .arg(&module)
        .arg("--extern")
        .arg(format!("packer={}", library.display()))
        .arg(sources.join("module.rs")))?;
    lean(&fs::read(&module)?).context("xtask/packer")
}

/// Takes out what a panic would say, which nobody hears: a panic is a trap.
fn lean(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut module = walrus::ModuleConfig::new()
        .generate_name_section(false)
        .generate_producers_section(false)
        .parse(bytes)?;
    let known = ["memory", "packed", "begin", "work"];
    let exports = module.exports.iter();
    let others = exports.filter(|export| !known.contains(&&*export.name));
    let others: Vec<_> = others.map(|export| export.id()).collect();
    for export in others {
        module.exports.delete(export);
    }
    walrus::passes::gc::run(&mut module);
    ensure!(
        module.exports.iter().count() == known.len() && module.imports.iter().next().is_none(),
        "it must export {known:?} and import nothing"
    );
    Ok(module.emit_wasm())
}
