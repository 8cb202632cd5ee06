//! Every surface: exact gradient, true minima, what the formula language reads.

use descent_widget::experiments::race::names;
use descent_widget::math::{Point, Rect, Vec2};
use descent_widget::surface::formula::{MAX_LENGTH, ProblemKind};
use descent_widget::surface::{Catalogue, Formula, Surface};

/// A point of the rectangle, evenly at random.
fn point_in(area: Rect, random: &mut fastrand::Rng) -> Point {
    Point::new(area.x.at(random.f64()), area.y.at(random.f64()))
}

/// Compares the gradient with central differences, relative to the surface's steepness.
#[track_caller]
fn check_gradient(surface: &dyn Surface, seed: u64) {
    let mut random = fastrand::Rng::with_seed(seed);
    let area = surface.domain();
    for _ in 0..1000 {
        let at = point_in(area, &mut random);
        let h = 1e-5;
        let value = |dx: f64, dy: f64| surface.value(Point::new(at.x + dx, at.y + dy));
        let x = (value(h, 0.0) - value(-h, 0.0)) / (2.0 * h);
        let y = (value(0.0, h) - value(0.0, -h)) / (2.0 * h);
        let exact = surface.gradient(at);
        // Differences carry the rounding of the values over 2h, and h² of the third derivative.
        let allowed = 1e-6 * (1.0 + exact.length()) + 4e-16 * value(0.0, 0.0).abs() / h;
        assert!((exact.x - x).abs() < allowed, "{at:?}: {} and {x}", exact.x);
        assert!((exact.y - y).abs() < allowed, "{at:?}: {} and {y}", exact.y);
    }
}

#[test]
fn every_gradient_agrees_with_central_differences() {
    for entry in Catalogue::ALL {
        check_gradient(entry.surface(), 1);
    }
}

#[test]
fn at_every_minimum_the_gradient_vanishes_and_nothing_is_lower() {
    for entry in Catalogue::ALL {
        let surface = entry.surface();
        for &minimum in surface.minima() {
            assert!(
                surface.gradient(minimum).length() < 1e-8,
                "{entry:?} {minimum:?}"
            );
            let lowest = surface.value(minimum);
            let area = surface.domain();
            for row in 0..500 {
                for column in 0..500 {
                    let x = area.x.at(f64::from(column) / 499.0);
                    let y = area.y.at(f64::from(row) / 499.0);
                    let value = surface.value(Point::new(x, y));
                    assert!(value >= lowest - 1e-12, "{entry:?} at ({x}, {y})");
                }
            }
        }
    }
}

#[test]
fn every_surface_but_the_saddle_has_minima_inside_its_domain() {
    for entry in Catalogue::ALL {
        let surface = entry.surface();
        assert_eq!(surface.minima().is_empty(), entry == Catalogue::Saddle);
        assert!(
            surface
                .minima()
                .iter()
                .all(|&m| surface.domain().contains(m))
        );
        assert!(surface.domain().contains(surface.start()));
    }
}

#[test]
fn himmelblau_has_four_minima() {
    assert_eq!(Catalogue::Himmelblau.surface().minima().len(), 4);
}

#[track_caller]
fn check_value(text: &str, x: f64, y: f64, expect: f64) {
    let formula: Formula = text.parse().unwrap();
    let found = formula.value(Point::new(x, y));
    assert!(
        (found - expect).abs() <= 1e-12 * expect.abs().max(1.0),
        "{text} = {found}"
    );
}

#[test]
fn formulas_have_the_usual_ranks() {
    check_value("-x^2", 3.0, 0.0, -9.0);
    check_value("2^3^2", 0.0, 0.0, 512.0);
    check_value("x^-2", 2.0, 0.0, 0.25);
    check_value("1 - 2 - 3", 0.0, 0.0, -4.0);
    check_value("8/4/2", 0.0, 0.0, 1.0);
    check_value("2+3*4", 0.0, 0.0, 14.0);
    check_value("--x", 3.0, 0.0, 3.0);
    check_value("2*-x", 3.0, 0.0, -6.0);
}

