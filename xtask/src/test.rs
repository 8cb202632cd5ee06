//! `cargo xtask test`: everything that is checked, the quick first, until something fails.
//!
//! Every day Chromium runs all tests, the other engines those that stand in a module `engines`;
//! what stands in a module `long` takes minutes and belongs to the rest of the matrix.

use std::{env, fs, process::Command};

use anyhow::Result;

use crate::{
    dist, javascript,
    process::{self, cargo},
    root,
    setup::{self, Engine, WASM},
    stage::{Report, Stage},
    target,
};

/// How much of the matrix is run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// What a change should pass.
    Everyday,
    /// Everything.
    All,
    /// What everything has beyond what has just been run every day.
    Rest,
}

impl Extent {
    /// Whether it has what every day has.
    fn has_everyday(self) -> bool {
        self != Self::Rest
    }

    /// Whether it has what every day has not.
    fn has_rest(self) -> bool {
        self != Self::Everyday
    }
}

/// Warnings of the compiler and of clippy are errors.
const DENIED: [&str; 3] = ["--", "-D", "warnings"];

/// The crates of the product, and what builds it.
const PRODUCT: [&str; 3] = ["descent-widget", "descent-kernel", "xtask"];

/// The crates that test in browsers and in hosts.
const TESTERS: [&str; 3] = ["e2e", "hosts", "browser-runner"];

/// What is compiled for the browser: the full build, and the light one.
const FULL: [&str; 5] = [
    "--target",
    WASM,
    "--no-default-features",
    "--features",
    "web,lessons",
];
const LIGHT: [&str; 5] = [
    "--target",
    WASM,
    "--no-default-features",
    "--features",
    "web",
];

pub(crate) fn run(native_only: bool, only: Option<Engine>, extent: Extent) -> Result<()> {
    let engines = match only {
        Some(engine) => vec![engine],
        None if native_only => Vec::new(),
        None => Engine::ALL.to_vec(),
    };
    setup::wasm_target()?;
    setup::fonts()?;
    setup::datasets()?;
    if !native_only {
        setup::engines(&engines)?;
        setup::axe()?;
    }
    let mut report = Report::open(extent == Extent::Rest)?;
    if only.is_none() {
        report.run_all(style(extent))?;
    }
    // What ships is compiled once: JavaScript is checked against it, and browsers open it.
    let full = match extent {
        Extent::Rest => None,
        Extent::Everyday | Extent::All if native_only => Some(javascript::bindings()?),
        Extent::Everyday | Extent::All => Some(dist::run()?),
    };
    if only.is_none() {
        if let Some(full) = &full {
            report.run_all(javascript::stages(full)?)?;
        }
        report.run_all(native(extent)?)?;
    }
    if !engines.is_empty() {
        in_browser(&engines, extent, &mut report)?;
        for &engine in &engines {
            report.run(end_to_end(engine, extent)?)?;
        }
    }
    report.finish()
}

/// Formatting and lints.
fn style(extent: Extent) -> Vec<Stage> {
    let mut stages = Vec::new();
    if extent.has_everyday() {
        let lib = ["clippy", "--lib"];
        stages.extend([
            Stage::new("formatting", cargo(["fmt", "--all", "--check"])),
            Stage::new("lints", lints(&PRODUCT)),
            Stage::new(
                "lints of the full build",
                with(cargo(lib), &[&FULL, &DENIED]),
            ),
            Stage::new(
                "lints of the light build",
                with(cargo(lib), &[&LIGHT, &DENIED]),
            ),
        ]);
    }
    if extent.has_rest() {
        // A hundred crates are compiled for these alone.
        stages.push(Stage::new(
            "lints of what tests in browsers",
            lints(&TESTERS),
        ));
    }
    stages
}

/// The tests that need no browser.
fn native(extent: Extent) -> Result<Vec<Stage>> {
    setup::nextest()?;
    let mut tests = cargo(["nextest", "run"]);
    tests.args(["--package", "descent-widget", "--package", "descent-kernel"]);
    tests.args(["--filterset", chosen_natively(extent)]);
    tests.env("PATH", setup::search_path()?);
    if let Some(python) = setup::python() {
        tests.env("TEST_PYTHON", python);
    }
    let mut stages = vec![Stage::new("native tests", tests)];
    if extent.has_everyday() {
        let doc = cargo(["test", "--doc", "--package", "descent-widget"]);
        stages.push(Stage::new("examples of the documentation", doc));
    }
    Ok(stages)
}

/// Clippy for all that some crates have.
fn lints(packages: &[&str]) -> Command {
    let mut command = cargo(["clippy", "--all-targets"]);
    for package in packages {
        command.args(["--package", package]);
    }
    with(command, &[&DENIED])
}

fn chosen_natively(extent: Extent) -> &'static str {
    match extent {
        Extent::Everyday => "not test(/\\blong::/)",
        Extent::All => "all()",
        // The runs that the note quotes change with the note alone, and train for minutes; as long
        // takes what draws thousands of races, of which every day has some.
        Extent::Rest => "test(/\\blong::/) and not test(/\\b(note|drawing)::long::/)",
    }
}

