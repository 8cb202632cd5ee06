//! An experiment in words: what its pictures show, said.

use super::controls::StudyId;
use super::model::Extent;
use crate::experiments::network::model::files::Facts;
use crate::experiments::network::scene::{
    Activation, Grid, Histogram, HistogramRow, Histograms, LabName, Measure, More, Name, Picture,
    Rule, StudyLane, StudyScene, Wins,
};
use crate::experiments::regularization::describe as regularization;
use crate::experiments::search::describe::{self as search, best};
use crate::experiments::weight_init::picture::{ends, share};
use crate::lessons::files::describe as files;
use crate::locale::Messages;
use crate::locale::studies::batch_norm::WinWords;
use crate::locale::studies::weight_init::{LayerWords, RowWords};
use crate::locale::studies::{MeasureWords, StudyLaneWords};
use crate::math::joined;
use crate::view::layout::ShownScale;
use crate::view::number::{readable, rounded};

/// What something is called.
pub fn name(messages: &Messages, name: &Name) -> String {
    let study = &messages.study;
    let word = match name {
        Name::Plain(name) => name,
        Name::Deviation(deviation) => return format!("σ = {}", rounded(*deviation, 3)),
        Name::Xavier => study.labels.xavier,
        Name::He => study.labels.he,
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
pub const fn title(messages: &Messages, lab: LabName) -> &'static str {
    match lab {
        LabName::Race => messages.labels.title,
        LabName::Training => messages.study.labels.training,
        LabName::WeightInit => messages.study.weight_init.title,
        LabName::BatchNorm => messages.study.batch_norm.title,
        LabName::Regularization => messages.study.regularization.title,
        LabName::Search => messages.study.search.title,
    }
}

/// The name of a control; rows of initial weights have the names of these.
pub const fn control(messages: &Messages, lab: LabName, id: StudyId) -> &'static str {
    let labels = &messages.study.labels;
    match id {
        StudyId::Iterations => labels.iterations,
        StudyId::Batch => labels.batch,
        StudyId::Rule => messages.labels.lane,
        StudyId::Activation => labels.activation,
        StudyId::Init if matches!(lab, LabName::BatchNorm) => messages.study.batch_norm.scale,
        StudyId::Init | StudyId::InitRow(_) => labels.init,
        StudyId::WeightDecay => messages.study.regularization.weight_decay,
        StudyId::Dropout => messages.study.regularization.dropout,
        StudyId::TrainSize => messages.study.regularization.train_size,
        StudyId::LabelNoise => messages.study.regularization.label_noise,
        StudyId::Trials => messages.study.search.trials,
        StudyId::Trial => messages.study.search.trial,
        StudyId::Range(end) => messages.study.search.ends[end as usize],
    }
}

/// The group of a control.
pub const fn group(messages: &Messages, id: StudyId) -> (&'static str, &'static str) {
    let labels = &messages.study.labels;
    match id {
        StudyId::Iterations | StudyId::Batch | StudyId::Trials => {
            ("training", labels.training_group)
        }
        StudyId::Range(_) => ("ranges", messages.study.search.ranges),
        StudyId::Trial => ("trial", messages.study.search.trial),
        StudyId::Rule => ("rule", messages.labels.lane),
        StudyId::Activation | StudyId::Init => ("network", labels.network_group),
        StudyId::InitRow(_) => ("init", messages.study.weight_init.group),
        StudyId::WeightDecay | StudyId::Dropout => {
            ("regularization", messages.study.regularization.group)
        }
        StudyId::TrainSize | StudyId::LabelNoise => ("data", messages.study.regularization.data),
    }
}

/// The name of an option of a select; what has no name is a number.
pub fn option(messages: &Messages, id: StudyId, value: &str) -> String {
    let labels = &messages.study.labels;
    let word = match value {
        "" => messages.study.weight_init.as_in_book,
        "xavier" => labels.xavier,
        "he" => labels.he,
        _ if id == StudyId::Rule => Rule::named(value).map_or("", Rule::title),
        _ => match Activation::named(value) {
            Some(function) => activation(messages, function),
            None => return format!("σ = {value}"),
        },
    };
    word.to_owned()
}