#[test]
fn products_need_no_sign() {
    check_value("3x", 2.0, 0.0, 6.0);
    check_value("2(x+y)", 1.0, 2.0, 6.0);
    check_value("x y", 3.0, 4.0, 12.0);
    check_value("xy", 3.0, 4.0, 12.0);
    check_value("(x+1)(y-1)", 1.0, 3.0, 4.0);
    check_value("2x^2", 3.0, 0.0, 18.0);
    check_value("2pi", 0.0, 0.0, std::f64::consts::TAU);
    check_value("2e", 0.0, 0.0, 2.0 * std::f64::consts::E);
    check_value("2e3", 0.0, 0.0, 2000.0);
    check_value("x sin(y)", 2.0, 1.0, 2.0 * 1f64.sin());
}

#[test]
fn functions_are_the_usual_ones() {
    check_value(
        "sin(x)+cos(x)+tan(x)",
        0.3,
        0.0,
        0.3f64.sin() + 0.3f64.cos() + 0.3f64.tan(),
    );
    check_value(
        "asin(x)+acos(x)+atan(x)",
        0.3,
        0.0,
        0.3f64.asin() + 0.3f64.acos() + 0.3f64.atan(),
    );
    check_value(
        "sinh(x)+cosh(x)+tanh(x)",
        0.3,
        0.0,
        0.3f64.sinh() + 0.3f64.cosh() + 0.3f64.tanh(),
    );
    check_value(
        "exp(x)+ln(x)+log10(x)",
        0.3,
        0.0,
        0.3f64.exp() + 0.3f64.ln() + 0.3f64.log10(),
    );
    check_value("sqrt(x)+abs(-x)", 0.3, 0.0, 0.3f64.sqrt() + 0.3);
    check_value("min(x, y) + 10 max(x, y)", 1.0, 2.0, 21.0);
}

#[test]
fn the_signs_of_typeset_formulas_are_read() {
    check_value("x − 2·y×3÷2", 1.0, 1.0, -2.0);
    check_value("π", 0.0, 0.0, std::f64::consts::PI);
}

#[test]
fn an_exponent_belongs_to_the_letter_before_it() {
    check_value("xy^2", 1.5, 2.5, 9.375);
    check_value("x y^2", 1.5, 2.5, 9.375);
    check_value("x^2y", 1.5, 2.5, 5.625);
    check_value("2xy^2", 1.5, 2.5, 18.75);
}

#[test]
fn the_captions_of_the_figure_are_formulas() {
    for entry in Catalogue::ALL {
        let formula: Formula = names::formula(entry).parse().unwrap();
        let surface = entry.surface();
        let mut random = fastrand::Rng::with_seed(8);
        for _ in 0..50 {
            let at = point_in(surface.domain(), &mut random);
            let (read, own) = (formula.value(at), surface.value(at));
            let is_same = (read - own).abs() <= 1e-9 * own.abs().max(1.0);
            assert!(is_same, "{}: {read} is not {own}", entry.name());
        }
    }
}

#[test]
fn formulas_are_read_as_mathematicians_write_them() {
    check_value("x²/20 + y²", -7.0, 2.0, 6.45);
    check_value("x⁻² + y¹⁰", 2.0, 1.0, 1.25);
    check_value("|x| + 2|y − 1|", -3.0, 3.0, 7.0);
    check_value("|(1 + |x|) y|", -3.0, 2.0, 8.0);
    check_value("√x + √(x + 5) + 3√4", 4.0, 0.0, 11.0);
    check_value("sin x + 2cos 2πx", 1.0, 0.0, 1f64.sin() + 2.0);
    check_value("sin x cos y", 1.0, 2.0, 1f64.sin() * 2f64.cos());
    check_value(
        "sin² x + sin^2 (x) + cos²(x)",
        1.0,
        0.0,
        1.0 + 1f64.sin().powi(2),
    );
    check_value("sinx + xsin(x)", 2.0, 0.0, 3.0 * 2f64.sin());
    check_value("2pix", 0.5, 0.0, std::f64::consts::PI);
    check_value("arctan(x) + tg(y)", 0.5, 0.3, 0.5f64.atan() + 0.3f64.tan());
    check_value("f(x, y) = x^2", 3.0, 0.0, 9.0);
    check_value("L=x^2", 3.0, 0.0, 9.0);
    check_value(
        "0,5x^2 + max(1,2) + sin(0,05)",
        2.0,
        0.0,
        4.0 + 0.05f64.sin(),
    );
}

