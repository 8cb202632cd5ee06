//! Both panels as one picture: for a file, for print, for where no script runs.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters_backend::DrawingBackend;

use super::layout::{LossLayout, MapLayout, Size, map_aspect};
use super::pen::{Drawn, Pen, units};
use super::style::Theme;
use super::svg::Svg;
use super::{loss, map};
use crate::lab::scene::Scene;
use crate::locale::Messages;

/// What a picture is made from.
#[derive(Clone, Copy, Debug)]
pub struct Figure<'a> {
    /// The state to show.
    pub scene: &'a Scene<'a>,
    /// The words in it.
    pub messages: &'a Messages,
    /// Its colors.
    pub theme: Theme,
    /// Its extent in CSS pixels.
    pub size: Size,
}

/// Room between the panels.
const GAP: f64 = 12.0;

/// From this width on the panels stand side by side.
const WIDE: f64 = 620.0;

/// Draws both panels, side by side where the picture is wide, else one below the other.
///
/// # Errors
/// Those of the backend.
pub fn draw_figure<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    figure: &Figure<'_>,
) -> Drawn<DB> {
    let palette = figure.theme.palette();
    let Size { width, height } = figure.size;
    Pen::on(area).fill((0.0, 0.0), (width, height), palette.ground)?;
    let (map_size, loss_at) = arranged(figure);
    let scene = figure.scene;
    if let Some(layout) = MapLayout::titled(scene, map_size) {
        map::draw_ground(area, scene, &layout, palette)?;
        map::draw_actors(area, scene, &layout, palette, map::Start::Mark)?;
    }
    let loss_size = Size::new(width - loss_at.0, height - loss_at.1);
    if let Some(layout) = LossLayout::new(scene, figure.messages, loss_size) {
        let corner = (units(loss_at.0), units(loss_at.1));
        let extent = (units(loss_size.width), units(loss_size.height));
        let panel = area.clone().shrink(corner, extent);
        loss::draw_ground(&panel, &layout, figure.messages, palette)?;
        loss::draw_actors(&panel, scene, &layout, figure.messages, palette)?;
    }
    Ok(())
}

/// The picture as SVG, with a title and a description for those who do not see it.
pub fn figure_svg(figure: &Figure<'_>, title: &str, description: &str) -> String {
    let mut text = String::new();
    let svg = Svg::new(&mut text, figure.size, figure.theme.palette().ground).titled(
        figure.messages.tag,
        title,
        description,
    );
    {
        let area = svg.into_drawing_area();
        // Writing to a string cannot fail.
        let _ = draw_figure(&area, figure);
        let _ = area.present();
    }
    text
}

/// The size of the map and the corner of the loss panel.
fn arranged(figure: &Figure<'_>) -> (Size, (f64, f64)) {
    let Size { width, height } = figure.size;
    let aspect = map_aspect(figure.scene);
    if width >= WIDE && width > height {
        let share = (width - GAP) * 0.55;
        let map = aspect.map_or(share, |aspect| (height * aspect).min(share));
        (Size::new(map, height), (libm::round(map + GAP), 0.0))
    } else {
        let share = (height - GAP) * 0.58;
        let map = aspect.map_or(share, |aspect| (width / aspect).min(share));
        (Size::new(width, map), (0.0, libm::round(map + GAP)))
    }
}
