//! What the other commands need beside this workspace: found first, installed where that is
//! possible, and otherwise named together with the command that brings it.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Result, bail};
use clap::ValueEnum;

use crate::{
    process::{self, cargo, find, output, run},
    target,
};

/// The target that the browser's half is compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// What finds violations of WCAG in a page. The tests look for it where [`axe`] puts it.
const AXE: &str = "axe-core";
/// The version whose rules the pages keep.
const AXE_VERSION: &str = "4.14.1";

/// What bundles the modules of `www/`.
const ESBUILD: &str = "esbuild";
const ESBUILD_VERSION: &str = "0.28.2";

/// What checks the types of the modules of `www/`.
const TYPESCRIPT: &str = "typescript";
const TYPESCRIPT_VERSION: &str = "7.0.2";

/// A DOM for node, for the tests of these modules.
const DOM: &str = "@happy-dom/global-registrator";
const DOM_VERSION: &str = "21.0.4";

/// A browser engine that the tests run in.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    Webkit,
}

/// Something that a system package brings, and how to see that it is here.
struct Tool {
    package: &'static str,
    present: fn() -> bool,
}

impl Engine {
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// The program that drives the engine, and the variable by which the in-browser test
    /// runner wants to hear of it. The runner takes WebKit's driver for Safari's, which
    /// speaks the same protocol.
    pub(crate) fn driver(self) -> (&'static str, &'static str) {
        match self {
            Self::Chromium => ("chromedriver", "CHROMEDRIVER"),
            Self::Firefox => ("geckodriver", "GECKODRIVER"),
            Self::Webkit => ("WebKitWebDriver", "SAFARIDRIVER"),
        }
    }

    fn tools(self) -> &'static [Tool] {
        match self {
            Self::Chromium => &[
                Tool {
                    package: "chromium",
                    present: || find(&["chromium", "chromium-browser", "google-chrome"]).is_some(),
                },
                Tool {
                    package: "chromium-driver",
                    present: || find(&["chromedriver"]).is_some(),
                },
            ],
            Self::Firefox => &[Tool {
                package: "firefox-esr",
                present: || find(&["firefox-esr", "firefox"]).is_some(),
            }],
            Self::Webkit => &[
                Tool {
                    package: "webkit2gtk-driver",
                    present: || find(&["WebKitWebDriver"]).is_some(),
                },
                // WebKit's test browser has no headless mode: it gets a display that nobody sees.
                Tool {
                    package: "xvfb",
                    present: || find(&["xvfb-run"]).is_some(),
                },
                Tool {
                    package: "xauth",
                    present: || find(&["xauth"]).is_some(),
                },
            ],
        }
    }
}

/// The standard library for the browser.
pub(crate) fn wasm_target() -> Result<()> {
    add_target(WASM)
}

/// The standard library for a target.
pub(crate) fn add_target(name: &str) -> Result<()> {
    if has_target(name) {
        return Ok(());
    }
    eprintln!("Adding the target {name} to Rust");
    let added = run(Command::new("rustup").args(["target", "add", name]));
    if added.is_err() || !has_target(name) {
        bail!("Rust has no standard library for {name}; bring it with: rustup target add {name}");
    }
    Ok(())
}

/// The fonts that pictures, and the browsers' screenshots and measures, are written with.
pub(crate) fn fonts() -> Result<()> {
    bring([&Tool {
        package: "fonts-noto-cjk",
        present: has_korean_font,
    }])
}

/// The browsers and their drivers.
pub(crate) fn engines(engines: &[Engine]) -> Result<()> {
    bring(engines.iter().flat_map(|engine| engine.tools()))?;
    if engines.contains(&Engine::Firefox) {
        geckodriver()
    } else {
        Ok(())
    }
}

/// Installs what is not here.
fn bring<'a>(tools: impl IntoIterator<Item = &'a Tool>) -> Result<()> {
    let tools = tools.into_iter();
    let missing: Vec<_> = tools.filter(|tool| !(tool.present)()).collect();
    if !missing.is_empty() {
        let packages: Vec<_> = missing.iter().map(|tool| tool.package).collect();
        install(&packages);
        let absent: Vec<_> = missing
            .iter()
            .filter(|it| !(it.present)())
            .map(|it| it.package)
            .collect();
        if !absent.is_empty() {
            let absent = absent.join(" ");
            bail!("missing: {absent}; bring it with: sudo apt-get install {absent}");
        }
    }
    Ok(())
}

/// Fashion-MNIST, as it is published, for the tests of a reader's own files. Systems without
/// such packages have no easy way to it; their tests are reported as skipped.
pub(crate) fn datasets() -> Result<()> {
    const PACKAGE: &str = "dataset-fashion-mnist";
    let present = || Path::new("/usr/share/datasets/fashion-mnist").is_dir();
    if !present() && find(&["apt-get"]).is_some() {
        install(&[PACKAGE]);
        if !present() {
            bail!("missing: {PACKAGE}; bring it with: sudo apt-get install {PACKAGE}");
        }
    }
    Ok(())
}

/// The rules of accessibility, as npm's registry has them.
pub(crate) fn axe() -> Result<()> {
    own_npm_package(AXE, AXE_VERSION).map(drop)
}

/// What bundles the modules of `www/`; gives the folder that it is installed in.
pub(crate) fn bundler() -> Result<PathBuf> {
    own_npm_package(ESBUILD, ESBUILD_VERSION)
}

/// What checks the types of the modules of `www/`; gives the folder that it is installed in.
pub(crate) fn typescript() -> Result<PathBuf> {
    own_npm_package(TYPESCRIPT, TYPESCRIPT_VERSION)
}

