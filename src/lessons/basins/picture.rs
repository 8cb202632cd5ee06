//! The map of basins as a picture and in words.

use plotters::style::text_anchor::HPos;

use crate::experiments::race::picture::layout::MapLayout;
use crate::experiments::race::picture::map_axes;
use crate::lessons::basins::model::{BasinMap, End, Goal};
use crate::lessons::basins::words::{BasinEnd, BasinsWords};
use crate::math::numeral::decimals;
use crate::math::{Point, joined};
use crate::view::number::{readable, rounded};
use crate::view::pen::{Area, Drawn, Pen};
use crate::view::raster::{Fill, N_PATTERNS, Raster};
use crate::view::style::Palette;
use crate::view::text::Voice;

/// Places on the scale of colors: of a pattern's ground, and of the marks on it.
const TONES: [(f64, f64); N_PATTERNS] = [
    (0.08, 0.08),
    (0.85, 0.5),
    (0.45, 0.1),
    (0.98, 0.65),
    (0.28, 0.7),
    (0.65, 0.3),
];

/// The cells as pixels: a pattern for each minimum with a letter, and one gray for all
/// others.
pub fn raster(map: &BasinMap<'_>, palette: &Palette) -> Raster {
    let named = named(map);
    Raster::of(map.basins.ends(), palette, |goal| {
        Some(match goal {
            Goal::Minimum(number) => {
                let rank = named.iter().position(|it| it.number == *number);
                rank.map_or(Fill::Gray, |rank| {
                    let (base, mark) = TONES[rank];
                    Fill::Pattern(rank, base, mark)
                })
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
pub fn draw_marks(
    area: &dyn Area,
    map: &BasinMap<'_>,
    layout: &MapLayout,
    palette: &Palette,
) -> Drawn {
    let pen = Pen::on(area);
    map_axes::draw(&pen, layout, palette)?;
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
    number: usize,
    letter: String,
    place: Point,
    n: usize,
}

/// How many starts lead to each minimum.
fn counts(map: &BasinMap<'_>) -> Vec<usize> {
    let mut counts = vec![0; map.basins.minima().len()];
    for goal in map.basins.ends().values() {
        if let Goal::Minimum(number) = goal {
            counts[*number] += 1;
        }
    }
    counts
}

/// As many minima as there are patterns: the global ones first, then those to which most
/// starts lead.
fn named(map: &BasinMap<'_>) -> Vec<Named> {
    let counts = counts(map);
    let is_global = |number: &usize| map.basins.is_global(*number);
    let mut ranks: Vec<usize> = (0..counts.len())
        .filter(|number| counts[*number] > 0 || is_global(number))
        .collect();
    // Of equal shares those nearest to the first minimum.
    let apart = |number: usize| (map.basins.minima()[number] - map.basins.minima()[0]).length();
    ranks.sort_by(|a, b| {
        let share = |number: &usize| match is_global(number) {
            true => usize::MAX,
            false => counts[*number],
        };
        share(b).cmp(&share(a)).then_with(|| match is_global(a) {
            true => a.cmp(b),
            false => apart(*a).total_cmp(&apart(*b)),
        })
    });
    let letters = 'A'..='Z';
    let named = ranks.iter().take(N_PATTERNS).zip(letters);
    let named = named.map(|(&number, letter)| Named {
        number,
        letter: letter.to_string(),
        place: map.basins.minima()[number],
        n: counts[number],
    });
    named.collect()
}

/// A line for each place to which starts lead, with their share.
pub fn shares(map: &BasinMap<'_>, words: &BasinsWords) -> Vec<String> {
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
        .map(|it| (words.to_minimum)(&it.letter, &readable_point(it.place), &share(it.n)))
        .collect();
    let mut rest = counts(map);
    for it in &named {
        rest[it.number] = 0;
    }
    let n_others = rest.iter().filter(|&&n| n > 0).count();
    if n_others > 0 {
        lines.push((words.to_others)(n_others, &share(rest.iter().sum())));
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

/// A point to three decimals; what rounding leaves of 0 is 0.
fn readable_point(point: Point) -> String {
    let [x, y] = [point.x, point.y].map(|it| readable(decimals(it, 3) + 0.0));
    format!("({x}, {y})")
}

/// Where the start of the race leads.
pub fn sentence(map: &BasinMap<'_>, words: &BasinsWords) -> String {
    let end = match map.end {
        End::Away => BasinEnd::Away,
        End::Nowhere => BasinEnd::Nowhere(map.steps),
        End::Minimum(place) => {
            let number = map.basins.number(place);
            let named = named(map).into_iter().find(|it| Some(it.number) == number);
            BasinEnd::Minimum(match named {
                Some(it) => joined(&[&it.letter, &*readable_point(it.place)], " "),
                None => readable_point(place),
            })
        }
    };
    (words.cell)(&readable_point(map.start), &end)
}

/// The name of the map for those who do not see it, by that of its lane.
pub fn name(map: &BasinMap<'_>, name: &str, words: &BasinsWords) -> String {
    (words.map)(name, map.steps, map.basins.is_complete())
}
