//! The stages of `cargo xtask test`, run one after the other: what they print goes through, the
//! runners' own summaries and what was skipped are kept for the end.

use std::{
    env, fs,
    io::{self, BufRead, BufReader, Read, Write},
    os::unix::process::CommandExt as _,
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, mpsc},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};

use crate::{process, root, target};

/// One kind of check.
pub(crate) struct Stage {
    pub(crate) name: String,
    pub(crate) command: Command,
    /// The longest that it may take, with what it compiles. The tests have limits of their own;
    /// this one ends what they cannot end.
    pub(crate) limit: Duration,
}

/// What was run and what was not, as it is told at the end.
pub(crate) struct Report {
    folder: PathBuf,
    summaries: String,
}

/// What the programs of one stage say, line by line.
#[derive(Default)]
struct Heard {
    summaries: Vec<String>,
    /// The last line that speaks of a test.
    last_test: Option<String>,
}

/// Where tests append what they skip and why.
const SKIPS: &str = "skips.txt";
const SUMMARIES: &str = "summaries.txt";

impl Stage {
    /// Whether it passes, without a word in the report.
    pub(crate) fn passes(mut self) -> bool {
        watched(&mut self.command, self.limit).is_ok()
    }

    /// A stage that may take twenty minutes.
    pub(crate) fn new(name: impl Into<String>, command: Command) -> Self {
        Self {
            name: name.into(),
            command,
            limit: Duration::from_secs(20 * 60),
        }
    }
}

impl Report {
    /// A new report, or the one that the last run left where this one `continues` it.
    pub(crate) fn open(continues: bool) -> Result<Self> {
        let folder = target()?.join("test-report");
        if !continues {
            let _ = fs::remove_dir_all(&folder);
        }
        fs::create_dir_all(&folder)?;
        let summaries = fs::read_to_string(folder.join(SUMMARIES)).unwrap_or_default();
        Ok(Self { folder, summaries })
    }

    /// Runs stages one after the other until one fails.
    pub(crate) fn run_all(&mut self, stages: Vec<Stage>) -> Result<()> {
        stages.into_iter().try_for_each(|stage| self.run(stage))
    }

    /// Runs one stage and keeps what its runners say at their end.
    pub(crate) fn run(&mut self, mut stage: Stage) -> Result<()> {
        println!("\n=== {}", stage.name);
        let started = Instant::now();
        stage.command.env("TEST_SKIPS", self.folder.join(SKIPS));
        let outcome = watched(&mut stage.command, stage.limit);
        let seconds = started.elapsed().as_secs();
        println!("=== {}: {seconds} s", stage.name);
        let heard = outcome.with_context(|| stage.name.clone())?;
        self.summaries += &format!("{}, {seconds} s\n", stage.name);
        for line in heard.summaries {
            self.summaries += &format!("{line}\n");
        }
        Ok(fs::write(self.folder.join(SUMMARIES), &self.summaries)?)
    }

    /// Prints what was skipped and the summaries, and fails where continuous integration ran
    /// and something was skipped that may not be.
    pub(crate) fn finish(self) -> Result<()> {
        let skips = fs::read_to_string(self.folder.join(SKIPS)).unwrap_or_default();
        let mut skips: Vec<&str> = skips.lines().collect();
        skips.sort_unstable();
        skips.dedup();
        match skips.len() {
            0 => println!("\n=== No test was skipped"),
            n => println!("\n=== Skipped: {n}"),
        }
        for skip in &skips {
            println!("{}", skip.replace('\t', ": "));
        }
        println!("\n=== What ran\n{}", self.summaries.trim_end());
        if env::var_os("CI").is_none() {
            return Ok(());
        }
        let allowed = fs::read_to_string(root().join("tests/skips.txt"))?;
        skips.retain(|skip| !is_allowed(skip, &allowed));
        ensure!(
            skips.is_empty(),
            "not to be skipped by tests/skips.txt:\n{}",
            skips.join("\n")
        );
        Ok(())
    }
}

/// Whether a list has a line for a skipped test: its name, or the beginning of it and a star;
/// then a bar and the reason.
fn is_allowed(skip: &str, list: &str) -> bool {
    let name = skip.split('\t').next().unwrap_or_default();
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('|')).any(|it| {
        let pattern = it.0.trim();
        match pattern.strip_suffix('*') {
            Some(beginning) => name.starts_with(beginning),
            None => name == pattern,
        }
    })
}

/// Runs a command in a process group of its own, passes on what it prints, and ends the whole
/// group when the time is over.
fn watched(command: &mut Command, limit: Duration) -> Result<Heard> {
    let what = process::describe(command);
    let mut child = command
        .process_group(0)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("`{what}` could not be started"))?;
    let heard = Arc::new(Mutex::new(Heard::default()));
    let (ended, all_ended) = mpsc::channel::<()>();
    if let Some(pipe) = child.stdout.take() {
        pass_on(pipe, io::stdout(), Arc::clone(&heard), ended.clone());
    }
    if let Some(pipe) = child.stderr.take() {
        pass_on(pipe, io::stderr(), Arc::clone(&heard), ended);
    }
    let status = wait_for(&mut child, limit)?;
    // The pipes end with the last process that holds them, which may be one that was left behind.
    let is_quiet = (0..2).all(|_| all_ended.recv_timeout(Duration::from_secs(5)).is_ok());
    if !(is_quiet && status.is_some_and(|it| it.success())) {
        end_group(&child);
    }
    let heard = heard.lock().map(|mut it| std::mem::take(&mut *it));
    let heard = heard.unwrap_or_default();
    let Some(status) = status else {
        let _ = child.wait();
        let last = heard.last_test.as_deref().unwrap_or("none");
        bail!("`{what}` did not end within {limit:?}; the last test that it spoke of: {last}");
    };
    process::passed(status, what)?;
    Ok(heard)
}

fn wait_for(child: &mut Child, limit: Duration) -> Result<Option<std::process::ExitStatus>> {
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if started.elapsed() >= limit {
            return Ok(None);
        }
        thread::sleep(Duration::from_millis(20));
    }
}

/// Ends what is left of the child's group, browsers for instance.
fn end_group(child: &Child) {
    let group = format!("-{}", child.id());
    let mut kill = Command::new("kill");
    kill.args(["-KILL", "--", &group]).stderr(Stdio::null());
    let _ = kill.status();
}

/// Passes lines on as they come.
fn pass_on(
    pipe: impl Read + Send + 'static,
    mut to: impl Write + Send + 'static,
    heard: Arc<Mutex<Heard>>,
    ended: mpsc::Sender<()>,
) {
    thread::spawn(move || {
        let mut pipe = BufReader::new(pipe);
        let mut line = Vec::new();
        while pipe.read_until(b'\n', &mut line).is_ok_and(|n| n > 0) {
            // Nobody may listen any longer; the tests go on.
            let _ = to.write_all(&line);
            let _ = to.flush();
            if let Ok(mut heard) = heard.lock() {
                heard.hear(String::from_utf8_lossy(&line).trim());
            }
            line.clear();
        }
        let _ = ended.send(());
    });
}

impl Heard {
    fn hear(&mut self, line: &str) {
        let summaries = [
            "test result:",
            "Summary [",
            "ℹ pass",
            "ℹ fail",
            "# pass",
            "# fail",
        ];
        if summaries.iter().any(|it| line.starts_with(it)) {
            self.summaries.push(line.to_owned());
        } else if ["test ", "PASS [", "FAIL [", "SLOW ["]
            .iter()
            .any(|it| line.starts_with(it))
        {
            self.last_test = Some(line.to_owned());
        }
    }
}
