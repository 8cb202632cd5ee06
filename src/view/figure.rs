//! Both panels as one picture: for a file, for print, for where no script runs.

use plotters::drawing::IntoDrawingArea;

use crate::experiments::race::picture::layout::{LossLayout, MapLayout, map_aspect};
#[cfg(feature = "lessons")]
use crate::experiments::race::picture::space::{self, SpaceLayout};
use crate::experiments::race::picture::{loss, map};
use crate::experiments::race::scene::Scene;
use crate::locale::words::FigureWords;
use crate::view::frame::Size;
use crate::view::pen::{Area, Drawn, Pen, units};
use crate::view::style::Theme;
use crate::view::svg::Svg;
#[cfg(feature = "lessons")]
use crate::view::words::shown_formula;

/// What a picture is made from.
#[derive(Clone, Copy, Debug)]
pub struct Figure<'a> {
    /// The state to show.
    pub scene: &'a Scene<'a>,
    /// The words in it.
    pub words: &'a FigureWords,
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
pub fn draw_figure(area: &dyn Area, figure: &Figure<'_>) -> Drawn {
    let palette = figure.theme.palette();
    let Size { width, height } = figure.size;
    Pen::on(area).fill((0.0, 0.0), (width, height), palette.ground)?;
    let (map_size, loss_at) = arranged(figure);
    let scene = figure.scene;
    #[cfg(feature = "lessons")]
    if let Some(layout) = SpaceLayout::new(scene, map_size) {
        space::draw_ground(area, scene, &layout, figure.words, palette)?;
        space::draw_title(area, &shown_formula(scene), &layout, palette)?;
        space::draw_actors(area, scene, &layout, palette, map::Start::Mark)?;
        return draw_loss(area, figure, loss_at);
    }
    if let Some(layout) = MapLayout::titled(scene, map_size) {
        map::draw_ground(area, scene, &layout, palette)?;
        map::draw_actors(area, scene, &layout, palette, map::Start::Mark)?;
    }
    draw_loss(area, figure, loss_at)
}

/// Draws the loss panel with its corner at this place.
fn draw_loss(area: &dyn Area, figure: &Figure<'_>, loss_at: (f64, f64)) -> Drawn {
    let (scene, palette) = (figure.scene, figure.theme.palette());
    let Size { width, height } = figure.size;
    let loss_size = Size::new(width - loss_at.0, height - loss_at.1);
    if let Some(layout) = LossLayout::new(scene, figure.words, loss_size) {
        let corner = (units(loss_at.0), units(loss_at.1));
        let extent = (units(loss_size.width), units(loss_size.height));
        let panel = area.part(corner, extent);
        loss::draw_ground(&*panel, &layout, figure.words, palette)?;
        loss::draw_actors(&*panel, scene, &layout, figure.words, palette)?;
    }
    Ok(())
}

/// The picture as SVG, with a title and a description for those who do not see it.
pub fn figure_svg(figure: &Figure<'_>, title: &str, description: &str) -> String {
    let mut text = String::new();
    let svg = Svg::new(&mut text, figure.size, figure.theme.palette().ground).titled(
        figure.words.tag,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lab::Lab;
    use crate::language::Language;
    use crate::locale::FIGURE;
    use crate::view::Theme;

    fn svg(query: &str, size: Size) -> String {
        let mut lab = Lab::new();
        lab.set_query(query);
        let figure = Figure {
            scene: &lab.scene(),
            words: FIGURE.of(Language::English),
            theme: Theme::Light,
            size,
        };
        figure_svg(&figure, "title", "description")
    }

    /// Every number that a picture holds, wherever it stands.
    fn numbers(svg: &str) -> impl Iterator<Item = f64> {
        let values = svg.split('"').skip(1).step_by(2);
        let lengths = values.filter(|text| !text.starts_with('#'));
        let parts =
            lengths.flat_map(|text| text.split(|c: char| !(c.is_ascii_digit() || c == '.')));
        parts.filter_map(|text| text.parse().ok())
    }

    #[track_caller]
    fn check_sound(query: &str, size: Size) {
        let svg = svg(query, size);
        for word in ["NaN", "inf", "Inf", "e+"] {
            assert!(!svg.contains(word), "{word}: {query}");
        }
        let largest = numbers(&svg).fold(0.0, f64::max);
        let limit = size.width.max(size.height).max(2000.0) + 20.0;
        assert!(largest <= limit, "{largest}: {query}");
    }

    #[test]
    fn no_run_draws_outside_of_the_picture() {
        let mut rng = fastrand::Rng::with_seed(5);
        let surfaces = [
            "ravine",
            "rosenbrock",
            "himmelblau",
            "saddle",
            "styblinski-tang",
        ];
        let size = Size::new(720.0, 420.0);
        for _ in 0..150 {
            let surface = surfaces[rng.usize(..surfaces.len())];
            let rate = libm::exp10(rng.f64() * 8.0 - 5.0);
            let momentum = rng.f64() * 0.9999;
            let (x, y) = (rng.f64() * 8.0 - 4.0, rng.f64() * 8.0 - 4.0);
            let steps = rng.usize(1..400);
            let scale = ["log", "linear"][rng.usize(..2)];
            let lanes = format!(
                "sgd:lr={rate} momentum:lr={rate},momentum={momentum} \
                 nesterov:lr={rate} adagrad:lr={rate} rmsprop:lr={rate} adam:lr={rate}"
            );
            let step = rng.usize(..=steps);
            let query = format!(
                "surface={surface}&start={x} {y}&steps={steps}&step={step}\
                 &loss-scale={scale}&optimizers={lanes}"
            );
            check_sound(&query, size);
            if rng.usize(..6) > 0 {
                continue;
            }
            let (azimuth, elevation) = (rng.i32(-179..=180), rng.i32(10..=90));
            let in_space = format!("{query}&view=space&turn={azimuth} {elevation}");
            check_sound(&in_space, size);
        }
    }

    #[test]
    fn every_size_can_be_drawn() {
        for width in [0.0, 1.0, 10.0, 30.0, 90.0, 320.0, 1100.0] {
            for height in [0.0, 1.0, 10.0, 30.0, 90.0, 300.0] {
                check_sound("", Size::new(width, height));
                check_sound("aspect=equal&steps=1", Size::new(width, height));
                check_sound("view=space", Size::new(width, height));
            }
        }
    }

    #[test]
    fn a_formula_without_values_is_an_empty_map() {
        let size = Size::new(400.0, 500.0);
        check_sound("surface=formula&formula=ln(-1-x^2)", size);
        check_sound("view=space&surface=formula&formula=ln(-1-x^2)", size);
        check_sound("surface=formula&formula=1/(x-x)", size);
        check_sound("view=space&surface=formula&formula=1/(x-x)", size);
        check_sound("surface=formula&formula=0", size);
        check_sound("view=space&surface=formula&formula=0", size);
        check_sound("surface=formula&formula=1e308*(x^2+y^2)", size);
        check_sound("view=space&surface=formula&formula=1e308*(x^2+y^2)", size);
    }
}
