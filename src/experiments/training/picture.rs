//! The mini-batch of the shown iteration, in a strip under the curves.

use plotters::style::text_anchor::HPos;

use crate::experiments::network::scene::{Digit, Digits};
use crate::experiments::training::predictions::caption;
use crate::experiments::training::words::TrainingWords;
use crate::math::joined;
use crate::view::frame::Size;
use crate::view::layout::EDGE;
use crate::view::pen::{Drawn, Pen, Spot};
use crate::view::style::{Palette, mixed};
use crate::view::text::Voice;

/// About how long the longer side of a picture is.
const SIDE: f64 = 24.0;

/// Most pixels along it: of larger pictures several become one.
const MOST_PIXELS: usize = 28;

/// Height of the line above the pictures, and of that under each.
const LINE: f64 = 16.0;
const CAPTION: f64 = 13.0;

/// The least room that two pictures and their captions need side by side.
const WIDEST_CAPTION: f64 = 28.0;

/// Room around a picture with its caption.
const GAP: f64 = 5.0;

/// The share of a panel that the strip takes at most, and what it leaves at least.
const SHARE: f64 = 0.42;
const LEAST_LEFT: f64 = 104.0;

/// So far a piece reaches under those beside it, so that no light line is between them where a pixel
/// of the picture is no whole number of pixels of the screen.
const SEAM: f64 = 0.25;

/// Shades that are told apart: fewer pieces are sooner drawn.
const SHADES: usize = 8;

/// Most rows of pictures.
const MOST_ROWS: usize = 3;

/// Where the pictures of a strip are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strip {
    /// Where it begins.
    pub top: f64,
    width: f64,
    /// The side of a pixel, and how many of the picture it stands for along each side.
    pixel: f64,
    block: usize,
    columns: usize,
    rows: usize,
    tile: (f64, f64),
}

impl Strip {
    /// The strip of a panel of that size; `None` where that is too small for one row.
    pub fn of(digits: &Digits, size: Size) -> Option<Self> {
        let longer = digits.width.max(digits.height).max(1);
        let block = longer.div_ceil(MOST_PIXELS);
        let n = longer.div_ceil(block) as f64;
        let pixel = f64::max(1.0, libm::floor(SIDE / n));
        let side = |pixels: usize| pixels.div_ceil(block) as f64 * pixel;
        let (width, height) = (side(digits.width), side(digits.height));
        let tile = (width.max(WIDEST_CAPTION) + GAP, height + CAPTION + GAP);
        let most = f64::min(size.height * SHARE, size.height - LEAST_LEFT);
        let rows = ((most - LINE) / tile.1).max(0.0) as usize;
        let columns = ((size.width - 2.0 * EDGE) / tile.0).max(0.0) as usize;
        let rows = rows.min(MOST_ROWS);
        (rows > 0 && columns > 1).then_some(Self {
            top: size.height - LINE - rows as f64 * tile.1,
            width: size.width,
            pixel,
            block,
            columns,
            rows,
            tile,
        })
    }

    /// Draws the pictures, each with what it is taken for.
    ///
    /// # Errors
    /// Those of the backend.
    pub fn draw(
        &self,
        pen: &Pen<'_>,
        digits: &Digits,
        words: &TrainingWords,
        palette: &Palette,
    ) -> Drawn {
        let line = (EDGE, self.top + LINE / 2.0 - 1.0);
        let text = said(digits, words, self.width - 2.0 * EDGE);
        pen.text(&text, line, Voice::Number, HPos::Left, palette.ink)?;
        let n = digits.pictures.len().min(self.columns * self.rows);
        let shown = (words.digits_shown)(n);
        let needed = Voice::Number.width(&text) + Voice::Number.width(&shown);
        if (1..digits.n).contains(&n) && needed + SIDE < self.width {
            let end = (self.width - EDGE, line.1);
            pen.text(&shown, end, Voice::Number, HPos::Right, palette.text)?;
        }
        let corner = |rank: usize| {
            let (column, row) = (rank % self.columns, rank / self.columns);
            let (width, _) = self.extent(digits);
            let left = EDGE + column as f64 * self.tile.0 + (self.tile.0 - width) / 2.0;
            let top = self.top + LINE + row as f64 * self.tile.1 + GAP / 2.0;
            (libm::floor(left), libm::floor(top))
        };
        let seen = || digits.pictures.iter().take(n).enumerate();
        // All that is as dark at once: a canvas is much faster with few colors by turns.
        let mut of_shade: [Vec<[Spot; 2]>; SHADES + 1] = Default::default();
        for (rank, digit) in seen() {
            self.shade(digits, digit, corner(rank), &mut of_shade);
        }
        for (shade, runs) in of_shade.iter().enumerate().skip(1) {
            let color = mixed(palette.ground, palette.ink, shade as f64 / SHADES as f64);
            for &[from, to] in runs {
                pen.fill(from, to, color)?;
            }
        }
        for (rank, digit) in seen() {
            mark(pen, digit, corner(rank), self.extent(digits), palette)?;
        }
        Ok(())
    }

    /// The sides of a picture.
    fn extent(&self, digits: &Digits) -> (f64, f64) {
        let side = |pixels: usize| pixels.div_ceil(self.block) as f64 * self.pixel;
        (side(digits.width), side(digits.height))
    }

