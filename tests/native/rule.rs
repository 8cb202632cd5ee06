//! The rule with its numbers: every term comes from the record, and what is printed adds up.

use descent_widget::experiments::race::scene::{Hyperparameters, Rule};
use descent_widget::lab::Lab;
use descent_widget::language::Language;
use descent_widget::lessons::program::listing::{class, program};
use descent_widget::lessons::rule::equation::{TermId, equations};
use descent_widget::lessons::rule::model::{Arrows, Update, signed};
use descent_widget::lessons::rule::notation::Math;
use descent_widget::lessons::rule::sheet::{Column, sheet};
use descent_widget::locale::{PROGRAM, RULE};
use descent_widget::math::{Point, Vec2};

use crate::common::from_query;

/// Races of all rules with random rates, starts and surfaces.
fn random_races(n: usize) -> impl Iterator<Item = (String, usize)> {
    let mut rng = fastrand::Rng::with_seed(6);
    let surfaces = ["ravine", "rosenbrock", "himmelblau", "beale", "saddle"];
    (0..n).map(move |_| {
        let rate = libm::exp10(rng.f64() * 5.0 - 4.0);
        let share = |rng: &mut fastrand::Rng| libm::round(rng.f64() * 990.0) / 1000.0;
        let (alpha, rho) = (share(&mut rng), share(&mut rng));
        let (b1, b2) = (share(&mut rng), share(&mut rng));
        let (x, y) = (rng.f64() * 8.0 - 4.0, rng.f64() * 8.0 - 4.0);
        let surface = surfaces[rng.usize(..surfaces.len())];
        let steps = rng.usize(1..120);
        let form = ["book", "pytorch", "average"][rng.usize(..3)];
        let early = ["corrected", "early"][rng.usize(..2)];
        let noise = [0.0, 0.3][rng.usize(..2)];
        let change = rng.usize(..=steps);
        let query = format!(
            "momentum-form={form}&nesterov-form={early}&noise={noise}&rate-change={change} 0.5&\
             lessons=rule&surface={surface}&start={x} {y}&steps={steps}&optimizers=sgd:lr={rate} \
             momentum:lr={rate},momentum={alpha} nesterov:lr={rate},momentum={alpha} \
             adagrad:lr={rate} rmsprop:lr={rate},decay={rho} adam:lr={rate},beta1={b1},beta2={b2}"
        );
        (query, rng.usize(..=steps))
    })
}

fn raced(query: &str, step: usize) -> Lab {
    from_query(&format!("{query}&step={step}"))
}

fn largest(values: impl IntoIterator<Item = Vec2>) -> f64 {
    values
        .into_iter()
        .flat_map(|v| [v.x.abs(), v.y.abs()])
        .fold(0.0, f64::max)
}

/// What a reader sees of a formula, without fractions' lines and roots' signs.
fn seen(math: &Math) -> String {
    match math {
        Math::Leaf(_, text) | Math::Vector(text) => text.clone(),
        Math::Node(_, children) => children.iter().map(seen).collect(),
    }
}

