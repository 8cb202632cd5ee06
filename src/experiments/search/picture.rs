//! Trials of a random search: each a dot at its learning rate and its weight decay.

use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};

use super::describe as words;
use crate::experiments::network::describe as network;
use crate::experiments::network::picture::draw_cross;
use crate::experiments::network::scene::NetworkScene;
use crate::experiments::network::words::NetworkMessages;
use crate::experiments::search::trials::{LogUniform, TrialPoint, Trials};
use crate::math::{Span, joined};
use crate::view::axes;
use crate::view::axis::Axis;
use crate::view::frame::{Frame, Size};
use crate::view::label::{Placed, Room, Wanted};
use crate::view::layout::{EDGE, NUMBER_DROP, TICK, TICK_GAP, TITLE, TITLE_RISE, widest};
use crate::view::pen::{Area, Drawn, Pen, Spot};
use crate::view::raster::shade;
use crate::view::style::{LaneStyle, Palette};
use crate::view::text::{SMALL, Voice};

/// Width of the bar with the scale of colors, and what is between it and the frame.
const BAR: f64 = 11.0;
const BAR_GAP: f64 = 12.0;

/// Height of the row with the numbers below the frame, and of the one with its name.
const FOOT: f64 = NUMBER_DROP + SMALL / 2.0 + 16.0;

/// Height of the bars that count the trials of each decade with their numbers, and of the bars
/// alone.
const STRIP: f64 = 32.0;
const BARS: f64 = 15.0;

/// A frame that would be lower has no such bars.
const LOWEST: f64 = 90.0;

/// A dot is found within this distance.
const REACH: f64 = 18.0;

/// Where the parts of the panel are.
pub(crate) struct Layout {
    frame: Frame,
    rates: Axis,
    decays: Axis,
}

impl Layout {
    fn new(trials: &Trials, size: Size) -> Option<Self> {
        let bottom = size.height - FOOT;
        let is_roomy = bottom - TITLE - STRIP >= LOWEST && trials.decades().len() > 1;
        let top = TITLE + if is_roomy { STRIP } else { 0.0 };
        let span = |range: LogUniform| Span::new(range.lowest, range.highest);
        let n = |length: f64, room: f64| ((length.max(0.0) / room) as usize).clamp(2, 8);
        let decays = Axis::powers(span(trials.decays), n(bottom - top, 34.0));
        let scale = BAR_GAP + BAR + TICK_GAP + Voice::Number.width("100%") + EDGE;
        let frame = Frame {
            left: EDGE + widest(&decays) + TICK_GAP + TICK,
            top,
            right: size.width - scale,
            bottom,
        };
        let frame = frame.snapped();
        let rates = Axis::powers(span(trials.rates), n(frame.width(), 48.0));
        frame.is_drawable().then_some(Self {
            frame,
            rates,
            decays,
        })
    }

    fn spot_of(&self, rate: f64, decay: f64) -> Option<Spot> {
        Some((
            self.frame.left + self.rates.share(rate)? * self.frame.width(),
            self.frame.bottom - self.decays.share(decay)? * self.frame.height(),
        ))
    }

    fn spot(&self, trial: &TrialPoint) -> Option<Spot> {
        self.spot_of(trial.rate, trial.decay)
    }

    /// The rectangle of some ranges, once round.
    fn outline(&self, [rates, decays]: [LogUniform; 2]) -> Option<[Spot; 5]> {
        let at =
            |rate: f64, decay: f64| self.spot_of(libm::pow(10.0, rate), libm::pow(10.0, decay));
        let (left, bottom) = at(rates.lowest, decays.lowest)?;
        let (right, top) = at(rates.highest, decays.highest)?;
        Some([
            (left, top),
            (right, top),
            (right, bottom),
            (left, bottom),
            (left, top),
        ])
    }
}

/// The place of the finished trial whose dot is at a place of the panel.
pub(crate) fn trial_at(trials: &Trials, size: Size, (x, y): Spot) -> Option<usize> {
    let layout = Layout::new(trials, size)?;
    let near = trials.ranking.iter().filter_map(|&place| {
        let at = layout.spot(&trials.all[place])?;
        let distance = libm::hypot(at.0 - x, at.1 - y);
        (distance <= REACH).then_some((place, distance))
    });
    let nearest = near.min_by(|a, b| a.1.total_cmp(&b.1));
    nearest.map(|(place, _)| place)
}