#[test]
fn formulas_are_read_as_programs_write_them() {
    check_value("x**2/20 + y**2", -7.0, 2.0, 6.45);
    check_value("x^{2} + [y]", 3.0, 1.0, 10.0);
    check_value("pow(x, 2) + np.power(y,3)", 3.0, 2.0, 17.0);
    check_value(
        "np.sin(x) + math.log(y) + np.maximum(x, 0)",
        1.0,
        2.0,
        1f64.sin() + 2f64.ln() + 1.0,
    );
}

#[test]
fn full_width_characters_are_read() {
    check_value("（ｘ＋ｙ）＾２", 1.0, 2.0, 9.0);
    check_value("１．５ｘ　−　ｍａｘ（０，５）", 2.0, 0.0, -2.0);
    check_problem("ｘ＋＃", 2, ProblemKind::Unexpected('#'));
}

/// One formula, spelled in ways that have to mean the same.
#[test]
fn ten_thousand_random_formulas_mean_the_same_in_every_spelling() {
    let mut random = fastrand::Rng::with_seed(12);
    for _ in 0..10_000 {
        let text = spelled_formula(&mut random, 3);
        let superscript = text.replace("^2", "²").replace("^3", "³");
        let stars = text.replace('^', "**");
        let full_width: String = text
            .chars()
            .map(|c| match c {
                '!'..='~' => char::from_u32(c as u32 + 0xfee0).unwrap(),
                c => c,
            })
            .collect();
        let plain: Formula = text.parse().unwrap();
        let at = Point::new(random.f64() * 4.0 - 2.0, random.f64() * 4.0 - 2.0);
        for other in [superscript, stars, full_width] {
            let read: Formula = other.parse().unwrap();
            let values = [&plain, &read].map(|it| it.value(at).to_bits());
            assert_eq!(values[0], values[1], "{text} and {other}");
        }
    }
}

/// A random formula with nothing that has two spellings but the power.
fn spelled_formula(random: &mut fastrand::Rng, depth: usize) -> String {
    let mut part = || spelled_formula(random, depth - 1);
    if depth == 0 {
        return ["x", "y", "1.5", "pi", "20"][random.usize(..5)].to_owned();
    }
    let (a, b) = (part(), part());
    match random.usize(..6) {
        0 => format!("({a} + {b})"),
        1 => format!("({a}) - {b}"),
        2 => format!("({a})({b})"),
        3 => format!("({a})^{}/({b})", random.u32(2..4)),
        4 => format!("sin({a})"),
        _ => format!("max({a}, {b})"),
    }
}

#[test]
fn at_a_kink_the_slope_is_that_of_other_libraries() {
    let slope = |text: &str| text.parse::<Formula>().unwrap().gradient(Point::default());
    assert_eq!(slope("abs(x) + |y|"), Vec2::ZERO);
    for text in ["max(x, 0)", "max(0, x)", "min(x, 0)", "min(0, x)"] {
        assert_eq!(slope(text), Vec2::new(0.5, 0.0), "{text}");
    }
    assert_eq!(slope("max(x, y)"), Vec2::new(0.5, 0.5));
}

#[test]
fn a_formulas_gradient_agrees_with_central_differences() {
    for text in [
        "x^2/20 + y^2",
        "sin(3x)*exp(-y^2)+0.1*x^2",
        "tanh(x y) + cosh(x/4) + sinh(y/3) + atan(x) - tan(x/20)",
        "sqrt(1 + x^2) + ln(2 + y^2) + log10(3 + x^2 y^2)",
        "(2 + sin(x))^(y/5) + 2^x/100 + asin(x/11) + acos(y/6)",
        "x / (1 + y^2) - (x - 1)^3 / 50",
    ] {
        let formula: Formula = text.parse().unwrap();
        check_gradient(&formula, 2);
    }
}

