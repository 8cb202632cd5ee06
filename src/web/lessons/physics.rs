//! The ball in the valley, for its drawer.

use crate::lab::settings::{Choice, Coordinate};
use crate::lessons::physics::picture as physics;
use crate::locale;
use crate::view::Size;
use crate::web::canvas::{self, Canvas};
use crate::web::figure::Figure;
use crate::web::objects::{List, object};
use crate::web::pictures::area_of;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

object! {
    /// What the ball in the valley shows.
    pub struct PhysicsSheet {
        title: String,
        sentences: List<String>,
        /// The parameter along the cut.
        cut: Coordinate,
        cuts: List<Coordinate>,
    }
}

/// The lesson `physics`.
#[wasm_bindgen]
impl Figure {
    /// Title, sentences, the parameter along the cut; `undefined` where the start has no loss.
    pub fn physics(&mut self) -> Option<PhysicsSheet> {
        let words = locale::PHYSICS.of(self.language);
        let physics = self.lab.physics()?;
        let sentences = physics::sentences(&physics, words);
        Some(PhysicsSheet {
            title: physics::title(&physics, words),
            sentences: sentences.into_iter().collect(),
            cut: physics.cut,
            cuts: Coordinate::ALL.iter().copied().collect(),
        })
    }

    /// Draws the ball in the valley on a canvas, in a box of so many CSS pixels.
    #[wasm_bindgen(js_name = drawPhysics)]
    pub fn draw_physics(&mut self, canvas: HtmlCanvasElement, width: f64, height: f64, ratio: f64) {
        let (words, palette) = (self.figure_words(), self.theme().palette());
        let size = Size::new(width, height);
        canvas::resize(&canvas, size, ratio);
        let Some((canvas, physics)) = Canvas::new(canvas, size, ratio).zip(self.lab.physics())
        else {
            return;
        };
        let area = area_of(canvas, palette.ground);
        let _ = physics::draw(&area, &physics, words, size, palette);
        let _ = area.present();
    }
}
