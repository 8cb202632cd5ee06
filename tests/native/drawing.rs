//! Whatever size a panel has and whatever a run is like, drawing ends soon, and only finite
//! numbers are drawn.

use std::time::{Duration, Instant};

use descent_widget::experiments::race::picture::layout::MapLayout;
use descent_widget::lab::Lab;
use descent_widget::language::Language;
use descent_widget::lessons::basins::picture as basins;
use descent_widget::lessons::batch::picture as pictures;
use descent_widget::lessons::physics::picture as physics;
use descent_widget::lessons::rates::picture as rates;
use descent_widget::lessons::rates::picture::{Metric, RatesLayout};
use descent_widget::lessons::rule::picture as arrows;
use descent_widget::lessons::rule::picture::Shown;
use descent_widget::lessons::steps::picture as steps;
use descent_widget::locale::{FIGURE, PHYSICS, STEPS};
use descent_widget::optim::Rule;
use descent_widget::surface::Catalogue;
use descent_widget::view::{Size, Svg, Theme};
use fastrand::Rng;
use plotters::drawing::IntoDrawingArea;

use crate::common::{finished, from_query, picture};

/// A picture takes some milliseconds; this is for slow machines that do something else
/// meanwhile.
const BOUND: Duration = Duration::from_secs(5);

/// A panel's extents, plausible and not.
const EXTENTS: [f64; 20] = [
    0.0,
    1e-9,
    1.0,
    23.9,
    25.0,
    60.0,
    127.3,
    360.0,
    621.0,
    960.0,
    2_000.0,
    8_000.0,
    16_384.0,
    16_500.0,
    1e9,
    1e300,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NAN,
    -100.0,
];

/// Pixels of the screen to a CSS pixel.
const RATIOS: [f64; 9] = [
    1.0,
    2.0,
    0.33,
    0.0,
    1e-9,
    1e9,
    f64::INFINITY,
    f64::NAN,
    -1.0,
];

const FORMULAS: [&str; 8] = [
    "1e300*x^2+y",
    "1e-300*(x^2+y^2)",
    "exp(x^2)*exp(y^2)",
    "1/x+ln(y)",
    "sqrt(-1-x^2)",
    "0*x",
    "tan(100x)+tan(100y)",
    "-x^40-y^41",
];

fn size(rng: &mut Rng) -> Size {
    Size::new(one_of(rng, &EXTENTS), one_of(rng, &EXTENTS))
}

fn one_of<T: Copy>(rng: &mut Rng, all: &[T]) -> T {
    all[rng.usize(..all.len())]
}

/// A race between up to twelve lanes, tame or wild.
fn race(rng: &mut Rng) -> String {
    let lanes: Vec<String> = (0..rng.usize(1..=12))
        .map(|_| {
            let rule = one_of(rng, &Rule::ALL).name();
            let rate = one_of(rng, &[1e-6, 0.01, 0.95, 1.1, 30.0, 1000.0]);
            format!("{rule}:lr={rate}")
        })
        .collect();
    let surface = one_of(rng, &Catalogue::ALL).name();
    let formula = one_of(rng, &FORMULAS).replace('+', "%2B");
    let start = one_of(
        rng,
        &["-7 2", "0 0", "9.99 -4.99", "-1000000 1000000", "1e-9 1e-9"],
    );
    let steps = one_of(rng, &[1, 2, 30, 400]);
    let domain = one_of(
        rng,
        &[
            "",
            "&domain=-10000 10000 -0.01 0",
            "&domain=9999.9 9999.91 -1 1",
            "&domain=-0.01 0 -10000 10000",
        ],
    );
    format!(
        "surface={}&formula={formula}&optimizers={}&steps={steps}&step={}{domain}{}{}{}{}{}",
        if rng.bool() { "formula" } else { surface },
        lanes.join(" "),
        rng.usize(0..=steps),
        one_of(rng, &["", "&aspect=equal"]),
        one_of(
            rng,
            &[
                "",
                "&view=gradient",
                "&view=space",
                "&view=space&turn=180 10"
            ]
        ),
        one_of(rng, &["", "&loss-scale=linear"]),
        one_of(rng, &["", "&predict=1"]),
        format_args!("&start={start}&lessons=rule physics&cut=y"),
    )
}

/// Draws something and looks at it.
#[track_caller]
fn check(what: &str, size: Size, draw: impl FnOnce() -> String) {
    let started = Instant::now();
    let picture = draw();
    let elapsed = started.elapsed();
    assert!(elapsed < BOUND, "{elapsed:?} for {size:?} {what}");
    for text in ["NaN", "inf"] {
        // Numbers stand in quotes or between a blank, a comma or a command of a path.
        let is_number = |at: usize| {
            let before = picture[..at].chars().next_back().unwrap_or(' ');
            !before.is_alphabetic() || before.is_ascii_uppercase()
        };
        let odd = picture.match_indices(text).find(|&(at, _)| is_number(at));
        assert!(odd.is_none(), "{text} in the picture of {size:?} {what}");
    }
}

