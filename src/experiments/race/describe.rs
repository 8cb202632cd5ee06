//! A scene in words: what the canvas shows, said.

use crate::experiments::race::names::{shown_formula, shown_surface};
use crate::experiments::race::scene::{
    Cause, Lane, LossScale, Outcome, OutcomeKind, Scene, SurfaceName,
};
use crate::experiments::race::scene::{Comparison, Conditions, Key, sweep};
use crate::experiments::race::words::space::SpaceWords;
use crate::experiments::race::words::{ComparisonWords, TermsWords};
use crate::experiments::race::words::{Ending, LaneWords, MapWords, Missing, RaceWords, Rest};
use crate::math::joined;
use crate::surface::{Catalogue, Trouble};
use crate::view::number::readable;

/// One sentence for each lane at the shown step.
pub fn summaries(scene: &Scene, words: &RaceWords) -> Vec<String> {
    lane_words(scene).iter().map(words.lane).collect()
}

/// How a lane stands at the shown step, in short. Numbers are printed.
#[derive(Clone, Debug)]
pub struct LaneState {
    /// The loss with its name.
    pub loss: String,
    /// How the run has ended at the shown step.
    pub kind: OutcomeKind,
    /// That in a word, with the step since when.
    pub text: String,
}

/// How each lane stands at the shown step, in short; nothing of one that has no numbers.
pub fn states(scene: &Scene, words: &RaceWords) -> Vec<Option<LaneState>> {
    let state = |lane: &Lane| {
        let entry = lane.entry(scene.playhead)?;
        let loss = readable(lane.trajectory.losses[entry]);
        let kind = lane.end(scene.playhead).unwrap_or(OutcomeKind::Moving);
        let word = match kind {
            OutcomeKind::Moving => words.states.moving,
            OutcomeKind::Converged => words.states.converged,
            OutcomeKind::Diverged => words.states.diverged,
            OutcomeKind::Stalled => words.states.stalled,
            OutcomeKind::Undefined => words.states.stopped,
        };
        let text = match kind {
            OutcomeKind::Moving => word.to_owned(),
            _ => joined(&[word, &lane.trajectory.outcome.step.to_string()], " "),
        };
        Some(LaneState {
            loss: joined(&[words.states.loss, &loss], " "),
            kind,
            text,
        })
    };
    scene.lanes.iter().map(state).collect()
}

/// One sentence for all lanes at the shown step, to be read out after a change.
pub fn announcement(scene: &Scene, words: &RaceWords) -> String {
    (words.announcement)(scene.playhead, &lane_words(scene))
}

/// What the map shows, with what the view in space adds; no words for that where a build does
/// not have it.
pub fn map(scene: &Scene, words: &RaceWords, space: Option<&SpaceWords>) -> String {
    let domain = scene.domain;
    let description = (words.map_description)(&MapWords {
        surface: shown_surface(words.surface, scene).to_owned(),
        formula: shown_formula(scene).into_owned(),
        domain: [domain.x.low, domain.x.high, domain.y.low, domain.y.high].map(readable),
        start: [scene.start.x, scene.start.y].map(readable),
        lanes: scene.lanes.iter().map(|lane| lane.name.clone()).collect(),
        n_minima: scene.minima.len(),
    });
    let landscape = scene.landscape.zip(space);
    let more = landscape.and_then(|(it, words)| (it.describe)(scene, words));
    let marks = scene.marks.iter().map(|mark| mark.description());
    let marks = marks.filter(|text| !text.is_empty());
    let texts = [Some(&*description), more.as_deref()];
    let texts: Vec<&str> = texts.into_iter().flatten().chain(marks).collect();
    joined(&texts, " ")
}

