//! The rule with its numbers: what the lesson `rule` shows.

use crate::experiments::race::scene::{Cause, Key, Lane, OutcomeKind, Rule, Scene};
use crate::lessons::rule::equation::{Body, Quantity, Scalar, Term, TermId};
use crate::lessons::rule::model::{Arrow, Line, Update};
use crate::lessons::rule::notation;
use crate::lessons::rule::notation::{Math, operator};
use crate::lessons::rule::rounded_sum::Sum;
use crate::lessons::rule::words::{RuleWords, Shown};
use crate::math::Vec2;
use crate::view::number::{readable, rounded, superscript};

/// Everything that the lesson shows, without its fixed words.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Which update it is.
    pub caption: String,
    /// The equations.
    pub lines: Vec<Vec<Column>>,
    /// Adam's learning rate at this step.
    pub rate: Option<Rate>,
    /// The accumulated squares of each parameter.
    pub bars: Vec<Bar>,
    /// What the arrows are, and what the bars do.
    pub notes: Vec<String>,
}

/// A column of an equation: a term or a sign, with its values for x and y below.
#[derive(Clone, Debug)]
pub struct Column {
    /// The formula.
    pub math: Math,
    /// Which term it is; none for signs and for what no arrow or bar stands for.
    pub id: Option<TermId>,
    /// What a screen reader says for it; empty for signs.
    pub name: String,
    /// The values for x and y; a sign for signs.
    pub values: [String; 2],
    /// The values as products of numbers; empty where there is one factor only.
    pub factors: [String; 2],
}

/// ηₜ with its numbers.
#[derive(Clone, Debug)]
pub struct Rate {
    /// ηₜ = …
    pub math: Math,
    /// The same with numbers.
    pub text: String,
}

/// The accumulated squares of one parameter, as a bar of two parts.
#[derive(Clone, Debug)]
pub struct Bar {
    /// `x` or `y`.
    pub axis: &'static str,
    /// What is left of the squares before, from 0 to 1; 1 is the largest of the whole run.
    pub kept: f64,
    /// What this update adds, in the same unit.
    pub added: f64,
    /// The value and the learning rate that comes of it.
    pub text: String,
}

/// One component of a value that there is for each parameter.
type At = fn(Vec2) -> f64;

const AXES: [(&str, At); 2] = [("x", |v| v.x), ("y", |v| v.y)];

/// The sheet for a lane of the scene at the shown step.
pub fn sheet(scene: &Scene<'_>, lane: usize, words: &RuleWords) -> Sheet {
    let Some(lane) = scene.lanes.get(lane) else {
        return Sheet::default();
    };
    let Some(update) = Update::shown(lane, &scene.conditions, scene.playhead) else {
        let caption = (words.update)(0, Shown::Nothing);
        return Sheet {
            caption,
            ..Sheet::default()
        };
    };
    let shown = match (update.is_to_come, update.is_last) {
        (true, _) => Shown::ToCome,
        (_, true) => match lane.trajectory.outcome {
            outcome if outcome.cause == Cause::DivisionByZero => Shown::LastDivided,
            outcome if outcome.kind == OutcomeKind::Undefined => Shown::LastDefined,
            _ => Shown::Last,
        },
        _ => Shown::Made,
    };
    let ranks = 0..update.lines.len();
    Sheet {
        caption: (words.update)(update.from, shown),
        lines: ranks.map(|rank| columns(&update, rank)).collect(),
        rate: rate(&update),
        bars: bars(&update, lane),
        notes: notes(&update, words),
    }
}

fn columns(update: &Update, rank: usize) -> Vec<Column> {
    let line = &update.lines[rank];
    let target = line.equation.target;
    let sums = AXES.map(|(_, at)| sum(line, at));
    let name = |math: &Math, values: &[String; 2]| {
        let [x, y] = values;
        format!("{}: x {x}, y {y}", notation::text(math))
    };
    let target = notation::quantity(update.rule, target);
    let results = sums.each_ref().map(|sum| sum.result.clone());
    let mut columns = vec![
        Column {
            name: name(&target, &results),
            math: target,
            id: line.equation.lit_with,
            values: results,
            factors: Default::default(),
        },
        sign(
            "←",
            sums.each_ref()
                .map(|sum| if sum.adds_up { "=" } else { "≈" }),
        ),
    ];
    for (index, term) in line.equation.terms.iter().enumerate() {
        if index > 0 || term.is_subtracted {
            let text = if term.is_subtracted { "−" } else { "+" };
            columns.push(sign(text, [text; 2]));
        }
        let values = sums.each_ref().map(|sum| sum.terms[index].clone());
        let follows = columns.len() > 2;
        let factors = [0, 1].map(|axis| {
            let at = AXES[axis].1;
            let digits =
                sums[axis].factor_digits(index, |round| product(update, rank, term, at, round));
            factors(update, rank, term, at, digits)
        });
        let math = notation::term(update.rule, term);
        columns.push(Column {
            name: name(&math, &values),
            math,
            id: Some(term.id),
            values: values.map(|text| if follows { parenthesized(text) } else { text }),
            factors,
        });
    }
    columns
}

fn sum(line: &Line, at: At) -> Sum {
    let terms = line.equation.terms.iter().zip(&line.terms);
    let terms: Vec<(f64, bool)> = terms
        .map(|(term, value)| (at(*value), term.is_subtracted))
        .collect();
    Sum::new(&terms, at(line.result))
}

fn sign(text: &str, values: [&str; 2]) -> Column {
    Column {
        math: operator(text),
        id: None,
        name: String::new(),
        values: values.map(str::to_owned),
        factors: Default::default(),
    }
}

