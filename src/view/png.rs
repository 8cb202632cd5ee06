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

/// Renders an SVG at `scale` pixels to a CSS pixel, with the fonts of this machine, and
/// with such forms of Chinese characters as the language (`ko`, `en` or `ja`) has.
///
/// # Errors
/// See [`PngError`].
pub fn png(svg: &str, scale: f32, language: &str) -> Result<Vec<u8>, PngError> {
    let mut fonts = fontdb::Database::new();
    fonts.load_system_fonts();
    let sans_serif = sans_serif(&fonts, language).ok_or(PngError::NoFonts)?;
    fonts.set_sans_serif_family(sans_serif);
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

/// Families that look good in a picture, Korean and Japanese ones first.
const FAMILIES: [&str; 14] = [
    "Noto Sans CJK KR",
    "Noto Sans KR",
    "Apple SD Gothic Neo",
    "Malgun Gothic",
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Hiragino Sans",
    "Yu Gothic",
    "Noto Sans",
    "Segoe UI",
    "Helvetica Neue",
    "Arial",
    "Liberation Sans",
    "DejaVu Sans",
];

/// How many of them are Korean, and how many Japanese.
const N_OF_SCRIPT: usize = 4;

/// The best of the families that this machine has, else any family.
fn sans_serif(fonts: &fontdb::Database, language: &str) -> Option<String> {
    let mut wanted = FAMILIES;
    if language == "ja" {
        wanted[..2 * N_OF_SCRIPT].rotate_left(N_OF_SCRIPT);
    }
    let names = || {
        fonts
            .faces()
            .flat_map(|face| &face.families)
            .map(|(name, _)| name)
    };
    let known = wanted
        .into_iter()
        .find_map(|family| names().find(|name| *name == family));
    known.or_else(|| names().next()).cloned()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_without_fonts_has_no_face_to_write_with() {
        assert_eq!(sans_serif(&fontdb::Database::new(), "ko"), None);
    }

    #[test]
    fn what_is_no_svg_is_refused() {
        let refused = matches!(
            png("text", 1.0, "en"),
            Err(PngError::Svg(_) | PngError::NoFonts)
        );
        assert!(refused);
    }
}
