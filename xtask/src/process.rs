//! Other programs: found on the search path, run, and their failure passed on.

use std::{
    env,
    ffi::{OsStr, OsString},
    fmt,
    path::PathBuf,
    process::{Command, ExitStatus, Stdio},
};

use anyhow::{Context, Result};

/// A program ended with an exit code other than zero, which becomes ours.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) code: u8,
    what: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` failed with exit code {}", self.what, self.code)
    }
}

impl std::error::Error for Failure {}

/// The cargo that runs us, in the repository's root.
pub(crate) fn cargo<const N: usize>(arguments: [&str; N]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(crate::root());
    command
}

/// Runs a command with our own output; a failure carries its exit code.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let what = describe(command);
    let status = command
        .status()
        .with_context(|| format!("`{what}` could not be started"))?;
    passed(status, what)
}

/// Nothing where a program succeeded, else a failure with its exit code.
pub(crate) fn passed(status: ExitStatus, what: String) -> Result<()> {
    if status.success() {
        return Ok(());
    }
    // A program ended by a signal has no code of its own.
    let code = status
        .code()
        .and_then(|it| u8::try_from(it).ok())
        .unwrap_or(1);
    Err(Failure { code, what }.into())
}

/// What a command writes to its standard output, if it runs and succeeds.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first of these programs that is on our search path.
pub(crate) fn find(programs: &[&str]) -> Option<PathBuf> {
    find_in(&env::var_os("PATH").unwrap_or_default(), programs)
}

/// The first of these programs that is on the given search path.
pub(crate) fn find_in(path: &OsStr, programs: &[&str]) -> Option<PathBuf> {
    let folders: Vec<_> = env::split_paths(path).collect();
    programs
        .iter()
        .flat_map(|program| folders.iter().map(move |folder| folder.join(program)))
        .map(|file| file.with_extension(env::consts::EXE_EXTENSION))
        .find(|file| file.is_file())
}

/// A command as a person would type it; the program's folder says nothing to a reader.
pub(crate) fn describe(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    let name = program.file_stem().map(OsString::from).unwrap_or_default();
    let words = std::iter::once(name.as_os_str()).chain(command.get_args());
    words
        .map(|it| it.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
