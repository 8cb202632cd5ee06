//! What `cargo xtask bench` trains networks with: our module with a door for it, and the peers,
//! which are fetched for the benchmark only.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::Result;

use crate::{
    bindings::{Bindings, Part},
    process::run,
    setup, target,
};

const TENSORFLOW: &str = "4.22.0";
const NUMPY: &str = "numpy";

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

/// A Python with numpy: the system's, or one of our own where that has none.
pub(crate) fn python() -> Option<PathBuf> {
    let has_numpy = |python: &Path| {
        let mut command = Command::new(python);
        command.args(["-c", "import numpy"]).stderr(Stdio::null());
        run(&mut command).is_ok()
    };
    let system = PathBuf::from("python3");
    if has_numpy(&system) {
        return Some(system);
    }
    let folder = target().ok()?.join("tools/numpy");
    let own = folder.join("bin/python");
    if !own.is_file() {
        run(Command::new(&system).args(["-m", "venv"]).arg(&folder)).ok()?;
    }
    if !has_numpy(&own) {
        let pip = ["-m", "pip", "install", "--quiet", NUMPY];
        run(Command::new(&own).args(pip)).ok()?;
    }
    has_numpy(&own).then_some(own)
}
