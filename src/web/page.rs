//! How an experiment stands in a page.

use crate::web::action::Concern;
use crate::web::figure::Figure;
use crate::web::frame::Frame;
use crate::web::gesture::{Gesture, Target};
use crate::web::json::texts;
use wasm_bindgen::JsValue;
use web_sys::HtmlCanvasElement;

texts! {
    /// What the panel of the map shows.
    enum Shows {
        /// The contour lines.
        Map = "map",
        /// The same with the arrows of the gradient.
        Gradient = "gradient",
        /// The landscape in space.
        Space = "space",
        /// An experiment on networks.
        Network = "network",
    }
}

/// What a page asks of the experiment that a figure shows.
pub(super) trait Page: Sync {
    /// What the panel of the map shows.
    fn shows(&self, figure: &Figure) -> Shows;

    /// What the whole figure is.
    fn title(&self, figure: &Figure) -> &'static str;

    /// Where the player stands.
    fn step_text(&self, figure: &Figure, step: usize, steps: usize) -> String;

    /// The longest that this may become.
    fn step_room(&self, figure: &Figure, steps: usize) -> String {
        self.step_text(figure, steps, steps)
    }

    /// One sentence about the shown step, to be read out.
    fn announcement(&self, figure: &mut Figure) -> String;

    /// Everything that was computed; `undefined` while data is awaited.
    fn record(&self, figure: &mut Figure) -> JsValue;

    /// Goes on for about so many milliseconds with what takes long; returns whether there is more
    /// to do.
    fn work(&self, figure: &mut Figure, budget: f64) -> bool;

    /// Draws, and says what changes with time or, where `is_all`, everything. False where the
    /// pictures have to wait.
    fn describe(&self, figure: &mut Figure, frame: &mut Frame, is_all: bool) -> bool;

    /// What gestures on the two panels do.
    fn gestures(&self, figure: &mut Figure) -> [Gesture; 2];

    /// Shows the step at a place of a panel.
    fn seek(&self, figure: &mut Figure, on: Target, at: (f64, f64));

    /// Takes what a place of the second panel stands for.
    fn pick(&self, _: &mut Figure, _at: (f64, f64)) -> Concern {
        Concern::Nothing
    }

    /// Where the handle at the start is in the picture of the map.
    fn start_position(&self, _: &mut Figure) -> (f64, f64) {
        (0.0, 0.0)
    }

    /// Draws the line, dash and marker of the lane that a control stands for.
    fn draw_swatch(&self, figure: &Figure, canvas: HtmlCanvasElement, control: &str, ratio: f64);
}
