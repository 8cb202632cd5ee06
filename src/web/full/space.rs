//! The view in space on the canvases of the map.

use crate::experiments::race::names::shown_formula;
use crate::experiments::race::picture::map;
use crate::experiments::race::picture::space;
use crate::experiments::race::picture::space::SpaceLayout;
use crate::experiments::race::scene::Scene;
use crate::lab::settings::Choice;
use crate::language::Language;
use crate::locale;
use crate::view::Theme;
use crate::web::full::Ground;
use crate::web::layers::Layers;
use crate::web::pictures::area_of;

/// Draws what has changed since the last time; false where the scene is shown as a map.
pub(in crate::web) fn draw(
    layers: &mut Layers,
    scene: &Scene<'_>,
    language: Language,
    theme: Theme,
    n_changes: u64,
) -> bool {
    let Some(layout) = SpaceLayout::new(scene, layers.size()) else {
        return false;
    };
    let palette = theme.palette();
    let surface = [Choice::name(scene.surface), &shown_formula(scene)].concat();
    let ground = Ground::Space(layout.clone(), surface);
    let what = (ground, language, theme);
    if let Some(canvas) = layers.ground_for(what) {
        let area = area_of(canvas, palette.ground);
        let figure = locale::FIGURE.of(language);
        let _ = space::draw_ground(&area, scene, &layout, figure, palette);
        let _ = area.present();
    }
    if let Some(canvas) = layers.actors_for(((n_changes, 0), language, theme)) {
        let area = area_of(canvas, palette.ground);
        let _ = space::draw_actors(&area, scene, &layout, palette, map::Start::Mark);
        let _ = area.present();
    }
    true
}