/// The ranges between two places of the panel.
pub(crate) fn ranges_between(
    trials: &Trials,
    size: Size,
    from: Spot,
    to: Spot,
) -> Option<[LogUniform; 2]> {
    let frame = Layout::new(trials, size)?.frame;
    let across = |x: f64| (x - frame.left) / frame.width();
    let up = |y: f64| (frame.bottom - y) / frame.height();
    trials.part([(across(from.0), across(to.0)), (up(from.1), up(to.1))])
}

/// The color of an accuracy: the higher it is, the farther from the ground, so that the scale
/// is in order without its colors too.
fn color(accuracy: f64, palette: &Palette) -> RGBColor {
    let is_dark = palette.ground.0 < 0x80;
    shade(if is_dark { accuracy } else { 1.0 - accuracy })
}

fn radius(accuracy: f64) -> f64 {
    3.0 + 3.5 * accuracy
}

/// The dot of a trial: its size says the same as its color.
pub(crate) fn dot(pen: &Pen<'_>, at: Spot, accuracy: f64, palette: &Palette) -> Drawn {
    let size = radius(accuracy);
    pen.disk(at, size + 1.75, palette.ground)?;
    pen.disk(at, size, color(accuracy, palette))?;
    pen.circle(at, size, 1.0, palette.text)
}

/// Draws all of it.
pub(crate) fn draw(
    area: &dyn Area,
    scene: &NetworkScene,
    trials: &Trials,
    messages: &NetworkMessages,
    palette: &Palette,
    size: Size,
) -> Drawn {
    let Some(layout) = Layout::new(trials, size) else {
        return Ok(());
    };
    let pen = Pen::on(area);
    let before = scene.trials_before();
    draw_axes(&pen, &layout, messages, palette)?;
    draw_title(&pen, scene, messages, palette, size)?;
    draw_decades(&pen, &layout, trials, messages, palette)?;
    draw_scale(&pen, layout.frame, messages, palette, size)?;
    let next = trials.narrowed().and_then(|next| layout.outline(next));
    if let Some(outline) = &next {
        // The ranges in which the best ones lie: where to search next.
        pen.dashed(outline, &[6.0, 4.0], 1.5, palette.ink.mix(0.8))?;
    }
    if let Some(before) = before {
        draw_before(&pen, &layout, before, palette)?;
    }
    for (place, trial) in trials.all.iter().enumerate().skip(trials.n_shown) {
        let Some(at) = layout.spot(trial) else {
            continue;
        };
        match trials.under_way() {
            // It fills as it learns.
            Some((under_way, _)) if under_way == place => {
                pen.disk(
                    at,
                    radius(trial.accuracy()),
                    color(trial.accuracy(), palette),
                )?;
                pen.circle(at, 9.0, 1.5, palette.ink)?;
            }
            _ => pen.disk(at, 2.5, palette.text.mix(0.35))?,
        }
    }
    // The best ones last, over the others.
    for &place in trials.ranking.iter().rev() {
        let trial = &trials.all[place];
        match layout.spot(trial) {
            Some(at) if trial.diverged.is_some() => draw_cross(&pen, at, palette)?,
            Some(at) => dot(&pen, at, trial.accuracy(), palette)?,
            None => {}
        }
    }
    let mut room = Room::new(layout.frame.inset(1.0));
    room.crowd(next.as_ref().map_or(&[], |outline| outline));
    draw_names(&pen, &layout, trials, room, palette)
}

/// Draws where the trials of the search before lay, in gray: those that these ranges hold too.
fn draw_before(pen: &Pen<'_>, layout: &Layout, before: &Trials, palette: &Palette) -> Drawn {
    let frame = layout.frame;
    for &place in &before.ranking {
        let trial = &before.all[place];
        let is_inside = |at: &Spot| {
            (frame.left..=frame.right).contains(&at.0) && (frame.top..=frame.bottom).contains(&at.1)
        };
        if let Some(at) = layout.spot(trial).filter(is_inside) {
            pen.circle(at, radius(trial.accuracy()), 1.25, palette.axis)?;
        }
    }
    Ok(())
}

