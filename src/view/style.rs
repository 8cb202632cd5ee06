//! Colors, dashes and markers: how a rule looks, wherever it is drawn.

use plotters::style::RGBColor;

use crate::optim::Rule;

/// The colors of a picture.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    /// What everything is drawn on; also the casing of lines and the halo of labels.
    pub ground: RGBColor,
    /// Marks that belong to no lane: the start, minima, the playhead.
    pub ink: RGBColor,
    /// Numbers and names of the axes.
    pub text: RGBColor,
    /// Frame and ticks.
    pub axis: RGBColor,
    /// Grid lines of the loss.
    pub grid: RGBColor,
    /// The band of color where the surface is lowest; the others fade from it to `band_high`.
    band_low: RGBColor,
    /// The band where it is highest.
    band_high: RGBColor,
    /// The lowest contour line; the others fade from it to `contour_high`.
    pub contour_low: RGBColor,
    /// The highest contour line.
    pub contour_high: RGBColor,
    /// The surface in space where it is lowest.
    pub relief_low: RGBColor,
    /// Where it is highest.
    pub relief_high: RGBColor,
    /// What it turns to where no light falls.
    pub relief_shade: RGBColor,
    /// The contour lines upon it.
    pub relief_line: RGBColor,
    lanes: [RGBColor; Rule::ALL.len()],
    names: [RGBColor; Rule::ALL.len()],
}

/// Which palette.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark on white.
    #[default]
    Light,
    /// Light on near-black.
    Dark,
    /// Dark on white with as much contrast as the colors allow.
    ContrastLight,
    /// Light on black, likewise.
    ContrastDark,
}

/// The shape at a lane's current point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// A disk.
    Circle,
    /// A square.
    Square,
    /// A five-pointed star.
    Star,
    /// A triangle that points up.
    Triangle,
    /// A triangle that points down.
    Wedge,
    /// A square on its corner.
    Diamond,
}

/// How one lane looks.
#[derive(Clone, Copy, Debug)]
pub struct LaneStyle {
    /// One color for each rule.
    pub color: RGBColor,
    /// The color of its name: the same, dark enough to be read where the line's is not.
    pub name: RGBColor,
    /// Lengths of dashes and gaps by turns, in CSS pixels; none for an unbroken line.
    pub dash: &'static [f64],
    /// One shape for each rule.
    pub marker: Marker,
    /// Whether the marker is an outline, as for every second lane of a rule.
    pub hollow: bool,
}

const MARKERS: [Marker; Rule::ALL.len()] = [
    Marker::Circle,
    Marker::Square,
    Marker::Star,
    Marker::Triangle,
    Marker::Wedge,
    Marker::Diamond,
];

const DASHES: [&[f64]; Rule::ALL.len()] = [
    &[],
    &[9.0, 3.0],
    &[9.0, 3.0, 2.0, 3.0],
    &[3.0, 3.0],
    &[6.0, 3.0, 2.0, 3.0, 2.0, 3.0],
    &[5.0, 4.0],
];

// The first, second, fourth and sixth are colors of the Okabe-Ito palette, all but the first
// darkened so far that they stand out from the lowest band; the other two were picked to stay apart from them under simulated
// protanopia, deuteranopia and tritanopia.
const LIGHT: Palette = Palette {
    ground: RGBColor(0xff, 0xff, 0xff),
    ink: RGBColor(0x1f, 0x23, 0x28),
    text: RGBColor(0x57, 0x60, 0x6a),
    axis: RGBColor(0x8c, 0x95, 0x9f),
    grid: RGBColor(0xe9, 0xec, 0xef),
    band_low: RGBColor(0xbf, 0xe0, 0xfb),
    band_high: RGBColor(0xfb, 0xfd, 0xff),
    contour_low: RGBColor(0x5b, 0x76, 0x92),
    contour_high: RGBColor(0x80, 0x93, 0xa8),
    relief_low: RGBColor(0xbf, 0xe0, 0xfb),
    relief_high: RGBColor(0xf4, 0xf9, 0xfe),
    relief_shade: RGBColor(0x9d, 0xb9, 0xd4),
    relief_line: RGBColor(0x42, 0x60, 0x80),
    lanes: [
        RGBColor(0x00, 0x72, 0xb2),
        RGBColor(0xcc, 0x5a, 0x00),
        RGBColor(0x88, 0x55, 0xee),
        RGBColor(0x00, 0x8d, 0x67),
        RGBColor(0xa0, 0x52, 0x2d),
        RGBColor(0xbc, 0x58, 0x97),
    ],
    names: [
        RGBColor(0x00, 0x65, 0x9e),
        RGBColor(0xa1, 0x45, 0x00),
        RGBColor(0x70, 0x32, 0xeb),
        RGBColor(0x00, 0x6e, 0x4f),
        RGBColor(0x95, 0x4c, 0x2a),
        RGBColor(0x96, 0x43, 0x77),
    ],
};

