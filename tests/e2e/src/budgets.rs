//! How many bytes a reader's browser loads, and how many it may.
//!
//! The design's budgets, gzip: 130 kB for everything that a page with the split build loads for
//! the race, 400 kB for each of the two files that hold everything. A kB is 1000 bytes.

use std::fs;

use libdeflater::{CompressionLvl, Compressor};

use crate::dist;

/// Files of `dist/` that are loaded together, and what they may weigh.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    /// What the files are to a reader.
    pub what: &'static str,
    /// Their paths in `dist/`.
    pub files: &'static [&'static str],
    /// What the design allows, in bytes after gzip, where it says anything.
    pub goal: Option<usize>,
    /// What the tests allow: the weight when it was last looked at, rounded up to the next
    /// kB. Lower it when something has become lighter; to raise it is a decision to give
    /// reasons for.
    pub most: usize,
}

/// Everything that is weighed.
pub const BUDGETS: [Budget; 5] = [
    Budget {
        what: "split build, all that a page loads for the race",
        files: &["npm/descent-widget.js", "npm/descent_widget_bg.wasm.gz"],
        goal: Some(130_000),
        most: 190_000,
    },
    Budget {
        what: "descent-widget.js",
        files: &["descent-widget.js"],
        goal: Some(400_000),
        most: 493_000,
    },
    Budget {
        what: "descent-widget.html",
        files: &["descent-widget.html"],
        goal: Some(400_000),
        most: 493_000,
    },
    Budget {
        what: "wasm module alone",
        files: &["npm/descent_widget_bg.wasm.gz"],
        goal: None,
        most: 163_000,
    },
    Budget {
        what: "gallery, all that its page loads",
        files: &[
            "site/index.html",
            "site/gallery.css",
            "site/gallery.js",
            "site/descent_widget_bg.wasm.gz",
        ],
        goal: None,
        most: 212_000,
    },
];

/// The weight of some bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// As they lie on the disk.
    pub raw: usize,
    /// As a server sends them that compresses as well as it can.
    pub gzip: usize,
}

/// What files of `dist/` weigh together, each compressed on its own.
///
/// # Panics
///
/// Where one of them is missing.
pub fn weigh(files: &[&str]) -> Weight {
    let dist = dist();
    files.iter().fold(Weight::default(), |sum, name| {
        let bytes = fs::read(dist.join(name));
        let bytes = bytes.unwrap_or_else(|error| panic!("dist/{name}: {error}"));
        Weight {
            raw: sum.raw + bytes.len(),
            gzip: sum.gzip + gzip(&bytes).len(),
        }
    })
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut compressor = Compressor::new(CompressionLvl::best());
    let mut packed = vec![0; compressor.gzip_compress_bound(bytes.len())];
    let length = compressor
        .gzip_compress(bytes, &mut packed)
        .expect("there is room for the worst case");
    packed.truncate(length);
    packed
}
