//! Photographs a page in Chromium, from top to bottom, for every width, color scheme and
//! language: `cargo run -p e2e --example shots -- --out shots`.

use std::{fs, path::PathBuf, thread, time::Duration};

use clap::Parser;
use e2e::{Engine, Options, Session, Site, dist};
use serde_json::json;

/// What to photograph, and how.
#[derive(Parser)]
struct Arguments {
    /// The folder for the pictures
    #[arg(long)]
    out: PathBuf,
    /// The page; the built gallery when left out
    #[arg(long)]
    url: Option<String>,
    /// Widths in CSS pixels
    #[arg(long, value_delimiter = ',', default_value = "360,768,1280")]
    width: Vec<u32>,
    /// Color schemes
    #[arg(long, value_delimiter = ',', default_value = "light,dark")]
    scheme: Vec<String>,
    /// Languages
    #[arg(long, value_delimiter = ',', default_value = "ko,en,ja")]
    lang: Vec<String>,
    /// Device pixels per CSS pixel
    #[arg(long, default_value_t = 1.0)]
    ratio: f64,
}

/// What a page may take to draw what has just come into view.
const SETTLING: Duration = Duration::from_millis(1500);

fn main() -> std::io::Result<()> {
    let arguments = Arguments::parse();
    fs::create_dir_all(&arguments.out)?;
    let site = arguments
        .url
        .is_none()
        .then(|| Site::of(dist().join("site")).serve());
    let url = match &site {
        Some(site) => site.url(""),
        None => arguments.url.clone().unwrap_or_default(),
    };
    let session = Session::start_with(Engine::Chromium, Options::default());
    let size = |width: u32, height: u32| {
        let ratio = arguments.ratio;
        let mobile = width < 500;
        session.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": ratio, "mobile": mobile }),
        );
    };
    for scheme in &arguments.scheme {
        let feature = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        session.devtools("Emulation.setEmulatedMedia", json!({ "features": feature }));
        for lang in &arguments.lang {
            let mark = if url.contains('?') { '&' } else { '?' };
            for &width in &arguments.width {
                size(width, 900);
                session.open(&format!("{url}{mark}lang={lang}"));
                thread::sleep(SETTLING);
                // Figures far below draw only once the window shows them.
                let height = session.read("document.documentElement.scrollHeight");
                size(width, height.parse().unwrap_or(900));
                thread::sleep(SETTLING);
                let file = arguments.out.join(format!("{lang}-{scheme}-{width}.png"));
                fs::write(&file, session.screenshot())?;
                println!("{}", file.display());
            }
        }
    }
    Ok(())
}
