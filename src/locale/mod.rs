//! Every word of the interface in Korean, English and Japanese.
//!
//! A language is a constant of [`Messages`]: leaving out a field does not compile.
//! This module imports nothing; arguments come as plain numbers and as texts that
//! are the same in every language (names of rules, printed numbers).

/// Declares a struct of words and lists its fields by name. Those after `;` are not in
/// the core.
macro_rules! labels {
    (
        $(#[doc = $what:literal])* $name:ident:
        $($(#[doc = $doc:literal])* $field:ident,)+
        $(; $($(#[doc = $whole_doc:literal])* $whole_field:ident,)+)?
    ) => {
        $(#[doc = $what])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name {
            $($(#[doc = $doc])* pub $field: &'static str,)+
            $($($(#[doc = $whole_doc])* #[cfg(feature = "lessons")] pub $whole_field: &'static str,)+)?
        }

        impl $name {
            /// Names, as the page's template writes them (`stepBack`), and words.
            pub fn pairs(&self) -> Vec<(String, &'static str)> {
                let names = [$(stringify!($field)),+];
                let words = [$(self.$field),+];
                let names = names.into_iter().map($crate::locale::camel_case);
                names.zip(words).collect()
            }
        }
    };
}

#[cfg(feature = "lessons")]
pub mod lessons;
#[cfg(feature = "lessons")]
pub mod studies;

mod en;
mod ja;
mod ko;

fn joined(parts: &[String], separator: &str) -> String {
    let mut parts = parts.iter();
    let first = parts.next().cloned().unwrap_or_default();
    parts.fold(first, |text, part| text + separator + part)
}

pub use en::EN;
pub use ja::JA;
pub use ko::KO;
#[cfg(feature = "lessons")]
pub use lessons::Lessons;

fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let mut joined = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        joined.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        joined.push_str(letters.as_str());
    }
    joined
}

labels! {
    /// Words that never change within a language.
    Labels:
    /// What the whole figure is.
    title,
    /// Axis and column: the loss.
    loss,
    /// The panel with the losses.
    loss_by_step,
    /// Axis and column: the number of the update.
    step,
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
    /// Group of the buttons that play.
    transport,
    /// Playing speed.
    speed,
    /// Scale of the loss axis.
    loss_scale,
    /// Its option.
    log,
    /// Its option.
    linear,
    /// Heading of the settings.
    settings,
    /// Heading of the lane sentences.
    lanes,
    /// Which lane the table shows.
    lane,
    /// Group: what the map shows, and how.
    map,
    /// The loss surface.
    surface,
    /// The reader's formula.
    formula,
    /// What a formula may hold.
    formula_hint,
    /// The start of all lanes.
    start,
    /// Name of the start's first coordinate.
    start_x,
    /// Name of the start's second coordinate.
    start_y,
    /// What the map can be used for.
    drag_hint,
    /// Group: the run.
    run,
    /// How many updates.
    steps,
    /// Shape of the map.
    aspect,
    /// Its option.
    aspect_fill,
    /// Its option.
    aspect_equal,
    /// Map or landscape.
    view,
    /// Its option.
    view_map,
    /// Its option: the same with the way down.
    view_gradient,
    /// Its option.
    view_space,
    /// Learning rate.
    lr,
    /// Momentum coefficient.
    momentum,
    /// Decay of RMSProp.
    decay,
    /// Adam's first decay.
    beta1,
    /// Adam's second decay.
    beta2,
    /// The small number under the fraction.
    eps,
    /// Name of a surface.
    ravine,
    /// Name of a surface.
    rosenbrock,
    /// Name of a surface.
    himmelblau,
    /// Name of a surface.
    beale,
    /// Name of a surface.
    booth,
    /// Name of a surface.
    styblinski_tang,
    /// Name of a surface.
    rastrigin,
    /// Name of a surface.
    saddle,
    /// Name of the reader's own surface.
    own_formula,
    /// What most readers can leave alone.
    advanced,
    /// Group of the lessons.
    lessons,
    /// While a lesson is on its way.
    loading,
    /// A lesson did not come.
    not_loaded,
    /// Axis title where the logarithm is not defined for all losses.
    linear_because_negative,
    /// What the comparison rests on: the rates that the book chose.
    book_rates_race,
    /// The same: each lane's own rate.
    own_rates_race,
    /// Button: controls that the core does not have.
    more,
    ;
    /// Name of the ravine with another condition number than the book's.
    quadratic,
    /// The ravine's condition number.
    condition,
    /// The part of the plane that the picture shows.
    domain,
    /// Its end.
    left,
    /// Its end.
    right,
    /// Its end.
    bottom,
    /// Its end.
    top,
    /// Group: what the comparison rests on.
    terms,
    /// Whose learning rates race.
    comparison,
    /// Its option: each lane's own.
    own_rates,
    /// Its option: one for all.
    same_rate,
    /// Its option: each lane's best.
    best_rates,
    /// The learning rate of all lanes.
    rate,
    /// Scale of the gradient noise.
    noise,
    /// Seed of the noise.
    seed,
}

/// How a lane ended, for sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It rests at a minimum since that step.
    Converged(usize),
    /// It left the picture at that step and was not back at the other, the last one.
    Left(usize, usize),
    /// That update was too large for the computer's numbers.
    Overflowed(usize),
    /// That update led where the loss or its gradient is not defined.
    Undefined(usize),
    /// It rests where no minimum is known to be, since that step.
    Stalled(usize, Rest),
    /// It was still moving when the steps ran out.
    Moving,
    /// The shown step lies before the end.
    Underway,
    /// The loss has no value at the start.
    NoLoss,
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
#[cfg(feature = "lessons")]
#[derive(Clone, Debug)]
pub enum RatesWords {
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
#[cfg(feature = "lessons")]
#[derive(Clone, Debug)]
pub struct TermsWords {
    /// Whose learning rates; `None` where a lane is alone.
    pub rates: Option<RatesWords>,
    /// From which step on all rates are how many times as large.
    pub change: Option<(usize, String)>,
    /// Standard deviation and seed of the gradient noise.
    pub noise: Option<(String, u64)>,
    /// Rules in other forms than the book's, as formulas with the rule's name.
    pub forms: Vec<String>,
}

/// What is wrong with a formula, for a sentence. Positions count from 1.
#[derive(Clone, Debug)]
pub enum FormulaWords<'a> {
    /// There is nothing.
    Empty,
    /// More characters than that.
    TooLong(usize),
    /// Nested too deep.
    TooDeep,
    /// A number, x, y, a function or an opening parenthesis is missing.
    ValueMissing,
    /// A sign of operation is missing.
    OperatorMissing,
    /// A closing parenthesis is missing.
    ParenthesisMissing,
    /// The function needs an opening parenthesis.
    ArgumentsMissing(&'a str),
    /// The function takes that many arguments.
    ArgumentCount(&'a str, usize),
    /// The name is not known.
    UnknownName(&'a str),
    /// The character means nothing here.
    Unexpected(char),
}

/// All words of a language.
#[derive(Clone, Copy, Debug)]
pub struct Messages {
    /// The language's tag.
    pub tag: &'static str,
    /// Words that never change.
    pub labels: Labels,
    /// The titles of the lessons: data, rule, program, conventions, rates, basins, physics, predict,
    /// questions, share.
    pub lessons: [&'static str; 10],
    /// What the lessons say.
    #[cfg(feature = "lessons")]
    pub lesson: &'static Lessons,
    /// What the experiments on networks say.
    #[cfg(feature = "lessons")]
    pub study: &'static studies::StudyWords,
    /// Where the player stands: shown step, number of steps.
    pub step_of: fn(usize, usize) -> String,
    /// A playing speed, printed.
    pub per_second: fn(&str) -> String,
    /// A lane's sentence for the shown step.
    pub lane: fn(&LaneWords) -> String,
    /// One sentence for all lanes: step, and (name, loss, ending) of each.
    pub announcement: fn(usize, &[LaneWords]) -> String,
    /// The description of the map.
    pub map: fn(&MapWords) -> String,
    /// The description of the loss panel: number of steps, log or not, lane sentences.
    pub losses: fn(usize, bool, &[LaneWords]) -> String,
    /// A number was wanted: lowest, highest, whether whole.
    pub number_wanted: fn(&str, &str, bool) -> String,
    /// Up to which rate a rule is stable: the rate, its formula, the largest curvature.
    pub stable_below: fn(&str, &str, &str) -> String,
    /// The terms of the race: what the comparison rests on.
    #[cfg(feature = "lessons")]
    pub terms: fn(&TermsWords) -> String,
    /// The learning rate with which the book's form of Momentum goes the same way.
    #[cfg(feature = "lessons")]
    pub book_rate: fn(&str) -> String,
    /// What is wrong with the formula, and at which character.
    pub formula_problem: fn(&FormulaWords, usize) -> String,
}

impl Messages {
    /// Every word that never changes, by the name that the page's template has for it.
    pub fn pairs(&self) -> Vec<(String, &'static str)> {
        let pairs = self.labels.pairs();
        #[cfg(feature = "lessons")]
        let pairs = [pairs, self.lesson.pairs()].concat();
        #[cfg(feature = "lessons")]
        let pairs = [pairs, self.study.pairs()].concat();
        pairs
    }
}
