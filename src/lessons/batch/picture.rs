//! Small pictures with what a network takes them for.

use plotters::style::RGBColor;
use plotters::style::text_anchor::HPos;

use crate::experiments::training::predictions::{Guess, Sheet, caption, pair};
use crate::lessons::batch::words::BatchWords;
use crate::view::frame::Size;
use crate::view::pen::{Area, Drawn, Pen};
use crate::view::raster::Raster;
use crate::view::style::Palette;
use crate::view::text::Voice;

/// Pictures of a page.
const PAGE: usize = 100;

/// How long the longer side of a picture is about, in CSS pixels, in a box that is narrower
/// than `NARROW` and in others. It is a whole number of the screen's pixels to one of the
/// picture, so that all of these look alike.
const SIDES: (f64, f64) = (32.0, 40.0);
const NARROW: f64 = 400.0;
/// Room that the words under a picture need.
const CAPTION: (f64, f64) = (32.0, 17.0);
/// Room between two pictures, for the frames of both.
const GAP: f64 = 8.0;

/// Some pictures of a sheet, all of the same extent.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    sheet: &'a Sheet<'a>,
    /// Which page it is, from 0.
    pub number: usize,
    /// How many there are, at least 1.
    pub n_pages: usize,
    /// The first picture of it, and the one after its last.
    pub from: usize,
    /// The one after its last.
    pub to: usize,
}

impl<'a> Page<'a> {
    /// The page of that number, or the last one.
    pub fn of(sheet: &'a Sheet<'a>, number: usize) -> Self {
        let n = sheet.guesses.len();
        let n_pages = n.div_ceil(PAGE).max(1);
        let number = number.min(n_pages - 1);
        Self {
            sheet,
            number,
            n_pages,
            from: number * PAGE,
            to: ((number + 1) * PAGE).min(n),
        }
    }

    fn guesses(&self) -> &'a [Guess<'a>] {
        &self.sheet.guesses[self.from..self.to]
    }

    /// Where the pictures lie in a box of this width, with so many pixels of the screen to a
    /// CSS pixel.
    pub fn layout(&self, width: f64, ratio: f64) -> Tiles {
        let sheet = self.sheet;
        let longer = sheet.width.max(sheet.height).max(1) as f64;
        let side = if width < NARROW { SIDES.0 } else { SIDES.1 };
        let unit = libm::round(side * ratio / longer).max(1.0) / ratio;
        let pixels = |length: f64| libm::ceil(length / unit) as usize;
        let gap = pixels(GAP);
        let tile = (
            sheet.width.max(pixels(CAPTION.0)) + gap,
            sheet.height + pixels(CAPTION.1) + gap,
        );
        let n = self.guesses().len();
        let fit = (width / unit) as usize / tile.0;
        let columns = fit.min(n).max(1);
        Tiles {
            unit,
            tile,
            picture: (sheet.width, sheet.height),
            gap,
            columns,
            rows: n.div_ceil(columns),
        }
    }

    /// The pictures, a pixel each.
    pub fn raster(&self, tiles: &Tiles, palette: &Palette) -> Raster {
        let (width, height) = (tiles.columns * tiles.tile.0, tiles.rows * tiles.tile.1);
        let RGBColor(r, g, b) = palette.ground;
        let mut bytes = [r, g, b, u8::MAX].repeat(width * height);
        for (rank, guess) in self.guesses().iter().enumerate() {
            let (left, top) = tiles.corner(rank);
            for (at, &gray) in guess.pixels.iter().enumerate() {
                let (x, y) = (left + at % self.sheet.width, top + at / self.sheet.width);
                let share = f64::from(gray) / f64::from(self.sheet.white.max(1));
                let mix =
                    |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share) as u8;
                let ink = palette.ink;
                let color = [mix(r, ink.0), mix(g, ink.1), mix(b, ink.2)];
                let pixel = (y * width + x) * 4;
                bytes[pixel..pixel + 3].copy_from_slice(&color);
            }
        }
        Raster {
            width,
            height,
            bytes,
        }
    }

    /// Draws what lies over the pictures: frames, and what each is taken for.
    ///
    /// # Errors
    /// Those of the backend.
    pub fn draw_marks(&self, area: &dyn Area, tiles: &Tiles, palette: &Palette) -> Drawn {
        let pen = Pen::on(area);
        for (rank, guess) in self.guesses().iter().enumerate() {
            let (left, top) = tiles.corner(rank);
            let css = |pixels: usize| pixels as f64 * tiles.unit;
            let (from, to) = (
                (css(left), css(top)),
                (css(left + tiles.picture.0), css(top + tiles.picture.1)),
            );
            let (width, frame, voice, color) = match guess.is_wrong() {
                true => (2.5, palette.ink, Voice::Label, palette.ink),
                false => (1.0, palette.grid, Voice::Number, palette.text),
            };
            let out = width / 2.0;
            pen.rectangle(
                (from.0 - out, from.1 - out),
                (to.0 + out, to.1 + out),
                width,
                frame,
            )?;
            let middle = ((from.0 + to.0) / 2.0, to.1 + CAPTION.1 / 2.0 + 1.0);
            pen.text(
                &caption(guess.label, guess.guess),
                middle,
                voice,
                HPos::Center,
                color,
            )?;
        }
        Ok(())
    }

    /// Which of how many pictures these are.
    pub fn text(&self, words: &BatchWords) -> String {
        match self.guesses().len() {
            0 => String::new(),
            _ => (words.page_of)(self.from + 1, self.to, self.sheet.guesses.len()),
        }
    }
}

