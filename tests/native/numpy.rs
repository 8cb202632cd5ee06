//! The script for NumPy, run with Python, gives the points of the figure.

use descent_widget::experiments::race::scene::{Hyperparameters, Rule};
use descent_widget::lab::Lab;
use descent_widget::language::Language;
use descent_widget::lessons::program::listing::class;
use descent_widget::lessons::program::script::script;
use descent_widget::lessons::program::words::ProgramWords;
use descent_widget::locale::PROGRAM;
use descent_widget::surface::Catalogue;
use std::env;
use std::ffi::OsString;
use std::io::Write;
use std::process::{Command, Stdio};

use crate::common::{from_query, skip};

/// How far a point of the script may be from the recorded one, as a share of the largest
/// coordinate of its run. Both compute in double precision; functions such as `sin` and
/// powers may differ in the last digit, and a run may let that grow.
const BOUND: f64 = 1e-9;

/// Runs a list of scripts, each as a program of its own, and prints their points with all
/// digits. One start of Python for many scripts: it takes longer than they do.
const RUNNER: &str = r#"
import json, sys, warnings
warnings.simplefilter("error")
for source in json.load(sys.stdin):
    names = {}
    exec(compile(source, "script", "exec"), names)
    print("script")
    for path in names["paths"]:
        print("path", *(value.hex() for value in path.ravel().tolist()))
"#;

fn python(sources: &[String]) -> String {
    let mut child = Command::new(interpreter())
        .args(["-c", RUNNER])
        .env("PYTHONUTF8", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let list = serde_json::to_string(sources).unwrap();
    // The pipe is closed with the statement, which tells the script that all is there.
    let bytes = list.as_bytes();
    child.stdin.take().unwrap().write_all(bytes).unwrap();
    let output = child.wait_with_output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// A Python with numpy: the one that `cargo xtask test` brings, or the machine's own.
fn interpreter() -> OsString {
    env::var_os("TEST_PYTHON").unwrap_or_else(|| "python3".into())
}

fn has_numpy() -> bool {
    let mut python = Command::new(interpreter());
    python.args(["-c", "import numpy"]).stderr(Stdio::null());
    python.status().is_ok_and(|status| status.success())
}

/// A number as Python writes it by `float.hex`.
fn from_hex(text: &str) -> f64 {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1.0, digits),
        None => (1.0, text),
    };
    let (mantissa, exponent) = digits.trim_start_matches("0x").split_once('p').unwrap();
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let bits = u64::from_str_radix(&[whole, fraction].concat(), 16).unwrap();
    let power = exponent.parse::<i32>().unwrap() - 4 * fraction.len() as i32;
    // Two steps: a power of two for the smallest numbers is none itself.
    let half = power / 2;
    let scale = |power: i32| 2.0_f64.powi(power);
    sign * bits as f64 * scale(half) * scale(power - half)
}

#[track_caller]
fn check_in(words: &ProgramWords, queries: &[String]) {
    if !has_numpy() {
        return skip("there is no Python with numpy");
    }
    let labs: Vec<Lab> = queries.iter().map(|query| from_query(query)).collect();
    let mut labs: Vec<(Lab, &String)> = labs.into_iter().zip(queries).collect();
    let sources = labs.iter_mut().map(|(lab, _)| script(&lab.scene(), words));
    let printed = python(&sources.collect::<Vec<_>>());
    let runs: Vec<&str> = printed.split("script\n").skip(1).collect();
    assert_eq!(runs.len(), queries.len());
    for ((lab, query), run) in labs.iter_mut().zip(runs) {
        check_run(lab, query, run);
    }
}

#[track_caller]
fn check_run(lab: &mut Lab, query: &str, printed: &str) {
    let scene = lab.scene();
    let paths: Vec<Vec<f64>> = printed
        .lines()
        .filter_map(|line| line.strip_prefix("path"))
        .map(|line| line.split_whitespace().map(from_hex).collect())
        .collect();
    assert_eq!(paths.len(), scene.lanes.len(), "{query}");
    for (lane, path) in scene.lanes.iter().zip(&paths) {
        let points = &lane.trajectory.points;
        assert_eq!(path.len(), 2 * points.len(), "{}: {query}", lane.name);
        let recorded = points.iter().flat_map(|point| [point.x, point.y]);
        let mut scale = 0.0_f64;
        for (index, (found, wanted)) in path.iter().zip(recorded).enumerate() {
            scale = scale.max(wanted.abs());
            let (step, off) = (index / 2, (found - wanted).abs());
            let name = &lane.name;
            assert!(
                off <= BOUND * scale,
                "{name} step {step}: {found} {wanted}: {query}"
            );
        }
    }
}

