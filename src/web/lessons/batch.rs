//! The lesson with pictures: the mini-batch, and the test data that is taken for others.

use crate::experiments::training::predictions::Sheet;
use crate::lab::Lab;
use crate::lessons::batch::picture as pictures;
use crate::lessons::batch::picture::Page;
use crate::locale;
use crate::view::raster::Raster;
use crate::web::canvas::{self, Canvas};
use crate::web::figure::Figure;
use crate::web::objects::{List, object};
use crate::web::pictures::area_of;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

/// What lies on the canvases of a sheet, so that nothing is drawn twice.
#[derive(Debug)]
struct Drawn {
    raster: Raster,
    guesses: Vec<(u8, u8)>,
    ratio: f64,
}

/// The same for both sheets.
#[derive(Debug, Default)]
pub(in crate::web) struct DrawnPictures([Option<Drawn>; 2]);

/// The mini-batch, or what is wrong of the test data.
fn sheet(lab: &mut Lab, is_wrong: bool) -> Option<Sheet<'_>> {
    match is_wrong {
        true => lab.mistakes(),
        false => lab.mini_batch(),
    }
}

object! {
    /// Pictures with what a network takes them for.
    pub struct PictureSheet {
        sentence: String,
        /// What is taken for what, and how often.
        confusions: List<String>,
        /// Which pictures are on the page; empty where there are none.
        page_text: String,
        /// From 0.
        page: usize,
        pages: usize,
    }
}

/// The lesson `batch`.
#[wasm_bindgen]
impl Figure {
    /// What a page of the mini-batch shows, or of the test data that is taken for something
    /// else; `undefined` while there is no data.
    pub fn pictures(&mut self, is_wrong: bool, page: usize) -> Option<PictureSheet> {
        let words = locale::BATCH.of(self.language);
        let sheet = sheet(&mut self.lab, is_wrong)?;
        let page = Page::of(&sheet, page);
        let sentence = match is_wrong {
            true => pictures::mistakes(&sheet, words),
            false => pictures::batch(&sheet, words),
        };
        let confusions = pictures::confusions(&sheet, words);
        Some(PictureSheet {
            sentence,
            confusions: confusions.into_iter().collect(),
            page_text: page.text(words),
            page: page.number,
            pages: page.n_pages,
        })
    }

    /// Draws that page into a box of so many CSS pixels, the pictures on one canvas and what
    /// lies over them on another; returns the extent of both in CSS pixels.
    #[wasm_bindgen(js_name = drawPictures)]
    pub fn draw_pictures(
        &mut self,
        is_wrong: bool,
        page: usize,
        cells: HtmlCanvasElement,
        marks: HtmlCanvasElement,
        width: f64,
        ratio: f64,
    ) -> Option<Vec<f64>> {
        let palette = self.theme().palette();
        let sheet = sheet(&mut self.lab, is_wrong)?;
        let page = Page::of(&sheet, page);
        let tiles = page.layout(width, ratio);
        let size = tiles.size();
        let raster = page.raster(&tiles, palette);
        let shown = &sheet.guesses[page.from..page.to];
        let now = Drawn {
            raster,
            guesses: shown.iter().map(|it| (it.label, it.guess)).collect(),
            ratio,
        };
        let drawn = &mut self.drawn_pictures.0[usize::from(is_wrong)];
        let is_new = drawn.as_ref().is_none_or(|drawn| {
            (&drawn.raster, &drawn.guesses, drawn.ratio) != (&now.raster, &now.guesses, now.ratio)
        });
        if is_new && !shown.is_empty() {
            let raster = &now.raster;
            canvas::put(&cells, (raster.width, raster.height), &raster.bytes)?;
            canvas::resize(&marks, size, ratio);
            let area = area_of(Canvas::new(marks, size, ratio)?, palette.ground);
            // A backend of ours cannot fail.
            let _ = page.draw_marks(&area, &tiles, palette);
            let _ = area.present();
            *drawn = Some(now);
        }
        Some(vec![size.width, size.height])
    }
}
