//! A rule as a class in Python, with the line that runs and the variables.

use crate::experiments::race::scene::{Hyperparameters, Key, Rule, Scene};
use crate::lessons::program::words::ProgramWords;
use crate::lessons::rule::equation::{Body, Equation, Quantity, Scalar, Term, TermId, equations};
use crate::lessons::rule::model::{Arrows, Update};
use crate::lessons::rule::notation;
use crate::math::{Vec2, numeral};
use crate::view::number::rounded;

/// Digits of a variable's value.
const DIGITS: usize = 8;

/// A line of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeLine {
    /// The text.
    pub text: String,
    /// When it runs.
    pub runs: Runs,
    /// Its parts from left to right; empty where it computes nothing.
    pub parts: Vec<Part>,
}

/// A part of a line that computes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The text.
    pub text: String,
    /// What it is lit with, if with anything.
    pub term: Option<TermId>,
}

/// When a line of a class runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runs {
    /// Never: it belongs to the frame.
    Never,
    /// When the optimizer is made.
    AtMaking,
    /// At every update: the question whether it is the first.
    Asks,
    /// At the first update only: the state is made.
    Makes,
    /// At every update: Adam counts.
    Counts,
    /// At every update: Adam corrects its rate.
    Corrects,
    /// At every update, for each parameter: the loop goes on.
    Loops,
    /// At every update, for each parameter: the equation of this number.
    Computes(usize),
}

/// A variable at the shown moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Its name in Python.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Whether the line that ran last has written it.
    pub is_written: bool,
}

/// A line at the shown moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownLine {
    /// Its text, in parts of which those that stand for an arrow on the map name its term.
    pub parts: Vec<Part>,
    /// Whether it runs.
    pub runs: bool,
    /// The arrow that stands for the line as a whole.
    pub term: Option<TermId>,
}

/// What the lesson shows.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// Lines of the class.
    pub lines: Vec<ShownLine>,
    /// The term that a reader points at.
    pub lit: Option<TermId>,
    /// The variables.
    pub variables: Vec<Variable>,
    /// Where in the update it stands.
    pub caption: String,
    /// How many lines the shown update runs; 0 where there is none.
    pub n_moments: usize,
    /// Which of them has run last; `None` where the update is shown as a whole.
    pub moment: Option<usize>,
    /// Whether the shown update is still to come.
    pub is_to_come: bool,
}

/// One component of a value that there is for each parameter.
type At = fn(Vec2) -> f64;

const AXES: [(&str, At); 2] = [("x", |v| v.x), ("y", |v| v.y)];

/// The name of a hyperparameter in the class.
pub const fn argument(key: Key) -> &'static str {
    match key {
        Key::Lr => "lr",
        Key::Momentum => "momentum",
        Key::Decay => "decay_rate",
        Key::Beta1 => "beta1",
        Key::Beta2 => "beta2",
        Key::Eps => "eps",
    }
}

/// The quantities that a rule carries from update to update.
fn carried(values: &Hyperparameters) -> impl Iterator<Item = Quantity> {
    let targets = equations(values).iter().map(|equation| equation.target);
    targets.filter(|&target| target != Quantity::Params)
}

fn uses_rate(values: &Hyperparameters) -> bool {
    let mut terms = equations(values).iter().flat_map(|it| it.terms);
    terms.any(|term| term.scalars.contains(&Scalar::CorrectedRate))
}

/// The class of a rule in its form, after the book's interface: `update(params, grads)`.
pub fn class(values: &Hyperparameters) -> Vec<CodeLine> {
    let rule = values.rule();
    let defaults = Hyperparameters::new(rule);
    let arguments: Vec<String> = defaults
        .iter()
        .map(|(key, value)| format!("{}={}", argument(key), numeral::shortest(value)))
        .collect();
    let mut lines = Vec::new();
    let mut add = |indent: usize, runs: Runs, text: String| {
        let text = ["    ".repeat(indent), text].concat();
        lines.push(CodeLine {
            text,
            runs,
            parts: Vec::new(),
        });
    };
    add(0, Runs::Never, format!("class {}:", rule.title()));
    let making = format!("def __init__(self, {}):", arguments.join(", "));
    add(1, Runs::AtMaking, making);
    for (key, _) in defaults.iter() {
        let name = argument(key);
        add(2, Runs::AtMaking, format!("self.{name} = {name}"));
    }
    if uses_rate(values) {
        add(2, Runs::AtMaking, "self.t = 0".to_owned());
    }
    for quantity in carried(values) {
        let name = notation::letter(rule, quantity);
        add(2, Runs::AtMaking, format!("self.{name} = None"));
    }
    add(0, Runs::Never, String::new());
    add(
        1,
        Runs::Never,
        "def update(self, params, grads):".to_owned(),
    );
    if let Some(first) = carried(values).next() {
        let name = notation::letter(rule, first);
        add(2, Runs::Asks, format!("if self.{name} is None:"));
    }
    for quantity in carried(values) {
        let name = notation::letter(rule, quantity);
        let zeros = "{key: np.zeros_like(value) for key, value in params.items()}";
        add(3, Runs::Makes, format!("self.{name} = {zeros}"));
    }
    if uses_rate(values) {
        add(2, Runs::Counts, "self.t += 1".to_owned());
        let rate = "rate = self.lr * np.sqrt(1 - self.beta2**self.t) / (1 - self.beta1**self.t)";
        add(2, Runs::Corrects, rate.to_owned());
    }
    add(2, Runs::Loops, "for key in params:".to_owned());
    for (rank, equation) in equations(values).iter().enumerate() {
        let mut parts = statement(rule, equation);
        parts.insert(0, part("    ".repeat(3), None));
        lines.push(CodeLine {
            text: parts.iter().map(|part| part.text.as_str()).collect(),
            runs: Runs::Computes(rank),
            parts,
        });
    }
    lines
}

