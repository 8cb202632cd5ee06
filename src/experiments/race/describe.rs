//! A scene in words: what the canvas shows, said.

use crate::experiments::race::scene::{
    Cause, Lane, LossScale, Outcome, OutcomeKind, Scene, SurfaceName,
};
#[cfg(feature = "lessons")]
use crate::experiments::race::scene::{Comparison, Conditions, Key, sweep};
use crate::locale::{Ending, LaneWords, MapWords, Messages, Rest};
#[cfg(feature = "lessons")]
use crate::locale::{RatesWords, TermsWords};
use crate::math::joined;
use crate::surface::Catalogue;
use crate::view::number::readable;
use crate::view::words;

/// One sentence for each lane at the shown step.
pub fn summaries(scene: &Scene, messages: &Messages) -> Vec<String> {
    lane_words(scene).iter().map(messages.lane).collect()
}

/// One sentence for all lanes at the shown step, to be read out after a change.
pub fn announcement(scene: &Scene, messages: &Messages) -> String {
    (messages.announcement)(scene.playhead, &lane_words(scene))
}

/// What the map shows.
pub fn map(scene: &Scene, messages: &Messages) -> String {
    let domain = scene.domain;
    let description = (messages.map)(&MapWords {
        surface: words::shown_surface(&messages.labels, scene).to_owned(),
        formula: words::shown_formula(scene).into_owned(),
        domain: [domain.x.low, domain.x.high, domain.y.low, domain.y.high].map(readable),
        start: [scene.start.x, scene.start.y].map(readable),
        lanes: scene.lanes.iter().map(|lane| lane.name.clone()).collect(),
        n_minima: scene.minima.len(),
    });
    #[cfg(feature = "lessons")]
    if let Some(more) = crate::experiments::race::picture::space::description(scene, messages) {
        return [description, more].join(" ");
    }
    #[cfg(feature = "lessons")]
    if !scene.slopes.is_empty() {
        return [&*description, messages.lesson.space.slopes].join(" ");
    }
    description
}

/// The name of the map: the surface's formula.
pub fn map_name(scene: &Scene<'_>, messages: &Messages) -> String {
    let labels = &messages.labels;
    let formula = words::shown_formula(scene);
    let name = format!("{} f(x, y) = {formula}", labels.surface);
    #[cfg(feature = "lessons")]
    if scene.relief.is_some() {
        return format!("{name} ({})", labels.view_space);
    }
    #[cfg(feature = "lessons")]
    if !scene.slopes.is_empty() {
        return format!("{name} ({})", labels.view_gradient);
    }
    name
}

/// What the loss panel shows.
pub fn losses(scene: &Scene, messages: &Messages) -> String {
    let is_log = scene.loss_scale == LossScale::Log && !scene.has_negative_loss();
    (messages.losses)(scene.steps, is_log, &lane_words(scene))
}

/// The whole figure, for the description of an exported picture.
pub fn figure(scene: &Scene, messages: &Messages) -> String {
    let mut sentences = vec![map(scene, messages)];
    sentences.extend(summaries(scene, messages));
    // A picture whose race is as in the book need not say so.
    sentences.extend(special_terms(scene, messages));
    joined(&sentences, " ")
}

/// The terms of the race: whose learning rates, and what else is not as in the book. Of
/// a lane alone only what is special.
#[cfg(feature = "lessons")]
pub fn terms(scene: &Scene, messages: &Messages) -> String {
    said(&terms_words(scene), messages)
}

#[cfg(feature = "lessons")]
fn said(terms: &TermsWords, messages: &Messages) -> String {
    (messages.terms)(terms).trim_start().to_owned()
}

/// The same in the core, which knows rates of the book and of the lanes only.
#[cfg(not(feature = "lessons"))]
pub fn terms(scene: &Scene, messages: &Messages) -> String {
    let labels = &messages.labels;
    let text = match has_book_rates(scene) {
        _ if !is_comparison(scene) => "",
        true => labels.book_rates_race,
        false => labels.own_rates_race,
    };
    text.to_owned()
}