#[track_caller]
fn check(queries: &[&str]) {
    let queries: Vec<String> = queries.iter().map(|&query| query.to_owned()).collect();
    check_in(PROGRAM.en, &queries);
}

const ALL: &str = "optimizers=sgd momentum nesterov adagrad rmsprop adam";

#[test]
fn the_book_runs_again_in_python() {
    for &language in Language::ALL {
        check_in(PROGRAM.of(language), &[String::new()]);
    }
}

#[test]
fn every_rule_runs_again_on_every_surface() {
    let on = |entry: Catalogue| format!("surface={}&steps=40&{ALL}", entry.name());
    check_in(PROGRAM.en, &Catalogue::ALL.map(on));
}

#[test]
fn every_hyperparameter_is_passed_on() {
    check(&[
        "steps=50&start=3 -2.5&optimizers=sgd:lr=0.3 momentum:lr=0.05,momentum=0.5 \
         nesterov:lr=0.05,momentum=0.7 adagrad:lr=0.8,eps=0.1 rmsprop:lr=0.2,decay=0.8,eps=0.01 \
         adam:lr=0.2,beta1=0.5,beta2=0.9,eps=0.001 sgd:lr=0.3 sgd:lr=0.1",
    ]);
}

#[test]
fn every_form_and_condition_of_a_race_runs_again() {
    check(&[
        &format!("momentum-form=pytorch&nesterov-form=early&{ALL}"),
        &format!("momentum-form=average&rate-change=12 0.3&{ALL}"),
        &format!("momentum-form=pytorch&rate-change=0 2&steps=20&{ALL}"),
        &format!("noise=0.5&seed=12345678901&steps=60&{ALL}"),
        &format!("condition=3.5&noise=0.1&rate-change=7 0.5&{ALL}"),
        &format!("comparison=same&rate=0.05&domain=-3 3 -2 2&{ALL}"),
        &format!("surface=himmelblau&comparison=best&steps=25&noise=2&{ALL}"),
    ]);
}

#[test]
fn a_run_that_overflows_ends_at_the_same_step() {
    check(&[
        "steps=900&optimizers=sgd:lr=3 momentum:lr=5 nesterov:lr=4",
        "surface=rosenbrock&steps=60&start=3 3&optimizers=sgd:lr=1 adagrad:lr=1000",
    ]);
}

#[test]
fn a_typed_formula_runs_again_with_its_gradient() {
    let formulas = [
        "x^2/20 + y^2",
        "sin(3x)*exp(-y^2)+0.1*x^2",
        "-x^2 + x^4/40 + abs(y)",
        "min(x^2, 4) + max(y, -y/2)",
        "|x| + max(x, x) + 2xy^2",
        "sqrt(1+x^2+y^2) + ln(2+x^2) + log10(3+y^2)",
        "tanh(x) + atan(y) + cosh(x/8) + sinh(y/8) + tan(x/20) + cos(y)",
        "asin(x/20) + acos(y/20)",
        "(2+x^2)^(1/3) + 2^(y/4) + (3+x)^0 * 1/(2+2)",
        "(1.5+x^2)^(y^2/9) - -y",
        "3",
    ];
    let raced = |formula: &str| {
        let escaped = formula.replace('+', "%2B");
        format!("surface=formula&formula={escaped}&start=-1.2 0.8&steps=25&{ALL}")
    };
    check_in(PROGRAM.en, &formulas.map(raced));
}

#[test]
fn a_formula_without_value_at_the_start_gives_empty_paths() {
    check(&[
        "surface=formula&formula=ln(x)&start=-1 1&steps=3",
        "surface=formula&formula=1/(2-2)%2Bx&steps=3",
    ]);
}

#[test]
fn a_script_evaluates_no_text() {
    let mut lab = Lab::new();
    let _ = lab.set_query(&format!("surface=formula&formula=sin(x)*exp(y)&{ALL}"));
    let text = script(&lab.scene(), PROGRAM.ko);
    for word in ["eval", "exec", "compile(", "import os"] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn the_classes_have_the_books_interface() {
    for rule in Rule::ALL {
        let text: Vec<String> = class(&Hyperparameters::new(rule))
            .into_iter()
            .map(|line| line.text)
            .collect();
        assert_eq!(text[0], format!("class {}:", rule.title()));
        assert!(text.contains(&"    def update(self, params, grads):".to_owned()));
    }
    let momentum: Vec<String> = class(&Hyperparameters::new(Rule::Momentum))
        .into_iter()
        .map(|line| line.text)
        .collect();
    let last = &momentum[momentum.len() - 2..];
    let expect = [
        "            self.v[key] = self.momentum * self.v[key] - self.lr * grads[key]",
        "            params[key] += self.v[key]",
    ];
    assert_eq!(last, expect);
}
