//! Grids of cells as pixels: a color each, and patterns that need no color.

use plotters::style::RGBColor;

use crate::math::ProgressiveGrid;
use crate::view::Frame;
use crate::view::pen::{Drawn, Pen};
use crate::view::style::Palette;

/// One pixel a cell, or several where the cells are few, so that patterns stay fine; from
/// the top left, each red, green, blue and opaque.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raster {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// Four bytes a pixel.
    pub bytes: Vec<u8>,
}

/// About so many pixels along an axis make patterns that can be made out.
const FINENESS: usize = 120;

/// How a cell is filled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Fill {
    /// A place on the scale of colors, from 0, the darkest, to 1.
    Shade(f64),
    /// Two places on that scale by turns, in the pattern of that number.
    Pattern(usize, f64, f64),
    /// Slanted lines: it diverged.
    Hatched,
    /// Sparse dots: it is not decided.
    Dotted,
    /// One gray, which the scale of colors does not have.
    Gray,
}

/// So far a rectangle reaches under the next ones, in CSS pixels.
const SEAM: f64 = 0.5;

/// How many patterns there are for [`Fill::Pattern`].
pub(crate) const N_PATTERNS: usize = 6;

/// The scale of colors: from dark to light, and from blue over green to yellow, so that
/// it is in order without its colors too.
const SCALE: [RGBColor; 5] = [
    RGBColor(0x17, 0x1c, 0x52),
    RGBColor(0x21, 0x55, 0x86),
    RGBColor(0x2f, 0x8f, 0x8b),
    RGBColor(0x83, 0xc0, 0x70),
    RGBColor(0xf6, 0xec, 0xa2),
];

/// The color at a share of the scale, from 0 to 1.
pub(crate) fn shade(share: f64) -> RGBColor {
    let place = share.clamp(0.0, 1.0) * (SCALE.len() - 1) as f64;
    let below = (place as usize).min(SCALE.len() - 2);
    let (low, high, t) = (SCALE[below], SCALE[below + 1], place - below as f64);
    let mix = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * t) as u8;
    RGBColor(mix(low.0, high.0), mix(low.1, high.1), mix(low.2, high.2))
}

impl Fill {
    fn color(self, column: usize, row: usize, palette: &Palette) -> RGBColor {
        match self {
            Self::Shade(share) => shade(share),
            Self::Pattern(number, base, mark) => {
                let is_marked = match number {
                    0 => false,
                    1 => row.is_multiple_of(4),
                    2 => column.is_multiple_of(4),
                    3 => (column + row).is_multiple_of(5),
                    4 => row.is_multiple_of(3) && column.is_multiple_of(3),
                    _ => row.is_multiple_of(5) || column.is_multiple_of(5),
                };
                shade(if is_marked { mark } else { base })
            }
            Self::Hatched if (column + row).is_multiple_of(4) => palette.text,
            Self::Dotted if column.is_multiple_of(4) && row.is_multiple_of(4) => palette.text,
            Self::Hatched | Self::Dotted => palette.ground,
            Self::Gray => {
                let mix = |a: u8, b: u8| ((3 * u16::from(a) + 2 * u16::from(b)) / 5) as u8;
                let (RGBColor(r, g, b), RGBColor(s, h, c)) = (palette.ground, palette.text);
                RGBColor(mix(r, s), mix(g, h), mix(b, c))
            }
        }
    }
}

impl Raster {
    /// The pixels of a grid whose rows go up; what is not computed yet shows the ground.
    pub(crate) fn of<T>(
        cells: &ProgressiveGrid<T>,
        palette: &Palette,
        fill: impl Fn(&T) -> Option<Fill>,
    ) -> Self {
        let times = |n: usize| (FINENESS / n.max(1)).max(1);
        let (across, up) = (times(cells.columns()), times(cells.rows()));
        let (width, height) = (cells.columns() * across, cells.rows() * up);
        let mut bytes = Vec::with_capacity(width * height * 4);
        for y in (0..height).rev() {
            for x in 0..width {
                let fill = cells.nearest(x / across, y / up).and_then(&fill);
                let RGBColor(r, g, b) =
                    fill.map_or(palette.ground, |fill| fill.color(x, y, palette));
                bytes.extend([r, g, b, u8::MAX]);
            }
        }
        Self {
            width,
            height,
            bytes,
        }
    }

    /// Draws the pixels as rectangles, where nothing scales them up.
    pub(crate) fn draw(&self, pen: &Pen<'_>, frame: Frame) -> Drawn {
        let x = |column: usize| frame.left + frame.width() * column as f64 / self.width as f64;
        let y = |row: usize| frame.top + frame.height() * row as f64 / self.height as f64;
        for (row, line) in self.bytes.chunks(self.width * 4).enumerate() {
            let mut from = 0;
            let pixels: Vec<&[u8]> = line.chunks(4).collect();
            for run in pixels.chunk_by(|a, b| a == b) {
                let color = RGBColor(run[0][0], run[0][1], run[0][2]);
                let to = from + run.len();
                // A little into the next ones, which are drawn over it: no seam shows.
                let corner = (x(to) + SEAM, y(row + 1) + SEAM);
                let inside = (corner.0.min(frame.right), corner.1.min(frame.bottom));
                pen.fill((x(from), y(row)), inside, color)?;
                from = to;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_grows_lighter_all_the_way() {
        let light = |share: f64| {
            let RGBColor(r, g, b) = shade(share);
            0.299 * f64::from(r) + 0.587 * f64::from(g) + 0.114 * f64::from(b)
        };
        let steps: Vec<f64> = (0..=20).map(|k| light(f64::from(k) / 20.0)).collect();
        assert!(
            steps.windows(2).all(|pair| pair[1] > pair[0] + 4.0),
            "{steps:?}"
        );
    }

    #[test]
    fn what_is_coarse_fills_its_block() {
        let mut cells = ProgressiveGrid::new(16, 8);
        while let Some((column, row)) = cells.wanted() {
            if column % 8 > 0 || row % 8 > 0 {
                break;
            }
            cells.put(column, row, column);
        }
        let palette = crate::view::Theme::Light.palette();
        let fill = |&column: &usize| Some(Fill::Shade(column as f64 / 8.0));
        let raster = Raster::of(&cells, palette, fill);
        assert_eq!((raster.width, raster.height), (16 * 7, 8 * 15));
        let half = raster.width * 2;
        for line in raster.bytes.chunks(raster.width * 4) {
            assert!(line[..half].chunks(4).all(|pixel| *pixel == line[..4]));
            assert_ne!(line[half..half + 4], line[..4]);
        }
    }
}
