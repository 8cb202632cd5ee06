//! Where does a regularizer raise test accuracy? The sweep that the lab `regularization` has its
//! own settings from: `cargo run --release --example regularization_sweep [SEEDS]`.
//!
//! 300 digits, the book's network and its 601 iterations. For each rate and each share of wrong
//! labels one network trains without regularization and others with, from the same weights on
//! the same mini-batches. A row has the accuracies after the last iteration, mean and standard
//! deviation over the seeds 1, 2 …, the gain on the test data over the network without, seed
//! by seed, and by how many standard errors it differs from 0.

use std::rc::Rc;

use descent_widget::nn::experiment::{
    Regularization, Regularizer, overfitting_network, regularizers,
};
use descent_widget::nn::{Evaluation, Init, Plan, read_digits};
use descent_widget::optim::{Hyperparameters, Key, Rule};

const DIGITS: &[u8] = include_bytes!("../data/digits/digits.idx");

const RATES: [f64; 3] = [0.03, 0.01, 0.1];
const DECAYS: [f64; 3] = [0.01, 0.03, 0.1];
const RATIOS: [f64; 3] = [0.05, 0.1, 0.2];
const SHARES: [f64; 2] = [0.3, 0.0];

/// Training and test accuracy of each regularizer.
type Accuracies = Vec<[f64; 2]>;

fn main() {
    let n_seeds = std::env::args().nth(1).and_then(|n| n.parse().ok());
    let n_seeds: u64 = n_seeds.unwrap_or(10);
    for rate in RATES {
        let rule = Hyperparameters::new(Rule::Sgd).with(Key::Lr, rate);
        for share in SHARES {
            println!("\nSGD {rate}, {:.0} % wrong labels", share * 100.0);
            println!("| λ | dropout | training | test | gain on the test | standard errors |");
            println!("|---|---|---|---|---|---|");
            let book = Regularization::book_overfitting();
            let settings = Regularization {
                label_noise: share,
                rule,
                plan: Plan {
                    evaluation: Evaluation::Every(book.plan.n_iterations),
                    ..book.plan
                },
                ..book
            };
            print(&sweep(settings, n_seeds));
        }
    }
}

fn tried() -> Vec<Regularizer> {
    let none = Regularizer::NONE;
    let decays = DECAYS.map(|weight_decay| Regularizer {
        weight_decay,
        ..none
    });
    let ratios = RATIOS.map(|dropout_ratio| Regularizer {
        dropout_ratio,
        ..none
    });
    let pairs = decays.iter().flat_map(|&decay| {
        ratios.iter().map(move |ratio| Regularizer {
            weight_decay: decay.weight_decay,
            ..*ratio
        })
    });
    let pairs: Vec<Regularizer> = pairs.collect();
    [vec![none], decays.into(), ratios.into(), pairs].concat()
}

/// The accuracies for each seed, on two threads.
fn sweep(settings: Regularization, n_seeds: u64) -> Vec<Accuracies> {
    let from = move |first: u64| -> Vec<Accuracies> {
        let seeds = (first..=n_seeds).step_by(2);
        seeds.map(|seed| run(&settings, seed)).collect()
    };
    let odd = std::thread::spawn(move || from(1));
    let mut all = from(2);
    all.extend(odd.join().expect("a thread that trains"));
    all
}

fn run(settings: &Regularization, seed: u64) -> Accuracies {
    let (train, test) = read_digits(DIGITS).expect("the digits").split_every(5);
    let network = overfitting_network(&train);
    let test = Rc::new(test);
    let mut session =
        regularizers::<f32>(settings, &tried(), &network, Init::He, &train, test, seed);
    session.finish();
    let last = session.lanes().iter().map(|(_, record)| {
        let last = record.scores.last().expect("a measurement at the end");
        [last.train, last.test]
    });
    last.collect()
}

fn print(seeds: &[Accuracies]) {
    for (index, regularizer) in tried().iter().enumerate() {
        let of = |value: &dyn Fn(&Accuracies) -> f64| {
            let values: Vec<f64> = seeds.iter().map(value).collect();
            statistics(&values)
        };
        let (train, train_sd) = of(&|all| all[index][0]);
        let (test, test_sd) = of(&|all| all[index][1]);
        let (gain, gain_sd) = of(&|all| all[index][1] - all[0][1]);
        let error = gain_sd / (seeds.len() as f64).sqrt();
        let Regularizer {
            weight_decay,
            dropout_ratio,
        } = regularizer;
        println!(
            "| {weight_decay} | {dropout_ratio} | {train:.3} ({train_sd:.3}) | {test:.3} \
             ({test_sd:.3}) | {gain:+.3} ({gain_sd:.3}) | {:.1} |",
            gain / error
        );
    }
}

/// Mean and standard deviation.
fn statistics(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares = values.iter().map(|value| (value - mean) * (value - mean));
    (mean, (squares.sum::<f64>() / (n - 1.0)).sqrt())
}
