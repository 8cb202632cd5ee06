//! English.

use super::joined;
use super::{Ending, FormulaWords, Labels, LaneWords, MapWords, Messages, Rest};
#[cfg(feature = "lessons")]
use super::{RatesWords, TermsWords};

/// English.
pub const EN: Messages = Messages {
    tag: "en",
    labels: Labels {
        title: "Optimizers compared",
        loss: "loss",
        loss_by_step: "Loss by step",
        step: "step",
        play: "Play",
        pause: "Pause",
        step_forward: "One step forward",
        step_back: "One step back",
        to_start: "Back to the start",
        transport: "Player",
        speed: "Speed",
        loss_scale: "Loss axis",
        log: "log",
        linear: "linear",
        settings: "Settings",
        lanes: "At this step",
        lane: "Optimizer",
        map: "Map",
        surface: "Loss function",
        formula: "Formula",
        formula_hint: "An expression in x and y, such as sin(3x)*exp(-y^2) + 0.1x^2",
        start: "Start",
        start_x: "Start x",
        start_y: "Start y",
        drag_hint: "Drag the start",
        run: "Run",
        steps: "Steps",
        aspect: "Map shape",
        aspect_fill: "fill the panel",
        aspect_equal: "same scale for x and y",
        view: "View",
        view_map: "contour map",
        view_gradient: "contours and gradient",
        view_space: "in space",
        lr: "Learning rate η",
        momentum: "Momentum coefficient α",
        decay: "Decay ρ",
        beta1: "β₁",
        beta2: "β₂",
        eps: "ε",
        ravine: "The book’s anisotropic function",
        rosenbrock: "Rosenbrock",
        himmelblau: "Himmelblau",
        beale: "Beale",
        booth: "Booth",
        styblinski_tang: "Styblinski–Tang",
        rastrigin: "Rastrigin",
        saddle: "Saddle",
        own_formula: "Your own formula",
        #[cfg(feature = "lessons")]
        quadratic: "Quadratic function",
        #[cfg(feature = "lessons")]
        condition: "Condition number κ",
        #[cfg(feature = "lessons")]
        domain: "Range shown",
        #[cfg(feature = "lessons")]
        left: "Lowest x",
        #[cfg(feature = "lessons")]
        right: "Highest x",
        #[cfg(feature = "lessons")]
        bottom: "Lowest y",
        #[cfg(feature = "lessons")]
        top: "Highest y",
        #[cfg(feature = "lessons")]
        terms: "Terms of comparison",
        #[cfg(feature = "lessons")]
        comparison: "Comparison",
        #[cfg(feature = "lessons")]
        own_rates: "each its own rate",
        #[cfg(feature = "lessons")]
        same_rate: "one rate for all",
        #[cfg(feature = "lessons")]
        best_rates: "each its best rate",
        #[cfg(feature = "lessons")]
        rate: "Common rate η",
        #[cfg(feature = "lessons")]
        noise: "Gradient noise σ",
        #[cfg(feature = "lessons")]
        seed: "Noise seed",
        advanced: "Advanced",
        lessons: "Look deeper",
        loading: "Loading",
        not_loaded: "This could not be loaded. Check the network and open it again.",
        book_rates_race: "Comparison: each rule has the rate that the book chose.",
        own_rates_race: "Comparison: each rule has a rate of its own.",
        more: "More settings",
        linear_because_negative: "loss (linear, as some are 0 or less)",
    },
    lessons: [
        "Table of numbers",
        "The rule with its numbers",
        "The program",
        "Conventions of books and libraries",
        "Map of hyperparameters",
        "Which start leads where?",
        "A ball in a valley with friction",
        "Predict first",
        "Questions to think about",
        "Share and download",
    ],
    #[cfg(feature = "lessons")]
    lesson: &super::lessons::EN,
    #[cfg(feature = "lessons")]
    study: &super::studies::EN,
    step_of: |step, steps| format!("Step {step} / {steps}"),
    per_second: |speed| format!("{speed} steps/s"),
    lane,
    announcement: |step, lanes| {
        let lanes: Vec<String> = lanes.iter().map(short).collect();
        format!("Step {step}. {}.", joined(&lanes, ", "))
    },
    map,
    losses,
    number_wanted: |low, high, is_whole| {
        let kind = if is_whole {
            "a whole number"
        } else {
            "a number"
        };
        format!("Enter {kind} from {low} to {high}. Until then the last value holds.")
    },
    stable_below: |rate, formula, curvature| {
        format!("Stable below {rate} ({formula}, largest curvature λ\u{a0}=\u{a0}{curvature})")
    },
    #[cfg(feature = "lessons")]
    terms,
    #[cfg(feature = "lessons")]
    book_rate: |rate| format!("The book’s form: η = {rate}"),
    formula_problem,
};