/// A negative number after a sign of operation.
fn parenthesized(text: String) -> String {
    if text.starts_with('\u{2212}') {
        format!("({text})")
    } else {
        text
    }
}

/// A number that something is done to, such as squaring.
fn enclosed(text: String) -> String {
    if text.starts_with('\u{2212}') || text.contains('×') {
        format!("({text})")
    } else {
        text
    }
}

/// The term's value from rounded factors.
fn product(update: &Update, rank: usize, term: &Term, at: At, round: &dyn Fn(f64) -> f64) -> f64 {
    let scalar = |&scalar: &Scalar| match scalar {
        Scalar::Square(key) => round(update.value(key)) * round(update.value(key)),
        other => round(update.scalar(other)),
    };
    let scale: f64 = term.scalars.iter().map(scalar).product();
    let seen = |quantity| round(at(update.seen(quantity, rank)));
    scale
        * match term.body {
            Body::Plain(of) => seen(of),
            Body::Squared(of) => seen(of) * seen(of),
            Body::OverRoot(of) => {
                let eps = round(update.value(Key::Eps));
                seen(of) / (f64::sqrt(seen(Quantity::Squares)) + eps)
            }
        }
}

/// The same as text: `0.95·(−0.7)`.
fn factors(update: &Update, rank: usize, term: &Term, at: At, digits: usize) -> String {
    if term.scalars.is_empty() && matches!(term.body, Body::Plain(_)) {
        return String::new();
    }
    let print = |value: f64| rounded(value, digits);
    let mut parts: Vec<String> = Vec::new();
    for &scalar in term.scalars {
        parts.push(match scalar {
            Scalar::Square(key) => [enclosed(print(update.value(key))), "²".to_owned()].concat(),
            other => print(update.scalar(other)),
        });
    }
    let seen = |quantity| print(at(update.seen(quantity, rank)));
    let body = match term.body {
        Body::Plain(of) => parenthesized(seen(of)),
        Body::Squared(of) => [enclosed(seen(of)), "²".to_owned()].concat(),
        Body::OverRoot(of) => {
            let root = enclosed(seen(Quantity::Squares));
            let eps = print(update.value(Key::Eps));
            format!("{}/(√{root} + {eps})", parenthesized(seen(of)))
        }
    };
    parts.push(body);
    parts.join("·")
}

fn rate(update: &Update) -> Option<Rate> {
    let mut terms = update.lines.iter().flat_map(|line| line.equation.terms);
    terms.find(|term| term.scalars.contains(&Scalar::CorrectedRate))?;
    let [lr, beta1, beta2] =
        [Key::Lr, Key::Beta1, Key::Beta2].map(|key| readable(update.value(key)));
    let t = superscript((update.from + 1) as i32);
    let value = rounded(update.scalar(Scalar::CorrectedRate), 6);
    Some(Rate {
        math: Math::Node(
            "mrow",
            vec![
                notation::rate_at_step(),
                operator("="),
                notation::corrected_rate(),
            ],
        ),
        text: format!("{lr}·√(1 − {beta2}{t}) / (1 − {beta1}{t}) = {value}"),
    })
}

fn bars(update: &Update, lane: &Lane<'_>) -> Vec<Bar> {
    let collects = |line: &&Line| line.equation.target == Quantity::Squares;
    let Some(line) = update.lines.iter().find(collects) else {
        return Vec::new();
    };
    let squares = &lane.trajectory.squares;
    let most = squares.iter().flat_map(|h| [h.x, h.y]).fold(0.0, f64::max);
    let letter = notation::letter(update.rule, Quantity::Squares);
    let rates = update.adapted_rate().unwrap_or(Vec2::ZERO);
    let rate_name = match update.rule {
        Rule::Adam => "ηₜ",
        _ => "η",
    };
    let part = |id: TermId, at: At| {
        let terms = line.equation.terms.iter().zip(&line.terms);
        let value = terms.filter(|(term, _)| term.id == id).map(|(_, v)| at(*v));
        let share = value.sum::<f64>() / most;
        if share.is_finite() { share } else { 0.0 }
    };
    let bars = AXES.map(|(axis, at)| Bar {
        axis,
        kept: part(TermId::Kept, at),
        added: part(TermId::Added, at),
        text: format!(
            "{letter} = {}, {rate_name}/(√{letter} + ε) = {}",
            readable(at(line.result)),
            readable(at(rates))
        ),
    });
    bars.to_vec()
}

fn notes(update: &Update, words: &RuleWords) -> Vec<String> {
    let arrows = update.arrows();
    let name = |arrow: &Arrow| notation::arrow_text(update.hyperparameters(), arrow.id);
    let names: Vec<String> = arrows.iter().map(name).collect();
    let mut notes = vec![(words.arrows)(&names)];
    let mut terms = update
        .equations()
        .iter()
        .flat_map(|equation| equation.terms);
    let whole = |term: &&Term| term.id == TermId::Step;
    let scale = terms
        .find(whole)
        .map(|term| notation::scale_text(update.rule, term));
    if let Some(scale) = scale.filter(|scale| arrows.len() > 1 && !scale.is_empty()) {
        let parts = arrows.iter().filter(|arrow| !arrow.is_sum).map(name);
        notes.push((words.scaled)(&parts.collect::<Vec<_>>(), &scale));
    }
    if update.adapted_rate().is_some() {
        let letter = notation::letter(update.rule, Quantity::Squares);
        notes.push((words.squares)(letter));
    }
    notes
}