fn draw_axes(
    pen: &Pen<'_>,
    layout: &Layout,
    messages: &NetworkMessages,
    palette: &Palette,
) -> Drawn {
    let frame = layout.frame;
    for tick in &layout.rates.ticks {
        let x = axes::crisp(frame.left + tick.share * frame.width());
        pen.line(&[(x, frame.top), (x, frame.bottom)], 1.0, palette.grid)?;
    }
    for tick in &layout.decays.ticks {
        let y = axes::crisp(frame.bottom - tick.share * frame.height());
        pen.line(&[(frame.left, y), (frame.right, y)], 1.0, palette.grid)?;
    }
    let (from, to) = ((frame.left, frame.top), (frame.right, frame.bottom));
    pen.rectangle(from, to, 1.0, palette.axis)?;
    for tick in &layout.rates.ticks {
        axes::draw_x_tick(pen, frame, tick, palette)?;
    }
    for tick in &layout.decays.ticks {
        axes::draw_y_tick(pen, frame, tick, palette)?;
    }
    let [across, _] = words::range_axes(messages);
    let below = (frame.center().0, frame.bottom + FOOT - SMALL / 2.0 - EDGE);
    pen.text(&across, below, Voice::Number, HPos::Center, palette.text)
}

/// What the height is; after that what the gray dots are, and how far a search is that is not
/// complete. Above the frame they are in no dot's way.
fn draw_title(
    pen: &Pen<'_>,
    scene: &NetworkScene,
    messages: &NetworkMessages,
    palette: &Palette,
    size: Size,
) -> Drawn {
    let [_, mut title] = words::range_axes(messages);
    let scale = Voice::Number.width(messages.search.validation_accuracy);
    let before = scene.trials_before().map(|_| messages.network.previous);
    let progress = network::progress(scene, messages);
    for more in before.map(str::to_owned).into_iter().chain(progress) {
        let longer = joined(&[&title, &more], " · ");
        if Voice::Number.width(&longer) + scale <= size.width - 4.0 * EDGE {
            title = longer;
        }
    }
    let above = (EDGE, TITLE - TITLE_RISE);
    pen.text(&title, above, Voice::Number, HPos::Left, palette.text)
}

/// How many trials fell into each decade of the learning rate: bars over the frame. That of the
/// decade of most of the best ones stands out.
fn draw_decades(
    pen: &Pen<'_>,
    layout: &Layout,
    trials: &Trials,
    messages: &NetworkMessages,
    palette: &Palette,
) -> Drawn {
    let frame = layout.frame;
    if frame.top < TITLE + STRIP {
        return Ok(());
    }
    let decades = trials.decades();
    let most = decades.iter().map(|decade| decade.n).max().unwrap_or(0);
    let good = trials.good_decade().map(|good| good.decade);
    let x = |exponent: f64| {
        let share = layout.rates.share(libm::pow(10.0, exponent));
        frame.left + share.unwrap_or(0.0) * frame.width()
    };
    let foot = frame.top - 1.0;
    for decade in decades {
        let (left, right) = (x(decade.range.lowest) + 1.0, x(decade.range.highest) - 1.0);
        let top = foot - BARS * decade.n as f64 / most.max(1) as f64;
        let is_good = good == Some(decade);
        let (fill, voice, color) = match is_good {
            true => (palette.ink.mix(0.55), Voice::Label, palette.ink),
            false => (palette.text.mix(0.3), Voice::Number, palette.text),
        };
        if decade.n > 0 {
            pen.fill((left, top), (right, foot), fill)?;
        }
        let text = decade.n.to_string();
        if voice.width(&text) <= right - left {
            let at = ((left + right) / 2.0, top - SMALL / 2.0 - 2.0);
            pen.text(&text, at, voice, HPos::Center, color)?;
        }
    }
    let name = messages.search.fell;
    if EDGE + Voice::Number.width(name) <= frame.left - 4.0 {
        let at = (frame.left - 4.0, foot - BARS - SMALL / 2.0 - 2.0);
        pen.text(name, at, Voice::Number, HPos::Right, palette.text)?;
    }
    Ok(())
}