/// The name of an activation function.
pub const fn activation(messages: &Messages, function: Activation) -> &'static str {
    let labels = &messages.study.labels;
    match function {
        Activation::Sigmoid => labels.sigmoid,
        Activation::Relu => labels.relu,
        Activation::Tanh => labels.tanh,
    }
}

/// What the activation function of `weight-init` changes: the book has one for the
/// histograms and another one for the training.
pub fn activations(messages: &Messages, chosen: Option<Activation>) -> String {
    let [histograms, training] = [Activation::Sigmoid, Activation::Relu]
        .map(|book| activation(messages, chosen.unwrap_or(book)));
    (messages.study.weight_init.activations)(histograms, training)
}

/// What the comparison rests on; the rule is the one that trains all, with its rate.
pub fn terms(
    extent: &Extent,
    lab: LabName,
    (rule, rate): (&str, f64),
    messages: &Messages,
) -> String {
    let Extent {
        n_train,
        n_test,
        batch_size,
        n_iterations,
        ..
    } = *extent;
    let study = &messages.study;
    match lab {
        LabName::Race | LabName::Training => (study.terms)(n_train, n_test, batch_size),
        LabName::WeightInit => (study.weight_init.terms)(n_train, batch_size, rule),
        LabName::BatchNorm => (study.batch_norm.terms)(n_train, batch_size),
        LabName::Regularization => regularization::terms(extent, (rule, rate), messages),
        LabName::Search => (study.search.terms)(n_train, n_test, batch_size, n_iterations),
    }
}

/// What the vertical axis shows.
pub fn axis(messages: &Messages, measure: Measure, scale: ShownScale) -> String {
    let name = measured(messages, measure);
    match scale {
        ShownScale::Log => format!("{name} ({})", messages.labels.log),
        ShownScale::Linear | ShownScale::LinearForNegative => name.to_owned(),
    }
}

/// What is measured.
pub(crate) const fn measured(messages: &Messages, measure: Measure) -> &'static str {
    match measure {
        Measure::Loss => messages.labels.loss,
        Measure::TrainAccuracy => messages.study.labels.train_accuracy,
        Measure::TestAccuracy => messages.study.labels.test_accuracy,
        Measure::Accuracy => messages.study.regularization.accuracy,
        Measure::Difference => messages.study.regularization.difference,
    }
}

/// An accuracy in percent.
pub fn percent(share: f64) -> String {
    let tenths = libm::round(share * 1000.0);
    format!("{}.{} %", (tenths / 10.0) as u32, (tenths % 10.0) as u32)
}

/// The name of a panel.
pub fn panel(scene: &StudyScene, picture: &Picture, messages: &Messages) -> String {
    let study = &messages.study;
    match picture {
        Picture::Curves(curves) => match (&scene.second, curves.measure) {
            (Picture::Grid(grid), _) => (study.batch_norm.chosen)(&name(messages, &grid.chosen)),
            (_, Measure::Accuracy) => study.regularization.accuracies.to_owned(),
            (_, Measure::Difference) => study.regularization.differences.to_owned(),
            (_, Measure::Loss) => study.labels.loss_by_iteration.to_owned(),
            (_, Measure::TrainAccuracy | Measure::TestAccuracy) => {
                study.labels.accuracy_by_iteration.to_owned()
            }
        },
        Picture::Histograms(of) => histograms(of, messages),
        Picture::Grid(_) => study.batch_norm.grid.to_owned(),
        Picture::Trials(_) => study.search.panel.to_owned(),
        Picture::Ranking(_) => study.search.ranking.to_owned(),
    }
}

/// What a panel can be used for, or how it is to be read.
pub const fn hint(picture: &Picture, messages: &Messages) -> &'static str {
    match picture {
        Picture::Curves(_) | Picture::Grid(_) => messages.study.labels.seek_hint,
        Picture::Histograms(_) => messages.study.weight_init.bars,
        Picture::Trials(_) | Picture::Ranking(_) => messages.study.search.hint,
    }
}

/// What a panel shows.
pub fn description(scene: &StudyScene, picture: &Picture, messages: &Messages) -> String {
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
            (messages.study.curves)(&words)
        }
        Picture::Histograms(histograms) => describe_histograms(histograms, messages),
        Picture::Grid(grid) => describe_grid(scene, grid, messages),
        Picture::Trials(trials) => search::trials(trials, messages),
        Picture::Ranking(trials) => search::ranking(trials, messages),
    }
}

