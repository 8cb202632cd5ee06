//! The ways to train the same network.

use std::{
    hint::black_box,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    time::Instant,
};

use descent_widget::nn::throughput::Throughput;
use e2e::{Session, Site, Visited};
use serde_json::Value;

use super::{Problem, RATE, ROWS};
use crate::chromium;

pub(super) const NATIVE: &str = "native";
pub(super) const WASM: &str = "our wasm";

/// The names that the page has for its ways, and ours.
const NAMES: [(&str, &str); 6] = [
    ("wasm", WASM),
    ("script", "plain JavaScript"),
    ("tf-wasm", "TensorFlow.js, wasm"),
    (
        "tf-wasm-transposed",
        "TensorFlow.js, wasm, transposed by hand",
    ),
    ("tf-cpu", "TensorFlow.js, CPU"),
    (
        "tf-cpu-transposed",
        "TensorFlow.js, CPU, transposed by hand",
    ),
];

/// Whether it is a way that a page has without us.
pub(super) fn is_script(name: &str) -> bool {
    name.contains("JavaScript") || name.contains(".js")
}

/// Whether it is such a way as somebody would write it who leaves gradients to the library.
pub(super) fn is_plain_script(name: &str) -> bool {
    is_script(name) && !name.contains("by hand")
}

/// Something that trains the network.
pub(super) trait Way {
    fn name(&self) -> String;
    /// Trains on for so many steps: milliseconds, and the loss of the last one.
    fn train(&mut self, n: usize) -> (f64, f64);
}

pub(super) struct Native(Throughput);

impl Native {
    pub(super) fn new(problem: &Problem) -> Self {
        let labels = problem.labels.concat();
        Self(Throughput::new(
            &problem.sizes,
            ROWS,
            RATE,
            &problem.values,
            &labels,
        ))
    }
}

impl Way for Native {
    fn name(&self) -> String {
        NATIVE.to_owned()
    }

    fn train(&mut self, n: usize) -> (f64, f64) {
        let begin = Instant::now();
        let loss = black_box(self.0.train(n));
        (begin.elapsed().as_secs_f64() * 1000.0, loss)
    }
}

/// The page with all ways of a browser.
pub(super) struct Tab {
    session: Session,
    _site: Visited,
}

impl Tab {
    /// Opens it; the names of its ways.
    pub(super) fn open(peers: &Path, problem: &Problem) -> (Self, Vec<String>) {
        let scripts = ["core", "backend-cpu", "backend-wasm"]
            .map(|part| format!("<script src=\"/tf-{part}.min.js\"></script>"));
        let page = format!(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Training</title>
             <link rel=\"icon\" href=\"data:,\">{}
             <script type=\"module\" src=\"/training.js\"></script><body>",
            scripts.concat()
        );
        let site = Site::of(peers)
            .page("training.html", &page)
            .page("training.js", include_str!("../training.js"))
            .page("peers/script.js", include_str!("../peers/script.js"))
            .page("peers/tensors.js", include_str!("../peers/tensors.js"))
            .serve();
        let session = chromium();
        session.open(&site.url("training.html"));
        session.wait_until("Boolean(window.bench)");
        let names = session.run(&format!("return window.bench.prepare({});", problem.json()));
        let names = names
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect();
        let tab = Self {
            session,
            _site: site,
        };
        (tab, names)
    }

    pub(super) fn way<'a>(&'a self, name: &'a str) -> impl Way + 'a {
        InTab { tab: self, name }
    }
}

struct InTab<'a> {
    tab: &'a Tab,
    name: &'a str,
}

impl Way for InTab<'_> {
    fn name(&self) -> String {
        let known = NAMES.iter().find(|it| it.0 == self.name);
        known.map_or(self.name, |it| it.1).to_owned()
    }

    fn train(&mut self, n: usize) -> (f64, f64) {
        let answer = self
            .tab
            .session
            .run(&format!("return window.bench.train({:?}, {n});", self.name));
        let number = |at: usize| answer[at].as_f64().expect("the page returns numbers");
        (number(0), number(1))
    }
}

/// A Python with numpy, which waits for the next line.
pub(super) struct Numpy {
    process: Child,
    ask: ChildStdin,
    answers: BufReader<ChildStdout>,
    version: String,
}

impl Numpy {
    pub(super) fn start(python: &Path, peers: &Path, problem: &Problem) -> Option<Self> {
        let (program, task) = (peers.join("network.py"), peers.join("task.json"));
        std::fs::write(&program, include_str!("../peers/network.py")).ok()?;
        std::fs::write(&task, problem.json().to_string()).ok()?;
        let mut command = Command::new(python);
        command.arg(program).arg(task).arg(peers.join("values"));
        // One thread, whichever library multiplies; and the one that suits the processor.
        for library in ["OPENBLAS", "OMP", "MKL", "BLIS", "VECLIB"] {
            command.env(format!("{library}_NUM_THREADS"), "1");
        }
        for choice in ["OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"] {
            command.env_remove(choice);
        }
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn().ok()?;
        let (ask, answers) = (process.stdin.take()?, process.stdout.take()?);
        let mut answers = BufReader::new(answers);
        let mut version = String::new();
        answers.read_line(&mut version).ok()?;
        Some(Self {
            process,
            ask,
            answers,
            version: version.trim().to_owned(),
        })
    }
}

impl Way for Numpy {
    fn name(&self) -> String {
        format!("numpy {}", self.version)
    }

    fn train(&mut self, n: usize) -> (f64, f64) {
        writeln!(self.ask, "{n}").expect("Python reads");
        let mut line = String::new();
        self.answers.read_line(&mut line).expect("Python answers");
        let numbers: Vec<f64> = line
            .split_whitespace()
            .filter_map(|it| it.parse().ok())
            .collect();
        let [time, loss] = numbers[..] else {
            panic!("Python answers {line:?}");
        };
        (time, loss)
    }
}

impl Drop for Numpy {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