#[test]
fn the_default_formula_is_the_book_s_function() {
    let read: Formula = Formula::DEFAULT.parse().unwrap();
    assert_eq!(read, Formula::default());
    let ravine = Catalogue::Ravine.surface();
    let mut random = fastrand::Rng::with_seed(3);
    for _ in 0..100 {
        let at = point_in(ravine.domain(), &mut random);
        assert_eq!(read.value(at).to_bits(), ravine.value(at).to_bits());
    }
}

#[track_caller]
fn check_problem(text: &str, position: usize, kind: ProblemKind) {
    let problem = text.parse::<Formula>().unwrap_err();
    assert_eq!((problem.position, problem.kind), (position, kind), "{text}");
}

#[test]
fn problems_say_where_and_what() {
    check_problem("", 0, ProblemKind::Empty);
    check_problem("   ", 3, ProblemKind::Empty);
    check_problem("x^2 +", 5, ProblemKind::ValueMissing);
    check_problem("(x + y", 6, ProblemKind::ParenthesisMissing);
    check_problem("x + )", 4, ProblemKind::ValueMissing);
    check_problem("x)", 1, ProblemKind::Unexpected(')'));
    check_problem("sin", 3, ProblemKind::ArgumentsMissing("sin"));
    check_problem("sin x y", 4, ProblemKind::ArgumentsMissing("sin"));
    check_problem("sin^-1(x)", 3, ProblemKind::ArgumentsMissing("sin"));
    check_problem("|x", 2, ProblemKind::BarMissing);
    check_problem("2 log(x)", 2, ProblemKind::WhichLogarithm);
    check_problem("y^2 + x2", 6, ProblemKind::PowerOrProduct("x2".to_owned()));
    check_problem("loss = x^2", 5, ProblemKind::Unexpected('='));
    check_problem("x + foo(y)", 4, ProblemKind::UnknownName("foo".to_owned()));
    check_problem("x # y", 2, ProblemKind::Unexpected('#'));
    check_problem("1.2.3", 3, ProblemKind::OperatorMissing);
    check_problem("x, y", 1, ProblemKind::Unexpected(','));
    let wanted = |name, wanted| ProblemKind::ArgumentCount { name, wanted };
    check_problem("min(x)", 5, wanted("min", 2));
    check_problem("sin(x, y)", 5, wanted("sin", 1));
    check_problem(
        &"x".repeat(MAX_LENGTH + 1),
        MAX_LENGTH,
        ProblemKind::TooLong,
    );
    check_problem(&"(".repeat(100), 41, ProblemKind::TooDeep);
}

#[test]
fn a_hundred_thousand_random_texts_give_no_panic() {
    let words = [
        "x", "y", "+", "-", "*", "/", "^", "(", ")", ",", "1", ".5", "2e", "e", "pi", "sin(",
        "exp(", "min(", "sqrt(", " ", "log10(", "abs(", "·", "한", "1e999", "tan", "\u{2212}", "|",
        "√", "²", "**", "xy", "np.", "＋", "=", "0,5", "sin",
    ];
    let mut random = fastrand::Rng::with_seed(4);
    let mut n_read = 0;
    for _ in 0..100_000 {
        let n = random.usize(0..24);
        let text: String = (0..n)
            .map(|_| words[random.usize(0..words.len())])
            .collect();
        if let Ok(formula) = text.parse::<Formula>() {
            n_read += 1;
            let at = Point::new(random.f64() * 20.0 - 10.0, random.f64() * 10.0 - 5.0);
            // Any value is allowed, even none; the evaluation itself must end.
            let (value, gradient) = (formula.value(at), formula.gradient(at));
            assert!(value.is_nan() || value.abs() >= 0.0);
            assert!(gradient.x.is_nan() || gradient.x.abs() >= 0.0);
        }
    }
    assert!(n_read > 1000, "{n_read} of the texts are formulas");
}

#[test]
fn the_deepest_formula_is_evaluated() {
    let nested = format!("{}x{}", "1+2*3^(".repeat(18), ")".repeat(18));
    let formula: Formula = nested.parse().unwrap();
    assert!(formula.value(Point::new(0.0, 0.0)).is_finite() || nested.len() < 200);
}
