//! The ball in the valley, for its lesson.

use crate::experiments::race::choices::Coordinate;
use crate::lab::settings::Choice;
use crate::lessons::physics::picture as physics;
use crate::locale;
use crate::web::canvas::{self, Canvas};
use crate::web::figure::Figure;
use crate::web::full::sheets::{Drawing, LessonCanvas, LessonOptions};
use crate::web::json::object;
use crate::web::pictures::area_of;

object! {
    /// What the ball in the valley shows.
    struct PhysicsSheet {
        title: String,
        sentences: Vec<String>,
        /// The parameter along the cut.
        cut: Coordinate,
        cuts: Vec<Coordinate>,
    }
}

impl Figure {
    /// Title, sentences, the parameter along the cut; nothing where the start has no loss.
    pub(super) fn physics(&mut self, _: &LessonOptions) -> Option<PhysicsSheet> {
        let words = locale::PHYSICS.of(self.language);
        let physics = self.lab.physics()?;
        Some(PhysicsSheet {
            title: physics::title(&physics, words),
            sentences: physics::sentences(&physics, words),
            cut: physics.cut,
            cuts: Coordinate::ALL.to_vec(),
        })
    }

    /// Draws the ball in the valley.
    pub(super) fn draw_physics(&mut self, target: LessonCanvas) -> Option<Drawing> {
        let (words, palette) = (self.figure_words(), self.theme().palette());
        let (size, ratio) = (target.size, target.ratio);
        canvas::resize(&target.canvas, size, ratio);
        let (canvas, physics) = Canvas::new(target.canvas, size, ratio).zip(self.lab.physics())?;
        let area = area_of(canvas, palette.ground);
        let _ = physics::draw(&area, &physics, words, size, palette);
        let _ = area.present();
        Some(Drawing::of(size))
    }
}
