//! `cargo xtask bless`: draws the golden pictures anew and says what changed, and writes those
//! parts of the documentation that the program and the tested pages say.

use std::{collections::BTreeMap, fs, path::PathBuf};

use anyhow::Result;

use crate::{process, root};

pub(crate) fn run() -> Result<()> {
    let before = pictures()?;
    let mut tests = process::cargo(["test", "--test", "native", "--"]);
    tests.args(["golden::", "readme::", "docs::"]);
    process::run(tests.env("BLESS", "1"))?;
    let after = pictures()?;

    let mut changes = 0;
    for (path, bytes) in &after {
        let change = match before.get(path) {
            None => "new",
            Some(old) if old != bytes => "changed",
            Some(_) => continue,
        };
        println!("{change:>8}  {}", path.display());
        changes += 1;
    }
    // A picture that no test draws any longer stays until somebody removes it knowingly.
    println!(
        "{changes} of {} golden pictures are different now",
        after.len()
    );
    Ok(())
}

/// The golden pictures by their path from the root.
fn pictures() -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut pictures = BTreeMap::new();
    for entry in fs::read_dir(root().join("tests/golden"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == "svg") {
            let bytes = fs::read(&path)?;
            pictures.insert(path.strip_prefix(root()).map(PathBuf::from)?, bytes);
        }
    }
    Ok(pictures)
}