#[cfg(feature = "lessons")]
fn terms(terms: &TermsWords) -> String {
    let mut text = match &terms.rates {
        None => String::new(),
        Some(RatesWords::Book) => EN.labels.book_rates_race.to_owned(),
        Some(RatesWords::Own) => EN.labels.own_rates_race.to_owned(),
        Some(RatesWords::Same(rate)) => {
            format!("Comparison: all rules have the same rate, η = {rate}.")
        }
        Some(RatesWords::Best(n, low, high, steps)) => format!(
            "Comparison: each rule has its best rate, of {n} from {low} to {high} the one with \
             the lowest loss at step {steps}."
        ),
    };
    if let Some((step, factor)) = &terms.change {
        text += &format!(" From step {step} on all rates are {factor} times as large.");
    }
    if let Some((scale, seed)) = &terms.noise {
        text += &format!(
            " Normally distributed noise of standard deviation {scale} is added to each \
             component of the gradient, at each step the same for all rules (seed {seed})."
        );
    }
    for form in &terms.forms {
        text += &format!(" {form}.");
    }
    text
}

fn lane(lane: &LaneWords) -> String {
    let LaneWords {
        name,
        step,
        x,
        y,
        loss,
        ending,
    } = lane;
    let end = match ending {
        Ending::NoLoss => {
            return format!("{name}: the loss has no value at this start. Move the start.");
        }
        Ending::Underway => String::new(),
        Ending::Moving => " Still moving.".to_owned(),
        Ending::Converged(since) => {
            format!(" Converged: at the bottom of the valley since step {since}.")
        }
        Ending::Left(at, end) if at == end => {
            format!(" Diverged: left the picture at step {at}.")
        }
        Ending::Left(at, end) => {
            format!(" Diverged: left the picture at step {at} and had not come back by step {end}.")
        }
        Ending::Overflowed(at) => {
            format!(" Diverged: at step {at} the values grew too large to compute.")
        }
        Ending::Undefined(at) => {
            format!(
                " Diverged: at step {at} it went where the loss or its gradient is not defined."
            )
        }
        Ending::Stalled(since, rest) => {
            let place = match rest {
                Rest::Saddle => "at rest where the gradient is zero, but not at a minimum",
                Rest::Flat => "at rest where the gradient is zero (a flat place)",
                Rest::Slope => "its steps are too short to see, though there is a slope",
            };
            format!(" Stalled: since step {since} {place}.")
        }
    };
    let ended = step.map_or_else(String::new, |step| format!(" (step {step})"));
    format!("{name}{ended}: at ({x}, {y}), loss {loss}.{end}")
}

fn short(lane: &LaneWords) -> String {
    let LaneWords {
        name, loss, ending, ..
    } = lane;
    let end = match ending {
        Ending::NoLoss => return format!("{name} no loss"),
        Ending::Underway | Ending::Moving => "",
        Ending::Converged(_) => ", converged",
        Ending::Left(..) | Ending::Overflowed(_) | Ending::Undefined(_) => ", diverged",
        Ending::Stalled(..) => ", stalled",
    };
    format!("{name} loss {loss}{end}")
}

fn map(words: &MapWords) -> String {
    let [x0, x1, y0, y1] = &words.domain;
    let [x, y] = &words.start;
    let minima = match words.n_minima {
        0 => "No minimum is marked.".to_owned(),
        1 => "The minimum is marked.".to_owned(),
        n => format!("{n} minima are marked."),
    };
    format!(
        "Contour lines of the loss function {} (f = {}), x from {x0} to {x1}, y from {y0} to \
         {y1}. The start is ({x}, {y}). {minima} Paths: {}.",
        words.surface,
        words.formula,
        joined(&words.lanes, ", ")
    )
}

fn losses(steps: usize, is_log: bool, lanes: &[LaneWords]) -> String {
    let scale = if is_log { "logarithmic" } else { "linear" };
    let lanes: Vec<String> = lanes.iter().map(short).collect();
    format!(
        "Loss from step 0 to {steps} on a {scale} axis. At the shown step: {}.",
        joined(&lanes, "; ")
    )
}

fn formula_problem(problem: &FormulaWords, at: usize) -> String {
    let what = match problem {
        FormulaWords::Empty => return "Enter an expression, such as x^2/20 + y^2.".to_owned(),
        FormulaWords::TooLong(most) => {
            return format!("The expression is too long: at most {most} characters.");
        }
        FormulaWords::TooDeep => "parentheses or signs are nested too deep".to_owned(),
        FormulaWords::ValueMissing => {
            "a number, x, y, a function or an opening parenthesis is missing".to_owned()
        }
        FormulaWords::OperatorMissing => "a sign (+ - * / ^) is missing".to_owned(),
        FormulaWords::ParenthesisMissing => "a closing parenthesis ) is missing".to_owned(),
        FormulaWords::ArgumentsMissing(name) => {
            format!("{name} needs parentheses, such as {name}(x)")
        }
        FormulaWords::ArgumentCount(name, 1) => format!("{name} takes 1 argument"),
        FormulaWords::ArgumentCount(name, n) => format!("{name} takes {n} arguments"),
        FormulaWords::UnknownName(name) => {
            format!("“{name}” is not known; use x, y, pi, e and functions such as sin and exp")
        }
        FormulaWords::Unexpected(c) => format!("“{c}” cannot stand here"),
    };
    format!("Character {at}: {what}. Until then the last formula holds.")
}