/// The unit tests that a browser runs.
fn in_browser(engines: &[Engine], extent: Extent, report: &mut Report) -> Result<()> {
    let is_chosen = |engine: &&Engine| match engine {
        Engine::Chromium => extent.has_everyday(),
        Engine::Firefox | Engine::Webkit => extent.has_rest() || engines.len() == 1,
    };
    let chosen: Vec<Engine> = engines.iter().filter(is_chosen).copied().collect();
    if !chosen.is_empty() {
        let runner = cargo(["build", "--quiet", "--package", "browser-runner"]);
        report.run(Stage::new("what runs tests in a browser", runner))?;
    }
    for engine in chosen {
        let name = format!("in-browser tests in {}", engine.name());
        let outcome = report.run(Stage::new(name, unit_tests_in(engine)?));
        if outcome.is_err() {
            name_failures(engine)?;
        }
        outcome?;
    }
    Ok(())
}

/// Runs each test by itself: of one that never ends the runner does not tell the name, because
/// the page that would tell it answers no longer.
fn name_failures(engine: Engine) -> Result<()> {
    let text = fs::read_to_string(root().join("tests/web.rs"))?;
    let after_mark = text.split("#[wasm_bindgen_test]\n").skip(1);
    let names = after_mark.filter_map(|it| it.strip_prefix("fn ")?.split('(').next());
    for name in names {
        let mut command = unit_tests_in(engine)?;
        command.args(["--", name]);
        if !Stage::new(name, command).passes() {
            println!("=== failed in {}: {name}", engine.name());
        }
    }
    Ok(())
}

fn unit_tests_in(engine: Engine) -> Result<Command> {
    let (driver, variable) = engine.driver();
    let path = setup::search_path()?;
    let mut command = match engine {
        Engine::Webkit => Command::new("xvfb-run"),
        Engine::Chromium | Engine::Firefox => cargo([]),
    };
    if engine == Engine::Webkit {
        command
            .arg("-a")
            .arg(cargo([]).get_program())
            .current_dir(crate::root());
    }
    let runner = target()?.join("debug/browser-runner");
    let runner = serde_json::to_string(&[runner.with_extension(env::consts::EXE_EXTENSION)])?;
    command
        .args(["test", "--profile", "dev", "--test", "web"])
        .args(FULL)
        .arg("--config")
        .arg(format!("target.{WASM}.runner={runner}"))
        .env("PATH", &path)
        // A module that does not say where it runs is not to be tried in Node.js.
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "60");
    // The runner takes the first driver that it hears of, so it hears of one only.
    for other in Engine::ALL {
        command.env_remove(other.driver().1);
    }
    if let Some(program) = process::find_in(&path, &[driver]) {
        command.env(variable, program);
    }
    Ok(command)
}

/// The built files in a browser.
fn end_to_end(engine: Engine, extent: Extent) -> Result<Stage> {
    let (modules, skipped) = chosen_end_to_end(engine, extent);
    // Nothing is trained here natively: what was compiled for this program does.
    let mut command = cargo(["test", "--profile", "dev", "--package", "e2e"]);
    command.args(["--test", "browsers", "--"]).args(modules);
    for module in skipped {
        command.args(["--skip", module]);
    }
    command
        .env("E2E_ENGINE", engine.name())
        .env("PATH", setup::search_path()?);
    let name = format!("end-to-end tests in {}", engine.name());
    Ok(Stage::new(name, command))
}

/// The modules of the end-to-end tests to run, all where there is none, and those to leave out.
fn chosen_end_to_end(
    engine: Engine,
    extent: Extent,
) -> (&'static [&'static str], &'static [&'static str]) {
    const ELSEWHERE: &str = "chromium::";
    const ENGINES: &str = "engines::";
    const LONG: &str = "long::";
    const NOT_WEBKIT: &str = "not_webkit::";
    const AUDITS: &str = "accessibility::";
    // What a page, a link or a reader's text could inject: no engine reads markup otherwise.
    const HOSTILE: &str = "hostile::";
    // The files and the prose are the same whatever reads them.
    const WEIGHTS: &str = "budgets::";
    const NOTE: &str = "note::";
    match (engine, extent) {
        (Engine::Chromium, Extent::Everyday) => (&[], &[LONG]),
        // Every day Chromium has the audits of accessibility; those in other languages and engines
        // take a quarter of an hour, and only `--all` has them.
        (Engine::Chromium, Extent::Rest) => (&[LONG], &[AUDITS]),
        (Engine::Chromium, Extent::All) => (&[], &[]),
        (Engine::Firefox, Extent::Everyday) => (&[ENGINES], &[ELSEWHERE]),
        (Engine::Firefox, Extent::Rest) => {
            (&[], &[ENGINES, ELSEWHERE, AUDITS, HOSTILE, WEIGHTS, NOTE])
        }
        (Engine::Firefox, Extent::All) => (&[], &[ELSEWHERE]),
        (Engine::Webkit, Extent::Everyday) => (&[ENGINES], &[ELSEWHERE, NOT_WEBKIT]),
        (Engine::Webkit, Extent::Rest) => (
            &[],
            &[
                ENGINES, ELSEWHERE, NOT_WEBKIT, AUDITS, HOSTILE, WEIGHTS, NOTE,
            ],
        ),
        (Engine::Webkit, Extent::All) => (&[], &[ELSEWHERE, NOT_WEBKIT]),
    }
}

fn with(mut command: Command, arguments: &[&[&str]]) -> Command {
    command.args(arguments.concat());
    command
}