/// A DOM for node; gives the folder that it is installed in.
pub(crate) fn dom() -> Result<PathBuf> {
    own_npm_package(DOM, DOM_VERSION)
}

/// A package among our own tools, at this very version; gives their folder.
fn own_npm_package(name: &str, version: &str) -> Result<PathBuf> {
    let folder = own_tools()?.join(name);
    let present = || {
        let manifest = folder.join("node_modules").join(name).join("package.json");
        let version = format!("\"version\": \"{version}\"");
        fs::read_to_string(manifest).is_ok_and(|text| text.contains(&version))
    };
    npm_packages(&folder, &[format!("{name}@{version}")], present)?;
    Ok(folder)
}

/// Packages of npm's registry in a folder, unless they are present.
pub(crate) fn npm_packages(
    folder: &Path,
    packages: &[String],
    present: impl Fn() -> bool,
) -> Result<()> {
    if present() {
        return Ok(());
    }
    npm();
    fs::create_dir_all(folder)?;
    let mut npm = Command::new("npm");
    npm.args([
        "install",
        "--no-save",
        "--no-package-lock",
        "--ignore-scripts",
    ])
    .args(["--no-audit", "--no-fund", "--prefix"])
    .arg(folder)
    .args(packages);
    if run(&mut npm).is_err() || !present() {
        let (folder, packages) = (folder.display(), packages.join(" "));
        bail!(
            "missing: {packages}; bring it with: npm install --no-save --prefix {folder} {packages}"
        );
    }
    Ok(())
}

/// What brings packages from npm's registry and Python's; what is still absent is noticed by
/// those who call it.
pub(crate) fn package_managers() {
    npm();
    let has_venv = || output(Command::new("python3").args(["-c", "import ensurepip"])).is_some();
    if !has_venv() {
        install(&["python3-venv"]);
    }
}

fn npm() {
    if find(&["npm"]).is_none() {
        install(&["npm"]);
    }
}

/// The search path with our own tools at its end, for everything that looks for a driver.
pub(crate) fn search_path() -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = env::split_paths(&path).chain([own_tools()?.join("bin")]);
    Ok(env::join_paths(folders)?)
}

/// Firefox' driver is in the Rust registry and in no Debian package.
fn geckodriver() -> Result<()> {
    let (program, _) = Engine::Firefox.driver();
    from_registry(program)
}

/// What runs the native tests: each in a process of its own, which a time limit ends.
pub(crate) fn nextest() -> Result<()> {
    from_registry("cargo-nextest")
}

/// A program that the Rust registry has under its name, unless it is here.
fn from_registry(program: &str) -> Result<()> {
    if process::find_in(&search_path()?, &[program]).is_some() {
        return Ok(());
    }
    eprintln!("Building {program} once, which takes some minutes");
    let folder = own_tools()?;
    let install = |extra: &[&str]| {
        let mut command = cargo(["install", program]);
        run(command.args(extra).arg("--root").arg(&folder))
    };
    // The locked set of dependencies is the tested one, but a mirror may lack a member of it.
    if install(&["--locked"]).is_err() && install(&[]).is_err() {
        bail!("missing: {program}; bring it with: cargo install {program} --locked");
    }
    Ok(())
}

/// A Python with numpy: the system's, or one of our own where that has none.
pub(crate) fn python() -> Option<PathBuf> {
    let has_numpy = |python: &Path| {
        let mut command = Command::new(python);
        command.args(["-c", "import numpy"]).stderr(Stdio::null());
        run(&mut command).is_ok()
    };
    let system = PathBuf::from("python3");
    if has_numpy(&system) {
        return Some(system);
    }
    let folder = own_tools().ok()?.join("numpy");
    let own = folder.join("bin/python");
    if !own.is_file() {
        package_managers();
        run(Command::new(&system).args(["-m", "venv"]).arg(&folder)).ok()?;
    }
    if !has_numpy(&own) {
        let pip = ["-m", "pip", "install", "--quiet", "numpy"];
        run(Command::new(&own).args(pip)).ok()?;
    }
    has_numpy(&own).then_some(own)
}

/// Where tools go that are built here and belong to nobody else.
fn own_tools() -> Result<PathBuf> {
    Ok(target()?.join("tools"))
}

fn has_target(name: &str) -> bool {
    let libraries =
        output(Command::new("rustc").args(["--print", "target-libdir", "--target", name]));
    libraries.is_some_and(|folder| PathBuf::from(folder).is_dir())
}

fn has_korean_font() -> bool {
    // Without the program that lists fonts nothing can be said, and nothing is missed.
    find(&["fc-list"]).is_none()
        || output(Command::new("fc-list").arg(":lang=ko")).is_some_and(|fonts| !fonts.is_empty())
}

/// Asks the system's package manager, as far as it may be asked without a password.
fn install(packages: &[&str]) {
    let is_root = output(Command::new("id").arg("-u")).as_deref() == Some("0");
    let prefix: &[&str] = if is_root { &[] } else { &["sudo", "-n"] };
    if find(&["apt-get"]).is_none()
        || !is_root && output(Command::new("sudo").args(["-n", "true"])).is_none()
    {
        return;
    }
    eprintln!("Installing {}", packages.join(" "));
    let apt = |arguments: &[&str]| {
        let words: Vec<_> = prefix
            .iter()
            .chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"])
            .collect();
        let mut command = Command::new(words[0]);
        command
            .args(&words[1..])
            .args(arguments)
            .stdin(Stdio::null());
        // What is still absent afterwards is reported by the caller, with its remedy.
        let _ = run(&mut command);
    };
    apt(&["update", "-q"]);
    apt(&[
        &["install", "-q", "-y", "--no-install-recommends"],
        packages,
    ]
    .concat());
}
