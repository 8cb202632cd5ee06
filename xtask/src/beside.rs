//! What the two small modules have in common that travel beside the crate's: they are compiled
//! for speed and with vector instructions, by the compiler alone.

use std::process::Command;

use anyhow::{Result, ensure};

use crate::{compile::VECTORS, root, setup::WASM};

/// The compiler for one of them. The names of its functions stay for [`lean`].
pub(crate) fn rustc() -> Command {
    let mut rustc = Command::new("rustc");
    rustc
        .args(["--edition", "2024", "--target", WASM, VECTORS])
        .args(["-C", "opt-level=3", "-C", "codegen-units=1"])
        .args(["-C", "panic=abort", "-C", "strip=debuginfo"])
        // Where this folder lies is nobody's business; even the length of its name would show.
        .arg(format!(
            "--remap-path-prefix={}=descent-widget",
            root().display()
        ));
    rustc
}

/// The module with these exports alone, and without what a panic would say, which nobody
/// hears: a panic is a trap.
pub(crate) fn lean(bytes: &[u8], exports: &[&str]) -> Result<walrus::Module> {
    let mut module = walrus::ModuleConfig::new()
        .generate_name_section(false)
        .generate_producers_section(false)
        .parse(bytes)?;
    let others = module.exports.iter();
    let others = others.filter(|export| !exports.contains(&&*export.name));
    let others: Vec<_> = others.map(|export| export.id()).collect();
    for export in others {
        module.exports.delete(export);
    }
    ensure!(
        module.exports.iter().count() == exports.len(),
        "it must export {exports:?}"
    );
    trap_panics(&mut module);
    walrus::passes::gc::run(&mut module);
    Ok(module)
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
