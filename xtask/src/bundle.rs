//! Makes one minified ES module of `www/`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, anyhow, bail};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use rolldown::{
    Bundler, BundlerOptions, InputItem, ModuleType, OutputFormat, Platform, RawCompressOptions,
    RawMangleOptions, RawMinifyOptions, RawMinifyOptionsDetailed, ResolveOptions,
};

use crate::{
    bindings::{Bindings, Part},
    npm, root, target,
};

/// The module with the lessons, which that of the race imports when they are asked for.
pub(crate) const LESSONS: &str = "descent-widget-lessons.js";

/// The module of `www/` that it is made of.
pub(crate) const LESSONS_ENTRY: &str = "lessons-main.js";

/// The handwritten digits, packed, in the source and beside the split builds.
pub(crate) const DIGITS: &str = "data/digits/digits.bin";
pub(crate) const DIGITS_FILE: &str = "descent-widget-digits.bin";

/// The name under which `www/payload.js` knows what the one-file builds carry.
const PAYLOAD: &str = "PAYLOAD";

/// Bundles a module of `www/` with everything that it imports. The whole wasm travels inside
/// it, packed and in base64; that of the race lies beside it.
pub(crate) fn bundle(entry: &str, bindings: &Bindings) -> Result<String> {
    let www = staged()?;
    let (source, whole) = match bindings.part {
        Part::Whole | Part::Bench => ("source-inline.js", "whole-inline.js"),
        Part::Core => ("source-split.js", "whole-split.js"),
    };
    // The module of the lessons has the whole engine, but fetches what is large.
    let (digits, kernel) = match entry {
        LESSONS_ENTRY => ("digits-split.js", "kernel-split.js"),
        _ => ("digits-inline.js", "source-inline.js"),
    };
    let replace = |what: &str, by: String| (what.to_owned(), vec![Some(by)]);
    let kind = |extension: &str, kind: ModuleType| (extension.to_owned(), kind);
    let options = BundlerOptions {
        cwd: Some(www.clone()),
        input: Some(vec![InputItem {
            name: None,
            import: format!("./{entry}"),
        }]),
        format: Some(OutputFormat::Esm),
        platform: Some(Platform::Browser),
        resolve: Some(ResolveOptions {
            alias: Some(vec![
                replace("./source.js", www.join(source).display().to_string()),
                replace("./whole.js", www.join(whole).display().to_string()),
                replace("../digits.js", www.join(digits).display().to_string()),
                replace("../kernel.js", www.join(kernel).display().to_string()),
                replace("./pkg", bindings.folder.display().to_string()),
                replace("../pkg", bindings.folder.display().to_string()),
            ]),
            ..Default::default()
        }),
        module_types: Some(
            [
                kind("css", ModuleType::Text),
                kind("html", ModuleType::Text),
                kind("gz", ModuleType::Base64),
            ]
            .into_iter()
            .collect(),
        ),
        external: Some(vec![format!("./{LESSONS}")].into()),
        minify: Some(minify()),
        ..Default::default()
    };
    let mut bundler = Bundler::new(options).map_err(|errors| anyhow!("{errors}"))?;
    let output = tokio::runtime::Runtime::new()?
        .block_on(bundler.generate())
        .map_err(|errors| anyhow!("www/{entry} could not be bundled\n{errors}"))?;
    if let Some(warning) = output.warnings.first() {
        bail!("www/{entry}: {warning:?}");
    }
    // A second chunk would be a second request, which the single files cannot make.
    let mut module = match output.assets.as_slice() {
        [module] => String::from_utf8(module.content_as_bytes().to_vec())?,
        chunks => bail!("www/{entry} became {} files instead of one", chunks.len()),
    };
    if module.contains(PAYLOAD) {
        module.push_str(&payload(bindings)?);
    }
    Ok(module)
}

/// What `www/payload.js` gives, declared behind the code that names it.
fn payload(bindings: &Bindings) -> Result<String> {
    let pkg = |name: &str| bindings.folder.join(name);
    let parts = [
        ("engine", pkg("whole.packed")),
        ("unpacker", pkg("unpacker.gz")),
        ("digits", root().join(DIGITS)),
    ];
    let parts = parts.map(|(name, path)| -> Result<_> {
        let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
        Ok(format!("{name}:\"{}\"", BASE64_STANDARD.encode(bytes)))
    });
    let parts = parts.into_iter().collect::<Result<Vec<_>>>()?;
    Ok(format!("var {PAYLOAD}={{{}}};\n", parts.join(",")))
}

/// A copy of `www/` for the bundler, with style sheets and markup that are shorter: they
/// become texts within the module, which nothing else shortens.
fn staged() -> Result<PathBuf> {
    let to = target()?.join("www");
    let _ = fs::remove_dir_all(&to);
    stage(&root().join("www"), &to)?;
    Ok(to)
}

fn stage(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let copy = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            stage(&path, &copy)?;
        } else if path.extension().is_some_and(|it| it == "css") {
            let text = fs::read_to_string(&path)?;
            let short = minifier::css::minify(&text)
                .map_err(|problem| anyhow!("{}: {problem}", path.display()))?;
            fs::write(copy, short.to_string())?;
        } else if path.extension().is_some_and(|it| it == "html") {
            let text = fs::read_to_string(&path)?;
            let lines: Vec<_> = text.lines().map(str::trim).collect();
            fs::write(copy, lines.join("\n"))?;
        } else {
            fs::copy(&path, copy)?;
        }
    }
    Ok(())
}

/// As small as can be, but a class that a page gets hold of still says its name in the console.
fn minify() -> RawMinifyOptions {
    let reserved = npm::CLASSES
        .iter()
        .chain(&["DescentWidget"])
        .map(|&name| name.into());
    RawMinifyOptions::Object(RawMinifyOptionsDetailed {
        mangle: Some(RawMangleOptions {
            reserved: Some(reserved.collect()),
            ..Default::default()
        }),
        compress: Some(RawCompressOptions::default()),
        remove_whitespace: true,
    })
}
