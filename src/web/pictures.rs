//! The pictures of a [`Figure`]: what it draws on canvases and writes as SVG.

use crate::experiments::race::picture::layout::MapLayout;
use crate::experiments::race::picture::{loss, map};
use crate::experiments::race::scene::Scene;
use crate::lab::settings::Choice;
use crate::language::Language;
use crate::locale;
use crate::math::joined;
use crate::registry;
use crate::view;
use crate::view::layout::LossLayout;
use crate::view::words::shown_formula;
use crate::view::{LaneStyle, Size, Theme};
use crate::web::canvas;
use crate::web::canvas::Canvas;
use crate::web::figure::Figure;
use crate::web::panel::{LossGround, MapGround, Panel};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::style::RGBColor;
use web_sys::HtmlCanvasElement;

/// The size of an exported picture, wide enough for both panels side by side.
pub(super) const PICTURE: Size = Size::new(960.0, 420.0);

/// The panel of the map, as [`Figure`] has it.
pub(super) type MapPanel = Panel<(MapGround, String, Theme), (u64, Theme)>;

/// The panel of the losses.
pub(super) type LossPanel = Panel<(LossGround, Language, Theme), (u64, Language, Theme)>;

/// A canvas as what plotters draws on; text stands out from the ground of this color.
pub(super) fn area_of(canvas: Canvas, ground: RGBColor) -> DrawingArea<Canvas, Shift> {
    canvas.with_halo(ground).into_drawing_area()
}

/// Draws what has changed of the map since the last time.
pub(super) fn draw_map(
    panel: &mut MapPanel,
    scene: &Scene<'_>,
    language: Language,
    theme: Theme,
    n_changes: u64,
) {
    // A backend of ours cannot fail; the results that plotters hands on are passed over.
    #[cfg(feature = "lessons")]
    if crate::web::lessons::space::draw(panel, scene, language, theme, n_changes) {
        return;
    }
    let _ = language;
    let palette = theme.palette();
    let Some(layout) = MapLayout::new(scene, panel.size()) else {
        return;
    };
    let surface = joined(
        &[
            Choice::name(scene.surface),
            &shown_formula(scene),
            if scene.slopes.is_empty() {
                ""
            } else {
                " gradient"
            },
        ],
        "",
    );
    let what = (MapGround::Map(layout.clone()), surface, theme);
    if let Some(canvas) = panel.ground_for(what) {
        let area = area_of(canvas, palette.ground);
        let _ = map::draw_ground(&area, scene, &layout, palette);
        let _ = area.present();
    }
    if let Some(canvas) = panel.actors_for((n_changes, theme)) {
        let area = area_of(canvas, palette.ground);
        let _ = map::draw_actors(&area, scene, &layout, palette, map::Start::Handle);
        let _ = area.present();
    }
}

/// The same of the losses.
pub(super) fn draw_loss(
    panel: &mut LossPanel,
    scene: &Scene<'_>,
    language: Language,
    theme: Theme,
    n_changes: u64,
) {
    let (palette, words) = (theme.palette(), locale::FIGURE.of(language));
    let Some(layout) = LossLayout::new(scene, words, panel.size()) else {
        return;
    };
    let what = (LossGround::Axes(layout.clone()), language, theme);
    if let Some(canvas) = panel.ground_for(what) {
        let area = area_of(canvas, palette.ground);
        let _ = loss::draw_ground(&area, &layout, words, palette);
        let _ = area.present();
    }
    if let Some(canvas) = panel.actors_for((n_changes, language, theme)) {
        let area = area_of(canvas, palette.ground);
        let _ = loss::draw_actors(&area, scene, &layout, words, palette);
        let _ = area.present();
    }
}

impl Figure {
    /// Draws the whole figure on a canvas of its own.
    pub(super) fn draw_whole(&mut self, canvas: HtmlCanvasElement, size: Size, ratio: f64) {
        let (theme, language) = (self.theme(), self.language);
        let Some(canvas) = Canvas::new(canvas, size, ratio) else {
            return;
        };
        let area = area_of(canvas, theme.palette().ground);
        if let Some(scene) = registry::panels(&mut self.lab, language) {
            let scene = &*scene;
            let figure = view::Figure {
                scene,
                language,
                theme,
                size,
            };
            let _ = view::draw_figure(&area, &figure);
        }
        let _ = area.present();
    }

    /// The whole figure as SVG; empty while its data is missing.
    pub(super) fn svg(&mut self) -> String {
        let (theme, language) = (self.theme(), self.language);
        let Some(scene) = registry::panels(&mut self.lab, language) else {
            return String::new();
        };
        view::figure_svg(&view::Figure {
            scene: &*scene,
            language,
            theme,
            size: PICTURE,
        })
    }

    /// Draws the line, dash and marker of the lane that a control stands for.
    pub(super) fn draw_lane_swatch(&self, canvas: HtmlCanvasElement, control: &str, ratio: f64) {
        #[cfg(feature = "lessons")]
        if let Some(accuracy) = self.lab.trial_of(control) {
            return self.draw_trial(canvas, accuracy, ratio);
        }
        #[cfg(feature = "lessons")]
        if control.is_empty() {
            // What the canvas had for another line goes.
            return canvas::resize(&canvas, view::SWATCH, ratio);
        }
        let palette = self.theme().palette();
        #[cfg(feature = "lessons")]
        let study = self.lab.study_look(control);
        #[cfg(feature = "lessons")]
        let study = study.map(|look| crate::experiments::network::picture::style(look, palette));
        #[cfg(not(feature = "lessons"))]
        let study = None;
        let Some(look) = study.or_else(|| self.row_look(control)) else {
            return;
        };
        canvas::resize(&canvas, view::SWATCH, ratio);
        let Some(canvas) = Canvas::new(canvas, view::SWATCH, ratio) else {
            return;
        };
        let area = area_of(canvas, palette.ground);
        let _ = view::draw_swatch(&area, &look, palette);
        let _ = area.present();
    }

    /// How the row of that control looks.
    fn row_look(&self, control: &str) -> Option<LaneStyle> {
        let index = control.strip_prefix("lane.")?.parse::<usize>().ok()?;
        let rows = self.lab.rows();
        let row = rows.get(index)?;
        let before = rows[..index].iter().filter(|other| other.is_on);
        let same = before.filter(|other| other.lane.rule == row.lane.rule);
        let palette = self.theme().palette();
        Some(LaneStyle::new(row.lane.rule, same.count(), palette))
    }
}
