//! The program that drives a browser, as a child that cannot outlive us.

use std::{
    env,
    net::{Ipv4Addr, TcpListener, TcpStream},
    os::unix::process::CommandExt as _,
    path::PathBuf,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::{Engine, tools};

/// Runs its arguments as a process group of their own until the standard input ends, then
/// ends the whole group and clears away the profiles. So it goes when we drop the other end of
/// that pipe, and also when we end and drop nothing. What does not follow the polite signal
/// gets one that nothing can ignore: a browser whose page never answers would stay for ever.
const UNTIL_INPUT_ENDS: &str = r#"
    export TMPDIR="$(mktemp -d "${TMPDIR:-/tmp}/e2e.XXXXXX")"
    setsid "$@" & group=$!
    cat > /dev/null
    kill -s TERM -- "-$group"
    { sleep 3; kill -s KILL -- "-$group"; } & guard=$!
    wait "$group"
    for turn in $(seq 30); do
        kill -s 0 -- "-$group" || break
        sleep 0.1
    done
    kill -s KILL -- "-$group" && sleep 0.3
    kill "$guard"
    rm -rf "$TMPDIR""#;

/// How long a driver may take to listen.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running driver.
#[derive(Debug)]
pub(crate) struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts the engine's driver at a free port and waits until it listens.
    pub(crate) fn start(engine: Engine) -> Self {
        let port = free_port();
        let (last, before) = engine.driver().split_last().expect("a driver has a name");
        let Some(program) = find(&[last]) else {
            panic!("{last} is missing; let `cargo xtask test` bring it");
        };
        // What xvfb-run starts must hear of the end, so the shell stands inside it.
        let mut words: Vec<_> = before.iter().map(PathBuf::from).collect();
        words.extend(["sh", "-c", UNTIL_INPUT_ENDS, "driver"].map(PathBuf::from));
        words.push(program);
        let child = Command::new(&words[0])
            .args(&words[1..])
            .arg(format!("--port={port}"))
            // A group of its own: who interrupts us from the keyboard does not interrupt the
            // clearing away.
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{} could not be started: {error}", words[0].display()));
        let driver = Self { child, port };
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(
                start.elapsed() < PATIENCE,
                "{last} does not listen at port {port}"
            );
            thread::sleep(Duration::from_millis(20));
        }
        driver
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    /// Ends the driver and its browsers, within seconds whatever state they are in.
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

/// The first of these programs on the search path or among the tools that `cargo xtask` built.
pub(crate) fn find(programs: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<_> = env::split_paths(&path).collect();
    folders.push(tools().join("bin"));
    programs
        .iter()
        .flat_map(|program| folders.iter().map(move |folder| folder.join(program)))
        .find(|file| file.is_file())
}

/// A port that is free now, and with luck still free a moment later.
fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    let address = listener.and_then(|it| it.local_addr());
    address.expect("this machine has a free port").port()
}
