//! The curves of the best trials, a small picture each: 4 rows of 5 as in the book, or as many
//! as have room.

use super::describe as words;
use crate::experiments::batch_norm::picture as grid;
use crate::experiments::network::words::NetworkMessages;
use crate::experiments::search::picture as trials;
use crate::experiments::search::trials::{TrialPoint, Trials};
use crate::view::axes;
use crate::view::frame::{Frame, Size};
use crate::view::layout::{EDGE, NUMBER_DROP, TICK_GAP, TITLE};
use crate::view::pen::{Area, Drawn, Pen, Spot};
use crate::view::polyline::straightened;
use crate::view::style::{LaneStyle, Palette};
use crate::view::text::{SMALL, Voice};
use plotters::style::text_anchor::HPos;

/// Most columns and rows: the book's.
const MOST: (usize, usize) = (5, 4);

/// A cell has at least this width and this height.
const LEAST: (f64, f64) = (74.0, 58.0);

/// Height of the line above a cell.
const HEAD: f64 = 16.0;

/// Room between two cells of a row.
const GAP: f64 = 8.0;

/// Room below the cells for numbers.
const FOOT: f64 = NUMBER_DROP + SMALL / 2.0 + EDGE;

/// Room at the left for numbers.
fn left() -> f64 {
    EDGE + Voice::Number.width("0") + TICK_GAP + 2.0
}

struct Layout {
    columns: usize,
    rows: usize,
    width: f64,
    height: f64,
}

impl Layout {
    fn new(size: Size) -> Option<Self> {
        let (width, height) = (
            size.width - EDGE - 1.0 - left() + GAP,
            size.height - FOOT - TITLE,
        );
        let n = |length: f64, least: f64, most: usize| ((length / least) as usize).clamp(1, most);
        let columns = n(width, LEAST.0, MOST.0);
        let rows = n(height, LEAST.1, MOST.1);
        let layout = Self {
            columns,
            rows,
            width: width / columns as f64,
            height: f64::floor(height / rows as f64),
        };
        let frame = layout.frame(0);
        (frame.width() >= 12.0 && frame.height() >= 8.0).then_some(layout)
    }

    fn frame(&self, index: usize) -> Frame {
        let (column, row) = ((index % self.columns) as f64, (index / self.columns) as f64);
        Frame {
            left: left() + column * self.width,
            top: TITLE + row * self.height + HEAD,
            right: left() + (column + 1.0) * self.width - GAP,
            bottom: TITLE + (row + 1.0) * self.height,
        }
        .snapped()
    }

    /// The places of the trials of the cells: the best ones; the one that is looked at is the
    /// last where it is not among them, and so is one under way where there is room.
    fn places(&self, trials: &Trials) -> Vec<usize> {
        let n = self.columns * self.rows;
        let mut places: Vec<usize> = trials.ranking.iter().take(n).copied().collect();
        if trials.chosen >= n
            && let Some((place, _)) = trials.looked_at()
        {
            places[n - 1] = place;
        }
        if places.len() < n
            && let Some((place, _)) = trials.under_way()
        {
            places.push(place);
        }
        places
    }
}

/// The place of the finished trial whose cell is at a place of the panel.
pub(crate) fn trial_at(trials: &Trials, size: Size, at: Spot) -> Option<usize> {
    let layout = Layout::new(size)?;
    let mut places = layout.places(trials).into_iter().enumerate();
    let found = places.find(|(index, _)| {
        let frame = layout.frame(*index);
        Frame {
            left: frame.left - GAP / 2.0,
            top: frame.top - HEAD,
            right: frame.right + GAP / 2.0,
            bottom: frame.bottom,
        }
        .contains(at)
    });
    let (_, place) = found?;
    trials.rank_of(place).map(|_| place)
}