    /// Adds the pixels of a picture to those of their shade: those of a row that are as dark as each
    /// other are one piece.
    fn shade(
        &self,
        digits: &Digits,
        digit: &Digit,
        (left, top): Spot,
        of_shade: &mut [Vec<[Spot; 2]>; SHADES + 1],
    ) {
        let columns = digits.width.div_ceil(self.block);
        for row in 0..digits.height.div_ceil(self.block) {
            let y = top + row as f64 * self.pixel;
            let x = |column: usize| left + column as f64 * self.pixel;
            let mut from = 0;
            for column in 0..columns {
                let shade = self.darkness(digits, digit, (column, row));
                let is_last = column + 1 == columns;
                if is_last || self.darkness(digits, digit, (column + 1, row)) != shade {
                    let to = (x(column + 1) + SEAM, y + self.pixel + SEAM);
                    of_shade[shade].push([(x(from), y), to]);
                    from = column + 1;
                }
            }
        }
    }

    /// How dark a pixel is, from 0 to `SHADES`: the mean of those that it stands for.
    fn darkness(&self, digits: &Digits, digit: &Digit, (column, row): (usize, usize)) -> usize {
        let range = |at: usize, n: usize| at * self.block..((at + 1) * self.block).min(n);
        let (mut sum, mut n) = (0, 0);
        for y in range(row, digits.height) {
            for x in range(column, digits.width) {
                sum += digit
                    .pixels
                    .get(y * digits.width + x)
                    .map_or(0, |&gray| usize::from(gray));
                n += usize::from(digits.white);
            }
        }
        // Rounded; no more than white is white.
        (2 * sum * SHADES + n)
            .checked_div(2 * n)
            .map_or(0, |shade| shade.min(SHADES))
    }
}

/// Frames a picture and says what it is taken for. One that is taken for something else has a strong
/// frame, and both are said.
fn mark(
    pen: &Pen<'_>,
    digit: &Digit,
    (left, top): Spot,
    (width, height): (f64, f64),
    palette: &Palette,
) -> Drawn {
    let (stroke, edge, voice) = match digit.guess {
        None => (1.0, palette.axis, Voice::Number),
        Some(guess) if guess == digit.label => (1.0, palette.grid, Voice::Number),
        Some(_) => (2.0, palette.ink, Voice::Label),
    };
    let out = stroke / 2.0;
    let to = (left + width + out, top + height + out);
    pen.rectangle((left - out, top - out), to, stroke, edge)?;
    let Some(guess) = digit.guess else {
        return Ok(());
    };
    let at = (left + width / 2.0, top + height + CAPTION / 2.0 + 1.5);
    let text = caption(digit.label, guess);
    pen.text(&text, at, voice, HPos::Center, palette.ink)
}

/// How much of the mini-batch is named rightly; before that after which iteration and by whom,
/// unless the whole is wider than that.
pub(crate) fn said(digits: &Digits, words: &TrainingWords, widest: f64) -> String {
    let Some(right) = digits.n_right else {
        return (words.digits_before)(digits.n);
    };
    let text = (words.digits)(right, digits.n);
    let whole = joined(
        &[&(words.digits_of)(digits.iteration, &digits.name), &text],
        "",
    );
    match Voice::Number.width(&whole) <= widest {
        true => whole,
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits((width, height): (usize, usize)) -> Digits {
        Digits {
            name: "SGD".to_owned(),
            iteration: 1,
            n: 1,
            n_right: None,
            pictures: Vec::new(),
            width,
            height,
            white: 255,
        }
    }

    #[test]
    fn a_strip_fits_its_panel_whatever_the_pictures_are() {
        for extent in [(8, 8), (28, 28), (64, 64), (3, 100), (1, 1)] {
            let digits = digits(extent);
            for (width, height) in [(290.0, 170.0), (336.0, 400.0), (1200.0, 700.0)] {
                let strip = Strip::of(&digits, Size::new(width, height)).expect("room");
                let picture = strip.extent(&digits);
                assert!(picture.0 <= strip.tile.0 && picture.1 <= strip.tile.1);
                assert!(EDGE + strip.columns as f64 * strip.tile.0 <= width);
                assert!(strip.top >= LEAST_LEFT, "{extent:?} {height}");
                let end = strip.top + LINE + strip.rows as f64 * strip.tile.1;
                assert!(end <= height, "{extent:?} {end}");
            }
            assert_eq!(Strip::of(&digits, Size::new(400.0, 120.0)), None);
        }
    }

    #[test]
    fn pixels_of_one_shade_are_one_piece_and_several_have_their_mean() {
        let digits = digits((56, 2));
        let strip = Strip::of(&digits, Size::new(400.0, 300.0)).expect("room");
        // The upper row is white, the lower one empty: two of each are one pixel.
        let pixels = [[255; 56], [0; 56]].concat();
        let digit = Digit {
            pixels,
            label: 1,
            guess: None,
        };
        let mut of_shade: [Vec<[Spot; 2]>; SHADES + 1] = Default::default();
        strip.shade(&digits, &digit, (10.0, 20.0), &mut of_shade);
        let n: Vec<usize> = of_shade.iter().map(Vec::len).collect();
        assert_eq!(n, [0, 0, 0, 0, 1, 0, 0, 0, 0]);
        let end = (10.0 + 28.0 + SEAM, 20.0 + 1.0 + SEAM);
        assert_eq!(of_shade[4], [[(10.0, 20.0), end]]);
    }
}
