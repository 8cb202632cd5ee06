//! The view in space on the canvases of the map, and the ways to turn it.

use crate::experiments::race::picture::map;
use crate::experiments::race::picture::space;
use crate::experiments::race::picture::space::SpaceLayout;
use crate::experiments::race::scene::Scene;
use crate::experiments::race::turn::TurnBy;
use crate::lab::settings::{Choice, View};
use crate::language::Language;
use crate::locale;
use crate::view::Theme;
use crate::view::words::shown_formula;
use crate::web::figure::Figure;
use crate::web::panel::{MapGround, Panel};
use crate::web::pictures::area_of;
use wasm_bindgen::prelude::wasm_bindgen;

/// The panel of the map, as [`Figure`] has it.
type MapPanel = Panel<(MapGround, String, Theme), (u64, Theme)>;

/// Draws what has changed since the last time; false where the scene is shown as a map.
pub(in crate::web) fn draw(
    panel: &mut MapPanel,
    scene: &Scene<'_>,
    language: Language,
    theme: Theme,
    n_changes: u64,
) -> bool {
    let Some(layout) = SpaceLayout::new(scene, panel.size()) else {
        return false;
    };
    let palette = theme.palette();
    let surface = [Choice::name(scene.surface), &shown_formula(scene)].concat();
    let what = (MapGround::Space(layout.clone(), language), surface, theme);
    if let Some(canvas) = panel.ground_for(what) {
        let area = area_of(canvas, palette.ground);
        let figure = locale::FIGURE.of(language);
        let _ = space::draw_ground(&area, scene, &layout, figure, palette);
        let _ = area.present();
    }
    if let Some(canvas) = panel.actors_for((n_changes, theme)) {
        let area = area_of(canvas, palette.ground);
        let _ = space::draw_actors(&area, scene, &layout, palette, map::Start::Mark);
        let _ = area.present();
    }
    true
}

/// Turning the view in space.
#[wasm_bindgen]
impl Figure {
    /// Turns by a drag of so many CSS pixels to the right and down.
    pub fn turn(&mut self, right: f64, down: f64) {
        let (azimuth, elevation) = space::dragged(right, down);
        self.act(TurnBy { azimuth, elevation }.into());
    }

    /// Turns by one press of a key; false where the key does not turn.
    #[wasm_bindgen(js_name = turnByKey)]
    pub fn turn_by_key(&mut self, key: &str) -> bool {
        let (right, down) = match key {
            _ if self.shown_view() != View::Space => return false,
            "ArrowLeft" => (-1.0, 0.0),
            "ArrowRight" => (1.0, 0.0),
            "ArrowUp" => (0.0, -1.0),
            "ArrowDown" => (0.0, 1.0),
            _ => return false,
        };
        let (azimuth, elevation) = space::nudged(right, down);
        self.act(TurnBy { azimuth, elevation }.into());
        true
    }
}
