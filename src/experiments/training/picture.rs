//! The mini-batch of the shown iteration, in a strip under the curves.

use plotters::style::RGBColor;
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
        (rows > 0 && columns > 1).then(|| Self {
            top: size.height - LINE - rows as f64 * tile.1,
            width: size.width,
            pixel,
            block,
            columns,
            rows,
            tile,
        })
    }

    /// Draws the pictures, each with what it is taken for. One that is taken for something else has
    /// a strong frame, and says both.
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
        for (rank, digit) in digits.pictures.iter().take(n).enumerate() {
            let (column, row) = (rank % self.columns, rank / self.columns);
            let left = EDGE + column as f64 * self.tile.0;
            let top = self.top + LINE + row as f64 * self.tile.1;
            self.draw_digit(pen, digits, digit, (left, top), palette)?;
        }
        Ok(())
    }

    fn draw_digit(
        &self,
        pen: &Pen<'_>,
        digits: &Digits,
        digit: &Digit,
        (left, top): Spot,
        palette: &Palette,
    ) -> Drawn {
        let side = |pixels: usize| pixels.div_ceil(self.block) as f64 * self.pixel;
        let (width, height) = (side(digits.width), side(digits.height));
        let left = libm::floor(left + (self.tile.0 - width) / 2.0);
        let top = libm::floor(top + GAP / 2.0);
        for (row, runs) in self.shades(digits, digit).into_iter().enumerate() {
            let y = top + row as f64 * self.pixel;
            for Run { from, to, share } in runs {
                let x = |at: usize| left + at as f64 * self.pixel;
                let color = mixed(palette.ground, palette.ink, share);
                pen.fill((x(from), y), (x(to), y + self.pixel), color)?;
            }
        }
        let Some(guess) = digit.guess else {
            return frame(pen, (left, top), (width, height), 1.0, palette.axis);
        };
        let is_wrong = guess != digit.label;
        let (stroke, edge, voice) = match is_wrong {
            true => (2.0, palette.ink, Voice::Label),
            false => (1.0, palette.grid, Voice::Number),
        };
        frame(pen, (left, top), (width, height), stroke, edge)?;
        let at = (left + width / 2.0, top + height + CAPTION / 2.0 + 1.5);
        let text = caption(digit.label, guess);
        pen.text(&text, at, voice, HPos::Center, palette.ink)
    }

    /// Row by row the pixels that are as dark as those beside them, without empty ones.
    fn shades(&self, digits: &Digits, digit: &Digit) -> Vec<Vec<Run>> {
        /// Shades that are told apart: fewer pieces are sooner drawn.
        const SHADES: f64 = 8.0;

        let (columns, rows) = (
            digits.width.div_ceil(self.block),
            digits.height.div_ceil(self.block),
        );
        let shade = |column: usize, row: usize| {
            let end = |at: usize, n: usize| ((at + 1) * self.block).min(n);
            let ys = row * self.block..end(row, digits.height);
            let of_row = |y: usize| {
                let xs = column * self.block..end(column, digits.width);
                xs.map(move |x| y * digits.width + x)
            };
            let grays = ys.flat_map(of_row).filter_map(|at| digit.pixels.get(at));
            let (sum, n) = grays.fold((0.0, 0.0), |(sum, n), &gray| {
                (sum + f64::from(gray), n + 1.0)
            });
            let mean = sum / f64::max(n, 1.0) / f64::from(digits.white.max(1));
            libm::round(mean * SHADES) / SHADES
        };
        let runs = |row: usize| {
            let mut runs: Vec<Run> = Vec::new();
            for column in 0..columns {
                let share = shade(column, row);
                match runs.last_mut() {
                    Some(run) if run.share == share => run.to = column + 1,
                    _ => runs.push(Run {
                        from: column,
                        to: column + 1,
                        share,
                    }),
                }
            }
            runs.retain(|run| run.share > 0.0);
            runs
        };
        (0..rows).map(runs).collect()
    }
}

/// Pixels of a row that are as dark: from a column to before another, how much ink they have.
#[derive(Clone, Copy, Debug)]
struct Run {
    from: usize,
    to: usize,
    share: f64,
}

fn frame(
    pen: &Pen<'_>,
    (left, top): Spot,
    (width, height): (f64, f64),
    stroke: f64,
    color: RGBColor,
) -> Drawn {
    let out = stroke / 2.0;
    let from = (left - out, top - out);
    pen.rectangle(
        from,
        (left + width + out, top + height + out),
        stroke,
        color,
    )
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
