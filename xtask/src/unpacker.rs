//! Compiles `xtask/packer` to the module that unpacks the engine in a page.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};

use crate::{compile, process::run, root};

/// Compiles it, in a folder that takes what is made on the way. It computes with vectors, which
/// every engine has that unpacks gzip.
pub(crate) fn build(folder: &Path) -> Result<Vec<u8>> {
    let library = folder.join("libpacker.rlib");
    let module = folder.join("unpacker.wasm");
    let sources = root().join("xtask/packer/src");
    run(compile::rustc()
        .args(["--crate-type", "rlib", "--crate-name", "packer"])
        .args(FLAGS)
        .arg("-o")
        .arg(&library)
        .arg(sources.join("lib.rs")))?;
    run(compile::rustc()
        .args(["--crate-type", "cdylib"])
        .args(FLAGS)
        .arg("-o")
        .arg(&module)
        .arg("--extern")
        .arg(format!("packer={}", library.display()))
        .arg(sources.join("module.rs")))?;
    lean(&fs::read(&module)?).context("xtask/packer")
}

/// One level less than the kernel has takes a sixth of its bytes and a twentieth of its speed.
/// The names are for `lean`.
const FLAGS: [&str; 3] = [compile::VECTORS, "-Copt-level=2", "-Cstrip=debuginfo"];

/// Takes out what a panic would say, which nobody hears: a panic is a trap.
fn lean(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut module = walrus::ModuleConfig::new()
        .generate_name_section(false)
        .generate_producers_section(false)
        .parse(bytes)?;
    let known = ["memory", "packed", "begin", "work", "module", "length"];
    let exports = module.exports.iter();
    let others = exports.filter(|export| !known.contains(&&*export.name));
    let others: Vec<_> = others.map(|export| export.id()).collect();
    for export in others {
        module.exports.delete(export);
    }
    trap_panics(&mut module);
    walrus::passes::gc::run(&mut module);
    ensure!(
        module.exports.iter().count() == known.len() && module.imports.iter().next().is_none(),
        "it must export {known:?} and import nothing"
    );
    Ok(module.emit_wasm())
}

/// The functions of the standard library that begin to tell of a panic trap at once.
fn trap_panics(module: &mut walrus::Module) {
    let tells = |function: &&walrus::Function| {
        let name = function.name.as_deref().unwrap_or_default();
        name.contains("core9panicking") || name.contains("slice_index_fail")
    };
    let functions: Vec<_> = module
        .funcs
        .iter()
        .filter(tells)
        .map(|it| it.id())
        .collect();
    for id in functions {
        let (parameters, results) = module.types.params_results(module.funcs.get(id).ty());
        let (parameters, results) = (parameters.to_vec(), results.to_vec());
        let locals = parameters.iter().map(|&of| module.locals.add(of)).collect();
        let mut trap = walrus::FunctionBuilder::new(&mut module.types, &parameters, &results);
        trap.func_body().unreachable();
        let trap = trap.local_func(locals);
        module.funcs.get_mut(id).kind = walrus::FunctionKind::Local(trap);
    }
}