const DARK_LANES: [RGBColor; Rule::ALL.len()] = [
    RGBColor(0x5f, 0xb2, 0xf2),
    RGBColor(0xff, 0x8f, 0x4d),
    RGBColor(0xaa, 0x87, 0xfa),
    RGBColor(0x6f, 0xe8, 0xc0),
    RGBColor(0xf2, 0xd9, 0x5c),
    RGBColor(0xe1, 0x75, 0xb8),
];

const DARK: Palette = Palette {
    ground: RGBColor(0x1b, 0x1b, 0x1f),
    ink: RGBColor(0xec, 0xec, 0xf0),
    text: RGBColor(0xa8, 0xa8, 0xb2),
    axis: RGBColor(0x73, 0x73, 0x7d),
    grid: RGBColor(0x2c, 0x2c, 0x32),
    band_low: RGBColor(0x14, 0x33, 0x57),
    band_high: RGBColor(0x1b, 0x1c, 0x20),
    contour_low: RGBColor(0x7e, 0x93, 0xaa),
    contour_high: RGBColor(0x5f, 0x6b, 0x7b),
    relief_low: RGBColor(0x1d, 0x3d, 0x63),
    relief_high: RGBColor(0x23, 0x27, 0x2f),
    relief_shade: RGBColor(0x17, 0x18, 0x1c),
    relief_line: RGBColor(0x7b, 0x8d, 0xa2),
    lanes: DARK_LANES,
    names: DARK_LANES,
};

const CONTRAST_LIGHT_LANES: [RGBColor; Rule::ALL.len()] = [
    RGBColor(0x00, 0x5a, 0x8f),
    RGBColor(0xa3, 0x44, 0x00),
    RGBColor(0x5b, 0x2b, 0xb0),
    RGBColor(0x00, 0x70, 0x4f),
    RGBColor(0x6b, 0x30, 0x15),
    RGBColor(0x98, 0x40, 0x7a),
];

const CONTRAST_LIGHT: Palette = Palette {
    ground: RGBColor(0xff, 0xff, 0xff),
    ink: RGBColor(0x00, 0x00, 0x00),
    text: RGBColor(0x00, 0x00, 0x00),
    axis: RGBColor(0x00, 0x00, 0x00),
    grid: RGBColor(0xd0, 0xd0, 0xd0),
    band_low: RGBColor(0xff, 0xff, 0xff),
    band_high: RGBColor(0xff, 0xff, 0xff),
    contour_low: RGBColor(0x6e, 0x6e, 0x6e),
    contour_high: RGBColor(0x94, 0x94, 0x94),
    relief_low: RGBColor(0xff, 0xff, 0xff),
    relief_high: RGBColor(0xff, 0xff, 0xff),
    relief_shade: RGBColor(0xff, 0xff, 0xff),
    relief_line: RGBColor(0x6e, 0x6e, 0x6e),
    lanes: CONTRAST_LIGHT_LANES,
    names: CONTRAST_LIGHT_LANES,
};

const CONTRAST_DARK_LANES: [RGBColor; Rule::ALL.len()] = [
    RGBColor(0x7c, 0xc4, 0xff),
    RGBColor(0xff, 0xa0, 0x66),
    RGBColor(0xb8, 0x98, 0xff),
    RGBColor(0x7d, 0xf0, 0xcb),
    RGBColor(0xff, 0xe4, 0x6b),
    RGBColor(0xf4, 0x8c, 0xcb),
];

