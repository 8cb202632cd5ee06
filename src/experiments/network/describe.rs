//! An experiment in words: what its pictures show, said.

use super::model::NetworkExperiment;
use super::run::Extent;
use crate::experiments::batch_norm::picture::is_waiting;
use crate::experiments::batch_norm::words::WinWords;
use crate::experiments::network::scene::{
    About, Activation, Curves, Grid, Histogram, HistogramRow, Histograms, Measure, More, Name,
    NetworkLane, NetworkScene, Picture, Wins,
};
use crate::experiments::network::words::{
    MeasureWords, NetworkLaneWords, NetworkMessages, NetworkWords, PlayerLabels,
};
use crate::experiments::regularization::describe as regularization;
use crate::experiments::search::describe::{self as search, best};
use crate::experiments::training::picture as digits;
use crate::experiments::weight_init::describe as weight_init;
use crate::experiments::weight_init::picture::{ends, share};
use crate::experiments::weight_init::words::{LayerWords, RowWords};
use crate::lab::settings::Settings;
use crate::math::joined;
use crate::nn::Facts;
use crate::view::layout::ShownScale;
use crate::view::number::{readable, rounded};
use crate::view::sentence::{filled, shortened};

/// What something is called.
pub fn name(messages: &NetworkMessages, name: &Name) -> String {
    let word = match name {
        Name::Plain(name) => name,
        Name::Deviation(deviation) => return format!("σ = {}", rounded(*deviation, 3)),
        Name::Xavier => messages.network.xavier,
        Name::He => messages.network.he,
        Name::BatchNorm(true) => messages.batch_norm.with,
        Name::BatchNorm(false) => messages.batch_norm.without,
        Name::Regularized(regularizer, part) => {
            return regularization::name(messages, *regularizer, *part);
        }
        Name::Best(rank) => return best(*rank),
        Name::Rate => messages.search.rate,
        Name::Decay => messages.search.decay,
    };
    word.to_owned()
}

/// The same, as short as the color of a curve allows.
pub(crate) fn short_name(messages: &NetworkMessages, of: &Name) -> String {
    match of {
        Name::Regularized(_, part) => regularization::part(messages, *part).to_owned(),
        _ => name(messages, of),
    }
}

/// What an experiment on networks says.
pub trait NetworkDescription: NetworkExperiment {
    /// What the whole figure is.
    fn title(&self, messages: &NetworkMessages) -> &'static str;

    /// What it asks, beside the title.
    fn question(&self, messages: &NetworkMessages) -> &'static str;

    /// What the comparison rests on; the rule is the one that trains all, with its rate.
    fn terms(&self, extent: &Extent, rule: (&str, f64), messages: &NetworkMessages) -> String;

    /// What the player says of its steps.
    fn player(&self, messages: &NetworkMessages) -> PlayerLabels {
        messages.network.player
    }

    /// Where the player stands.
    fn step_of(
        &self,
        (step, n_steps): (usize, usize),
        n_done: usize,
        messages: &NetworkMessages,
    ) -> String {
        (messages.network.step_of)(step, n_steps, n_done)
    }

    /// Whether all is said anew after each step that is recorded.
    fn says_each_step(&self) -> bool {
        false
    }

    /// A playing speed.
    fn per_second(&self, speed: f64, messages: &NetworkMessages) -> String {
        (messages.network.per_second)(&readable(speed))
    }

    /// The name of a control that is called so only here.
    fn label(&self, _control: &str, _: &NetworkMessages) -> Option<&'static str> {
        None
    }

    /// What there is to know about a control.
    fn hint(&self, _control: &str, _: &Settings, _: &NetworkMessages) -> Option<String> {
        None
    }
}

/// The name of an activation function.
pub const fn activation(messages: &NetworkMessages, function: Activation) -> &'static str {
    let labels = messages.network;
    match function {
        Activation::Sigmoid => labels.sigmoid,
        Activation::Relu => labels.relu,
        Activation::Tanh => labels.tanh,
    }
}

/// What the vertical axis shows.
pub fn axis(messages: &NetworkMessages, measure: Measure, scale: ShownScale) -> String {
    let name = measured(messages, measure);
    match scale {
        ShownScale::Log => format!("{name} ({})", messages.figure.log),
        ShownScale::Linear | ShownScale::LinearForNegative => name.to_owned(),
    }
}

