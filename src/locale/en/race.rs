//! The race, in English.

use super::surface;
use crate::experiments::race::words::{
    ComparisonWords, Ending, LaneWords, MapWords, Missing, RaceWords, Rest, StateWords, TermsWords,
};
use crate::math::joined;

/// The words.
pub const WORDS: RaceWords = RaceWords {
    states: StateWords {
        loss: "loss",
        moving: "running",
        converged: "converged",
        diverged: "diverged",
        stalled: "stalled",
        stopped: "stopped",
    },
    surface: &surface::WORDS,
    title: "Comparing optimizers",
    loss_by_step: "Loss by step",
    loss_tab: "Loss",
    map: "Contour map",
    start_x: "Start x",
    start_y: "Start y",
    drag_hint: "Drag the start",
    run: "Run",
    steps: "Steps",
    domain: "Range shown",
    left: "x min",
    right: "x max",
    bottom: "y min",
    top: "y max",
    aspect: "Aspect ratio",
    aspect_fill: "fill the panel",
    aspect_equal: "equal scales",
    view: "View",
    view_map: "contour map",
    view_gradient: "contours and gradient",
    view_space: "3-D surface",
    terms_group: "Comparison",
    comparison: "Learning rates",
    own_rates: "own rates",
    same_rate: "same rate",
    best_rates: "best rate each",
    rate: "Common rate η",
    noise: "Gradient noise σ",
    seed: "Noise seed",
    book_rates_race: "Each optimizer uses the book’s learning rate.",
    own_rates_race: "Each optimizer uses its own learning rate.",
    step_of: |step, steps| format!("Step {step} / {steps}"),
    per_second: |speed| format!("{speed} steps/s"),
    lane,
    announcement: |step, lanes| {
        let lanes: Vec<String> = lanes.iter().map(short).collect();
        format!("Step {step}. {}.", joined(&lanes, ", "))
    },
    map_description,
    losses,
    stable_below: |rate, formula, curvature| {
        format!(
            "Stable for η < {rate} (bound {formula}, largest curvature λ\u{a0}=\u{a0}{curvature})"
        )
    },
    terms,
    book_rate: |rate| format!("The book’s form: η = {rate}"),
};

fn terms(terms: &TermsWords) -> String {
    let mut text = match &terms.rates {
        None => String::new(),
        Some(ComparisonWords::Book) => WORDS.book_rates_race.to_owned(),
        Some(ComparisonWords::Own) => WORDS.own_rates_race.to_owned(),
        Some(ComparisonWords::Same(rate)) => {
            format!("All optimizers use the same learning rate, η = {rate}.")
        }
        Some(ComparisonWords::Best(n, low, high, steps)) => format!(
            "Each optimizer uses its best learning rate: of {n} rates from {low} to {high}, the one with the lowest loss at step {steps}."
        ),
    };
    if let Some((step, factor)) = &terms.change {
        text += &format!(" From step {step} on, all learning rates are multiplied by {factor}.");
    }
    if let Some((scale, seed)) = &terms.noise {
        text += &format!(
            " Gaussian noise (standard deviation {scale}) is added to each component of the gradient; all optimizers get the same noise (seed {seed})."
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
        Ending::NoStart(missing) => {
            let what = match missing {
                Missing::Loss => "the loss is undefined",
                Missing::Gradient => "the loss has a value, but its gradient is undefined",
                Missing::LargeWithin => {
                    "the loss has a value, but numbers that its gradient is computed from are too \
                     large"
                }
                Missing::TooLarge | Missing::ZeroByZero => {
                    "the loss or its gradient is too large to compute"
                }
            };
            return format!("{name}: {what} at this starting point. Move the start.");
        }
        Ending::Underway => String::new(),
        Ending::Moving => " Not converged yet.".to_owned(),
        Ending::Converged(since) => {
            format!(" Converged at step {since}.")
        }
        Ending::Left(at, end) if at == end => {
            format!(" Diverged: left the plot at step {at}.")
        }
        Ending::Left(at, end) => {
            format!(" Diverged: left the plot at step {at} and had not returned by step {end}.")
        }
        Ending::Receded(at) => {
            format!(
                " Diverged: it started outside the plot and has moved farther away since step {at}."
            )
        }
        Ending::Stopped(at, missing) => match missing {
            Missing::TooLarge => format!(
                " Diverged: at step {at} the values grew too large to compute. Lower the learning \
                 rate."
            ),
            Missing::Loss => format!(
                " Stopped: at step {at} the loss is undefined. Lower the learning rate or move \
                 the start."
            ),
            Missing::Gradient => format!(
                " Stopped: at step {at} the loss has a value, but its gradient is undefined. \
                 Change the learning rate or move the start."
            ),
            Missing::LargeWithin => format!(
                " Stopped: at step {at} the loss has a value, but numbers that its gradient is \
                 computed from are too large. Change the learning rate or move the start."
            ),
            Missing::ZeroByZero => format!(
                " Stopped: at step {at} the update is 0/0, as ε = 0 and the squared gradients \
                 under the root are 0. Set ε above 0, such as 10⁻⁷."
            ),
        },
        Ending::Stalled(since, rest) => {
            let place = match rest {
                Rest::Saddle => "at rest where the gradient is zero, but not at a minimum",
                Rest::Flat => "at rest where the gradient is zero (a flat place)",
                Rest::Slope => "the gradient is not zero, but the steps are negligible",
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
        Ending::NoStart(_) => return format!("{name} cannot be computed"),
        Ending::Underway | Ending::Moving => "",
        Ending::Converged(_) => ", converged",
        Ending::Left(..) | Ending::Receded(_) | Ending::Stopped(_, Missing::TooLarge) => {
            ", diverged"
        }
        Ending::Stopped(..) => ", stopped",
        Ending::Stalled(..) => ", stalled",
    };
    format!("{name} loss {loss}{end}")
}

fn map_description(words: &MapWords) -> String {
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
