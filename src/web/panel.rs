//! A panel's two canvases, and what is drawn on them.

use crate::experiments::race::picture::layout::MapLayout;
#[cfg(feature = "lessons")]
use crate::experiments::race::picture::space::SpaceLayout;
#[cfg(feature = "lessons")]
use crate::language::Language;
use crate::view::Size;
use crate::view::layout::LossLayout;
use crate::web::canvas::Canvas;
use web_sys::HtmlCanvasElement;

/// Two canvases, one upon the other, and what they show.
///
/// `G` and `A` say what the ground and the actors were drawn from: as long as they are
/// the same, the picture is still true and nothing is drawn.
#[derive(Debug)]
pub(super) struct Panel<G, A> {
    canvases: Option<[HtmlCanvasElement; 2]>,
    size: Size,
    ratio: f64,
    ground: Option<G>,
    actors: Option<A>,
}

/// What the ground of the map's panel shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum MapGround {
    /// The contour lines.
    Map(MapLayout),
    /// The landscape, with words of a language.
    #[cfg(feature = "lessons")]
    Space(SpaceLayout, Language),
    /// A picture of an experiment on networks.
    #[cfg(feature = "lessons")]
    Study(crate::web::networks::Look),
}

/// What the ground of the other panel shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum LossGround {
    /// The axes of the losses.
    Axes(LossLayout),
    /// A picture of an experiment on networks.
    #[cfg(feature = "lessons")]
    Study(crate::web::networks::Look),
}

impl<G, A> Default for Panel<G, A> {
    fn default() -> Self {
        Self {
            canvases: None,
            size: Size::new(0.0, 0.0),
            ratio: 1.0,
            ground: None,
            actors: None,
        }
    }
}

impl<G: PartialEq, A: PartialEq> Panel<G, A> {
    /// Takes the canvases to draw on.
    pub(super) fn attach(&mut self, ground: HtmlCanvasElement, actors: HtmlCanvasElement) {
        self.canvases = Some([ground, actors]);
        self.forget();
    }

    /// Takes the size of the box, and gives the canvases as many pixels as the screen
    /// has there. That empties them.
    pub(super) fn resize(&mut self, size: Size, ratio: f64) {
        self.size = size;
        self.ratio = ratio;
        for canvas in self.canvases.iter().flatten() {
            crate::web::canvas::resize(canvas, size, ratio);
        }
        self.forget();
    }

    /// The size of the box.
    pub(super) fn size(&self) -> Size {
        self.size
    }

    /// A canvas for the ground, unless it shows `what` already.
    pub(super) fn ground_for(&mut self, what: G) -> Option<Canvas> {
        if self.ground.as_ref() == Some(&what) {
            return None;
        }
        let canvas = self.canvas(0)?;
        self.ground = Some(what);
        Some(canvas)
    }

    /// A canvas for the actors, unless it shows `what` already.
    pub(super) fn actors_for(&mut self, what: A) -> Option<Canvas> {
        if self.actors.as_ref() == Some(&what) {
            return None;
        }
        let canvas = self.canvas(1)?;
        self.actors = Some(what);
        Some(canvas)
    }

    fn canvas(&self, layer: usize) -> Option<Canvas> {
        let canvas = self.canvases.as_ref()?.get(layer)?;
        Canvas::new(canvas.clone(), self.size, self.ratio)
    }

    fn forget(&mut self) {
        self.ground = None;
        self.actors = None;
    }
}
