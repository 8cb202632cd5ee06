//! `cargo xtask dist`: writes everything that a lecturer embeds.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use libdeflater::{CompressionLvl, Compressor};

use crate::{
    bindings::{Bindings, Part},
    bundle::{Bundles, DIGITS_FILE, LESSONS},
    npm,
    process::{self, output},
    program, release, root, target,
};

/// The file of the single page.
pub(crate) const PAGE: &str = "descent-widget.html";

/// The lecture note: a page for each section, and what dresses them.
const NOTE: [&str; 7] = [
    "index.html",
    "training.html",
    "initial-weights.html",
    "batch-normalization.html",
    "regularization.html",
    "hyperparameters.html",
    "gallery.css",
];

/// The tag of the single page's template that the module itself takes the place of.
const MODULE_TAG: &str = r#"<script type="module" src="./descent-widget.js"></script>"#;

/// What all of `dist/` is made of.
struct Parts {
    light: Bindings,
    full: Bindings,
    bundles: Bundles,
    /// The single page.
    page: String,
}

impl Parts {
    fn build() -> Result<Self> {
        let light = Bindings::build(Part::Light)?;
        let full = Bindings::build(Part::Full)?;
        let bundles = Bundles::build()?;
        let page = single_page(&bundles.read("page.js")?)?;
        Ok(Self {
            light,
            full,
            bundles,
            page,
        })
    }

    /// What the modules of a split build fetch.
    fn write_fetched(&self, folder: &Folder) -> Result<()> {
        folder.write(LESSONS, self.bundles.read("lessons-main.js")?)?;
        folder.write(DIGITS_FILE, &self.bundles.digits)?;
        for part in [&self.light, &self.full] {
            folder.write(part.part.packed_file(), &part.packed)?;
        }
        Ok(())
    }

    /// The gallery, with the one-file builds to download.
    fn write_site(&self, site: &Folder) -> Result<()> {
        site.write("gallery.js", self.bundles.read("gallery.js")?)?;
        self.write_fetched(site)?;
        site.write("descent-widget.js", self.bundles.read("standalone.js")?)?;
        site.write(PAGE, &self.page)?;
        for name in NOTE {
            site.write(name, read(Path::new("www").join(name))?)?;
        }
        Ok(())
    }
}

/// Writes the gallery alone, for `cargo xtask serve`.
pub(crate) fn site() -> Result<()> {
    let parts = Parts::build()?;
    fs::create_dir_all(root().join("dist"))?;
    parts.write_site(&Folder::empty(root().join("dist/site"))?)
}

/// Writes `dist/` and gives the bindings of the full build.
pub(crate) fn run() -> Result<Bindings> {
    let parts = Parts::build()?;
    let module = parts.bundles.read("standalone.js")?;

    let dist = Folder::empty(root().join("dist"))?;
    dist.write("descent-widget.js", &module)?;
    dist.write(PAGE, &parts.page)?;

    let npm = dist.folder("npm")?;
    npm.write("descent-widget.js", parts.bundles.read("main.js")?)?;
    npm.write("standalone.js", &module)?;
    npm.write(PAGE, &parts.page)?;
    npm.write(Bindings::WASM_FILE, &parts.light.wasm)?;
    parts.write_fetched(&npm)?;
    for (name, text) in npm::files(&parts.full)? {
        npm.write(name, &text)?;
    }

    parts.write_site(&dist.folder("site")?)?;
    python(&dist, &module)?;
    release::write(&dist.0)?;
    dist.report()?;
    Ok(parts.full)
}