/// Where pictures lie, in their own pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tiles {
    /// The side of such a pixel in CSS pixels.
    unit: f64,
    tile: (usize, usize),
    picture: (usize, usize),
    gap: usize,
    columns: usize,
    rows: usize,
}

impl Tiles {
    /// The extent of all in CSS pixels.
    pub fn size(&self) -> Size {
        let css = |pixels: usize| pixels as f64 * self.unit;
        Size::new(
            css(self.columns * self.tile.0),
            css(self.rows * self.tile.1),
        )
    }

    /// The place of the first pixel of a picture.
    fn corner(&self, rank: usize) -> (usize, usize) {
        let (column, row) = (rank % self.columns, rank / self.columns);
        let indent = (self.tile.0 - self.picture.0) / 2;
        (
            column * self.tile.0 + indent,
            row * self.tile.1 + self.gap / 2,
        )
    }
}

/// What the mini-batch shows, said.
pub fn batch(sheet: &Sheet<'_>, words: &BatchWords) -> String {
    match sheet.iteration {
        0 => words.labels.batch_before.to_owned(),
        iteration => {
            let n_right = sheet.n_shown - sheet.n_wrong();
            (words.batch)(&sheet.name, iteration, n_right, sheet.n_shown)
        }
    }
}

/// How many test pictures are taken for something else, said.
pub fn mistakes(sheet: &Sheet<'_>, words: &BatchWords) -> String {
    match sheet.iteration {
        0 => (words.mistakes_before)(sheet.every),
        iteration => (words.mistakes)(&sheet.name, iteration, sheet.n_wrong(), sheet.n_shown),
    }
}

/// What is taken for what, and how often, the most frequent first.
pub fn confusions(sheet: &Sheet<'_>, words: &BatchWords) -> Vec<String> {
    let confusions = sheet.confusions().into_iter();
    let said = |(label, guess, n)| (words.confusion)(&pair(label, guess), n);
    confusions.map(said).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Theme;

    /// A sheet of `n` pictures of this side, the first pixel of each full of ink.
    fn with_sheet(n: usize, side: usize, test: impl Fn(&Sheet<'_>)) {
        let mut pixels = vec![0; side * side];
        pixels[0] = 255;
        let guess = Guess {
            pixels: &pixels,
            label: 3,
            guess: 8,
        };
        test(&Sheet {
            name: "SGD".to_owned(),
            iteration: 1,
            n_shown: n,
            guesses: vec![guess; n],
            width: side,
            height: side,
            white: 255,
            every: 100,
        });
    }

    #[test]
    fn pictures_of_any_size_fit_their_box_a_page_at_a_time() {
        for (n, side, width, ratio) in [
            (1, 8, 290.0, 1.0),
            (100, 8, 290.0, 2.0),
            (1000, 28, 290.0, 3.0),
            (1000, 28, 1200.0, 1.0),
            (250, 28, 1200.0, 1.25),
            (128, 64, 290.0, 1.5),
        ] {
            with_sheet(n, side, |sheet| {
                let mut n_seen = 0;
                for number in 0..Page::of(sheet, 0).n_pages {
                    let page = Page::of(sheet, number);
                    assert_eq!(page.from, n_seen);
                    n_seen = page.to;
                    let tiles = page.layout(width, ratio);
                    assert!(tiles.size().width <= width, "{side} {width} {ratio}");
                    let palette = Theme::Light.palette();
                    let raster = page.raster(&tiles, palette);
                    assert!(raster.bytes.len() < 4_000_000);
                    // Each picture has its one pixel of ink within the raster.
                    let ink = [palette.ink.0, palette.ink.1, palette.ink.2, 255];
                    let n_ink = raster.bytes.chunks(4).filter(|it| **it == ink).count();
                    assert_eq!(n_ink, page.to - page.from);
                }
                assert_eq!(n_seen, n);
            });
        }
    }

    #[test]
    fn a_page_beyond_the_last_is_the_last() {
        with_sheet(128, 8, |sheet| {
            let page = Page::of(sheet, 7);
            assert_eq!((page.number, page.from, page.to), (1, 100, 128));
        });
        with_sheet(0, 8, |sheet| {
            let page = Page::of(sheet, 7);
            assert_eq!((page.number, page.n_pages, page.to), (0, 1, 0));
            assert_eq!(page.layout(300.0, 1.0).size().height, 0.0);
        });
    }
}
