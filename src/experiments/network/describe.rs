//! An experiment in words: what its pictures show, said.

use super::model::Extent;
use crate::experiments::batch_norm::words::WinWords;
use crate::experiments::network::model::files::Facts;
use crate::experiments::network::scene::{
    Activation, Grid, Histogram, HistogramRow, Histograms, LabName, Measure, More, Name, Picture,
    StudyLane, StudyScene, Wins,
};
use crate::experiments::network::words::{MeasureWords, NetworkLaneWords, StudyWords};
use crate::experiments::regularization::describe as regularization;
use crate::experiments::search::describe::{self as search, best};
use crate::experiments::weight_init::picture::{ends, share};
use crate::experiments::weight_init::words::{LayerWords, RowWords};
use crate::lessons::files::describe as files;
use crate::math::joined;
use crate::view::layout::ShownScale;
use crate::view::number::{readable, rounded};

/// What something is called.
pub fn name(messages: &StudyWords, name: &Name) -> String {
    let study = messages;
    let word = match name {
        Name::Plain(name) => name,
        Name::Deviation(deviation) => return format!("σ = {}", rounded(*deviation, 3)),
        Name::Xavier => study.network.xavier,
        Name::He => study.network.he,
        Name::BatchNorm(true) => study.batch_norm.with,
        Name::BatchNorm(false) => study.batch_norm.without,
        Name::Regularized(regularizer, part) => {
            return regularization::name(messages, *regularizer, *part);
        }
        Name::Best(rank) => return best(*rank),
        Name::Rate => study.search.rate,
        Name::Decay => study.search.decay,
    };
    word.to_owned()
}

/// What the whole figure is.
pub const fn title(messages: &StudyWords, lab: LabName) -> &'static str {
    match lab {
        LabName::Race | LabName::Training => messages.training.title,
        LabName::WeightInit => messages.weight_init.title,
        LabName::BatchNorm => messages.batch_norm.title,
        LabName::Regularization => messages.regularization.title,
        LabName::Search => messages.search.title,
    }
}

/// The name of an activation function.
pub const fn activation(messages: &StudyWords, function: Activation) -> &'static str {
    let labels = messages.network;
    match function {
        Activation::Sigmoid => labels.sigmoid,
        Activation::Relu => labels.relu,
        Activation::Tanh => labels.tanh,
    }
}

/// What the activation function of `weight-init` changes: the book has one for the
/// histograms and another one for the training.
pub fn activations(messages: &StudyWords, chosen: Option<Activation>) -> String {
    let [histograms, training] = [Activation::Sigmoid, Activation::Relu]
        .map(|book| activation(messages, chosen.unwrap_or(book)));
    (messages.weight_init.activations)(histograms, training)
}

/// What the comparison rests on; the rule is the one that trains all, with its rate.
pub fn terms(
    extent: &Extent,
    lab: LabName,
    (rule, rate): (&str, f64),
    messages: &StudyWords,
) -> String {
    let Extent {
        n_train,
        n_test,
        batch_size,
        n_iterations,
        ..
    } = *extent;
    let study = messages;
    match lab {
        LabName::Race | LabName::Training => (study.training.terms)(n_train, n_test, batch_size),
        LabName::WeightInit => (study.weight_init.terms)(n_train, batch_size, rule),
        LabName::BatchNorm => (study.batch_norm.terms)(n_train, batch_size),
        LabName::Regularization => regularization::terms(extent, (rule, rate), messages),
        LabName::Search => (study.search.terms)(n_train, n_test, batch_size, n_iterations),
    }
}

/// What the vertical axis shows.
pub fn axis(messages: &StudyWords, measure: Measure, scale: ShownScale) -> String {
    let name = measured(messages, measure);
    match scale {
        ShownScale::Log => format!("{name} ({})", messages.figure.log),
        ShownScale::Linear | ShownScale::LinearForNegative => name.to_owned(),
    }
}

/// What is measured.
pub(crate) const fn measured(messages: &StudyWords, measure: Measure) -> &'static str {
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
    format!("{}.{} %", (tenths / 10.0) as u32, (tenths % 10.0) as u32)
}

/// The name of a panel.
pub fn panel(scene: &StudyScene, picture: &Picture, messages: &StudyWords) -> String {
    let study = messages;
    match picture {
        Picture::Curves(curves) => match (&scene.second, curves.measure) {
            (Picture::Grid(grid), _) => (study.batch_norm.chosen)(&name(messages, &grid.chosen)),
            (_, Measure::Accuracy) => study.regularization.accuracies.to_owned(),
            (_, Measure::Difference) => study.regularization.differences.to_owned(),
            (_, Measure::Loss) => study.network.loss_by_iteration.to_owned(),
            (_, Measure::TrainAccuracy | Measure::TestAccuracy) => {
                study.network.accuracy_by_iteration.to_owned()
            }
        },
        Picture::Histograms(of) => histograms(of, messages),
        Picture::Grid(_) => study.batch_norm.grid.to_owned(),
        Picture::Trials(_) => study.search.panel.to_owned(),
        Picture::Ranking(_) => study.search.ranking.to_owned(),
    }
}

/// What a panel can be used for, or how it is to be read.
pub const fn hint(picture: &Picture, messages: &StudyWords) -> &'static str {
    match picture {
        Picture::Curves(_) | Picture::Grid(_) => messages.network.seek_hint,
        Picture::Histograms(_) => messages.weight_init.bars,
        Picture::Trials(_) | Picture::Ranking(_) => messages.search.hint,
    }
}

