//! How wide text is, without asking a font or a page.
//!
//! Layout must not depend on the machine, so that a link gives the same picture
//! everywhere; the widths are those of a common sans-serif face with some slack.

use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, TextStyle};

use super::SUBPIXEL;

/// The faces that pictures ask for, in CSS notation: those of the common systems by
/// name, since what a bare Linux calls its own is much wider. None is of one script
/// only, so that the language chooses among the forms of Chinese characters.
pub const FONT_FAMILY: &str =
    "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', system-ui, sans-serif";

/// Size of numbers and names at the axes, in CSS pixels.
pub(crate) const SMALL: f64 = 11.0;

/// Size of the labels at the paths, in CSS pixels.
pub(crate) const LABEL: f64 = 12.0;

/// From the baseline up to the middle of capital letters and digits, in em.
pub(crate) const MIDDLE: f64 = 0.355;

/// How much wider bold text is.
pub(crate) const BOLD: f64 = 1.15;

/// Room that other faces may need beyond the table.
const SLACK: f64 = 1.12;

/// Widths of the characters from space to tilde, in thousandths of an em.
const ASCII: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// Width of a line of text of the given size, in the unit of the size.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * size * SLACK
}

/// A text in lines that fit a width, as far as its words do. Korean breaks between words; Japanese,
/// which has no blanks, between any two characters but before a mark that ends something.
pub(crate) fn wrapped(text: &str, room: f64, voice: Voice) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let longer = format!("{line}{piece}");
        if line.is_empty() || voice.width(longer.trim_end()) <= room {
            line = longer;
        } else {
            lines.push(line.trim_end().to_owned());
            line = piece;
        }
    }
    lines.push(line.trim_end().to_owned());
    lines.retain(|line| !line.is_empty());
    lines
}

/// A text cut wherever a line may end.
fn pieces(text: &str) -> Vec<String> {
    let is_kana_or_han = |c: char| ('\u{3040}'..='\u{9fff}').contains(&c);
    let mut pieces = vec![String::new()];
    let mut before = ' ';
    for c in text.chars() {
        let is_end = before == ' ' && c != ' ' || is_kana_or_han(before) && is_kana_or_han(c);
        if is_end {
            pieces.push(String::new());
        }
        if let Some(last) = pieces.last_mut() {
            last.push(c);
        }
        before = c;
    }
    pieces
}

/// The widest of some texts.
pub(crate) fn widest(texts: impl IntoIterator<Item = String>) -> String {
    let mut widest = (0.0, String::new());
    for text in texts {
        let width = width(&text, LABEL);
        if width > widest.0 {
            widest = (width, text);
        }
    }
    widest.1
}

fn em(c: char) -> f64 {
    let code = c as usize;
    match c {
        ' '..='~' => f64::from(ASCII[code - 0x20]) / 1000.0,
        '⁰'..='⁻' | '¹' | '²' | '³' => 0.36,
        '\u{300}'..='\u{36f}' => 0.0,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' => 1.0,
        '\u{ff00}'..='\u{ff60}' | '\u{10000}'.. => 1.0,
        _ => 0.6,
    }
}

/// What a piece of text is, from which its looks follow.
///
/// Backends of this crate set bold text apart from what is under it by a halo in the
/// color of the ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// A number at an axis.
    Number,
    /// The name of a variable.
    Variable,
    /// A name beside what it names, over the drawing.
    Label,
}

impl Voice {
    /// The size in CSS pixels.
    pub(crate) const fn size(self) -> f64 {
        match self {
            Self::Number => SMALL,
            Self::Variable | Self::Label => LABEL,
        }
    }

    /// Width of a text in CSS pixels.
    pub(crate) fn width(self, text: &str) -> f64 {
        let stretch = if self == Self::Label { BOLD } else { 1.0 };
        width(text, self.size()) * stretch
    }

    /// The style for plotters; the anchor is at half the height of a capital letter.
    pub(crate) fn style(self, color: RGBColor, align: HPos) -> TextStyle<'static> {
        let style = match self {
            Self::Number => FontStyle::Normal,
            Self::Variable => FontStyle::Italic,
            Self::Label => FontStyle::Bold,
        };
        let size = self.size() * f64::from(SUBPIXEL);
        let font = FontDesc::new(FontFamily::Name(FONT_FAMILY), size, style);
        TextStyle {
            color: color.to_backend_color(),
            pos: Pos::new(align, VPos::Center),
            ..TextStyle::from(font)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hangul_kana_and_han_are_one_em_wide() {
        for text in ["손실", "损失", "ステ"] {
            assert!((width(text, 10.0) - 20.0 * SLACK).abs() < 1e-9);
        }
    }

    #[test]
    fn lines_end_between_words_and_keep_every_character() {
        for text in [
            "SGD: 10스텝 뒤에는 어디에 있을까요?",
            "SGD: where will it be after 10 steps?",
            "SGD：10ステップ後にはどこにあるでしょうか。",
        ] {
            let whole = wrapped(text, 1e4, Voice::Label);
            assert_eq!(whole, [text]);
            let room = Voice::Label.width(text) / 2.5;
            let lines = wrapped(text, room, Voice::Label);
            assert!(lines.len() >= 3, "{lines:?}");
            let is_narrow = |line: &String| Voice::Label.width(line) <= room;
            assert!(lines.iter().all(is_narrow), "{lines:?}");
            let letters = |text: &str| text.chars().filter(|&c| c != ' ').collect::<String>();
            assert_eq!(letters(&lines.concat()), letters(text));
        }
        assert!(wrapped("", 10.0, Voice::Label).is_empty());
    }

    #[test]
    fn digits_are_all_as_wide() {
        assert!("0123456789".chars().all(|c| em(c) == em('0')));
    }

    #[test]
    fn narrow_letters_are_narrow() {
        assert!(width("iii", 10.0) < width("mm", 10.0));
    }

    #[test]
    fn superscripts_are_small() {
        assert!("⁰¹²³⁴⁵⁶⁷⁸⁹⁻".chars().all(|c| em(c) < em('0')));
    }
}
