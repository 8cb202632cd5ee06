//! The lesson with pictures: the mini-batch, and the test data that is taken for others.

use crate::experiments::training::predictions::Sheet;
use crate::lab::Lab;
use crate::lessons::batch::picture as pictures;
use crate::lessons::batch::picture::Page;
use crate::locale;
use crate::view::raster::Raster;
use crate::web::canvas::{self, Canvas};
use crate::web::figure::Figure;
use crate::web::full::pixels;
use crate::web::full::sheets::{Drawing, LessonCanvas, LessonOptions};
use crate::web::json::object;
use crate::web::pictures::area_of;

/// What lies on the canvases of a sheet, so that nothing is drawn twice.
#[derive(Debug)]
struct Drawn {
    raster: Raster,
    guesses: Vec<(u8, u8)>,
    ratio: f64,
}

/// The same for both sheets.
#[derive(Debug, Default)]
pub(super) struct DrawnPictures([Option<Drawn>; 2]);

/// The mini-batch, or what is wrong of the test data.
fn sheet(lab: &mut Lab, is_wrong: bool) -> Option<Sheet<'_>> {
    match is_wrong {
        true => lab.mistakes(),
        false => lab.mini_batch(),
    }
}

object! {
    /// Pictures with what a network takes them for.
    struct PictureSheet {
        sentence: String,
        /// What is taken for what, and how often.
        confusions: Vec<String>,
        /// Which pictures are on the page; empty where there are none.
        page_text: String,
        /// From 0.
        page: usize,
        pages: usize,
    }
}

impl Figure {
    /// What a page of the mini-batch shows, or of the test data that is taken for something
    /// else; nothing while there is no data.
    pub(super) fn pictures(&mut self, options: &LessonOptions) -> Option<PictureSheet> {
        let words = locale::BATCH.of(self.language);
        let is_wrong = options.mistakes.unwrap_or_default();
        let sheet = sheet(&mut self.lab, is_wrong)?;
        let page = Page::of(&sheet, options.page.unwrap_or_default());
        let sentence = match is_wrong {
            true => pictures::mistakes(&sheet, words),
            false => pictures::batch(&sheet, words),
        };
        Some(PictureSheet {
            sentence,
            confusions: pictures::confusions(&sheet, words),
            page_text: page.text(words),
            page: page.number,
            pages: page.n_pages,
        })
    }

    /// Draws that page as wide as the box, the pictures on one canvas and what lies over them on
    /// another.
    pub(super) fn draw_pictures(
        &mut self,
        target: LessonCanvas,
        options: &LessonOptions,
    ) -> Option<Drawing> {
        let palette = self.theme().palette();
        let is_wrong = options.mistakes.unwrap_or_default();
        let sheet = sheet(&mut self.lab, is_wrong)?;
        let page = Page::of(&sheet, options.page.unwrap_or_default());
        let ratio = target.ratio;
        let tiles = page.layout(target.size.width, ratio);
        let size = tiles.size();
        let raster = page.raster(&tiles, palette);
        let shown = &sheet.guesses[page.from..page.to];
        let now = Drawn {
            raster,
            guesses: shown.iter().map(|it| (it.label, it.guess)).collect(),
            ratio,
        };
        let drawn = &mut self.build.drawn_pictures.0[usize::from(is_wrong)];
        let is_new = drawn.as_ref().is_none_or(|drawn| {
            (&drawn.raster, &drawn.guesses, drawn.ratio) != (&now.raster, &now.guesses, now.ratio)
        });
        if is_new && !shown.is_empty() {
            let (raster, marks) = (&now.raster, target.marks?);
            pixels::put(&target.canvas, (raster.width, raster.height), &raster.bytes)?;
            canvas::resize(&marks, size, ratio);
            let area = area_of(Canvas::new(marks, size, ratio)?, palette.ground);
            // A backend of ours cannot fail.
            let _ = page.draw_marks(&area, &tiles, palette);
            let _ = area.present();
            *drawn = Some(now);
        }
        Some(Drawing::of(size))
    }
}
