//! Compiles `xtask/kernel`: the loops of training with vector instructions and for speed,
//! beside a module that is compiled for size and for every engine.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

use crate::{
    beside::{lean, rustc},
    process::run,
    root,
};

/// Writes the module.
pub(crate) fn build(to: &Path) -> Result<()> {
    run(rustc()
        .args(["--crate-type", "cdylib"])
        .args(["-C", "link-arg=--import-memory"])
        .args(["-C", "link-arg=--export=__stack_pointer"])
        .arg("-o")
        .arg(to)
        .arg(root().join("xtask/kernel/lib.rs")))?;
    let exports = ["run", "__stack_pointer"];
    let mut module = lean(&fs::read(to)?, &exports).context("xtask/kernel")?;
    // It would be written into the memory of the other module, and nothing reads it.
    let data: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    for data in data {
        module.data.delete(data);
    }
    for import in module.imports.iter() {
        if import.name != "memory" {
            bail!("xtask/kernel imports {}", import.name);
        }
    }
    Ok(fs::write(to, module.emit_wasm())?)
}