const CONTRAST_DARK: Palette = Palette {
    ground: RGBColor(0x00, 0x00, 0x00),
    ink: RGBColor(0xff, 0xff, 0xff),
    text: RGBColor(0xff, 0xff, 0xff),
    axis: RGBColor(0xff, 0xff, 0xff),
    grid: RGBColor(0x40, 0x40, 0x40),
    band_low: RGBColor(0x00, 0x00, 0x00),
    band_high: RGBColor(0x00, 0x00, 0x00),
    contour_low: RGBColor(0x9a, 0x9a, 0x9a),
    contour_high: RGBColor(0x6a, 0x6a, 0x6a),
    relief_low: RGBColor(0x00, 0x00, 0x00),
    relief_high: RGBColor(0x00, 0x00, 0x00),
    relief_shade: RGBColor(0x00, 0x00, 0x00),
    relief_line: RGBColor(0x8a, 0x8a, 0x8a),
    lanes: CONTRAST_DARK_LANES,
    names: CONTRAST_DARK_LANES,
};

impl Theme {
    /// All themes.
    pub const ALL: [Self; 4] = [
        Self::Light,
        Self::Dark,
        Self::ContrastLight,
        Self::ContrastDark,
    ];

    /// The colors.
    pub const fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
            Self::ContrastLight => &CONTRAST_LIGHT,
            Self::ContrastDark => &CONTRAST_DARK,
        }
    }
}

impl Palette {
    /// The color of a rule.
    pub fn rule(&self, rule: Rule) -> RGBColor {
        self.lanes[index(rule)]
    }

    /// The color of a rule's name.
    pub fn name(&self, rule: Rule) -> RGBColor {
        self.names[index(rule)]
    }

    /// The color of contour line `rank` of `n`, the lowest first.
    pub(crate) fn contour(&self, rank: usize, n: usize) -> RGBColor {
        let share = rank as f64 / n.saturating_sub(1).max(1) as f64;
        mixed(self.contour_low, self.contour_high, share)
    }

    /// The color above contour line `rank` of `n`, counted from 1; 0 is below all of them.
    pub(crate) fn band(&self, rank: usize, n: usize) -> RGBColor {
        mixed(self.band_low, self.band_high, rank as f64 / n.max(1) as f64)
    }
}

/// A color between two others.
pub(crate) fn mixed(from: RGBColor, to: RGBColor, share: f64) -> RGBColor {
    let mix =
        |a: u8, b: u8| libm::round(f64::from(a) + (f64::from(b) - f64::from(a)) * share) as u8;
    RGBColor(mix(from.0, to.0), mix(from.1, to.1), mix(from.2, to.2))
}

impl LaneStyle {
    /// The looks of lane number `variant` of a rule, counted from 0.
    pub fn new(rule: Rule, variant: usize, palette: &Palette) -> Self {
        Self {
            color: palette.rule(rule),
            name: palette.name(rule),
            dash: DASHES[(index(rule) + variant) % DASHES.len()],
            marker: MARKERS[index(rule)],
            hollow: variant % 2 == 1,
        }
    }
}

