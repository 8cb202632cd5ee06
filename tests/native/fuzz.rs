//! Formulas as nobody would type them: no panic, no hang, no value
//! that is not finite in a picture.

use std::time::{Duration, Instant};

use descent_widget::lab::{Action, Lab};
use descent_widget::math::Point;
use descent_widget::optim::{Hyperparameters, Key, Rule};
use descent_widget::race::{Cause, Outcome, OutcomeKind, run};
use descent_widget::surface::formula::{Function, MAX_LENGTH};
use descent_widget::surface::{Formula, Surface, Trouble};
use fastrand::Rng;

/// Reading and evaluating one input takes some microseconds; this is for slow machines
/// that do something else meanwhile.
const BOUND: Duration = Duration::from_secs(1);

const GOOD: [&str; 8] = [
    "x^2/20 + y^2",
    "sin(3x)*exp(-y^2)+0.1*x^2",
    "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
    "min(abs(x), max(y, 2pi)) - log10(1e-3 + x^2)",
    "-x^-2^-y",
    "2(x+y)3x y e",
    "sqrt(1 - x^2) / tanh(y) × 4 ÷ π",
    "asin(x)acos(y)atan(x y)ln(x)tan(cosh(sinh(y)))",
];

const PIECES: [&str; 30] = [
    "x", "y", "xy", "e", "pi", "π", "1", "0", "2.5", "1e308", "1e-308", "1e999", ".", "1.", ".5",
    "(", ")", "((", "))", ",", "+", "-", "−", "*", "/", "^", "^-", "××", " ", "\t",
];

/// A text of one of several kinds of nonsense.
fn nonsense(rng: &mut Rng) -> String {
    match rng.u8(..6) {
        0 => soup(rng),
        1 => mutation(rng),
        2 => {
            let bytes: Vec<u8> = (0..rng.usize(..80)).map(|_| rng.u8(..)).collect();
            String::from_utf8_lossy(&bytes).into_owned()
        }
        3 => deep(rng),
        4 => (0..rng.usize(..40)).map(|_| rng.char(..)).collect(),
        _ => {
            let piece = soup(rng);
            piece.repeat(rng.usize(1..400))
        }
    }
}

/// Tokens in any order.
fn soup(rng: &mut Rng) -> String {
    let mut text = String::new();
    for _ in 0..rng.usize(..30) {
        if rng.u8(..5) == 0 {
            text += Function::ALL[rng.usize(..Function::ALL.len())].name();
            text += if rng.bool() { "(" } else { "" };
        } else {
            text += PIECES[rng.usize(..PIECES.len())];
        }
    }
    text
}

/// A good formula with some characters taken out, put in or swapped.
fn mutation(rng: &mut Rng) -> String {
    let mut chars: Vec<char> = GOOD[rng.usize(..GOOD.len())].chars().collect();
    for _ in 0..rng.usize(..5) {
        let at = rng.usize(..chars.len());
        match rng.u8(..3) {
            0 if chars.len() > 1 => {
                chars.remove(at);
            }
            1 => chars.insert(at, rng.char(' '..'~')),
            _ => {
                let other = rng.usize(..chars.len());
                chars.swap(at, other);
            }
        }
    }
    chars.into_iter().collect()
}

/// Nested up to and past what is allowed, and good inside.
fn deep(rng: &mut Rng) -> String {
    let (open, close) = [
        ("(", ")"),
        ("sin(", ")"),
        ("-", ""),
        ("x^", ""),
        ("min(x,", ")"),
        ("1+2*x^max(y,", ")"),
        ("(1+", ")"),
    ][rng.usize(..7)];
    let depth = rng.usize(..60);
    let closed = depth - usize::from(depth > 0 && rng.u8(..4) == 0);
    [open.repeat(depth), "y".to_owned(), close.repeat(closed)].concat()
}

