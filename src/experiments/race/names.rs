//! Which word names what: controls, options, surfaces, problems.

use crate::experiments::race::scene::{
    Bound, Forms, Hyperparameters, Key, MomentumForm, NesterovForm,
};
use crate::experiments::race::scene::{Rule, Scene, SurfaceName};
use crate::experiments::race::words::RaceWords;
use crate::experiments::race::words::surface::{FormulaWords, SurfaceWords};
use crate::lab::Problem;
use crate::math::joined;
use crate::surface::formula::{self, MAX_LENGTH, ProblemKind};
use crate::surface::{Catalogue, Valley};
use crate::view::number::{exact, readable};
use crate::view::words::FigureWords;
use std::borrow::Cow;

/// The name of a surface.
pub const fn surface(words: &SurfaceWords, surface: SurfaceName) -> &'static str {
    match surface {
        SurfaceName::Formula => words.own_formula,
        SurfaceName::Named(entry) => match entry {
            Catalogue::Ravine => words.ravine,
            Catalogue::Rosenbrock => words.rosenbrock,
            Catalogue::Himmelblau => words.himmelblau,
            Catalogue::Beale => words.beale,
            Catalogue::Booth => words.booth,
            Catalogue::StyblinskiTang => words.styblinski_tang,
            Catalogue::Rastrigin => words.rastrigin,
            Catalogue::Saddle => words.saddle,
        },
    }
}

/// The formula of a surface that has a name, the same in every language.
pub const fn formula(entry: Catalogue) -> &'static str {
    match entry {
        Catalogue::Ravine => "x²/20 + y²",
        Catalogue::Rosenbrock => "(1 − x)² + 100(y − x²)²",
        Catalogue::Himmelblau => "(x² + y − 11)² + (x + y² − 7)²",
        Catalogue::Beale => "(1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²",
        Catalogue::Booth => "(x + 2y − 7)² + (2x + y − 5)²",
        Catalogue::StyblinskiTang => "(x⁴ − 16x² + 5x + y⁴ − 16y² + 5y)/2",
        Catalogue::Rastrigin => "20 + x² − 10 cos 2πx + y² − 10 cos 2πy",
        Catalogue::Saddle => "x² − y²",
    }
}

/// The formula of the surface that a scene shows.
pub fn shown_formula<'a>(scene: &Scene<'a>) -> Cow<'a, str> {
    match scene.surface {
        SurfaceName::Formula => scene.formula.into(),
        SurfaceName::Named(Catalogue::Ravine) if scene.condition == 1.0 => "x² + y²".into(),
        SurfaceName::Named(Catalogue::Ravine) => {
            format!("x²/{} + y²", readable(scene.condition)).into()
        }
        SurfaceName::Named(entry) => formula(entry).into(),
    }
}

/// The name of the surface that a scene shows. The ravine is the book's only as it is
/// there.
pub fn shown_surface(words: &SurfaceWords, scene: &Scene) -> &'static str {
    let is_ravine = scene.surface == SurfaceName::Named(Catalogue::Ravine);
    if is_ravine && scene.condition != Valley::BOOK.condition {
        return words.quadratic;
    }
    surface(words, scene.surface)
}

/// What is wrong with something typed, and what to do.
pub fn problem(figure: &FigureWords, race: &RaceWords, problem: &Problem) -> String {
    match problem {
        Problem::Attributes(warnings) => {
            let texts: Vec<String> = warnings.iter().map(ToString::to_string).collect();
            joined(&texts, " ")
        }
        Problem::Number {
            low,
            high,
            is_whole,
        } => (figure.number_wanted)(&exact(*low), &exact(*high), *is_whole),
        Problem::Formula(problem) => formula_problem(race.surface, problem),
        // The lesson that asks says so itself.
        Problem::Unknown | Problem::Locked | Problem::Unanswered => String::new(),
    }
}