/// What is measured.
pub(crate) const fn measured(messages: &NetworkMessages, measure: Measure) -> &'static str {
    match measure {
        Measure::Loss => messages.figure.labels.loss,
        Measure::TrainAccuracy => messages.network.train_accuracy,
        Measure::TestAccuracy => messages.network.test_accuracy,
        Measure::Accuracy => messages.regularization.accuracy,
        Measure::Difference => messages.regularization.difference,
    }
}

/// An accuracy in percent.
pub fn percent(share: f64) -> String {
    let tenths = libm::round(share * 1000.0);
    format!("{}.{}%", (tenths / 10.0) as u32, (tenths % 10.0) as u32)
}

/// How far an experiment is that is not complete.
pub(crate) fn progress(scene: &NetworkScene, messages: &NetworkMessages) -> Option<String> {
    let (n_done, n_steps) = (scene.n_done, scene.n_steps);
    (n_done < n_steps).then(|| match &scene.first {
        Picture::Trials(_) => (messages.search.found)(n_done, n_steps),
        _ => (messages.network.trained)(n_done * 100 / n_steps),
    })
}

/// The name of the network that a panel is about; nothing where it is about several.
pub(crate) fn lane_name(
    scene: &NetworkScene,
    curves: &Curves,
    messages: &NetworkMessages,
) -> String {
    let lane = curves.lane().and_then(|lane| scene.lanes.get(lane));
    lane.map_or_else(String::new, |lane| name(messages, &lane.name))
}

/// What the panel of one network says of the gap between its accuracies: how large it is, why it
/// is negative, what the test accuracy has gained.
pub(crate) fn notes(
    scene: &NetworkScene,
    curves: &Curves,
    messages: &NetworkMessages,
) -> [Option<String>; 3] {
    let lane = curves.lane().and_then(|lane| scene.lanes.get(lane));
    match lane.map(|lane| &lane.more) {
        Some(More::Gap(gap)) => regularization::notes(*gap, messages),
        _ => Default::default(),
    }
}

/// The name of a panel.
pub fn panel(scene: &NetworkScene, picture: &Picture, messages: &NetworkMessages) -> String {
    match picture {
        Picture::Curves(curves) => match (&scene.second, curves.measure) {
            (Picture::Grid(grid), _) => (messages.batch_norm.chosen)(&name(messages, &grid.chosen)),
            (_, Measure::Accuracy) => {
                (messages.regularization.accuracies)(&lane_name(scene, curves, messages))
            }
            (_, Measure::Difference) => messages.regularization.gaps.to_owned(),
            (_, Measure::Loss) => match curves.about {
                About::With(function) => {
                    (messages.weight_init.losses)(activation(messages, function))
                }
                _ => messages.network.loss_by_iteration.to_owned(),
            },
            (_, Measure::TrainAccuracy | Measure::TestAccuracy) => {
                messages.network.accuracy_by_iteration.to_owned()
            }
        },
        Picture::Histograms(of) => histograms(of, messages),
        Picture::Grid(_) => messages.batch_norm.grid.to_owned(),
        Picture::Trials(_) => messages.search.panel.to_owned(),
        Picture::Ranking(_) => messages.search.ranking.to_owned(),
    }
}

/// What the tab of a panel says: what it shows, as short as its axis has it.
pub fn tab(scene: &NetworkScene, picture: &Picture, messages: &NetworkMessages) -> String {
    match picture {
        Picture::Curves(curves) => measured(messages, curves.measure).to_owned(),
        Picture::Grid(_) => messages.batch_norm.scale.to_owned(),
        _ => panel(scene, picture, messages),
    }
}

/// What a panel can be used for, or how it is to be read; nothing of curves, where the question
/// needs the room.
pub const fn hint(picture: &Picture, messages: &NetworkMessages) -> &'static str {
    match picture {
        Picture::Curves(_) | Picture::Grid(_) => "",
        Picture::Histograms(_) => messages.weight_init.bars,
        Picture::Trials(_) | Picture::Ranking(_) => messages.search.hint,
    }
}

