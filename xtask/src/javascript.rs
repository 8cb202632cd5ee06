//! The JavaScript of `www/` without a browser: TypeScript checks its types against those of the
//! border and of the npm package, and node runs the tests of the modules with logic.

use std::{fs, path::PathBuf, process::Command};

use anyhow::Result;

use crate::{
    bindings::{Bindings, Part, pkg},
    dist::files_below,
    npm,
    process::run,
    root, setup,
};

/// The builds that the `imports` of `www/package.json` tell apart.
const CONDITIONS: [&str; 2] = ["split", "inline"];

/// Builds the bindings, whose declarations the modules are checked against, and checks all.
pub(crate) fn check() -> Result<()> {
    Bindings::build(Part::Core)?;
    let whole = Bindings::build(Part::Whole)?;
    let package = pkg().join("npm");
    fs::create_dir_all(&package)?;
    for (name, text) in npm::files(&whole)? {
        fs::write(package.join(name), text)?;
    }

    let typescript = setup::typescript()?.join("node_modules/typescript/bin/tsc");
    for condition in CONDITIONS {
        run(Command::new("node")
            .arg(&typescript)
            .arg("--project")
            .arg(root().join("www"))
            .args(["--customConditions", condition]))?;
    }
    run(Command::new("node")
        .arg(&typescript)
        .arg("--project")
        .arg(root().join("tests/types")))?;

    run(Command::new("node")
        .arg("--test")
        .args(tests()?)
        .env("DOM_TOOLS", setup::dom()?))
}

fn tests() -> Result<Vec<PathBuf>> {
    let mut files = files_below(&root().join("tests/js"))?;
    files.retain(|path| path.to_string_lossy().ends_with(".test.js"));
    Ok(files)
}
