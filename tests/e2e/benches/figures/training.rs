//! Training of networks: how many steps a second in the wasm that ships, natively, and in what
//! else a page could train with.

mod ways;

use std::{
    fs,
    path::{Path, PathBuf},
};

use descent_widget::math::Rng;
use serde_json::{Value, json};

use crate::{
    stats::median,
    table::{Row, Section},
};
use ways::{Native, Numpy, Tab, Way};

/// Rows of a mini-batch, and how many of them take turns.
const ROWS: usize = 100;
const BATCHES: usize = 10;
const RATE: f64 = 0.1;

/// The networks, and how many times the best JavaScript peer ours is to be.
const NETWORKS: [(&str, &[usize], Option<f64>); 3] = [
    ("64-50-10", &[64, 50, 10], None),
    ("784-50-10", &[784, 50, 10], Some(8.0)),
    ("784-100×4-10", &[784, 100, 100, 100, 100, 10], Some(4.0)),
];

/// After how many steps all must have the same loss, to within a share of it.
const AGREED_STEPS: usize = 20;
const AGREEMENT: f64 = 1e-4;

/// A turn of every way takes about as long, and there are so many rounds.
const TURN_MS: f64 = 40.0;
const ROUNDS: usize = 31;

/// The share of the native build that our wasm should reach.
const SHARE: f64 = 0.6;

/// What all ways get: the shape, and the same numbers.
pub(crate) struct Problem {
    sizes: Vec<usize>,
    labels: Vec<Vec<u8>>,
    /// Weights and biases layer after layer, then the inputs of all mini-batches.
    values: Vec<f32>,
}

impl Problem {
    fn new(sizes: &[usize]) -> Self {
        let mut rng = Rng::new(1);
        let mut values = Vec::new();
        for pair in sizes.windows(2) {
            let deviation = (2.0 / pair[0] as f64).sqrt();
            values.extend((0..pair[0] * pair[1]).map(|_| (deviation * rng.normal()) as f32));
            values.extend((0..pair[1]).map(|_| 0.0));
        }
        values.extend((0..BATCHES * ROWS * sizes[0]).map(|_| rng.uniform() as f32));
        let mut label = || rng.below(10) as u8;
        Self {
            sizes: sizes.to_vec(),
            labels: (0..BATCHES)
                .map(|_| (0..ROWS).map(|_| label()).collect())
                .collect(),
            values,
        }
    }

    fn json(&self) -> Value {
        json!({ "sizes": self.sizes, "rows": ROWS, "rate": RATE, "labels": self.labels })
    }

    fn bytes(&self) -> Vec<u8> {
        self.values.iter().flat_map(|it| it.to_le_bytes()).collect()
    }

    /// Multiplications and additions in the products of one step: in each layer the outputs and
    /// the gradient of the weights, and but for the first that of the inputs.
    fn operations(&self) -> f64 {
        let layers = self.sizes.windows(2).enumerate();
        let sum: usize = layers
            .map(|(at, pair)| pair[0] * pair[1] * if at == 0 { 2 } else { 3 })
            .sum();
        (2 * ROWS * sum) as f64
    }
}

/// A section for each network.
pub(crate) fn sections(peers: &Path, python: Option<&PathBuf>, measure: &mut impl FnMut(Section)) {
    for (name, sizes, goal) in NETWORKS {
        let problem = Problem::new(sizes);
        fs::write(peers.join("values"), problem.bytes()).expect("the folder can be written");
        let (tab, names) = Tab::open(peers, &problem);
        let mut ways: Vec<Box<dyn Way + '_>> = vec![Box::new(Native::new(&problem))];
        for name in &names {
            ways.push(Box::new(tab.way(name)));
        }
        let numpy = python.and_then(|python| Numpy::start(python, peers, &problem));
        if let Some(numpy) = numpy {
            ways.push(Box::new(numpy));
        }
        measure(compare(name, goal, &problem, &mut ways));
    }
}

fn compare(
    name: &'static str,
    goal: Option<f64>,
    problem: &Problem,
    ways: &mut [Box<dyn Way + '_>],
) -> Section {
    let losses: Vec<f64> = ways.iter_mut().map(|it| it.train(AGREED_STEPS).1).collect();
    let furthest = losses
        .iter()
        .map(|loss| (loss - losses[0]).abs() / losses[0])
        .fold(0.0, f64::max);
    for (way, loss) in ways.iter().zip(&losses) {
        let is_ours = way.name().starts_with("our wasm");
        let bound = if is_ours { 0.0 } else { AGREEMENT };
        let off = (loss - losses[0]).abs() / losses[0];
        assert!(
            off <= bound,
            "{name}: {} has the loss {loss} and not {}",
            way.name(),
            losses[0]
        );
    }
    // How many steps fill a turn.
    let counts: Vec<usize> = ways
        .iter_mut()
        .map(|way| {
            let (mut n, mut taken) = (1, 0.0);
            while taken < TURN_MS / 4.0 {
                n *= 2;
                taken = way.train(n).0;
            }
            ((n as f64 * TURN_MS / taken) as usize).max(1)
        })
        .collect();
    let mut speeds = vec![Vec::new(); ways.len()];
    for _ in 0..ROUNDS {
        for ((way, &n), speeds) in ways.iter_mut().zip(&counts).zip(&mut speeds) {
            speeds.push(n as f64 * 1000.0 / way.train(n).0);
        }
    }
    let found: Vec<(String, f64)> = ways
        .iter()
        .zip(&speeds)
        .map(|(way, speeds)| (way.name(), median(speeds)))
        .collect();
    let of = |name: &str| found.iter().find(|it| it.0 == name).map(|it| it.1);
    let ours = of(ways::WASM).unwrap_or(f64::NAN);
    let peers = found.iter().filter(|(name, _)| name != ways::WASM);
    let mut rows: Vec<Row> = peers
        .map(|(name, speed)| Row::new(ways::WASM, ours, "steps/s").beside(name.clone(), *speed))
        .collect();
    let rate = |speed: f64| speed * problem.operations() / 1e9;
    rows.extend(
        found
            .iter()
            .map(|(name, speed)| Row::new(name.clone(), rate(*speed), "GFLOP/s")),
    );
    let wanted = |row: Row| match goal {
        Some(goal) => row.beside("wanted", goal),
        None => row,
    };
    let best_of = |is_meant: fn(&str) -> bool| {
        let peers = found.iter().filter(|(name, _)| is_meant(name));
        peers.max_by(|a, b| a.1.total_cmp(&b.1))
    };
    for is_meant in [ways::is_plain_script, ways::is_script] {
        if let Some((peer, speed)) = best_of(is_meant) {
            let what = format!("{} to {peer}", ways::WASM);
            rows.push(wanted(Row::new(what, ours / speed, "×")));
        }
    }
    if let Some(native) = of(ways::NATIVE) {
        rows.push(Row::new("our wasm to native", ours / native, "×").beside("wanted", SHARE));
    }
    Section::new(
        "Training of a network",
        format!(
            "{name} of ReLU layers, batches of {ROWS}, SGD, single precision, one thread each; \
             medians of {ROUNDS} rounds in which all take turns of about {TURN_MS} ms. All begin \
             with the same weights and see the same batches; after {AGREED_STEPS} steps the losses \
             differ by {furthest:.0e} of {:.4} at most, and ours not at all from the native one. \
             The native build is for every processor of its kind, with vectors as wide as those of \
             wasm. TensorFlow.js transposes a factor within the product, as its own gradients do, or \
             by hand before it, for which its wasm backend has a faster product.",
            losses[0]
        ),
        rows,
    )
}
