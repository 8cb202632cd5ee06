//! The pictures of a [`Figure`]: what it draws on canvases and writes as SVG.

use crate::registry;
use crate::view;
use crate::view::{LaneStyle, Size};
use crate::web::canvas;
use crate::web::canvas::Canvas;
use crate::web::figure::Figure;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::style::RGBColor;
use web_sys::HtmlCanvasElement;

/// The size of an exported picture, wide enough for both panels side by side.
pub(super) const PICTURE: Size = Size::new(960.0, 420.0);

/// A canvas as what plotters draws on; text stands out from the ground of this color.
pub(super) fn area_of(canvas: Canvas, ground: RGBColor) -> DrawingArea<Canvas, Shift> {
    canvas.with_halo(ground).into_drawing_area()
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

    /// Draws line, dash and marker of a look; nothing of another line stays.
    pub(super) fn draw_look(&self, canvas: HtmlCanvasElement, look: Option<LaneStyle>, ratio: f64) {
        let palette = self.theme().palette();
        canvas::resize(&canvas, view::SWATCH, ratio);
        let canvas = Canvas::new(canvas, view::SWATCH, ratio);
        if let Some((canvas, look)) = canvas.zip(look) {
            let area = area_of(canvas, palette.ground);
            let _ = view::draw_swatch(&area, &look, palette);
            let _ = area.present();
        }
    }

    /// How the row of that control looks.
    pub(super) fn row_look(&self, control: &str) -> Option<LaneStyle> {
        let index = control.strip_prefix("lane.")?.parse::<usize>().ok()?;
        let rows = self.lab.rows();
        let row = rows.get(index)?;
        let before = rows[..index].iter().filter(|other| other.is_on);
        let same = before.filter(|other| other.lane.rule == row.lane.rule);
        let palette = self.theme().palette();
        Some(LaneStyle::new(row.lane.rule, same.count(), palette))
    }
}
