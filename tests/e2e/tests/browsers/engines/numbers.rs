//! The numbers that reach a page: the book's, and to the last bit those of the native crate.

use std::fmt::Write as _;

use descent_widget::{lab::Lab, race::Trajectory};
use e2e::Page;
use serde_json::Value;

const FIGURE: &str = "document.querySelector('descent-widget')";

/// The book's own classes, run with numpy.
fn reference() -> Vec<Value> {
    let text = include_str!("../../../../reference/optimizers.json");
    let json: Value = serde_json::from_str(text).expect("the reference is JSON");
    json["runs"]
        .as_array()
        .expect("the reference has runs")
        .clone()
}

/// A run of the reference as an attribute: `adam:lr=0.3,beta1=0.9`.
fn attribute(run: &Value) -> String {
    let values = run["hyperparams"]
        .as_object()
        .expect("a run has hyperparameters");
    let values = values.iter().map(|(key, value)| match key.as_str() {
        "decay_rate" => format!("decay={value}"),
        key => format!("{key}={value}"),
    });
    format!("{}:{}", name(run), values.collect::<Vec<_>>().join(","))
}

fn name(run: &Value) -> String {
    run["optimizer"]
        .as_str()
        .expect("a run has a name")
        .to_lowercase()
}

/// The class of the JavaScript API with its arguments: `new api.Adam(0.3, 0.9, 0.999)`.
fn construction(run: &Value) -> String {
    let class = match name(run).as_str() {
        "rmsprop" => "RmsProp".to_owned(),
        _ => run["optimizer"]
            .as_str()
            .expect("a run has a name")
            .replace("SGD", "Sgd"),
    };
    let values = run["hyperparams"]
        .as_object()
        .expect("a run has hyperparameters");
    let arguments = values
        .iter()
        .filter(|(key, _)| *key != "eps")
        .map(|(_, it)| it.to_string());
    format!(
        "new window.api.{class}({})",
        arguments.collect::<Vec<_>>().join(", ")
    )
}

fn number(bits: &str) -> f64 {
    f64::from_bits(u64::from_str_radix(bits, 16).expect("sixteen digits"))
}

/// Holds `bits`, two or three numbers a row, against the rows of the reference.
#[track_caller]
fn assert_is_the_books(run: &Value, rows: &[Vec<f64>]) {
    let expected = run["trajectory"]
        .as_array()
        .expect("a run has a trajectory");
    assert_eq!(rows.len(), expected.len());
    for (step, (row, expected)) in rows.iter().zip(expected).enumerate() {
        for (&found, expected) in row.iter().zip(expected.as_array().expect("a row")) {
            let expected = expected.as_f64().expect("a number");
            // A coordinate that runs down to nothing carries the rounding of the steps before.
            let tolerance = 1e-12 * expected.abs().max(1e-12);
            let what = attribute(run);
            assert!(
                (found - expected).abs() <= tolerance,
                "{what}, step {step}: {found} {expected}"
            );
        }
    }
}

/// What `window.recorded` says of a lane.
fn line(name: &str, lane: &Trajectory) -> String {
    let outcome = &lane.outcome;
    let mut line = format!("{name} {} {}", outcome.kind.name(), outcome.step);
    let numbers = lane
        .points
        .iter()
        .map(|it| it.x)
        .chain(lane.points.iter().map(|it| it.y));
    for number in numbers.chain(lane.losses.iter().copied()) {
        let _ = write!(line, " {:016x}", number.to_bits());
    }
    line
}

#[test]
fn a_figure_records_the_books_numbers() {
    let runs = reference();
    let page = Page::with("<descent-widget></descent-widget>");
    for run in &runs {
        page.run(&format!("{FIGURE}.optimizers = {:?};", attribute(run)));
        let recorded = page.read(&format!("window.recorded({FIGURE})"));
        let numbers: Vec<f64> = recorded.split(' ').skip(3).map(number).collect();
        let n = numbers.len() / 3;
        let rows: Vec<_> = (0..n)
            .map(|k| vec![numbers[k], numbers[n + k], numbers[2 * n + k]])
            .collect();
        assert_is_the_books(run, &rows);
    }
}

