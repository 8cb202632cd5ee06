//! The JavaScript of `www/` without a browser: TypeScript checks its types against those of the
//! border and of the npm package, and node runs the tests of the modules with logic.

use std::{fs, path::PathBuf, process::Command};

use anyhow::Result;

use crate::{
    bindings::{Bindings, Part, pkg},
    dist::files_below,
    npm, root, setup,
    stage::Stage,
};

/// The builds that the `imports` of `www/package.json` tell apart.
const CONDITIONS: [&str; 2] = ["split", "inline"];

/// Builds what the modules are checked against: the declarations of both builds.
pub(crate) fn bindings() -> Result<Bindings> {
    Bindings::build(Part::Light)?;
    Bindings::build(Part::Full)
}

/// What is to be run where the bindings are built.
pub(crate) fn stages(full: &Bindings) -> Result<Vec<Stage>> {
    let package = pkg().join("npm");
    fs::create_dir_all(&package)?;
    for (name, text) in npm::files(full)? {
        fs::write(package.join(name), text)?;
    }

    let typescript = setup::typescript()?.join("node_modules/typescript/bin/tsc");
    let types = |what: &str, project: &str, extra: &[&str]| {
        let mut command = Command::new("node");
        command.arg(&typescript).arg("--project");
        command.arg(root().join(project)).args(extra);
        Stage::new(format!("types of {what}"), command)
    };
    let mut stages: Vec<Stage> = CONDITIONS
        .map(|it| types(&format!("www, {it}"), "www", &["--customConditions", it]))
        .into();
    stages.push(types("the npm package", "tests/types", &[]));

    let mut node = Command::new("node");
    node.args(["--test", "--test-timeout=60000"])
        .args(tests()?)
        .env("DOM_TOOLS", setup::dom()?);
    stages.push(Stage::new("tests of the JavaScript", node));
    Ok(stages)
}

fn tests() -> Result<Vec<PathBuf>> {
    let mut files = files_below(&root().join("tests/js"))?;
    files.retain(|path| path.to_string_lossy().ends_with(".test.js"));
    Ok(files)
}
