//! Compiles the crate for the browser and makes the JavaScript glue.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::{compile, dist::gzip, npm, root, setup};

/// The stem that wasm-bindgen gives to all its files.
const NAME: &str = "descent_widget";

/// How much of the crate a module holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The race: what the first figure of a page needs.
    Light,
    /// Everything, with the lessons and the experiments on networks.
    Full,
    /// The same with the network that `cargo xtask bench` trains; nobody loads it.
    Bench,
}

impl Part {
    /// The name under which the split builds ship the part's wasm, compressed.
    pub(crate) const fn packed_file(self) -> &'static str {
        match self {
            Self::Light => "descent_widget_bg.wasm.gz",
            Self::Full | Self::Bench => "descent_widget_lessons_bg.wasm.gz",
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Full => "full",
            Self::Bench => "bench",
        }
    }

    const fn features(self) -> &'static str {
        match self {
            Self::Light => "web",
            Self::Full => "web,lessons",
            Self::Bench => "web,bench",
        }
    }
}

/// What wasm-bindgen made of the crate.
pub(crate) struct Bindings {
    /// What it holds.
    pub(crate) part: Part,
    pub(crate) wasm: Vec<u8>,
    /// The same as gzip: what the modules load or carry.
    pub(crate) packed: Vec<u8>,
    /// The TypeScript declarations of everything that the glue exports.
    pub(crate) types: String,
}

impl Bindings {
    /// The name that wasm-bindgen gives to the wasm.
    pub(crate) const WASM_FILE: &str = "descent_widget_bg.wasm";

    /// Where the glue of a part's last build is: among the modules that import it.
    pub(crate) fn folder(part: Part) -> PathBuf {
        pkg().join(part.name())
    }

    /// Sets up the target, compiles and binds.
    pub(crate) fn build(part: Part) -> Result<Self> {
        setup::wasm_target()?;
        compile::for_readers(part.features())?;

        let folder = Self::folder(part);
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
        fs::write(pkg().join("settings.js"), npm::settings()?)?;
        fs::write(pkg().join("version.js"), npm::version())?;
        let file = folder.join(Self::WASM_FILE);
        let wasm = fs::read(&file)?;
        let packed = gzip(&wasm)?;
        fs::write(file.with_extension("wasm.gz"), &packed)?;
        Ok(Self {
            part,
            wasm,
            packed,
            types: fs::read_to_string(folder.join(NAME).with_extension("d.ts"))?,
        })
    }
}

/// The folder in `www/` for what is generated.
pub(crate) fn pkg() -> PathBuf {
    root().join(Path::new("www/pkg"))
}