/// The scale of colors, with dots of the sizes that go with them.
fn draw_scale(
    pen: &Pen<'_>,
    frame: Frame,
    messages: &NetworkMessages,
    palette: &Palette,
    size: Size,
) -> Drawn {
    let (left, right) = (frame.right + BAR_GAP, frame.right + BAR_GAP + BAR);
    let n = 40;
    let y = |share: f64| frame.bottom - frame.height() * share;
    for part in 0..n {
        let share = |part: u32| f64::from(part) / f64::from(n);
        let color = color(share(part) + 0.5 / f64::from(n), palette);
        // Down under the parts below, which come first: no seam shows.
        let to = (right, (y(share(part)) + 0.5).min(frame.bottom));
        pen.fill((left, y(share(part + 1))), to, color)?;
    }
    pen.rectangle((left, frame.top), (right, frame.bottom), 1.0, palette.axis)?;
    for (share, text) in [(0.0, "0%"), (0.5, "50%"), (1.0, "100%")] {
        let inside = Span::new(frame.top + 4.0, frame.bottom - 4.0).clamp(y(share));
        let at = (right + TICK_GAP, inside);
        pen.text(text, at, Voice::Number, HPos::Left, palette.text)?;
    }
    let title = messages.search.validation_accuracy;
    let above = (size.width - EDGE, TITLE - TITLE_RISE);
    let up = &words::range_axes(messages)[1];
    let has_room = Voice::Number.width(title) + Voice::Number.width(up) + 12.0 <= size.width;
    if has_room {
        pen.text(title, above, Voice::Number, HPos::Right, palette.text)?;
    }
    Ok(())
}

/// Names the best one and the one that is looked at, which has a ring.
fn draw_names(
    pen: &Pen<'_>,
    layout: &Layout,
    trials: &Trials,
    mut room: Room,
    palette: &Palette,
) -> Drawn {
    if let Some((_, trial)) = trials.looked_at()
        && let Some(at) = layout.spot(trial)
    {
        let size = radius(trial.accuracy()) + 3.5;
        pen.circle(at, size, 4.0, palette.ground)?;
        pen.circle(at, size, 2.0, palette.ink)?;
    }
    let mut ranks = vec![0];
    if trials.chosen > 0 {
        ranks.push(trials.chosen);
    }
    let named = ranks.into_iter().filter_map(|rank| {
        let (_, trial) = trials.ranked(rank)?;
        Some((words::best(rank + 1), layout.spot(trial)?))
    });
    let named: Vec<(String, Spot)> = named.collect();
    for trial in trials.ranking.iter().map(|&place| &trials.all[place]) {
        if let Some(at) = layout.spot(trial) {
            room.take_disk(at, radius(trial.accuracy()));
        }
    }
    for (_, at) in &named {
        room.take_disk(*at, 10.0);
    }
    let wanted: Vec<Wanted> = named
        .iter()
        .map(|(name, at)| Wanted::name(name, *at))
        .collect();
    for ((name, _), placed) in named.iter().zip(room.place(&wanted)) {
        let Some(Placed { frame, leader }) = placed else {
            continue;
        };
        if let Some((from, to)) = leader {
            pen.line(&[from, to], 1.0, palette.ink)?;
        }
        let at = frame.center();
        pen.text(name, at, Voice::Label, HPos::Center, palette.ink)?;
    }
    Ok(())
}

/// Draws the dot that stands for a trial in a list, in the middle of an area of this size.
///
/// # Errors
/// Those of the backend.
pub fn draw_swatch(area: &dyn Area, accuracy: f64, palette: &Palette, size: Size) -> Drawn {
    let at = (size.width / 2.0, size.height / 2.0);
    dot(&Pen::on(area), at, accuracy, palette)
}

/// How the two curves of a trial look: those of the validation data and the training data.
pub(crate) fn looks(palette: &Palette) -> [LaneStyle; 2] {
    [(0, &[][..]), (1, &[4.0, 2.5][..])].map(|(color, dash)| LaneStyle {
        dash,
        ..crate::experiments::network::picture::style(
            crate::experiments::network::scene::Look { color, variant: 0 },
            palette,
        )
    })
}