/// What a panel shows.
pub fn description(scene: &NetworkScene, picture: &Picture, messages: &NetworkMessages) -> String {
    match picture {
        Picture::Curves(curves) => {
            let values = curves.curves.iter().map(|curve| {
                let now = curve.points[..curve.n_until(scene.shown)].last();
                let words = messages.network;
                let value = match (curve.diverged_by(scene.shown), now) {
                    (Some(iteration), _) => (words.diverged_at)(iteration),
                    (None, None) => words.not_measured.to_owned(),
                    (None, Some(&(_, value))) => match curves.measure {
                        Measure::Loss => readable(value),
                        Measure::Difference => regularization::points(value, messages),
                        Measure::TrainAccuracy | Measure::TestAccuracy | Measure::Accuracy => {
                            percent(value)
                        }
                    },
                };
                (name(messages, &curve.name), value)
            });
            let lane = curves.lane().and_then(|lane| scene.lanes.get(lane));
            let of_lane = lane.map(|lane| NetworkLaneWords {
                name: name(messages, &lane.name),
                loss: None,
                train: None,
                test: None,
                more: more(scene, lane, messages),
            });
            let words = MeasureWords {
                measure: measured(messages, curves.measure),
                n_steps: scene.n_steps,
                shown: scene.shown,
                values: values.collect(),
            };
            let mut sentences = vec![(messages.network.curves)(&words)];
            if let Some(digits) = scene.digits.as_ref().filter(|_| scene.is_first(curves)) {
                sentences.push(digits::said(digits, messages.training, f64::INFINITY));
            }
            if !scene.before(curves).is_empty() {
                sentences.push(messages.network.previous.to_owned());
            }
            if let Some(lane) = of_lane.filter(|words| !words.is_empty()) {
                sentences.push((messages.network.lane)(&lane));
            }
            joined(&sentences, " ")
        }
        Picture::Histograms(histograms) => describe_histograms(histograms, messages),
        Picture::Grid(grid) => describe_grid(scene, grid, messages),
        Picture::Trials(trials) => search::trials(trials, messages),
        Picture::Ranking(trials) => search::ranking(trials, messages),
    }
}

/// What the panel with histograms is.
pub(crate) fn histograms(histograms: &Histograms, messages: &NetworkMessages) -> String {
    let activation = activation(messages, histograms.activation);
    (messages.weight_init.histograms)(activation)
}

pub(crate) fn layer(histogram: &Histogram) -> LayerWords {
    let outside = share(histogram, histogram.n_below + histogram.n_above);
    LayerWords {
        mean: rounded(histogram.mean, 2),
        deviation: rounded(histogram.deviation, 2),
        outside: (outside > 0.0).then(|| percent(outside)),
    }
}

pub(crate) fn describe_histograms(histograms: &Histograms, messages: &NetworkMessages) -> String {
    let ends = ends(histograms);
    let mut layers = histograms.rows.iter().flat_map(|row| &row.layers);
    let n_bars = layers.next().map_or(0, |layer| layer.counts.len());
    let rows = histograms.rows.iter().map(|row| {
        let layers = row.layers.iter().map(layer);
        (name(messages, &row.name), layers.collect())
    });
    let rows: Vec<RowWords> = rows.collect();
    let ends = [ends[0].as_str(), ends[1].as_str()];
    (messages.weight_init.description)(ends, n_bars, &rows)
}

pub(crate) fn describe_grid(
    scene: &NetworkScene,
    grid: &Grid,
    messages: &NetworkMessages,
) -> String {
    let wins = scene.lanes.iter().filter_map(|lane| match &lane.more {
        More::Wins(wins) => Some(*wins),
        _ => None,
    });
    let wins: Vec<Wins> = wins.collect();
    let n = |lane: usize| wins.get(lane).map_or(0, |wins| wins.n);
    let n_of = wins.first().map_or(0, |wins| wins.n_of);
    let chosen = name(messages, &grid.chosen);
    let words = messages.batch_norm;
    let description = (words.description)(n_of, [n(0), n(1)], &chosen);
    match grid.cells.iter().filter(|cell| is_waiting(cell)).count() {
        0 => description,
        n => joined(&[description, (words.n_waiting)(n)], " "),
    }
}

/// How the standard deviation of a row changes from the first layer to the last.
pub(crate) fn deviations(row: &HistogramRow, messages: &NetworkMessages) -> Option<String> {
    let [first, .., last] = row.layers.as_slice() else {
        return None;
    };
    let [first, last] = [layer(first), layer(last)];
    let words = messages.weight_init;
    Some((words.deviations)(&first.deviation, &last.deviation))
}

/// One sentence for each network at the shown step.
pub fn summaries(scene: &NetworkScene, messages: &NetworkMessages) -> Vec<String> {
    scene
        .lanes
        .iter()
        .map(|lane| {
            let mut words = lane_words(lane, messages);
            words.more.extend(more(scene, lane, messages));
            if words.is_empty() {
                words.more.push(messages.network.not_measured.to_owned());
            }
            (messages.network.lane)(&words)
        })
        .collect()
}

