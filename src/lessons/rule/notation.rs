//! Equations as MathML and as a line of text.

use crate::experiments::race::scene::{Hyperparameters, Key, Rule};
use crate::lessons::rule::equation::{Body, Quantity, Scalar, Term, TermId, equations};

/// An element of MathML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Math {
    /// An element with a text: `mi`, `mn`, `mo`.
    Leaf(&'static str, String),
    /// The name of something with a value for each parameter, which the book sets bold.
    Vector(String),
    /// An element with children.
    Node(&'static str, Vec<Math>),
}

/// The name of a quantity in a rule: the same letters mean other things in other rules.
pub const fn letter(rule: Rule, quantity: Quantity) -> &'static str {
    match (quantity, rule) {
        (Quantity::Params, _) => "W",
        (Quantity::Gradient, _) => "∂L/∂W",
        (Quantity::Velocity, Rule::Adam) => "m",
        (Quantity::Velocity, _) => "v",
        (Quantity::Squares, Rule::Adam) => "v",
        (Quantity::Squares, _) => "h",
    }
}

/// A formula in a line of text, its letters in the order of the formula: whoever hears it
/// or says it has the same name for it as those who see it (WCAG 2.5.3).
pub fn text(math: &Math) -> String {
    let spaced = line(math);
    let words: Vec<&str> = spaced.split_whitespace().collect();
    words.join(" ")
}

fn line(math: &Math) -> String {
    let (name, parts) = match math {
        Math::Leaf("mo", sign) if matches!(&**sign, "+" | "−" | "⊙" | "=") => {
            return format!(" {sign} ");
        }
        Math::Leaf(_, text) | Math::Vector(text) => return text.clone(),
        Math::Node(name, children) => (*name, children.iter().map(line).collect::<Vec<_>>()),
    };
    let low = |index: &str| match index {
        "1" => "₁",
        "2" => "₂",
        _ => "ₜ",
    };
    match (name, &*parts) {
        ("mfrac", [over, under]) if under.contains(' ') => format!(" {over}/({under}) "),
        ("mfrac", [over, under]) => format!(" {over}/{under} "),
        ("msqrt", [under]) => format!("√{under}"),
        ("msub", [base, index]) => [base, low(index)].concat(),
        ("msup", [base, _]) => [base, "²"].concat(),
        _ => parts.concat(),
    }
}

fn identifier(text: &str) -> Math {
    Math::Leaf("mi", text.to_owned())
}

fn number(text: &str) -> Math {
    Math::Leaf("mn", text.to_owned())
}

/// A sign of operation.
pub fn operator(text: &str) -> Math {
    Math::Leaf("mo", text.to_owned())
}

fn row(children: Vec<Math>) -> Math {
    Math::Node("mrow", children)
}

fn fraction(over: Math, under: Math) -> Math {
    Math::Node("mfrac", vec![over, under])
}

/// The symbol of a hyperparameter; its index is set low.
fn key(key: Key) -> Math {
    let low = |index| Math::Node("msub", vec![identifier("β"), number(index)]);
    match key {
        Key::Beta1 => low("1"),
        Key::Beta2 => low("2"),
        _ => identifier(key.symbol()),
    }
}

/// A quantity.
pub fn quantity(rule: Rule, quantity: Quantity) -> Math {
    let params = || Math::Vector("W".to_owned());
    match quantity {
        Quantity::Gradient => fraction(
            row(vec![operator("∂"), identifier("L")]),
            row(vec![operator("∂"), params()]),
        ),
        _ => Math::Vector(letter(rule, quantity).to_owned()),
    }
}

fn scalar(scalar: Scalar) -> Math {
    let with_one = |sign, symbol| {
        let parts = vec![
            operator("("),
            number("1"),
            operator(sign),
            key(symbol),
            operator(")"),
        ];
        row(parts)
    };
    match scalar {
        Scalar::Key(symbol) => key(symbol),
        Scalar::OneMinus(symbol) => with_one("−", symbol),
        Scalar::OnePlus(symbol) => with_one("+", symbol),
        Scalar::Square(symbol) => Math::Node("msup", vec![key(symbol), number("2")]),
        Scalar::CorrectedRate => Math::Node("msub", vec![identifier("η"), identifier("t")]),
    }
}

/// A term without the sign in front of it.
pub fn term(rule: Rule, term: &Term) -> Math {
    let mut factors: Vec<Math> = term.scalars.iter().map(|&it| scalar(it)).collect();
    match term.body {
        Body::Plain(of) => factors.push(quantity(rule, of)),
        Body::Squared(of) => {
            factors.extend([quantity(rule, of), operator("⊙"), quantity(rule, of)]);
        }
        Body::OverRoot(of) => {
            let root = Math::Node("msqrt", vec![quantity(rule, Quantity::Squares)]);
            let under = row(vec![root, operator("+"), key(Key::Eps)]);
            factors.extend([fraction(number("1"), under), quantity(rule, of)]);
        }
    }
    row(factors)
}

/// Adam's ηₜ = η √(1 − β₂ᵗ) / (1 − β₁ᵗ), what stands right of the equals sign.
pub fn corrected_rate() -> Math {
    let rest = |beta: Key| {
        let index = if beta == Key::Beta1 { "1" } else { "2" };
        let power = Math::Node(
            "msubsup",
            vec![identifier("β"), number(index), identifier("t")],
        );
        row(vec![number("1"), operator("−"), power])
    };
    let root = Math::Node("msqrt", vec![rest(Key::Beta2)]);
    row(vec![key(Key::Lr), fraction(root, rest(Key::Beta1))])
}

/// ηₜ.
pub fn rate_at_step() -> Math {
    scalar(Scalar::CorrectedRate)
}

fn scalar_text(scalar: Scalar) -> String {
    match scalar {
        Scalar::Key(key) => key.symbol().to_owned(),
        Scalar::OneMinus(key) => format!("(1 − {})", key.symbol()),
        Scalar::OnePlus(key) => format!("(1 + {})", key.symbol()),
        Scalar::Square(key) => format!("{}²", key.symbol()),
        Scalar::CorrectedRate => "ηₜ".to_owned(),
    }
}

/// The short name of a term with its sign, as it stands at an arrow: ΔW, the change of
/// the parameters, for a term over a root and for what is no term by itself.
pub fn arrow_text(values: &Hyperparameters, id: TermId) -> String {
    let rule = values.rule();
    let mut terms = equations(values).iter().flat_map(|equation| equation.terms);
    match terms.find(|term| term.id == id) {
        Some(term) if !matches!(term.body, Body::OverRoot(_)) => {
            let sign = if term.is_subtracted { "−" } else { "" };
            [
                sign,
                &text(&crate::lessons::rule::notation::term(rule, term)),
            ]
            .concat()
        }
        _ => "ΔW".to_owned(),
    }
}

/// What a term multiplies its quantity with: `−η`, `−ηₜ / (√v + ε)`; empty where it is
/// the quantity itself.
pub fn scale_text(rule: Rule, term: &Term) -> String {
    let sign = if term.is_subtracted { "−" } else { "" };
    let scalars: Vec<String> = term.scalars.iter().map(|&it| scalar_text(it)).collect();
    let scale = [sign, &scalars.join(" ")].concat();
    match term.body {
        Body::OverRoot(_) => format!("{scale} / (√{} + ε)", letter(rule, Quantity::Squares)),
        _ => scale,
    }
}
