//! What `cargo xtask bench` trains networks with: our module with a door for it, and the peers,
//! which are fetched for the benchmark only.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Result;

use crate::{
    bindings::{Bindings, Part},
    setup, target,
};

const TENSORFLOW: &str = "4.22.0";

/// Writes the folder that the measuring page is served from, and gives it.
pub(crate) fn prepare() -> Result<PathBuf> {
    let ours = Bindings::build(Part::Bench)?;
    let folder = target()?.join("bench");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("backend"))?;
    fs::write(folder.join("module.wasm"), &ours.wasm)?;
    fs::copy(
        Bindings::folder(Part::Bench).join("descent_widget.js"),
        folder.join("glue.js"),
    )?;
    if let Err(error) = tensorflow(&folder) {
        println!("{error:#}");
    }
    Ok(folder)
}

/// TensorFlow.js with its two backends that need no graphics card.
fn tensorflow(to: &Path) -> Result<()> {
    let parts = ["core", "backend-cpu", "backend-wasm"];
    let packages = parts.map(|part| format!("@tensorflow/tfjs-{part}@{TENSORFLOW}"));
    let tools = target()?.join("tools/tensorflow");
    let place = |part: &str| tools.join(format!("node_modules/@tensorflow/tfjs-{part}"));
    setup::npm_packages(&tools, &packages, || {
        parts.iter().all(|part| {
            let manifest = fs::read_to_string(place(part).join("package.json"));
            manifest.is_ok_and(|it| it.contains(&format!("\"version\": \"{TENSORFLOW}\"")))
        })
    })?;
    for part in parts {
        let name = format!("tf-{part}.min.js");
        fs::copy(place(part).join("dist").join(&name), to.join(name))?;
    }
    let wasm = place("backend-wasm").join("dist");
    for kind in ["", "-simd", "-threaded-simd"] {
        let name = format!("tfjs-backend-wasm{kind}.wasm");
        fs::copy(wasm.join(&name), to.join("backend").join(name))?;
    }
    Ok(())
}
