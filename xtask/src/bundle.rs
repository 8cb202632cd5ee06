//! Makes minified ES modules of `www/`, one file each: `bundle.mjs` does it, by esbuild.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result};

use crate::{bindings::pkg, dist::gzip, process::run, root, setup, target};

/// The module with the lessons, which that of the race imports when they are asked for.
pub(crate) const LESSONS: &str = "descent-widget-lessons.js";

/// The handwritten digits, in the source and, as gzip, beside the split builds.
const DIGITS: &str = "data/digits/digits.idx";
pub(crate) const DIGITS_FILE: &str = "descent-widget-digits.idx.gz";

/// The bundled modules: each is one file, with everything that it imports.
pub(crate) struct Bundles {
    folder: PathBuf,
    /// The digits as they travel.
    pub(crate) digits: Vec<u8>,
}

impl Bundles {
    /// Bundles all entries. The bindings of both parts must have been built.
    pub(crate) fn build() -> Result<Self> {
        let digits = gzip(&fs::read(root().join(DIGITS))?)?;
        fs::write(pkg().join("digits.idx.gz"), &digits)?;
        let folder = target()?.join("bundles");
        run(Command::new("node")
            .arg(root().join("xtask/bundle.mjs"))
            .arg(setup::bundler()?)
            .arg(&folder))?;
        Ok(Self { folder, digits })
    }

    /// The bundle of a module of `www/`.
    pub(crate) fn read(&self, entry: &str) -> Result<String> {
        let path = self.folder.join(entry);
        fs::read_to_string(&path).with_context(|| path.display().to_string())
    }
}
