//! Compiles the crate for the browser and makes the JavaScript glue.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::{compile, setup, target};

/// The stem that wasm-bindgen gives to all its files.
const NAME: &str = "descent_widget";

/// How much of the crate a module holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The race: what the first figure of a page needs.
    Core,
    /// Everything.
    Whole,
}

impl Part {
    const fn name(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Whole => "whole",
        }
    }

    const fn features(self) -> &'static str {
        match self {
            Self::Core => "web",
            Self::Whole => "web,lessons",
        }
    }
}

/// What wasm-bindgen made of the crate.
pub(crate) struct Bindings {
    /// What it holds.
    pub(crate) part: Part,
    /// The folder with the glue, which the bundler reads as `./pkg`.
    pub(crate) folder: PathBuf,
    pub(crate) wasm: Vec<u8>,
    /// The TypeScript declarations of everything that the glue exports.
    pub(crate) types: String,
}

impl Bindings {
    /// The name under which the split builds ship the wasm of the race.
    pub(crate) const WASM_FILE: &str = "descent_widget_bg.wasm";

    /// The name under which they ship the wasm with everything.
    pub(crate) const WHOLE_WASM_FILE: &str = "descent_widget_lessons_bg.wasm";

    /// Where the glue of a part's last build is.
    pub(crate) fn folder(part: Part) -> Result<PathBuf> {
        Ok(target()?.join("bindings").join(part.name()))
    }

    /// Sets up the target, compiles and binds.
    pub(crate) fn build(part: Part) -> Result<Self> {
        setup::wasm_target()?;
        compile::for_readers(part.features())?;

        let folder = Self::folder(part)?;
        // wasm-bindgen only adds files, so a renamed one would stay for ever.
        let _ = fs::remove_dir_all(&folder);
        Bindgen::new()
            .input_path(compile::folder()?.join(NAME).with_extension("wasm"))
            .web(true)?
            .typescript(true)
            .remove_name_section(true)
            .remove_producers_section(true)
            .generate(&folder)
            .context(
                "wasm-bindgen could not bind the module; if it speaks of two versions, \
                 give `wasm-bindgen-cli-support` in xtask/Cargo.toml the version that \
                 Cargo.lock has for `wasm-bindgen`",
            )?;
        Ok(Self {
            part,
            wasm: fs::read(folder.join(Self::WASM_FILE))?,
            types: fs::read_to_string(folder.join(NAME).with_extension("d.ts"))?,
            folder,
        })
    }
}
