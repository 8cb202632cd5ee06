//! What controls are called.

use crate::lab::Lab;
use crate::lab::controls::{Control, Place};
use crate::lab::settings::{Choice, LossScale};
use crate::math::joined;
use crate::optim::Key;
use crate::view::words::FigureWords;

/// What an experiment calls its controls.
pub trait ControlWords {
    /// The name of a control.
    fn name(&self, lab: &Lab, control: &Control) -> String;

    /// The name of a group that is not a lane.
    fn group(&self, group: &str) -> &'static str;

    /// The name of something to choose.
    fn option(&self, lab: &Lab, control: &Control, value: &str) -> String;

    /// What there is to know about a control.
    fn hint(&self, lab: &Lab, control: &Control) -> Option<String>;

    /// What is wrong with the text of a control.
    fn problem(&self, _: &Lab) -> Option<String> {
        None
    }
}

/// The name of a control of the frame.
pub fn name(figure: &FigureWords, lab: &Lab, control: &Control) -> Option<String> {
    let word = match control.word {
        "speed" => figure.speed,
        "loss-scale" => figure.loss_scale,
        "rule" => figure.labels.lane,
        "lane.#" => lane(lab, control),
        word => {
            let key = key(figure, Key::named(word.strip_prefix("lane.#.")?)?);
            // In the row of its lane the name of the lane is there already.
            return Some(match control.place {
                Place::Lane => key.to_owned(),
                _ => joined(&[lane(lab, control), key], " "),
            });
        }
    };
    Some(word.to_owned())
}

/// The name of a group of the frame.
pub fn group(figure: &FigureWords, group: &str) -> &'static str {
    match group {
        "advanced" => figure.advanced,
        "speed" => figure.speed,
        "loss" => figure.loss_scale,
        "rule" => figure.labels.lane,
        _ => "",
    }
}

/// The name of an option of the frame; what has none is called by its value.
pub fn option(figure: &FigureWords, control: &Control, value: &str) -> String {
    let word = match (control.word, LossScale::named(value)) {
        ("loss-scale", Some(LossScale::Log)) => figure.log,
        ("loss-scale", Some(LossScale::Linear)) => figure.linear,
        _ => value,
    };
    word.to_owned()
}

/// The name of the rule of a control of a lane, the same in every language.
pub fn lane(lab: &Lab, control: &Control) -> &'static str {
    let row = lab.rows().get(control.index);
    row.map_or("", |row| row.lane.rule.title())
}

/// The name of a hyperparameter.
pub const fn key(words: &FigureWords, key: Key) -> &'static str {
    match key {
        Key::Lr => words.lr,
        Key::Momentum => words.momentum,
        Key::Decay => words.decay,
        Key::Beta1 => words.beta1,
        Key::Beta2 => words.beta2,
        Key::Eps => words.eps,
    }
}