// The page's own arrays are on `window`: those of a script that Firefox' driver runs are
// of another make.
#[test]
fn the_classes_for_pages_compute_the_books_numbers() {
    let page = Page::with("");
    for run in reference() {
        let text = page.read(&format!(
            "(() => {{
               const optimizer = {};
               const params = window.Float64Array.of(-7, 2);
               const grads = new window.Float64Array(2);
               const rows = [[...params]];
               for (let k = 0; k < 30; k += 1) {{
                 grads.set([params[0] / 10, 2 * params[1]]);
                 optimizer.update(params, grads);
                 rows.push([...params]);
               }}
               return rows.map((row) => row.map(window.bits).join(' ')).join('|');
             }})()",
            construction(&run)
        ));
        let rows: Vec<_> = text
            .split('|')
            .map(|row| row.split(' ').map(number).collect())
            .collect();
        assert_is_the_books(&run, &rows);
    }
}

#[test]
fn every_rule_on_every_surface_is_the_native_one_to_the_last_bit() {
    const RULES: &str = "sgd momentum nesterov adagrad rmsprop adam";
    let page = Page::with("<descent-widget></descent-widget>");
    for surface in [
        "ravine",
        "rosenbrock",
        "himmelblau",
        "beale",
        "booth",
        "styblinski-tang",
        "rastrigin",
        "saddle",
        "formula&formula=sin(3x)*exp(-y^2/4)%2Bln(1%2Bx^2)%2Btanh(x*y)%2Bsqrt(1%2By^2)",
    ] {
        let query = format!("surface={surface}&optimizers={RULES}&start=1.3 -0.7&steps=200");
        let mut lab = Lab::new();
        assert_eq!(lab.set_query(&query), []);
        let scene = lab.scene();
        let native: Vec<_> = scene
            .lanes
            .iter()
            .map(|lane| line(lane.rule().name(), lane.trajectory))
            .collect();

        page.run(&format!("{FIGURE}.query = {query:?};"));
        let recorded = page.read(&format!("window.recorded({FIGURE})"));
        for (native, recorded) in native.iter().zip(recorded.lines()) {
            assert_eq!(native, recorded, "{surface}");
        }
        assert_eq!(native.len(), recorded.lines().count(), "{surface}");
    }
    assert_eq!(page.read("window.warnings.join('\\n')"), "");
}

#[test]
fn what_does_not_fit_is_a_type_error_that_names_it_and_changes_nothing() {
    let page = Page::with("");
    let attempt = |update: &str| {
        page.read(&format!(
            "(() => {{
               const optimizer = new window.api.Momentum(0.1, 0.9);
               const params = {{ W1: window.Float64Array.of(1, 2), b1: window.Float64Array.of(3) }};
               const grads = {{ W1: window.Float64Array.of(1, 1), b1: window.Float64Array.of(1) }};
               try {{ {update}; return 'no error'; }}
               catch (error) {{ return `${{error.name}}: ${{error.message}} [${{params.W1}} ${{params.b1}}]`; }}
             }})()"
        ))
    };
    let length =
        attempt("grads.W1 = window.Float64Array.of(1, 2, 3); optimizer.update(params, grads)");
    for part in ["TypeError", "W1", "2", "3", "[1,2 3]"] {
        assert!(length.contains(part), "{part}: {length}");
    }
    let missing = attempt("delete grads.b1; optimizer.update(params, grads)");
    assert!(
        missing.contains("TypeError") && missing.contains("b1"),
        "{missing}"
    );
    assert!(missing.ends_with("[1,2 3]"), "{missing}");
    let mixed = attempt("optimizer.update(params, window.Float64Array.of(1))");
    assert!(mixed.contains("TypeError"), "{mixed}");
    let kind = attempt("optimizer.update(params, { W1: [1, 1], b1: window.Float64Array.of(1) })");
    assert!(kind.contains("TypeError") && kind.contains("W1"), "{kind}");
    let shape = attempt(
        "optimizer.update(params, grads);
         params.W1 = window.Float64Array.of(1, 2); params.b1 = window.Float64Array.of(3, 4);
         optimizer.update(params, { W1: window.Float64Array.of(1, 1), b1: window.Float64Array.of(1, 1) })",
    );
    assert!(
        shape.contains("TypeError") && shape.contains("b1"),
        "{shape}"
    );
    assert!(shape.ends_with("[1,2 3,4]"), "{shape}");
    assert_eq!(attempt("optimizer.update(params, grads)"), "no error");
}
