//! The view in space: the surface as a landscape, the paths upon it.
//!
//! It is a block cut out of the landscape, in parallel projection. Faces are painted from the
//! farthest to the nearest. Contour lines and paths are drawn strongly where a walk from the place
//! toward the reader meets no higher surface, and paths faintly elsewhere.

mod actors;
mod axes;
mod ground;
mod height;
mod mesh;
mod projection;

pub use mesh::Relief;
pub use projection::SpaceLayout;

use plotters::style::text_anchor::HPos;

use crate::experiments::race::names::shown_formula;
use crate::experiments::race::picture::Landscape;
use crate::experiments::race::picture::map::Start;
use crate::experiments::race::scene::{Scene, Turn};
use crate::experiments::race::words::space::{SpaceWords, ViewWords};
use crate::view::figure::DrawOptions;
use crate::view::layout::TITLE_RISE;
use crate::view::number::readable;
use crate::view::pen::{Area, Drawn, Pen};
use crate::view::style::Palette;
use crate::view::text::Voice;
use crate::view::words::FigureWords;

/// The landscape as the registry offers it.
pub static LANDSCAPE: Landscape = Landscape {
    draw: |area, scene, words, options| {
        let layout = SpaceLayout::new(scene, options.size)?;
        Some(draw(area, scene, &layout, words, options))
    },
    describe: description,
};

fn draw(
    area: &dyn Area,
    scene: &Scene<'_>,
    layout: &SpaceLayout,
    words: &FigureWords,
    options: &DrawOptions,
) -> Drawn {
    let palette = options.theme.palette();
    draw_ground(area, scene, layout, words, palette)?;
    draw_title(area, &shown_formula(scene), layout, palette)?;
    draw_actors(area, scene, layout, palette, Start::Mark)
}

/// Draws the box and the surface in it; with the formula above where it is to have a title.
///
/// # Errors
/// Those of the backend.
pub fn draw_ground(
    area: &dyn Area,
    scene: &Scene<'_>,
    layout: &SpaceLayout,
    words: &FigureWords,
    palette: &Palette,
) -> Drawn {
    let pen = Pen::on(area);
    axes::draw_walls(&pen, layout, palette)?;
    ground::draw(&pen, scene, layout, palette)?;
    let scale = match layout.mesh.heights.unit() {
        Some(_) => words.log,
        None => words.linear,
    };
    let loss = format!("{} ({scale})", words.labels.loss);
    axes::draw(&pen, layout, &loss, palette)
}

/// Writes the formula above the picture.
///
/// # Errors
/// Those of the backend.
pub(crate) fn draw_title(
    area: &dyn Area,
    formula: &str,
    layout: &SpaceLayout,
    palette: &Palette,
) -> Drawn {
    let title = format!("f(x, y) = {formula}");
    if Voice::Number.width(&title) > layout.frame.width() {
        return Ok(());
    }
    let at = (layout.frame.left, layout.frame.top - TITLE_RISE);
    Pen::on(area).text(&title, at, Voice::Number, HPos::Left, palette.text)
}

/// Draws the paths up to the playhead, what is to come of them faintly, and the start.
///
/// # Errors
/// Those of the backend.
pub fn draw_actors(
    area: &dyn Area,
    scene: &Scene<'_>,
    layout: &SpaceLayout,
    palette: &Palette,
    start: Start,
) -> Drawn {
    actors::draw(&Pen::on(area), scene, layout, palette, start)
}

/// What to know of the view in space, or of the arrows of the gradient, beyond the description of
/// the map; `None` where there is neither.
pub fn description(scene: &Scene<'_>, words: &SpaceWords) -> Option<String> {
    let Some(relief) = scene.relief else {
        return (!scene.slopes.is_empty()).then(|| words.slopes.to_owned());
    };
    let heights = &relief.mesh(scene)?.heights;
    let Turn { azimuth, elevation } = scene.turn;
    let shown = ViewWords {
        turn: [azimuth, elevation].map(readable),
        compressed: heights
            .unit()
            .map(|unit| [unit, heights.low()].map(readable)),
        cut: heights.cut(&relief.grid).map(readable),
    };
    Some((words.description)(&shown))
}

/// Degrees of azimuth and elevation by which a drag of so many CSS pixels turns: what is
/// in front follows the pointer.
pub const fn dragged(right: f64, down: f64) -> (f64, f64) {
    (right * 0.5, down * 0.4)
}

/// The same for one press of the arrow key that points there.
pub const fn nudged(right: f64, down: f64) -> (f64, f64) {
    (right * 10.0, down * 5.0)
}