/// What the panel with histograms is.
pub(crate) fn histograms(histograms: &Histograms, messages: &Messages) -> String {
    let activation = activation(messages, histograms.activation);
    (messages.study.weight_init.histograms)(activation)
}

pub(crate) fn layer(histogram: &Histogram) -> LayerWords {
    let outside = share(histogram, histogram.n_below + histogram.n_above);
    LayerWords {
        mean: rounded(histogram.mean, 2),
        deviation: rounded(histogram.deviation, 2),
        outside: (outside > 0.0).then(|| percent(outside)),
    }
}

pub(crate) fn describe_histograms(histograms: &Histograms, messages: &Messages) -> String {
    let ends = ends(histograms);
    let mut layers = histograms.rows.iter().flat_map(|row| &row.layers);
    let n_bars = layers.next().map_or(0, |layer| layer.counts.len());
    let rows = histograms.rows.iter().map(|row| {
        let layers = row.layers.iter().map(layer);
        (name(messages, &row.name), layers.collect())
    });
    let rows: Vec<RowWords> = rows.collect();
    let ends = [ends[0].as_str(), ends[1].as_str()];
    (messages.study.weight_init.description)(ends, n_bars, &rows)
}

pub(crate) fn describe_grid(scene: &StudyScene, grid: &Grid, messages: &Messages) -> String {
    let wins = scene.lanes.iter().filter_map(|lane| match &lane.more {
        More::Wins(wins) => Some(*wins),
        _ => None,
    });
    let wins: Vec<Wins> = wins.collect();
    let n = |lane: usize| wins.get(lane).map_or(0, |wins| wins.n);
    let n_of = wins.first().map_or(0, |wins| wins.n_of);
    let chosen = name(messages, &grid.chosen);
    (messages.study.batch_norm.description)(n_of, [n(0), n(1)], &chosen)
}

/// How the standard deviation of a row changes from the first layer to the last.
pub(crate) fn deviations(row: &HistogramRow, messages: &Messages) -> Option<String> {
    let [first, .., last] = row.layers.as_slice() else {
        return None;
    };
    let [first, last] = [layer(first), layer(last)];
    let words = &messages.study.weight_init;
    Some((words.deviations)(&first.deviation, &last.deviation))
}

/// One sentence for each network at the shown step.
pub fn summaries(scene: &StudyScene, messages: &Messages) -> Vec<String> {
    scene
        .lanes
        .iter()
        .map(|lane| {
            let mut words = lane_words(lane, messages);
            words.more = more(scene, lane, messages);
            (messages.study.lane)(&words)
        })
        .collect()
}

/// What a lane's sentence says besides its numbers.
pub(crate) fn more(scene: &StudyScene, lane: &StudyLane, messages: &Messages) -> Vec<String> {
    match &lane.more {
        More::Nothing => Vec::new(),
        More::Spread(layers) => {
            let words = &messages.study.weight_init;
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
                _ => (messages.study.batch_norm.wins)(&words),
            }
        }
        More::Trial(number, trial) => {
            (messages.study.search.trial_parts)(&search::trial(*number, trial))
        }
        More::Finding(finding) => search::finding(finding, messages),
    }
}

pub(crate) fn lane_words(lane: &StudyLane, messages: &Messages) -> StudyLaneWords {
    StudyLaneWords {
        name: name(messages, &lane.name),
        loss: lane.loss.filter(|loss| loss.is_finite()).map(readable),
        train: lane.train.map(percent),
        test: lane.test.map(percent),
        more: Vec::new(),
    }
}

/// One sentence for all at the shown step, to be read out after a change.
pub fn announcement(scene: &StudyScene, messages: &Messages) -> String {
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
    let mut lanes: Vec<StudyLaneWords> = lanes.collect();
    lanes.retain(|words| words.loss.is_some() || words.train.is_some() || words.test.is_some());
    (messages.study.announcement)(scene.shown, &lanes)
}

/// The whole figure, for the description of an exported picture.
pub fn figure(scene: &StudyScene, facts: Option<&Facts>, messages: &Messages) -> String {
    let sentences = [
        description(scene, &scene.first, messages),
        description(scene, &scene.second, messages),
        files::source(facts, scene.lab, messages),
    ];
    joined(&sentences, " ")
}