/// Draws all cells.
pub(crate) fn draw(
    area: &dyn Area,
    trials: &Trials,
    messages: &NetworkMessages,
    palette: &Palette,
    size: Size,
) -> Drawn {
    let Some(layout) = Layout::new(size) else {
        return Ok(());
    };
    let pen = Pen::on(area);
    draw_legend(&pen, messages, palette)?;
    let places = layout.places(trials);
    for (index, &place) in places.iter().enumerate() {
        let frame = layout.frame(index);
        draw_head(&pen, frame, trials, place, palette)?;
        draw_curves(&pen, frame, trials, &trials.all[place], palette)?;
        let is_outer = (
            index % layout.columns == 0,
            index + layout.columns >= places.len(),
        );
        grid::draw_numbers(&pen, frame, is_outer, trials.n_iterations, palette)?;
    }
    Ok(())
}

/// What the two kinds of lines are.
fn draw_legend(pen: &Pen<'_>, messages: &NetworkMessages, palette: &Palette) -> Drawn {
    let words = messages.search;
    let names = [words.validation_accuracy, words.training_accuracy];
    let (mut x, y) = (EDGE, TITLE / 2.0 - 2.0);
    for (look, name) in trials::looks(palette).iter().zip(names) {
        let line = [(x, y), (x + 20.0, y)];
        pen.dashed(&line, look.dash, 1.75, look.color.into())?;
        x += 25.0;
        pen.text(name, (x, y), Voice::Number, HPos::Left, palette.text)?;
        x += Voice::Number.width(name) + 12.0;
    }
    Ok(())
}

fn draw_head(
    pen: &Pen<'_>,
    frame: Frame,
    trials: &Trials,
    place: usize,
    palette: &Palette,
) -> Drawn {
    let rank = trials.rank_of(place);
    let is_chosen = rank == Some(trials.chosen);
    let (voice, color, width, edge) = if is_chosen {
        (Voice::Label, palette.ink, 2.0, palette.ink)
    } else {
        (Voice::Number, palette.text, 1.0, palette.axis)
    };
    let y = frame.top - HEAD / 2.0 + 1.0;
    // One that is under way has no rank yet.
    let name = rank.map_or_else(|| "\u{2026}".to_owned(), |rank| words::best(rank + 1));
    pen.text(&name, (frame.left, y), voice, HPos::Left, color)?;
    let accuracy = words::whole_percent(trials.all[place].accuracy());
    let has_room = voice.width(&name) + Voice::Number.width(&accuracy) + 4.0 <= frame.width();
    if has_room {
        let at = (frame.right, y);
        pen.text(&accuracy, at, Voice::Number, HPos::Right, color)?;
    }
    let (from, to) = ((frame.left, frame.top), (frame.right, frame.bottom));
    pen.rectangle(from, to, width, edge)
}

fn draw_curves(
    pen: &Pen<'_>,
    frame: Frame,
    trials: &Trials,
    trial: &TrialPoint,
    palette: &Palette,
) -> Drawn {
    let middle = axes::crisp(frame.center().1);
    let line = [(frame.left + 1.0, middle), (frame.right - 1.0, middle)];
    pen.line(&line, 1.0, palette.grid)?;
    // Curves stay within the frame also where they run along it.
    let (top, bottom) = (frame.top + 3.0, frame.bottom - 2.0);
    let n = trials.n_iterations.max(1) as f64;
    let spot = |&(iteration, share): &(usize, f64)| {
        let x = frame.left + frame.width() * iteration as f64 / n;
        (x, bottom - share.clamp(0.0, 1.0) * (bottom - top))
    };
    let looks = trials::looks(palette);
    let curves: [(&[(usize, f64)], &LaneStyle); 2] =
        [(&trial.training, &looks[1]), (&trial.validation, &looks[0])];
    for (points, look) in curves {
        let spots: Vec<Spot> = points.iter().map(spot).collect();
        pen.dashed(&straightened(&spots), look.dash, 1.5, look.color.into())?;
    }
    Ok(())
}