/// Letters and digits alone; low and high ones are letters and digits.
fn letters(text: &str) -> String {
    let plain = text.replace('₁', "1").replace(['₂', '²'], "2");
    let plain = plain.replace('ₜ', "t");
    plain.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The names of the columns of a lane's equations, without their values.
fn names(query: &str) -> Vec<String> {
    let mut lab = raced(&format!("lessons=rule&{query}"), 3);
    let sheet = sheet(&lab.scene(), 0, RULE.en);
    let columns = sheet.lines.iter().flatten();
    let names = columns.filter_map(|column| column.name.split_once(": "));
    names.map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn a_term_is_called_as_it_is_written() {
    for (query, step) in random_races(40) {
        let mut lab = raced(&query, step);
        let scene = lab.scene();
        for index in 0..scene.lanes.len() {
            for column in sheet(&scene, index, RULE.en).lines.into_iter().flatten() {
                let Some((name, _)) = column.name.split_once(": ") else {
                    continue;
                };
                assert_eq!(letters(name), letters(&seen(&column.math)), "{name}");
            }
        }
    }
    let momentum = ["v", "αv", "η ∂L/∂W", "W", "W", "v"];
    assert_eq!(names("optimizers=momentum"), momentum);
    let root = "η 1/(√h + ε) ∂L/∂W";
    let rms_prop = ["h", "ρh", "(1 − ρ) ∂L/∂W ⊙ ∂L/∂W", "W", "W", root];
    assert_eq!(names("optimizers=rmsprop"), rms_prop);
    assert_eq!(names("optimizers=adam")[1..3], ["β₁m", "(1 − β₁) ∂L/∂W"]);
}

#[test]
fn the_terms_add_up_to_what_was_recorded() {
    let mut n_checked = 0;
    for (query, step) in random_races(400) {
        let mut lab = raced(&query, step);
        let scene = lab.scene();
        for lane in &scene.lanes {
            let Some(update) = Update::shown(lane, &scene.conditions, step) else {
                continue;
            };
            for line in &update.lines {
                let terms = || line.equation.terms.iter().zip(&line.terms);
                let sum = terms().fold(Vec2::ZERO, |sum, (term, &value)| {
                    sum + signed(value, term.is_subtracted)
                });
                let scale = largest(line.terms.iter().copied());
                let off = largest([sum + -line.result]);
                assert!(
                    off <= 1e-12 * scale,
                    "{off:e} of {scale:e}: {} in {query}",
                    lane.name
                );
                n_checked += 1;
            }
        }
    }
    assert!(n_checked > 3000, "{n_checked}");
}

#[test]
fn the_arrows_lead_from_point_to_point() {
    for (query, step) in random_races(200) {
        let mut lab = raced(&query, step);
        let scene = lab.scene();
        for lane in &scene.lanes {
            let Some(update) = Update::shown(lane, &scene.conditions, step) else {
                continue;
            };
            let arrows = update.arrows();
            let points = &lane.trajectory.points;
            let (start, end) = (points[update.from], points[update.from + 1]);
            let parts: Vec<_> = arrows.iter().filter(|arrow| !arrow.is_sum).collect();
            let scale = largest(parts.iter().map(|arrow| arrow.to - arrow.from))
                .max(largest([start - Point::default()]));
            assert_eq!(parts[0].from, start);
            assert!(parts.windows(2).all(|pair| pair[0].to == pair[1].from));
            let off = largest([parts[parts.len() - 1].to - end]);
            assert!(
                off <= 1e-12 * scale,
                "{off:e} of {scale:e}: {} in {query}",
                lane.name
            );
            if let Some(sum) = arrows.iter().find(|arrow| arrow.is_sum) {
                assert_eq!((sum.from, sum.to), (start, end));
            }
        }
    }
}

/// A printed number, read back.
fn read(text: &str) -> (i128, i32) {
    let text = text.trim_matches(['(', ')']).replace('−', "-");
    let (mantissa, power) = match text.split_once("×10") {
        Some((mantissa, raised)) => (mantissa.to_owned(), plain_exponent(raised)),
        None => (text, 0),
    };
    let places = mantissa
        .split_once('.')
        .map_or(0, |(_, places)| places.len()) as i32;
    (mantissa.replace('.', "").parse().unwrap(), power - places)
}

fn plain_exponent(raised: &str) -> i32 {
    const FIGURES: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = |c| FIGURES.iter().position(|&figure| figure == c).unwrap() as i32;
    let digits = raised.trim_start_matches('⁻').chars();
    let value = digits.fold(0, |value, c| value * 10 + digit(c));
    if raised.starts_with('⁻') {
        -value
    } else {
        value
    }
}

/// Whether a printed row is right as it stands, digit by digit: `result = a − b + c`.
#[track_caller]
fn check_row(columns: &[Column], axis: usize) -> bool {
    let texts: Vec<&str> = columns
        .iter()
        .map(|column| column.values[axis].as_str())
        .collect();
    let numbers: Vec<(i128, i32)> = texts.iter().step_by(2).map(|text| read(text)).collect();
    // An exact 0 is written without decimals and without a power of ten.
    let unit = numbers
        .iter()
        .filter(|n| n.0 != 0)
        .map(|n| n.1)
        .min()
        .unwrap_or(0);
    let aligned = |(n, at): (i128, i32)| {
        if n == 0 {
            0
        } else {
            n * 10_i128.pow((at - unit) as u32)
        }
    };
    let first = columns[2].math != descent_widget::lessons::rule::notation::operator("−");
    assert!(first, "no rule begins with a minus");
    let mut sum = aligned(numbers[1]);
    for (sign, number) in texts[3..].iter().step_by(2).zip(&numbers[2..]) {
        sum += if *sign == "−" {
            -aligned(*number)
        } else {
            aligned(*number)
        };
    }
    assert_eq!(texts[1] == "=", sum == aligned(numbers[0]), "{texts:?}");
    sum == aligned(numbers[0])
}

#[test]
fn the_printed_terms_add_up_to_the_printed_result() {
    let (mut rows, mut broken) = (0, 0);
    for (query, step) in random_races(500) {
        let mut lab = raced(&query, step);
        let scene = lab.scene();
        for lane in 0..scene.lanes.len() {
            for columns in sheet(&scene, lane, RULE.en).lines {
                for axis in [0, 1] {
                    rows += 1;
                    broken += usize::from(!check_row(&columns, axis));
                }
            }
        }
    }
    assert!(rows > 8000, "{rows}");
    assert_eq!(broken, 0, "of {rows}");
}

/// `0.95·(−0.7)`, `(−0.7)²`, `0.9²·0.5`: plain products, read as a reader would.
fn product(text: &str) -> Option<f64> {
    if text.contains('√') {
        return None;
    }
    let factors = text.split('·').map(|factor| {
        let (factor, power) = match factor.strip_suffix('²') {
            Some(base) if !base.contains("×10") || base.ends_with(')') => (base, 2),
            _ => (factor, 1),
        };
        let (n, at) = read(factor);
        let value = n as f64 * libm::exp10(f64::from(at));
        (0..power).map(|_| value).product::<f64>()
    });
    Some(factors.product())
}

#[test]
fn the_printed_factors_multiply_to_the_printed_term() {
    let (mut n_products, mut n_off) = (0, 0);
    for (query, step) in random_races(300) {
        let mut lab = raced(&query, step);
        let scene = lab.scene();
        for lane in 0..scene.lanes.len() {
            for columns in sheet(&scene, lane, RULE.en).lines {
                for column in columns
                    .iter()
                    .filter(|column| !column.factors[0].is_empty())
                {
                    for axis in [0, 1] {
                        let Some(value) = product(&column.factors[axis]) else {
                            continue;
                        };
                        let (n, at) = read(&column.values[axis]);
                        let unit = libm::exp10(f64::from(at));
                        let off = (value - n as f64 * unit).abs();
                        n_products += 1;
                        n_off += usize::from(n != 0 && off > 0.500001 * unit);
                    }
                }
            }
        }
    }
    assert!(n_products > 5000, "{n_products}");
    assert!(n_off * 1000 <= n_products, "{n_off} of {n_products}");
}

#[track_caller]
fn check_values(query: &str, lane: usize, expect: &[[&str; 2]]) {
    let mut lab = raced(query, 1);
    let scene = lab.scene();
    let sheet = sheet(&scene, lane, RULE.en);
    let values: Vec<[String; 2]> = sheet
        .lines
        .concat()
        .iter()
        .map(|c| c.values.clone())
        .collect();
    assert_eq!(values, expect);
}

#[test]
fn the_first_update_of_the_book_is_shown_as_one_would_write_it() {
    let sgd = [
        ["−6.335", "−1.8"],
        ["=", "="],
        ["−7.000", "2.0"],
        ["−", "−"],
        ["(−0.665)", "3.8"],
    ];
    check_values("", 0, &sgd);
    let momentum = [
        ["0.07", "−0.4"],
        ["=", "="],
        ["0", "0"],
        ["−", "−"],
        ["(−0.07)", "0.4"],
        ["−6.93", "1.6"],
        ["=", "="],
        ["−7.00", "2.0"],
        ["+", "+"],
        ["0.07", "(−0.4)"],
    ];
    check_values("", 1, &momentum);
}

#[test]
fn the_caption_says_which_update_it_is() {
    let caption = |query: &str, step| sheet(&raced(query, step).scene(), 0, RULE.ko).caption;
    assert!(caption("", 0).starts_with("스텝 0 → 1: 다음에 일어날"));
    assert!(caption("", 1).starts_with("스텝 0 → 1: 현재 스텝"));
    assert!(caption("", 30).starts_with("스텝 29 → 30"));
    let overflow = "steps=2000&optimizers=sgd:lr=1000";
    assert!(caption(overflow, 2000).contains("마지막 갱신"));
    let nothing = "surface=formula&formula=ln(x)&start=-1 1&steps=3";
    assert!(caption(nothing, 3).contains("갱신이 없습니다"));
}

#[test]
fn every_language_names_what_the_map_shows() {
    for &language in Language::ALL {
        for (lane, n_notes) in [(0, 1), (1, 1), (2, 2), (3, 3)] {
            let sheet = sheet(&raced("", 7).scene(), lane, RULE.of(language));
            assert_eq!(sheet.notes.len(), n_notes, "{}", language.tag());
            assert_eq!(sheet.bars.len(), if lane < 2 { 0 } else { 2 });
        }
    }
}

#[test]
fn bars_hold_the_accumulated_squares() {
    for (query, step) in random_races(60) {
        let mut lab = raced(&query, step);
        let scene = lab.scene();
        for (index, lane) in scene.lanes.iter().enumerate() {
            let squares = &lane.trajectory.squares;
            let most = largest(squares.iter().copied());
            let Some(update) = Update::shown(lane, &scene.conditions, step) else {
                continue;
            };
            let now = squares[update.from + 1];
            for (bar, h) in sheet(&scene, index, RULE.en)
                .bars
                .iter()
                .zip([now.x, now.y])
            {
                assert!((bar.kept + bar.added - h / most).abs() < 1e-9 || most == 0.0);
                assert!((0.0..=1.0 + 1e-9).contains(&(bar.kept + bar.added)));
            }
        }
    }
}

#[test]
fn every_term_has_a_name_and_every_rule_moves_the_parameters() {
    for id in TermId::ALL {
        assert_eq!(TermId::named(id.name()), Some(id));
    }
    for rule in Rule::ALL {
        let terms: Vec<TermId> = equations(&Hyperparameters::new(rule))
            .iter()
            .flat_map(|it| it.terms)
            .map(|term| term.id)
            .collect();
        assert!(terms.contains(&TermId::Params), "{rule:?}");
    }
}

#[test]
fn every_arrow_has_its_place_in_the_program() {
    let mut n_arrows = 0;
    for (query, step) in random_races(100) {
        let query = query.replace("lessons=rule", "lessons=program");
        for lane in 0..Rule::ALL.len() {
            let mut lab = raced(&format!("{query}&lane={}", lane + 1), step);
            let scene = lab.scene();
            let sheet = program(&scene, lane, None, PROGRAM.en);
            let code = class(&scene.lanes[lane].hyperparameters);
            assert_eq!(code.len(), sheet.lines.len());
            for (line, shown) in code.iter().zip(&sheet.lines) {
                let parts = shown.parts.iter().map(|part| part.text.as_str());
                assert_eq!(line.text, parts.collect::<String>());
            }
            let lines = sheet.lines.iter();
            let lit: Vec<TermId> = lines
                .flat_map(|line| line.parts.iter().map(|part| part.term).chain([line.term]))
                .flatten()
                .collect();
            let arrows = &scene.mark::<Arrows>().unwrap().arrows;
            for arrow in arrows {
                assert!(lit.contains(&arrow.id), "{arrow:?} {code:?}");
            }
            assert!(
                lit.iter()
                    .all(|term| arrows.iter().any(|it| it.id == *term))
            );
            n_arrows += arrows.len();
        }
    }
    assert!(n_arrows > 500, "{n_arrows}");
}