/// What is wrong with a formula.
pub fn formula_problem(surface: &SurfaceWords, problem: &formula::Problem) -> String {
    let words = match &problem.kind {
        ProblemKind::Empty => FormulaWords::Empty,
        ProblemKind::TooLong => FormulaWords::TooLong(MAX_LENGTH),
        ProblemKind::TooDeep => FormulaWords::TooDeep,
        ProblemKind::ValueMissing => FormulaWords::ValueMissing,
        ProblemKind::OperatorMissing => FormulaWords::OperatorMissing,
        ProblemKind::ParenthesisMissing => FormulaWords::ParenthesisMissing,
        ProblemKind::BarMissing => FormulaWords::BarMissing,
        ProblemKind::WhichLogarithm => FormulaWords::WhichLogarithm,
        ProblemKind::PowerOrProduct(name) => {
            let (letter, number) = name.split_at_checked(1).unwrap_or_default();
            FormulaWords::PowerOrProduct(letter, number)
        }
        ProblemKind::ArgumentsMissing(name) => FormulaWords::ArgumentsMissing(name),
        ProblemKind::ArgumentCount { name, wanted } => FormulaWords::ArgumentCount(name, *wanted),
        ProblemKind::UnknownName(name) => FormulaWords::UnknownName(name),
        ProblemKind::Unexpected(c) => FormulaWords::Unexpected(*c),
    };
    (surface.formula_problem)(&words, problem.position + 1)
}

/// Up to which learning rate a rule is stable.
pub fn bound(race: &RaceWords, bound: &Bound) -> String {
    let rate = readable(bound.rate);
    (race.stable_below)(
        &rate,
        bound_formula(bound.rule, bound.forms),
        &readable(bound.curvature),
    )
}

/// The formula of the bound on the learning rate; λ is the largest curvature.
pub const fn bound_formula(rule: Rule, forms: Forms) -> &'static str {
    match (rule, forms.momentum, forms.nesterov) {
        (Rule::Momentum, MomentumForm::Average, _) => "2(1 + α)/((1 − α)λ)",
        (Rule::Momentum, ..) => "2(1 + α)/λ",
        (Rule::Nesterov, _, NesterovForm::Early) => "2(1 + α)/((1 + 2α + 2α²)λ)",
        (Rule::Nesterov, ..) => "2(1 + α)/((1 + 2α)λ)",
        _ => "2/λ",
    }
}

/// The rules of a scene that are in another form than the book's, as formulas.
pub fn other_forms(scene: &Scene) -> Vec<String> {
    let Some(forms) = scene.lanes.first().map(|lane| lane.hyperparameters.forms()) else {
        return Vec::new();
    };
    let races = |rule| scene.lanes.iter().any(|lane| lane.rule() == rule);
    let momentum = forms.momentum != MomentumForm::Book && races(Rule::Momentum);
    let nesterov = forms.nesterov != NesterovForm::Corrected && races(Rule::Nesterov);
    let stated = |rule: Rule, equation| joined(&[rule.title(), equation], ": ");
    let momentum = momentum.then(|| stated(Rule::Momentum, momentum_equation(forms.momentum)));
    let nesterov = nesterov.then(|| stated(Rule::Nesterov, nesterov_equation(forms.nesterov)));
    momentum.into_iter().chain(nesterov).collect()
}

/// Momentum in a form, the same in every language.
pub const fn momentum_equation(form: MomentumForm) -> &'static str {
    match form {
        MomentumForm::Book => "v ← αv − ηg, W ← W + v",
        MomentumForm::PyTorch => "v ← αv + g, W ← W − ηv",
        MomentumForm::Average => "v ← αv + (1 − α)g, W ← W − ηv",
    }
}

/// Nesterov in a form, the same in every language: what comes first is done first.
pub const fn nesterov_equation(form: NesterovForm) -> &'static str {
    match form {
        NesterovForm::Corrected => "W ← W + α²v − (1 + α)ηg, v ← αv − ηg",
        NesterovForm::Early => "v ← αv − ηg, W ← W + α²v − (1 + α)ηg",
    }
}

/// The rate with which the book's Momentum goes the same way, where a lane's own form
/// means another one by η.
pub fn book_rate(race: &RaceWords, lane: &Hyperparameters) -> Option<String> {
    let form = lane.forms().momentum;
    let differs = lane.rule() == Rule::Momentum && form != MomentumForm::Book;
    let rate = form.book_rate(lane.value(Key::Lr), lane.value(Key::Momentum));
    differs.then(|| (race.book_rate)(&readable(rate)))
}
