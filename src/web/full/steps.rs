//! The lengths of the steps, for their drawer.

use crate::lessons::steps::picture as steps;
use crate::locale;
use crate::web::canvas::{self, Canvas};
use crate::web::figure::Figure;
use crate::web::full::sheets::{Drawing, LessonCanvas, LessonOptions};
use crate::web::json::object;
use crate::web::pictures::area_of;

object! {
    /// What the picture of the lengths of steps says.
    struct StepsSheet {
        title: &'static str,
        /// Of the chosen lane.
        sentences: Vec<String>,
        /// Of the others, for those who do not see the picture.
        others: String,
    }
}

impl Figure {
    /// Title and sentences.
    pub(super) fn steps(&mut self, _: &LessonOptions) -> Option<StepsSheet> {
        let words = locale::STEPS.of(self.language);
        let shown = self.lab.update_lengths();
        Some(StepsSheet {
            title: words.title,
            sentences: steps::sentences(&shown, words),
            others: steps::others(&shown, words).join(" "),
        })
    }

    /// Draws the lengths along both axes.
    pub(super) fn draw_steps(&mut self, target: LessonCanvas) -> Option<Drawing> {
        let (words, palette) = (self.figure_words(), self.theme().palette());
        let (size, ratio) = (target.size, target.ratio);
        canvas::resize(&target.canvas, size, ratio);
        let canvas = Canvas::new(target.canvas, size, ratio)?;
        let area = area_of(canvas, palette.ground);
        let _ = steps::draw(&area, &self.lab.update_lengths(), words, size, palette);
        let _ = area.present();
        Some(Drawing::of(size))
    }
}
