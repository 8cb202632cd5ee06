//! What the race says.

pub mod space;
pub mod surface;

use self::surface::SurfaceWords;

/// How a lane ended, for sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It rests at a minimum since that step.
    Converged(usize),
    /// It left the picture at that step and was not back at the other, the last one.
    Left(usize, usize),
    /// It started outside of the picture and was farther out from that step on.
    Receded(usize),
    /// That update has no numbers.
    Stopped(usize, Missing),
    /// It rests where no minimum is known to be, since that step.
    Stalled(usize, Rest),
    /// It was still moving when the steps ran out.
    Moving,
    /// The shown step lies before the end.
    Underway,
    /// The start itself has no numbers.
    NoStart(Missing),
}

/// Why there are no numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// They are too large for the computer's numbers.
    TooLarge,
    /// The loss is not defined.
    Loss,
    /// The loss has a value, but no gradient.
    Gradient,
    /// The loss has a value, but a number on the way to its gradient is too large.
    LargeWithin,
    /// The rule divides zero by zero.
    ZeroByZero,
}

/// Where a lane rests that has not converged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// The gradient is zero, at a saddle point or a maximum.
    Saddle,
    /// The gradient is zero, and the surface flat.
    Flat,
    /// On a slope, which its steps are too short for.
    Slope,
}

/// A lane at the shown step, for sentences. Numbers are printed.
#[derive(Clone, Debug)]
pub struct LaneWords {
    /// Name of the lane, the same in every language.
    pub name: String,
    /// The lane's last step, where it ended before the shown one.
    pub step: Option<usize>,
    /// First coordinate.
    pub x: String,
    /// Second coordinate.
    pub y: String,
    /// The loss there.
    pub loss: String,
    /// How it ended.
    pub ending: Ending,
}

/// How a lane stands at the shown step, in a word.
#[derive(Clone, Copy, Debug)]
pub struct StateWords {
    /// Before its loss.
    pub loss: &'static str,
    /// Its end is not known or not reached.
    pub moving: &'static str,
    /// It rests at a minimum.
    pub converged: &'static str,
    /// It is away for good.
    pub diverged: &'static str,
    /// It rests where no minimum is.
    pub stalled: &'static str,
    /// It has no numbers any more.
    pub stopped: &'static str,
}

/// What the map shows, for its description.
#[derive(Clone, Debug)]
pub struct MapWords {
    /// Name of the surface in the language.
    pub surface: String,
    /// Its formula.
    pub formula: String,
    /// Extent, printed: lowest and highest x, lowest and highest y.
    pub domain: [String; 4],
    /// The start, printed.
    pub start: [String; 2],
    /// Names of the lanes.
    pub lanes: Vec<String>,
    /// How many minima are marked.
    pub n_minima: usize,
}

/// Whose learning rates race, for a sentence. Numbers are printed.
#[derive(Clone, Debug)]
pub enum ComparisonWords {
    /// Those that the book chose.
    Book,
    /// Each lane's own.
    Own,
    /// One for all.
    Same(String),
    /// Each lane's best of a sweep: how many rates, the lowest, the highest, after how
    /// many steps.
    Best(usize, String, String, usize),
}

/// The terms of a race, for sentences. Numbers are printed.
#[derive(Clone, Debug)]
pub struct TermsWords {
    /// Whose learning rates; `None` where a lane is alone.
    pub rates: Option<ComparisonWords>,
    /// From which step on all rates are how many times as large.
    pub change: Option<(usize, String)>,
    /// Standard deviation and seed of the gradient noise.
    pub noise: Option<(String, u64)>,
    /// Rules in other forms than the book's, as formulas with the rule's name.
    pub forms: Vec<String>,
}

/// What the race says.
#[derive(Clone, Copy, Debug)]
pub struct RaceWords {
    /// How a lane stands, in a word.
    pub states: StateWords,
    /// What is said about its surfaces.
    pub surface: &'static SurfaceWords,
    /// What the whole figure is.
    pub title: &'static str,
    /// The panel with the losses.
    pub loss_by_step: &'static str,
    /// Tab: the losses.
    pub loss_tab: &'static str,
    /// Group: what the map shows, and how.
    pub map: &'static str,
    /// Name of the start's first coordinate.
    pub start_x: &'static str,
    /// Name of the start's second coordinate.
    pub start_y: &'static str,
    /// What the map can be used for.
    pub drag_hint: &'static str,
    /// Group: the run.
    pub run: &'static str,
    /// How many updates.
    pub steps: &'static str,
    /// The part of the plane that the picture shows.
    pub domain: &'static str,
    /// Its end.
    pub left: &'static str,
    /// Its end.
    pub right: &'static str,
    /// Its end.
    pub bottom: &'static str,
    /// Its end.
    pub top: &'static str,
    /// Shape of the map.
    pub aspect: &'static str,
    /// Its option.
    pub aspect_fill: &'static str,
    /// Its option.
    pub aspect_equal: &'static str,
    /// Map or landscape.
    pub view: &'static str,
    /// Its option.
    pub view_map: &'static str,
    /// Its option: the same with the way down.
    pub view_gradient: &'static str,
    /// Its option.
    pub view_space: &'static str,
    /// Group: what the comparison rests on.
    pub terms_group: &'static str,
    /// Whose learning rates race.
    pub comparison: &'static str,
    /// Its option: each lane's own.
    pub own_rates: &'static str,
    /// Its option: one for all.
    pub same_rate: &'static str,
    /// Its option: each lane's best.
    pub best_rates: &'static str,
    /// The learning rate of all lanes.
    pub rate: &'static str,
    /// Scale of the gradient noise.
    pub noise: &'static str,
    /// Seed of the noise.
    pub seed: &'static str,
    /// What the comparison rests on: the rates that the book chose.
    pub book_rates_race: &'static str,
    /// The same: each lane's own rate.
    pub own_rates_race: &'static str,
    /// Where the player stands: shown step, number of steps.
    pub step_of: fn(usize, usize) -> String,
    /// A playing speed, printed.
    pub per_second: fn(&str) -> String,
    /// A lane's sentence for the shown step.
    pub lane: fn(&LaneWords) -> String,
    /// One sentence for all lanes: step, and (name, loss, ending) of each.
    pub announcement: fn(usize, &[LaneWords]) -> String,
    /// The description of the map.
    pub map_description: fn(&MapWords) -> String,
    /// The description of the loss panel: number of steps, log or not, lane sentences.
    pub losses: fn(usize, bool, &[LaneWords]) -> String,
    /// Up to which rate a rule is stable: the rate, its formula, the largest curvature.
    pub stable_below: fn(&str, &str, &str) -> String,
    /// The terms of the race: what the comparison rests on.
    pub terms: fn(&TermsWords) -> String,
    /// The learning rate with which the book's form of Momentum goes the same way.
    pub book_rate: fn(&str) -> String,
}