impl CodeLine {
    /// The line as it is shown, with those of its terms that `has_arrow`.
    fn shown(&self, runs: bool, has_arrow: impl Fn(TermId) -> bool) -> ShownLine {
        let mut parts = self.parts.clone();
        for part in &mut parts {
            part.term = part.term.filter(|&term| has_arrow(term));
        }
        let named = |parts: &[Part]| parts.iter().filter_map(|part| part.term).collect();
        let terms: Vec<TermId> = named(&parts);
        // What the target is lit with comes first; a single term stands for its line.
        let is_lit_whole = terms.len() == 1 || parts.get(1).is_some_and(|it| it.term.is_some());
        if parts.is_empty() {
            parts.push(part(self.text.clone(), None));
        }
        ShownLine {
            parts,
            runs,
            term: terms.first().copied().filter(|_| is_lit_whole),
        }
    }
}

impl ShownLine {
    /// A line of which nothing is lit.
    pub fn plain(text: String, runs: bool) -> Self {
        Self {
            parts: vec![part(text, None)],
            runs,
            term: None,
        }
    }
}

fn part(text: impl Into<String>, term: Option<TermId>) -> Part {
    let text = text.into();
    Part { text, term }
}

/// An equation as a statement: in place where the target itself is the first term.
fn statement(rule: Rule, equation: &Equation) -> Vec<Part> {
    let terms = equation.terms;
    let (sign, rest) = match terms {
        [_, only] if equation.changes_in_place() && only.is_subtracted => ("-=", &terms[1..]),
        [_, next, ..] if equation.changes_in_place() && !next.is_subtracted => ("+=", &terms[1..]),
        _ => ("=", terms),
    };
    let target = variable(rule, equation.target, "key");
    let mut parts = vec![
        part(target, equation.lit_with),
        part(format!(" {sign}"), None),
    ];
    for (index, term) in rest.iter().enumerate() {
        let joint = match (index, term.is_subtracted) {
            (0, true) if sign == "=" => " -",
            (0, _) => " ",
            (_, true) => " - ",
            (_, false) => " + ",
        };
        parts.push(part(joint, None));
        parts.push(part(product(rule, term), Some(term.id)));
    }
    parts
}

fn product(rule: Rule, term: &Term) -> String {
    let mut factors: Vec<String> = term.scalars.iter().map(|&it| scalar(it)).collect();
    let of = |quantity| variable(rule, quantity, "key");
    match term.body {
        Body::Plain(quantity) => factors.push(of(quantity)),
        Body::Squared(quantity) => factors.extend([of(quantity), of(quantity)]),
        Body::OverRoot(quantity) => {
            let root = format!("(np.sqrt({}) + self.eps)", of(Quantity::Squares));
            factors.push(format!("{} / {root}", of(quantity)));
        }
    }
    factors.join(" * ")
}

fn scalar(scalar: Scalar) -> String {
    match scalar {
        Scalar::Key(key) => format!("self.{}", argument(key)),
        Scalar::OneMinus(key) => format!("(1 - self.{})", argument(key)),
        Scalar::OnePlus(key) => format!("(1 + self.{})", argument(key)),
        Scalar::Square(key) => format!("self.{}**2", argument(key)),
        Scalar::CorrectedRate => "rate".to_owned(),
    }
}

fn variable(rule: Rule, quantity: Quantity, index: &str) -> String {
    match quantity {
        Quantity::Params => format!("params[{index}]"),
        Quantity::Gradient => format!("grads[{index}]"),
        _ => format!("self.{}[{index}]", notation::letter(rule, quantity)),
    }
}