/// Writes everything a second time, from a copy of the sources at another place and with an
/// empty target folder, and fails where a byte differs.
pub(crate) fn check() -> Result<()> {
    run()?;
    let place = target()?.join("again");
    let _ = fs::remove_dir_all(&place);
    let listed = output(
        Command::new("git")
            .args(["ls-files", "--cached", "--others", "--exclude-standard"])
            .current_dir(root()),
    );
    for name in listed.context("git cannot list the sources")?.lines() {
        let from = root().join(name);
        // A file that was removed and is still listed.
        if !from.is_file() {
            continue;
        }
        let to = place.join("sources").join(name);
        fs::create_dir_all(to.parent().unwrap_or(&place))?;
        fs::copy(from, to)?;
    }
    // This very program takes the folder above it for Cargo's target folder.
    let program = place.join("target/debug/xtask");
    fs::create_dir_all(place.join("target/debug"))?;
    fs::copy(env::current_exe()?, &program)?;
    process::run(
        Command::new(&program)
            .arg("dist")
            .current_dir(place.join("sources"))
            .env("CARGO_MANIFEST_DIR", place.join("sources/xtask"))
            .env("CARGO_TARGET_DIR", place.join("target")),
    )?;
    let (first, second) = (root().join("dist"), place.join("sources/dist"));
    let names = |folder: &Path| -> Result<Vec<_>> {
        let files = files_below(folder)?;
        Ok(files
            .iter()
            .filter_map(|it| it.strip_prefix(folder).ok().map(PathBuf::from))
            .collect())
    };
    let files = names(&first)?;
    ensure!(files == names(&second)?, "the two builds have other files");
    for name in &files {
        let same = fs::read(first.join(name))? == fs::read(second.join(name))?;
        ensure!(same, "{} differs between two builds", name.display());
    }
    println!("{} files are the same in two builds", files.len());
    fs::remove_dir_all(&place)?;
    Ok(())
}

/// The Python package with the module and the program in it, ready to be built.
fn python(dist: &Folder, module: &str) -> Result<()> {
    let package = dist.folder("python")?;
    for name in ["pyproject.toml", "README.md"] {
        package.write(name, read(Path::new("python").join(name))?)?;
    }
    package.write("LICENSE", read("LICENSE")?)?;
    let modules = package.folder("descent_widget")?;
    for name in ["__init__.py", "_picture.py", "_settings.py", "_traits.py"] {
        modules.write(name, read(Path::new("python/descent_widget").join(name))?)?;
    }
    let files = modules.folder("static")?;
    files.write("descent-widget.js", module)?;
    match program::build()? {
        Some(program) => files.write("figure.wasm", program),
        None => Ok(()),
    }
}

/// A text file of the repository.
pub(crate) fn read(path: impl AsRef<Path>) -> Result<String> {
    let path = path.as_ref();
    fs::read_to_string(root().join(path))
        .with_context(|| format!("{} could not be read", path.display()))
}

/// The page that needs no other file: its template with the module inside.
fn single_page(module: &str) -> Result<String> {
    let page = read("www/page.html")?;
    ensure!(
        page.matches(MODULE_TAG).count() == 1,
        "www/page.html must hold this tag once: {MODULE_TAG}"
    );
    // Inside a script element these two would end it, or hide its end. Both can only stand
    // in strings, where the backslash changes nothing.
    let module = module
        .replace("</script", r"<\/script")
        .replace("<!--", r"<\!--");
    Ok(page.replace(
        MODULE_TAG,
        &format!("<script type=\"module\">\n{module}\n</script>"),
    ))
}

/// A folder that is written anew.
struct Folder(PathBuf);

impl Folder {
    fn empty(path: PathBuf) -> Result<Self> {
        if path.exists() {
            fs::remove_dir_all(&path)
                .with_context(|| format!("{} could not be emptied", path.display()))?;
        }
        fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    fn folder(&self, name: &str) -> Result<Self> {
        Self::empty(self.0.join(name))
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> Result<()> {
        let path = self.0.join(name);
        fs::write(&path, content)
            .with_context(|| format!("{} could not be written", path.display()))
    }

    /// Prints what was written, and what of it travels over the network.
    fn report(&self) -> Result<()> {
        println!("{:>9} {:>9}  file", "bytes", "gzip");
        for path in files_below(&self.0)? {
            let bytes = fs::read(&path)?;
            let name = path.strip_prefix(root()).unwrap_or(&path).display();
            println!("{:>9} {:>9}  {name}", bytes.len(), gzip_len(&bytes)?);
        }
        Ok(())
    }
}

/// Gzip as tight as libdeflate can, without a time stamp: the same bytes at every run.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut compressor = Compressor::new(CompressionLvl::best());
    let mut packed = vec![0; compressor.gzip_compress_bound(bytes.len())];
    let length = compressor.gzip_compress(bytes, &mut packed)?;
    packed.truncate(length);
    Ok(packed)
}

/// How many bytes a server sends that compresses as well as it can.
fn gzip_len(bytes: &[u8]) -> Result<usize> {
    Ok(gzip(bytes)?.len())
}

/// All files of a folder and the folders in it, sorted.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
