//! Both panels as one picture: for a file, for print, for where no script runs.

use plotters::drawing::IntoDrawingArea;

use crate::language::Language;
use crate::view::frame::Size;
use crate::view::layout::EDGE;
use crate::view::pen::{Area, DrawingFailed, Drawn, Pen, units};
use crate::view::style::Theme;
use crate::view::svg::Svg;
use crate::view::text::Voice;
use plotters::style::text_anchor::HPos;

/// What can be drawn as two panels.
pub trait Panels {
    /// How the panels share a picture.
    fn sharing(&self) -> Sharing;

    /// Draws a panel, the first or the second.
    ///
    /// # Errors
    /// Those of the backend.
    fn draw_panel(&self, panel: Panel, area: &dyn Area, options: &DrawOptions) -> Drawn;

    /// What the whole is called.
    fn title(&self) -> String;

    /// What it asks, beside the title; nothing where it has no heading.
    fn question(&self) -> &'static str {
        ""
    }

    /// What it shows, for those who do not see it.
    fn description(&self) -> String;
}

/// Which of the two panels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The left one, or the upper one.
    First,
    /// The other one.
    Second,
}

/// How two panels share a picture.
#[derive(Clone, Copy, Debug)]
pub struct Sharing {
    /// Room between them, in CSS pixels.
    pub gap: f64,
    /// The share of the first one where they stand side by side.
    pub of_width: f64,
    /// The share of the first one where they stand one below the other.
    pub of_height: f64,
    /// Width over height that the first one is to have, where that matters.
    pub aspect: Option<f64>,
}

/// How a panel is to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct DrawOptions {
    /// Its colors.
    pub theme: Theme,
    /// Its extent in CSS pixels.
    pub size: Size,
}

/// What a picture is made from.
#[derive(Clone, Copy)]
pub struct Figure<'a> {
    /// The state to show.
    pub scene: &'a dyn Panels,
    /// The language of its words.
    pub language: Language,
    /// Its colors.
    pub theme: Theme,
    /// Its extent in CSS pixels.
    pub size: Size,
}

/// From this width on the panels stand side by side.
const WIDE: f64 = 620.0;

/// Draws both panels, side by side where the picture is wide, else one below the other.
///
/// # Errors
/// Those of the backend.
pub fn draw_figure(area: &dyn Area, figure: &Figure<'_>) -> Drawn {
    let Size { width, height } = figure.size;
    let ground = figure.theme.palette().ground;
    Pen::on(area).fill((0.0, 0.0), (width, height), ground)?;
    let head = draw_heading(&Pen::on(area), figure)?;
    let corner = (0, units(head));
    let area = &*area.part(corner, (units(width), units(height - head)));
    let height = height - head;
    let (first, (left, top)) = arranged(figure.scene, Size::new(width, height));
    let options = |size| DrawOptions {
        theme: figure.theme,
        size,
    };
    figure
        .scene
        .draw_panel(Panel::First, area, &options(first))?;
    let second = Size::new(width - left, height - top);
    let corner = (units(left), units(top));
    let part = area.part(corner, (units(second.width), units(second.height)));
    figure
        .scene
        .draw_panel(Panel::Second, &*part, &options(second))
}

/// The picture as SVG, with a title and a description for those who do not see it.
pub fn figure_svg(figure: &Figure<'_>) -> String {
    let mut text = String::new();
    let (title, description) = (figure.scene.title(), figure.scene.description());
    let svg = Svg::new(&mut text, figure.size, figure.theme.palette().ground);
    let svg = svg.titled(figure.language.tag(), &title, &description);
    {
        let area = svg.into_drawing_area();
        // Writing to a string cannot fail.
        let _ = draw_figure(&area, figure);
        let _ = area.present();
    }
    text
}

/// Draws title and question above the panels, in one line or in two; how much room they take.
fn draw_heading(pen: &Pen<'_>, figure: &Figure<'_>) -> Result<f64, DrawingFailed> {
    /// Height of a line, and room below the last one.
    const LINE: f64 = 18.0;
    const BELOW: f64 = 6.0;
    /// Room between title and question.
    const BESIDE: f64 = 10.0;
    /// Lower pictures need all their room.
    const LOWEST: f64 = 160.0;

    let (title, question) = (figure.scene.title(), figure.scene.question());
    if question.is_empty() || figure.size.height < LOWEST {
        return Ok(0.0);
    }
    let palette = figure.theme.palette();
    let write = |text, at, voice, color| pen.text(text, at, voice, HPos::Left, color);
    let middle = LINE / 2.0;
    write(&title, (EDGE, middle), Voice::Label, palette.ink)?;
    let after = EDGE + Voice::Label.width(&title) + BESIDE;
    let fits = after + Voice::Number.width(question) <= figure.size.width;
    let (at, head) = match fits {
        true => ((after, middle), LINE + BELOW),
        false => ((EDGE, middle + LINE), 2.0 * LINE + BELOW),
    };
    write(question, at, Voice::Number, palette.ink)?;
    Ok(head)
}

/// The size of the first panel and the corner of the second one.
fn arranged(scene: &dyn Panels, size: Size) -> (Size, (f64, f64)) {
    let Size { width, height } = size;
    let Sharing {
        gap,
        of_width,
        of_height,
        aspect,
    } = scene.sharing();
    if width >= WIDE && width > height {
        let share = (width - gap) * of_width;
        let first = aspect.map_or(share, |aspect| (height * aspect).min(share));
        (Size::new(first, height), (libm::round(first + gap), 0.0))
    } else {
        let share = (height - gap) * of_height;
        let first = aspect.map_or(share, |aspect| (width / aspect).min(share));
        (Size::new(width, first), (0.0, libm::round(first + gap)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lab::Lab;
    use crate::registry;
    use crate::view::Theme;

    fn svg(query: &str, size: Size) -> String {
        let mut lab = Lab::new();
        lab.set_query(query);
        let scene = registry::panels(&mut lab, Language::English).expect("the race");
        figure_svg(&Figure {
            scene: &*scene,
            language: Language::English,
            theme: Theme::Light,
            size,
        })
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