/// The terms, where they are not those of every race.
#[cfg(feature = "lessons")]
fn special_terms(scene: &Scene, messages: &Messages) -> Option<String> {
    let terms = terms_words(scene);
    let is_special = !matches!(terms.rates, None | Some(RatesWords::Book | RatesWords::Own))
        || terms.change.is_some()
        || terms.noise.is_some()
        || !terms.forms.is_empty();
    is_special.then(|| said(&terms, messages))
}

#[cfg(not(feature = "lessons"))]
const fn special_terms(_: &Scene, _: &Messages) -> Option<String> {
    None
}

/// Whether there is more than one lane.
fn is_comparison(scene: &Scene) -> bool {
    scene.lanes.len() > 1
}

fn has_book_rates(scene: &Scene) -> bool {
    scene.surface == SurfaceName::Named(Catalogue::Ravine) && !scene.has_own_rates
}

#[cfg(feature = "lessons")]
fn terms_words(scene: &Scene) -> TermsWords {
    let is_book = has_book_rates(scene);
    let rates = match scene.comparison {
        Comparison::Own if is_book => RatesWords::Book,
        Comparison::Own => RatesWords::Own,
        Comparison::Same => {
            let rate = scene.lanes.first().map(|lane| lane.hyperparameters);
            RatesWords::Same(readable(rate.map_or(0.0, |lane| lane.value(Key::Lr))))
        }
        Comparison::Best => {
            let rates: Vec<f64> = sweep(scene.steps).collect();
            let [low, high] = [rates.first(), rates.last()]
                .map(|rate| readable(rate.copied().unwrap_or_default()));
            RatesWords::Best(rates.len(), low, high, scene.steps)
        }
    };
    let Conditions {
        noise,
        seed,
        rate_change,
        ..
    } = scene.conditions;
    // A lane alone is compared with nothing, but a rate that was searched for is to be told.
    let is_told = is_comparison(scene) || scene.comparison == Comparison::Best;
    TermsWords {
        rates: is_told.then_some(rates),
        change: rate_change.map(|change| (change.step, readable(change.factor))),
        noise: (noise > 0.0).then(|| (readable(noise), seed)),
        forms: words::other_forms(scene),
    }
}

fn lane_words(scene: &Scene) -> Vec<LaneWords> {
    let words = |lane: &Lane| {
        let Some(entry) = lane.entry(scene.playhead) else {
            return LaneWords {
                name: lane.name.clone(),
                step: None,
                x: String::new(),
                y: String::new(),
                loss: String::new(),
                ending: Ending::NoLoss,
            };
        };
        let point = lane.trajectory.points[entry];
        LaneWords {
            name: lane.name.clone(),
            step: (entry < scene.playhead).then_some(entry),
            x: readable(point.x),
            y: readable(point.y),
            loss: readable(lane.trajectory.losses[entry]),
            ending: ending(scene, lane),
        }
    };
    scene.lanes.iter().map(words).collect()
}

/// What can be said at the shown step: an end is told once the playhead has reached
/// the step that decided it.
fn ending(scene: &Scene, lane: &Lane) -> Ending {
    let Outcome { cause, step, .. } = lane.trajectory.outcome;
    let Some(end) = lane.end(scene.playhead) else {
        return Ending::Underway;
    };
    match (end, cause) {
        (OutcomeKind::Moving, _) => Ending::Moving,
        (OutcomeKind::Converged, _) => Ending::Converged(step),
        (_, Cause::Overflow) => Ending::Overflowed(step),
        (_, Cause::Undefined) => Ending::Undefined(step),
        (_, Cause::Saddle) => Ending::Stalled(step, Rest::Saddle),
        (_, Cause::Flat) => Ending::Stalled(step, Rest::Flat),
        (_, Cause::Slope) => Ending::Stalled(step, Rest::Slope),
        (_, Cause::Plain) => Ending::Left(step, scene.steps),
    }
}
