//! Compiles `xtask/kernel`: the loops of training with vector instructions and for speed,
//! beside a module that is compiled for size and for every engine.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail, ensure};

use crate::{compile, process::run, root};

/// Writes the module.
pub(crate) fn build(to: &Path) -> Result<()> {
    let mut rustc = compile::rustc();
    rustc
        .args(["--crate-type", "cdylib", "-C", "target-feature=+simd128"])
        .args(["-C", "link-arg=--import-memory"])
        .args(["-C", "link-arg=--export=__stack_pointer"])
        .arg("-o")
        .arg(to)
        .arg(root().join("xtask/kernel/lib.rs"));
    run(&mut rustc)?;
    let module = lean(&fs::read(to)?).context("xtask/kernel")?;
    Ok(fs::write(to, module)?)
}

/// Takes out what would be written into the memory of the other module. Nothing reads it:
/// it is what a panic would say, and a panic there is a trap.
fn lean(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut module = walrus::ModuleConfig::new()
        .generate_name_section(false)
        .generate_producers_section(false)
        .parse(bytes)?;
    let known = ["run", "__stack_pointer"];
    let others: Vec<_> = module
        .exports
        .iter()
        .filter(|export| !known.contains(&&*export.name))
        .map(|export| export.id())
        .collect();
    for export in others {
        module.exports.delete(export);
    }
    walrus::passes::gc::run(&mut module);
    let data: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    for data in data {
        module.data.delete(data);
    }
    ensure!(
        module.exports.iter().count() == 2,
        "not both exports are there"
    );
    for import in module.imports.iter() {
        if import.name != "memory" {
            bail!("it imports {}", import.name);
        }
    }
    Ok(module.emit_wasm())
}
