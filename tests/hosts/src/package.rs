//! Judges the npm package by the tools that judge packages, and its tarball by a list; and the
//! crate as cargo would publish it.

use std::{env, process::Command};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::workshop::{Workshop, run, said, sources};

/// Everything that a reader of the package gets, and nothing else.
const CONTENTS: [&str; 14] = [
    "LICENSE",
    "README.md",
    "custom-elements.json",
    "descent-widget-digits.idx.gz",
    "descent-widget-lessons.js",
    "descent-widget.d.ts",
    "descent-widget.html",
    "descent-widget.js",
    "descent_widget_bg.wasm",
    "descent_widget_bg.wasm.gz",
    "descent_widget_lessons_bg.wasm.gz",
    "package.json",
    "standalone.d.ts",
    "standalone.js",
];

/// What TypeScript resolves modules by, in projects of today.
const RESOLUTIONS: [[&str; 4]; 2] = [
    ["--module", "nodenext", "--moduleResolution", "nodenext"],
    ["--module", "esnext", "--moduleResolution", "bundler"],
];

/// Packs the package and lets everything be said about it.
pub(crate) fn check(shop: &Workshop) -> Result<()> {
    let tarball = shop.install_package()?;
    let listed = said(Command::new("tar").arg("-tzf").arg(&tarball))?;
    let mut files: Vec<_> = listed
        .lines()
        .filter_map(|it| it.strip_prefix("package/"))
        .collect();
    files.sort_unstable();
    ensure!(files == CONTENTS, "the tarball holds {}", files.join(" "));

    run(shop
        .tool("publint")
        .args(["run", "--strict"])
        .arg(shop.dist.join("npm")))?;
    // CommonJS is not what the package is for; everything else has to resolve.
    run(shop
        .tool("attw")
        .args(["--profile", "esm-only"])
        .arg(&tarball))?;
    for resolution in RESOLUTIONS {
        run(shop.tool("tsc").args(["--project", "."]).args(resolution))?;
    }
    describes_every_setting(shop)
}

/// The crate builds from what cargo would publish, and its documentation without features has
/// no link that leads nowhere.
pub(crate) fn check_crate(_: &Workshop) -> Result<()> {
    let cargo = || {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.current_dir(sources().join("../.."));
        cargo
    };
    let package = ["--package", "descent-widget"];
    run(cargo()
        .args(["package", "--quiet", "--locked", "--allow-dirty"])
        .args(package)
        // The crate is built upon its other half, which is published with it.
        .args(["--package", "descent-kernel"]))?;
    run(cargo()
        .args([
            "doc",
            "--quiet",
            "--no-deps",
            "--lib",
            "--no-default-features",
        ])
        .args(package)
        .env("RUSTDOCFLAGS", "-D warnings"))
}

/// `custom-elements.json` fits its schema's main rules and has a row for each setting.
fn describes_every_setting(shop: &Workshop) -> Result<()> {
    let text = shop.read("node_modules/descent-widget/custom-elements.json")?;
    let manifest: Value = serde_json::from_str(&text)?;
    let declaration = &manifest["modules"][0]["declarations"][0];
    ensure!(
        declaration["tagName"] == "descent-widget" && declaration["customElement"] == true,
        "custom-elements.json does not declare the element"
    );
    let attributes = declaration["attributes"]
        .as_array()
        .context("custom-elements.json has no attributes")?;
    let names = attributes.iter().filter_map(|it| it["name"].as_str());
    let settings = descent_widget::registry::SETTINGS.iter();
    ensure!(
        names.eq(settings.map(|it| it.name)),
        "custom-elements.json has other attributes than the settings"
    );
    Ok(())
}