/// The name of the map: the surface's formula.
pub fn map_name(scene: &Scene<'_>, words: &RaceWords) -> String {
    let formula = shown_formula(scene);
    let name = format!("{} f(x, y) = {formula}", words.surface.surface);
    if scene.relief.is_some() {
        return format!("{name} ({})", words.view_space);
    }
    if !scene.slopes.is_empty() {
        return format!("{name} ({})", words.view_gradient);
    }
    name
}

/// What the loss panel shows.
pub fn losses(scene: &Scene, words: &RaceWords) -> String {
    let is_log = scene.loss_scale == LossScale::Log && !scene.has_negative_loss();
    (words.losses)(scene.steps, is_log, &lane_words(scene))
}

/// The whole figure, for the description of an exported picture.
pub fn figure(scene: &Scene, words: &RaceWords, space: Option<&SpaceWords>) -> String {
    let mut sentences = vec![map(scene, words, space)];
    sentences.extend(summaries(scene, words));
    // A picture whose race is as in the book need not say so.
    sentences.extend(special_terms(scene, words));
    joined(&sentences, " ")
}

/// The terms of the race: whose learning rates, and what else is not as in the book. Of
/// a lane alone only what is special.
pub fn terms(scene: &Scene, words: &RaceWords) -> String {
    said(&terms_words(scene), words)
}

fn said(terms: &TermsWords, words: &RaceWords) -> String {
    (words.terms)(terms).trim_start().to_owned()
}

/// The terms, where they are not those of every race.
fn special_terms(scene: &Scene, words: &RaceWords) -> Option<String> {
    let terms = terms_words(scene);
    let is_special = !matches!(
        terms.rates,
        None | Some(ComparisonWords::Book | ComparisonWords::Own)
    ) || terms.change.is_some()
        || terms.noise.is_some()
        || !terms.forms.is_empty();
    is_special.then(|| said(&terms, words))
}

/// Whether there is more than one lane.
fn is_comparison(scene: &Scene) -> bool {
    scene.lanes.len() > 1
}

fn has_book_rates(scene: &Scene) -> bool {
    scene.surface == SurfaceName::Named(Catalogue::Ravine) && !scene.has_own_rates
}

fn terms_words(scene: &Scene) -> TermsWords {
    let is_book = has_book_rates(scene);
    let rates = match scene.comparison {
        Comparison::Own if is_book => ComparisonWords::Book,
        Comparison::Own => ComparisonWords::Own,
        Comparison::Same => {
            let rate = scene.lanes.first().map(|lane| lane.hyperparameters);
            ComparisonWords::Same(readable(rate.map_or(0.0, |lane| lane.value(Key::Lr))))
        }
        Comparison::Best => {
            let rates: Vec<f64> = sweep(scene.steps).collect();
            let [low, high] = [rates.first(), rates.last()]
                .map(|rate| readable(rate.copied().unwrap_or_default()));
            ComparisonWords::Best(rates.len(), low, high, scene.steps)
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
        forms: crate::experiments::race::names::other_forms(scene),
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
                ending: Ending::NoStart(missing(lane.trajectory.outcome.cause)),
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
        (_, Cause::Saddle) => Ending::Stalled(step, Rest::Saddle),
        (_, Cause::Flat) => Ending::Stalled(step, Rest::Flat),
        (_, Cause::Slope) => Ending::Stalled(step, Rest::Slope),
        (_, Cause::Plain) if scene.domain.contains(scene.start) => Ending::Left(step, scene.steps),
        (_, Cause::Plain) => Ending::Receded(step),
        (_, cause) => Ending::Stopped(step, missing(cause)),
    }
}

/// Why a run has no more numbers.
fn missing(cause: Cause) -> Missing {
    match cause {
        Cause::Surface(Trouble::UndefinedLoss) => Missing::Loss,
        Cause::Surface(Trouble::UndefinedGradient) => Missing::Gradient,
        Cause::Surface(Trouble::LargeWithin) => Missing::LargeWithin,
        Cause::DivisionByZero => Missing::ZeroByZero,
        _ => Missing::TooLarge,
    }
}
