//! The hosts' own programs, at pinned versions, in folders of their own below `target/tools`.

use std::{
    fmt, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Result;

use crate::workshop::{run, sources};

/// Programs that are installed together. The name is that of the folder in `tests/hosts/tools`
/// whose list says which versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tools {
    /// `package.json`, from the npm registry.
    Npm(&'static str),
    /// `requirements.txt`, from the Python registry, in an environment of its own.
    Pip(&'static str),
    /// `name version`, a program from the Rust registry.
    Cargo(&'static str, &'static str),
}

/// A tool is not here and could not be brought.
#[derive(Debug)]
pub(crate) struct Missing(String);

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Missing {}

impl Tools {
    /// The folder with the installed programs.
    pub(crate) fn folder(self, target: &Path) -> PathBuf {
        match self {
            Self::Npm(name) | Self::Pip(name) => target.join("tools/hosts").join(name),
            Self::Cargo(..) => target.join("tools"),
        }
    }

    /// One of the programs.
    pub(crate) fn program(self, target: &Path, name: &str) -> PathBuf {
        let bin = match self {
            Self::Npm(_) => "node_modules/.bin",
            Self::Pip(_) | Self::Cargo(..) => "bin",
        };
        self.folder(target).join(bin).join(name)
    }

    /// Brings what is not here yet.
    pub(crate) fn install(self, target: &Path) -> Result<()> {
        let folder = self.folder(target);
        fs::create_dir_all(&folder)?;
        match self {
            Self::Npm(name) => with_list(name, "package.json", &folder, |_| {
                let mut npm = Command::new("npm");
                npm.args(["install", "--no-package-lock", "--no-audit", "--no-fund"]);
                run(npm.current_dir(&folder))
            }),
            Self::Pip(name) => with_list(name, "requirements.txt", &folder, |list| {
                let mut python = Command::new("python3");
                run(python.args(["-m", "venv"]).arg(&folder))?;
                let mut pip = Command::new(folder.join("bin/pip"));
                pip.args(["install", "--quiet", "--disable-pip-version-check", "-r"]);
                run(pip.arg(list))
            }),
            Self::Cargo(name, version) => {
                if self.program(target, name).is_file() {
                    return Ok(());
                }
                let package = format!("{name}@{version}");
                let mut cargo = Command::new("cargo");
                cargo.args(["install", &package, "--locked", "--root"]);
                let installed = run(cargo.arg(&folder));
                installed.map_err(|error| {
                    missing(format!("{error:#}; bring it with: cargo install {package}"))
                })
            }
        }
    }
}

/// Installs unless exactly this list has been installed before, of which a copy tells.
fn with_list(
    name: &str,
    list: &str,
    folder: &Path,
    install: impl Fn(&Path) -> Result<()>,
) -> Result<()> {
    let wanted = sources().join("tools").join(name).join(list);
    let text = fs::read_to_string(&wanted)?;
    let mark = folder.join(format!("installed-{list}"));
    if fs::read_to_string(&mark).is_ok_and(|it| it == text) {
        return Ok(());
    }
    // The npm client reads the list in the folder itself.
    let copy = folder.join(list);
    fs::write(&copy, &text)?;
    install(&copy).map_err(|error| {
        missing(format!(
            "{error:#}; it installs what {} lists",
            wanted.display()
        ))
    })?;
    Ok(fs::write(mark, text)?)
}

fn missing(text: String) -> anyhow::Error {
    Missing(text).into()
}
