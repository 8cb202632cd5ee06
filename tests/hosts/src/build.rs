//! Builds each host's page with the host's own tool.

use std::{fs, os::unix::fs::symlink, path::PathBuf, process::Command};

use anyhow::{Context, Result, ensure};

use crate::paper;
use crate::workshop::{Workshop, assert_holds, copy, run};

const MODULE: &str = "descent-widget.js";
const PAGE: &str = "descent-widget.html";

/// Pages that nothing has to build: they stand beside the two files.
pub(crate) fn copied(shop: &Workshop) -> Result<()> {
    let site = shop.site();
    fs::create_dir_all(&site)?;
    let mut pages = String::new();
    for entry in fs::read_dir(&shop.folder)? {
        let path = entry?.path();
        if path.is_file() && path.extension().is_some_and(|it| it != "md") {
            fs::copy(&path, site.join(path.file_name().unwrap_or_default()))?;
            pages += &fs::read_to_string(&path)?;
        }
    }
    // Whatever the pages name has to be there, and nothing else.
    for file in [MODULE, PAGE] {
        if pages.contains(file) {
            shop.bring(&[file], "site")?;
        }
    }
    if pages.contains("ravine.svg") {
        shop.draw("site/ravine.svg")?;
    }
    Ok(())
}

/// A host that puts pasted HTML into a frame of its own making.
pub(crate) fn srcdoc(shop: &Workshop) -> Result<()> {
    let single = fs::read_to_string(shop.dist.join(PAGE))?;
    let bare = "<descent-widget>";
    assert_holds(&single, bare, PAGE)?;
    let pasted = single.replacen(bare, shop.read("tag.html")?.trim(), 1);
    let escaped = pasted.replace('&', "&amp;").replace('"', "&quot;");
    let page = shop.read("index.html")?.replace("{{pasted}}", &escaped);
    shop.write("site/index.html", page)
}

pub(crate) fn vite(shop: &Workshop) -> Result<()> {
    shop.install_package()?;
    run(shop
        .tool("vite")
        .args(["build", "--outDir", "site", "--base", "./"]))
}

pub(crate) fn webpack(shop: &Workshop) -> Result<()> {
    shop.install_package()?;
    run(shop.tool("webpack").args(["--config", "webpack.config.js"]))?;
    bring_page(shop)
}

pub(crate) fn rollup(shop: &Workshop) -> Result<()> {
    shop.install_package()?;
    let plugin = shop
        .tools()
        .join("node_modules/@rollup/plugin-node-resolve");
    let mut rollup = shop.tool("rollup");
    rollup.args([
        "main.js",
        "--file",
        "site/main.js",
        "--format",
        "es",
        "--plugin",
    ]);
    run(rollup.arg(plugin.join("dist/es/index.js")))?;
    bring_page(shop)
}

pub(crate) fn esbuild(shop: &Workshop) -> Result<()> {
    shop.install_package()?;
    let mut esbuild = shop.tool("esbuild");
    esbuild.args(["main.js", "--bundle", "--minify", "--format=esm"]);
    run(esbuild.arg("--outfile=site/main.js"))?;
    bring_page(shop)
}

/// For bundlers that make scripts and no pages.
fn bring_page(shop: &Workshop) -> Result<()> {
    shop.write("site/index.html", shop.read("index.html")?)
}

pub(crate) fn pandoc(shop: &Workshop) -> Result<()> {
    shop.bring(&[MODULE], "")?;
    shop.bring(&[MODULE], "site")?;
    shop.draw("ravine.svg")?;
    shop.draw("site/ravine.svg")?;
    let pandoc = pandoc_program(shop)?;
    for (file, extra) in [
        ("index.html", None),
        ("embedded.html", Some("--embed-resources")),
    ] {
        let mut command = Command::new(&pandoc);
        command
            .current_dir(&shop.folder)
            .args(["notes.md", "--standalone", "--output"]);
        run(command.arg(shop.site().join(file)).args(extra))?;
    }
    let embedded = shop.read("site/embedded.html")?;
    ensure!(
        !embedded.contains("src=\"descent-widget.js") && !embedded.contains("src=\"ravine.svg"),
        "embedded.html has not taken its resources in"
    );
    paper::by_typst(shop, &pandoc)
}

/// The Python package carries the program.
fn pandoc_program(shop: &Workshop) -> Result<PathBuf> {
    let library = shop.tools().join("lib");
    let versions = fs::read_dir(library)?.filter_map(|it| it.ok());
    let mut programs = versions.map(|it| it.path().join("site-packages/pypandoc/files/pandoc"));
    let program = programs.find(|it| it.is_file());
    program.context("pypandoc-binary has brought no pandoc")
}

pub(crate) fn reveal(shop: &Workshop) -> Result<()> {
    let dist = shop.tools().join("node_modules/reveal.js/dist");
    shop.write("site/index.html", shop.read("index.html")?)?;
    for file in ["reveal.js", "reveal.css", "theme/white.css"] {
        let name = file.rsplit('/').next().unwrap_or(file);
        shop.write(&format!("site/{name}"), fs::read(dist.join(file))?)?;
    }
    shop.bring(&[MODULE], "site")
}

pub(crate) fn mdbook(shop: &Workshop) -> Result<()> {
    shop.bring(&[MODULE], "src")?;
    shop.draw("src/ravine.svg")?;
    run(shop.tool("mdbook").args(["build", "--dest-dir", "site"]))
}

pub(crate) fn sphinx(shop: &Workshop) -> Result<()> {
    shop.bring(&[MODULE], "_static")?;
    shop.draw("ravine.svg")?;
    run(shop
        .tool("sphinx-build")
        .args(["-W", "-q", "-b", "html", ".", "site"]))?;
    paper::by_weasyprint(shop)
}

pub(crate) fn jupyter_book(shop: &Workshop) -> Result<()> {
    shop.bring(&[MODULE], "_static")?;
    shop.draw("ravine.svg")?;
    run(shop.tool("jupyter-book").args(["build", "."]))?;
    copy(&shop.folder.join("_build/html"), &shop.site())
}

pub(crate) fn mkdocs(shop: &Workshop) -> Result<()> {
    shop.bring(&[MODULE], "docs")?;
    shop.draw("docs/ravine.svg")?;
    run(shop.tool("mkdocs").args(["build", "--quiet", "--strict"]))
}

pub(crate) fn docusaurus(shop: &Workshop) -> Result<()> {
    shop.bring(&[MODULE], "static")?;
    shop.draw("docs/ravine.svg")?;
    // It looks for its own parts beside the page.
    symlink(
        shop.tools().join("node_modules"),
        shop.folder.join("node_modules"),
    )?;
    run(shop.tool("docusaurus").args(["build", "--out-dir", "site"]))
}

/// Builds with MyST and shows the page by MyST's own renderer of anywidgets. The themes around
/// it are fetched from the network, so a page of our own stands in for them.
pub(crate) fn myst(shop: &Workshop) -> Result<()> {
    shop.bring(&[MODULE], "")?;
    run(shop.tool("myst").args(["build", "--site"]))?;
    copy(&shop.folder.join("_build/site/public"), &shop.site())?;
    copy(
        &shop.folder.join("_build/site/content"),
        &shop.site().join("content"),
    )?;
    symlink(
        shop.tools().join("node_modules"),
        shop.folder.join("node_modules"),
    )?;
    let mut esbuild = shop.tool("esbuild");
    esbuild.args([
        "reader.jsx",
        "--bundle",
        "--format=esm",
        "--log-level=error",
    ]);
    run(esbuild.arg("--outfile=site/reader.js"))?;
    bring_page(shop)
}
