//! The map of basins as a picture and in words.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use super::raster::{Fill, N_PATTERNS, Raster};
use crate::lab::lessons::basins::{BasinMap, Goal};
use crate::locale::Messages;
use crate::math::Point;
use crate::view::number::{readable, rounded};
use crate::view::pen::{Drawn, Pen};
use crate::view::style::Palette;
use crate::view::text::Voice;
use crate::view::{MapLayout, axes};

/// Most minima that have a letter and a line of their own.
const MOST_NAMED: usize = 8;

/// Places on the scale of colors: of a pattern's ground, and of the marks on it.
const TONES: [(f64, f64); N_PATTERNS] = [
    (0.08, 0.08),
    (0.85, 0.5),
    (0.45, 0.1),
    (0.98, 0.65),
    (0.28, 0.7),
    (0.65, 0.3),
];

/// The cells as pixels.
pub fn raster(map: &BasinMap<'_>, palette: &Palette) -> Raster {
    Raster::of(map.basins.ends(), palette, |goal| {
        Some(match goal {
            Goal::Minimum(number) => {
                let (base, mark) = TONES[number % TONES.len()];
                Fill::Pattern(number % N_PATTERNS, base, mark)
            }
            Goal::Away => Fill::Hatched,
            Goal::Nowhere => Fill::Dotted,
        })
    })
}

/// Draws everything but the cells: axes, the letters of the minima, the start.
///
/// # Errors
/// Those of the backend.
pub fn draw_marks<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    map: &BasinMap<'_>,
    layout: &MapLayout,
    palette: &Palette,
) -> Drawn<DB> {
    let pen = Pen::on(area);
    axes::draw_map_axes(&pen, layout, palette)?;
    for named in named(map) {
        if let Some(at) = layout.to_pixel(named.place) {
            pen.disk(at, 9.0, palette.ground)?;
            pen.circle(at, 9.0, 1.5, palette.ink)?;
            pen.text(&named.letter, at, Voice::Label, HPos::Center, palette.ink)?;
        }
    }
    if let Some(at) = layout.to_pixel(map.start) {
        pen.circle(at, 7.5, 5.0, palette.ground)?;
        pen.circle(at, 7.5, 2.0, palette.ink)?;
    }
    Ok(())
}

/// A minimum with its letter.
struct Named {
    letter: String,
    place: Point,
    n: usize,
}

/// The minima to which most starts lead, lettered in the order of their numbers.
fn named(map: &BasinMap<'_>) -> Vec<Named> {
    let minima = map.basins.minima();
    let mut counts = vec![0; minima.len()];
    for goal in map.basins.ends().values() {
        if let Goal::Minimum(number) = goal {
            counts[*number] += 1;
        }
    }
    let mut ranks: Vec<usize> = (0..counts.len())
        .filter(|&number| counts[number] > 0)
        .collect();
    ranks.sort_by_key(|&number| usize::MAX - counts[number]);
    ranks.truncate(MOST_NAMED);
    ranks.sort_unstable();
    let letters = 'A'..='Z';
    let named = ranks.iter().zip(letters).map(|(&number, letter)| Named {
        letter: letter.to_string(),
        place: minima[number],
        n: counts[number],
    });
    named.collect()
}

/// A line for each place to which starts lead, with their share.
pub fn shares(map: &BasinMap<'_>, messages: &Messages) -> Vec<String> {
    let words = &messages.lesson.basins;
    let all = map.basins.ends().values().count();
    let share = |n: usize| rounded(100.0 * n as f64 / all.max(1) as f64, 3);
    let count = |wanted: fn(&Goal) -> bool| {
        map.basins
            .ends()
            .values()
            .filter(|goal| wanted(goal))
            .count()
    };
    let named = named(map);
    let mut lines: Vec<String> = named
        .iter()
        .map(|it| {
            let [x, y] = [it.place.x, it.place.y].map(readable_place);
            (words.to_minimum)(&it.letter, &format!("({x}, {y})"), &share(it.n))
        })
        .collect();
    let reached = count(|goal| matches!(goal, Goal::Minimum(_)));
    let rest = reached - named.iter().map(|it| it.n).sum::<usize>();
    if rest > 0 {
        let n = map.basins.minima().len() - named.len();
        lines.push((words.to_others)(n, &share(rest)));
    }
    let away = count(|goal| *goal == Goal::Away);
    if away > 0 {
        lines.push((words.away)(&share(away)));
    }
    let nowhere = count(|goal| *goal == Goal::Nowhere);
    if nowhere > 0 {
        lines.push((words.nowhere)(&share(nowhere), map.steps));
    }
    lines
}

/// A coordinate to three digits; what rounding leaves of 0 is 0.
fn readable_place(number: f64) -> String {
    readable(libm::round(number * 1000.0) / 1000.0 + 0.0)
}

/// The name of the map for those who do not see it, by that of its lane.
pub fn name(map: &BasinMap<'_>, name: &str, messages: &Messages) -> String {
    (messages.lesson.basins.map)(name, map.steps, map.basins.is_complete())
}
