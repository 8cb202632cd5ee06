//! SVG to PNG, without a browser.

use std::fmt;
use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{FontResolver, Options, Tree, fontdb};

/// Why there is no PNG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PngError {
    /// The machine has no font to write with.
    NoFonts,
    /// The picture is empty or too large for memory.
    Size {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// The SVG cannot be read.
    Svg(String),
}

impl fmt::Display for PngError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFonts => f.write_str(
                "this machine has no fonts to write the labels with: \
                 install some (Debian: apt-get install fonts-noto-cjk) or ask for an .svg",
            ),
            Self::Size { width, height } => write!(
                f,
                "a picture of {width} × {height} pixels cannot be made: \
                 choose another --width, --height or --scale"
            ),
            Self::Svg(problem) => write!(f, "the SVG cannot be read: {problem}"),
        }
    }
}

impl std::error::Error for PngError {}

/// Renders an SVG at `scale` pixels to a CSS pixel, with the fonts of this machine.
///
/// # Errors
/// See [`PngError`].
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, PngError> {
    let mut fonts = fontdb::Database::new();
    fonts.load_system_fonts();
    if fonts.is_empty() {
        return Err(PngError::NoFonts);
    }
    let options = Options {
        fontdb: Arc::new(fonts),
        font_resolver: FontResolver {
            select_font: FontResolver::default_font_selector(),
            select_fallback: Box::new(sans_serif_with),
        },
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|e| PngError::Svg(e.to_string()))?;
    let pixels = |length: f32| libm::roundf(length * scale) as u32;
    let (width, height) = (pixels(tree.size().width()), pixels(tree.size().height()));
    let failed = PngError::Size { width, height };
    let mut picture = Pixmap::new(width, height).ok_or(failed.clone())?;
    let transform = Transform::from_scale(scale, scale);
    resvg::render(&tree, transform, &mut picture.as_mut());
    picture.encode_png().map_err(|_| failed)
}

/// A font for a character that the chosen one lacks: a plain sans-serif one if any has
/// it. The default takes the first font of the machine that does, whatever its face.
fn sans_serif_with(
    wanted: char,
    tried: &[fontdb::ID],
    fonts: &mut Arc<fontdb::Database>,
) -> Option<fontdb::ID> {
    let is_plain = |face: &&fontdb::FaceInfo| {
        let name = face.families.first().map_or("", |family| family.0.as_str());
        let is_regular =
            face.style == fontdb::Style::Normal && face.weight == fontdb::Weight::NORMAL;
        name.contains("Sans") && !name.contains("Mono") && is_regular
    };
    let others = fonts.faces().filter(|face| !is_plain(face));
    let excluded: Vec<fontdb::ID> = tried
        .iter()
        .copied()
        .chain(others.map(|face| face.id))
        .collect();
    let choose = FontResolver::default_fallback_selector();
    choose(wanted, &excluded, fonts).or_else(|| choose(wanted, tried, fonts))
}
