//! Compiles the crate to the wasm that a reader loads.
//!
//! The standard library that comes with a toolchain is built for speed and tells at length
//! why a program panics. Built anew with ours, for size and without words, it makes the
//! download a ninth lighter. That needs the library's sources and options that the compiler
//! calls unstable; where either is missing the library is taken as it comes.

use std::{path::PathBuf, process::Command};

use anyhow::Result;

use crate::{
    process::{cargo, output, run},
    root,
    setup::{self, WASM},
    target,
};

/// The profile of what a reader loads.
const PROFILE: &str = "web";

/// Where the module lies afterwards.
pub(crate) fn folder() -> Result<PathBuf> {
    Ok(target()?.join(WASM).join(PROFILE))
}

/// Vector instructions: a hundredth of the download, and in every engine that knows the rest
/// of what the page needs (Chromium 91, Firefox 89, Safari 16.4). Relaxed SIMD is not.
pub(crate) const VECTORS: &str = "-Ctarget-feature=+simd128";

/// Compiles the library with these features, for engines with vector instructions or for all.
pub(crate) fn for_readers(features: &str, vectors: bool) -> Result<()> {
    let own: &[&str] = if vectors { &[VECTORS] } else { &[] };
    if setup::library_sources() && is_new_enough() {
        match run(&mut lean(features, own)?) {
            Ok(()) => return Ok(()),
            Err(error) => println!("{error}"),
        }
    }
    println!(
        "The standard library could not be built for size, so what a reader loads will be a \
         ninth heavier. It takes rustc 1.91 or later and `rustup component add rust-src`."
    );
    run(&mut plain(features, own)?)
}

fn build(features: &str, flags: &[&str]) -> Result<Command> {
    let mut command = cargo(["build", "--lib", "--profile", PROFILE]);
    command
        .args(["--no-default-features", "--features", features])
        .args(["--target", WASM])
        .arg("--config")
        .arg(rustflags(WASM, flags)?);
    Ok(command)
}

fn plain(features: &str, own: &[&str]) -> Result<Command> {
    build(features, own)
}

fn lean(features: &str, own: &[&str]) -> Result<Command> {
    let lean = [
        "-Zunstable-options",
        "-Cpanic=immediate-abort",
        "-Zlocation-detail=none",
        "-Zfmt-debug=none",
        // One level more than the compiler's own choice: another 0.8 kB of gzip.
        "-Zmir-opt-level=3",
    ];
    let mut command = build(features, &[&lean, own].concat())?;
    command
        .arg("-Zbuild-std=std,panic_abort")
        .arg("-Zbuild-std-features=optimize_for_size")
        // The way to the unstable options on a stable toolchain.
        .env("RUSTC_BOOTSTRAP", "1");
    Ok(command)
}

/// Whether the compiler knows panics that abort at once.
fn is_new_enough() -> bool {
    let version = output(Command::new("rustc").arg("--version")).unwrap_or_default();
    let minor = version.split('.').nth(1).and_then(|it| it.parse().ok());
    minor.is_some_and(|minor: u32| minor >= 91)
}

/// Flags for this target only; and folders that differ from machine to machine, and are
/// nobody's business, are left out of the names of source files.
pub(crate) fn rustflags(target: &str, extra: &[&str]) -> Result<String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|it| it.join(".cargo")));
    let folders = [(Some(root()), "descent-widget"), (home, "cargo")];
    let mut flags: Vec<String> = extra.iter().map(|&flag| flag.to_owned()).collect();
    flags.extend(folders.iter().filter_map(|(from, to)| {
        let from = from.as_ref()?.display();
        Some(format!("--remap-path-prefix={from}={to}"))
    }));
    Ok(format!(
        "target.{target}.rustflags={}",
        serde_json::to_string(&flags)?
    ))
}
