//! The project's own commands, run as `cargo xtask COMMAND`. One file each.
//!
//! Nothing here asks for a tool beside Rust: binding, bundling, compression and serving are
//! libraries, and what only a system package can bring (the browsers of `test`) is fetched
//! or named by [`setup`].

use std::{env, path::PathBuf, process::ExitCode};

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::{process::Failure, setup::Engine, test::Extent};

mod bench;
mod bindings;
mod bless;
mod bundle;
mod compile;
mod dist;
mod hosts;
mod javascript;
mod npm;
mod peers;
mod process;
mod program;
mod release;
mod serve;
mod setup;
mod stage;
mod test;

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Set up what is missing, build, and serve the gallery on this machine
    Serve {
        /// The port to listen at
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Set up what is missing and run what a change should pass: formatting, lints, native, in-browser and end-to-end tests
    Test {
        /// Only what needs no browser: formatting, lints, native tests
        #[arg(long, conflicts_with = "engine")]
        native: bool,
        /// Only the browser tests, and only in this engine
        #[arg(long, value_enum)]
        engine: Option<Engine>,
        /// The whole matrix: every test in every engine, statistics, long runs
        #[arg(long)]
        all: bool,
        /// What the whole matrix has beyond what a run without it has just passed, with its dist/
        #[arg(long, conflicts_with = "all")]
        rest: bool,
    },
    /// Write dist/: the module, the single page, the npm package, the gallery, the release folder
    Dist {
        /// Build a second time elsewhere and compare every byte
        #[arg(long)]
        check: bool,
    },
    /// Build a page with every host of lecture notes and look at it in a browser
    Hosts {
        /// Only these hosts
        names: Vec<String>,
        /// Only hosts that need no tool of their own
        #[arg(long)]
        bare: bool,
        /// Leave out hosts whose tools take minutes to come
        #[arg(long)]
        quick: bool,
        /// The only engine to look with; else it is Chromium, and Firefox where that may differ
        #[arg(long, value_enum)]
        engine: Option<Engine>,
        /// Take dist/ as it is
        #[arg(long)]
        no_dist: bool,
    },
    /// Measure what a reader waits for, each figure beside a peer or a limit
    Bench {
        /// Only these sections
        #[arg(value_parser = bench::SECTIONS)]
        sections: Vec<String>,
        /// Take dist/ as it is
        #[arg(long)]
        no_dist: bool,
        /// Where to write the figures as JSON as well
        #[arg(long)]
        json: Option<PathBuf>,
    },
    /// Draw the golden pictures anew and say what changed
    Bless,
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Serve { port } => serve::run(port),
        Command::Test {
            native,
            engine,
            all,
            rest,
        } => {
            let extent = match (all, rest) {
                (true, _) => Extent::All,
                (_, true) => Extent::Rest,
                _ => Extent::Everyday,
            };
            test::run(native, engine, extent)
        }
        Command::Dist { check: false } => dist::run().map(drop),
        Command::Dist { check: true } => dist::check(),
        Command::Hosts {
            names,
            bare,
            quick,
            engine,
            no_dist,
        } => {
            let flags = [("--bare", bare), ("--quick", quick)];
            hosts::run(&names, &flags, engine, no_dist)
        }
        Command::Bench {
            sections,
            no_dist,
            json,
        } => bench::run(&sections, no_dist, json.as_deref()),
        Command::Bless => bless::run(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(error.downcast_ref::<Failure>().map_or(1, |it| it.code))
        }
    }
}

/// The folder that holds the repository's `Cargo.toml`. Cargo tells at every run where this
/// package is; what it told the compiler may be about another clone with the same target folder.
fn root() -> PathBuf {
    let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let package = package.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
    package.parent().map(PathBuf::from).unwrap_or(package)
}

/// Cargo's target folder, wherever it was told to put it: this program lies two levels below.
fn target() -> Result<PathBuf> {
    let program = env::current_exe()?;
    let target = program.parent().and_then(|it| it.parent());
    Ok(target.map(PathBuf::from).unwrap_or_default())
}
