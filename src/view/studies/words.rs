//! An experiment in words: what its pictures show, said.

use super::super::layout::ShownScale;
use super::super::number::readable;
use crate::lab::studies::scene::{LabName, Measure, Name, Picture, StudyLane, StudyScene};
use crate::lab::studies::{Extent, StudyId};
use crate::locale::Messages;
use crate::locale::studies::{MeasureWords, StudyLaneWords};
use crate::math::joined;

/// What something is called.
pub fn name(_: &Messages, name: &Name) -> String {
    match name {
        Name::Plain(name) => name.clone(),
    }
}

/// What the whole figure is.
pub const fn title(messages: &Messages, lab: LabName) -> &'static str {
    match lab {
        LabName::Race => messages.labels.title,
        LabName::Training => messages.study.labels.training,
    }
}

/// The name of a control.
pub const fn control(messages: &Messages, id: StudyId) -> &'static str {
    let labels = &messages.study.labels;
    match id {
        StudyId::Iterations => labels.iterations,
        StudyId::Batch => labels.batch,
        StudyId::Activation => labels.activation,
        StudyId::Init => labels.init,
    }
}

/// The group of a control.
pub const fn group(messages: &Messages, id: StudyId) -> (&'static str, &'static str) {
    let labels = &messages.study.labels;
    match id {
        StudyId::Iterations | StudyId::Batch => ("training", labels.training_group),
        StudyId::Activation | StudyId::Init => ("network", labels.network_group),
    }
}

/// The name of an option of a select; what has no name is a number.
pub fn option(messages: &Messages, value: &str) -> String {
    let labels = &messages.study.labels;
    match value {
        "sigmoid" => labels.sigmoid.to_owned(),
        "relu" => labels.relu.to_owned(),
        "tanh" => labels.tanh.to_owned(),
        "xavier" => labels.xavier.to_owned(),
        "he" => labels.he.to_owned(),
        number => format!("σ = {number}"),
    }
}

/// What the comparison rests on.
pub fn terms(extent: &Extent, messages: &Messages) -> String {
    let Extent {
        n_train,
        n_test,
        batch_size,
        ..
    } = *extent;
    (messages.study.terms)(n_train, n_test, batch_size)
}

/// What the vertical axis shows.
pub fn axis(messages: &Messages, measure: Measure, scale: ShownScale) -> String {
    let name = measured(messages, measure);
    match scale {
        ShownScale::Log => format!("{name} ({})", messages.labels.log),
        ShownScale::Linear | ShownScale::LinearForNegative => name.to_owned(),
    }
}

const fn measured(messages: &Messages, measure: Measure) -> &'static str {
    match measure {
        Measure::Loss => messages.labels.loss,
        Measure::TestAccuracy => messages.study.labels.test_accuracy,
    }
}

/// An accuracy in percent.
pub fn percent(share: f64) -> String {
    let tenths = libm::round(share * 1000.0);
    format!("{}.{} %", (tenths / 10.0) as u32, (tenths % 10.0) as u32)
}

/// The name of a panel.
pub fn panel(messages: &Messages, picture: &Picture) -> &'static str {
    match picture {
        Picture::Curves(curves) => match curves.measure {
            Measure::Loss => messages.study.labels.loss_by_iteration,
            Measure::TestAccuracy => messages.study.labels.accuracy_by_iteration,
        },
    }
}

/// What a panel shows.
pub fn description(scene: &StudyScene, picture: &Picture, messages: &Messages) -> String {
    match picture {
        Picture::Curves(curves) => {
            let values = curves.curves.iter().map(|curve| {
                let now = curve.points[..curve.n_until(scene.shown)].last();
                let value = now.map(|&(_, value)| match curves.measure {
                    Measure::Loss => readable(value),
                    Measure::TestAccuracy => percent(value),
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
    }
}

/// One sentence for each network at the shown step.
pub fn summaries(scene: &StudyScene, messages: &Messages) -> Vec<String> {
    scene
        .lanes
        .iter()
        .map(|lane| (messages.study.lane)(&lane_words(lane, messages)))
        .collect()
}

fn lane_words(lane: &StudyLane, messages: &Messages) -> StudyLaneWords {
    StudyLaneWords {
        name: name(messages, &lane.name),
        loss: lane.loss.map(readable),
        train: lane.train.map(percent),
        test: lane.test.map(percent),
    }
}

/// One sentence for all at the shown step, to be read out after a change.
pub fn announcement(scene: &StudyScene, messages: &Messages) -> String {
    let lanes: Vec<StudyLaneWords> = scene
        .lanes
        .iter()
        .map(|lane| lane_words(lane, messages))
        .collect();
    (messages.study.announcement)(scene.shown, &lanes)
}

/// The whole figure, for the description of an exported picture.
pub fn figure(scene: &StudyScene, messages: &Messages) -> String {
    let mut sentences = vec![
        description(scene, &scene.first, messages),
        description(scene, &scene.second, messages),
    ];
    sentences.push(messages.study.labels.credit.to_owned());
    joined(&sentences, " ")
}
