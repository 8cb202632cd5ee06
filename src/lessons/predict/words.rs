//! Predict, then see.

use crate::language::labels;

labels! {
    /// Words of the prediction.
    PredictLabels:
    /// What the lesson is about, before anything is asked.
    predict_intro,
    /// Number field: after how many steps.
    predict_after,
    /// Button: hide the path and ask.
    predict_ask,
    /// Number field: the guess's x.
    guess_x,
    /// Number field: the guess's y.
    guess_y,
    /// Button: play it and show where it is.
    predict_tell,
    /// Button: ask again.
    predict_again,
    /// Button: show the path without an answer.
    predict_stop,
    /// What the map can be used for while a guess is asked for.
    guess_hint,
}

/// Where a lane turned out to be, for a sentence. Numbers are printed.
#[derive(Clone, Debug)]
pub struct TruthWords {
    /// Name of the lane.
    pub name: String,
    /// After how many steps.
    pub after: usize,
    /// Where it is.
    pub truth: [String; 2],
    /// How far from the guess.
    pub distance: String,
}

/// How a guess differs from the truth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemarkWords {
    /// Hardly.
    Close,
    /// The lane is outside of the picture; whether it was thrown out.
    Outside(bool),
    /// It is on the other side of the minimum.
    OtherSide(SideWords),
    /// It is farther from the start.
    Farther,
    /// It is nearer to the start.
    Nearer,
    /// It is as far, in another direction.
    Aside,
}

/// On which side of a minimum a lane is. Numbers are printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideWords {
    /// The parameter.
    pub axis: &'static str,
    /// Its value at the minimum.
    pub at: String,
    /// Whether that of the lane is smaller.
    pub is_below: bool,
    /// How often the lane has crossed the value.
    pub n_crossings: usize,
}

impl SideWords {
    /// Where the lane is, and where it was guessed: `y < 0`, `y > 0`.
    pub fn sides(&self) -> [String; 2] {
        let signs = if self.is_below {
            ["<", ">"]
        } else {
            [">", "<"]
        };
        signs.map(|sign| format!("{} {sign} {}", self.axis, self.at))
    }
}

/// The words of the prediction.
#[derive(Clone, Copy, Debug)]
pub struct PredictWords {
    /// Words that never change.
    pub labels: PredictLabels,
    /// The question: name of the lane, number of steps.
    pub question: fn(&str, usize) -> String,
    /// The question alone, on the picture: name of the lane, number of steps.
    pub ask: fn(&str, usize) -> String,
    /// On the picture, before there is a guess: what to do.
    pub mark_first: &'static str,
    /// On the picture, once there is one.
    pub then_play: &'static str,
    /// On the picture: how far the guess was from where the lane is.
    pub distance: fn(&str) -> String,
    /// On the picture: the lane is on the other side of the minimum.
    pub other_side: fn(&SideWords) -> String,
    /// The guess as it stands.
    pub guess: fn(&[String; 2]) -> String,
    /// Where the lane is, and how far from the guess.
    pub truth: fn(&TruthWords) -> String,
    /// What the guess missed.
    pub remark: fn(RemarkWords) -> String,
    /// The run had overflowed: name of the lane, step.
    pub overflowed: fn(&str, usize) -> String,
    /// It had gone where the loss is not defined: name of the lane, step.
    pub undefined: fn(&str, usize) -> String,
    /// Its rule had divided zero by zero: name of the lane, step.
    pub zero_by_zero: fn(&str, usize) -> String,
    /// In other lessons: the path of the lane of that name is hidden.
    pub hidden: fn(&str) -> String,
}
