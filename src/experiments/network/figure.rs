//! Both panels of an experiment as one picture.

use plotters::drawing::IntoDrawingArea;

use crate::experiments::network::scene::StudyScene;
use crate::experiments::network::words::StudyWords;
use crate::view::frame::Size;
use crate::view::pen::{Area, Drawn, Pen, units};
use crate::view::style::Theme;
use crate::view::svg::Svg;

/// What a picture is made from.
#[derive(Clone, Copy, Debug)]
pub struct StudyFigure<'a> {
    /// The state to show.
    pub scene: &'a StudyScene,
    /// The words in it.
    pub messages: &'a StudyWords,
    /// Its colors.
    pub theme: Theme,
    /// Its extent in CSS pixels.
    pub size: Size,
}

/// Room between the panels.
const GAP: f64 = 16.0;

/// From this width on the panels stand side by side.
const WIDE: f64 = 620.0;

/// Draws both panels, side by side where the picture is wide, else one below the other.
///
/// # Errors
/// Those of the backend.
pub fn draw_figure(area: &dyn Area, figure: &StudyFigure<'_>) -> Drawn {
    let palette = figure.theme.palette();
    let Size { width, height } = figure.size;
    Pen::on(area).fill((0.0, 0.0), (width, height), palette.ground)?;
    let (size, at) = if width >= WIDE && width > height {
        let half = libm::floor((width - GAP) / 2.0);
        (Size::new(half, height), (half + GAP, 0.0))
    } else {
        let half = libm::floor((height - GAP) / 2.0);
        (Size::new(width, half), (0.0, half + GAP))
    };
    let StudyFigure {
        scene, messages, ..
    } = *figure;
    for (picture, (left, top)) in [(&scene.first, (0.0, 0.0)), (&scene.second, at)] {
        let extent = (units(size.width), units(size.height));
        let panel = area.part((units(left), units(top)), extent);
        crate::experiments::network::picture::draw(
            &*panel, scene, picture, messages, palette, size,
        )?;
    }
    Ok(())
}

/// The picture as SVG, with a title and a description for those who do not see it.
pub fn figure_svg(figure: &StudyFigure<'_>, title: &str, description: &str) -> String {
    let mut text = String::new();
    let ground = figure.theme.palette().ground;
    let svg = Svg::new(&mut text, figure.size, ground);
    let svg = svg.titled(figure.messages.figure.tag, title, description);
    {
        let area = svg.into_drawing_area();
        // Writing to a string cannot fail.
        let _ = draw_figure(&area, figure);
        let _ = area.present();
    }
    text
}
