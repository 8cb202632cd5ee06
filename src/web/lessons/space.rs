//! The view in space on the canvases of the map.

use crate::experiments::race::picture::map;
use crate::experiments::race::picture::space;
use crate::experiments::race::picture::space::SpaceLayout;
use crate::experiments::race::scene::Scene;
use crate::lab::settings::Choice;
use crate::language::Language;
use crate::locale;
use crate::view::Theme;
use crate::view::words::shown_formula;
use crate::web::panel::MapGround;
use crate::web::pictures::{MapPanel, area_of};

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