fn index(rule: Rule) -> usize {
    Rule::ALL.iter().position(|&r| r == rule).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance as WCAG 2.2 defines it.
    fn luminance(color: RGBColor) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.040_45 {
                share / 12.92
            } else {
                libm::pow((share + 0.055) / 1.055, 2.4)
            }
        };
        0.2126 * linear(color.0) + 0.7152 * linear(color.1) + 0.0722 * linear(color.2)
    }

    fn contrast(a: RGBColor, b: RGBColor) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn black_on_white_has_contrast_21() {
        let (black, white) = (RGBColor(0, 0, 0), RGBColor(255, 255, 255));
        assert!((contrast(black, white) - 21.0).abs() < 1e-9);
    }

    /// WCAG 2.2: 3 to 1 for lines, 4.5 to 1 for text.
    #[test]
    fn paths_names_and_values_stand_out_from_every_band() {
        for theme in Theme::ALL {
            let palette = theme.palette();
            for rank in 0..=13 {
                let band = palette.band(rank, 13);
                let lines = Rule::ALL.map(|rule| palette.rule(rule));
                let names = Rule::ALL.map(|rule| palette.name(rule));
                let texts = [palette.ink, palette.text];
                let texts = names.iter().chain(&texts).map(|&color| (color, 4.5));
                for (color, least) in lines.iter().map(|&color| (color, 3.0)).chain(texts) {
                    let found = contrast(color, band);
                    assert!(found >= least, "{theme:?} {rank} {color:?}: {found:.2}");
                }
            }
        }
    }

    /// So that low and high can be told in a copy without color.
    #[test]
    fn bands_grow_fainter_with_height_in_grey_too() {
        for theme in [Theme::Light, Theme::Dark] {
            let palette = theme.palette();
            let faint = |rank| contrast(palette.band(rank, 13), palette.ground);
            assert!(
                (0..13).all(|rank| faint(rank) > faint(rank + 1)),
                "{theme:?}"
            );
            assert!(faint(0) > 1.25, "{theme:?}");
        }
    }

    #[test]
    fn every_lane_stands_out_from_the_ground() {
        for theme in Theme::ALL {
            let palette = theme.palette();
            let least = match theme {
                Theme::Light | Theme::Dark => 3.0,
                Theme::ContrastLight | Theme::ContrastDark => 6.0,
            };
            for rule in Rule::ALL {
                let found = contrast(palette.rule(rule), palette.ground);
                assert!(found >= least, "{theme:?} {rule:?}: {found:.2}");
            }
        }
    }

    #[test]
    fn the_first_four_colors_do_on_light_and_dark_alike() {
        for rule in Rule::ALL {
            let color = Theme::Light.palette().rule(rule);
            for theme in [Theme::Light, Theme::Dark] {
                let found = contrast(color, theme.palette().ground);
                assert!(found >= 3.0, "{theme:?} {rule:?}: {found:.2}");
            }
        }
    }

    #[test]
    fn text_can_be_read() {
        for theme in Theme::ALL {
            let palette = theme.palette();
            let names = Rule::ALL.map(|rule| palette.name(rule));
            for color in [palette.ink, palette.text].iter().chain(&names) {
                let found = contrast(*color, palette.ground);
                assert!(found >= 4.5, "{theme:?}: {found:.2}");
            }
        }
    }

    #[test]
    fn frame_and_ticks_can_be_seen() {
        for theme in Theme::ALL {
            let palette = theme.palette();
            let found = contrast(palette.axis, palette.ground);
            assert!(found >= 3.0, "{theme:?}: {found:.2}");
        }
    }

    /// WCAG 2.2, 1.4.11: they are what the picture is about.
    #[test]
    fn every_contour_line_can_be_seen() {
        for theme in Theme::ALL {
            let palette = theme.palette();
            for rank in 0..13 {
                for beside in [rank, rank + 1] {
                    let found = contrast(palette.contour(rank, 13), palette.band(beside, 13));
                    assert!(found >= 3.0, "{theme:?} {rank}: {found:.2}");
                }
            }
            for face in [
                palette.relief_low,
                palette.relief_high,
                palette.relief_shade,
            ] {
                let found = contrast(palette.relief_line, face);
                assert!(found >= 3.0, "{theme:?} in space: {found:.2}");
            }
        }
    }

    #[test]
    fn a_name_has_the_hue_of_its_line() {
        let hue = |color: RGBColor| {
            let [r, g, b] = [color.0, color.1, color.2].map(f64::from);
            libm::atan2(libm::sqrt(3.0) * (g - b), 2.0 * r - g - b).to_degrees()
        };
        for theme in Theme::ALL {
            for rule in Rule::ALL {
                let palette = theme.palette();
                let apart = (hue(palette.name(rule)) - hue(palette.rule(rule))).abs();
                assert!(apart < 4.0, "{theme:?} {rule:?}: {apart:.1}°");
            }
        }
    }

    /// What is left of a lane where a printer or an eye tells no colors apart.
    #[test]
    fn without_color_no_two_lanes_look_the_same() {
        let palette = Theme::Light.palette();
        let looks = Rule::ALL.iter().flat_map(|&rule| {
            (0..DASHES.len()).map(move |variant| (rule, LaneStyle::new(rule, variant, palette)))
        });
        let looks: Vec<_> = looks.collect();
        for (rank, (rule, look)) in looks.iter().enumerate() {
            for (other_rule, other) in &looks[..rank] {
                // Rules differ by their markers, lanes of one rule by their dashes.
                if rule == other_rule {
                    assert_ne!(look.dash, other.dash, "{rule:?}");
                } else {
                    assert_ne!(look.marker, other.marker, "{rule:?} {other_rule:?}");
                }
            }
        }
        // One lane of each rule, as in most races, differs by its dashes already.
        let plain: Vec<_> = Rule::ALL
            .iter()
            .map(|&rule| LaneStyle::new(rule, 0, palette).dash)
            .collect();
        for (rank, dash) in plain.iter().enumerate() {
            assert!(!plain[..rank].contains(dash));
        }
    }
}
