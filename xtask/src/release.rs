//! The folder of a release: what a server or a CDN keeps for ever at an address with the version
//! in it, each file also compressed beforehand, and a manifest with sizes and integrity values.

use std::{fs, path::Path};

use anyhow::Result;
use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde_json::json;
use sha2::{Digest as _, Sha384};

use crate::{
    bindings::Part,
    bundle::{DIGITS_FILE, LESSONS},
    dist::{PAGE, files_below, gzip},
};

/// The files that need no other.
const ALONE: [&str; 2] = ["descent-widget.js", PAGE];
/// The files of the split build, which find each other by relative addresses, and the page that the
/// links of its figures lead to.
const SPLIT: [&str; 6] = [
    "descent-widget.js",
    PAGE,
    LESSONS,
    DIGITS_FILE,
    Part::Light.packed_file(),
    Part::Full.packed_file(),
];

/// The strongest that the format has.
const BROTLI_QUALITY: u32 = 11;
/// Windows of 4 MB hold every file whole.
const BROTLI_WINDOW: u32 = 22;

/// Writes `dist/release/VERSION`.
pub(crate) fn write(dist: &Path) -> Result<()> {
    let version = env!("CARGO_PKG_VERSION");
    let folder = dist.join("release").join(version);
    fs::create_dir_all(folder.join("split"))?;
    for name in ALONE {
        fs::copy(dist.join(name), folder.join(name))?;
    }
    for name in SPLIT {
        fs::copy(dist.join("npm").join(name), folder.join("split").join(name))?;
    }
    let mut files = Vec::new();
    for path in files_below(&folder)? {
        let bytes = fs::read(&path)?;
        let name = path.strip_prefix(&folder)?.to_string_lossy().into_owned();
        let mut file = json!({ "path": name, "bytes": bytes.len() });
        // What is packed already only grows.
        if !name.ends_with(".gz") {
            let (gzip, brotli) = (gzip(&bytes)?, brotli(&bytes)?);
            file["gzip"] = gzip.len().into();
            file["brotli"] = brotli.len().into();
            fs::write(folder.join(format!("{name}.gz")), gzip)?;
            fs::write(folder.join(format!("{name}.br")), brotli)?;
        }
        let digest = BASE64_STANDARD.encode(Sha384::digest(&bytes));
        file["integrity"] = format!("sha384-{digest}").into();
        files.push(file);
    }
    let manifest = json!({ "name": "descent-widget", "version": version, "files": files });
    let text = serde_json::to_string_pretty(&manifest)? + "\n";
    Ok(fs::write(folder.join("manifest.json"), text)?)
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let mut reader = brotli::CompressorReader::new(bytes, 4096, BROTLI_QUALITY, BROTLI_WINDOW);
    std::io::copy(&mut reader, &mut packed)?;
    Ok(packed)
}
