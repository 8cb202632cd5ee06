//! Makes one minified ES module of `www/`.

use std::fs;

use anyhow::{Result, anyhow, bail};
use rolldown::{
    Bundler, BundlerOptions, InputItem, ModuleType, OutputFormat, Platform, RawCompressOptions,
    RawMangleOptions, RawMinifyOptions, RawMinifyOptionsDetailed, ResolveOptions,
};

use crate::{
    bindings::{Bindings, Part},
    npm, root,
};

/// The module with the lessons, which that of the race imports when they are asked for.
pub(crate) const LESSONS: &str = "descent-widget-lessons.js";

/// Bundles a module of `www/` with everything that it imports. The wasm with everything
/// travels inside it, as gzip in base64; that of the race lies beside it.
pub(crate) fn bundle(entry: &str, bindings: &Bindings) -> Result<String> {
    let www = root().join("www");
    let (source, whole) = match bindings.part {
        Part::Whole => ("source-inline.js", "whole-inline.js"),
        Part::Core => ("source-split.js", "whole-split.js"),
    };
    if bindings.part == Part::Whole {
        let packed = bindings
            .folder
            .join(Bindings::WASM_FILE)
            .with_extension("wasm.gz");
        fs::write(packed, pack(&bindings.wasm)?)?;
    }
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
                replace("./pkg", bindings.folder.display().to_string()),
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
    match output.assets.as_slice() {
        [module] => Ok(String::from_utf8(module.content_as_bytes().to_vec())?),
        chunks => bail!("www/{entry} became {} files instead of one", chunks.len()),
    }
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

/// Gzip by an encoder that takes its time, for bytes that travel inside another file. It has
/// no time stamp: the same bytes at every run.
fn pack(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(
        zopfli::Options::default(),
        zopfli::Format::Gzip,
        bytes,
        &mut packed,
    )?;
    Ok(packed)
}