/// What a lane's sentence says besides its numbers.
pub(crate) fn more(
    scene: &NetworkScene,
    lane: &NetworkLane,
    messages: &NetworkMessages,
) -> Vec<String> {
    match &lane.more {
        More::Nothing => Vec::new(),
        More::Spread(spread) => weight_init::clauses(spread, messages),
        More::Gap(gap) => regularization::clauses(*gap, messages),
        More::Wins(wins) => {
            let chosen = match &scene.second {
                Picture::Grid(grid) if wins.is_here => Some(name(messages, &grid.chosen)),
                _ => None,
            };
            let words = WinWords {
                here: chosen,
                n: wins.n,
                n_of: wins.n_of,
                n_diverged: wins.n_diverged,
            };
            match wins.n_of {
                0 => Vec::new(),
                _ => (messages.batch_norm.wins)(&words),
            }
        }
        More::Trial(number, trial) => search::parts(&search::trial(*number, trial), messages),
        More::Finding(finding, decade) => search::finding(finding, decade.as_ref(), messages),
    }
}

pub(crate) fn lane_words(lane: &NetworkLane, messages: &NetworkMessages) -> NetworkLaneWords {
    NetworkLaneWords {
        name: name(messages, &lane.name),
        loss: lane.loss.filter(|loss| loss.is_finite()).map(readable),
        train: lane.train.map(percent),
        test: lane.test.map(percent),
        more: (lane.diverged.map(messages.network.diverged_at))
            .into_iter()
            .collect(),
    }
}

/// How a network stands at the shown step, in short. Numbers are printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkState {
    /// The loss with its name; empty where there is none.
    pub loss: String,
    /// Whether it trains, is done or has diverged, for the page.
    pub ending: &'static str,
    /// That in a word, with the iteration in which it diverged.
    pub text: String,
}

/// How each network that has a row of its own stands, in short; the sentences say more.
pub fn states(scene: &NetworkScene, messages: &NetworkMessages) -> Vec<Option<NetworkState>> {
    let words = messages.network;
    let state = |lane: &NetworkLane| {
        let loss = lane.loss.filter(|loss| loss.is_finite()).map(readable);
        let loss = loss.map(|loss| joined(&[messages.figure.labels.loss, &loss], " "));
        let (ending, text) = match lane.diverged {
            Some(iteration) => {
                let text = joined(&[words.diverged, &iteration.to_string()], " ");
                ("diverged", text)
            }
            None if scene.shown == scene.n_steps => ("done", words.done.to_owned()),
            None => ("training", words.training.to_owned()),
        };
        is_row(lane).then(|| NetworkState {
            loss: loss.unwrap_or_default(),
            ending,
            text,
        })
    };
    scene.lanes.iter().map(state).collect()
}

/// Whether a row of the interface stands for it.
fn is_row(lane: &NetworkLane) -> bool {
    lane.control.starts_with("lane.")
}

/// One sentence for all at the shown step, to be read out after a change.
pub fn announcement(scene: &NetworkScene, messages: &NetworkMessages) -> String {
    if let Picture::Trials(trials) = &scene.first {
        return search::announcement(trials, messages);
    }
    let lanes = scene.lanes.iter().map(|lane| {
        let mut words = lane_words(lane, messages);
        // How activations spread does not change with the step.
        if let More::Wins(_) | More::Gap(_) = lane.more {
            words.more.extend(more(scene, lane, messages));
        }
        words
    });
    let mut lanes: Vec<NetworkLaneWords> = lanes.collect();
    lanes.retain(|words| !words.is_empty());
    (messages.network.announcement)(scene.shown, &lanes)
}

/// Whose data networks are trained with, and whether they are tested too: what there is to be said
/// about a reader's own, or where the digits come from.
pub fn source(facts: Option<&Facts>, has_test: bool, words: &NetworkWords) -> String {
    let Some(facts) = facts else {
        return words.credit.to_owned();
    };
    let names: Vec<String> = facts.names.iter().map(|name| shortened(name)).collect();
    let (width, height) = facts.size;
    let numbers = [width, height, facts.n_train, facts.n_test, facts.classes];
    let mut values = vec![joined(&names, ", ")];
    values.extend(numbers.map(|n| n.to_string()));
    let mut sentences = vec![filled(words.own_data, &values)];
    if facts.is_split {
        sentences.push(words.own_split.to_owned());
    }
    // What is not tested is measured on all that it is trained on.
    if let Some(n) = facts.n_scored().filter(|_| has_test) {
        sentences.push(filled(words.own_scored, &[n.to_string()]));
    }
    joined(&sentences, " ")
}
