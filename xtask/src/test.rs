//! `cargo xtask test`: everything that is checked, the quick first, until something fails.

use std::{env, process::Command};

use anyhow::Result;
use wasm_bindgen_cli::wasm_bindgen_test_runner;

use crate::{
    dist, javascript,
    process::{self, cargo},
    setup::{self, Engine, WASM},
};

/// The hidden command under which this program runs the in-browser tests.
pub(crate) const RUNNER: &str = "run-in-browser";

const FOR_BROWSERS: [&str; 5] = [
    "--target",
    WASM,
    "--no-default-features",
    "--features",
    "web,lessons",
];

pub(crate) fn run(native_only: bool, only: Option<Engine>) -> Result<()> {
    let engines = match only {
        Some(engine) => vec![engine],
        None if native_only => Vec::new(),
        None => Engine::ALL.to_vec(),
    };
    setup::wasm_target()?;
    setup::datasets()?;
    if !native_only {
        setup::engines(&engines)?;
        setup::axe()?;
    }
    if only.is_none() {
        native()?;
    }
    if engines.is_empty() {
        return Ok(());
    }
    for &engine in &engines {
        stage(
            &format!("in-browser tests in {}", engine.name()),
            &mut in_browser(engine)?,
        )?;
    }
    dist::run()?;
    for &engine in &engines {
        stage(
            &format!("end-to-end tests in {}", engine.name()),
            &mut end_to_end(engine)?,
        )?;
    }
    Ok(())
}

/// What cargo runs in place of a test binary that was compiled for the browser.
pub(crate) fn runner(arguments: Vec<String>) -> Result<()> {
    let name = String::from("wasm-bindgen-test-runner");
    wasm_bindgen_test_runner::run_cli_with_args([name].into_iter().chain(arguments))
}

fn native() -> Result<()> {
    stage("formatting", &mut cargo(["fmt", "--all", "--check"]))?;
    let lints = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    stage("lints", &mut cargo(lints))?;
    let mut for_browsers = cargo(["clippy", "--lib", "--tests"]);
    for_browsers
        .args(FOR_BROWSERS)
        .args(["--", "-D", "warnings"]);
    stage("lints of what the browser gets", &mut for_browsers)?;
    let mut for_the_race = cargo(["clippy", "--lib", "--target", WASM]);
    for_the_race.args(["--no-default-features", "--features", "web"]);
    for_the_race.args(["--", "-D", "warnings"]);
    stage("lints of what the race alone needs", &mut for_the_race)?;
    println!("\n=== types and JavaScript tests");
    javascript::check()?;
    stage(
        "native tests",
        &mut cargo(["test", "--package", "descent-widget"]),
    )
}

fn in_browser(engine: Engine) -> Result<Command> {
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
    let runner = serde_json::to_string(&[env::current_exe()?.to_string_lossy().as_ref(), RUNNER])?;
    command
        .args(["test", "--test", "web"])
        .args(FOR_BROWSERS)
        .arg("--config")
        .arg(format!("target.{WASM}.runner={runner}"))
        .env("PATH", &path)
        // A module that does not say where it runs is not to be tried in Node.js.
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "180");
    // The runner takes the first driver that it hears of, so it hears of one only.
    for other in Engine::ALL {
        command.env_remove(other.driver().1);
    }
    if let Some(program) = process::find_in(&path, &[driver]) {
        command.env(variable, program);
    }
    Ok(command)
}

fn end_to_end(engine: Engine) -> Result<Command> {
    let mut command = cargo(["test", "--package", "e2e"]);
    command
        .env("E2E_ENGINE", engine.name())
        .env("PATH", setup::search_path()?);
    Ok(command)
}

/// Runs one kind of check. Nothing is printed after it: a run ends with the summary lines
/// of the test runners themselves.
fn stage(name: &str, command: &mut Command) -> Result<()> {
    println!("\n=== {name}");
    process::run(command)
}
