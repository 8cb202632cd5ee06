//! Figures on paper: what a browser prints, and what PDF builds of hosts make of the same page.

use std::{fs, path::Path, process::Command};

use anyhow::{Result, ensure};
use e2e::{Engine, Site};
use serde_json::json;

use crate::{
    build,
    host::PLAIN,
    visit::Window,
    workshop::{Workshop, copy, run, said, sources},
};

/// Words that stand in the picture and nowhere else on the pages.
const DRAWN: [&str; 3] = ["loss(log)", "step40", "f(x,y)=x²/20+y²"];

/// Prints the text, and how many pictures of pixels there are that are larger than the arrows
/// which browsers paint on native controls.
const READ: &str = "\
import sys, pypdf
pages = pypdf.PdfReader(sys.argv[1]).pages
print(''.join(''.join(page.extract_text().split()) for page in pages))
def images(resources):
    for thing in resources.get('/XObject', {}).values():
        thing = thing.get_object()
        if thing['/Subtype'] == '/Image':
            yield thing['/Width'] * thing['/Height']
        elif '/Resources' in thing:
            yield from images(thing['/Resources'])
print(sum(size > 2500 for page in pages for size in images(page['/Resources'])))
";

const DECODE: &str = "\
import base64, pathlib, sys
pathlib.Path(sys.argv[2]).write_bytes(base64.b64decode(pathlib.Path(sys.argv[1]).read_text()))
";

const TYPESET: &str = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])";

/// Chromium's print of a live figure, and of the page where scripts are off.
pub(crate) fn print(shop: &Workshop) -> Result<()> {
    copy(&sources().join("pages/plain"), &shop.folder)?;
    build::copied(shop)?;
    // The others' drivers cannot print with what `beforeprint` draws.
    if !shop.engines.contains(&Engine::Chromium) {
        return Ok(());
    }
    let site = Site::of(shop.site()).serve();
    let window = Window::open(&PLAIN, &site.url("index.html"), Engine::Chromium);
    window.enter();
    window.assert_it_runs();
    print_to(shop, &window, "live.pdf")?;
    let session = &window.session;
    let off = json!({ "value": true });
    session.devtools("Emulation.setScriptExecutionDisabled", off);
    session.open(&site.url("index.html"));
    print_to(shop, &window, "still.pdf")
}

fn print_to(shop: &Workshop, window: &Window<'_>, file: &str) -> Result<()> {
    let printed = window
        .session
        .devtools("Page.printToPDF", json!({ "printBackground": true }));
    let encoded = format!("{file}.base64");
    shop.write(&encoded, printed["data"].as_str().unwrap_or_default())?;
    run(shop.tool("python").args(["-c", DECODE, &encoded, file]))?;
    assert_drawn(shop, file)
}

/// A PDF of pandoc's page, by the engine that Quarto has for it too.
pub(crate) fn by_typst(shop: &Workshop, pandoc: &Path) -> Result<()> {
    let mut command = Command::new(pandoc);
    command.args([
        "notes.md",
        "--standalone",
        "--to=typst",
        "--output=notes.typ",
    ]);
    run(command.current_dir(&shop.folder))?;
    run(shop
        .tool("python")
        .args(["-c", TYPESET, "notes.typ", "notes.pdf"]))?;
    assert_drawn(shop, "notes.pdf")
}

/// A PDF of the built page, by a program that runs no scripts.
pub(crate) fn by_weasyprint(shop: &Workshop) -> Result<()> {
    run(shop
        .tool("weasyprint")
        .args(["--quiet", "site/index.html", "notes.pdf"]))?;
    assert_drawn(shop, "notes.pdf")
}

/// The picture is there, as lines and letters and not as pixels.
fn assert_drawn(shop: &Workshop, file: &str) -> Result<()> {
    let text = said(shop.tool("python").args(["-c", READ, file]))?;
    let (text, images) = text.trim_end().rsplit_once('\n').unwrap_or_default();
    for part in DRAWN {
        ensure!(text.contains(part), "{file} does not show `{part}`: {text}");
    }
    ensure!(images == "0", "{file} holds {images} pictures of pixels");
    let path = shop.folder.join(file);
    ensure!(fs::metadata(path)?.len() < 1_000_000, "{file} is large");
    Ok(())
}