/// Everything that is done with a formula that could be read.
fn check_good(formula: &Formula, rng: &mut Rng) {
    let at = match rng.u8(..4) {
        0 => Point::new(0.0, 0.0),
        1 => Point::new(f64::from_bits(rng.u64(..)), f64::from_bits(rng.u64(..))),
        _ => Point::new(rng.f64() * 20.0 - 10.0, rng.f64() * 10.0 - 5.0),
    };
    let rule = Rule::ALL[rng.usize(..6)];
    let lane = Hyperparameters::new(rule).with(Key::Lr, 0.1);
    let record = run(formula, at, &lane, 5);
    assert!(record.points.iter().all(|point| point.is_finite()));
    assert!(record.losses.iter().all(|loss| loss.is_finite()));
    assert!(record.gradients.iter().all(|gradient| gradient.is_finite()));
    // What is not finite ended the run and is told.
    if record.points.len() < 6 {
        let Outcome { kind, cause, .. } = record.outcome;
        let expect = match cause {
            Cause::Surface(Trouble::TooLarge) => OutcomeKind::Diverged,
            Cause::Surface(_) => OutcomeKind::Undefined,
            other => panic!("{}: {other:?}", formula.text()),
        };
        assert_eq!(kind, expect);
    }
    let (value, gradient) = (formula.value(at), formula.gradient(at));
    let (loss, slope) = formula.sample(at);
    assert_eq!(value.to_bits(), loss.to_bits());
    assert_eq!(gradient.x.to_bits(), slope.x.to_bits());
}

#[track_caller]
fn read_nonsense(n: usize, seed: u64) {
    let mut rng = Rng::with_seed(seed);
    let mut n_good = 0;
    for _ in 0..n {
        let text = nonsense(&mut rng);
        let started = Instant::now();
        match text.parse::<Formula>() {
            Ok(formula) => {
                n_good += 1;
                assert!(text.chars().count() <= MAX_LENGTH, "{text}");
                check_good(&formula, &mut rng);
            }
            Err(problem) => {
                assert!(problem.position <= text.chars().count(), "{text}");
                assert_eq!(problem.split(&text).concat(), text);
            }
        }
        assert!(started.elapsed() < BOUND, "{text}");
    }
    // The inputs reach both sides.
    assert!((n / 20..n * 19 / 20).contains(&n_good), "{n_good}");
}

#[test]
fn a_hundred_thousand_inputs_give_no_panic_and_no_hang() {
    read_nonsense(100_000, 6);
}

#[test]
fn the_last_good_surface_stays_while_nonsense_is_typed() {
    let mut lab = Lab::new();
    lab.set_query("surface=formula");
    let mut rng = Rng::with_seed(7);
    let mut last = Formula::DEFAULT.to_owned();
    for _ in 0..3000 {
        let text = nonsense(&mut rng);
        let taken = lab.apply(Action::enter("formula", text.clone()));
        if taken.is_ok() {
            last.clone_from(&text);
        }
        assert_eq!(lab.settings().race().formula.text(), last);
        assert_eq!(lab.formula_text(), text);
        assert_eq!(lab.formula_problem().is_none(), taken.is_ok());
    }
}

#[test]
fn a_problem_is_split_from_the_text_at_its_character() {
    let split = |text: &str| {
        let problem = text.parse::<Formula>().unwrap_err();
        problem.split(text).map(str::to_owned)
    };
    assert_eq!(split("x^2 +"), ["x^2 +", "", ""]);
    assert_eq!(split("π × ½ + y"), ["π × ", "½", " + y"]);
    assert_eq!(split("sin x y"), ["sin ", "x", " y"]);
    assert_eq!(split("2exq(-y^2)"), ["2", "exq", "(-y^2)"]);
    assert_eq!(split("(x + 1"), ["(x + 1", "", ""]);
    assert_eq!(split(""), ["", "", ""]);
}

mod long {
    use super::*;

    #[test]
    fn two_million_inputs_give_no_panic_and_no_hang() {
        read_nonsense(2_000_000, 60);
    }
}