/// Draws a panel as the page does, on a backend of its own.
fn on_area(
    size: Size,
    draw: impl FnOnce(&plotters::drawing::DrawingArea<Svg<'_>, plotters::coord::Shift>),
) -> String {
    let mut text = String::new();
    {
        let area = Svg::new(&mut text, size, Theme::Light.palette().ground).into_drawing_area();
        draw(&area);
    }
    text
}

/// Every picture that there is of a race.
fn check_race(query: &str, size: Size, theme: Theme, language: Language) {
    let mut lab = from_query(query);
    let palette = theme.palette();
    if let Some(physics) = lab.physics() {
        check(query, size, || {
            physics::svg(
                &physics,
                FIGURE.of(language),
                PHYSICS.of(language),
                size,
                theme,
            )
        });
    }
    let lengths = lab.update_lengths();
    check(query, size, || {
        let words = (FIGURE.of(language), STEPS.of(language));
        steps::svg(&lengths, words.0, words.1, size, theme)
    });
    check(query, size, || picture(&mut lab, language, theme, size));
    let scene = lab.scene();
    // The close-up of the arrows, on a map that is there or not.
    if let Some(layout) = MapLayout::new(&scene, Size::new(400.0, 300.0))
        && let Some(shown) = Shown::close_up(&scene, &layout, size)
    {
        check(query, size, || {
            on_area(size, |area| {
                arrows::draw_close_up(area, &shown, palette).unwrap();
            })
        });
    }
}

/// Draws so many races of a seed.
fn draw_races(n: usize, seed: u64) {
    let mut rng = Rng::with_seed(seed);
    for _ in 0..n {
        let query = race(&mut rng);
        let theme = one_of(&mut rng, &[Theme::Light, Theme::Dark]);
        let language = one_of(&mut rng, Language::ALL);
        check_race(&query, size(&mut rng), theme, language);
    }
}

#[test]
fn races_of_any_kind_are_drawn_at_any_size() {
    draw_races(150, 1);
}

#[test]
fn the_books_race_is_drawn_at_every_size() {
    for width in EXTENTS {
        for height in EXTENTS {
            check_race("", Size::new(width, height), Theme::Light, Language::Korean);
        }
    }
}

#[test]
fn maps_of_rates_and_basins_are_drawn_at_every_size() {
    let mut lab = from_query("surface=himmelblau&lessons=rates basins&steps=20");
    lab.work_on_maps(|| true);
    let palette = Theme::Dark.palette();
    for width in EXTENTS {
        for height in EXTENTS {
            let size = Size::new(width, height);
            let map = lab.rates().unwrap();
            if let Some(layout) = RatesLayout::new(&map, size) {
                check("rates", size, || {
                    on_area(size, |area| {
                        rates::draw_cells(area, &map, Metric::Loss, &layout, palette).unwrap();
                        rates::draw_marks(area, &map, Metric::Loss, &layout, FIGURE.en, palette)
                            .unwrap();
                    })
                });
            }
            let layout = MapLayout::new(&lab.scene(), size);
            if let Some(layout) = layout {
                let map = lab.basins().unwrap();
                check("basins", size, || {
                    on_area(size, |area| {
                        basins::draw_marks(area, &map, &layout, palette).unwrap();
                    })
                });
            }
        }
    }
}

#[track_caller]
fn check_experiment(query: &str) {
    let (mut lab, _) = finished(query);
    for width in EXTENTS {
        for height in EXTENTS {
            let size = Size::new(width, height);
            check(query, size, || {
                picture(&mut lab, Language::Japanese, Theme::Light, size)
            });
        }
    }
    check_sheets(lab);
}

/// The pictures of a mini-batch, at any width and on any screen.
fn check_sheets(mut lab: Lab) {
    let Some(sheet) = lab.mini_batch() else {
        return;
    };
    let page = pictures::Page::of(&sheet, 0);
    let palette = Theme::Light.palette();
    for width in EXTENTS {
        for ratio in RATIOS {
            let started = Instant::now();
            let tiles = page.layout(width, ratio);
            let raster = page.raster(&tiles, palette);
            assert_eq!(raster.bytes.len(), raster.width * raster.height * 4);
            let elapsed = started.elapsed();
            assert!(elapsed < BOUND, "{elapsed:?} for {width} at {ratio}");
        }
    }
}

#[test]
fn experiments_are_drawn_at_every_size() {
    check_experiment("lab=training&iterations=12&lessons=batch");
    check_experiment("lab=training&iterations=30&optimizers=sgd:lr=1000 momentum:lr=30");
    check_experiment("lab=weight-init&iterations=5");
    check_experiment("lab=batch-norm&iterations=11");
    check_experiment("lab=regularization&iterations=7");
    check_experiment("lab=search&units=10&iterations=9&trials=6");
}

#[test]
fn a_canvas_has_a_size_that_every_browser_allows() {
    for width in EXTENTS {
        for height in EXTENTS {
            for ratio in RATIOS {
                let (x, y) = Size::new(width, height).pixels(ratio);
                assert!(x <= 16_384 && y <= 16_384, "{width} {height} {ratio}");
            }
        }
    }
}

mod long {
    use super::*;

    #[test]
    fn many_races_of_any_kind_are_drawn_at_any_size() {
        draw_races(3000, 2);
    }
}