/// The class of the lane's rule at the shown step, and within its update after the line
/// of number `moment`, the last one where there are fewer.
pub fn program(
    scene: &Scene<'_>,
    lane: usize,
    moment: Option<usize>,
    words: &ProgramWords,
) -> Program {
    let Some(lane) = scene.lanes.get(lane) else {
        return Program::default();
    };
    let code = class(&lane.hyperparameters);
    let arrows = scene.mark::<Arrows>();
    let has_arrow = |term| {
        let all = arrows.map_or(&[][..], |it| &it.arrows);
        all.iter().any(|arrow| arrow.id == term)
    };
    let Some(update) = Update::shown(lane, &scene.conditions, scene.playhead) else {
        let lines = code.iter().map(|line| line.shown(false, |_| false));
        return Program {
            lines: lines.collect(),
            ..Program::default()
        };
    };
    let moments = moments(&code, update.from == 0);
    let moment = moment.map(|at| at.min(moments.len() - 1));
    let is_idle = moment.is_none() && update.is_to_come;
    let lines = code.iter().enumerate().map(|(index, line)| {
        let runs = match moment {
            Some(at) => moments[at].line == index,
            None if is_idle => line.runs == Runs::AtMaking,
            None => moments.iter().any(|it| it.line == index),
        };
        line.shown(runs, has_arrow)
    });
    let done = match moment {
        Some(at) => &moments[..=at],
        None if is_idle => &[],
        None => &moments[..],
    };
    let caption = match moment {
        Some(at) => (words.line)(update.from, at + 1, moments.len()),
        None if is_idle => words.made.to_owned(),
        None => (words.whole)(update.from),
    };
    Program {
        lines: lines.collect(),
        lit: arrows.and_then(|it| it.lit),
        variables: variables(&update, done, moment.is_some()),
        caption,
        n_moments: moments.len(),
        moment,
        is_to_come: update.is_to_come,
    }
}

/// A line as it runs, and for which parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Moment {
    line: usize,
    runs: Runs,
    axis: Option<usize>,
}

/// The lines of an update in the order in which they run.
fn moments(code: &[CodeLine], is_first: bool) -> Vec<Moment> {
    let mut moments = Vec::new();
    let mut run = |axis: Option<usize>, wanted: fn(Runs) -> bool| {
        for (line, CodeLine { runs, .. }) in code.iter().enumerate() {
            if wanted(*runs) && (is_first || *runs != Runs::Makes) {
                let runs = *runs;
                moments.push(Moment { line, runs, axis });
            }
        }
    };
    run(None, |runs| {
        matches!(
            runs,
            Runs::Asks | Runs::Makes | Runs::Counts | Runs::Corrects
        )
    });
    for axis in 0..AXES.len() {
        run(Some(axis), |runs| {
            matches!(runs, Runs::Loops | Runs::Computes(_))
        });
    }
    moments
}

/// The variables after these lines have run.
fn variables(update: &Update, done: &[Moment], marks_last: bool) -> Vec<Variable> {
    let (rule, values) = (update.rule, update.hyperparameters());
    let last = done.last().filter(|_| marks_last).copied();
    let is_done = |runs: Runs| done.iter().any(|moment| moment.runs == runs);
    let mut list: Vec<Variable> = Vec::new();
    let mut add = |name: String, value: String, is_written: bool| {
        list.push(Variable {
            name,
            value,
            is_written,
        });
    };
    for (key, value) in values.iter() {
        add(
            format!("self.{}", argument(key)),
            rounded(value, DIGITS),
            false,
        );
    }
    if uses_rate(values) {
        let counted = usize::from(is_done(Runs::Counts));
        let is_new = last.is_some_and(|it| it.runs == Runs::Counts);
        add(
            "self.t".to_owned(),
            (update.from + counted).to_string(),
            is_new,
        );
        if is_done(Runs::Corrects) {
            let rate = update.scalar(Scalar::CorrectedRate);
            let is_new = last.is_some_and(|it| it.runs == Runs::Corrects);
            add("rate".to_owned(), rounded(rate, DIGITS), is_new);
        }
    }
    if let Some(axis) = last.and_then(|it| it.axis) {
        let is_new = last.is_some_and(|it| it.runs == Runs::Loops);
        add("key".to_owned(), format!("\"{}\"", AXES[axis].0), is_new);
    }
    let is_unmade = update.from == 0 && !is_done(Runs::Makes);
    let mut quantities = vec![Quantity::Gradient];
    quantities.extend(carried(values));
    quantities.push(Quantity::Params);
    for quantity in quantities {
        if is_unmade && !matches!(quantity, Quantity::Params | Quantity::Gradient) {
            let name = notation::letter(rule, quantity);
            add(format!("self.{name}"), "None".to_owned(), false);
            continue;
        }
        let writes = |moment: &Moment, axis: usize| match moment.runs {
            Runs::Computes(rank) => {
                moment.axis == Some(axis) && equations(values)[rank].target == quantity
            }
            Runs::Makes => !matches!(quantity, Quantity::Params | Quantity::Gradient),
            _ => false,
        };
        let computes = |moment: &&Moment| matches!(moment.runs, Runs::Computes(_));
        for (axis, (name, at)) in AXES.iter().enumerate() {
            let is_new = done.iter().filter(computes).any(|it| writes(it, axis));
            let value = if is_new {
                update.after(quantity)
            } else {
                update.before(quantity)
            };
            let index = format!("\"{name}\"");
            let is_written = last.is_some_and(|it| writes(&it, axis));
            add(
                variable(rule, quantity, &index),
                rounded(at(value), DIGITS),
                is_written,
            );
        }
    }
    list
}
