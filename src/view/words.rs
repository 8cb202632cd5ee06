//! What every figure says, whatever it shows.

use crate::language::labels;

labels! {
    /// Words that never change, for the page.
    FigureLabels:
    /// Button: play.
    play,
    /// Button: pause.
    pause,
    /// Button: show the next step.
    step_forward,
    /// Button: show the step before.
    step_back,
    /// Button: show the start.
    to_start,
    /// Button: bring back what the author has set.
    revert,
    /// Group of the buttons that play.
    player,
    /// Axis and column: the number of the update.
    step,
    /// Axis and column: the loss.
    loss,
    /// Heading of the settings.
    settings,
    /// Heading of the lane sentences.
    lanes,
    /// Which lane is meant, and the rule of a lane.
    lane,
    /// Group of the lessons.
    lessons,
    /// Tab with the lessons that have none of their own.
    more,
    /// While a lesson is on its way.
    loading,
    /// A lesson did not come.
    not_loaded,
}

/// What every figure says.
#[derive(Clone, Copy, Debug)]
pub struct FigureWords {
    /// The language's tag.
    pub tag: &'static str,
    /// Words that never change, for the page.
    pub labels: FigureLabels,
    /// Playing speed.
    pub speed: &'static str,
    /// Scale of the loss axis.
    pub loss_scale: &'static str,
    /// Its option.
    pub log: &'static str,
    /// Its option.
    pub linear: &'static str,
    /// Axis title where the logarithm is not defined for all losses.
    pub linear_because_negative: &'static str,
    /// At the lower edge of a loss axis: what lies under it, and what stands between that and names.
    pub below: [&'static str; 2],
    /// What most readers can leave alone.
    pub advanced: &'static str,
    /// Learning rate.
    pub lr: &'static str,
    /// Momentum coefficient.
    pub momentum: &'static str,
    /// Decay of RMSProp.
    pub decay: &'static str,
    /// Adam's first decay.
    pub beta1: &'static str,
    /// Adam's second decay.
    pub beta2: &'static str,
    /// The small number under the fraction.
    pub eps: &'static str,
    /// A number was wanted: lowest, highest, whether whole.
    pub number_wanted: fn(&str, &str, bool) -> String,
}
