//! The two canvases of a panel, and what is drawn on them.

use crate::language::Language;
use crate::view::{Size, Theme};
use crate::web::build::Ground;
use crate::web::canvas::Canvas;
use web_sys::HtmlCanvasElement;

/// Two canvases, one upon the other: the ground, which seldom changes, and what moves over it.
///
/// Each knows what it was drawn from: as long as that is the same, the picture is still true and
/// nothing is drawn.
#[derive(Debug)]
pub(super) struct Layers {
    canvases: Option<[HtmlCanvasElement; 2]>,
    /// In the units of its layout, of which each has `zoom` CSS pixels.
    size: Size,
    zoom: f64,
    /// Pixels of a canvas to such a unit.
    ratio: f64,
    ground: Option<(Ground, Language, Theme)>,
    actors: Option<(Shown, Language, Theme)>,
}

/// What the actors show: a number that grows with it, and a step.
pub(super) type Shown = (u64, usize);

impl Default for Layers {
    fn default() -> Self {
        Self {
            canvases: None,
            size: Size::new(0.0, 0.0),
            zoom: 1.0,
            ratio: 1.0,
            ground: None,
            actors: None,
        }
    }
}

impl Layers {
    /// Takes the canvases to draw on.
    pub(super) fn attach(&mut self, ground: HtmlCanvasElement, actors: HtmlCanvasElement) {
        self.canvases = Some([ground, actors]);
        self.forget();
    }

    /// Takes the size of the box in CSS pixels, and gives the canvases as many pixels as the
    /// screen has there. That empties them.
    pub(super) fn resize(&mut self, size: Size, ratio: f64) {
        self.zoom = size.zoom();
        self.size = Size::new(size.width / self.zoom, size.height / self.zoom);
        self.ratio = ratio * self.zoom;
        for canvas in self.canvases.iter().flatten() {
            crate::web::canvas::resize(canvas, size, ratio);
        }
        self.forget();
    }

    /// The size that the picture is laid out in.
    pub(super) fn size(&self) -> Size {
        self.size
    }

    /// CSS pixels to a unit of that.
    pub(super) fn zoom(&self) -> f64 {
        self.zoom
    }

    /// The place in the picture of one in CSS pixels from the corner of the box.
    pub(super) fn place(&self, (x, y): (f64, f64)) -> (f64, f64) {
        (x / self.zoom, y / self.zoom)
    }

    /// A canvas for the ground, unless it shows `what` already.
    pub(super) fn ground_for(&mut self, what: (Ground, Language, Theme)) -> Option<Canvas> {
        if self.ground.as_ref() == Some(&what) {
            return None;
        }
        let canvas = self.canvas(0)?;
        self.ground = Some(what);
        // It may have another layout now.
        self.actors = None;
        Some(canvas)
    }

    /// A canvas for the actors, unless it shows `what` already.
    pub(super) fn actors_for(&mut self, what: (Shown, Language, Theme)) -> Option<Canvas> {
        if self.actors.as_ref() == Some(&what) {
            return None;
        }
        let canvas = self.canvas(1)?;
        self.actors = Some(what);
        Some(canvas)
    }

    fn canvas(&self, layer: usize) -> Option<Canvas> {
        let canvas = self.canvases.as_ref()?.get(layer)?;
        if self.size.width <= 0.0 {
            return None;
        }
        Canvas::new(canvas.clone(), self.size, self.ratio)
    }

    fn forget(&mut self) {
        self.ground = None;
        self.actors = None;
    }
}