/// What a panel shows.
pub fn description(scene: &StudyScene, picture: &Picture, messages: &StudyWords) -> String {
    match picture {
        Picture::Curves(curves) => {
            let values = curves.curves.iter().map(|curve| {
                let now = curve.points[..curve.n_until(scene.shown)].last();
                let now = now.filter(|(_, value)| value.is_finite());
                let value = now.map(|&(_, value)| match curves.measure {
                    Measure::Loss => readable(value),
                    Measure::Difference => regularization::points(value, messages),
                    Measure::TrainAccuracy | Measure::TestAccuracy | Measure::Accuracy => {
                        percent(value)
                    }
                });
                (name(messages, &curve.name), value)
            });
            let words = MeasureWords {
                measure: measured(messages, curves.measure),
                n_steps: scene.n_steps,
                shown: scene.shown,
                values: values.collect(),
            };
            (messages.network.curves)(&words)
        }
        Picture::Histograms(histograms) => describe_histograms(histograms, messages),
        Picture::Grid(grid) => describe_grid(scene, grid, messages),
        Picture::Trials(trials) => search::trials(trials, messages),
        Picture::Ranking(trials) => search::ranking(trials, messages),
    }
}

/// What the panel with histograms is.
pub(crate) fn histograms(histograms: &Histograms, messages: &StudyWords) -> String {
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

pub(crate) fn describe_histograms(histograms: &Histograms, messages: &StudyWords) -> String {
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

pub(crate) fn describe_grid(scene: &StudyScene, grid: &Grid, messages: &StudyWords) -> String {
    let wins = scene.lanes.iter().filter_map(|lane| match &lane.more {
        More::Wins(wins) => Some(*wins),
        _ => None,
    });
    let wins: Vec<Wins> = wins.collect();
    let n = |lane: usize| wins.get(lane).map_or(0, |wins| wins.n);
    let n_of = wins.first().map_or(0, |wins| wins.n_of);
    let chosen = name(messages, &grid.chosen);
    (messages.batch_norm.description)(n_of, [n(0), n(1)], &chosen)
}

/// How the standard deviation of a row changes from the first layer to the last.
pub(crate) fn deviations(row: &HistogramRow, messages: &StudyWords) -> Option<String> {
    let [first, .., last] = row.layers.as_slice() else {
        return None;
    };
    let [first, last] = [layer(first), layer(last)];
    let words = messages.weight_init;
    Some((words.deviations)(&first.deviation, &last.deviation))
}

/// One sentence for each network at the shown step.
pub fn summaries(scene: &StudyScene, messages: &StudyWords) -> Vec<String> {
    scene
        .lanes
        .iter()
        .map(|lane| {
            let mut words = lane_words(lane, messages);
            words.more = more(scene, lane, messages);
            (messages.network.lane)(&words)
        })
        .collect()
}

/// What a lane's sentence says besides its numbers.
pub(crate) fn more(scene: &StudyScene, lane: &StudyLane, messages: &StudyWords) -> Vec<String> {
    match &lane.more {
        More::Nothing => Vec::new(),
        More::Spread(layers) => {
            let words = messages.weight_init;
            let ends = layers.first().zip(layers.last());
            let spread = ends.map(|(a, b)| (words.spread)(layers.len(), &layer(a), &layer(b)));
            let is_trained = lane.test.is_some() || lane.loss.is_some() || scene.shown == 0;
            let untrained = (!is_trained).then(|| words.untrained.to_owned());
            spread.into_iter().chain(untrained).collect()
        }
        More::Gap(gap) => regularization::clauses(*gap, messages),
        More::Wins(Wins { is_here, n, n_of }) => {
            let chosen = match &scene.second {
                Picture::Grid(grid) if *is_here => Some(name(messages, &grid.chosen)),
                _ => None,
            };
            let words = WinWords {
                here: chosen,
                n: *n,
                n_of: *n_of,
            };
            match n_of {
                0 => Vec::new(),
                _ => (messages.batch_norm.wins)(&words),
            }
        }
        More::Trial(number, trial) => (messages.search.trial_parts)(&search::trial(*number, trial)),
        More::Finding(finding) => search::finding(finding, messages),
    }
}

pub(crate) fn lane_words(lane: &StudyLane, messages: &StudyWords) -> NetworkLaneWords {
    NetworkLaneWords {
        name: name(messages, &lane.name),
        loss: lane.loss.filter(|loss| loss.is_finite()).map(readable),
        train: lane.train.map(percent),
        test: lane.test.map(percent),
        more: Vec::new(),
    }
}

/// One sentence for all at the shown step, to be read out after a change.
pub fn announcement(scene: &StudyScene, messages: &StudyWords) -> String {
    if let Picture::Trials(trials) = &scene.first {
        return search::announcement(trials, messages);
    }
    let lanes = scene.lanes.iter().map(|lane| {
        let mut words = lane_words(lane, messages);
        // How activations spread does not change with the step.
        if let More::Wins(_) | More::Gap(_) = lane.more {
            words.more = more(scene, lane, messages);
        }
        words
    });
    let mut lanes: Vec<NetworkLaneWords> = lanes.collect();
    lanes.retain(|words| words.loss.is_some() || words.train.is_some() || words.test.is_some());
    (messages.network.announcement)(scene.shown, &lanes)
}

/// The whole figure, for the description of an exported picture.
pub fn figure(scene: &StudyScene, facts: Option<&Facts>, messages: &StudyWords) -> String {
    let sentences = [
        description(scene, &scene.first, messages),
        description(scene, &scene.second, messages),
        files::source(facts, scene.lab, messages.network, messages.files),
    ];
    joined(&sentences, " ")
}
