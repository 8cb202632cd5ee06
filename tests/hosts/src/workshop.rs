//! The folder in which one host's page is built, and what is done there.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail, ensure};
use e2e::Engine;

use crate::{
    host::{Host, QUERY},
    tools::Tools,
};

/// How many lines of a failed program's output are told.
const TAIL: usize = 12;

/// A copy of the host's page, ready to be built.
pub(crate) struct Workshop {
    /// The copy of `pages/NAME`.
    pub(crate) folder: PathBuf,
    /// What `cargo xtask dist` wrote.
    pub(crate) dist: PathBuf,
    /// Cargo's target folder.
    pub(crate) target: PathBuf,
    /// What the pages are opened in.
    pub(crate) engines: Vec<Engine>,
    tools: Option<Tools>,
}

impl Workshop {
    /// Copies the host's page to a folder that is otherwise empty.
    pub(crate) fn new(host: &Host, target: &Path, engines: Vec<Engine>) -> Result<Self> {
        let folder = target.join("hosts").join(host.name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder)?;
        let page = sources().join("pages").join(host.name);
        if page.is_dir() {
            copy(&page, &folder)?;
        }
        // What the documentation says about the page is no part of it.
        let _ = fs::remove_file(folder.join("about.md"));
        Ok(Self {
            folder,
            dist: e2e::dist(),
            target: target.to_owned(),
            engines,
            tools: host.tools,
        })
    }

    /// Where the built site has to be.
    pub(crate) fn site(&self) -> PathBuf {
        self.folder.join("site")
    }

    /// Copies files of `dist/` into a folder of the workshop, as a lecturer does.
    pub(crate) fn bring(&self, files: &[&str], to: &str) -> Result<()> {
        let to = self.folder.join(to);
        fs::create_dir_all(&to)?;
        for file in files {
            let name = Path::new(file).file_name().unwrap_or_default();
            fs::copy(self.dist.join(file), to.join(name))
                .with_context(|| format!("dist/{file} could not be copied"))?;
        }
        Ok(())
    }

    /// Draws the pages' figure by the native program, for readers without scripts and for paper.
    pub(crate) fn draw(&self, file: &str) -> Result<()> {
        let path = self.folder.join(file);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut figure = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        figure.args(["run", "--quiet", "--package", "descent-widget", "--"]);
        figure.args(["figure", "--query", &format!("{QUERY}&lang=en"), "-o"]);
        run(figure.arg(path).current_dir(sources()))
    }

    /// One of the host's own programs, to be run in the workshop.
    pub(crate) fn tool(&self, name: &str) -> Command {
        let program = match self.tools {
            Some(tools) => tools.program(&self.target, name),
            None => name.into(),
        };
        let mut command = Command::new(program);
        command.current_dir(&self.folder);
        command
    }

    /// The folder of the host's own programs.
    pub(crate) fn tools(&self) -> PathBuf {
        self.tools
            .map(|it| it.folder(&self.target))
            .unwrap_or_default()
    }

    /// Packs `dist/npm` and installs the tarball as npm would; its place.
    pub(crate) fn install_package(&self) -> Result<PathBuf> {
        let modules = self.folder.join("node_modules");
        fs::create_dir_all(&modules)?;
        let mut npm = Command::new("npm");
        npm.args(["pack", "--silent", "--pack-destination"])
            .arg(&modules)
            .arg(self.dist.join("npm"));
        run(npm.current_dir(&self.folder))?;
        let tarball = fs::read_dir(&modules)?
            .filter_map(|it| it.ok().map(|it| it.path()))
            .find(|it| it.extension().is_some_and(|it| it == "tgz"))
            .context("npm packed nothing")?;
        let package = modules.join("descent-widget");
        fs::create_dir_all(&package)?;
        let mut tar = Command::new("tar");
        tar.arg("-xzf").arg(&tarball).arg("-C").arg(&package);
        run(tar.arg("--strip-components=1"))?;
        Ok(tarball)
    }

    /// A text file of the workshop.
    pub(crate) fn read(&self, name: &str) -> Result<String> {
        let path = self.folder.join(name);
        fs::read_to_string(&path).with_context(|| format!("{} was not built", path.display()))
    }

    /// Writes a file of the workshop, with the folders above it.
    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) -> Result<()> {
        let path = self.folder.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(fs::write(path, content)?)
    }
}

/// The folder `tests/hosts`.
pub(crate) fn sources() -> PathBuf {
    // Asked at run time: the same compiled program may be run for another clone.
    env::var("CARGO_MANIFEST_DIR")
        .unwrap_or_else(|_| ".".into())
        .into()
}

/// Copies a folder with everything in it.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("{}", from.display()))? {
        let path = entry?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, target)?;
        }
    }
    Ok(())
}

/// Runs a program; where it fails the end of what it said is the error.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    said(command).map(|_| ())
}

/// What a program writes to its standard output.
pub(crate) fn said(command: &mut Command) -> Result<String> {
    let name = Path::new(command.get_program())
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let output = command
        .stdin(Stdio::null())
        // Colors in an error message help nobody, and nobody wants to be counted.
        .env("NO_COLOR", "1")
        .env("CI", "1")
        .env("DO_NOT_TRACK", "1")
        .output()
        .with_context(|| format!("{name} could not be started"))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        let all = format!("{text}{}", String::from_utf8_lossy(&output.stderr));
        let lines: Vec<_> = all.lines().filter(|it| !it.trim().is_empty()).collect();
        let tail = lines[lines.len().saturating_sub(TAIL)..].join("\n      ");
        bail!("{name} failed:\n      {tail}");
    }
    Ok(text)
}

/// Fails unless a built file holds this text.
pub(crate) fn assert_holds(text: &str, part: &str, file: &str) -> Result<()> {
    ensure!(text.contains(part), "{file} has lost `{part}`");
    Ok(())
}
